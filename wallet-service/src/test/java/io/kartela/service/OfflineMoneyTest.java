package io.kartela.service;

import static io.kartela.service.Answer.amount;
import static io.kartela.service.Bill.rub;
import static io.kartela.service.OfflineReceiptsTest.item;
import static io.kartela.service.OfflineReceiptsTest.upload;
import static io.kartela.service.Scene.assertAmounts;
import static io.kartela.service.Scene.assertBalance;
import static io.kartela.service.Scene.balance;
import static io.kartela.service.Scene.credit;
import static io.kartela.service.Scene.rule;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kartela.ledger.postgres.SelfCheck;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/**
 * What was really paid without network is the money; what was promised and not there is a claim.
 */
class OfflineMoneyTest extends WithShops {
  private static final String TIERS =
      "'tiers':[{'id':'bronze','name':{'ru':'Б','en':'B'},'rank':1,'earnBp':500},"
          + "{'id':'silver','name':{'ru':'С','en':'S'},'rank':2,'earnBp':1000,'upgrades':["
          + "{'type':'windowPurchases','from':900000},{'type':'singlePurchase','from':500000}]}],"
          + "'rules':["
          + rule("r", "'then':{'type':'earnByTier'}")
          + "]";

  private static JsonNode sold(Api till, String key, Instant at, Bill bill, long paid) {
    Map<String, Object> item = item(key, at, bill);
    item.put("paid", paid);
    return upload(till, item).at("/results/0");
  }

  private static String told(JsonNode result) {
    List<String> told = new ArrayList<>();
    result
        .path("notHonoured")
        .forEach(
            n ->
                told.add(
                    n.path("what").asString() + " " + n.path("asked") + " " + n.path("honoured")));
    return String.join(", ", told);
  }

  @ParameterizedTest
  @ValueSource(strings = {"NET", "GROSS", "DISCOUNTED"})
  void bonusesThatWereNotThereAreNoMoney(String measure) {
    clock.set("2026-11-21T12:00:00+03:00");
    Scene s =
        scene(
            "claim-" + measure.toLowerCase(java.util.Locale.ROOT),
            TIERS + ",'tierPolicy':{'measure':'" + measure + "'}");
    Api owner = s.shop.owner();
    String member = s.shop.member();
    Bill bill = Bill.of("10000").by(member).spending("10000");
    JsonNode result = sold(s.till, "claim", clock.instant().minusSeconds(60), bill, 0);
    assertEquals("BOOKED_PARTLY", result.path("status").asString(), result::toString);
    JsonNode receipt = result.path("receipt");
    assertAmounts(receipt, "gross spent toPay paid earned", "10000", "0", "10000", "0", "0");
    assertEquals("SPEND 1000000 0, PAID 0 1000000", told(result));
    JsonNode known = owner.get("/api/v1/members/" + member).expect(200);
    assertEquals("bronze", known.at("/tier/id").asString());
    assertAmounts(known, "spentTotal", "0");
    assertBalance("0", "0", "0", "0", known.path("balance"));
    JsonNode back = s.giveAllBack(receipt);
    assertAmounts(back, "money bonusesBack earnReversed shortfall", "0", "0", "0", "0");
    JsonNode page = s.till.get("/api/v1/receipts").expect(200);
    assertAmounts(page.path("today"), "toPay spent earned returned", "0", "0", "0", "0");
    assertAmounts(page.at("/items/0"), "toPay paid", "10000", "0");
    assertAmounts(owner.get("/api/v1/reports/summary").expect(200), "revenue", "0");
  }

  @Test
  void aPartThatIsHonouredEarnsOnTheRestThatWasPaid() {
    Scene s = scene("part", TIERS);
    Api owner = s.shop.owner();
    String member = s.shop.member();
    credit(owner, member, "300", "");
    Instant at = clock.instant();
    clock.plus(Duration.ofMinutes(1));
    // 900 promised, 300 there, 100 taken: 600 are owed.
    Bill bill = Bill.of("333.33", "333.33", "333.34").by(member).spending("900");
    JsonNode result = sold(s.till, "part", at, bill, rub("100"));
    assertEquals("SPEND 90000 30000, PAID 10000 70000", told(result));
    JsonNode receipt = result.path("receipt");
    assertAmounts(receipt, "spent toPay paid earned", "300", "700", "100", "5");
    assertEquals(List.of(3333L, 3333L, 3334L), Answer.amounts(receipt, "lines", "net"));
    assertAmounts(s.giveBack(receipt, 1, 1).expect(201), "money bonusesBack", "33.33", "100");
    JsonNode rest = s.giveAllBack(receipt);
    assertAmounts(rest, "money bonusesBack", "66.67", "200");
    assertBalance("300", "0", "0", "0", balance(owner, member));
    assertAmounts(owner.get("/api/v1/members/" + member).expect(200), "spentTotal", "0");
  }

