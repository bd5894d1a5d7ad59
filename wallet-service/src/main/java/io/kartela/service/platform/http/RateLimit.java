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
  private final Map<String, Count> counts = new ConcurrentHashMap<>();
  private final AtomicReferenceArray<Count> shared = new AtomicReferenceArray<>(SHARED);
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

  private record Count(Bucket bucket, long most) {
    /** Then it says no more than none at all. */
    boolean isFull() {
      return bucket.getAvailableTokens() >= most;
    }
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
    take(key, amount);
  }

  /** As {@link #take(String)} with an amount of the key's own, which always is the same for it. */
  public void take(String key, long most) {
    ConsumptionProbe probe = bucket(key, most).tryConsumeAndReturnRemaining(1);
    if (!probe.isConsumed()) {
      throw Problem.retryAfter(
          ProblemCode.TOO_MANY_REQUESTS, probe.getNanosToWaitForRefill() / 1_000_000_000 + 1);
    }
  }

  /** Counts one when there is one left. */
  public void count(String key) {
    count(key, amount);
  }

  /** As {@link #count(String)} with an amount of the key's own. */
  public void count(String key, long most) {
    bucket(key, most).tryConsume(1);
  }

  /** Counts nothing; a problem with Retry-After when nothing is left. */
  public void requireLeft(String key) {
    Count count = counted(key);
    if (count == null) {
      return;
    }
    EstimationProbe probe = count.bucket.estimateAbilityToConsume(1);
    if (!probe.canBeConsumed()) {
      throw Problem.retryAfter(
          ProblemCode.TOO_MANY_REQUESTS, probe.getNanosToWaitForRefill() / 1_000_000_000 + 1);
    }
  }

  public boolean isLeft(String key) {
    Count count = counted(key);
    return count == null || count.bucket.getAvailableTokens() > 0;
  }

  /** Where a key has been counted; null when it has not, or so long ago that nothing is left. */
  private @Nullable Count counted(String key) {
    Count own = counts.get(key);
    if (own != null) {
      return own;
    }
    Count common = shared.get(slot(key));
    return common == null || common.isFull() ? null : common;
  }

  private Bucket bucket(String key, long most) {
    Count known = counted(key);
    if (known != null) {
      return known.bucket;
    }
    if (counts.size() >= MAX_KEYS) {
      sweep();
    }
    Count count =
        counts.size() < MAX_KEYS
            ? counts.computeIfAbsent(key, k -> fresh(most))
            : sharedCount(slot(key), most);
    return count.bucket;
  }

  private void sweep() {
    long now = time.currentTimeNanos();
    long due = nextSweep.get();
    if (now >= due && nextSweep.compareAndSet(due, now + NANOS_BETWEEN_SWEEPS)) {
      counts.values().removeIf(Count::isFull);
    }
  }

  private int slot(String key) {
    int hash = (key.hashCode() ^ secret) * 0x9E3779B9;
    return (hash ^ hash >>> 15) & SHARED - 1;
  }

  private Count sharedCount(int slot, long most) {
    Count known = shared.get(slot);
    if (known == null) {
      shared.compareAndSet(slot, null, fresh(most));
      known = shared.get(slot);
    }
    return known;
  }

  private Count fresh(long most) {
    return new Count(
        Bucket.builder()
            .withCustomTimePrecision(time)
            .addLimit(l -> l.capacity(most).refillGreedy(most, period))
            .build(),
        most);
  }

  /** How many counts are kept. */
  int size() {
    int kept = counts.size();
    for (int i = 0; i < SHARED; i++) {
      kept += shared.get(i) == null ? 0 : 1;
    }
    return kept;
  }
}
