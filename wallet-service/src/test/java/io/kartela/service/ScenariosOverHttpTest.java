package io.kartela.service;

import static io.kartela.service.Answer.amount;
import static io.kartela.service.Answer.amounts;
import static io.kartela.service.Bill.rub;
import static io.kartela.service.Bill.rubs;
import static io.kartela.service.Scene.assertAmounts;
import static io.kartela.service.Scene.assertBalance;
import static io.kartela.service.Scene.balance;
import static io.kartela.service.Scene.credit;
import static io.kartela.service.Scene.earn;
import static io.kartela.service.Scene.rule;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kartela.ledger.postgres.SelfCheck;
import io.kartela.service.platform.db.Database;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * Scenarios of the specification about accounts, once more through the running service; those about
 * rules stand in RuleScenariosOverHttpTest. Every scenario has a shop of its own.
 */
class ScenariosOverHttpTest extends WithShops {
  /** S06's program: what tobacco costs can neither be paid with bonuses nor earn any. */
  static final String SILVER_AND_GOLD =
      "'tiers':[{'id':'silver','name':{'ru':'Серебро','en':'Silver'},'rank':1,'maxSpendBp':3000},"
          + "{'id':'gold','name':{'ru':'Золото','en':'Gold'},'rank':2,'maxSpendBp':5000,"
          + "'upgrades':[{'type':'singlePurchase','from':1000000}]}],'rules':["
          + earn(500)
          + "],'earning':{'goods':{'excludedCategories':['tobacco']}}";

  /** The ledger's own re-adding of everything must agree after every scenario. */
  @AfterEach
  void theLedgerAddsUp() {
    try (Database database = kartela.open()) {
      for (long merchant : maker.opened()) {
        assertEquals(List.of(), database.inTransaction(c -> new SelfCheck().merchant(c, merchant)));
      }
    }
  }

  @Test
  void S01_fifoByExpiry() {
    Scene s = scene("s01", "");
    clock.set("2026-11-21T12:00:00+03:00");
    Api owner = s.shop.owner();
    String member = s.shop.member();
    clock.set("2026-01-15T12:00:00+03:00");
    credit(owner, member, "100", "2026-12-31");
    clock.set("2026-02-15T12:00:00+03:00");
    credit(owner, member, "200", "");
    clock.set("2026-03-15T12:00:00+03:00");
    credit(owner, member, "50", "2026-11-30");
    clock.set("2026-11-21T12:00:00+03:00");
    JsonNode receipt = s.buy(Bill.of("500").by(member).spending("120"));
    assertBalance("230", "0", "0", "0", receipt.path("balanceAfter"));
    assertEquals(rubs("30", "200", "0"), s.lots(member));
  }

  @Test
  void S02_giftBurnsFirst() {
    Scene s = scene("s02", "");
    clock.set("2026-11-28T00:00:00+03:00");
    Api owner = s.shop.owner();
    String spender = s.shop.member();
    String waiter = s.shop.member();
    for (String member : List.of(spender, waiter)) {
      clock.set("2026-11-01T12:00:00+03:00");
      credit(owner, member, "300", "2027-06-30");
      clock.set("2026-11-20T12:00:00+03:00");
      credit(owner, member, "200", "2026-11-27");
    }
    clock.set("2026-11-25T12:00:00+03:00");
    s.buy(Bill.of("500").by(spender).spending("250"));
    assertEquals(rubs("250", "0"), s.lots(spender));
    clock.set("2026-11-28T00:00:00+03:00");
    s.buy(Bill.of("500").by(waiter).spending("250"));
    assertEquals(rubs("50", "0"), s.lots(waiter));
    assertEquals(
        List.of("CREDIT 30000", "CREDIT 20000", "EXPIRE -20000", "REDEEM -25000"),
        s.entries(waiter));
  }

