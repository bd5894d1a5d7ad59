package io.kartela.service.member.referral;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;

/**
 * What inviting friends brought by the purchases of some days, less what has been returned of them
 * since; the cost is that of the ledger's lots to the kopeck. Stateless.
 */
final class FriendsReport {
  /**
   * The figures, money in kopecks.
   *
   * @param joined who came by an invitation in these days
   * @param active invited members, whenever they came, who bought in these days
   * @param revenue what the invited paid
   * @param given rewards of inviters for it, net of what was taken back
   * @param waiting of rewards, what is given only when friends buy once more
   * @param welcome start bonuses of those who joined
   * @param rewarded inviters who got something
   */
  record Figures(
      long joined,
      long active,
      long purchases,
      long revenue,
      long given,
      long waiting,
      long welcome,
      long rewarded) {}

  private static final String FIGURES =
      """
      SELECT (SELECT count(*) FROM kartela.member WHERE merchant_id = p.shop AND invited_by IS NOT NULL
              AND invited_at >= p.since AND invited_at < p.until),
          b.active, b.purchases, b.revenue, r.given, r.waiting,
          (SELECT coalesce(sum(e.delta + e.pending_delta), 0) FROM kartela.member m
              JOIN ledger.entry e ON e.merchant_id = m.merchant_id AND e.account_id = m.member_id AND e.op = 'GIFT'
                  AND e.ref = 'invited'
              WHERE m.merchant_id = p.shop AND m.invited_at >= p.since AND m.invited_at < p.until
                  AND m.invited_by IS NOT NULL),
          r.rewarded
      FROM (SELECT ?::bigint AS shop, ?::timestamptz AS since, ?::timestamptz AS until) p
      CROSS JOIN LATERAL (
          SELECT count(DISTINCT x.member_id) AS active, count(*) AS purchases,
              coalesce(sum(x.net - x.returned), 0) AS revenue
          FROM kartela.receipt x JOIN kartela.member m ON m.merchant_id = x.merchant_id AND m.member_id = x.member_id
          WHERE x.merchant_id = p.shop AND x.at >= p.since AND x.at < p.until AND NOT x.undone
              AND m.invited_by IS NOT NULL) b
      CROSS JOIN LATERAL (
          SELECT coalesce(sum(w.given - w.taken), 0) AS given,
              coalesce(sum(w.kept) FILTER (WHERE w.earned_at IS NULL AND w.refused IS NULL), 0) AS waiting,
              count(DISTINCT w.inviter_id) FILTER (WHERE w.given > w.taken) AS rewarded
          FROM kartela.referral_reward w
          WHERE w.merchant_id = p.shop AND w.at >= p.since AND w.at < p.until) r
      """;

  private FriendsReport() {}

  static Figures of(Connection c, long merchantId, Instant since, Instant until)
      throws SQLException {
    try (PreparedStatement s = c.prepareStatement(FIGURES)) {
      s.setLong(1, merchantId);
      s.setTimestamp(2, Timestamp.from(since));
      s.setTimestamp(3, Timestamp.from(until));
      try (ResultSet r = s.executeQuery()) {
        r.next();
        return new Figures(
            r.getLong(1),
            r.getLong(2),
            r.getLong(3),
            r.getLong(4),
            r.getLong(5),
            r.getLong(6),
            r.getLong(7),
            r.getLong(8));
      }
    }
  }
}
