package io.kartela.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Short words for the tests: roubles in, kopecks inside. */
final class Try {
  static final ZoneId MOSCOW = ZoneId.of("Europe/Moscow");

  /** Saturday noon in Moscow. */
  static final Instant NOON = Instant.parse("2026-11-21T09:00:00Z");

  private Try() {}

  /** A program from JSON with single quotes; the name and kind may be left out. */
  static Program program(String body) {
    String json =
        "{'name':{'ru':'Проба','en':'Trial'},'kind':'BOTH'"
            + (body.isBlank() ? "" : "," + body)
            + "}";
    return ProgramJson.parse(json.replace('\'', '"')).program();
  }

  /** A program of these rules. */
  static Program rules(String... rules) {
    return program("'rules':[" + String.join(",", rules) + "]");
  }

  /** One rule: id, the rest of its JSON. */
  static String rule(String id, String rest) {
    return "{'id':'"
        + id
        + "','name':{'ru':'Правило "
        + id
        + "','en':'Rule "
        + id
        + "'},"
        + rest
        + "}";
  }

  /** Kopecks of "1234.56". */
  static long rub(String amount) {
    return new java.math.BigDecimal(amount).movePointRight(2).longValueExact();
  }

  /** One line for each price, one piece each, goods "g1", "g2" … of category "goods". */
  static Basket prices(String... prices) {
    List<Line> lines = new ArrayList<>();
    for (String p : prices) {
      int no = lines.size() + 1;
      lines.add(Line.piece(no, "g" + no, "goods", rub(p)));
    }
    return Basket.of(lines);
  }

  static Line line(int no, String category, long pieces, String total) {
    return new Line(no, "s" + no, Set.of(category), pieces * 1000, rub(total), null, Set.of());
  }

  static Facts member(@Nullable String tier, String available) {
    return Facts.of(Facts.Member.of(tier, rub(available)));
  }

  static Facts member() {
    return member(null, "0");
  }

  static Evaluation eval(Program p, Basket b, Facts f, Wish w) {
    return Rules.evaluate(p, b, f, w, NOON, MOSCOW).get();
  }

  static Evaluation eval(Program p, Basket b) {
    return eval(p, b, member(), Wish.NONE);
  }

  /** Bonuses earned on the receipt, in roubles. */
  static void earns(String expected, Evaluation e) {
    assertEquals(rub(expected), e.earned());
  }

  static Receipt receipt(Program p, Basket b, Facts f, Wish w) {
    return new Receipt(b, f, NOON, MOSCOW, eval(p, b, f, w));
  }

  /** Returns by steps and checks each: "line:quantityMilli=money/bonus/earn". */
  static ReturnEffects.Sofar returning(Program p, Receipt r, String... steps) {
    ReturnEffects.Sofar sofar = ReturnEffects.Sofar.NOTHING;
    for (String step : steps) {
      String[] sides = step.split("=", -1);
      String[] what = sides[0].split(":", -1);
      ReturnEffects back =
          Rules.refund(
                  p,
                  r,
                  sofar,
                  List.of(
                      new ReturnEffects.Wanted(Integer.parseInt(what[0]), Long.parseLong(what[1]))))
              .reversal();
      List<Long> expected = Arrays.stream(sides[1].split("/", -1)).map(Try::rub).toList();
      assertEquals(expected, List.of(back.money(), back.bonus(), back.earn()), step);
      sofar = sofar.plus(back);
    }
    return sofar;
  }

  /** Returns everything step by step: never too much on the way, and in the end to the kopeck. */
  static ReturnEffects.Sofar returningAll(
      Program p, Receipt r, List<List<ReturnEffects.Wanted>> steps) {
    Evaluation e = r.evaluation();
    ReturnEffects.Sofar sofar = ReturnEffects.Sofar.NOTHING;
    long money = 0;
    long bonus = 0;
    for (List<ReturnEffects.Wanted> step : steps) {
      ReturnEffects part = Rules.refund(p, r, sofar, step).reversal();
      assertTrue(part.money() >= 0 && part.bonus() >= 0 && part.earn() >= 0);
      sofar = sofar.plus(part);
      money += part.money();
      bonus += part.bonus();
      assertTrue(sofar.earn() <= e.earned() && money <= e.money() && bonus <= e.bonusPaid());
    }
    assertEquals(
        List.of(e.money(), e.bonusPaid(), e.earned()), List.of(money, bonus, sofar.earn()));
    return sofar;
  }

  static List<Long> discounts(Evaluation e) {
    return e.lines().stream().map(Evaluation.LineResult::discount).toList();
  }

  static List<Long> bonuses(Evaluation e) {
    return e.lines().stream().map(Evaluation.LineResult::bonus).toList();
  }

  static List<Trace.Rejected> rejected(Evaluation e, String rule) {
    return e.trace().stream()
        .filter(t -> t instanceof Trace.Rejected r && r.rule().equals(rule))
        .map(Trace.Rejected.class::cast)
        .toList();
  }

  static Trace.@Nullable Applied applied(Evaluation e, String rule) {
    return e.trace().stream()
        .filter(t -> t instanceof Trace.Applied a && a.rule().equals(rule))
        .map(Trace.Applied.class::cast)
        .findFirst()
        .orElse(null);
  }
}
