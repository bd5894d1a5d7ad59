package io.kartela.service;

import static io.kartela.service.Bill.rub;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Cashiers with their PINs: signing in, locks, revocation, and whose receipts they are. */
class CashierTest extends WithShops {
  private static final String SESSIONS = "/api/v1/register/cashier-sessions";
  private static final String PROGRAM =
      "'tiers':[{'id':'base','name':{'ru':'База','en':'Base'},'rank':1,'earnBp':500}],"
          + "'rules':[{'id':'r','name':{'ru':'Р','en':'R'},'then':{'type':'earnByTier'}}]";

  CashierTest() {
    super(TestKartela::startWithSimulator);
  }

  private static String storeOf(Api till) {
    return till.get("/api/v1/register").expect(200).path("storeId").asString();
  }

  private static String cashier(Api owner, Api till, String name, String pin) {
    return owner
        .post("/api/v1/cashiers", Map.of("storeId", storeOf(till), "name", name, "pin", pin))
        .expect(201)
        .path("id")
        .asString();
  }

  private static Answer signIn(Api till, String cashier, String pin) {
    return till.post(SESSIONS, Map.of("cashierId", cashier, "pin", pin));
  }

  /** The register with this cashier at work. */
  private static Api at(Api till, String cashier, String pin) {
    return till.with(
        "Cashier-Session", signIn(till, cashier, pin).expect(201).path("session").asString());
  }

  private static Map<String, Object> named(Bill bill, String cashier) {
    Map<String, Object> json = new LinkedHashMap<>(bill.json());
    json.put("cashierId", cashier);
    return json;
  }

  @Test
  void receiptsReturnsAndScansCarryTheCashier() {
    TestShop shop = maker.open("carry", PROGRAM);
    Api owner = shop.owner();
    Api till = shop.register();
    String member = shop.signUp(Map.of("phone", "+79165560001")).path("memberId").asString();
    String anna = cashier(owner, till, "Анна", "4821");
    String boris = cashier(owner, till, "Борис", "00000000");
    assertEquals(
        2, till.get("/api/v1/register/cashiers").expect(200).path("items").size(), "both are here");
    Api withAnna = at(till, anna, "4821");
    Api withBoris = at(till, boris, "00000000");

    withAnna.post("/api/v1/scans", Map.of("text", "+79165560001")).expect(200);
    JsonNode first =
        withAnna.post("/api/v1/receipts", Bill.of("100.00").by(member).json()).expect(201);
    assertEquals("Анна", first.at("/cashier/name").asString());
    withAnna.post("/api/v1/receipts", Bill.of("30.00").json()).expect(201);
    JsonNode back =
        withBoris
            .post("/api/v1/receipts/" + first.path("id").asString() + "/returns", Map.of())
            .expect(201);
    assertEquals(boris, back.at("/cashier/id").asString());
    // A register with a sign-in of its own names the cashier; nobody at all is fine, too.
    till.post("/api/v1/receipts", named(Bill.of("7.00"), boris)).expect(201);
    JsonNode nobody = till.post("/api/v1/receipts", Bill.of("1.00").json()).expect(201);
    assertTrue(nobody.path("cashier").isMissingNode(), nobody::toString);
    till.post("/api/v1/receipts", named(Bill.of("7.00"), "12345"))
        .refused(404, "CASHIER_NOT_FOUND");
    withAnna
        .post("/api/v1/receipts", named(Bill.of("7.00"), boris))
        .refused(404, "CASHIER_NOT_FOUND");

    JsonNode page = till.get("/api/v1/receipts").expect(200);
    JsonNode stored = till.get("/api/v1/receipts/" + first.path("id").asString()).expect(200);
    assertEquals("Анна", stored.at("/cashier/name").asString());
    assertEquals("Борис", stored.at("/returns/0/cashier/name").asString());
    JsonNode today = page.path("today");
    // Net of what came back, which whoever gave it back has less in the drawer.
    assertEquals(3, today.path("receipts").asInt(), today::toString);
    assertEquals(rub("38.00"), today.path("toPay").asLong());
    assertEquals(rub("100.00"), today.path("returned").asLong());
    List<String> days = new ArrayList<>();
    today
        .path("cashiers")
        .forEach(
            d ->
                days.add(
                    d.path("name").asString("-")
                        + " "
                        + d.path("receipts")
                        + " "
                        + d.path("toPay")
                        + " "
                        + d.path("returned")));
    assertEquals(List.of("Анна 2 13000 0", "Борис 0 -9300 10000", "- 1 100 0"), days);
    JsonNode trace = owner.get("/api/v1/scans?memberId=" + member).expect(200).at("/items/0");
    assertEquals(anna, trace.path("cashierId").asString());
  }

