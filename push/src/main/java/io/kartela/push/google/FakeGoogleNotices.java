package io.kartela.push.google;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/** Three notices per resource in any 24 hours. Guarded by the store's lock. */
final class FakeGoogleNotices {
  private static final Duration DAY = Duration.ofHours(24);
  private static final int A_DAY = 3;

  private final InstantSource clock;
  private final Map<String, Deque<Instant>> recent = new HashMap<>();

  FakeGoogleNotices(InstantSource clock) {
    this.clock = clock;
  }

  /**
   * Counts one, or refuses it.
   *
   * @param what ends Google's sentence "Quota exceeded for issuer when …"
   */
  void count(String id, String what) {
    Instant now = clock.instant();
    Deque<Instant> known = recent.computeIfAbsent(id, any -> new ArrayDeque<>());
    known.removeIf(at -> !at.isAfter(now.minus(DAY)));
    if (known.size() >= A_DAY) {
      throw FakeGoogleError.quota("Quota exceeded for issuer when " + what + ".");
    }
    known.addLast(now);
  }
}
