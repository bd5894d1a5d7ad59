package io.kartela.rules;

import io.kartela.rules.codec.Bounds;
import io.kartela.rules.codec.Default;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of a member's past whose purchases are summed.
 *
 * @param unit what {@code n} counts
 * @param n how many; 0 for ALL
 */
public record PurchaseWindow(Unit unit, @Default("0") @Bounds(max = 3_660) int n)
    implements Comparable<PurchaseWindow> {
  /** Everything since the member joined. */
  public static final PurchaseWindow ALL_TIME = new PurchaseWindow(Unit.ALL, 0);

  /** What a window counts. */
  public enum Unit {
    /** Everything. */
    ALL,
    /** The last n × 24 h … counted in local days back from the moment. */
    DAYS,
    /** The last n months back from the moment. */
    MONTHS,
    /** The n full calendar months before the current one. */
    FULL_MONTHS
  }

  public PurchaseWindow {
    Checks.range(n, unit == Unit.ALL ? 0 : 1, unit == Unit.ALL ? 0 : 3_660, "n");
  }

  /**
   * Stable key under which {@link Facts#purchases} holds the sums, for example {@code MONTHS:3}.
   */
  public String key() {
    return unit == Unit.ALL ? "ALL" : unit + ":" + n;
  }

  /**
   * The half-open stretch {@code [from, until)} of this window at a moment; {@code from} is null
   * for ALL. A window that ends at the moment takes in what is known of that very moment: receipts
   * of one second are usual at registers that write no fractions.
   *
   * @param zone the program's zone
   */
  public Range range(Instant at, ZoneId zone) {
    ZonedDateTime now = at.atZone(zone);
    Instant after = at.plus(1, ChronoUnit.MICROS);
    return switch (unit) {
      case ALL -> new Range(null, after);
      case DAYS -> new Range(now.minusDays(n).toInstant(), after);
      case MONTHS -> new Range(now.minusMonths(n).toInstant(), after);
      case FULL_MONTHS -> {
        LocalDate first = now.toLocalDate().withDayOfMonth(1);
        yield new Range(
            first.minusMonths(n).atStartOfDay(zone).toInstant(),
            first.atStartOfDay(zone).toInstant());
      }
    };
  }

  @Override
  public int compareTo(PurchaseWindow o) {
    return Comparator.comparing(PurchaseWindow::unit)
        .thenComparingInt(PurchaseWindow::n)
        .compare(this, o);
  }

  /**
   * Half-open stretch of time.
   *
   * @param from first instant inside, or null for the beginning of time
   * @param until first instant outside
   */
  public record Range(@Nullable Instant from, Instant until) {}
}
