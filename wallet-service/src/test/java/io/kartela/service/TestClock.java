package io.kartela.service;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;

/** Moves only when a test moves it. Thread-safe. */
final class TestClock implements InstantSource {
  /** A Saturday, noon in Moscow. */
  static final Instant NOON = Instant.parse("2026-11-21T09:00:00Z");

  private volatile Instant now = NOON;

  @Override
  public Instant instant() {
    return now;
  }

  /** An instant such as {@code 2026-11-21T12:00:00+03:00}. */
  synchronized void set(String offsetDateTime) {
    now = OffsetDateTime.parse(offsetDateTime).toInstant();
  }

  synchronized void plus(Duration duration) {
    now = now.plus(duration);
  }
}
