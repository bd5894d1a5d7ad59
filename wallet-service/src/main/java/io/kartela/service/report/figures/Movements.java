package io.kartela.service.report.figures;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;

/** Sales and returns as they were booked, added up from the receipts themselves. Stateless. */
final class Movements {
  private Movements() {}

  /**
   * Each movement of a time as a row: {@code at}, {@code store_id} and what {@link Sums} adds up.
   * Placeholders: merchant, from, to, the scope's; twice, and for who joined merchant, from, to.
   */
  static String sql(Scope scope) {
    String where = " WHERE %1$s.merchant_id = ? AND %1$s.at >= ? AND %1$s.at < ?" + scope.sql();
    return """
    SELECT r.at, r.store_id, 1 AS receipts, 1 AS sales, r.net AS revenue,
        CASE WHEN r.member_id IS NULL THEN 0 ELSE 1 END AS member_receipts,
        CASE WHEN r.member_id IS NULL THEN 0 ELSE r.net END AS member_revenue,
        r.gross, r.discount, r.earned, r.spent, 0 AS joined
    FROM kartela.receipt r\
    """
        + where.formatted("r")
        + """

        UNION ALL
        SELECT b.at, r.store_id, CASE WHEN b.completes THEN -1 ELSE 0 END, 0, -b.money,
            CASE WHEN b.completes AND r.member_id IS NOT NULL THEN -1 ELSE 0 END,
            CASE WHEN r.member_id IS NULL THEN 0 ELSE -b.money END,
            0, 0, -(b.earn_reversed - b.shortfall + b.recovered), -b.bonuses_back, 0
        FROM kartela.receipt_return b JOIN kartela.receipt r USING (merchant_id, receipt_id)\
        """
        + where.formatted("b")
        + (scope.whole()
            ? """

            UNION ALL
            SELECT created_at, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1 FROM kartela.member
            WHERE merchant_id = ? AND created_at >= ? AND created_at < ? AND status <> 'MERGED'\
            """
            : "");
  }

  /** Sets the values of {@link #sql}; the number of the last placeholder. */
  static int bind(PreparedStatement s, int after, Scope scope, Instant from, Instant to)
      throws SQLException {
    int at = after;
    for (int i = 0; i < (scope.whole() ? 3 : 2); i++) {
      s.setLong(at + 1, scope.merchantId());
      s.setTimestamp(at + 2, Timestamp.from(from));
      s.setTimestamp(at + 3, Timestamp.from(to));
      at = i < 2 ? scope.bind(s, at + 3) : at + 3;
    }
    return at;
  }

  /** Adds the days between two instants to those that are known. */
  static void add(Connection c, Scope scope, Instant from, Instant to, Map<LocalDate, Sums> days)
      throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            "SELECT (at AT TIME ZONE ?)::date AS day, "
                + Sums.ADDED
                + " FROM ("
                + sql(scope)
                + ") AS movements GROUP BY 1")) {
      s.setString(1, scope.zone().getId());
      int _ = bind(s, 1, scope, from, to);
      try (ResultSet r = s.executeQuery()) {
        while (r.next()) {
          days.merge(r.getObject(1, LocalDate.class), Sums.read(r, 2), Sums::plus);
        }
      }
    }
  }
}
