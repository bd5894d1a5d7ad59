package io.kartela.service.message.delivery;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;

/**
 * Gathers what follows fast upon each other: the first goes at once, what comes within a short time
 * after it goes together when that is over. Thread-safe; each node gathers its own.
 */
final class Window {
  private static final int KEPT = 50_000;

  private final InstantSource clock;
  private final long millis;
  private final Map<String, Long> openedAt = new Lately<>(KEPT);

  Window(InstantSource clock, Duration length) {
    this.clock = clock;
    this.millis = length.toMillis();
  }

  /**
   * Zero: go now. Else how long to gather.
   *
   * @param key for whom
   */
  synchronized Duration take(String key) {
    long now = clock.millis();
    Long opened = openedAt.get(key);
    if (opened != null && now >= opened && now - opened < millis) {
      return Duration.ofMillis(opened + millis - now);
    }
    openedAt.put(key, now);
    return Duration.ZERO;
  }
}
