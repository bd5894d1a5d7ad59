package io.kartela.rules;

import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** Birthday windows; pure functions, also for greetings sent without a purchase. */
public final class Birthdays {
  private Birthdays() {}

  /** The day on which the birthday of a year is celebrated. */
  public static LocalDate observed(LocalDate born, int year, Condition.Feb29 feb29) {
    if (born.getMonthValue() == 2 && born.getDayOfMonth() == 29 && !java.time.Year.isLeap(year)) {
      return feb29 == Condition.Feb29.FEB_28 ? LocalDate.of(year, 2, 28) : LocalDate.of(year, 3, 1);
    }
    return MonthDay.from(born).atYear(year);
  }

  /**
   * Year of the birthday whose window holds the date, or 0 when none does. It is the key of "once
   * per birthday year": born on 2 January and served on 30 December 2026, the key is 2027.
   */
  public static int keyYear(LocalDate born, LocalDate date, Condition.Birthday window) {
    for (int year = date.getYear() - 1; year <= date.getYear() + 1; year++) {
      LocalDate day = observed(born, year, window.feb29());
      if (!date.isBefore(day.minusDays(window.daysBefore()))
          && !date.isAfter(day.plusDays(window.daysAfter()))) {
        return year;
      }
    }
    return 0;
  }

  /**
   * Whether the date of birth was entered too shortly before the day; null {@code enteredAt} = long
   * ago.
   */
  public static boolean tooRecent(
      @Nullable Instant enteredAt, LocalDate day, ZoneId zone, Condition.Birthday window) {
    return enteredAt != null
        && enteredAt.atZone(zone).toLocalDate().plusDays(window.dobKnownDays()).isAfter(day);
  }
}