  @Test
  void signUpsAndHoldsNameTheCashier() {
    TestShop shop = maker.open("sign-ups", PROGRAM);
    Api owner = shop.owner();
    Api till = shop.register();
    String anna = cashier(owner, till, "Анна", "4821");
    Api withAnna = at(till, anna, "4821");
    Map<String, Object> person =
        Map.of("phone", "+79165560077", "name", "Пётр", "consentTerms", true, "consentData", true);
    String member =
        withAnna.post("/api/v1/members", person).expect(201).path("memberId").asString();
    JsonNode signedUp = owner.get("/api/v1/members/" + member).expect(200).path("signedUp");
    assertEquals("Анна", signedUp.path("cashierName").asString(), signedUp::toString);
    assertEquals("Register", signedUp.path("registerName").asString());
    // Somebody known already keeps who was first; nobody named is fine, too.
    till.post("/api/v1/members", person).expect(201);
    String other = shop.member();
    JsonNode nobody = owner.get("/api/v1/members/" + other).expect(200).path("signedUp");
    assertTrue(nobody.path("cashierName").isMissingNode(), nobody::toString);
    JsonNode today = till.get("/api/v1/receipts").expect(200).path("today");
    assertEquals(2, today.path("signUps").asInt(), today::toString);
    assertEquals("Анна", today.at("/cashiers/0/name").asString());
    assertEquals(1, today.at("/cashiers/0/signUps").asInt());
    assertEquals(0, today.at("/cashiers/0/receipts").asInt());

    Scene.credit(owner, member, "10", "");
    Map<String, Object> hold = Map.of("memberId", member, "amount", 500);
    assertEquals(
        "Анна", withAnna.post("/api/v1/holds", hold).expect(201).at("/cashier/name").asString());
    assertEquals(
        anna,
        till.post("/api/v1/holds", Map.of("memberId", member, "amount", 100, "cashierId", anna))
            .expect(201)
            .at("/cashier/id")
            .asString());
    JsonNode alone = till.post("/api/v1/holds", hold).refused(422, "INSUFFICIENT_BONUSES");
    assertTrue(alone.path("cashier").isMissingNode());
    assertEquals(
        2,
        kartela.number(
            "SELECT count(*) FROM kartela.audit WHERE action = 'HOLD_PLACED' AND author = 'cashier:"
                + anna
                + " Анна' AND subject = 'member:"
                + member
                + "'"));
  }

