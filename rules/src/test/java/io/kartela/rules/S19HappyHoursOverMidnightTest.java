package io.kartela.rules;

import static io.kartela.rules.Try.member;
import static io.kartela.rules.Try.prices;
import static io.kartela.rules.Try.rejected;
import static io.kartela.rules.Try.rule;
import static io.kartela.rules.Try.rules;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class S19HappyHoursOverMidnightTest {
  static Program window(String days, String from, String to) {
    return rules(
        rule(
            "happy",
            "'when':{'type':'timeWindow','days':["
                + days
                + "],'from':'"
                + from
                + "','to':'"
                + to
                + "'},'then':{'type':'earnPercent','percentBp':1000}"));
  }

  static final Program FRIDAY = window("'FRIDAY'", "22:00", "02:00");

  static Evaluation at(Program p, String utc, String zone) {
    return Rules.evaluate(
            p, prices("100"), member(), Wish.NONE, Instant.parse(utc), ZoneId.of(zone))
        .get();
  }

  static boolean happy(Program p, String utc, String zone) {
    return at(p, utc, zone).earned() == 10_00;
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-20T18:59:59Z,false",
    "2026-11-20T19:00:00Z,true",
    "2026-11-20T22:30:00Z,true",
    "2026-11-20T23:00:00Z,false",
    "2026-11-19T22:30:00Z,false",
    "2026-11-21T19:30:00Z,false"
  })
  void belongsToTheDayItBegan(String utc, boolean expected) {
    assertEquals(expected, happy(FRIDAY, utc, "Europe/Moscow"));
  }

  @Test
  void saysTheLocalTime() {
    Evaluation e = at(FRIDAY, "2026-11-19T10:05:00Z", "Europe/Moscow");
    assertEquals(
        new Trace.Actual.Moment(LocalDateTime.parse("2026-11-19T13:05")),
        rejected(e, "happy").getFirst().actual());
  }
}
