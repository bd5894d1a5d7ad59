package io.kartela.rules;

import static io.kartela.rules.Try.applied;
import static io.kartela.rules.Try.discounts;
import static io.kartela.rules.Try.earns;
import static io.kartela.rules.Try.eval;
import static io.kartela.rules.Try.line;
import static io.kartela.rules.Try.member;
import static io.kartela.rules.Try.prices;
import static io.kartela.rules.Try.program;
import static io.kartela.rules.Try.rejected;
import static io.kartela.rules.Try.rub;
import static io.kartela.rules.Try.rule;
import static io.kartela.rules.Try.rules;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EffectsTest {
  static String percent(String id, int bp, String more) {
    return rule(id, "'then':{'type':'discountPercent','percentBp':" + bp + "}" + more);
  }

  @Test
  void lineDiscountFloorsEachLineReceiptDiscountOnce() {
    Basket b = prices("0.05", "0.05", "0.05");
    assertEquals(0, eval(rules(percent("r", 1000, "")), b).discount());
    Program receipt =
        rules(rule("r", "'then':{'type':'discountPercent','percentBp':1000,'scope':'RECEIPT'}"));
    assertEquals(List.of(1L, 0L, 0L), discounts(eval(receipt, b)));
  }

  @Test
  void fixedDiscountNeverExceedsThePrice() {
    Program fixed = rules(rule("r", "'then':{'type':'discountFixed','amount':30000}"));
    assertEquals(List.of(20000L, 10000L), discounts(eval(fixed, prices("600", "300"))));
    assertEquals(rub("100"), eval(fixed, prices("100")).discount());
    Program perPiece =
        rules(rule("r", "'then':{'type':'discountFixed','amount':2000,'scope':'LINE'}"));
    Evaluation e = eval(perPiece, Basket.of(line(1, "a", 3, "300"), line(2, "a", 2, "30")));
    assertEquals(List.of(6000L, 3000L), discounts(e));
  }

  @Test
  void discountsStackOnTheRestOrOnTheFullPrice() {
    String two = percent("a", 1000, "") + "," + percent("b", 2000, "");
    assertEquals(rub("28"), eval(rules(two), prices("100")).discount());
    Program gross = program("'rules':[" + two + "],'discounts':{'stacking':'GROSS'}");
    assertEquals(rub("30"), eval(gross, prices("100")).discount());
    Program capped = program("'rules':[" + two + "],'discounts':{'maxLineBp':2500}");
    assertEquals(rub("25"), eval(capped, prices("100")).discount());
  }

  @Test
  void cumulativeDiscountByAllPurchases() {
    Program p = Examples.program("cumulative-discount");
    Facts f = member().withPurchases(PurchaseWindow.ALL_TIME, rub("15000"), 9);
    Evaluation e = eval(p, prices("1000"), f, Wish.MAX);
    assertEquals(rub("50"), e.discount());
    Trace.Applied a = applied(e, "cumulative");
    assertNotNull(a);
    assertEquals(1, a.band());
    assertEquals(Long.valueOf(rub("15000")), a.measured());
    assertEquals(Evaluation.SpendReason.NOT_OFFERED, e.spend().maximumReason());
    Facts below = member().withPurchases(PurchaseWindow.ALL_TIME, rub("14999.99"), 9);
    assertEquals(rub("30"), eval(p, prices("1000"), below, Wish.NONE).discount());
    Line sale = new Line(1, "s", Set.of("a"), 1000, rub("1000"), null, Set.of("sale"));
    assertEquals(0, eval(p, Basket.of(sale), f, Wish.NONE).discount());
    assertEquals(rub("300"), eval(p, prices("5000"), Facts.anonymous(), Wish.NONE).discount());
  }

  @ParameterizedTest
  @CsvSource({"FIRST,10,0", "MAX_PER_RECEIPT,0,30", "MAX_PER_LINE,10,30", "STACK,10,30"})
  void groups(String mode, String first, String second) {
    Program p =
        program(
            "'groups':[{'id':'g','mode':'"
                + mode
                + "'}],'rules':["
                + rule(
                    "a",
                    "'group':'g','then':{'type':'earnPercent','percentBp':1000,'goods':{'categories':['x']}}")
                + ","
                + rule(
                    "b",
                    "'group':'g','then':{'type':'earnPercent','percentBp':1000,'goods':{'categories':['y']}}")
                + "]");
    Evaluation e = eval(p, Basket.of(line(1, "x", 1, "100"), line(2, "y", 1, "300")));
    Trace.Applied a = applied(e, "a");
    Trace.Applied b = applied(e, "b");
    assertEquals(rub(first), a == null ? 0 : a.amount());
    assertEquals(rub(second), b == null ? 0 : b.amount());
  }

  @Test
  void priorityThenIdDecidesTheOrder() {
    String group = "'groups':[{'id':'g','mode':'FIRST'}],'rules':[";
    String late =
        rule("a", "'group':'g','priority':2,'then':{'type':'earnPercent','percentBp':1000}");
    String soon =
        rule("b", "'group':'g','priority':1,'then':{'type':'earnPercent','percentBp':500}");
    earns("5", eval(program(group + late + "," + soon + "]"), prices("100")));
    earns("5", eval(program(group + soon + "," + late + "]"), prices("100")));
  }

  @ParameterizedTest
  @CsvSource({"FIRST", "MAX_PER_LINE", "MAX_PER_RECEIPT"})
  void equalOffersGoToTheEarlierRule(String mode) {
    Program p =
        program(
            "'groups':[{'id':'g','mode':'"
                + mode
                + "'}],'rules':["
                + rule("b", "'group':'g','then':{'type':'earnPercent','percentBp':500}")
                + ","
                + rule("a", "'group':'g','then':{'type':'earnPercent','percentBp':500}")
                + "]");
    Evaluation e = eval(p, prices("100", "200"));
    earns("15", e);
    assertNotNull(applied(e, "a"));
    assertNull(applied(e, "b"));
    assertEquals("a", rejected(e, "b").getFirst().winner());
  }

  @Test
  void multipliersAddTheirExtras() {
    Program p =
        rules(
            rule("base", "'then':{'type':'earnPercent','percentBp':1000}"),
            rule("x2", "'then':{'type':'multiplyEarn','factorPercent':200}"),
            rule("x3", "'priority':1,'then':{'type':'multiplyEarn','factorPercent':300}"));
    earns("40", eval(p, prices("100")));
  }

  @Test
  void capPerLineAndPerReceiptOfThePolicy() {
    Program line =
        rules(rule("r", "'caps':{'perLine':500},'then':{'type':'earnPercent','percentBp':1000}"));
    earns("8", eval(line, prices("100", "30")));
    Program policy =
        program(
            "'rules':["
                + rule("r", "'then':{'type':'earnPercent','percentBp':1000}")
                + "],'earning':{'maxPerReceipt':700}");
    earns("7", eval(policy, prices("100", "30")));
  }

  @Test
  void usesAndMembersBudget() {
    Program p =
        rules(
            rule(
                "r",
                "'budget':{'usesPerMember':2,'perMember':1500},'then':{'type':'earnPercent','percentBp':1000}"));
    earns(
        "5",
        eval(
            p, prices("100"), member().withUsage("r", new Facts.Usage(9_999, 1000, 1)), Wish.NONE));
    Evaluation e =
        eval(p, prices("100"), member().withUsage("r", new Facts.Usage(9_999, 1000, 2)), Wish.NONE);
    assertEquals(Trace.Reason.USES_EXHAUSTED, rejected(e, "r").getFirst().reason());
  }

  @Test
  void nothingIsEarnedWhenBonusesPayIfTheProgramSaysSo() {
    Program p =
        program(
            "'rules':["
                + rule("r", "'then':{'type':'earnPercent','percentBp':1000}")
                + "],'earning':{'whenSpending':'NOTHING'}");
    earns("10", eval(p, prices("100"), member(null, "50"), Wish.NONE));
    Evaluation e = eval(p, prices("100"), member(null, "50"), Wish.MAX);
    earns("0", e);
    assertEquals(Trace.Reason.SPENT_BONUSES, rejected(e, "r").getFirst().reason());
    assertNull(e.accrual());
  }

  @Test
  void discountedLinesMayNeitherEarnNorBePaid() {
    Program p =
        program(
            "'rules':["
                + rule(
                    "d",
                    "'then':{'type':'discountPercent','percentBp':1000,'goods':{'categories':['x']}}")
                + ","
                + rule("e", "'then':{'type':'earnPercent','percentBp':1000}")
                + "],'earning':{'onDiscounted':false},'spending':{'onDiscounted':false}");
    Basket b = Basket.of(line(1, "x", 1, "100"), line(2, "y", 1, "100"));
    Evaluation e = eval(p, b, member(null, "1000"), Wish.MAX);
    assertEquals(List.of(0L, rub("100")), Try.bonuses(e));
    earns("10", eval(p, b, member(null, "1000"), Wish.NONE));
  }

  @Test
  void stampsAcrossReceipts() {
    Program p = Examples.program("stamps");
    Evaluation four =
        eval(p, Basket.of(line(1, "wrap", 4, "1000")), member().withCounter("wraps", 1), Wish.NONE);
    assertEquals(0, four.discount());
    assertEquals(List.of(new Evaluation.CounterMove("wraps", 4)), four.counters());
    Basket two = Basket.of(line(1, "wrap", 1, "300"), line(2, "wrap", 1, "200"));
    Evaluation sixth = eval(p, two, member().withCounter("wraps", 5), Wish.NONE);
    assertEquals(rub("200"), sixth.discount());
    assertEquals(List.of(rub("120"), rub("80")), discounts(sixth));
    Evaluation next = eval(p, two, member().withCounter("wraps", 7), Wish.NONE);
    assertEquals(0, next.discount());
    assertEquals(
        new Evaluation.Hint(Evaluation.Hint.Kind.MORE_PIECES, "sixth", 3, 10_000, 0),
        next.hints().getFirst());
    Receipt r = Try.receipt(p, two, member().withCounter("wraps", 5), Wish.NONE);
    ReturnEffects back =
        Rules.refund(p, r, ReturnEffects.Sofar.NOTHING, List.of(new ReturnEffects.Wanted(1, 1000)))
            .reversal();
    assertEquals(List.of(new Evaluation.CounterMove("wraps", -1)), back.counters());
    assertEquals(rub("180"), back.money());
  }

  @Test
  void aStampCardThatLosesItsGroupKeepsTheStamps() {
    Program p =
        program(
            "'groups':[{'id':'g','mode':'MAX_PER_RECEIPT'}],'rules':["
                + percent("half", 5000, ",'group':'g'")
                + ","
                + rule("card", "'group':'g','then':{'type':'stampCard','counter':'s','n':3}")
                + "]");
    Basket three = prices("100", "100", "100");
    Evaluation e = eval(p, three, member(), Wish.NONE);
    assertEquals(rub("150"), e.discount());
    assertEquals(List.of(), e.counters());
  }

  @Test
  void grantsBackWhenTheReasonIsReturned() {
    Program p =
        rules(
            rule(
                "g",
                "'when':{'type':'receiptTotal','range':{'from':50000}},'then':{'type':'grantBonus','amount':10000,'once':'PER_DAY'}"));
    Receipt r = Try.receipt(p, prices("400", "200"), member(), Wish.NONE);
    assertEquals("g:2026-11-21", r.evaluation().grants().getFirst().onceKey());
    ReturnEffects first =
        Rules.refund(p, r, ReturnEffects.Sofar.NOTHING, List.of(new ReturnEffects.Wanted(2, 1000)))
            .reversal();
    assertEquals(java.util.Map.of("g", 10_000L), first.grants());
    ReturnEffects second =
        Rules.refund(
                p,
                r,
                ReturnEffects.Sofar.NOTHING.plus(first),
                List.of(new ReturnEffects.Wanted(1, 1000)))
            .reversal();
    assertEquals(java.util.Map.of(), second.grants());
  }

  @Test
  void grantGroupsGiveOne() {
    Program p =
        program(
            "'groups':[{'id':'g','mode':'MAX_PER_RECEIPT'}],'rules':["
                + rule("small", "'group':'g','then':{'type':'grantBonus','amount':100}")
                + ","
                + rule(
                    "large", "'group':'g','priority':200,'then':{'type':'grantBonus','amount':200}")
                + "]");
    Evaluation e = eval(p, prices("100"));
    assertEquals(List.of("large"), e.grants().stream().map(Evaluation.Grant::rule).toList());
    assertEquals(Trace.Reason.LOST_IN_GROUP, rejected(e, "small").getFirst().reason());
  }
}
