package io.kartela.service.report.brought;

import io.kartela.service.member.segment.Audiences;
import io.kartela.service.platform.http.Problem;
import io.kartela.service.platform.http.ProblemCode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An automation is one experiment over all its months: each member counts once, from the first
 * occasion on, however often it happened to them. What was decided before the share was changed is
 * another one.
 */
final class AutomationArms {
  /** What is bought so long after a member's first occasion counts. */
  static final int WINDOW_DAYS = 14;

  /** So long it goes on until more can be said than "probably". */
  private static final int PLANNED_DAYS = 90;

  private static final String SQL =
      """
      WITH RECURSIVE post (gone, next) AS (
          SELECT member_id, merged_into FROM kartela.member WHERE merchant_id = ? AND merged_into IS NOT NULL
          UNION SELECT p.gone, m.merged_into FROM post p
          JOIN kartela.member m ON m.merchant_id = ? AND m.member_id = p.next AND m.merged_into IS NOT NULL),
      heir AS (
          SELECT gone, next FROM post p WHERE NOT EXISTS (SELECT FROM kartela.member m
              WHERE m.merchant_id = ? AND m.member_id = p.next AND m.merged_into IS NOT NULL)),
      person AS (
          SELECT DISTINCT ON (member_id) member_id, arm, at FROM (
              SELECT coalesce(h.next, r.member_id) AS member_id, h.next IS NOT NULL AS gone, r.at, r.occasion,
                  CASE r.arm WHEN 'H' THEN 'HOLD_OUT' ELSE '' END AS arm
              FROM kartela.automation_message r LEFT JOIN heir h ON h.gone = r.member_id
              WHERE r.merchant_id = ? AND r.automation_id = ? AND r.arm IS NOT NULL AND r.at >= ?) x
          ORDER BY member_id, gone, at, occasion),
      bought AS (
          SELECT p.member_id, sum(r.net)::bigint AS money, sum(r.spent)::bigint AS bonuses FROM person p
          JOIN kartela.receipt r ON r.merchant_id = ? AND r.member_id = p.member_id AND r.at >= p.at AND r.at < p.at + ? * interval '1 day'
          GROUP BY 1),
      back AS (
          SELECT p.member_id, sum(b.money)::bigint AS money, sum(b.bonuses_back)::bigint AS bonuses FROM person p
          JOIN kartela.receipt r ON r.merchant_id = ? AND r.member_id = p.member_id AND r.at >= p.at AND r.at < p.at + ? * interval '1 day'
          JOIN kartela.receipt_return b ON b.merchant_id = r.merchant_id AND b.receipt_id = r.receipt_id
              AND b.at >= p.at AND b.at < p.at + ? * interval '1 day'
          GROUP BY 1),
      figure AS (
          SELECT member_id, p.arm, b.money - coalesce(k.money, 0) AS money, b.bonuses - coalesce(k.bonuses, 0) AS bonuses
          FROM person p LEFT JOIN bought b USING (member_id) LEFT JOIN back k USING (member_id))
      SELECT arm, count(*), array_agg(money ORDER BY member_id) FILTER (WHERE money <> 0 OR bonuses <> 0),
          array_agg(bonuses ORDER BY member_id) FILTER (WHERE money <> 0 OR bonuses <> 0)
      FROM figure GROUP BY arm
      """;

  private AutomationArms() {}

  private record Experiment(int percent, Instant since, @Nullable Instant first, long cost) {}

  static CampaignResult result(
      Connection c, long merchantId, long id, @Nullable Integer margin, Instant now)
      throws SQLException {
    Experiment e = experiment(c, merchantId, id);
    Instant from = e.first == null ? now : e.first;
    Trial trial = new Trial(merchantId, id, from, PLANNED_DAYS + WINDOW_DAYS, e.percent, 1, 0);
    return CampaignResult.of(trial, arms(c, merchantId, id, e.since), margin, e.cost, now);
  }

  private static Experiment experiment(Connection c, long merchantId, long id) throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            """
            SELECT a.hold_out_percent, greatest(a.hold_out_since, '0001-01-01'), min(m.at), coalesce(sum(m.cost), 0)
            FROM kartela.automation a LEFT JOIN kartela.automation_message m ON m.merchant_id = a.merchant_id
                AND m.automation_id = a.automation_id AND m.arm IS NOT NULL AND m.at >= a.hold_out_since
            WHERE a.merchant_id = ? AND a.automation_id = ? AND a.state <> 'DELETED' GROUP BY 1, 2
            """)) {
      s.setLong(1, merchantId);
      s.setLong(2, id);
      try (ResultSet r = s.executeQuery()) {
        if (!r.next()) {
          throw new Problem(ProblemCode.AUTOMATION_NOT_FOUND);
        }
        Timestamp first = r.getTimestamp(3);
        return new Experiment(
            r.getInt(1),
            r.getTimestamp(2).toInstant(),
            first == null ? null : first.toInstant(),
            r.getLong(4));
      }
    }
  }

  private static Arms arms(Connection c, long merchantId, long id, Instant since)
      throws SQLException {
    Audiences.asBig(c);
    try (PreparedStatement s = c.prepareStatement(SQL)) {
      int at = 0;
      for (int i = 0; i < 4; i++) {
        s.setLong(++at, merchantId);
      }
      s.setLong(++at, id);
      s.setTimestamp(++at, Timestamp.from(since));
      s.setLong(++at, merchantId);
      s.setInt(++at, WINDOW_DAYS);
      s.setLong(++at, merchantId);
      s.setInt(++at, WINDOW_DAYS);
      s.setInt(++at, WINDOW_DAYS);
      return Arms.read(s);
    }
  }
}
