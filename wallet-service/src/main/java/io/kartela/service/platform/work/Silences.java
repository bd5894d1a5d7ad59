package io.kartela.service.platform.work;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Vendors that answer nobody, as this node hears by its own attempts: what waits for them is tried
 * for long before it is given up, and an operator is to know earlier. Whoever answers anything, be
 * it a refusal, is there. Thread-safe.
 */
public final class Silences {
  /** Shorter silences are everyday. */
  private static final Duration LONG = Duration.ofMinutes(2);

  /** What waits is tried again within minutes; who is not tried for longer is not waited for. */
  private static final Duration FORGOTTEN = Duration.ofMinutes(15);

  /** One attempt in vain says little. */
  private static final int ATTEMPTS = 3;

  /** With whom the service speaks. */
  public enum Vendor {
    APPLE,
    GOOGLE,
    SMS
  }

  /**
   * A vendor that is silent and waited for.
   *
   * @param since the first attempt in vain
   * @param detail what came of it, for people
   */
  public record Silence(Vendor vendor, Instant since, int attempts, String detail) {}

  private record Kept(Silence silence, Instant lastTried) {}

  private final InstantSource clock;
  private final Map<Vendor, Kept> silent = new ConcurrentHashMap<>();

  public Silences(InstantSource clock) {
    this.clock = clock;
  }

  /** It answered somebody. */
  public void answered(Vendor vendor) {
    if (silent.containsKey(vendor)) {
      silent.remove(vendor);
    }
  }

  /** It did not answer, or said that it is out of order. */
  public void unanswered(Vendor vendor, String detail) {
    Instant now = clock.instant();
    silent.compute(
        vendor,
        (v, kept) ->
            kept == null || isForgotten(kept, now)
                ? new Kept(new Silence(v, now, 1, detail), now)
                : new Kept(oneMore(kept.silence), now));
  }

  private static Silence oneMore(Silence s) {
    return new Silence(s.vendor, s.since, s.attempts + 1, s.detail);
  }

  private static boolean isForgotten(Kept kept, Instant now) {
    return kept.lastTried.plus(FORGOTTEN).isBefore(now);
  }

  /** Who has been silent for long while something waits for them. */
  public List<Silence> all() {
    Instant now = clock.instant();
    return silent.values().stream()
        .filter(kept -> !isForgotten(kept, now))
        .map(Kept::silence)
        .filter(s -> s.attempts >= ATTEMPTS && !now.isBefore(s.since.plus(LONG)))
        .sorted(Comparator.comparing(Silence::vendor))
        .toList();
  }
}
