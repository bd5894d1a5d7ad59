package io.kartela.service.member.segment;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which goods receipts have, written behind the purchases so that no till waits for it. In the
 * merchant's transaction; may run anywhere, twice. Stateless.
 */
final class SoldGoods {
  /** Longer than any transaction takes: so far it is looked back for receipts that came late. */
  private static final Duration SLOW = Duration.ofMinutes(10);

  private static final Duration STEP = Duration.ofHours(6);

  private SoldGoods() {}

  /** Takes in what was booked next; true: all of it is in now. */
  static boolean follow(Connection c, long merchantId, Instant now) throws SQLException {
    Instant seen = seen(c, merchantId);
    if (seen == null) {
      return true;
    }
    Instant from = seen.minus(SLOW);
    Instant step = seen.plus(STEP);
    Instant to = step.isBefore(now) ? step : now;
    // Held, so that a return or a change of the buyer waits and then finds what it has to follow.
    try (PreparedStatement s =
        c.prepareStatement(
            """
            WITH booked AS MATERIALIZED (
                SELECT r.receipt_id, r.member_id, r.at, r.document FROM kartela.receipt r
                WHERE r.merchant_id = ? AND r.recorded_at >= ? AND r.recorded_at <= ? AND r.member_id IS NOT NULL AND NOT r.undone
                    AND NOT EXISTS (SELECT FROM kartela.receipt_good g
                        WHERE g.merchant_id = r.merchant_id AND g.receipt_id = r.receipt_id)
                FOR SHARE)
            INSERT INTO kartela.receipt_good (merchant_id, receipt_id, key, member_id, at)
            SELECT ?, b.receipt_id, k, b.member_id, b.at FROM booked b CROSS JOIN LATERAL kartela.receipt_goods(b.document) k
            ON CONFLICT DO NOTHING
            """)) {
      s.setLong(1, merchantId);
      s.setTimestamp(2, Timestamp.from(from));
      s.setTimestamp(3, Timestamp.from(to));
      s.setLong(4, merchantId);
      s.executeUpdate();
    }
    try (PreparedStatement s =
        c.prepareStatement(
            """
            INSERT INTO kartela.receipt_good_seen AS g (merchant_id, recorded_until) VALUES (?, ?)
            ON CONFLICT (merchant_id) DO UPDATE SET recorded_until = greatest(g.recorded_until, excluded.recorded_until)
            """)) {
      s.setLong(1, merchantId);
      s.setTimestamp(2, Timestamp.from(to));
      s.executeUpdate();
    }
    return !to.isBefore(now);
  }

  /** Up to when; of a shop that has none yet, its first receipt; null: it has no receipts. */
  private static @Nullable Instant seen(Connection c, long merchantId) throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            """
            SELECT coalesce((SELECT recorded_until FROM kartela.receipt_good_seen WHERE merchant_id = ?),
                (SELECT min(recorded_at) FROM kartela.receipt WHERE merchant_id = ?))
            """)) {
      s.setLong(1, merchantId);
      s.setLong(2, merchantId);
      try (ResultSet r = s.executeQuery()) {
        r.next();
        Timestamp at = r.getTimestamp(1);
        return at == null ? null : at.toInstant();
      }
    }
  }
}
