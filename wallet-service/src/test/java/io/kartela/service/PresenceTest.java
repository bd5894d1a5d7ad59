package io.kartela.service;

import static io.kartela.service.Answer.amount;
import static io.kartela.service.Bill.rub;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kartela.service.platform.http.Http;
import io.kartela.service.wallet.design.DesignVersion;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Bonuses are spent by who is there: with a card that was read, or a code that was told. */
class PresenceTest extends WithShops {
  private static final String PROGRAM =
      "'tiers':[{'id':'base','name':{'ru':'База','en':'Base'},'rank':1,'earnBp':500}],"
          + "'rules':[{'id':'r','name':{'ru':'Р','en':'R'},'then':{'type':'earnByTier'}}]";

  private int phones = 5_560_000;

  PresenceTest() {
    super(TestKartela::startWithSimulator);
  }

  /** Somebody with 500 roubles of bonuses who joined at the till. */
  private final class Buyer {
    final TestShop shop;
    final Api owner;
    final Api till;
    final String phone = "+7916" + ++phones;
    final JsonNode joined;
    final String id;

    Buyer(String slug) {
      this(slug, true);
    }

    Buyer(String slug, boolean rich) {
      this.shop = maker.openCareful(slug, PROGRAM);
      this.owner = shop.owner();
      this.till = shop.register();
      this.joined = shop.signUp(Map.of("phone", phone));
      this.id = joined.path("memberId").asString();
      if (rich) {
        Scene.credit(owner, id, "500.00", "");
      }
    }

    Map<String, Object> bill() {
      return Bill.of("100.00").by(id).spending("50.00").json();
    }

    JsonNode scan(Api register, String text) {
      return register.post("/api/v1/scans", Map.of("text", text)).expect(200);
    }

    void sendCode(Api register) {
      register.post("/api/v1/spend-codes", Map.of("memberId", id)).expect(202);
    }

    void tellCode(Api register) {
      String code = Newcomer.codeFor(kartela.api(), phone);
      register
          .post("/api/v1/spend-codes/confirm", Map.of("memberId", id, "code", code))
          .expect(200);
    }

    /** Found by phone, and the code told. */
    void prove() {
      assertEquals("CODE", scan(till, phone).path("spending").asString());
      sendCode(till);
      tellCode(till);
    }

    long spent() {
      return kartela.number(
          "SELECT coalesce(sum(spent), 0) FROM kartela.receipt WHERE member_id = " + id);
    }
  }

