package io.kartela.push.http;

import java.time.Duration;
import java.time.Instant;

/** A bucket of tokens, full at first: how fast a stand-in lets itself be asked. */
public final class FakePace {
  private final int perSecond;
  private double left;
  private Instant filled;

  public FakePace(int perSecond, Instant now) {
    this.perSecond = perSecond;
    this.left = perSecond;
    this.filled = now;
  }

  /** Takes a token, if there is one. */
  public boolean admits(Instant now) {
    double grown = Duration.between(filled, now).toNanos() / 1e9 * perSecond;
    left = Math.min(perSecond, left + grown);
    filled = now;
    if (left < 1) {
      return false;
    }
    left--;
    return true;
  }
}