  @Test
  void moreThanTheProgramAsksForIsMoneyUpToThePrice() {
    Scene s =
        scene(
            "more",
            "'rules':["
                + rule("d", "'then':{'type':'discountPercent','percentBp':1000}")
                + ","
                + rule("e", "'then':{'type':'earnPercent','percentBp':500}")
                + "]");
    Api owner = s.shop.owner();
    String member = s.shop.member();
    Instant at = clock.instant();
    clock.plus(Duration.ofMinutes(1));
    JsonNode result = sold(s.till, "more", at, Bill.of("1000").by(member), rub("1000"));
    assertEquals("PAID 100000 90000", told(result));
    JsonNode receipt = result.path("receipt");
    assertAmounts(receipt, "discount toPay paid earned", "100", "900", "1000", "50");
    assertAmounts(s.giveAllBack(receipt), "money earnReversed", "1000", "50");
    // Money and bonuses together never come to more than the goods cost.
    credit(owner, member, "30", "");
    Instant later = clock.instant();
    JsonNode both =
        sold(s.till, "both", later, Bill.of("100").by(member).spending("30"), rub("100"));
    assertAmounts(both.path("receipt"), "spent toPay paid", "30", "60", "70");
    assertAmounts(s.giveAllBack(both.path("receipt")), "money bonusesBack", "70", "30");
    // "As much as possible" is what the money left to be paid.
    JsonNode most =
        sold(s.till, "most", later, Bill.of("100").by(member).spendingMost(), rub("85"));
    assertAmounts(most.path("receipt"), "spent toPay paid", "5", "85", "85");
    assertEquals("BOOKED", most.path("status").asString(), most::toString);
  }

  @Test
  void noSumOfMoneyBelowZeroOrAboveThePriceIsTaken() {
    Scene s = scene("no-sum", TIERS);
    String member = s.shop.member();
    for (long paid : new long[] {-1, 10_001, Long.MAX_VALUE, Long.MIN_VALUE}) {
      JsonNode no = sold(s.till, "bad", clock.instant(), Bill.of("100").by(member), paid);
      assertEquals("INVALID_FIELDS", no.at("/problem/code").asString(), no::toString);
      assertEquals("paid", no.at("/problem/errors/0/field").asString());
    }
    // Nothing was booked: the key may be used again after mending.
    JsonNode right = sold(s.till, "bad", clock.instant(), Bill.of("100").by(member), rub("100"));
    assertEquals("BOOKED", right.path("status").asString());
  }

  @Test
  void aSpendingThatTheRulesCutIsBookedWithWhatIsLeft() {
    Scene s = scene("least-offline", "'spending':{'minRedemption':10000,'step':1000}");
    String member = s.shop.member();
    credit(s.shop.owner(), member, "500", "");
    Instant at = clock.instant();
    clock.plus(Duration.ofMinutes(1));
    JsonNode none =
        sold(s.till, "least", at, Bill.of("1000").by(member).spending("50"), rub("950"));
    assertEquals("SPEND 5000 0, PAID 95000 100000", told(none));
    JsonNode step =
        sold(s.till, "step", at, Bill.of("1000").by(member).spending("105"), rub("895"));
    assertEquals("SPEND 10500 10000, PAID 89500 90000", told(step));
    assertAmounts(step.path("receipt"), "spent paid", "100", "895");
  }

