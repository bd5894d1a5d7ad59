package io.kartela.rules;

import static io.kartela.rules.Try.discounts;
import static io.kartela.rules.Try.eval;
import static io.kartela.rules.Try.line;
import static io.kartela.rules.Try.prices;
import static io.kartela.rules.Try.rub;
import static io.kartela.rules.Try.rule;
import static io.kartela.rules.Try.rules;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class S21ThreeForTwoTest {
  static Program promo(String more) {
    return rules(
        rule("p", "'audience':'EVERYBODY','then':{'type':'nForM','n':3,'m':2" + more + "}"));
  }

  static final Program CHEAPEST = promo("");
  static final Program GROUPED = promo(",'pick':'GROUPED_DESC'");
  static final Basket SIX = prices("600", "500", "400", "300", "200", "100");
  static final Basket SEVEN = prices("600", "500", "400", "300", "200", "100", "50");

  @Test
  void sixPieces() {
    assertEquals(rub("300"), eval(CHEAPEST, SIX).discount());
    assertEquals(rub("500"), eval(GROUPED, SIX).discount());
  }

  @Test
  void onePieceIsTooFewNotTooCheap() {
    Evaluation e = eval(CHEAPEST, prices("1490"));
    assertEquals(Trace.Reason.TOO_FEW_PIECES, Try.rejected(e, "p").getFirst().reason());
    Explain explain = new Explain(CHEAPEST, "ru");
    assertTrue(
        explain.paragraph(e, Explain.Reader.CASHIER).contains("не сработало: не хватает штук"));
  }

  @Test
  void sevenPieces() {
    assertEquals(rub("150"), eval(CHEAPEST, SEVEN).discount());
    assertEquals(rub("500"), eval(GROUPED, SEVEN).discount());
    assertEquals(0, eval(GROUPED, SEVEN).line(7).discount());
  }

  @Test
  void fiscalSpreadLeavesNoZeroPrice() {
    Evaluation e = eval(CHEAPEST, prices("600", "500", "400"));
    assertEquals(List.of(16000L, 13333L, 10667L), discounts(e));
    assertEquals(rub("1100"), e.money());
  }

  @Test
  void onItemPutsItOnTheFreePiece() {
    Evaluation e = eval(promo(",'spread':'ON_ITEM'"), prices("600", "500", "400"));
    assertEquals(List.of(0L, 0L, 40000L), discounts(e));
  }

  @Test
  void piecesOfOneLineCountEach() {
    Basket b = Basket.of(line(1, "goods", 5, "1000"), line(2, "goods", 1, "100"));
    assertEquals(rub("300"), eval(CHEAPEST, b).discount());
    Basket same = prices("200", "200", "200", "200", "200", "100");
    assertEquals(rub("300"), eval(CHEAPEST, same).discount());
    assertEquals(eval(GROUPED, same).discount(), eval(GROUPED, b).discount());
  }

  @Test
  void everybodyGetsItWithoutACard() {
    Evaluation e = eval(CHEAPEST, prices("600", "500", "400"), Facts.anonymous(), Wish.NONE);
    assertEquals(rub("400"), e.discount());
    assertEquals(0, e.earned());
  }
}