  @Test
  void S03_expiryInstant() {
    Scene s =
        new Scene(
            kartela,
            maker.open("s03", ZoneId.of("Asia/Yekaterinburg"), "'zone':'Asia/Yekaterinburg'"));
    clock.set("2026-11-30T19:00:00Z");
    Api owner = s.shop.owner();
    clock.set("2026-11-28T12:00:00Z");
    String inTime = s.shop.member();
    String late = s.shop.member();
    credit(owner, inTime, "100", "2026-11-30");
    credit(owner, late, "100", "2026-11-30");
    assertEquals("2026-11-30T19:00:00Z", balance(owner, inTime).at("/burns/at").asString());
    clock.set("2026-11-30T18:59:59.999Z");
    assertAmounts(s.buy(Bill.of("100").by(inTime).spending("100")), "spent toPay", "100", "0");
    clock.set("2026-11-30T19:00:00Z");
    Bill tooLate = Bill.of("100").by(late).spending("100");
    s.till.post("/api/v1/receipts", tooLate.json()).refused(422, "SPEND_TOO_MUCH");
    JsonNode quote = s.quote(Bill.of("100").by(late).spendingMost());
    assertEquals(0, amount(quote, "spendableMax"));
    assertEquals("BALANCE", quote.at("/spendLimit/code").asString());
  }

  @Test
  void S04_pending() {
    Scene s =
        scene(
            "s04",
            "'rules':["
                + earn(500)
                + "],'earning':{'pendingDays':14,'life':{'type':'days','days':365}}");
    clock.set("2026-11-15T12:00:00+03:00");
    Api owner = s.shop.owner();
    clock.set("2026-11-01T12:00:00+03:00");
    String waits = s.shop.member();
    String returns = s.shop.member();
    JsonNode receipt = s.buy(Bill.of("2000").by(waits));
    JsonNode other = s.buy(Bill.of("2000").by(returns));
    assertEquals(rub("100"), amount(receipt, "earned"));
    clock.set("2026-11-14T12:00:00+03:00");
    assertBalance("0", "100", "0", "0", balance(owner, waits));
    assertAmounts(s.giveAllBack(other), "earnReversed shortfall", "100", "0");
    assertBalance("0", "0", "0", "0", balance(owner, returns));
    clock.set("2026-11-15T11:59:59.999+03:00");
    assertBalance("0", "100", "0", "0", balance(owner, waits));
    clock.set("2026-11-15T12:00:00+03:00");
    JsonNode active = balance(owner, waits);
    assertBalance("100", "0", "0", "0", active);
    assertEquals("2027-11-15T21:00:00Z", active.at("/burns/at").asString());
    assertAmounts(s.buy(Bill.of("100").by(waits).spending("100")), "spent", "100");
  }

  @Test
  void S05_quoteThenCommit() throws Exception {
    Scene s = scene("s05", "");
    clock.set("2026-11-21T12:00:00+03:00");
    Api owner = s.shop.owner();
    Api second = s.shop.registerIn("Europe/Moscow");
    String member = s.shop.member();
    credit(owner, member, "500", "");
    JsonNode hold =
        s.till.post("/api/v1/holds", Map.of("memberId", member, "amount", rub("400"))).expect(201);
    assertBalance("100", "0", "400", "0", hold.path("balance"));
    JsonNode quote =
        second.post("/api/v1/quotes", Bill.of("1000").by(member).spendingMost().json()).expect(200);
    assertEquals(rub("100"), amount(quote, "spendableMax"));
    Api once = s.till.once("s05");
    Bill bill = Bill.of("1000").by(member).spending("350").from(hold.path("id").asString());
    Answer committed = once.post("/api/v1/receipts", bill.json());
    assertBalance("150", "0", "0", "0", committed.expect(201).path("balanceAfter"));
    assertEquals(committed.text(), once.post("/api/v1/receipts", bill.json()).text());
    assertBalance("150", "0", "0", "0", balance(owner, member));
    once.post("/api/v1/receipts", Bill.of("1").by(member).json())
        .refused(409, "IDEMPOTENCY_KEY_REUSED");
    s.till
        .post("/api/v1/holds", Map.of("memberId", member, "amount", rub("100"), "seconds", 60))
        .expect(201);
    assertBalance("50", "0", "100", "0", balance(owner, member));
    clock.plus(Duration.ofSeconds(60));
    assertBalance("150", "0", "0", "0", balance(owner, member));
    String rival = s.shop.member();
    credit(owner, rival, "500", "");
    assertEquals(
        List.of(201, 422), twoAtOnce(s.till, second, Bill.of("300").by(rival).spending("300")));
    assertBalance("200", "0", "0", "0", balance(owner, rival));
  }

