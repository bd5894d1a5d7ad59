package io.kartela.service.till.scan;

import io.kartela.service.platform.http.Problem;
import io.kartela.service.platform.http.ProblemCode;
import io.kartela.service.platform.http.RateLimit;
import io.kartela.service.shop.store.RegisterPrincipal;
import io.kartela.service.shop.store.TillSettings;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How often a register may scan and miss (on this node), and how often a member may be scanned (on
 * all nodes, by the traces). Thread-safe.
 */
final class Velocity {
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Duration HOUR = Duration.ofHours(1);

  private final RateLimit perMinute =
      new RateLimit(TillSettings.USUAL.scansPerRegisterMinute(), MINUTE);

  /** Counts a scan of the register; a problem with Retry-After when there are too many. */
  void scan(RegisterPrincipal register, TillSettings settings) {
    int most = settings.scansPerRegisterMinute();
    perMinute.take(key(register, "scans", most), most);
    // Guessing codes: whoever missed too often waits before the next guess.
    perMinute.requireLeft(key(register, "misses", settings.missesPerRegisterMinute()));
  }

  void missed(RegisterPrincipal register, TillSettings settings) {
    int most = settings.missesPerRegisterMinute();
    perMinute.count(key(register, "misses", most), most);
  }

  /** The limit is a part of it, so that a changed setting counts at once. */
  private static String key(RegisterPrincipal register, String what, int most) {
    return register.merchantId() + " " + register.registerId() + " " + what + " " + most;
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
