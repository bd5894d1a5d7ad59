package io.kartela.service.platform.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class RateLimitTest {
  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-11-21T12:00:00Z"));
  private final RateLimit limit = new RateLimit(5, Duration.ofMinutes(10), now::get);

  private void refused(String key) {
    Problem problem = assertThrows(Problem.class, () -> limit.take(key));
    assertEquals(ProblemCode.TOO_MANY_REQUESTS, problem.code());
  }

  private void strangers(int from, int count) {
    for (int i = from; i < from + count; i++) {
      try {
        limit.take("stranger " + i);
      } catch (Problem e) {
        assertEquals(ProblemCode.TOO_MANY_REQUESTS, e.code());
      }
    }
  }

  @Test
  void manyStrangersMakeNoCountBeForgotten() {
    for (int i = 0; i < 5; i++) {
      limit.take("victim");
    }
    refused("victim");
    strangers(0, 300_000);
    refused("victim");
    // Who comes while there is no room is counted as well.
    for (int i = 0; i < 5; i++) {
      try {
        limit.take("late");
      } catch (Problem e) {
        break;
      }
    }
    refused("late");
    assertTrue(limit.size() <= 50_000 + 65_536, () -> limit.size() + " counts");
  }

  @Test
  void whatHasRunOutMakesRoom() {
    strangers(0, 60_000);
    now.updateAndGet(t -> t.plus(Duration.ofMinutes(11)));
    for (int i = 0; i < 5; i++) {
      limit.take("newcomer");
    }
    refused("newcomer");
    strangers(100_000, 40_000);
    refused("newcomer");
    now.updateAndGet(t -> t.plus(Duration.ofMinutes(2)));
    limit.take("newcomer");
    refused("newcomer");
  }
}
