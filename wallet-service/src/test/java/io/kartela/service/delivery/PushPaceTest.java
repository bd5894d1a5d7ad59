package io.kartela.service.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class PushPaceTest {
  private Instant now = Instant.parse("2026-11-21T12:00:00Z");
  private final PushPace pace = new PushPace(() -> now);

  @Test
  void aBurstGoesAtOnceAndThenOneEveryHalfMinute() {
    for (int i = 0; i < 60; i++) {
      assertEquals(Duration.ZERO, pace.take("a"), "push " + i);
    }
    assertEquals(Duration.ofSeconds(30), pace.take("a"));
    assertEquals(Duration.ofSeconds(30), pace.take("a"), "asking costs nothing");
    assertEquals(Duration.ZERO, pace.take("b"), "another phone");
    now = now.plusSeconds(29);
    assertEquals(Duration.ofSeconds(1), pace.take("a"));
    now = now.plusSeconds(1);
    assertEquals(Duration.ZERO, pace.take("a"));
    assertTrue(pace.take("a").isPositive());
  }

  @Test
  void aDayWithAPushEveryMinuteIsNeverHeldUp() {
    for (int minute = 0; minute < 24 * 60; minute++) {
      now = now.plusSeconds(60);
      assertEquals(Duration.ZERO, pace.take("a"), "minute " + minute);
    }
  }
}
