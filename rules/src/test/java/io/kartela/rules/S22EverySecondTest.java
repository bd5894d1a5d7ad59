package io.kartela.rules;

import static io.kartela.rules.Try.discounts;
import static io.kartela.rules.Try.eval;
import static io.kartela.rules.Try.prices;
import static io.kartela.rules.Try.rub;
import static io.kartela.rules.Try.rule;
import static io.kartela.rules.Try.rules;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class S22EverySecondTest {
  static Program promo(String more) {
    return rules(
        rule(
            "p",
            "'audience':'EVERYBODY','then':{'type':'everyNth','n':2,'percentBp':5000"
                + more
                + "}"));
  }

  static final Basket FIVE = prices("80", "500", "300", "100", "300");

  @Test
  void cheaperOfEachPair() {
    Evaluation e = eval(promo(""), FIVE);
    assertEquals(rub("200"), e.discount());
    assertEquals(rub("1080"), e.money());
    assertEquals(0, e.line(1).discount());
    assertEquals(List.of(0L, 0L, 15000L, 5000L, 0L), discounts(e));
  }

  @Test
  void scanOrder() {
    assertEquals(rub("300"), eval(promo(",'order':'SCAN_ORDER'"), FIVE).discount());
  }

  @Test
  void floorsToAKopeck() {
    Evaluation e = eval(promo(""), prices("99.99", "99.99"));
    assertEquals(4999, e.discount());
    assertEquals(5000, e.line(2).net());
  }

  @Test
  void nthAsAGiftIsSpreadOverTheGroup() {
    Program gift = rules(rule("p", "'then':{'type':'everyNth','n':3,'percentBp':10000}"));
    assertEquals(
        List.of(16000L, 13333L, 10667L), discounts(eval(gift, prices("600", "500", "400"))));
  }
}