  @Test
  void fiveWrongPinsLockAndTheSixthWaits() {
    TestShop shop = maker.open("locks", PROGRAM);
    Api owner = shop.owner();
    Api till = shop.register();
    String anna = cashier(owner, till, "Анна", "4821");
    for (int left = 4; left >= 1; left--) {
      JsonNode no = signIn(till, anna, "0000").refused(422, "PIN_WRONG");
      assertTrue(no.path("detail").asString().contains(Integer.toString(left)), no::toString);
    }
    signIn(till, anna, "0000").refused(429, "CASHIER_LOCKED");
    Answer locked = signIn(till, anna, "4821");
    locked.refused(429, "CASHIER_LOCKED");
    assertEquals("301", locked.header("Retry-After"));
    assertNotNull(
        till.get("/api/v1/register/cashiers").expect(200).at("/items/0/lockedUntil").asString());
    clock.plus(Duration.ofMinutes(6));
    // Not forgotten: after five more it takes longer.
    for (int i = 0; i < 4; i++) {
      signIn(till, anna, "0000").refused(422, "PIN_WRONG");
    }
    signIn(till, anna, "0000").refused(429, "CASHIER_LOCKED");
    clock.plus(Duration.ofMinutes(6));
    signIn(till, anna, "4821").refused(429, "CASHIER_LOCKED");
    clock.plus(Duration.ofMinutes(5));
    signIn(till, anna, "4821").expect(201);
    signIn(till, anna, "0000").refused(422, "PIN_WRONG");
    // The owner opens the lock with a new PIN.
    for (int i = 0; i < 3; i++) {
      signIn(till, anna, "0000").refused(422, "PIN_WRONG");
    }
    signIn(till, anna, "0000").refused(429, "CASHIER_LOCKED");
    owner.put("/api/v1/cashiers/" + anna + "/pin", Map.of("pin", "111222")).expect(204);
    signIn(till, anna, "111222").expect(201);
  }

