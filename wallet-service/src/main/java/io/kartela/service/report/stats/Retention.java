package io.kartela.service.report.stats;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntBiFunction;

/**
 * How many of a cohort bought again, by the period since their first purchase.
 *
 * @param classic who bought in the period itself
 * @param rolling who bought in it or later
 */
public record Retention(List<Integer> classic, List<Integer> rolling) {
  /** By calendar months: the first purchase's is month 0. */
  public static Retention byMonths(List<List<LocalDate>> purchases, int periods) {
    return of(
        purchases,
        periods,
        (first, day) -> (int) YearMonth.from(first).until(YearMonth.from(day), ChronoUnit.MONTHS));
  }

  /** By periods of so many days, each member's from his own first purchase. */
  public static Retention byDays(List<List<LocalDate>> purchases, int periods, int days) {
    return of(purchases, periods, (first, day) -> (int) (first.until(day, ChronoUnit.DAYS) / days));
  }

  private static Retention of(
      List<List<LocalDate>> purchases, int periods, ToIntBiFunction<LocalDate, LocalDate> period) {
    List<Integer> classic = new ArrayList<>();
    List<Integer> rolling = new ArrayList<>();
    List<List<Integer>> bought =
        purchases.stream()
            .filter(days -> !days.isEmpty())
            .map(
                days -> {
                  LocalDate first = days.stream().min(LocalDate::compareTo).orElseThrow();
                  return days.stream().map(day -> period.applyAsInt(first, day)).toList();
                })
            .toList();
    for (int k = 0; k < periods; k++) {
      int at = k;
      classic.add((int) bought.stream().filter(in -> in.contains(at)).count());
      rolling.add((int) bought.stream().filter(in -> in.stream().anyMatch(i -> i >= at)).count());
    }
    return new Retention(List.copyOf(classic), List.copyOf(rolling));
  }
}