  /** Whatever was promised and taken: what comes back is what was given, to the kopeck. */
  @ParameterizedTest
  @ValueSource(strings = {"RECOMPUTE", "PROPORTIONAL"})
  void anySplitOfReturnsGivesBackWhatWasPaid(String mode) throws SQLException {
    clock.set("2026-11-21T12:00:00+03:00");
    Scene s =
        scene(
            "split-" + mode.toLowerCase(java.util.Locale.ROOT),
            TIERS + ",'returns':{'mode':'" + mode + "'}");
    Api owner = s.shop.owner();
    long seed = System.nanoTime();
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < 10; i++) {
      String member = s.shop.member();
      long there = 1 + random.nextLong(40_000);
      owner
          .post(
              "/api/v1/members/" + member + "/adjustments",
              Map.of("amount", there, "reason", "test"))
          .expect(201);
      Bill bill = Bill.of().by(member);
      int lines = 1 + random.nextInt(4);
      long gross = 0;
      for (int l = 0; l < lines; l++) {
        long total = 1 + random.nextLong(30_000);
        gross += total;
        bill.line("goods", 3, java.math.BigDecimal.valueOf(total, 2).toPlainString());
      }
      long asked = 1 + random.nextLong(gross);
      bill.json().put("spend", Map.of("mode", "AMOUNT", "amount", asked));
      long paid = random.nextBoolean() ? gross - asked : random.nextLong(gross + 1);
      JsonNode result = sold(s.till, "s" + i, clock.instant(), bill, paid);
      JsonNode receipt = result.path("receipt");
      String words = "seed " + seed + ": " + result;
      long money = amount(receipt, "paid");
      long spent = amount(receipt, "spent");
      assertEquals(Math.min(paid, gross - spent), money, words);
      assertTrue(spent <= Math.min(asked, there), words);
      assertTrue(amount(receipt, "earned") <= money / 10, words);
      long[] sums = new long[3];
      for (int piece = 0; piece < 3; piece++) {
        for (int l = 1; l <= lines; l++) {
          JsonNode back = s.giveBack(receipt, l, 1).expect(201);
          sums[0] += amount(back, "money");
          sums[1] += amount(back, "bonusesBack");
          sums[2] += amount(back, "earnReversed");
        }
      }
      assertEquals(
          List.of(money, spent, amount(receipt, "earned")),
          List.of(sums[0], sums[1], sums[2]),
          words);
      assertEquals(there, amount(balance(owner, member), "available"), words);
      assertAmounts(owner.get("/api/v1/members/" + member).expect(200), "spentTotal", "0");
    }
    assertAddsUp(s);
  }

  private void assertAddsUp(Scene s) throws SQLException {
    try (Connection c = kartela.database().app().getConnection()) {
      c.setAutoCommit(false);
      assertEquals(List.of(), new SelfCheck().merchant(c, s.shop.id()));
      c.rollback();
    }
  }

  @Test
  void bonusesOfTheLastDayAreHonouredAlsoWhenTheirEndWasBooked() throws SQLException {
    clock.set("2026-11-30T12:00:00+03:00");
    Scene s = scene("last-day", TIERS);
    String member = s.shop.member();
    String other = s.shop.member();
    Api owner = s.shop.owner();
    credit(owner, member, "100", "2026-11-30");
    credit(owner, other, "100", "2026-11-30");
    clock.set("2026-12-01T00:05:00+03:00");
    s.shop.bookDue(clock);
    Api later = s.shop.ownerAgain();
    assertBalance("0", "0", "0", "0", balance(later, member));
    Instant last = Instant.parse("2026-11-30T20:59:00Z");
    JsonNode quote =
        s.quote(Bill.of("100").by(member).spendingMost().at("2026-11-30T23:59:00+03:00"));
    assertAmounts(quote, "spent spendableMax", "100", "100");
    JsonNode result =
        sold(s.till, "last", last, Bill.of("140").by(member).spending("60"), rub("80"));
    assertEquals("BOOKED", result.path("status").asString(), result::toString);
    assertAmounts(result.path("receipt"), "spent toPay paid earned", "60", "80", "80", "4");
    assertEquals(
        List.of("CREDIT 10000", "EXPIRE -10000", "EXPIRE 6000", "REDEEM -6000", "ACCRUE 400"),
        s.entries(member));
    JsonNode told = later.get("/api/v1/members/" + member + "/operations").expect(200);
    assertEquals(
        "Expiry taken back: the purchase was earlier", told.at("/items/2/text/en").asString());
    // 40 are left and 4 were earned just now. And one after the end: what is not there is told,
    // nothing goes below zero.
    JsonNode second =
        sold(s.till, "again", last, Bill.of("90").by(member).spending("60"), rub("30"));
    assertEquals("SPEND 6000 4400, PAID 3000 4600", told(second));
    Instant end = Instant.parse("2026-11-30T21:00:00Z");
    JsonNode tooLate = sold(s.till, "late", end, Bill.of("50").by(other).spending("50"), 0);
    assertEquals("SPEND 5000 0, PAID 0 5000", told(tooLate));
    // The same by /receipts, which the network had only delayed.
    Bill once = Bill.of("100").by(other).spending("100").at("2026-11-30T23:59:59.999+03:00");
    assertAmounts(s.buy(once), "spent toPay", "100", "0");
    assertAddsUp(s);
  }
}
