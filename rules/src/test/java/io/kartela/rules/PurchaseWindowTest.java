package io.kartela.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which moments a window takes in, to the microsecond that the database keeps. */
class PurchaseWindowTest {
  private static final ZoneId MOSCOW = ZoneId.of("Europe/Moscow");
  private static final Instant AT = Instant.parse("2026-11-21T09:00:00Z");

  private static boolean inside(PurchaseWindow window, Instant moment) {
    PurchaseWindow.Range range = window.range(AT, MOSCOW);
    return (range.from() == null || !moment.isBefore(range.from()))
        && moment.isBefore(range.until());
  }

  @Test
  void aWindowThatEndsNowTakesInThisVeryMomentAndNoLater() {
    for (PurchaseWindow window :
        List.of(
            PurchaseWindow.ALL_TIME,
            new PurchaseWindow(PurchaseWindow.Unit.DAYS, 30),
            new PurchaseWindow(PurchaseWindow.Unit.MONTHS, 1))) {
      assertTrue(inside(window, AT), window::key);
      assertFalse(inside(window, AT.plus(1, ChronoUnit.MICROS)), window::key);
    }
  }

  @Test
  void aWindowBeginsWithItsFirstMoment() {
    var cases =
        java.util.Map.of(
            new PurchaseWindow(PurchaseWindow.Unit.DAYS, 30), "2026-10-22T09:00:00Z",
            new PurchaseWindow(PurchaseWindow.Unit.MONTHS, 1), "2026-10-21T09:00:00Z",
            new PurchaseWindow(PurchaseWindow.Unit.FULL_MONTHS, 1), "2026-09-30T21:00:00Z");
    cases.forEach(
        (window, first) -> {
          Instant from = Instant.parse(first);
          assertEquals(from, window.range(AT, MOSCOW).from(), window::key);
          assertTrue(inside(window, from), window::key);
          assertFalse(inside(window, from.minus(1, ChronoUnit.MICROS)), window::key);
        });
  }

  @Test
  void fullMonthsEndBeforeTheirMonthDoes() {
    PurchaseWindow window = new PurchaseWindow(PurchaseWindow.Unit.FULL_MONTHS, 3);
    Instant end = Instant.parse("2026-10-31T21:00:00Z");
    assertFalse(inside(window, end));
    assertTrue(inside(window, end.minus(1, ChronoUnit.MICROS)));
  }
}
