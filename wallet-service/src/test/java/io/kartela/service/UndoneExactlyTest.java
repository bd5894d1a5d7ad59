package io.kartela.service;

import static io.kartela.service.Answer.amount;
import static io.kartela.service.Bill.rub;
import static io.kartela.service.Scene.applied;
import static io.kartela.service.Scene.assertAmounts;
import static io.kartela.service.Scene.credit;
import static io.kartela.service.Scene.explanation;
import static io.kartela.service.Scene.rule;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * What a receipt used up comes back with its return, and late receipts are judged by their time.
 */
class UndoneExactlyTest extends WithShops {
  private static final String TIERS =
      "'tiers':[{'id':'bronze','name':{'ru':'Б','en':'B'},'rank':1,'earnBp':300},"
          + "{'id':'silver','name':{'ru':'С','en':'S'},'rank':2,'earnBp':500,'upgrades':["
          + "{'type':'windowPurchases','from':1000000},{'type':'singlePurchase','from':500000}]}],"
          + "'rules':["
          + rule("r", "'then':{'type':'earnByTier'}")
          + "]";

  @Override
  Scene scene(String slug, String program) {
    clock.set("2026-11-21T12:00:00+03:00");
    return super.scene(slug, program);
  }

  @Test
  void aBudgetForAccrualIsGivenBackAsMuchAsTheReturnUndoes() {
    Scene s =
        scene(
            "budget-earn",
            "'rules':["
                + rule(
                    "ten",
                    "'then':{'type':'earnPercent','percentBp':1000},'budget':{'perMember':15000}")
                + "]");
    String member = s.shop.member();
    JsonNode first = s.buy(Bill.of("700", "300").by(member));
    assertAmounts(first, "earned", "100");
    assertAmounts(s.quote(Bill.of("1000").by(member)), "earned", "50");
    assertAmounts(s.giveBack(first, 2, 1).expect(201), "earnReversed", "30");
    assertAmounts(s.quote(Bill.of("1000").by(member)), "earned", "80");
    s.giveAllBack(first);
    assertAmounts(s.quote(Bill.of("2000").by(member)), "earned", "150");
  }

  @Test
  void aRegisterWhoseClockRunsAheadMeansNow() {
    Scene s = scene("ahead", TIERS);
    String member = s.shop.member();
    credit(s.shop.owner(), member, "100", "");
    Bill bill = Bill.of("1000").by(member).spending("100");
    JsonNode done = s.buy(bill.at("2026-11-21T12:09:00+03:00"));
    assertEquals(clock.instant().toString(), done.path("at").asString());
    JsonNode back = s.giveAllBack(done);
    assertEquals(clock.instant().toString(), back.path("at").asString());
  }

  @Test
  void aBudgetForDiscountsAndItsUsesComeBack() {
    Scene s =
        scene(
            "budget-discount",
            "'rules':["
                + rule(
                    "once",
                    "'then':{'type':'discountPercent','percentBp':1000},'budget':{'usesPerMember':1}")
                + ","
                + rule(
                    "some",
                    "'priority':200,'then':{'type':'discountFixed','amount':3000},"
                        + "'budget':{'total':5000}")
                + "]");
    String member = s.shop.member();
    JsonNode receipt = s.buy(Bill.of().line("goods", 2, "1000").by(member));
    assertAmounts(receipt, "discount", "130");
    JsonNode second = s.quote(Bill.of("1000").by(member));
    assertAmounts(second, "discount", "20");
    assertEquals("USES_EXHAUSTED", explanation(second, "once").path("code").asString());
    s.giveBack(receipt, 1, 1).expect(201);
    assertAmounts(s.quote(Bill.of("1000").by(member)), "discount", "30");
    s.giveBack(receipt, 1, 1).expect(201);
    assertAmounts(s.quote(Bill.of("1000").by(member)), "discount", "130");
  }

  @Test
  void aSharedBudgetBindsBuyersWithoutACardToo() {
    Scene s =
        scene(
            "budget-everybody",
            "'rules':["
                + rule(
                    "gift",
                    "'audience':'EVERYBODY','then':{'type':'discountFixed','amount':10000},"
                        + "'budget':{'total':25000}")
                + "]");
    assertAmounts(s.buy(Bill.of("1000")), "discount", "100");
    assertAmounts(s.buy(Bill.of("1000").by(s.shop.member())), "discount", "100");
    assertAmounts(s.quote(Bill.of("1000")), "discount", "50");
    JsonNode last = s.buy(Bill.of("1000"));
    assertAmounts(last, "discount", "50");
    assertEquals(
        "BUDGET_EXHAUSTED", explanation(s.quote(Bill.of("1000")), "gift").path("code").asString());
    s.giveAllBack(last);
    assertAmounts(s.buy(Bill.of("1000")), "discount", "50");
  }

