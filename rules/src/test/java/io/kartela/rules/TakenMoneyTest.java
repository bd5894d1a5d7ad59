package io.kartela.rules;

import static io.kartela.rules.Try.MOSCOW;
import static io.kartela.rules.Try.NOON;
import static io.kartela.rules.Try.earns;
import static io.kartela.rules.Try.member;
import static io.kartela.rules.Try.prices;
import static io.kartela.rules.Try.program;
import static io.kartela.rules.Try.returning;
import static io.kartela.rules.Try.returningAll;
import static io.kartela.rules.Try.rub;
import static io.kartela.rules.Try.rule;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

/**
 * Money that was taken before anybody judged the receipt: what is owed and not paid earns nothing.
 */
class TakenMoneyTest {
  private static final String TIERS =
      "'tiers':[{'id':'bronze','name':{'ru':'Б','en':'B'},'rank':1,'earnBp':500},"
          + "{'id':'silver','name':{'ru':'С','en':'S'},'rank':2,'earnBp':1000,'upgrades':["
          + "{'type':'singlePurchase','from':500000}]}],'rules':["
          + rule("r", "'then':{'type':'earnByTier'}")
          + ","
          + rule("g", "'then':{'type':'grantBonus','amount':10000}")
          + "]";

  private static Receipt sold(Program p, Basket b, Facts f, Wish w, String taken) {
    Evaluation e = Rules.prepare(p).evaluate(b, f, w, NOON, MOSCOW, rub(taken)).get();
    return new Receipt(b, f, NOON, MOSCOW, e);
  }

  @Test
  void whatWasOwedAndNotPaidIsNoMoney() {
    Program p = program(TIERS);
    Receipt r = sold(p, prices("10000"), member(), Wish.amount(rub("10000")), "0");
    Evaluation e = r.evaluation();
    earns("0", e);
    assertEquals(List.of(0L, 0L, 0L), List.of(e.money(), e.bonusPaid(), e.granted()));
    assertNull(e.accrual());
    assertNull(e.tierAfter());
    assertEquals(rub("10000"), e.line(1).unpaid());
    returning(p, r, "1:400=0/0/0", "1:600=0/0/0");
  }

  @Test
  void aPartIsSpreadOverTheLinesAndComesBackToTheKopeck() {
    Program p = program(TIERS);
    // 300 of 900 bonuses are there, 100 of the rest was taken: 600 are owed.
    Receipt r =
        sold(p, prices("333.33", "333.33", "333.34"), member("bronze", "300"), Wish.MAX, "100");
    Evaluation e = r.evaluation();
    assertEquals(List.of(3333L, 3333L, 3334L), e.lines().stream().map(l -> l.net()).toList());
    earns("5", e);
    returning(p, r, "2:1000=33.33/100/2", "1:1000=33.33/100/2", "3:1000=33.34/100/1");
  }

  @Test
  void goodsThatNobodyPaidForReachNoTierByAnyMeasure() {
    for (String measure : List.of("GROSS", "DISCOUNTED", "NET")) {
      Program p = program(TIERS + ",'tierPolicy':{'measure':'" + measure + "'}");
      Wish all = Wish.amount(rub("9000"));
      assertNull(sold(p, prices("9000"), member(), all, "4999.99").evaluation().tierAfter());
      assertTrue(sold(p, prices("9000"), member(), all, "5000").evaluation().tierAfter() != null);
    }
  }

  @Test
  void aDiscountThatTheRegisterDidNotGiveIsPaidMoney() {
    Program p =
        program(
            "'rules':["
                + rule("d", "'then':{'type':'discountPercent','percentBp':1000}")
                + ","
                + rule("e", "'then':{'type':'earnPercent','percentBp':500}")
                + "]");
    Receipt r = sold(p, prices("100", "200"), member(), Wish.NONE, "300");
    assertEquals(rub("300"), r.evaluation().money());
    earns("15", r.evaluation());
    returning(p, r, "1:1000=100/0/5", "2:1000=200/0/10");
    // More than the goods cost less the bonuses does not count, and no bonus pays what money paid.
    Evaluation both =
        sold(p, prices("100"), member(null, "50"), Wish.amount(rub("50")), "100").evaluation();
    assertEquals(List.of(rub("50"), rub("50")), List.of(both.money(), both.bonusPaid()));
    Evaluation most = sold(p, prices("100"), member(null, "50"), Wish.MAX, "75").evaluation();
    assertEquals(List.of(rub("75"), rub("15")), List.of(most.money(), most.bonusPaid()));
  }

  @Test
  void noMoneyOfTheTakenIsBelowZeroOrAboveThePrice() {
    for (long taken : new long[] {-1, 10_001, Long.MIN_VALUE, Long.MAX_VALUE}) {
      Ruling no =
          Rules.prepare(program(TIERS))
              .evaluate(prices("100"), member(), Wish.NONE, NOON, MOSCOW, taken);
      assertEquals(InputRefusal.Code.BAD_PAYMENT, ((InputRefusal) no).code());
    }
  }

  /** Whatever was taken: lines add up to it, and no split of returns gives back more or less. */
  @Property(tries = 3_000)
  void whateverWasTaken(
      @ForAll long seed,
      @ForAll ReturnPolicy.Mode mode,
      @ForAll @LongRange(max = 1_000_000) long share) {
    Arbitrary any = new Arbitrary(seed);
    Program p = any.program(mode);
    Basket b = any.basket();
    Facts f = any.facts();
    Wish w = any.wish();
    long gross = b.lines().stream().mapToLong(Line::total).sum();
    long taken = Exact.mulDiv(gross, share, 1_000_000);
    Receipt r =
        new Receipt(
            b, f, NOON, MOSCOW, Rules.prepare(p).evaluate(b, f, w, NOON, MOSCOW, taken).get());
    Evaluation e = r.evaluation();
    assertEquals(Math.min(taken, gross - e.bonusPaid()), e.money());
    assertEquals(e.money(), e.lines().stream().mapToLong(l -> l.net()).sum());
    for (Evaluation.LineResult l : e.lines()) {
      assertTrue(l.net() >= 0 && l.net() + l.bonus() <= l.gross(), l::toString);
    }
    returningAll(p, r, any.split(b));
  }
}