  private static List<Integer> twoAtOnce(Api one, Api two, Bill bill) throws Exception {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Callable<Integer>> both =
          List.of(
              () -> one.post("/api/v1/receipts", bill.json()).status(),
              () -> two.post("/api/v1/receipts", bill.json()).status());
      List<Integer> statuses = new java.util.ArrayList<>();
      for (Future<Integer> each : threads.invokeAll(both)) {
        statuses.add(each.get());
      }
      statuses.sort(null);
      return statuses;
    }
  }

  static Bill s06() {
    return Bill.of().line("goods", 1, "1000").line("goods", 1, "600").line("tobacco", 1, "400");
  }

  @Test
  void S11_partialReturnPartlyPaidByBonuses() {
    Scene s =
        scene("s11", SILVER_AND_GOLD + ",'spending':{'goods':{'excludedCategories':['tobacco']}}");
    clock.set("2026-11-21T12:00:00+03:00");
    Api owner = s.shop.owner();
    String member = s.shop.member();
    credit(owner, member, "200", "2026-12-31");
    credit(owner, member, "800", "2027-03-31");
    JsonNode receipt = s.buy(s06().by(member).spendingMost());
    assertAmounts(receipt, "spent toPay earned", "480", "1520", "56");
    assertEquals(rubs("0", "520", "56"), s.lots(member));
    assertAmounts(
        s.giveBack(receipt, 2, 1).expect(201),
        "money bonusesBack earnReversed",
        "420",
        "180",
        "21");
    assertEquals(rubs("0", "700", "35"), s.lots(member));
    assertAmounts(
        s.giveBack(receipt, 1, 1).expect(201),
        "money bonusesBack earnReversed",
        "700",
        "300",
        "35");
    assertEquals(rubs("200", "800", "0"), s.lots(member));
    assertAmounts(
        s.giveBack(receipt, 3, 1).expect(201), "money bonusesBack earnReversed", "400", "0", "0");
    s.giveBack(receipt, 3, 1).refused(422, "RETURN_REFUSED");
    assertBalance("1000", "0", "0", "0", balance(owner, member));
  }

  @Test
  void S12_returnAfterLotExpiry() {
    for (boolean strict : List.of(false, true)) {
      Scene s =
          scene(strict ? "s12-strict" : "s12", strict ? "'returns':{'expiredGraceDays':0}" : "");
      clock.set("2026-12-05T12:00:00+03:00");
      Api owner = s.shop.owner();
      clock.set("2026-11-20T12:00:00+03:00");
      String member = s.shop.member();
      credit(owner, member, "100", "2026-11-30");
      JsonNode receipt = s.buy(Bill.of("100").by(member).spending("100"));
      clock.set("2026-12-05T12:00:00+03:00");
      assertAmounts(s.giveAllBack(receipt), "bonusesBack", "100");
      JsonNode after = balance(owner, member);
      assertBalance(strict ? "0" : "100", "0", "0", "0", after);
      if (strict) {
        assertEquals(
            List.of("CREDIT 10000", "REDEEM -10000", "REFUND 10000", "EXPIRE -10000"),
            s.entries(member));
      } else {
        // Valid through 2026-12-19, Moscow.
        assertEquals("2026-12-19T21:00:00Z", after.at("/burns/at").asString());
      }
    }
  }

  @Test
  void S13_returnWhenTheBonusesAreSpent() {
    Scene debt = afterReturn("DEBT");
    assertBalance("0", "0", "0", "80", returned);
    assertBalance("0", "0", "0", "20", debt.buy(Bill.of("600").by(member)).path("balanceAfter"));
    assertBalance("30", "0", "0", "0", debt.buy(Bill.of("500").by(member)).path("balanceAfter"));
    Scene within = afterReturn("WITHIN_BALANCE");
    assertBalance("0", "0", "0", "0", returned);
    assertEquals(rub("80"), shortfall);
    assertBalance("60", "0", "0", "0", within.buy(Bill.of("600").by(member)).path("balanceAfter"));
    assertBalance("110", "0", "0", "0", within.buy(Bill.of("500").by(member)).path("balanceAfter"));
    afterReturn("ONLY_PENDING");
    assertBalance("20", "0", "0", "0", returned);
    assertEquals(rub("100"), shortfall);
  }

  private String member = "";
  private JsonNode returned = tools.jackson.databind.node.NullNode.getInstance();
  private long shortfall;

  /** Earned 100, 80 of it spent elsewhere, then the earning receipt comes back. */
  private Scene afterReturn(String policy) {
    clock.set("2026-11-21T12:00:00+03:00");
    Scene s =
        scene(
            "s13-" + policy.toLowerCase(java.util.Locale.ROOT).replace('_', '-'),
            "'rules':[" + earn(1000) + "],'returns':{'debt':'" + policy + "'}");
    member = s.shop.member();
    JsonNode earning = s.buy(Bill.of("1000").by(member));
    JsonNode spent = s.buy(Bill.of("80").by(member).spending("80"));
    assertBalance("20", "0", "0", "0", spent.path("balanceAfter"));
    JsonNode back = s.giveAllBack(earning);
    returned = back.path("balanceAfter");
    shortfall = amount(back, "shortfall");
    return s;
  }

  @Test
  void S14_returningOneOfThree() {
    clock.set("2026-11-21T12:00:00+03:00");
    Map<String, List<Long>> expected =
        Map.of("RECOMPUTE", rubs("17", "17", "16"), "PROPORTIONAL", rubs("16", "17", "17"));
    expected.forEach(
        (mode, reversed) -> {
          Scene s =
              scene(
                  "s14-" + mode.toLowerCase(java.util.Locale.ROOT),
                  "'rules':[" + earn(500) + "],'returns':{'mode':'" + mode + "'}");
          JsonNode receipt = s.buy(Bill.of().line("goods", 3, "1000").by(s.shop.member()));
          assertEquals(rub("50"), amount(receipt, "earned"));
          List<JsonNode> backs =
              List.of(
                  s.giveBack(receipt, 1, 1).expect(201),
                  s.giveBack(receipt, 1, 1).expect(201),
                  s.giveBack(receipt, 1, 1).expect(201));
          assertEquals(
              rubs("333.33", "333.33", "333.34"),
              backs.stream().map(b -> amount(b, "money")).toList());
          assertEquals(reversed, backs.stream().map(b -> amount(b, "earnReversed")).toList());
          s.giveBack(receipt, 1, 1).refused(422, "RETURN_REFUSED");
        });
  }

  @Test
  void returningAllAtOnceIsReturningPieceByPiece() {
    clock.set("2026-11-21T12:00:00+03:00");
    Scene s =
        scene(
            "split",
            "'rules':["
                + rule("r", "'then':{'type':'earnPerStep','step':100000,'bonus':5000}")
                + "]");
    String whole = s.shop.member();
    String pieces = s.shop.member();
    Bill bill = Bill.of().line("goods", 7, "3333.33").line("goods", 2, "99.99");
    JsonNode first = s.buy(bill.by(whole));
    s.giveAllBack(first);
    JsonNode second = s.buy(bill.by(pieces));
    List<Long> earn = new java.util.ArrayList<>();
    for (int i = 0; i < 7; i++) {
      earn.add(amount(s.giveBack(second, 1, 1).expect(201), "earnReversed"));
    }
    earn.add(amount(s.giveAllBack(second), "earnReversed"));
    assertEquals(amount(first, "earned"), earn.stream().mapToLong(Long::longValue).sum());
    assertEquals(amounts(first, "lines", "net"), amounts(second, "lines", "net"));
    JsonNode stored = s.till.get("/api/v1/receipts/" + second.path("id").asString()).expect(200);
    assertEquals(8, stored.path("returns").size());
    assertEquals(
        amount(first, "toPay"),
        amounts(stored, "returns", "money").stream().mapToLong(Long::longValue).sum());
    assertTrue(s.lots(pieces).stream().allMatch(left -> left == 0));
  }
}
