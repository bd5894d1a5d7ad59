package io.kartela.service.report.figures;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;

/**
 * Whole days of a shop.
 *
 * @param to the last of them
 */
record Period(LocalDate from, LocalDate to) {
  /** What a table and a chart have a row for. */
  enum Step {
    DAY,
    WEEK,
    MONTH
  }

  /**
   * What one compares it with: of months the same days of as many months before, of weeks the same
   * weekdays, else as many days.
   */
  Period before() {
    if (from.getDayOfMonth() == 1) {
      long months = ChronoUnit.MONTHS.between(from, to.plusDays(1).withDayOfMonth(1));
      boolean whole = to.getDayOfMonth() == to.lengthOfMonth();
      months = whole ? months : months + 1;
      LocalDate end = to.minusMonths(months);
      return new Period(
          from.minusMonths(months), whole ? end.with(TemporalAdjusters.lastDayOfMonth()) : end);
    }
    long days = length();
    if (from.getDayOfWeek() == DayOfWeek.MONDAY && days > 1) {
      days = (days + 6) / 7 * 7;
    }
    return new Period(from.minusDays(days), to.minusDays(days));
  }

  /** The 29th of February is compared with the 28th. */
  Period yearAgo() {
    boolean whole = to.getDayOfMonth() == to.lengthOfMonth();
    LocalDate end = to.minusYears(1);
    return new Period(
        from.minusYears(1), whole ? end.with(TemporalAdjusters.lastDayOfMonth()) : end);
  }

  long length() {
    return ChronoUnit.DAYS.between(from, to) + 1;
  }

  /** Its parts, the first and the last perhaps cut. */
  List<Period> parts(Step step) {
    List<Period> parts = new ArrayList<>();
    LocalDate at = from;
    while (!at.isAfter(to)) {
      LocalDate end =
          switch (step) {
            case DAY -> at;
            case WEEK -> at.with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY));
            case MONTH -> at.with(TemporalAdjusters.lastDayOfMonth());
          };
      parts.add(new Period(at, end.isAfter(to) ? to : end));
      at = end.plusDays(1);
    }
    return parts;
  }
}
