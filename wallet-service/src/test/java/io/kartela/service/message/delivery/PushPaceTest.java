package io.kartela.service.message.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
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
      now = now.plus(PushPace.TOGETHER);
    }
    // Fifteen seconds have passed meanwhile.
    assertEquals(Duration.ofSeconds(15), pace.take("a"));
    assertEquals(Duration.ofSeconds(15), pace.take("a"), "asking costs nothing");
    assertEquals(Duration.ZERO, pace.take("b"), "another phone");
    now = now.plusSeconds(14);
    assertEquals(Duration.ofSeconds(1), pace.take("a"));
    now = now.plusSeconds(1);
    assertEquals(Duration.ZERO, pace.take("a"));
    assertTrue(pace.take("a").isPositive());
  }

  @Test
  void whatFollowsAtOnceIsGathered() {
    assertEquals(Duration.ZERO, pace.take("a"), "the first goes at once");
    now = now.plusMillis(100);
    assertEquals(PushPace.TOGETHER.minusMillis(100), pace.take("a"));
    now = now.plusMillis(150);
    assertEquals(Duration.ZERO, pace.take("a"), "the last goes, too");
  }

  @Test
  void aPushTellsOfEveryVersionBeforeIt() {
    pace.told("a", "card", 7);
    assertTrue(pace.knows("a", "card", 6) && pace.knows("a", "card", 7));
    assertFalse(pace.knows("a", "card", 8));
    assertFalse(pace.knows("b", "card", 6), "another phone");
    assertFalse(pace.knows("a", "other", 6), "another card");
  }

  @Test
  void aDayWithAPushEveryMinuteIsNeverHeldUp() {
    for (int minute = 0; minute < 24 * 60; minute++) {
      now = now.plusSeconds(60);
      assertEquals(Duration.ZERO, pace.take("a"), "minute " + minute);
    }
  }
}
