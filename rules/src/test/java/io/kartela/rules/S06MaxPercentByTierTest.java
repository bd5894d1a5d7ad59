package io.kartela.rules;

import static io.kartela.rules.Try.bonuses;
import static io.kartela.rules.Try.earns;
import static io.kartela.rules.Try.eval;
import static io.kartela.rules.Try.line;
import static io.kartela.rules.Try.member;
import static io.kartela.rules.Try.program;
import static io.kartela.rules.Try.rub;
import static io.kartela.rules.Try.rule;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class S06MaxPercentByTierTest {
  static final String TIERS =
      "'tiers':[{'id':'silver','name':{'ru':'Серебро','en':'Silver'},'rank':1,'maxSpendBp':3000},"
          + "{'id':'gold','name':{'ru':'Золото','en':'Gold'},'rank':2,'maxSpendBp':5000}],"
          + "'rules':["
          + rule("r1", "'then':{'type':'earnPercent','percentBp':500}")
          + "],'earning':{'goods':{'excludedCategories':['tobacco']}}";

  static final Basket BASKET =
      Basket.of(line(1, "a", 1, "1000"), line(2, "b", 1, "600"), line(3, "tobacco", 1, "400"));

  static Program with(String more) {
    return program(TIERS + ",'spending':{'goods':{'excludedCategories':['tobacco']}" + more + "}");
  }

  @Test
  void paysAtMostTheTiersShareOfEligibleLines() {
    Evaluation e = eval(with(""), BASKET, member("silver", "1000"), Wish.MAX);
    assertEquals(rub("480"), e.spend().maximum());
    assertEquals(Evaluation.SpendReason.PERCENT_CAP, e.spend().maximumReason());
    assertEquals(List.of(rub("300"), rub("180"), 0L), bonuses(e));
    assertEquals(rub("1520"), e.money());
    earns("56", e);
    assertEquals(List.of(3500L, 2100L, 0L), e.lines().stream().map(l -> l.earned()).toList());
  }

  @Test
  void goldPaysHalf() {
    assertEquals(
        rub("800"), eval(with(""), BASKET, member("gold", "1000"), Wish.MAX).spend().paid());
  }

  @Test
  void capOfTheWholeReceiptStillPaysOnlyEligibleLines() {
    Program p = with(",'capBase':'WHOLE_RECEIPT'");
    Evaluation silver = eval(p, BASKET, member("silver", "1000"), Wish.MAX);
    assertEquals(rub("600"), silver.spend().paid());
    assertEquals(List.of(rub("375"), rub("225"), 0L), bonuses(silver));
  }

  @Test
  void balanceLimits() {
    Evaluation e = eval(with(""), BASKET, member("silver", "350"), Wish.MAX);
    assertEquals(rub("350"), e.spend().maximum());
    assertEquals(Evaluation.SpendReason.BALANCE, e.spend().maximumReason());
  }

  @Test
  void belowTheMinimumNothing() {
    Evaluation e = eval(with(",'minRedemption':50000"), BASKET, member("silver", "1000"), Wish.MAX);
    assertEquals(0, e.spend().maximum());
    assertEquals(Evaluation.SpendReason.BELOW_MINIMUM, e.spend().maximumReason());
    assertEquals(rub("2000"), e.money());
  }

  @Test
  void askingForMoreIsCutAndSaid() {
    Evaluation e = eval(with(""), BASKET, member("silver", "1000"), Wish.amount(rub("500")));
    assertEquals(rub("480"), e.spend().paid());
    assertEquals(Evaluation.SpendReason.PERCENT_CAP, e.spend().cut());
  }
}
