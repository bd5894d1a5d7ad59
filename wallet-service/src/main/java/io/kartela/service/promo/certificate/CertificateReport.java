package io.kartela.service.promo.certificate;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What accounting asks of certificates: what came in, was spent and paid back in a period, and what
 * is owed at its end by age; those that were bought and the shop's presents apart.
 */
record CertificateReport(Part bought, Part gifted) {
  /**
   * One origin.
   *
   * @param issued how many, of {@code sold} kopecks together with what came onto them later
   * @param spent less what returns put back
   * @param owed left on certificates at the end; of presents those that have not ended
   * @param ended left on presents that have
   */
  record Part(
      long issued, long sold, long spent, long refunded, long owed, long ended, List<Age> ages) {}

  /**
   * Owed at the end on certificates issued so many days before.
   *
   * @param from days; until the next one's
   */
  record Age(int from, long certificates, long amount) {}

  private static final int[] AGES = {0, 31, 91, 181, 366};

  /**
   * Works it out.
   *
   * @param from first instant of the period
   * @param until first instant after it, at which is owed
   */
  static CertificateReport of(Connection c, long merchantId, Instant from, Instant until)
      throws SQLException {
    return new CertificateReport(
        part(c, merchantId, Origin.BOUGHT, from, until),
        part(c, merchantId, Origin.GIFTED, from, until));
  }

  private static Part part(
      Connection c, long merchantId, Origin origin, Instant from, Instant until)
      throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            """
            SELECT count(*) FILTER (WHERE m.kind = 'ISSUE'),
                coalesce(sum(m.amount) FILTER (WHERE m.kind IN ('ISSUE', 'TOP_UP')), 0),
                coalesce(-sum(m.amount) FILTER (WHERE m.kind IN ('SPEND', 'BACK')), 0),
                coalesce(-sum(m.amount) FILTER (WHERE m.kind = 'REFUND'), 0)
            FROM kartela.certificate_move m JOIN kartela.certificate t USING (merchant_id, certificate_id)
            WHERE m.merchant_id = ? AND t.origin = ? AND m.at >= ? AND m.at < ?
            """)) {
      s.setLong(1, merchantId);
      s.setString(2, origin.name());
      s.setTimestamp(3, Timestamp.from(from));
      s.setTimestamp(4, Timestamp.from(until));
      try (ResultSet r = s.executeQuery()) {
        boolean _ = r.next();
        List<Age> ages = ages(c, merchantId, origin, until, false);
        return new Part(
            r.getLong(1),
            r.getLong(2),
            r.getLong(3),
            r.getLong(4),
            ages.stream().mapToLong(Age::amount).sum(),
            ages(c, merchantId, origin, until, true).stream().mapToLong(Age::amount).sum(),
            ages);
      }
    }
  }

  private static List<Age> ages(
      Connection c, long merchantId, Origin origin, Instant until, boolean ended)
      throws SQLException {
    long[] certificates = new long[AGES.length];
    long[] amounts = new long[AGES.length];
    try (PreparedStatement s =
        c.prepareStatement(
            """
            SELECT width_bucket(extract(epoch FROM (?::timestamptz - issued_at)) / 86400, ARRAY[0, 31, 91, 181, 366]::numeric[]) AS age,
                count(*), sum(rest)
            FROM (SELECT t.issued_at, (SELECT sum(m.amount) FROM kartela.certificate_move m
                    WHERE m.merchant_id = t.merchant_id AND m.certificate_id = t.certificate_id AND m.at < ?) AS rest
                FROM kartela.certificate t
                WHERE t.merchant_id = ? AND t.origin = ? AND t.issued_at < ?
                    AND (coalesce(t.ends_at, 'infinity') <= ?) = ?) x
            WHERE rest <> 0 GROUP BY age
            """)) {
      Timestamp at = Timestamp.from(until);
      s.setTimestamp(1, at);
      s.setTimestamp(2, at);
      s.setLong(3, merchantId);
      s.setString(4, origin.name());
      s.setTimestamp(5, at);
      s.setTimestamp(6, at);
      s.setBoolean(7, ended);
      try (ResultSet r = s.executeQuery()) {
        while (r.next()) {
          int bucket = Math.max(0, r.getInt(1) - 1);
          certificates[bucket] += r.getLong(2);
          amounts[bucket] += r.getLong(3);
        }
      }
    }
    List<Age> ages = new ArrayList<>();
    for (int i = 0; i < AGES.length; i++) {
      ages.add(new Age(AGES[i], certificates[i], amounts[i]));
    }
    return ages;
  }
}
