package io.kartela.service.message.campaign;

import io.kartela.service.platform.http.Check;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * When a campaign begins, in days and hours of the shop's zone. There is at most one run a day, and
 * the day names it: clocks may be put forward or back, no run happens twice or is left out.
 */
sealed interface When {
  /** Once it is confirmed. */
  record Now() implements When {}

  record Once(LocalDate date, LocalTime time) implements When {}

  /**
   * On one day of every week.
   *
   * @param until the last day on which it may begin; null: until somebody stops it
   */
  record Weekly(DayOfWeek day, LocalTime time, @Nullable LocalDate until) implements When {}

  /**
   * On one day of every month.
   *
   * @param day of a month that is shorter, its last
   */
  record Monthly(int day, LocalTime time, @Nullable LocalDate until) implements When {}

  /** A run: its name, and when it begins. */
  record Run(LocalDate on, Instant at) {}

  /** As the cabinet sends it. */
  record Request(
      @Nullable String type,
      @Nullable String date,
      @Nullable String time,
      @Nullable Integer day,
      @Nullable String until) {
    static final Request NOW = new Request("NOW", null, null, null, null);

    When check(Check check) {
      check.oneOf("when.type", type, "NOW", "ONCE", "WEEKLY", "MONTHLY");
      if (type == null || type.equals("NOW")) {
        return new Now();
      }
      LocalTime at = read(check, "when.time", time, LocalTime::parse, LocalTime.NOON);
      LocalDate last =
          until == null ? null : read(check, "when.until", until, LocalDate::parse, LocalDate.MAX);
      return switch (type) {
        case "WEEKLY" -> new Weekly(DayOfWeek.of(day(check, 7)), at, last);
        case "MONTHLY" -> new Monthly(day(check, 31), at, last);
        default -> new Once(read(check, "when.date", date, LocalDate::parse, LocalDate.MAX), at);
      };
    }

    private int day(Check check, int most) {
      int number = day == null ? 0 : day;
      boolean good = number >= 1 && number <= most;
      check.require(good, "when.day", "INVALID", "от 1 до " + most, "1 to " + most);
      return good ? number : 1;
    }

    private static <T> T read(
        Check check, String field, @Nullable String text, Function<String, T> parse, T instead) {
      try {
        if (text != null) {
          return parse.apply(text);
        }
      } catch (DateTimeParseException e) {
        // told below
      }
      check.add(field, "INVALID", "укажите день и время", "give the day and the time");
      return instead;
    }
  }

  /** The next run on a day later than this one that is still to come at a moment. */
  default Optional<Run> next(LocalDate later, Instant moment, ZoneId zone) {
    LocalDate today = moment.atZone(zone).toLocalDate();
    LocalDate from = later.isBefore(today) ? today : later.plusDays(1);
    // A month that comes again after its day has passed is at most two months away.
    for (LocalDate on = from; on.isBefore(from.plusDays(63)); on = on.plusDays(1)) {
      if (isOn(on)) {
        Instant at = at(on, zone);
        if (at.isAfter(moment)) {
          return Optional.of(new Run(on, at));
        }
      }
    }
    return Optional.empty();
  }

  /** The first run that is to come. */
  default Optional<Run> first(Instant moment, ZoneId zone) {
    if (this instanceof Once once) {
      Instant at = at(once.date, zone);
      return at.isAfter(moment) ? Optional.of(new Run(once.date, at)) : Optional.empty();
    }
    return next(LocalDate.MIN, moment, zone);
  }

  /**
   * An hour that the clock leaps over comes when the clock has leapt; of one that comes twice, the
   * first.
   */
  default Instant at(LocalDate on, ZoneId zone) {
    LocalTime time =
        switch (this) {
          case Now _ -> LocalTime.MIDNIGHT;
          case Once o -> o.time;
          case Weekly w -> w.time;
          case Monthly m -> m.time;
        };
    return on.atTime(time).atZone(zone).toInstant();
  }

  private boolean isOn(LocalDate on) {
    return switch (this) {
      case Now _ -> false;
      case Once o -> on.equals(o.date);
      case Weekly w -> on.getDayOfWeek() == w.day && isBy(on, w.until);
      case Monthly m ->
          on.getDayOfMonth() == Math.min(m.day, on.lengthOfMonth()) && isBy(on, m.until);
    };
  }

  private static boolean isBy(LocalDate on, @Nullable LocalDate until) {
    return until == null || !on.isAfter(until);
  }
}
