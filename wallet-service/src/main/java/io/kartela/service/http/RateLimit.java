package io.kartela.service.http;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.EstimationProbe;
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
    ConsumptionProbe probe = bucket(key).tryConsumeAndReturnRemaining(1);
    if (!probe.isConsumed()) {
      throw Problem.retryAfter(
          ProblemCode.TOO_MANY_REQUESTS, probe.getNanosToWaitForRefill() / 1_000_000_000 + 1);
    }
  }

  /** Counts one when there is one left. */
  public void count(String key) {
    bucket(key).tryConsume(1);
  }

  /** Counts nothing; a problem with Retry-After when nothing is left. */
  public void requireLeft(String key) {
    Bucket bucket = buckets.get(key);
    if (bucket == null) {
      return;
    }
    EstimationProbe probe = bucket.estimateAbilityToConsume(1);
    if (!probe.canBeConsumed()) {
      throw Problem.retryAfter(
          ProblemCode.TOO_MANY_REQUESTS, probe.getNanosToWaitForRefill() / 1_000_000_000 + 1);
    }
  }

  public boolean isLeft(String key) {
    Bucket bucket = buckets.get(key);
    return bucket == null || bucket.getAvailableTokens() > 0;
  }

  private Bucket bucket(String key) {
    if (buckets.size() > MAX_KEYS) {
      buckets.clear();
    }
    return buckets.computeIfAbsent(
        key,
        k ->
            Bucket.builder()
                .withCustomTimePrecision(time)
                .addLimit(l -> l.capacity(amount).refillGreedy(amount, period))
                .build());
  }
}