  @Test
  void guessesAtTheSameTimeAreAllCounted() throws InterruptedException {
    TestShop shop = maker.open("at-once", PROGRAM);
    Api till = shop.register();
    String anna = cashier(shop.owner(), till, "Анна", "4821");
    ConcurrentLinkedQueue<Integer> statuses = new ConcurrentLinkedQueue<>();
    List<Thread> guesses = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      guesses.add(
          Thread.ofVirtual().start(() -> statuses.add(signIn(till, anna, "0000").status())));
    }
    for (Thread guess : guesses) {
      guess.join();
    }
    assertEquals(4, statuses.stream().filter(s -> s == 422).count(), statuses::toString);
    assertEquals(8, statuses.stream().filter(s -> s == 429).count(), statuses::toString);
  }

  @Test
  void aSessionEndsByLeavingByANewPinByRevocationAndByItself() {
    TestShop shop = maker.open("ends", PROGRAM);
    Api owner = shop.owner();
    Api till = shop.register();
    String anna = cashier(owner, till, "Анна", "4821");
    Map<String, Object> bill = Bill.of("10.00").json();
    Api first = at(till, anna, "4821");
    first.delete(SESSIONS + "/current").expect(204);
    clock.plus(Duration.ofSeconds(10));
    first.post("/api/v1/receipts", bill).refused(401, "CASHIER_SESSION_OVER");
    first.post("/api/v1/scans", Map.of("text", "1")).refused(401, "CASHIER_SESSION_OVER");

    Api second = at(till, anna, "4821");
    second.post("/api/v1/receipts", bill).expect(201);
    Map<String, Object> late = new LinkedHashMap<>(bill);
    late.put("at", clock.instant().toString());
    clock.plus(Duration.ofSeconds(30));
    owner.put("/api/v1/cashiers/" + anna + "/pin", Map.of("pin", "5555")).expect(204);
    second.post("/api/v1/receipts", bill).refused(401, "CASHIER_SESSION_OVER");
    // What was sold in it is the cashier's nevertheless, when its answer or the network had gone.
    JsonNode sent = second.post("/api/v1/receipts", late).expect(201);
    assertEquals(anna, sent.at("/cashier/id").asString());
    signIn(till, anna, "4821").refused(422, "PIN_WRONG");

    String token = signIn(till, anna, "5555").expect(201).path("session").asString();
    Api third = till.with("Cashier-Session", token);
    // A session is for one register.
    shop.registerIn("Asia/Omsk")
        .with("Cashier-Session", token)
        .post("/api/v1/receipts", bill)
        .refused(401, "CASHIER_SESSION_OVER");
    clock.plus(Duration.ofHours(17));
    third.post("/api/v1/receipts", bill).refused(401, "CASHIER_SESSION_OVER");
    Api fourth = at(till, anna, "5555");
    Api another = shop.ownerAgain();
    another.delete("/api/v1/cashiers/" + anna).expect(204);
    fourth.post("/api/v1/receipts", bill).refused(401, "CASHIER_SESSION_OVER");
    signIn(till, anna, "5555").refused(404, "CASHIER_NOT_FOUND");
    assertEquals(0, till.get("/api/v1/register/cashiers").expect(200).path("items").size());
    // The name is free again.
    another
        .post("/api/v1/cashiers", Map.of("storeId", storeOf(till), "name", "АННА", "pin", "4821"))
        .expect(201);
    another
        .post("/api/v1/cashiers", Map.of("storeId", storeOf(till), "name", "анна", "pin", "4821"))
        .refused(409, "CASHIER_NAME_TAKEN");
  }

  @Test
  void aShopMayWantThePinForEverything() {
    TestShop shop = maker.open("wanted", PROGRAM);
    Api owner = shop.owner();
    Api till = shop.register();
    String anna = cashier(owner, till, "Анна", "4821");
    owner
        .put("/api/v1/till-settings", Map.of("cashierRequired", true, "lockAfterMinutes", 3))
        .expect(200);
    JsonNode me = till.get("/api/v1/register").expect(200);
    assertTrue(me.path("cashierRequired").asBoolean());
    assertEquals(3, me.path("lockAfterMinutes").asInt());
    Map<String, Object> bill = Bill.of("10.00").json();
    till.post("/api/v1/receipts", bill).refused(401, "CASHIER_REQUIRED");
    till.post("/api/v1/scans", Map.of("text", "1")).refused(401, "CASHIER_REQUIRED");
    // A name alone proves nothing.
    till.post("/api/v1/receipts", named(Bill.of("10.00"), anna)).refused(401, "CASHIER_REQUIRED");
    Api working = at(till, anna, "4821");
    JsonNode sold = working.post("/api/v1/receipts", bill).expect(201);
    String returns = "/api/v1/receipts/" + sold.path("id").asString() + "/returns";
    till.post(returns, Map.of()).refused(401, "CASHIER_REQUIRED");
    working.post(returns, Map.of()).expect(201);
    // Made without network: sold is sold.
    Map<String, Object> offline = named(Bill.of("10.00"), anna);
    offline.put("at", clock.instant().minusSeconds(3600).toString());
    JsonNode batch =
        till.post(
                "/api/v1/receipts:batch",
                Map.of("receipts", List.of(Map.of("key", "off-1", "receipt", offline))))
            .expect(200);
    assertEquals("BOOKED", batch.at("/results/0/status").asString(), batch::toString);
    assertEquals("Анна", batch.at("/results/0/receipt/cashier/name").asString(), batch::toString);
  }

  @Test
  void anotherShopsCashierIsNobodyHere() {
    TestShop one = maker.open("mine", PROGRAM);
    TestShop two = maker.open("theirs", PROGRAM);
    String anna = cashier(one.owner(), one.register(), "Анна", "4821");
    signIn(two.register(), anna, "4821").refused(404, "CASHIER_NOT_FOUND");
    Api stranger = two.owner();
    stranger.delete("/api/v1/cashiers/" + anna).refused(404, "CASHIER_NOT_FOUND");
    stranger
        .put("/api/v1/cashiers/" + anna + "/pin", Map.of("pin", "0000"))
        .refused(404, "CASHIER_NOT_FOUND");
    assertFalse(stranger.get("/api/v1/cashiers").expect(200).toString().contains(anna));
    // Nor in another store of the same shop.
    signIn(one.registerIn("Asia/Omsk"), anna, "4821").refused(404, "CASHIER_NOT_FOUND");
    // The PIN is kept as a slow hash only.
    assertEquals(
        0,
        kartela.number(
            "SELECT count(*) FROM kartela.cashier WHERE pin_hash NOT LIKE '$argon2id$%'"));
  }
}
