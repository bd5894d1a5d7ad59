package io.kartela.service.message.delivery;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;

/**
 * Keeps a phone from being pushed to without end: after half an hour of a push every few seconds
 * Apple goes on saying 200 while the phone stops fetching. What follows fast upon a push is told by
 * one more; a burst over minutes is fine, such as a morning's corrections; after it changes are
 * gathered for longer. Thread-safe; each node counts its own pushes.
 */
final class PushPace {
  /** Receipts of one moment; nobody sees the difference. */
  static final Duration TOGETHER = Duration.ofMillis(250);

  private static final int BURST = 60;
  private static final Duration EVERY = Duration.ofSeconds(30);
  private static final int KEPT = 50_000;

  private final InstantSource clock;
  private final Window window;
  private final Map<String, Long> fullAt = new Lately<>(KEPT);
  private final Map<String, Long> told = new Lately<>(KEPT);

  PushPace(InstantSource clock) {
    this.clock = clock;
    this.window = new Window(clock, TOGETHER);
  }

  /**
   * Takes a push's turn.
   *
   * @return zero when it may go now; else how long to gather changes before asking again
   */
  synchronized Duration take(String pushToken) {
    long now = clock.millis();
    long every = EVERY.toMillis();
    // When the phone's allowance will be whole again; each push puts that off.
    long full = Math.max(fullAt.getOrDefault(pushToken, 0L), now) + every;
    long over = full - now - BURST * every;
    if (over > 0) {
      return Duration.ofMillis(over);
    }
    Duration wait = window.take(pushToken);
    if (wait.isZero()) {
      fullAt.put(pushToken, full);
    }
    return wait;
  }

  /** A push went out that tells of this version of the card, and of all before it. */
  synchronized void told(String pushToken, String serial, long version) {
    told.merge(pushToken + serial, version, Math::max);
  }

  /** Whether a push of this node has told of this version: then another one would say nothing. */
  synchronized boolean knows(String pushToken, String serial, long version) {
    return told.getOrDefault(pushToken + serial, 0L) >= version;
  }
}
