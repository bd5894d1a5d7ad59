package io.kartela.service.http;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * At most so many per period and key, on this node. Keys come from outside, so their number is
 * bounded: when too many strangers knock at once, the oldest counts are forgotten together.
 * Thread-safe.
 */
public final class RateLimit {
  private static final int MAX_KEYS = 50_000;

  private final long amount;
  private final Duration period;
  private final TimeMeter time;
  private final Map<String, Bucket> buckets = new ConcurrentHashMap<>();

  public RateLimit(long amount, Duration period) {
    this(amount, period, TimeMeter.SYSTEM_MILLISECONDS);
  }

  /** By this clock instead of the machine's. */
  public RateLimit(long amount, Duration period, InstantSource clock) {
    this(amount, period, new ByClock(clock));
  }

  private RateLimit(long amount, Duration period, TimeMeter time) {
    this.amount = amount;
    this.period = period;
    this.time = time;
  }

  private record ByClock(InstantSource clock) implements TimeMeter {
    @Override
    public long currentTimeNanos() {
      return TimeUnit.MILLISECONDS.toNanos(clock.millis());
    }

    @Override
    public boolean isWallClockBased() {
      return true;
    }
  }

  /** Counts one; a problem with Retry-After when there were too many. */
  public void take(String key) {
    if (buckets.size() > MAX_KEYS) {
      buckets.clear();
    }
    Bucket bucket =
        buckets.computeIfAbsent(
            key,
            k ->
                Bucket.builder()
                    .withCustomTimePrecision(time)
                    .addLimit(l -> l.capacity(amount).refillGreedy(amount, period))
                    .build());
    ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(1);
    if (!probe.isConsumed()) {
      throw Problem.retryAfter(
          ProblemCode.TOO_MANY_REQUESTS, probe.getNanosToWaitForRefill() / 1_000_000_000 + 1);
    }
  }
}
