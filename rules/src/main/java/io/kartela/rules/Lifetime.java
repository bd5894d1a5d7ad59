package io.kartela.rules;

import io.kartela.rules.codec.Bounds;
import io.kartela.rules.codec.Default;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * How long a lot can be spent, from its activation. Always ends at a midnight of the program zone
 * (C4).
 */
public sealed interface Lifetime {
  /** Never burns. */
  record Never() implements Lifetime {}

  /**
   * Valid through a number of days.
   *
   * @param firstDayCounts true: 14 days from 20 November last through 3 December; false: through 4
   *     December
   */
  record Days(@Bounds(min = 1, max = 36_600) int days, @Default("false") boolean firstDayCounts)
      implements Lifetime {}

  /** Burns after this day. */
  record ThroughDate(LocalDate date) implements Lifetime {}

  /**
   * Burns every year after this day; a lot that becomes active on the day itself still burns after
   * it.
   */
  record ThroughYearly(@Bounds(min = 1, max = 12) int month, @Bounds(min = 1, max = 31) int day)
      implements Lifetime {
    public ThroughYearly {
      Checks.range(day, 1, java.time.Month.of(month).maxLength(), "day");
    }
  }

  /** First instant at which a lot can no longer be spent, or null for never. */
  default @Nullable Instant expiresAt(Instant activeFrom, ZoneId zone) {
    LocalDate start = activeFrom.atZone(zone).toLocalDate();
    LocalDate last =
        switch (this) {
          case Never() -> null;
          case Days(int days, boolean counts) -> start.plusDays(counts ? days - 1 : days);
          case ThroughDate(LocalDate date) -> date;
          case ThroughYearly(int month, int day) -> {
            MonthDay md = MonthDay.of(month, day);
            LocalDate same = md.atYear(start.getYear());
            yield same.isBefore(start) ? md.atYear(start.getYear() + 1) : same;
          }
        };
    return last == null ? null : last.plusDays(1).atStartOfDay(zone).toInstant();
  }
}
