package io.kartela.service.report.brought;

import io.kartela.service.member.segment.Audiences;
import io.kartela.service.message.holdout.HoldOut;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.IsoFields;
import org.jspecify.annotations.Nullable;

/**
 * What all advertising of a quarter brought together: those who were in none of it beside all
 * others. Campaigns' own results count a purchase as often as campaigns overlap; this one counts it
 * once.
 */
final class QuarterArms {
  private static final int QUARTER_MONTHS = 3;

  private QuarterArms() {}

  /**
   * A quarter.
   *
   * @param quarter such as 2026-4
   */
  record Quarter(String quarter, CampaignResult result) {}

  private record Shop(ZoneId zone, int percent, @Nullable Instant since) {}

  /**
   * The result so far.
   *
   * @param back how many quarters ago; 0: this one
   */
  static Quarter result(
      Connection c, long merchantId, int back, @Nullable Integer margin, Instant now)
      throws SQLException {
    Shop shop = shop(c, merchantId);
    LocalDate today = now.atZone(shop.zone).toLocalDate();
    LocalDate first =
        today.with(IsoFields.DAY_OF_QUARTER, 1).minusMonths((long) QUARTER_MONTHS * back);
    Instant begin = first.atStartOfDay(shop.zone).toInstant();
    Instant end = first.plusMonths(QUARTER_MONTHS).atStartOfDay(shop.zone).toInstant();
    Instant from = shop.since != null && shop.since.isAfter(begin) ? shop.since : begin;
    String name = first.getYear() + "-" + first.get(IsoFields.QUARTER_OF_YEAR);
    boolean held = shop.percent > 0 && from.isBefore(end);
    Instant since = from.isBefore(end) ? from : begin;
    Trial trial =
        new Trial(
            merchantId,
            first.toEpochDay(),
            since,
            Math.max(1, (int) Duration.between(since, end).plusHours(12).toDays()),
            held ? shop.percent : 0,
            1,
            0);
    Arms arms = arms(c, merchantId, trial, begin);
    return new Quarter(
        name, CampaignResult.of(trial, arms, margin, cost(c, merchantId, trial), now));
  }

  private static Shop shop(Connection c, long merchantId) throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            """
            SELECT zone, global_hold_out_percent, nullif(global_hold_out_since, '-infinity') FROM kartela.merchant
            WHERE merchant_id = ?
            """)) {
      s.setLong(1, merchantId);
      try (ResultSet r = s.executeQuery()) {
        r.next();
        Timestamp since = r.getTimestamp(3);
        return new Shop(
            ZoneId.of(r.getString(1)), r.getInt(2), since == null ? null : since.toInstant());
      }
    }
  }

  /** Of all who were members when it began; whoever joins later may join because of a message. */
  private static Arms arms(Connection c, long merchantId, Trial trial, Instant quarter)
      throws SQLException {
    Audiences.asBig(c);
    HoldOut holdOut = HoldOut.of(c, merchantId, 0, 0, quarter);
    String sql =
        """
        WITH drawn AS (%s),
        person AS (SELECT member_id, CASE WHEN reason IS NULL THEN '' ELSE 'HOLD_OUT' END AS arm FROM drawn),
        bought AS (
            SELECT member_id, sum(net)::bigint AS money, sum(spent)::bigint AS bonuses FROM kartela.receipt
            WHERE merchant_id = ? AND at >= ? AND at < ? AND member_id IS NOT NULL GROUP BY 1),
        back AS (
            SELECT r.member_id, sum(b.money)::bigint AS money, sum(b.bonuses_back)::bigint AS bonuses
            FROM kartela.receipt_return b JOIN kartela.receipt r ON r.merchant_id = b.merchant_id AND r.receipt_id = b.receipt_id
            WHERE b.merchant_id = ? AND b.at >= ? AND b.at < ? AND r.at >= ? AND r.at < ? GROUP BY 1),
        figure AS (
            SELECT member_id, p.arm, b.money - coalesce(k.money, 0) AS money, b.bonuses - coalesce(k.bonuses, 0) AS bonuses
            FROM person p LEFT JOIN bought b USING (member_id) LEFT JOIN back k USING (member_id))
        SELECT arm, count(*), array_agg(money ORDER BY member_id) FILTER (WHERE money <> 0 OR bonuses <> 0),
            array_agg(bonuses ORDER BY member_id) FILTER (WHERE money <> 0 OR bonuses <> 0)
        FROM figure GROUP BY arm
        """
            .formatted(
                holdOut.sql(
                    "SELECT member_id FROM kartela.member WHERE merchant_id = ? AND created_at <= ?"
                        + " AND status IN ('ACTIVE', 'BLOCKED')"));
    Timestamp from = Timestamp.from(trial.from());
    Timestamp until = Timestamp.from(trial.until());
    try (PreparedStatement s = c.prepareStatement(sql)) {
      int at = holdOut.bind(s, 0);
      s.setLong(++at, merchantId);
      s.setTimestamp(++at, from);
      for (int i = 0; i < 2; i++) {
        s.setLong(++at, merchantId);
        s.setTimestamp(++at, from);
        s.setTimestamp(++at, until);
      }
      s.setTimestamp(++at, from);
      s.setTimestamp(++at, until);
      return Arms.read(s);
    }
  }

  private static long cost(Connection c, long merchantId, Trial trial) throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            "SELECT coalesce(sum(cost), 0) FROM kartela.sent WHERE merchant_id = ? AND at >= ? AND"
                + " at < ?")) {
      s.setLong(1, merchantId);
      s.setTimestamp(2, Timestamp.from(trial.from()));
      s.setTimestamp(3, Timestamp.from(trial.until()));
      try (ResultSet r = s.executeQuery()) {
        r.next();
        return r.getLong(1);
      }
    }
  }
}
