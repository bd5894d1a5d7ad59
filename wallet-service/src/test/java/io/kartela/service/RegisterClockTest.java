package io.kartela.service;

import static io.kartela.service.Answer.amount;
import static io.kartela.service.OfflineReceiptsTest.item;
import static io.kartela.service.OfflineReceiptsTest.upload;
import static io.kartela.service.Scene.assertAmounts;
import static io.kartela.service.Scene.assertBalance;
import static io.kartela.service.Scene.balance;
import static io.kartela.service.Scene.credit;
import static io.kartela.service.Scene.earn;
import static io.kartela.service.Scene.rule;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A register's clock proves nothing, and what it knew of members may have changed since. */
class RegisterClockTest extends WithShops {
  private static final String TIERS =
      "'tiers':[{'id':'bronze','name':{'ru':'Б','en':'B'},'rank':1,'earnBp':500},"
          + "{'id':'silver','name':{'ru':'С','en':'S'},'rank':2,'earnBp':1000,'upgrades':["
          + "{'type':'singlePurchase','from':500000}]}],'rules':["
          + rule("r", "'then':{'type':'earnByTier'}")
          + "]";

  private Bill ago(Bill bill, Duration age) {
    return bill.at(clock.instant().minus(age).toString());
  }

  private static String session(Api till, String cashier) {
    return till.post(
            "/api/v1/register/cashier-sessions", Map.of("cashierId", cashier, "pin", "4821"))
        .expect(201)
        .path("session")
        .asString();
  }

  private static String cashier(Api owner, Api till) {
    String store = till.get("/api/v1/register").expect(200).path("storeId").asString();
    return owner
        .post("/api/v1/cashiers", Map.of("storeId", store, "name", "Анна", "pin", "4821"))
        .expect(201)
        .path("id")
        .asString();
  }

  @Test
  void noTimeOfTheRegistersSparesThePin() {
    Scene s = scene("pin", TIERS);
    Api owner = s.shop.owner();
    Api till = s.till;
    String anna = cashier(owner, till);
    JsonNode before = s.buy(ago(Bill.of("10"), Duration.ofHours(4)));
    owner.put("/api/v1/till-settings", Map.of("cashierRequired", true)).expect(200);
    String returns = "/api/v1/receipts/" + before.path("id").asString() + "/returns";
    for (int minutes : new int[] {0, 4, 6, 60, 3 * 24 * 60}) {
      Bill bill = ago(Bill.of("10"), Duration.ofMinutes(minutes));
      bill.json().put("cashierId", anna);
      till.post("/api/v1/receipts", bill.json()).refused(401, "CASHIER_REQUIRED");
      String at = clock.instant().minusSeconds(60L * Math.min(minutes, 200)).toString();
      till.post(returns, Map.of("at", at)).refused(401, "CASHIER_REQUIRED");
    }
    Api working = till.with("Cashier-Session", session(till, anna));
    // Whoever is signed in answers for it, also for what was made before.
    JsonNode late =
        working
            .post("/api/v1/receipts", ago(Bill.of("10"), Duration.ofHours(2)).json())
            .expect(201);
    assertEquals("Анна", late.at("/cashier/name").asString());
    Instant inside = clock.instant();
    clock.plus(Duration.ofMinutes(20));
    working.delete("/api/v1/register/cashier-sessions/current").expect(204);
    clock.plus(Duration.ofSeconds(10));
    Bill then = Bill.of("10").at(inside.plusSeconds(60).toString());
    working.post("/api/v1/receipts", then.json()).refused(401, "CASHIER_SESSION_OVER");
    working.post(returns, Map.of("at", inside.toString())).refused(401, "CASHIER_SESSION_OVER");
    Api again = till.with("Cashier-Session", session(till, anna));
    again.post("/api/v1/receipts", then.json()).expect(201);
    again.post(returns, Map.of()).expect(201);
  }

  @Test
  void oneRuleOfAgeForEveryWayIn() {
    clock.set("2026-11-21T12:00:00+03:00");
    Scene s = scene("age", TIERS);
    Api owner = s.shop.owner();
    String member = s.shop.member();
    for (String at : List.of("2024-01-01T12:00:00Z", "2026-10-17T08:00:00Z")) {
      Bill big = Bill.of("5000").by(member).at(at);
      s.till.post("/api/v1/receipts", big.json()).refused(422, "OFFLINE_TOO_OLD");
      JsonNode batch = upload(s.till, item("b" + at, Instant.parse(at), big));
      assertEquals("OFFLINE_TOO_OLD", batch.at("/results/0/problem/code").asString());
    }
    assertEquals("bronze", tier(owner, member));
    Bill young = Bill.of("100").by(member).at("2026-10-17T10:00:00Z");
    Api once = s.till.once("young");
    JsonNode sold = once.post("/api/v1/receipts", young.json()).expect(201);
    String returns = "/api/v1/receipts/" + sold.path("id").asString() + "/returns";
    clock.plus(Duration.ofDays(40));
    s.till.post(returns, Map.of("at", "2026-10-18T10:00:00Z")).refused(422, "OFFLINE_TOO_OLD");
    // What is booked is answered again at any age; the goods themselves may come back at any time.
    assertEquals(sold, once.post("/api/v1/receipts", young.json()).expect(201));
    Api second = s.shop.ownerAgain();
    second.put("/api/v1/till-settings", Map.of("offlineDays", 0)).expect(200);
    s.till.post("/api/v1/receipts", ago(Bill.of("1"), Duration.ofMinutes(9)).json()).expect(201);
    s.till
        .post("/api/v1/receipts", ago(Bill.of("1"), Duration.ofMinutes(11)).json())
        .refused(422, "OFFLINE_TOO_OLD");
    second.put("/api/v1/till-settings", Map.of("offlineDays", 366)).expect(200);
    s.till.post("/api/v1/receipts", ago(Bill.of("1"), Duration.ofDays(365)).json()).expect(201);
    s.till.post(returns, Map.of()).expect(201);
  }

