package io.kartela.rules;

import static io.kartela.rules.S19HappyHoursOverMidnightTest.FRIDAY;
import static io.kartela.rules.S19HappyHoursOverMidnightTest.happy;
import static io.kartela.rules.S19HappyHoursOverMidnightTest.window;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kartela.rules.codec.Flaw;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class S20ZonesAndClockChangesTest {
  static final String BERLIN = "Europe/Berlin";

  /** Real minutes of the day on which the rule acts. */
  static long minutes(Program p, String from) {
    Instant start = Instant.parse(from);
    long n = 0;
    for (int m = 0; m < 36 * 60; m++) {
      n += happy(p, start.plusSeconds(m * 60L).toString(), BERLIN) ? 1 : 0;
    }
    return n;
  }

  @Test
  void oneInstantThreeStores() {
    String at = "2026-11-20T19:30:00Z";
    assertTrue(happy(FRIDAY, at, "Europe/Moscow"));
    assertTrue(happy(FRIDAY, at, "Asia/Yekaterinburg"));
    assertFalse(happy(FRIDAY, at, "Asia/Vladivostok"));
  }

  @Test
  void autumnWindowLastsThreeHours() {
    Program p = window("'SUNDAY'", "01:00", "03:00");
    assertTrue(happy(p, "2026-10-25T00:30:00Z", BERLIN));
    assertTrue(happy(p, "2026-10-25T01:30:00Z", BERLIN));
    assertFalse(happy(p, "2026-10-25T02:00:00Z", BERLIN));
    assertEquals(180, minutes(p, "2026-10-24T18:00:00Z"));
  }

  @Test
  void springWindowLastsOneHourOrNone() {
    assertEquals(60, minutes(window("'SUNDAY'", "02:00", "04:00"), "2027-03-27T18:00:00Z"));
    assertEquals(0, minutes(window("'SUNDAY'", "02:00", "03:00"), "2027-03-27T18:00:00Z"));
  }

  @Test
  void editorIsWarnedOfAWindowOfNoLength() {
    Program p = window("'SUNDAY'", "02:00", "03:00");
    List<Flaw> found = ProgramCheck.validate(p, List.of(ZoneId.of(BERLIN)));
    assertEquals("ZERO_LENGTH_ON_DST_DAY", found.getFirst().code());
    assertEquals("/rules/0/when", found.getFirst().pointer());
    assertEquals(List.of(), ProgramCheck.validate(p));
    assertEquals(
        List.of(),
        ProgramCheck.validate(window("'MONDAY'", "02:00", "03:00"), List.of(ZoneId.of(BERLIN))));
  }
}
