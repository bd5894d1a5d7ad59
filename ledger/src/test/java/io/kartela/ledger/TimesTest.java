package io.kartela.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class TimesTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  @Test
  void throughADayEndsWithTheStartOfTheNextEvenWhenClocksChange() {
    assertEquals(
        Instant.parse("2026-10-25T23:00:00Z"), Times.endOf(LocalDate.parse("2026-10-25"), BERLIN));
    assertEquals(
        Instant.parse("2027-03-28T22:00:00Z"), Times.endOf(LocalDate.parse("2027-03-28"), BERLIN));
  }

  @Test
  void daysAreCountedFromTheInstantsOwnDayInTheZone() {
    Instant evening = Instant.parse("2026-12-05T23:30:00Z"); // already 6 December in Berlin
    assertEquals(
        Times.endOf(LocalDate.parse("2026-12-20"), BERLIN),
        Times.endOfDayAfter(evening, 14, BERLIN));
    assertEquals(
        Times.endOf(LocalDate.parse("2026-12-06"), BERLIN),
        Times.endOfDayAfter(evening, 0, BERLIN));
    assertThrows(IllegalArgumentException.class, () -> Times.endOfDayAfter(evening, -1, BERLIN));
  }

  @Test
  void nanosecondsAreCutAsPostgresWouldStoreThem() {
    assertEquals(
        Instant.parse("2026-11-21T10:00:00.123456Z"),
        Times.micros(Instant.parse("2026-11-21T10:00:00.123456789Z")));
    assertEquals(Times.NEVER, Times.micros(Times.NEVER));
  }
}