  @Test
  void aGiftTakenBackWholeMayBeGivenAgain() {
    Scene s =
        scene(
            "once-again",
            "'rules':["
                + rule(
                    "gift",
                    "'when':{'type':'receiptTotal','range':{'from':50000}},"
                        + "'then':{'type':'grantBonus','amount':10000,'once':'ONCE'}")
                + "]");
    String member = s.shop.member();
    JsonNode receipt = s.buy(Bill.of("400", "300").by(member));
    assertFalse(applied(s.quote(Bill.of("500").by(member)), "gift"));
    assertAmounts(s.giveBack(receipt, 2, 1).expect(201), "earnReversed", "100");
    assertTrue(applied(s.quote(Bill.of("500").by(member)), "gift"));
    s.buy(Bill.of("500").by(member));
    assertFalse(applied(s.quote(Bill.of("500").by(member)), "gift"));
    // The first receipt's key is the second's now: its last return must not free it.
    s.giveAllBack(receipt);
    assertFalse(applied(s.quote(Bill.of("500").by(member)), "gift"));
  }

  @Test
  void purchasesMeasuredAfterDiscountsIncludeWhatBonusesPaid() {
    Scene s =
        scene(
            "discounted",
            TIERS.replace(
                    "'rules':[",
                    "'rules':["
                        + rule("d", "'then':{'type':'discountPercent','percentBp':1000}")
                        + ",")
                + ",'tierPolicy':{'measure':'DISCOUNTED'}");
    Api owner = s.shop.owner();
    String member = s.shop.member();
    credit(owner, member, "300", "");
    JsonNode receipt = s.buy(Bill.of().line("goods", 3, "1000").by(member).spending("300"));
    assertEquals(rub("900"), spent(owner, member));
    s.giveBack(receipt, 1, 1).expect(201);
    assertEquals(rub("600"), spent(owner, member));
    s.giveAllBack(receipt);
    assertEquals(0, spent(owner, member));
  }

  private static long spent(Api owner, String member) {
    return amount(owner.get("/api/v1/members/" + member).expect(200), "spentTotal");
  }

  @Test
  void theReturnOfACoffeeCostsNoTierThatWasReachedBeforeTheWindow() {
    Scene s = scene("old-tier", TIERS + ",'tierPolicy':{'window':{'unit':'DAYS','n':30}}");
    Api owner = s.shop.owner();
    String member = s.shop.member();
    clock.set("2026-07-01T12:00:00+03:00");
    JsonNode big = s.buy(Bill.of("5000").by(member));
    assertEquals("silver", tier(owner, member));
    clock.set("2026-11-21T12:00:00+03:00");
    JsonNode coffee = s.buy(Bill.of("300").by(member));
    s.giveAllBack(coffee);
    assertEquals("silver", tier(owner, member));
    s.giveAllBack(big);
    assertEquals("bronze", tier(owner, member));
  }

  @Test
  void aLateReceiptIsJudgedByThePurchaseBeforeItAndCountsWithThoseAfterIt() {
    Scene s =
        scene(
            "late",
            TIERS.replace(
                    "'rules':[",
                    "'rules':["
                        + rule(
                            "quick",
                            "'when':{'type':'quickReturn','days':7},"
                                + "'then':{'type':'earnPercent','percentBp':1000}")
                        + ",")
                + ",'tierPolicy':{'window':{'unit':'DAYS','n':30}}");
    Api owner = s.shop.owner();
    String member = s.shop.member();
    s.buy(Bill.of("100").by(member).at("2026-11-01T12:00:00+03:00"));
    s.buy(Bill.of("4900").by(member).at("2026-11-20T12:00:00+03:00"));
    s.buy(Bill.of("4900").by(member).at("2026-11-20T13:00:00+03:00"));
    assertEquals("bronze", tier(owner, member));
    // Uploaded after them, but bought four days after the first one.
    JsonNode late = s.buy(Bill.of("200").by(member).at("2026-11-05T12:00:00+03:00"));
    assertTrue(applied(late, "quick"));
    assertEquals("silver", tier(owner, member));
    JsonNode cold = s.quote(Bill.of("200").by(member).at("2026-11-19T12:00:00+03:00"));
    assertFalse(applied(cold, "quick"));
  }

  @Test
  void anUndonePurchaseIsNeitherTheFirstNorTheLast() {
    Scene s =
        scene(
            "undone-last",
            "'rules':["
                + rule(
                    "quick",
                    "'when':{'type':'quickReturn','days':3},"
                        + "'then':{'type':'earnPercent','percentBp':1000}")
                + ","
                + rule(
                    "first",
                    "'when':{'type':'firstPurchase'},'then':{'type':'grantBonus','amount':5000}")
                + "]");
    Api owner = s.shop.owner();
    String member = s.shop.member();
    credit(owner, member, "100", "");
    s.buy(Bill.of("100").by(member));
    clock.plus(Duration.ofDays(10));
    // Paid with bonuses alone: it counts no money and is a purchase nevertheless.
    JsonNode second = s.buy(Bill.of("100").by(member).spending("100"));
    clock.plus(Duration.ofDays(1));
    assertTrue(applied(s.quote(Bill.of("100").by(member)), "quick"));
    s.giveAllBack(second);
    JsonNode quote = s.quote(Bill.of("100").by(member));
    assertFalse(applied(quote, "quick"));
    assertFalse(applied(quote, "first"));
    assertEquals(
        java.time.Instant.parse("2026-11-21T09:00:00Z").getEpochSecond(),
        kartela.number(
            "SELECT extract(epoch FROM last_purchase_at)::bigint FROM kartela.member_standing"
                + " WHERE member_id = "
                + member));
  }

