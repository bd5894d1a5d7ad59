package io.kartela.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/**
 * Instants as the ledger keeps them: whole microseconds, half-open intervals, {@link #NEVER} for
 * "no end".
 */
public final class Times {
  /** Later than everything: the expiry of a lot that never burns. */
  public static final Instant NEVER = Instant.MAX;

  private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
  private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999999Z");

  private Times() {}

  /**
   * The end of a validity "through day D" in a zone, that is the start of the next day.
   *
   * @param day the last day on which the bonuses can be spent
   * @param zone the program's zone
   */
  public static Instant endOf(LocalDate day, ZoneId zone) {
    return day.plusDays(1).atStartOfDay(zone).toInstant();
  }

  /**
   * The end of a validity of some days after an instant: through the calendar day that lies {@code
   * days} after the instant's own day in the zone. It gives "active from 15 November, 365 days:
   * through 15 November next year" and "returned on 5 December, grace 14 days: through 19
   * December".
   */
  public static Instant endOfDayAfter(Instant from, int days, ZoneId zone) {
    if (days < 0) {
      throw new IllegalArgumentException("days must not be negative: " + days);
    }
    return endOf(from.atZone(zone).toLocalDate().plusDays(days), zone);
  }

  /** The instant cut to microseconds; years outside 1 … 9999 are refused, {@link #NEVER} passes. */
  public static Instant micros(Instant instant) {
    if (instant.equals(NEVER)) {
      return NEVER;
    }
    if (instant.isBefore(FIRST) || instant.isAfter(LAST)) {
      throw new IllegalArgumentException("outside the years 1 to 9999: " + instant);
    }
    return instant.truncatedTo(ChronoUnit.MICROS);
  }

  /** As {@link #micros}, for an instant that must have a place on the time line. */
  static Instant moment(Instant instant) {
    if (instant.equals(NEVER)) {
      throw new IllegalArgumentException("an event cannot happen at the end of time");
    }
    return micros(instant);
  }

  static Instant earlier(Instant a, Instant b) {
    return a.isBefore(b) ? a : b;
  }
}
