package io.kartela.rules;

import static io.kartela.rules.Try.MOSCOW;
import static io.kartela.rules.Try.member;
import static io.kartela.rules.Try.prices;
import static io.kartela.rules.Try.program;
import static io.kartela.rules.Try.rub;
import static io.kartela.rules.Try.rule;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.Test;

class S04LotDatesTest {
  static Instant at(String offsetDateTime) {
    return OffsetDateTime.parse(offsetDateTime).toInstant();
  }

  @Test
  void pendingThenAYearThroughTheDay() {
    Program p =
        program(
            "'rules':["
                + rule("r", "'then':{'type':'earnPercent','percentBp':500}")
                + "],'earning':{'pendingDays':14,'life':{'type':'days','days':365}}");
    Evaluation e =
        Rules.evaluate(
                p, prices("2000"), member(), Wish.NONE, at("2026-11-01T12:00:00+03:00"), MOSCOW)
            .get();
    assertEquals(
        new Evaluation.Accrual(
            rub("100"), at("2026-11-15T12:00:00+03:00"), at("2027-11-16T00:00:00+03:00")),
        e.accrual());
  }

  @Test
  void giftDaysMayCountTheFirstDay() {
    Instant granted = at("2026-11-20T11:00:00+03:00");
    assertEquals(
        at("2026-12-04T00:00:00+03:00"), new Lifetime.Days(14, true).expiresAt(granted, MOSCOW));
    assertEquals(
        at("2026-11-28T00:00:00+03:00"), new Lifetime.Days(7, false).expiresAt(granted, MOSCOW));
  }

  @Test
  void yearlyDateAndFixedDate() {
    Instant granted = at("2026-11-20T11:00:00+03:00");
    assertEquals(
        at("2027-01-01T00:00:00+03:00"),
        new Lifetime.ThroughYearly(12, 31).expiresAt(granted, MOSCOW));
    assertEquals(
        at("2027-03-02T00:00:00+03:00"),
        new Lifetime.ThroughYearly(3, 1).expiresAt(granted, MOSCOW));
    assertEquals(
        at("2026-12-11T00:00:00+03:00"),
        new Lifetime.ThroughDate(LocalDate.of(2026, 12, 10)).expiresAt(granted, MOSCOW));
  }
}
