package io.kartela.service.member.segment;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/**
 * Scores of all who bought in the last twelve months, by mid-rank: equal members have equal scores.
 * In the merchant's transaction. Stateless.
 */
final class RfmScores {
  /** With fewer buyers three scores are all that can be told apart: 1, 3 and 5. */
  private static final int FEW = 50;

  private static final int KEEP_DAYS = 800;

  private static final String SCORED =
      """
      buyer AS (
          SELECT d.member_id, ? - (s.last_purchase_at AT TIME ZONE ?)::date AS days, sum(d.receipts) AS often, sum(d.amount) AS paid
          FROM kartela.member_day d JOIN kartela.member_standing s USING (merchant_id, member_id)
          WHERE merchant_id = ? AND d.day > ? AND d.day <= ? AND s.last_purchase_at IS NOT NULL
          GROUP BY d.member_id, s.last_purchase_at HAVING sum(d.receipts) > 0),
      ranked AS (
          SELECT member_id, count(*) OVER () AS n, CASE WHEN count(*) OVER () < %d THEN 3 ELSE 5 END AS k,
              2 * (rank() OVER (ORDER BY days DESC) - 1) + count(*) OVER (PARTITION BY days) - 1 AS recency,
              2 * (rank() OVER (ORDER BY often) - 1) + count(*) OVER (PARTITION BY often) - 1 AS frequency,
              2 * (rank() OVER (ORDER BY paid) - 1) + count(*) OVER (PARTITION BY paid) - 1 AS money
          FROM buyer),
      fresh AS (
          SELECT member_id, %s AS recency, %s AS frequency, %s AS money FROM ranked)\
      """
          .formatted(FEW, score("recency"), score("frequency"), score("money"));

  private RfmScores() {}

  /** The rank is twice the members below and half of the equal ones; whole numbers all along. */
  private static String score(String rank) {
    return """
    CASE WHEN n = 1 THEN 5
        ELSE (1 + least(k - 1, k * %s / (2 * (n - 1)))) * CASE WHEN k = 3 THEN 2 ELSE 1 END
            - CASE WHEN k = 3 THEN 1 ELSE 0 END END\
    """
        .formatted(rank);
  }

  /**
   * Scores of the day, once; false: it has them. On a shop's first day they are counted when the
   * first has bought.
   */
  static boolean compute(Connection c, long merchantId, ZoneId zone, Instant now)
      throws SQLException {
    LocalDate today = now.atZone(zone).toLocalDate();
    Optional<Boolean> again = begin(c, merchantId, today);
    if (again.isEmpty()) {
      return false;
    }
    Audiences.asBig(c);
    if (again.get()) {
      run(
          c,
          Sql.of(
              "DELETE FROM kartela.member_rfm WHERE merchant_id = ? AND since = ?",
              merchantId,
              today));
      run(
          c,
          Sql.of(
              "UPDATE kartela.member_rfm SET until = NULL WHERE merchant_id = ? AND until = ?",
              merchantId,
              today));
    }
    String sql =
        """
        WITH %s,
        closed AS (
            UPDATE kartela.member_rfm o SET until = ? WHERE o.merchant_id = ? AND o.until IS NULL AND NOT EXISTS (
                SELECT FROM fresh f WHERE f.member_id = o.member_id AND f.recency = o.recency
                    AND f.frequency = o.frequency AND f.money = o.money)),
        opened AS (
            INSERT INTO kartela.member_rfm (merchant_id, member_id, since, recency, frequency, money)
            SELECT ?, f.member_id, ?, f.recency, f.frequency, f.money FROM fresh f
            LEFT JOIN kartela.member_rfm o ON o.merchant_id = ? AND o.until IS NULL AND o.member_id = f.member_id
            WHERE (o.recency, o.frequency, o.money) IS DISTINCT FROM (f.recency, f.frequency, f.money))
        UPDATE kartela.rfm_day SET buyers = (SELECT count(*) FROM fresh) WHERE merchant_id = ? AND day = ?
        """
            .formatted(SCORED);
    Sql values =
        Sql.of(
            sql,
            today,
            zone.getId(),
            merchantId,
            today.minusYears(1),
            today,
            today,
            merchantId,
            merchantId,
            today,
            merchantId,
            merchantId,
            today);
    run(c, values);
    run(
        c,
        Sql.of(
            "DELETE FROM kartela.member_rfm WHERE merchant_id = ? AND until < ?",
            merchantId,
            today.minusDays(KEEP_DAYS)));
    run(
        c,
        Sql.of(
            "DELETE FROM kartela.rfm_day WHERE merchant_id = ? AND day < ?",
            merchantId,
            today.minusDays(KEEP_DAYS)));
    return true;
  }

  /** Whether it is to be done again; empty: not. A clock that goes back makes no second past. */
  private static Optional<Boolean> begin(Connection c, long merchantId, LocalDate today)
      throws SQLException {
    Sql sql =
        Sql.of(
            """
            INSERT INTO kartela.rfm_day AS d (merchant_id, day, buyers) SELECT ?, ?, 0
            WHERE NOT EXISTS (SELECT FROM kartela.rfm_day WHERE merchant_id = ? AND day > ?)
            ON CONFLICT (merchant_id, day) DO UPDATE SET buyers = 0 WHERE d.buyers = 0
            RETURNING xmax <> 0
            """,
            merchantId,
            today,
            merchantId,
            today);
    try (PreparedStatement s = c.prepareStatement(sql.text())) {
      int _ = sql.bind(s, 0);
      try (ResultSet r = s.executeQuery()) {
        return r.next() ? Optional.of(r.getBoolean(1)) : Optional.empty();
      }
    }
  }

  private static void run(Connection c, Sql sql) throws SQLException {
    try (PreparedStatement s = c.prepareStatement(sql.text())) {
      int _ = sql.bind(s, 0);
      s.executeUpdate();
    }
  }
}