  @Test
  void sumsOfAWindowAgreeWithTheReceiptsToTheSecond() {
    Scene s =
        scene(
            "window",
            "'rules':["
                + rule(
                    "sum",
                    "'when':{'type':'purchasesSum','window':{'unit':'DAYS','n':2},"
                        + "'range':{'from':70000,'to':70000,'including':true}},"
                        + "'then':{'type':'earnPercent','percentBp':100}")
                + ","
                + rule(
                    "count",
                    "'when':{'type':'purchasesCount','window':{'unit':'DAYS','n':2},"
                        + "'from':3,'through':3},'then':{'type':'earnPercent','percentBp':200}")
                + "]");
    String member = s.shop.member();
    for (String at :
        List.of(
            "2026-11-18T11:59:59+03:00",
            "2026-11-18T12:00:00+03:00",
            "2026-11-19T00:00:00+03:00",
            "2026-11-20T11:59:59+03:00",
            "2026-11-20T12:00:01+03:00")) {
      s.buy(Bill.of(at.contains("18T12") ? "100" : "300").by(member).at(at));
    }
    // 100 + 300 + 300: neither the one before the window nor the one after its end.
    JsonNode quote = s.quote(Bill.of("100").by(member).at("2026-11-20T12:00:00+03:00"));
    assertTrue(applied(quote, "sum"), quote::toString);
    assertTrue(applied(quote, "count"), quote::toString);
    assertFalse(applied(s.quote(Bill.of("100").by(member)), "sum"));
    // Two days before the beginning of this day: whole days only.
    JsonNode midnight = s.quote(Bill.of("100").by(member).at("2026-11-20T00:00:00+03:00"));
    assertTrue(applied(midnight, "sum"), midnight::toString);
  }

  @Test
  void monthsBeginInTheProgramsZone() {
    Scene s =
        scene(
            "zones",
            TIERS
                + ",'zone':'Asia/Yekaterinburg','tierPolicy':{'window':{'unit':'MONTHS','n':1},"
                + "'recompute':{'months':1}}");
    String early = s.shop.member();
    String late = s.shop.member();
    // Half an hour before and after the month's beginning in Yekaterinburg, October in Moscow.
    s.buy(Bill.of("5000").by(early).at("2026-10-31T21:30:00+03:00"));
    s.buy(Bill.of("5000").by(late).at("2026-10-31T22:30:00+03:00"));
    clock.set("2026-12-01T12:00:00+05:00");
    Api owner = s.shop.owner();
    s.shop.recomputeTiers(clock);
    assertEquals("bronze", tier(owner, early));
    assertEquals("silver", tier(owner, late));
  }

  @Test
  void fewerBonusesThanTheLeastAreRefusedWithTheReason() {
    Scene s = scene("least", "'spending':{'minRedemption':10000,'step':1000}");
    String member = s.shop.member();
    credit(s.shop.owner(), member, "500", "");
    Map<String, Object> bill = Bill.of("1000").by(member).spending("50").json();
    assertEquals(
        "The receipt cannot be judged: Below the smallest payment with bonuses",
        s.till
            .post("/api/v1/receipts", bill)
            .refused(422, "RECEIPT_REFUSED")
            .path("detail")
            .asString());
    s.till
        .post("/api/v1/receipts", Bill.of("1000").by(member).spending("105").json())
        .refused(422, "RECEIPT_REFUSED");
    s.till
        .post("/api/v1/receipts", Bill.of("1000").by(member).spending("510").json())
        .refused(422, "SPEND_TOO_MUCH");
  }

  @Test
  void linesWithoutANumberHaveThatOfTheirPlace() {
    Scene s = scene("no-numbers", "");
    JsonNode receipt =
        s.till
            .post(
                "/api/v1/receipts",
                Map.of("lines", List.of(Map.of("amount", 100), Map.of("amount", 200))))
            .expect(201);
    assertEquals(
        List.of(1, 2),
        java.util.stream.StreamSupport.stream(receipt.path("lines").spliterator(), false)
            .map(l -> l.path("lineNo").asInt())
            .toList());
    s.till
        .post(
            "/api/v1/receipts/" + receipt.path("id").asString() + "/returns",
            Map.of("at", "2999-01-01T00:00:00Z"))
        .refused(422, "INVALID_FIELDS");
  }
}
