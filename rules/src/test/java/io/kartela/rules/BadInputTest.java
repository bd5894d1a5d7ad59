package io.kartela.rules;

import static io.kartela.rules.Try.MOSCOW;
import static io.kartela.rules.Try.NOON;
import static io.kartela.rules.Try.eval;
import static io.kartela.rules.Try.line;
import static io.kartela.rules.Try.member;
import static io.kartela.rules.Try.prices;
import static io.kartela.rules.Try.program;
import static io.kartela.rules.Try.rub;
import static io.kartela.rules.Try.rule;
import static io.kartela.rules.Try.rules;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BadInputTest {
  static final Program PERCENT = rules(rule("r", "'then':{'type':'earnPercent','percentBp':500}"));

  static InputRefusal.Code refused(Basket b) {
    return code(Rules.evaluate(PERCENT, b, member(), Wish.MAX, NOON, MOSCOW));
  }

  static InputRefusal.Code code(Ruling outcome) {
    return switch (outcome) {
      case InputRefusal r -> {
        assertTrue(!r.message().ru().isBlank() && !r.message().en().isBlank());
        yield r.code();
      }
      case Evaluation e -> throw new AssertionError("judged: " + e);
    };
  }

  static Line raw(int no, long quantityMilli, long total) {
    return new Line(no, "s", Set.of("goods"), quantityMilli, total, null, Set.of());
  }

  @ParameterizedTest
  @CsvSource({
    "0,100,BAD_QUANTITY",
    "-1000,100,BAD_QUANTITY",
    "9223372036854775807,100,BAD_QUANTITY",
    "-9223372036854775808,100,BAD_QUANTITY",
    "1000,-1,NEGATIVE_AMOUNT",
    "1000,-9223372036854775808,NEGATIVE_AMOUNT",
    "1000,9223372036854775807,AMOUNT_TOO_LARGE",
    "1000,1000000000001,AMOUNT_TOO_LARGE"
  })
  void oneBadLine(long quantityMilli, long total, InputRefusal.Code code) {
    assertEquals(code, refused(Basket.of(raw(1, quantityMilli, total))));
    assertEquals(code, refused(Basket.of(raw(1, 1000, 5), raw(2, quantityMilli, total))));
  }

  @Test
  void otherBadBaskets() {
    assertEquals(InputRefusal.Code.EMPTY_BASKET, refused(Basket.of()));
    assertEquals(
        InputRefusal.Code.DUPLICATE_LINE, refused(Basket.of(raw(1, 1000, 5), raw(1, 1000, 5))));
    assertEquals(
        InputRefusal.Code.DUPLICATE_LINE,
        refused(Basket.of(raw(3, 1000, 5), raw(1, 1000, 5), raw(3, 1000, 5))));
    assertEquals(InputRefusal.Code.UNKNOWN_LINE, refused(Basket.of(raw(-1, 1000, 5))));
    Line cost = new Line(1, "s", Set.of(), 1000, 5, -1L, Set.of());
    assertEquals(InputRefusal.Code.NEGATIVE_AMOUNT, refused(Basket.of(cost)));
    Line sku = new Line(1, "s".repeat(201), Set.of(), 1000, 5, null, Set.of());
    assertEquals(InputRefusal.Code.BAD_SKU, refused(Basket.of(sku)));
    assertThrows(
        ArithmeticException.class, () -> Line.of(1, "s", Set.of(), Long.MAX_VALUE, Long.MAX_VALUE));
  }

  @Test
  void manySmallLinesMayNotAddUpToTooMuch() {
    long half = 500_000_000_000L;
    assertEquals(
        InputRefusal.Code.AMOUNT_TOO_LARGE,
        refused(Basket.of(raw(1, 1000, half), raw(2, 1000, half + 1))));
    Evaluation most = eval(PERCENT, Basket.of(raw(1, 1000, half), raw(2, 1000, half)));
    assertEquals(50_000_000_000L, most.earned());
  }

  @Test
  void largestReceiptIsExactOrRefused() {
    Basket most = Basket.of(raw(1, 3000, 999_999_999_999L));
    Program heavy =
        rules(
            rule("a", "'then':{'type':'earnPercent','percentBp':100000}"),
            rule("m", "'then':{'type':'multiplyEarn','factorPercent':100000}"));
    assertEquals(
        InputRefusal.Code.AMOUNT_TOO_LARGE,
        code(Rules.evaluate(heavy, most, member(), Wish.NONE, NOON, MOSCOW)));
    Program promo =
        rules(
            rule("p", "'then':{'type':'nForM','n':3,'m':2}"),
            rule("e", "'then':{'type':'earnPercent','percentBp':9999}"));
    Evaluation e = eval(promo, most, member(null, "9999999999.99"), Wish.NONE);
    assertEquals(333_333_333_333L, e.discount());
    assertEquals(666_599_999_999L / 100 * 100, e.earned());
    Basket crowd = Basket.of(raw(1, 999_999_999_000L, 999_999_999_999L));
    assertEquals(333_333_333_333L, eval(promo, crowd).discount());
  }

  @Test
  void badMembersWishesAndClocks() {
    Basket b = prices("100");
    assertEquals(
        InputRefusal.Code.UNKNOWN_TIER,
        code(Rules.evaluate(PERCENT, b, member("gold", "0"), Wish.NONE, NOON, MOSCOW)));
    assertEquals(
        InputRefusal.Code.BAD_FACT,
        code(Rules.evaluate(PERCENT, b, member(null, "-1"), Wish.NONE, NOON, MOSCOW)));
    assertEquals(
        InputRefusal.Code.BAD_WISH,
        code(Rules.evaluate(PERCENT, b, member(), Wish.amount(-1), NOON, MOSCOW)));
    for (Instant at : List.of(Instant.MIN, Instant.MAX, Instant.parse("1899-12-31T23:59:59Z"))) {
      assertEquals(
          InputRefusal.Code.BAD_TIME,
          code(Rules.evaluate(PERCENT, b, member(), Wish.NONE, at, MOSCOW)));
    }
    Facts huge =
        member()
            .withPurchases(PurchaseWindow.ALL_TIME, Long.MAX_VALUE, Long.MAX_VALUE)
            .withCounter("coffee", Long.MAX_VALUE);
    Program p = Examples.program("coffee-shop");
    assertEquals(
        InputRefusal.Code.AMOUNT_TOO_LARGE,
        code(Rules.evaluate(p, b, huge, Wish.MAX, NOON, MOSCOW)));
  }

  @Test
  void clockFarInThePastIsJudgedByItsOwnTime() {
    Program p = Examples.program("coffee-shop");
    Instant past = Instant.parse("1970-01-01T00:00:00Z");
    Evaluation e =
        Rules.evaluate(p, prices("1000"), member(null, "0"), Wish.NONE, past, MOSCOW).get();
    assertEquals(Trace.Reason.NOT_YET_VALID, Try.rejected(e, "opening").getFirst().reason());
    assertEquals(rub("60"), e.earned());
    Facts future =
        Facts.of(Facts.Member.of(null, 0).bought(3, null, Instant.parse("2026-11-20T00:00:00Z")));
    Evaluation before = Rules.evaluate(p, prices("1000"), future, Wish.NONE, past, MOSCOW).get();
    assertEquals(Trace.Reason.QUICK_RETURN, Try.rejected(before, "come-back").getFirst().reason());
  }

  @Test
  void unknownGoodsAreOrdinaryGoods() {
    Line unknown = new Line(1, "никогда-не-было", Set.of(), 1000, 10_000, null, Set.of());
    assertEquals(rub("5"), eval(PERCENT, Basket.of(unknown)).earned());
  }

  @Test
  void weighedGoodsEarnButTakeNoPartInPiecePromotions() {
    Program p =
        rules(
            rule("p", "'then':{'type':'nForM','n':2,'m':1}"),
            rule("e", "'then':{'type':'earnPercent','percentBp':1000}"));
    Evaluation e = eval(p, Basket.of(raw(1, 1500, 30_000), raw(2, 333, 9_999)));
    assertEquals(0, e.discount());
    assertEquals(rub("39"), e.earned());
    Receipt r =
        new Receipt(
            Basket.of(raw(1, 1500, 30_000)),
            member(),
            NOON,
            MOSCOW,
            eval(p, Basket.of(raw(1, 1500, 30_000))));
    Try.returning(p, r, "1:1=0.20/0/1", "1:499=99.80/0/9", "1:1000=200/0/20");
  }

  @Test
  void fiveThousandLinesAndAThousandRules() {
    List<Line> lines = new ArrayList<>();
    for (int i = 1; i <= Basket.MAX_LINES; i++) {
      lines.add(line(i, "c" + i % 10, 1 + i % 3, "99.9" + i % 10));
    }
    List<String> rules = new ArrayList<>();
    for (int i = 0; i < Program.MAX_RULES; i++) {
      String goods = i % 2 == 0 ? "" : ",'goods':{'categories':['c" + i % 10 + "']}";
      rules.add(
          switch (i % 5) {
            case 0 ->
                rule(
                    "r" + i,
                    "'group':'d','then':{'type':'everyNth','n':2,'percentBp':5000" + goods + "}");
            case 1 ->
                rule("r" + i, "'then':{'type':'multiplyEarn','factorPercent':101" + goods + "}");
            default ->
                rule(
                    "r" + i,
                    "'group':'e','then':{'type':'earnPercent','percentBp':" + i + goods + "}");
          });
    }
    Program p =
        program(
            "'groups':[{'id':'d','mode':'MAX_PER_RECEIPT'},{'id':'e','mode':'MAX_PER_LINE'}],'rules':["
                + String.join(",", rules)
                + "]");
    Basket b = Basket.of(lines);
    Evaluation e =
        assertTimeout(Duration.ofSeconds(20), () -> eval(p, b, member(null, "100000"), Wish.MAX));
    assertEquals(e.gross(), e.discount() + e.bonusPaid() + e.money());
    assertEquals(5_000, e.lines().size());
    assertEquals(e.earned(), e.lines().stream().mapToLong(Evaluation.LineResult::earned).sum());
    lines.add(raw(9_999, 1000, 5));
    assertEquals(InputRefusal.Code.TOO_MANY_LINES, refused(Basket.of(lines)));
  }

  @Test
  void badReturns() {
    Receipt r = S14ReturnOneOfThreeTest.receiptOf(PERCENT);
    assertEquals(InputRefusal.Code.NOTHING_TO_RETURN, refund(r, ReturnEffects.Sofar.NOTHING));
    assertEquals(
        InputRefusal.Code.UNKNOWN_LINE,
        refund(r, ReturnEffects.Sofar.NOTHING, new ReturnEffects.Wanted(7, 1000)));
    for (long quantity : new long[] {0, -1, Long.MIN_VALUE}) {
      assertEquals(
          InputRefusal.Code.BAD_QUANTITY,
          refund(r, ReturnEffects.Sofar.NOTHING, new ReturnEffects.Wanted(1, quantity)));
    }
    for (long quantity : new long[] {3001, Long.MAX_VALUE}) {
      assertEquals(
          InputRefusal.Code.MORE_THAN_BOUGHT,
          refund(r, ReturnEffects.Sofar.NOTHING, new ReturnEffects.Wanted(1, quantity)));
    }
    assertEquals(
        InputRefusal.Code.MORE_THAN_BOUGHT,
        refund(
            r,
            ReturnEffects.Sofar.NOTHING,
            new ReturnEffects.Wanted(1, 2000),
            new ReturnEffects.Wanted(1, 2000)));
    ReturnEffects.Sofar lie =
        new ReturnEffects.Sofar(
            java.util.Map.of("1", new ReturnEffects.LineSofar(1000, 999_999_999, 0)),
            0,
            java.util.Map.of(),
            java.util.Map.of(),
            java.util.Map.of());
    assertEquals(
        InputRefusal.Code.BAD_RETURN_STATE, refund(r, lie, new ReturnEffects.Wanted(1, 1000)));
  }

  private static InputRefusal.Code refund(
      Receipt r, ReturnEffects.Sofar sofar, ReturnEffects.Wanted... wanted) {
    return ((InputRefusal) Rules.refund(PERCENT, r, sofar, List.of(wanted))).code();
  }
}
