package io.kartela.service.report.figures;

import io.kartela.service.platform.db.Database;
import io.kartela.service.shop.merchant.Merchants;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Days of a shop: those that are closed from their sums, whatever has none from the receipts. So
 * the answer is the same whether sums were made or not.
 */
public final class DaySums {
  /** More holes than this are read as one. */
  private static final int MOST_HOLES = 8;

  private DaySums() {}

  /**
   * The days of a period on which something moved.
   *
   * @param until what comes after is left out; of the day it lies in there are no sums
   */
  static Map<LocalDate, Sums> of(Connection c, Scope scope, Period period, Instant until)
      throws SQLException {
    Map<LocalDate, Sums> days = new TreeMap<>();
    Instant from = scope.start(period.from());
    Instant end = scope.start(period.to().plusDays(1));
    Instant to = until.isBefore(end) ? until : end;
    Map<LocalDate, Sums> known = scope.byDaySums() ? known(c, scope, from, to) : Map.of();
    List<Period> holes = holes(period, known.keySet());
    if (holes.size() > MOST_HOLES) {
      Movements.add(c, scope, from, to, days);
      return days;
    }
    days.putAll(known);
    for (Period hole : holes) {
      Instant last = scope.start(hole.to().plusDays(1));
      Movements.add(c, scope, scope.start(hole.from()), last.isBefore(to) ? last : to, days);
    }
    return days;
  }

  private static List<Period> holes(Period period, Set<LocalDate> known) {
    List<Period> holes = new ArrayList<>();
    LocalDate open = null;
    for (LocalDate day = period.from(); !day.isAfter(period.to()); day = day.plusDays(1)) {
      if (known.contains(day)) {
        if (open != null) {
          holes.add(new Period(open, day.minusDays(1)));
        }
        open = null;
      } else if (open == null) {
        open = day;
      }
    }
    if (open != null) {
      holes.add(new Period(open, period.to()));
    }
    return holes;
  }

  /**
   * Days that have their sums and are days of the shop's zone of now. In one statement: sums that
   * went away between two would take a day with them.
   */
  private static Map<LocalDate, Sums> known(Connection c, Scope scope, Instant from, Instant to)
      throws SQLException {
    Map<LocalDate, Sums> known = new HashMap<>();
    try (PreparedStatement s =
        c.prepareStatement(
            "SELECT (d.starts AT TIME ZONE ?)::date, "
                + Sums.ADDED
                + " FROM kartela.day_summed d LEFT JOIN kartela.day_sum s ON s.merchant_id ="
                + " d.merchant_id AND s.starts = d.starts AND s.ends = d.ends"
                + scope.ofStores("s.store_id")
                + " WHERE "
                + COMPLETE
                + " GROUP BY 1")) {
      s.setString(1, scope.zone().getId());
      bindComplete(s, 1, scope, from, to);
      try (ResultSet r = s.executeQuery()) {
        while (r.next()) {
          known.put(r.getObject(1, LocalDate.class), Sums.read(r, 2));
        }
      }
    }
    return known;
  }

  /** Alias d; placeholders: merchant, from, to, zone four times. */
  private static final String COMPLETE =
      """
      d.merchant_id = ? AND d.done AND d.starts >= ? AND d.ends <= ?
      AND d.starts = ((d.starts AT TIME ZONE ?)::date)::timestamp AT TIME ZONE ?
      AND d.ends = ((d.starts AT TIME ZONE ?)::date + 1)::timestamp AT TIME ZONE ?\
      """;

  private static void bindComplete(
      PreparedStatement s, int after, Scope scope, Instant from, Instant to) throws SQLException {
    s.setLong(after + 1, scope.merchantId());
    s.setTimestamp(after + 2, Timestamp.from(from));
    s.setTimestamp(after + 3, Timestamp.from(to));
    for (int i = 4; i <= 7; i++) {
      s.setString(after + i, scope.zone().getId());
    }
  }

  /** Adds up the closed days that have no sums; by the clock, anywhere, twice. */
  public static void follow(
      Database database, Merchants merchants, long merchantId, InstantSource clock) {
    Instant now = clock.instant();
    Scope scope = new Scope(merchantId, merchants.get(merchantId).zone(), null, null, null);
    if (database.inTenant(merchantId, c -> announce(c, scope, now)) == 0) {
      return;
    }
    boolean _ = database.inTenant(merchantId, DaySums::announced);
    for (Instant day : database.inTenant(merchantId, c -> due(c, merchantId))) {
      boolean _ = database.inTenant(merchantId, c -> addUp(c, scope, day));
    }
  }

