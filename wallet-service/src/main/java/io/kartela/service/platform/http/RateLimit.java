package io.kartela.service.platform.http;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.EstimationProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * At most so many per period and key, on this node. Keys come from outside, so their number is
 * bounded, and no stranger can make a count be forgotten by bringing many keys: only counts that
 * have run out by themselves make room. When there is none, newcomers share counts, several keys to
 * one, chosen by a secret of the process. Thread-safe.
 */
public final class RateLimit {
  private static final int MAX_KEYS = 50_000;
  private static final int SHARED = 1 << 16;
  private static final long NANOS_BETWEEN_SWEEPS = TimeUnit.SECONDS.toNanos(1);

  private final long amount;
  private final Duration period;
  private final TimeMeter time;
  private final Map<String, Bucket> buckets = new ConcurrentHashMap<>();
  private final AtomicReferenceArray<Bucket> shared = new AtomicReferenceArray<>(SHARED);
  private final AtomicLong nextSweep = new AtomicLong(Long.MIN_VALUE);
  private final int secret = ThreadLocalRandom.current().nextInt();

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
    Bucket bucket = counted(key);
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
    Bucket bucket = counted(key);
    return bucket == null || bucket.getAvailableTokens() > 0;
  }

  /** Where a key has been counted; null when it has not, or so long ago that nothing is left. */
  private @Nullable Bucket counted(String key) {
    Bucket own = buckets.get(key);
    if (own != null) {
      return own;
    }
    Bucket common = shared.get(slot(key));
    return common == null || full(common) ? null : common;
  }

  private Bucket bucket(String key) {
    Bucket known = counted(key);
    if (known != null) {
      return known;
    }
    if (buckets.size() >= MAX_KEYS) {
      sweep();
    }
    return buckets.size() < MAX_KEYS
        ? buckets.computeIfAbsent(key, k -> fresh())
        : sharedBucket(slot(key));
  }

  /** A full bucket says no more than none at all. */
  private boolean full(Bucket bucket) {
    return bucket.getAvailableTokens() >= amount;
  }

  private void sweep() {
    long now = time.currentTimeNanos();
    long due = nextSweep.get();
    if (now >= due && nextSweep.compareAndSet(due, now + NANOS_BETWEEN_SWEEPS)) {
      buckets.values().removeIf(this::full);
    }
  }

  private int slot(String key) {
    int hash = (key.hashCode() ^ secret) * 0x9E3779B9;
    return (hash ^ hash >>> 15) & SHARED - 1;
  }

  private Bucket sharedBucket(int slot) {
    Bucket known = shared.get(slot);
    if (known == null) {
      shared.compareAndSet(slot, null, fresh());
      known = shared.get(slot);
    }
    return known;
  }

  private Bucket fresh() {
    return Bucket.builder()
        .withCustomTimePrecision(time)
        .addLimit(l -> l.capacity(amount).refillGreedy(amount, period))
        .build();
  }

  /** How many counts are kept. */
  int size() {
    int kept = buckets.size();
    for (int i = 0; i < SHARED; i++) {
      kept += shared.get(i) == null ? 0 : 1;
    }
    return kept;
  }
}