  /** Runs all of them while the member's account is held by somebody else. */
  private List<Answer> whileHeld(Buyer buyer, List<java.util.concurrent.Callable<Answer>> requests)
      throws SQLException, InterruptedException, ExecutionException {
    List<Future<Answer>> answers = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      try (Connection c = kartela.admin().getConnection();
          Statement s = c.createStatement()) {
        c.setAutoCommit(false);
        s.execute("SELECT 1 FROM ledger.account WHERE account_id = " + buyer.id + " FOR UPDATE");
        requests.forEach(r -> answers.add(threads.submit(r)));
        // One waits for the row, the others for their turn behind it.
        String waiting =
            "SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND query LIKE"
                + " '%ledger.account%'";
        while (kartela.number(waiting) < requests.size()) {
          Thread.onSpinWait();
        }
        c.rollback();
      }
      List<Answer> done = new ArrayList<>();
      for (Future<Answer> answer : answers) {
        done.add(answer.get());
      }
      return done;
    }
  }

  @Test
  void oneCodeIsOneSpendingHoweverManyAreUnderWay() throws Exception {
    Buyer buyer = new Buyer("six");
    buyer.prove();
    Stream<java.util.concurrent.Callable<Answer>> receipts =
        IntStream.range(0, 4)
            .mapToObj(i -> () -> buyer.till.post("/api/v1/receipts", buyer.bill()));
    Stream<java.util.concurrent.Callable<Answer>> holds =
        IntStream.range(0, 2)
            .mapToObj(
                i ->
                    () ->
                        buyer.till.post(
                            "/api/v1/holds", Map.of("memberId", buyer.id, "amount", 5_000)));
    List<Answer> answers = whileHeld(buyer, Stream.concat(receipts, holds).toList());
    assertEquals(1, answers.stream().filter(a -> a.status() == 201).count(), answers::toString);
    answers.stream()
        .filter(a -> a.status() != 201)
        .forEach(a -> a.refused(422, "SPENDING_NEEDS_CODE"));
    JsonNode balance = Scene.balance(buyer.owner, buyer.id);
    assertEquals(
        rub("50.00"), buyer.spent() + amount(balance, "held"), () -> "one spending: " + balance);
  }

  @Test
  void aBatchIsNoWayRoundTheCodeEither() throws Exception {
    Buyer buyer = new Buyer("six-offline");
    buyer.prove();
    List<java.util.concurrent.Callable<Answer>> batches = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      Map<String, Object> one = offline(buyer, "b" + i);
      batches.add(() -> buyer.till.post("/api/v1/receipts:batch", one));
    }
    List<Answer> answers = whileHeld(buyer, batches);
    answers.forEach(a -> a.expect(200));
    assertEquals(rub("50.00"), buyer.spent());
    assertEquals(
        3,
        answers.stream().filter(a -> a.text().contains("SPENDING_NEEDS_CODE")).count(),
        answers::toString);
  }

  private Map<String, Object> offline(Buyer buyer, String key) {
    return offline(buyer.bill(), key, clock.instant());
  }

  private Map<String, Object> offline(Map<String, Object> bill, String key, Instant at) {
    Map<String, Object> receipt = new HashMap<>(bill);
    receipt.put("at", at.toString());
    return Map.of(
        "sentAt",
        clock.instant().toString(),
        "receipts",
        List.of(Map.of("key", key, "receipt", receipt)));
  }

  private static JsonNode upload(Api till, Map<String, Object> batch) {
    return till.post("/api/v1/receipts:batch", batch).expect(200).at("/results/0");
  }

  @Test
  void aCodeCountsForWhatIsBoughtInTheMinutesAfterIt() {
    Buyer buyer = new Buyer("code-time");
    clock.plus(Duration.ofDays(3));
    Instant before = clock.instant();
    clock.plus(Duration.ofMinutes(10));
    buyer.prove();
    for (Instant at : List.of(before.minus(Duration.ofDays(2)), before)) {
      JsonNode old = upload(buyer.till, offline(buyer.bill(), "old-" + at.getEpochSecond(), at));
      assertEquals("BOOKED_PARTLY", old.path("status").asString(), old::toString);
      assertTrue(
          old.at("/notHonoured/0/code").asString().startsWith("SPENDING_NEEDS_"), old::toString);
    }
    assertEquals(0, buyer.spent());
    // Nothing of that used it up.
    Instant soon = clock.instant().plus(Duration.ofMinutes(5));
    clock.plus(Duration.ofMinutes(30));
    JsonNode after = upload(buyer.till, offline(buyer.bill(), "soon", soon));
    assertEquals("BOOKED", after.path("status").asString(), after::toString);
    assertEquals(rub("50.00"), buyer.spent());
  }

  @Test
  void whatSpendsNothingLeavesTheCode() {
    for (boolean late : List.of(true, false)) {
      Buyer buyer = new Buyer("code-left-" + late, false);
      buyer.prove();
      if (late) {
        JsonNode none = upload(buyer.till, offline(buyer, "none"));
        assertEquals("BOOKED_PARTLY", none.path("status").asString(), none::toString);
      } else {
        Map<String, Object> most = Bill.of("100.00").by(buyer.id).spendingMost().json();
        JsonNode none = buyer.till.post("/api/v1/receipts", most).expect(201);
        assertEquals(0, amount(none, "spent"), none::toString);
      }
      Scene.credit(buyer.owner, buyer.id, "500.00", "");
      buyer.till.post("/api/v1/receipts", buyer.bill()).expect(201);
      buyer.till.post("/api/v1/receipts", buyer.bill()).refused(422, "SPENDING_NEEDS_CODE");
    }
  }

  @Test
  void aProofEndsWithItsCard() {
    Buyer buyer = new Buyer("card-ends");
    String cards = "/api/v1/members/" + buyer.id + "/cards";
    String plastic =
        buyer
            .owner
            .post(cards, Map.of("number", "OWNER-1"))
            .expect(201)
            .at("/items/0/id")
            .asString();
    Map<String, Runnable> ends = new LinkedHashMap<>();
    ends.put(
        "blocked",
        () ->
            buyer
                .owner
                .put(cards + "/" + plastic + "/state", Map.of("status", "BLOCKED"))
                .expect(200));
    ends.put("detached", () -> buyer.owner.delete(cards + "/" + plastic).expect(204));
    ends.put(
        "lost",
        () -> buyer.owner.post(cards + "/reissue", Map.of("reason", "PHONE_LOST")).expect(201));
    ends.forEach(
        (how, end) -> {
          String text = how.equals("lost") ? code(buyer.joined) : "OWNER-1";
          assertEquals("FREE", buyer.scan(buyer.till, text).path("spending").asString());
          end.run();
          buyer.till.post("/api/v1/receipts", buyer.bill()).refused(422, "SPENDING_NEEDS_CODE");
          buyer
              .till
              .post("/api/v1/holds", Map.of("memberId", buyer.id, "amount", 100))
              .refused(422, "SPENDING_NEEDS_CODE");
          if (how.equals("blocked")) {
            buyer
                .owner
                .put(cards + "/" + plastic + "/state", Map.of("status", "ACTIVE"))
                .expect(200);
            buyer.till.post("/api/v1/receipts", buyer.bill()).refused(422, "SPENDING_NEEDS_CODE");
          }
        });
    assertEquals(0, buyer.spent());
  }

  @Test
  void aHoldBelongsToItsRegister() {
    Buyer buyer = new Buyer("hold-at");
    Api other = buyer.shop.registerIn("Asia/Omsk");
    buyer.scan(buyer.till, code(buyer.joined));
    String hold =
        buyer
            .till
            .post("/api/v1/holds", Map.of("memberId", buyer.id, "amount", 5_000))
            .expect(201)
            .path("id")
            .asString();
    Map<String, Object> bill = Bill.of("100.00").by(buyer.id).spending("50.00").from(hold).json();
    other.post("/api/v1/quotes", bill).refused(404, "HOLD_NOT_FOUND");
    other.post("/api/v1/receipts", bill).refused(404, "HOLD_NOT_FOUND");
    other.delete("/api/v1/holds/" + hold).refused(404, "HOLD_NOT_FOUND");
    JsonNode late = upload(other, offline(bill, "elsewhere", clock.instant()));
    assertEquals("SPENDING_NEEDS_CARD", late.at("/notHonoured/0/code").asString(), late::toString);
    assertEquals(0, buyer.spent());
    buyer.till.post("/api/v1/quotes", bill).expect(200);
    buyer.till.post("/api/v1/receipts", bill).expect(201);
    assertEquals(rub("50.00"), buyer.spent());
    // One that was placed before anybody wrote down where.
    String old =
        buyer
            .till
            .post("/api/v1/holds", Map.of("memberId", buyer.id, "amount", 5_000))
            .expect(201)
            .path("id")
            .asString();
    kartela.execute("DELETE FROM kartela.hold_place WHERE member_id = " + buyer.id);
    other.delete("/api/v1/holds/" + old).expect(204);
  }

  @Test
  void aPurchaseThatFailsLeavesTheCodeAndARepetitionNeedsNone() {
    Buyer buyer = new Buyer("fails");
    buyer.prove();
    Map<String, Object> tooMuch = Bill.of("1000.00").by(buyer.id).spending("900.00").json();
    buyer.till.post("/api/v1/receipts", tooMuch).refused(422, "SPEND_TOO_MUCH");
    Api once = buyer.till.once("only-once");
    JsonNode first = once.post("/api/v1/receipts", buyer.bill()).expect(201);
    clock.plus(Duration.ofHours(1));
    assertEquals(first, once.post("/api/v1/receipts", buyer.bill()).expect(201));
    buyer.till.post("/api/v1/receipts", buyer.bill()).refused(422, "SPENDING_NEEDS_CARD");
  }

  @Test
  void nobodySpendsByANumberAlone() {
    Buyer buyer = new Buyer("by-number");
    buyer.till.post("/api/v1/receipts", buyer.bill()).refused(422, "SPENDING_NEEDS_CARD");
    buyer
        .till
        .post("/api/v1/holds", Map.of("memberId", buyer.id, "amount", 100))
        .refused(422, "SPENDING_NEEDS_CARD");
    JsonNode late =
        buyer
            .till
            .post("/api/v1/receipts:batch", offline(buyer, "alone"))
            .expect(200)
            .at("/results/0");
    assertEquals("BOOKED_PARTLY", late.path("status").asString(), late::toString);
    assertEquals("SPENDING_NEEDS_CARD", late.at("/notHonoured/0/code").asString());
    // A quote may show what there is, and earning needs nothing.
    buyer.till.post("/api/v1/quotes", buyer.bill()).expect(200);
    buyer.till.post("/api/v1/receipts", Bill.of("100.00").by(buyer.id).json()).expect(201);
    assertEquals(0, buyer.spent());
  }

  @Test
  void aReadCardIsGoodForMinutesAtItsRegister() {
    Buyer buyer = new Buyer("minutes");
    Api other = buyer.shop.registerIn("Asia/Omsk");
    JsonNode seen = buyer.scan(buyer.till, code(buyer.joined));
    assertEquals("FREE", seen.path("spending").asString());
    assertEquals(
        clock.instant().plus(Duration.ofMinutes(15)).toString(),
        seen.path("spendingUntil").asString());
    other.post("/api/v1/receipts", buyer.bill()).refused(422, "SPENDING_NEEDS_CARD");
    clock.plus(Duration.ofMinutes(14));
    buyer.till.post("/api/v1/receipts", buyer.bill()).expect(201);
    clock.plus(Duration.ofMinutes(2));
    buyer.till.post("/api/v1/receipts", buyer.bill()).refused(422, "SPENDING_NEEDS_CARD");
    buyer.scan(buyer.till, code(buyer.joined));
  }

  @Test
  void signingAMemberUpAgainTellsNoCard() {
    Buyer buyer = new Buyer("again");
    Map<String, Object> person =
        Map.of("phone", buyer.phone, "name", "Анна", "consentTerms", true, "consentData", true);
    JsonNode known = buyer.till.post("/api/v1/members", person).expect(201);
    assertEquals(buyer.id, known.path("memberId").asString());
    assertFalse(known.path("created").asBoolean());
    assertFalse(known.has("cardToken") || known.has("cardUrl"), known::toString);
    // A lost answer is told again, to the register that asked, under the key that it asked by.
    Map<String, Object> fresh =
        Map.of("phone", "+79165569999", "name", "Борис", "consentTerms", true, "consentData", true);
    Api once = buyer.till.once("join-1");
    JsonNode first = once.post("/api/v1/members", fresh).expect(201);
    assertTrue(first.path("created").asBoolean());
    assertEquals(first, once.post("/api/v1/members", fresh).expect(201));
    for (Api another :
        List.of(buyer.till.once("join-2"), buyer.shop.registerIn("Asia/Omsk").once("join-1"))) {
      assertFalse(another.post("/api/v1/members", fresh).expect(201).has("cardToken"));
    }
  }

  @Test
  void aCardThatATillGaveOutWaitsForItsMembersCode() {
    Buyer buyer = new Buyer("given-out");
    String cards = "/api/v1/members/" + buyer.id + "/cards";
    buyer.scan(buyer.till, code(buyer.joined));
    buyer.till.post(cards, Map.of("number", "MINE-777")).expect(201);
    assertEquals("CODE", buyer.scan(buyer.till, "MINE-777").path("spending").asString());
    buyer.till.post("/api/v1/receipts", buyer.bill()).refused(422, "SPENDING_NEEDS_CODE");
    // A code that was told after a phone search is not for this card.
    buyer.prove();
    buyer.till.post("/api/v1/receipts", buyer.bill()).expect(201);
    assertEquals("CODE", buyer.scan(buyer.till, "MINE-777").path("spending").asString());
    // Without network it proves as little.
    Map<String, Object> late = new HashMap<>(buyer.bill());
    late.remove("memberId");
    late.put("at", clock.instant().toString());
    JsonNode offline =
        buyer
            .till
            .post(
                "/api/v1/receipts:batch",
                Map.of(
                    "receipts",
                    List.of(
                        Map.of("key", "k", "card", Map.of("text", "MINE-777"), "receipt", late))))
            .expect(200)
            .at("/results/0");
    assertEquals("SPENDING_NEEDS_CODE", offline.at("/notHonoured/0/code").asString());
    // Now the code says which card it confirms, and the member tells it.
    clock.plus(Duration.ofMinutes(1));
    buyer.scan(buyer.till, "MINE-777");
    buyer.sendCode(buyer.till);
    String said =
        kartela.api().get("/simulator/messages").expect(200).at("/items/0/text").asString();
    assertTrue(said.contains("-777") || said.contains("…777"), said);
    buyer.tellCode(buyer.till);
    buyer.till.post("/api/v1/receipts", buyer.bill()).expect(201);
    JsonNode seen = buyer.scan(buyer.till, "MINE-777");
    assertEquals("FREE", seen.path("spending").asString());
    buyer.till.post("/api/v1/receipts", buyer.bill()).expect(201);
    // Giving it out again takes nothing back; the cabinet's word is enough from the start.
    buyer.till.post(cards, Map.of("number", "MINE-777")).expect(201);
    buyer.owner.post(cards, Map.of("number", "OWNER-1")).expect(201);
    assertEquals("FREE", buyer.scan(buyer.till, "MINE-777").path("spending").asString());
    assertEquals("FREE", buyer.scan(buyer.till, "OWNER-1").path("spending").asString());
    // Where phones never spend a code still makes it a card.
    buyer.owner.put("/api/v1/till-settings", Map.of("phoneSpending", "NEVER")).expect(200);
    buyer.till.post(cards, Map.of("number", "MINE-888")).expect(201);
    assertEquals("CODE", buyer.scan(buyer.till, "MINE-888").path("spending").asString());
    assertEquals("NEVER", buyer.scan(buyer.till, buyer.phone).path("spending").asString());
  }

  @Test
  void aWalletCardOfTheTillsSignUpIsAPhoneNumberUntilACodeCameBack() {
    Buyer buyer = new Buyer("vouched");
    String code = code(buyer.joined);
    assertEquals("FREE", buyer.scan(buyer.till, code).path("spending").asString());
    Api other = buyer.shop.registerIn("Asia/Omsk");
    assertEquals("CODE", buyer.scan(other, code).path("spending").asString());
    clock.plus(Duration.ofMinutes(16));
    assertEquals("CODE", buyer.scan(buyer.till, code).path("spending").asString());
    buyer.till.post("/api/v1/receipts", buyer.bill()).refused(422, "SPENDING_NEEDS_CODE");
    // Whoever gave it out has its code, too: what the owner proves for something else is not for
    // it.
    buyer.prove();
    assertEquals("CODE", buyer.scan(other, code).path("spending").asString());
    other.post("/api/v1/receipts", buyer.bill()).refused(422, "SPENDING_NEEDS_CODE");
    clock.plus(Duration.ofMinutes(1));
    JsonNode again = buyer.shop.join(Map.of("phone", buyer.phone));
    assertEquals(buyer.id, again.path("memberId").asString());
    assertEquals("CODE", buyer.scan(other, code).path("spending").asString());
    other.post("/api/v1/receipts", buyer.bill()).refused(422, "SPENDING_NEEDS_CODE");
    // A code that names the card, read at the same till, makes it the member's own.
    clock.plus(Duration.ofMinutes(1));
    buyer.scan(other, code);
    buyer.sendCode(other);
    String said =
        kartela.api().get("/simulator/messages").expect(200).at("/items/0/text").asString();
    assertTrue(said.contains(code.substring(16)), said);
    buyer.tellCode(other);
    other.post("/api/v1/receipts", buyer.bill()).expect(201);
    assertEquals("FREE", buyer.scan(buyer.till, code).path("spending").asString());
    buyer.till.post("/api/v1/receipts", buyer.bill()).expect(201);
  }

  /** Its other readings say no more than the barcode does, and neither does its next code. */
  @Test
  void aCardOfTheTillsSignUpIsThatInAllItSays() {
    Buyer buyer = new Buyer("vouched-all");
    ObjectNode design = (ObjectNode) Http.JSON.readTree(DesignVersion.firstDocument());
    design.putArray("barcodes").add("EAN13").add("QR");
    publish(buyer.owner, design);
    clock.plus(Duration.ofMinutes(16));
    buyer.prove();
    pass(buyer.joined.path("cardToken").asString()); // gives the card its short code
    String wallet = "kartela.card WHERE status = 'ACTIVE' AND member_id = " + buyer.id;
    String tap = kartela.text("SELECT tapped FROM " + wallet + " AND kind = 'WALLET'");
    String ean = kartela.text("SELECT code FROM " + wallet + " AND kind = 'WALLET_EAN13'");
    for (String text : List.of(tap, ean)) {
      JsonNode seen = buyer.scan(buyer.till, text);
      assertEquals(buyer.id, seen.path("memberId").asString(), text);
      assertEquals("CODE", seen.path("spending").asString(), text);
    }
    buyer
        .owner
        .post("/api/v1/members/" + buyer.id + "/cards/reissue", Map.of("reason", "CODE_LEAKED"))
        .expect(201);
    // The till has the address of the card's page, and so this code as well.
    assertEquals("CODE", buyer.scan(buyer.till, code(buyer.joined)).path("spending").asString());
  }

  @Test
  void whatStandsInAddressesOnlyFindsTheMember() {
    Buyer buyer = new Buyer("addresses");
    buyer.prove(); // her phone is confirmed
    buyer.till.post("/api/v1/receipts", buyer.bill()).expect(201);
    String token = buyer.joined.path("cardToken").asString();
    String serial = kartela.text("SELECT serial FROM kartela.pass WHERE member_id = " + buyer.id);
    String number = code(buyer.joined).substring(12);
    String page = buyer.joined.path("cardUrl").asString();
    for (String text :
        List.of(
            serial,
            "A" + serial,
            "G" + serial.toUpperCase(java.util.Locale.ROOT) + "\r",
            "{\"nfcMessage\":\"" + serial + "\"}",
            "{\"smartTapRedemptionValue\":\"" + serial + "\"}",
            page,
            "]Q1" + page + "\r\n",
            "https://cards.example/c/" + token + ".pkpass",
            number,
            number.substring(0, 4) + " " + number.substring(4),
            number.substring(0, 4) + "\u00a0" + number.substring(4))) {
      JsonNode seen = buyer.scan(buyer.till, text);
      assertEquals(buyer.id, seen.path("memberId").asString(), text);
      assertEquals("NUMBER", seen.path("identifiedBy").asString(), text);
      assertEquals("CODE", seen.path("spending").asString(), text);
      buyer.till.post("/api/v1/receipts", buyer.bill()).refused(422, "SPENDING_NEEDS_CODE");
    }
    // A reader's eight digits are another card's, not what stands under a barcode.
    buyer
        .till
        .post("/api/v1/scans", Map.of("text", number, "source", "WEDGE"))
        .refused(404, "CARD_NOT_FOUND");
    // What the card gives to a reader stands in no address.
    JsonNode pass = pass(token);
    assertFalse(pass.toString().contains(code(buyer.joined) + "/"));
    assertEquals("FREE", buyer.scan(buyer.till, code(buyer.joined)).path("spending").asString());
  }
}