  /** How many days wait for their sums. */
  private static int announce(Connection c, Scope scope, Instant now) throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            """
            WITH shop AS (
                SELECT ?::bigint AS merchant_id, ?::text AS zone, (?::timestamptz AT TIME ZONE ?)::date AS today),
            first AS (
                SELECT least((SELECT at FROM kartela.receipt WHERE merchant_id = (SELECT merchant_id FROM shop) ORDER BY at LIMIT 1),
                    (SELECT created_at FROM kartela.member WHERE merchant_id = (SELECT merchant_id FROM shop)
                     ORDER BY created_at LIMIT 1)) AS at),
            days AS (
                SELECT merchant_id, day::date::timestamp AT TIME ZONE zone AS starts,
                    (day::date + 1)::timestamp AT TIME ZONE zone AS ends
                FROM shop, first, generate_series(((first.at AT TIME ZONE zone)::date)::timestamp,
                    (today - 1)::timestamp, interval '1 day') day),
            fresh AS (
                INSERT INTO kartela.day_summed (merchant_id, starts, ends)
                SELECT merchant_id, starts, ends FROM days
                WHERE NOT EXISTS (SELECT FROM kartela.day_summed k WHERE k.merchant_id = days.merchant_id
                    AND k.starts = days.starts AND k.ends = days.ends)
                ON CONFLICT DO NOTHING RETURNING 1)
            SELECT (SELECT count(*) FROM fresh)
                + (SELECT count(*) FROM kartela.day_summed WHERE merchant_id = (SELECT merchant_id FROM shop) AND NOT done)
            """)) {
      s.setLong(1, scope.merchantId());
      s.setString(2, scope.zone().getId());
      s.setTimestamp(3, Timestamp.from(now));
      s.setString(4, scope.zone().getId());
      try (ResultSet r = s.executeQuery()) {
        r.next();
        return r.getInt(1);
      }
    }
  }

  /** In a transaction after the announcement: whoever gets a number from now on will see it. */
  private static boolean announced(Connection c) throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            "UPDATE kartela.day_summed SET seen_from = pg_snapshot_xmax(pg_current_snapshot())"
                + " WHERE seen_from IS NULL AND NOT done")) {
      return s.executeUpdate() > 0;
    }
  }

  private static List<Instant> due(Connection c, long merchantId) throws SQLException {
    List<Instant> due = new ArrayList<>();
    try (PreparedStatement s =
        c.prepareStatement(
            "SELECT starts FROM kartela.day_summed WHERE merchant_id = ? AND NOT done AND"
                + " seen_from IS NOT NULL ORDER BY starts DESC")) {
      s.setLong(1, merchantId);
      try (ResultSet r = s.executeQuery()) {
        while (r.next()) {
          due.add(r.getTimestamp(1).toInstant());
        }
      }
    }
    return due;
  }

  /** Whoever moves the day meanwhile waits for the row, and then takes it away. */
  private static boolean addUp(Connection c, Scope scope, Instant starts) throws SQLException {
    Instant ends = null;
    try (PreparedStatement s =
        c.prepareStatement(
            """
            SELECT ends FROM kartela.day_summed
            WHERE merchant_id = ? AND starts = ? AND NOT done AND seen_from IS NOT NULL FOR UPDATE
            """)) {
      s.setLong(1, scope.merchantId());
      s.setTimestamp(2, Timestamp.from(starts));
      try (ResultSet r = s.executeQuery()) {
        if (r.next()) {
          ends = r.getTimestamp(1).toInstant();
        }
      }
    }
    if (ends == null) {
      return false;
    }
    try (PreparedStatement s =
        c.prepareStatement(
            "UPDATE kartela.day_summed SET done = true WHERE merchant_id = ? AND starts = ? AND"
                + " ends = ? AND seen_from <= pg_snapshot_xmin(pg_current_snapshot())")) {
      s.setLong(1, scope.merchantId());
      s.setTimestamp(2, Timestamp.from(starts));
      s.setTimestamp(3, Timestamp.from(ends));
      if (s.executeUpdate() == 0) {
        return false;
      }
    }
    write(c, scope, starts, ends);
    return true;
  }

  private static void write(Connection c, Scope scope, Instant starts, Instant ends)
      throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            "DELETE FROM kartela.day_sum WHERE merchant_id = ? AND starts = ? AND ends = ?")) {
      s.setLong(1, scope.merchantId());
      s.setTimestamp(2, Timestamp.from(starts));
      s.setTimestamp(3, Timestamp.from(ends));
      s.executeUpdate();
    }
    try (PreparedStatement s =
        c.prepareStatement(
            "INSERT INTO kartela.day_sum (merchant_id, starts, ends, store_id, "
                + Sums.COLUMNS
                + ") SELECT ?, ?, ?, store_id, "
                + Sums.ADDED
                + " FROM ("
                + Movements.sql(scope)
                + ") AS movements GROUP BY store_id")) {
      s.setLong(1, scope.merchantId());
      s.setTimestamp(2, Timestamp.from(starts));
      s.setTimestamp(3, Timestamp.from(ends));
      int _ = Movements.bind(s, 3, scope, starts, ends);
      s.executeUpdate();
    }
  }
}