  @Test
  void aReceiptOlderThanTheFirstVersionIsJudgedByThatOne() {
    clock.set("2026-11-21T12:00:00+03:00");
    Scene s = scene("first-version", "'rules':[" + earn(300) + "]");
    for (int percent : new int[] {700, 900}) {
      clock.plus(Duration.ofHours(1));
      s.shop.publish("'rules':[" + earn(percent) + "]", clock);
    }
    String member = s.shop.member();
    assertAmounts(s.buy(Bill.of("100").by(member).at("2026-11-20T12:00:00+03:00")), "earned", "3");
    assertAmounts(s.buy(Bill.of("100").by(member).at("2026-11-21T13:30:00+03:00")), "earned", "7");
    assertAmounts(s.buy(Bill.of("100").by(member)), "earned", "9");
  }

  @Test
  void whoPaysTheMostFromAHoldPaysTheHold() {
    clock.set("2026-11-21T12:00:00+03:00");
    Scene s = scene("hold-max", "'spending':{'maxBp':10000}");
    Api owner = s.shop.owner();
    String member = s.shop.member();
    credit(owner, member, "500", "");
    for (String[] n :
        new String[][] {{"200", "1000", "200"}, {"50", "30", "30"}, {"120", "120", "120"}}) {
      String hold = hold(s, member, Bill.rub(n[0]));
      Bill bill = Bill.of(n[1]).by(member).spendingMost().from(hold);
      assertAmounts(s.quote(bill), "spent", n[2]);
      assertAmounts(s.buy(bill), "spent", n[2]);
    }
    assertBalance("150", "0", "0", "0", balance(owner, member));
    // Without network the hold ran out: it is still what was meant.
    String hold = hold(s, member, Bill.rub("40"));
    Instant at = clock.instant().plusSeconds(30);
    clock.plus(Duration.ofHours(1));
    s.shop.bookDue(clock);
    JsonNode late =
        upload(s.till, item("h", at, Bill.of("300").by(member).spendingMost().from(hold)));
    assertAmounts(late.at("/results/0/receipt"), "spent", "40");
    s.till
        .post("/api/v1/receipts", Bill.of("300").by(member).spendingMost().from(hold).json())
        .refused(404, "HOLD_NOT_FOUND");
  }

  private static String hold(Scene s, String member, long kopecks) {
    return s.till
        .post("/api/v1/holds", Map.of("memberId", member, "amount", kopecks))
        .expect(201)
        .path("id")
        .asString();
  }

  @Test
  void whatNamesAMemberWhoWasMergedSinceIsTheHeirs() {
    clock.set("2026-11-21T12:00:00+03:00");
    Scene s = scene("heir", TIERS);
    Api owner = s.shop.owner();
    String gone = s.shop.member();
    String middle = s.shop.member();
    String stays = s.shop.member();
    credit(owner, gone, "100", "");
    JsonNode online =
        s.till.once("known").post("/api/v1/receipts", Bill.of("100").by(gone).json()).expect(201);
    Instant at = clock.instant();
    clock.plus(Duration.ofMinutes(5));
    for (String[] pair : new String[][] {{gone, middle}, {middle, stays}}) {
      owner
          .post(
              "/api/v1/members/" + pair[1] + "/merges",
              Map.of("memberId", pair[0], "reason", "one person"))
          .expect(201);
    }
    JsonNode batch =
        upload(
            s.till,
            item("o-1", at, Bill.of("200").by(gone).spending("80")),
            item("o-2", at.plusSeconds(1), Bill.of("300").by(middle)));
    assertEquals(2, batch.path("booked").asInt(), batch::toString);
    assertEquals(stays, batch.at("/results/0/receipt/memberId").asString());
    assertAmounts(batch.at("/results/0/receipt"), "spent earned", "80", "6");
    assertEquals("BOOKED", batch.at("/results/1/status").asString());
    assertAmounts(s.quote(Bill.of("100").by(gone).spendingMost()), "earned spent", "2", "46");
    JsonNode sold = s.buy(Bill.of("100").by(middle));
    assertEquals(stays, sold.path("memberId").asString());
    assertTrue(hold(s, gone, 1_000).startsWith(stays + "-"));
    // What was booked before the merge is answered as it was.
    assertEquals(
        online,
        s.till.once("known").post("/api/v1/receipts", Bill.of("100").by(gone).json()).expect(201));
    s.till
        .post("/api/v1/receipts", Bill.of("100").by(gone).spending("5").from(gone + "-1").json())
        .refused(404, "HOLD_NOT_FOUND");
    s.till
        .post("/api/v1/receipts", Bill.of("100").by("999").json())
        .refused(404, "MEMBER_NOT_FOUND");
    assertEquals(4, amount(owner.get("/api/v1/members/" + stays).expect(200), "purchases"));
  }
}
