package io.kartela.rules;

import static io.kartela.rules.Try.MOSCOW;
import static io.kartela.rules.Try.prices;
import static io.kartela.rules.Try.rejected;
import static io.kartela.rules.Try.rule;
import static io.kartela.rules.Try.rules;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class S17BirthdayTest {
  static final Program GIFT =
      rules(
          rule(
              "bday",
              "'when':{'type':'birthday'},'then':{'type':'grantBonus','amount':30000,"
                  + "'life':{'type':'days','days':7,'firstDayCounts':true},'once':'PER_BIRTHDAY_YEAR'}"));

  static Evaluation on(String day, String born, @Nullable String entered, Set<String> used) {
    Instant at = LocalDate.parse(day).atTime(12, 0).atZone(MOSCOW).toInstant();
    Instant enteredAt =
        entered == null ? null : LocalDate.parse(entered).atTime(18, 0).atZone(MOSCOW).toInstant();
    Facts facts =
        Facts.of(Facts.Member.of(null, 0).born(LocalDate.parse(born), enteredAt))
            .withUsedKeys(used);
    return Rules.evaluate(GIFT, prices("100"), facts, Wish.NONE, at, MOSCOW).get();
  }

  @ParameterizedTest
  @CsvSource({
    "1990-12-30,2026-12-26,",
    "1990-12-30,2026-12-27,2026",
    "1990-12-30,2027-01-02,2026",
    "1990-12-30,2027-01-03,",
    "1990-01-02,2026-12-29,",
    "1990-01-02,2026-12-30,2027",
    "1990-01-02,2027-01-05,2027",
    "1990-01-02,2027-01-06,"
  })
  void windowAcrossNewYear(String born, String day, @Nullable String keyYear) {
    Evaluation e = on(day, born, null, Set.of());
    if (keyYear == null) {
      assertTrue(e.grants().isEmpty());
      assertEquals(Trace.Reason.BIRTHDAY, rejected(e, "bday").getFirst().reason());
    } else {
      assertEquals("bday:" + keyYear, e.grants().getFirst().onceKey());
      Evaluation again = on(day, born, null, Set.of("bday:" + keyYear));
      assertTrue(again.grants().isEmpty());
      assertEquals(Trace.Reason.ALREADY_GIVEN, rejected(again, "bday").getFirst().reason());
    }
  }

  @Test
  void dateOfBirthEnteredTooRecently() {
    Evaluation e = on("2026-12-30", "1990-12-30", "2026-12-24", Set.of());
    assertTrue(e.grants().isEmpty());
    assertEquals(Trace.Reason.DOB_TOO_RECENT, rejected(e, "bday").getFirst().reason());
    assertEquals("дата рождения указана 24.12.2026, меньше чем за 7 дней до покупки", why(e, "ru"));
    assertEquals(
        "the date of birth was entered on 24/12/2026, less than 7 days before the purchase",
        why(e, "en"));
    assertEquals(1, on("2026-12-30", "1990-12-30", "2026-12-23", Set.of()).grants().size());
  }

  private static String why(Evaluation e, String language) {
    String text =
        new Explain(GIFT, language).sentences(e, Explain.Reader.CASHIER).getFirst().text();
    return text.substring(text.indexOf(": ") + 2);
  }

  @Test
  void unknownDateOfBirth() {
    Evaluation e = Try.eval(GIFT, prices("100"));
    assertEquals(Trace.Reason.DOB_UNKNOWN, rejected(e, "bday").getFirst().reason());
  }
}
