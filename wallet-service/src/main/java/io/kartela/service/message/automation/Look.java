package io.kartela.service.message.automation;

import io.kartela.service.program.TierView;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * One look at what happened between two moments, for one step of an automation.
 *
 * @param step from 0
 * @param from included; what was written by a transaction that was slow is looked for again
 * @param tiers from the lowest
 */
record Look(
    long merchantId,
    Automation automation,
    int step,
    Instant from,
    Instant to,
    ZoneId zone,
    List<TierView> tiers) {

  /** Longer than any transaction takes. */
  private static final Duration SLOW = Duration.ofMinutes(10);

  static Look now(
      long merchantId, Automation a, int step, Instant now, ZoneId zone, List<TierView> tiers) {
    Instant again = a.lookedAt().minus(SLOW);
    Instant from = again.isBefore(a.since()) ? a.since() : again;
    return new Look(merchantId, a, step, from, now, zone, tiers);
  }

  int days() {
    return automation.plan().steps().get(step).days();
  }

  LocalDate firstDay() {
    return from.atZone(zone).toLocalDate();
  }

  LocalDate today() {
    return to.atZone(zone).toLocalDate();
  }

  /** Whether all of this day was looked at already: what it brings, it brought in the morning. */
  boolean seenToday() {
    return automation.lookedAt().isAfter(automation.since())
        && !automation.lookedAt().atZone(zone).toLocalDate().isBefore(today());
  }

  int daysUntil(Timestamp at) {
    return (int) ChronoUnit.DAYS.between(today(), at.toInstant().atZone(zone).toLocalDate());
  }

  Instant begin(LocalDate day) {
    return day.atStartOfDay(zone).toInstant();
  }

  /** Reads an occasion from a row. */
  interface Row {
    Occasion read(ResultSet r) throws SQLException;
  }

  /**
   * Occasions of which nothing was decided yet, in the order of their keys.
   *
   * @param sql a SELECT of {@code key}, {@code member_id}, {@code occasion} and what the row needs
   */
  List<Occasion> fresh(Connection c, String sql, long after, int most, Row row, Object... values)
      throws SQLException {
    String all =
        """
        SELECT f.* FROM (%s) f
        WHERE f.key > ? AND NOT EXISTS (SELECT FROM kartela.automation_message m
            WHERE m.merchant_id = ? AND m.automation_id = ? AND m.occasion = f.occasion)
        ORDER BY f.key LIMIT ?
        """
            .formatted(sql);
    try (PreparedStatement s = c.prepareStatement(all)) {
      int at = 0;
      for (Object value : values) {
        s.setObject(++at, value instanceof Instant i ? Timestamp.from(i) : value);
      }
      s.setLong(++at, after);
      s.setLong(++at, merchantId);
      s.setLong(++at, automation.id());
      s.setInt(++at, most);
      List<Occasion> found = new ArrayList<>();
      try (ResultSet r = s.executeQuery()) {
        while (r.next()) {
          found.add(row.read(r));
        }
      }
      return found;
    }
  }
}
