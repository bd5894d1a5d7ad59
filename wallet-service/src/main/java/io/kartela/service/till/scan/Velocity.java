package io.kartela.service.till.scan;

import io.github.bucket4j.Bucket;
import io.kartela.service.platform.http.Problem;
import io.kartela.service.platform.http.ProblemCode;
import io.kartela.service.shop.store.RegisterPrincipal;
import io.kartela.service.shop.store.TillSettings;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How often a register may scan and miss (on this node), and how often a member may be scanned (on
 * all nodes, by the traces). Thread-safe.
 */
final class Velocity {
  private static final int MAX_KEYS = 50_000;
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Duration HOUR = Duration.ofHours(1);

  private final Map<Key, Bucket> buckets = new ConcurrentHashMap<>();

  /** The limit is a part of the key, so that a changed setting counts at once. */
  private record Key(long merchantId, long registerId, boolean misses, int limit) {}

  /** Counts a scan of the register; a problem with Retry-After when there are too many. */
  void scan(RegisterPrincipal register, TillSettings settings) {
    take(bucket(register, false, settings.scansPerRegisterMinute()), true);
    // Guessing codes: whoever missed too often waits before the next guess.
    take(bucket(register, true, settings.missesPerRegisterMinute()), false);
  }

  void missed(RegisterPrincipal register, TillSettings settings) {
    bucket(register, true, settings.missesPerRegisterMinute()).tryConsume(1);
  }

  private Bucket bucket(RegisterPrincipal register, boolean misses, int limit) {
    if (buckets.size() > MAX_KEYS) {
      buckets.clear();
    }
    return buckets.computeIfAbsent(
        new Key(register.merchantId(), register.registerId(), misses, limit),
        k -> Bucket.builder().addLimit(l -> l.capacity(limit).refillGreedy(limit, MINUTE)).build());
  }

  private static void take(Bucket bucket, boolean consume) {
    long wait;
    if (consume) {
      var probe = bucket.tryConsumeAndReturnRemaining(1);
      wait = probe.isConsumed() ? -1 : probe.getNanosToWaitForRefill();
    } else {
      var probe = bucket.estimateAbilityToConsume(1);
      wait = probe.canBeConsumed() ? -1 : probe.getNanosToWaitForRefill();
    }
    if (wait >= 0) {
      throw Problem.retryAfter(ProblemCode.TOO_MANY_REQUESTS, wait / 1_000_000_000 + 1);
    }
  }

  /** A problem when the member has been scanned so often within the hour; reads a bounded part. */
  Optional<Problem> tooOften(
      Connection c, long merchantId, long memberId, TillSettings settings, Instant now)
      throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            """
            SELECT at FROM kartela.scan WHERE merchant_id = ? AND member_id = ? AND at > ? AND outcome = 'FOUND'
            ORDER BY at DESC, scan_id DESC OFFSET ? LIMIT 1
            """)) {
      s.setLong(1, merchantId);
      s.setLong(2, memberId);
      s.setTimestamp(3, Timestamp.from(now.minus(HOUR)));
      s.setInt(4, settings.scansPerCardHour() - 1);
      try (ResultSet r = s.executeQuery()) {
        if (!r.next()) {
          return Optional.empty();
        }
        Instant oldest = r.getTimestamp(1).toInstant();
        long wait = Duration.between(now, oldest.plus(HOUR)).toSeconds() + 1;
        return Optional.of(Problem.retryAfter(ProblemCode.TOO_MANY_REQUESTS, wait));
      }
    }
  }
}
