package io.kartela.service.delivery;

import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Keeps a phone from being pushed to without end: after half an hour of a push every few seconds
 * Apple goes on saying 200 while the phone stops fetching. A burst is fine, such as a morning's
 * corrections; after it changes are gathered, and one push tells of all of them. Thread-safe; each
 * node counts its own pushes.
 */
final class PushPace {
  private static final int BURST = 60;
  private static final Duration EVERY = Duration.ofSeconds(30);
  private static final int KEPT = 50_000;

  private final InstantSource clock;
  private final Map<String, Long> fullAt;

  PushPace(InstantSource clock) {
    this.clock = clock;
    this.fullAt =
        new LinkedHashMap<>(1024, 0.75f, true) {
          @Override
          protected boolean removeEldestEntry(Map.Entry<String, Long> eldest) {
            return size() > KEPT;
          }
        };
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
    fullAt.put(pushToken, full);
    return Duration.ZERO;
  }
}
