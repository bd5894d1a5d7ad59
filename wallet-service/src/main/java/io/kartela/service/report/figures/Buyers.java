package io.kartela.service.report.figures;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;

/**
 * Who bought in a period: members do not add up over days, so they are counted among the receipts.
 * A purchase that came back whole is none.
 */
final class Buyers {
  private Buyers() {}

  /**
   * Members who bought.
   *
   * @param fresh of them, for the first time ever
   * @param once bought once in the period
   * @param thrice three times or more
   */
  record Count(long members, long fresh, long once, long twice, long thrice) {}

  static Count of(Connection c, Scope scope, Instant from, Instant to) throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            """
            SELECT count(*), count(*) FILTER (WHERE m.first_purchase_at >= ?), count(*) FILTER (WHERE b.n = 1),
                count(*) FILTER (WHERE b.n = 2), count(*) FILTER (WHERE b.n >= 3)
            FROM (SELECT r.member_id, count(*) AS n FROM kartela.receipt r
                WHERE r.merchant_id = ? AND r.at >= ? AND r.at < ? AND NOT r.undone AND r.member_id IS NOT NULL\
            """
                + scope.sql()
                + """

                    GROUP BY r.member_id) b
                LEFT JOIN kartela.member_standing m ON m.merchant_id = ? AND m.member_id = b.member_id
                """)) {
      s.setTimestamp(1, Timestamp.from(from));
      s.setLong(2, scope.merchantId());
      s.setTimestamp(3, Timestamp.from(from));
      s.setTimestamp(4, Timestamp.from(to));
      s.setLong(scope.bind(s, 4) + 1, scope.merchantId());
      try (ResultSet r = s.executeQuery()) {
        r.next();
        return new Count(r.getLong(1), r.getLong(2), r.getLong(3), r.getLong(4), r.getLong(5));
      }
    }
  }
}
