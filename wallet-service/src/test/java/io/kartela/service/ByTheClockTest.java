package io.kartela.service;

import static io.kartela.service.Scene.assertAmounts;
import static io.kartela.service.Scene.assertBalance;
import static io.kartela.service.Scene.credit;
import static io.kartela.service.Scene.earn;
import static io.kartela.service.Scene.rule;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What the clock alone decides: no answer waits for a job, no receipt for another to be judged. */
class ByTheClockTest extends WithShops {
  private static final String TIERS =
      "'tiers':[{'id':'bronze','name':{'ru':'Б','en':'B'},'rank':1,'earnBp':200},"
          + "{'id':'silver','name':{'ru':'С','en':'S'},'rank':2,'earnBp':500,'upgrades':["
          + "{'type':'windowPurchases','from':800000}]},"
          + "{'id':'gold','name':{'ru':'З','en':'G'},'rank':3,'earnBp':900,'upgrades':["
          + "{'type':'singlePurchase','from':1200000}]}],'rules':["
          + rule("r", "'then':{'type':'earnByTier'}")
          + "],'tierPolicy':{'window':{'unit':'MONTHS','n':6},'recompute':{'months':3}}";

  @Test
  void aReceiptAndAReturnThatMoveNothingTellTheBalanceOfTheirTime() {
    clock.set("2026-11-01T12:00:00+03:00");
    Scene s =
        scene(
            "moves-nothing",
            "'rules':["
                + earn(500)
                + "],'earning':{'pendingDays':14,'life':{'type':'days','days':3}}");
    Api owner = s.shop.owner();
    String member = s.shop.member();
    credit(owner, member, "7", "2026-11-10");
    s.buy(Bill.of("1000").by(member));
    JsonNode small = s.buy(Bill.of("1").by(member));
    assertBalance("7", "50", "0", "0", small.path("balanceAfter"));
    clock.set("2026-11-15T12:00:00+03:00");
    assertBalance("50", "0", "0", "0", s.buy(Bill.of("1").by(member)).path("balanceAfter"));
    clock.set("2026-11-19T00:00:00+03:00");
    assertBalance("0", "0", "0", "0", s.giveAllBack(small).path("balanceAfter"));
  }

  @Test
  void aNewcomerKeepsTheTierReachedBeforeTheFirstRecomputation() {
    clock.set("2026-11-21T12:00:00+03:00");
    Scene s = scene("newcomer-tier", TIERS);
    Api owner = s.shop.owner();
    String member = s.shop.member();
    clock.set("2026-11-21T12:05:00+03:00");
    s.buy(Bill.of("12000").by(member));
    assertEquals(0, s.shop.recomputeTiers(clock));
    assertEquals("gold", tier(owner, member));
  }

  @Test
  void purchasesOfTheSameMomentAddUp() {
    clock.set("2026-11-21T12:00:00+03:00");
    Scene s = scene("same-moment", TIERS);
    Api owner = s.shop.owner();
    String member = s.shop.member();
    String at = "2026-11-20T12:00:00+03:00";
    s.buy(Bill.of("7999").by(member).at(at));
    assertEquals("bronze", tier(owner, member));
    JsonNode second = s.buy(Bill.of("1").by(member).at(at));
    assertEquals("silver", second.at("/tierAfter/id").asString());
    s.giveAllBack(second);
    assertEquals("bronze", tier(owner, member));
    // And those of this very moment, which are judged by the sums kept, not by what was before.
    String other = s.shop.member();
    s.buy(Bill.of("7999").by(other));
    JsonNode lifting = s.buy(Bill.of("1").by(other));
    assertEquals("silver", lifting.at("/tierAfter/id").asString());
    s.giveAllBack(lifting);
    assertEquals("bronze", tier(owner, other));
  }

  @Test
  void theNightOfTheFirstDoesNotWaitForItsJob() {
    clock.set("2026-06-10T12:00:00+03:00");
    Scene s = scene("tier-night", TIERS);
    String member = s.shop.member();
    s.buy(Bill.of("12000").by(member));
    for (String night : new String[] {"2026-07-01", "2026-08-01", "2026-09-01"}) {
      clock.set(night + "T00:05:00+03:00");
      s.shop.recomputeTiers(clock);
    }
    clock.set("2026-09-30T23:59:59.999+03:00");
    assertAmounts(s.quote(Bill.of("1000").by(member)), "earned", "90");
    clock.set("2026-10-01T00:00:00+03:00");
    // June is over by now; the six months in which purchases lift still hold it.
    JsonNode bought = s.buy(Bill.of("1000").by(member));
    assertAmounts(bought, "earned", "20");
    assertEquals("silver", bought.at("/tierAfter/id").asString());
    assertEquals(0, s.shop.recomputeTiers(clock));
  }

