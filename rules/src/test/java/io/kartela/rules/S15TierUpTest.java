package io.kartela.rules;

import static io.kartela.rules.Try.earns;
import static io.kartela.rules.Try.eval;
import static io.kartela.rules.Try.member;
import static io.kartela.rules.Try.prices;
import static io.kartela.rules.Try.program;
import static io.kartela.rules.Try.rub;
import static io.kartela.rules.Try.rule;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import org.junit.jupiter.api.Test;

class S15TierUpTest {
  static final PurchaseWindow WINDOW = new PurchaseWindow(PurchaseWindow.Unit.MONTHS, 3);

  static final String TIERS =
      "'tiers':[{'id':'bronze','name':{'ru':'Бронза','en':'Bronze'},'rank':1,'earnBp':300},"
          + "{'id':'silver','name':{'ru':'Серебро','en':'Silver'},'rank':2,'earnBp':500,'upgrades':["
          + "{'type':'windowPurchases','from':1000000},{'type':'singlePurchase','from':500000}]},"
          + "{'id':'gold','name':{'ru':'Золото','en':'Gold'},'rank':3,'earnBp':1000,'upgrades':["
          + "{'type':'windowPurchases','from':3000000},{'type':'singlePurchase','from':1500000}]}],"
          + "'rules':["
          + rule("tier", "'then':{'type':'earnByTier'}")
          + "]";

  static Program policy(String more) {
    return program(TIERS + ",'tierPolicy':{'window':{'unit':'MONTHS','n':3}" + more + "}");
  }

  static Facts bought(String window) {
    return member("bronze", "0")
        .withPurchases(WINDOW, rub(window), 1)
        .withPurchases(PurchaseWindow.ALL_TIME, rub(window), 1);
  }

  static String to(Evaluation e) {
    Tiers.Change change = e.tierAfter();
    assertNotNull(change);
    return change.to();
  }

  @Test
  void windowAndThisPurchase() {
    Evaluation e = eval(policy(""), prices("4000"), bought("7000"), Wish.NONE);
    assertEquals("silver", to(e));
    earns("120", e);
    Evaluation same =
        eval(policy(",'receipt':'SAME_RECEIPT'"), prices("4000"), bought("7000"), Wish.NONE);
    earns("200", same);
    assertEquals("bronze", same.tier());
  }

  @Test
  void onePurchase() {
    assertEquals("silver", to(eval(policy(""), prices("5000"), bought("0"), Wish.NONE)));
  }

  @Test
  void goldSkippingSilverAndBackAfterTheReturn() {
    Program p = policy("");
    Evaluation e = eval(p, prices("15000"), bought("0"), Wish.NONE);
    assertEquals("gold", to(e));
    Tiers.Change fall = Tiers.afterReturn(p, "gold", null, Tiers.History.NONE);
    assertEquals(new Tiers.Change("gold", "bronze", null), fall);
    assertNull(Tiers.afterReturn(p, "gold", "gold", Tiers.History.NONE));
  }

  @Test
  void justBelowStays() {
    assertNull(eval(policy(""), prices("2999"), bought("7000"), Wish.NONE).tierAfter());
    assertEquals("silver", to(eval(policy(""), prices("3000"), bought("7000"), Wish.NONE)));
  }

  @Test
  void progressSaysWhatIsMissing() {
    Tiers.Progress way =
        Tiers.progress(
            policy(""), "bronze", new Tiers.History(rub("7000"), rub("9000"), rub("4000")));
    assertEquals("silver", way.next());
    assertEquals(
        List.of(rub("3000"), rub("5000")), way.ways().stream().map(x -> x.missing()).toList());
    assertNull(Tiers.progress(policy(""), "gold", Tiers.History.NONE).next());
  }

  @Test
  void pureFunctionAgreesWithTheEvaluation() {
    assertEquals(
        eval(policy(""), prices("4000"), bought("7000"), Wish.NONE).tierAfter(),
        Tiers.afterPurchase(
            policy(""), "bronze", new Tiers.History(rub("7000"), rub("7000"), 0), rub("4000")));
  }
}
