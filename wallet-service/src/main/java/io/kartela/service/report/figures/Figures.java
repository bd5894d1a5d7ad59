package io.kartela.service.report.figures;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A period in figures beside the one before it and the same days a year ago. Stateless. */
final class Figures {
  private Figures() {}

  /**
   * A row of a table and a bar of a chart, or a whole period.
   *
   * @param joined null: not asked of a part of the shop
   */
  record Row(
      LocalDate from,
      LocalDate to,
      long receipts,
      long revenue,
      long averageReceipt,
      long discount,
      long averageDiscount,
      long gross,
      long memberReceipts,
      long memberRevenue,
      long earned,
      long spent,
      @Nullable Long joined) {
    static Row of(Period period, Sums s, Scope scope) {
      return new Row(
          period.from(),
          period.to(),
          s.receipts(),
          s.revenue(),
          s.averageReceipt(),
          s.discount(),
          s.averageDiscount(),
          s.gross(),
          s.memberReceipts(),
          s.memberRevenue(),
          s.earned(),
          s.spent(),
          scope.whole() ? s.joined() : null);
    }
  }

  /**
   * What sent texts cost, by what sent them; null where it is not asked of the whole shop.
   *
   * @param source CAMPAIGN, AUTOMATION, …
   */
  record Cost(String source, long now, long before, long yearAgo) {}

  /**
   * All of it.
   *
   * @param unfinished the last day is today: the others end at the same time of day
   */
  record View(
      Row now,
      Row before,
      Row yearAgo,
      boolean unfinished,
      List<Row> rows,
      @Nullable List<Cost> messages) {}

  static View of(Connection c, Scope scope, Question.Asked asked, Instant now) throws SQLException {
    Period period = asked.period();
    ZonedDateTime local = now.atZone(scope.zone());
    boolean unfinished = period.to().equals(local.toLocalDate());
    Map<LocalDate, Sums> days = DaySums.of(c, scope, period, Instant.MAX);
    List<Row> rows = new ArrayList<>();
    Sums all = Sums.ZERO;
    for (Period part : period.parts(asked.step())) {
      Sums sums = sum(days, part);
      rows.add(Row.of(part, sums, scope));
      all = all.plus(sums);
    }
    Period before = period.before();
    Period yearAgo = period.yearAgo();
    Instant untilBefore = unfinished ? sameTime(before, local) : Instant.MAX;
    Instant untilYearAgo = unfinished ? sameTime(yearAgo, local) : Instant.MAX;
    return new View(
        Row.of(period, all, scope),
        Row.of(before, sum(DaySums.of(c, scope, before, untilBefore), before), scope),
        Row.of(yearAgo, sum(DaySums.of(c, scope, yearAgo, untilYearAgo), yearAgo), scope),
        unfinished,
        rows,
        scope.whole()
            ? costs(
                c,
                scope,
                List.of(period, before, yearAgo),
                List.of(Instant.MAX, untilBefore, untilYearAgo))
            : null);
  }

  /** A whole month stands beside a whole month. */
  static Instant sameTime(Period other, ZonedDateTime local) {
    return other.to().atTime(local.toLocalTime()).atZone(local.getZone()).toInstant();
  }

  private static Sums sum(Map<LocalDate, Sums> days, Period period) {
    return days.entrySet().stream()
        .filter(e -> !e.getKey().isBefore(period.from()) && !e.getKey().isAfter(period.to()))
        .map(Map.Entry::getValue)
        .reduce(Sums.ZERO, Sums::plus);
  }

  private static List<Cost> costs(
      Connection c, Scope scope, List<Period> periods, List<Instant> until) throws SQLException {
    List<Cost> costs = new ArrayList<>();
    String between = "coalesce(sum(cost) FILTER (WHERE at >= ? AND at < ?), 0)::bigint";
    try (PreparedStatement s =
        c.prepareStatement(
            "SELECT source, %1$s, %1$s, %1$s FROM kartela.sent WHERE merchant_id = ? AND (at >= ? AND at < ? OR at >= ? AND at < ? OR at >= ? AND at < ?) GROUP BY source ORDER BY source"
                .formatted(between))) {
      int at = 0;
      for (int round = 0; round < 2; round++) {
        for (int i = 0; i < periods.size(); i++) {
          Instant end = scope.start(periods.get(i).to().plusDays(1));
          s.setTimestamp(++at, Timestamp.from(scope.start(periods.get(i).from())));
          s.setTimestamp(++at, Timestamp.from(until.get(i).isBefore(end) ? until.get(i) : end));
        }
        if (round == 0) {
          s.setLong(++at, scope.merchantId());
        }
      }
      try (ResultSet r = s.executeQuery()) {
        while (r.next()) {
          costs.add(new Cost(r.getString(1), r.getLong(2), r.getLong(3), r.getLong(4)));
        }
      }
    }
    return costs;
  }
}
