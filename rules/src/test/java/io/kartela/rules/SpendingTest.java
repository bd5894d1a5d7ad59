package io.kartela.rules;

import static io.kartela.rules.Try.MOSCOW;
import static io.kartela.rules.Try.bonuses;
import static io.kartela.rules.Try.eval;
import static io.kartela.rules.Try.member;
import static io.kartela.rules.Try.prices;
import static io.kartela.rules.Try.program;
import static io.kartela.rules.Try.rub;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpendingTest {
  static Program spending(String rest) {
    return program("'spending':{" + rest + "}");
  }

  /** Noon UTC of 21 November 2026 is a Saturday; 23:30 UTC is already Sunday in Moscow. */
  @ParameterizedTest
  @CsvSource({
    "AT_MOST,2026-11-21T12:00:00Z,200",
    "AT_MOST,2026-11-20T12:00:00Z,300",
    "INSTEAD,2026-11-21T12:00:00Z,500",
    "AT_MOST,2026-11-20T21:00:00Z,200",
    "AT_MOST,2026-11-20T20:59:59Z,300"
  })
  void weekdays(String mode, String at, String most) {
    int bp = mode.equals("INSTEAD") ? 5000 : 2000;
    Program p =
        spending(
            "'maxBp':3000,'weekdays':[{'days':['SATURDAY'],'maxBp':"
                + bp
                + ",'mode':'"
                + mode
                + "'}]");
    Evaluation e =
        Rules.evaluate(p, prices("1000"), member(null, "9000"), Wish.MAX, Instant.parse(at), MOSCOW)
            .get();
    assertEquals(rub(most), e.spend().paid());
  }

  @Test
  void wholeReceiptUnlessEveryLineKeepsAKopeck() {
    assertEquals(
        0, eval(spending("'maxBp':10000"), prices("5", "7"), member(null, "99"), Wish.MAX).money());
    Evaluation e =
        eval(spending("'minLineMoney':1"), prices("5", "7"), member(null, "99"), Wish.MAX);
    assertEquals(List.of(499L, 699L), bonuses(e));
    assertEquals(Evaluation.SpendReason.ELIGIBLE_GOODS, e.spend().maximumReason());
  }

  @ParameterizedTest
  @CsvSource({"own,200", "none,300"})
  void tiersWithoutAShareOfTheirOwnHaveTheProgramsShare(String tier, String most) {
    Program p =
        program(
            "'tiers':[{'id':'own','name':{'ru':'О','en':'O'},'rank':1,'maxSpendBp':2000},"
                + "{'id':'none','name':{'ru':'Н','en':'N'},'rank':2}],'spending':{'maxBp':3000}");
    assertEquals(rub(most), eval(p, prices("1000"), member(tier, "9000"), Wish.MAX).spend().paid());
  }

  @Test
  void aShareThatNoTierUsesIsRemarkedOn() {
    String tier = "'tiers':[{'id':'own','name':{'ru':'О','en':'O'},'rank':1,'maxSpendBp':2000}]";
    String spending = ",'spending':{'maxBp':3000}";
    assertEquals(
        List.of("/spending/maxBp SPENDING_SHARE_UNUSED"),
        ProgramCheck.validate(program(tier + spending)).stream()
            .filter(problem -> problem.code().startsWith("SPENDING"))
            .map(problem -> problem.pointer() + " " + problem.code())
            .toList());
    assertEquals(
        0,
        ProgramCheck.validate(program(tier.replace(",'maxSpendBp':2000", "") + spending)).stream()
            .filter(problem -> problem.code().startsWith("SPENDING"))
            .count());
  }

  @Test
  void stepsAndMinimum() {
    Program p = spending("'step':1000,'minRedemption':2000");
    Evaluation e = eval(p, prices("1000"), member(null, "55.55"), Wish.MAX);
    assertEquals(rub("50"), e.spend().paid());
    assertNull(e.spend().cut());
    Evaluation odd = eval(p, prices("1000"), member(null, "100"), Wish.amount(rub("25")));
    assertEquals(rub("20"), odd.spend().paid());
    assertEquals(Evaluation.SpendReason.STEP, odd.spend().cut());
    Evaluation few = eval(p, prices("1000"), member(null, "100"), Wish.amount(rub("15")));
    assertEquals(0, few.spend().paid());
    assertEquals(rub("100"), few.spend().maximum());
    assertEquals(Evaluation.SpendReason.BELOW_MINIMUM, few.spend().cut());
  }

  @Test
  void switchedOff() {
    Evaluation e = eval(spending("'enabled':false"), prices("10"), member(null, "9"), Wish.MAX);
    assertEquals(Evaluation.SpendReason.NOT_OFFERED, e.spend().maximumReason());
  }
}