  @Test
  void aLateReceiptEarnsByTheTierOfItsTime() {
    clock.set("2026-06-10T12:00:00+03:00");
    Scene s = scene("tier-then", TIERS);
    String member = s.shop.member();
    clock.set("2026-06-12T12:00:00+03:00");
    s.buy(Bill.of("12000").by(member));
    clock.set("2026-07-01T00:05:00+03:00");
    s.shop.recomputeTiers(clock);
    clock.set("2026-10-02T12:00:00+03:00");
    Api owner = s.shop.owner();
    owner.put("/api/v1/till-settings", Map.of("offlineDays", 200)).expect(200);
    s.shop.recomputeTiers(clock);
    assertEquals("bronze", tier(owner, member));
    // Before the purchase that lifted, before the night that lowered, after it.
    JsonNode early = s.buy(Bill.of("1000").by(member).at("2026-06-11T12:00:00+03:00"));
    assertAmounts(early, "earned", "20");
    JsonNode before = s.buy(Bill.of("1000").by(member).at("2026-09-30T12:00:00+03:00"));
    assertAmounts(before, "earned", "90");
    assertEquals("silver", before.at("/tierAfter/id").asString());
  }

  @Test
  void aLateReceiptHasTheCumulativeDiscountOfItsTime() {
    clock.set("2026-11-20T10:00:00+03:00");
    Scene s =
        scene(
            "discount-then",
            "'rules':["
                + rule(
                    "c",
                    "'then':{'type':'discountBands','bands':[{'from':500000,'percentBp':300}]}")
                + "]");
    String member = s.shop.member();
    s.buy(Bill.of("4999").by(member));
    clock.set("2026-11-20T12:00:00+03:00");
    s.buy(Bill.of("1").by(member));
    assertAmounts(
        s.buy(Bill.of("100").by(member).at("2026-11-20T11:00:00+03:00")), "discount", "0");
    assertAmounts(s.buy(Bill.of("100").by(member)), "discount", "3");
  }

  @Test
  void aRepetitionIsAnsweredAlsoWhenItsDayIsOver() {
    clock.set("2026-11-20T12:00:00+03:00");
    Scene s = scene("repeated-later", "'zone':'Asia/Yekaterinburg'");
    clock.set("2026-11-22T12:00:00+03:00");
    Api owner = s.shop.owner();
    clock.set("2026-11-20T12:00:00+03:00");
    String member = s.shop.member();
    String other = s.shop.member();
    Map<String, Object> credit = Map.of("amount", 4242, "reason", "r", "expiresOn", "2026-11-20");
    String path = "/api/v1/members/" + member;
    JsonNode first = owner.once("late-1").post(path + "/adjustments", credit).expect(201);
    Map<String, Object> give = Map.of("toMemberId", other, "amount", 42, "reason", "r");
    JsonNode given = owner.once("late-2").post(path + "/transfers", give).expect(201);
    Map<String, Object> merge = Map.of("memberId", member, "reason", "r");
    owner.post("/api/v1/members/" + other + "/merges", merge).expect(201);
    // The last day is the program's: it ends two hours before Moscow's.
    clock.set("2026-11-20T21:59:59.999+03:00");
    assertBalance("42.42", "0", "0", "0", Scene.balance(owner, other));
    clock.set("2026-11-20T22:00:00+03:00");
    assertBalance("0", "0", "0", "0", Scene.balance(owner, other));
    clock.set("2026-11-21T12:00:00+03:00");
    assertEquals(first, owner.once("late-1").post(path + "/adjustments", credit).expect(201));
    assertEquals(given, owner.once("late-2").post(path + "/transfers", give).expect(201));
    owner
        .once("late-2")
        .post(path + "/transfers", Map.of("toMemberId", other, "amount", 43, "reason", "r"))
        .refused(409, "IDEMPOTENCY_KEY_REUSED");
  }
}
