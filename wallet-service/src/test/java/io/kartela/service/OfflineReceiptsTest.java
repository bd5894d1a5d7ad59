package io.kartela.service;

import static io.kartela.service.Answer.amount;
import static io.kartela.service.Bill.rub;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Receipts that were made without network: each with its own result, once, and told honestly. */
class OfflineReceiptsTest extends WithShops {
  private static final String TIERS =
      "'tiers':[{'id':'base','name':{'ru':'База','en':'Base'},'rank':1,'earnBp':%d}],"
          + "'rules':[{'id':'r','name':{'ru':'Р','en':'R'},'then':{'type':'earnByTier'}}]";

  static Map<String, Object> item(String key, Instant at, Bill bill) {
    Map<String, Object> receipt = new LinkedHashMap<>(bill.json());
    receipt.put("at", at.toString());
    Map<String, Object> item = new LinkedHashMap<>();
    item.put("key", key);
    item.put("receipt", receipt);
    return item;
  }

  private static Map<String, Object> read(Map<String, Object> item, String text) {
    item.put("card", Map.of("text", text, "source", "WEDGE"));
    return item;
  }

  @SafeVarargs
  static JsonNode upload(Api till, Map<String, Object>... items) {
    List<Object> all = new ArrayList<>();
    for (Map<String, Object> item : items) {
      all.add(item);
    }
    return till.post("/api/v1/receipts:batch", Map.of("receipts", all)).expect(200);
  }

  @Test
  void eachIsJudgedByTheProgramOfItsTimeAndHasAResultOfItsOwn() {
    TestShop shop = maker.open("offline", TIERS.formatted(1000));
    Instant before = clock.instant().plusSeconds(1);
    clock.plus(Duration.ofHours(1));
    shop.publish(TIERS.formatted(500), clock);
    clock.plus(Duration.ofHours(1));
    Instant after = clock.instant().minusSeconds(60);
    JsonNode member = shop.signUp(Map.of());
    String id = member.path("memberId").asString();
    JsonNode answer =
        upload(
            shop.register(),
            item("late-3", after, Bill.of("100.00").by(id)),
            item("late-1", before, Bill.of("100.00").by(id)),
            read(item("late-2", before.plusSeconds(5), Bill.of("50.00")), code(member)),
            read(item("goods", after, Bill.of("10.00")), "4600702081237"),
            read(item("nobody", after, Bill.of("10.00")), CARD),
            item("future", clock.instant().plusSeconds(3_600), Bill.of("10.00").by(id)),
            item("ancient", clock.instant().minus(Duration.ofDays(40)), Bill.of("10.00").by(id)),
            item("empty", after, Bill.of()));
    assertEquals(3, answer.path("booked").asInt(), answer::toString);
    assertEquals(5, answer.path("refused").asInt(), answer::toString);
    JsonNode results = answer.path("results");
    assertEquals(rub("5.00"), amount(results.path(0), "receipt.earned"));
    assertEquals(rub("10.00"), amount(results.path(1), "receipt.earned"));
    assertEquals(rub("5.00"), amount(results.path(2), "receipt.earned"));
    assertEquals(id, results.at("/2/receipt/memberId").asString());
    assertEquals(before.toString(), results.at("/1/receipt/at").asString());
    assertEquals(
        List.of(
            "PRODUCT_CODE",
            "CARD_NOT_FOUND",
            "INVALID_FIELDS",
            "OFFLINE_TOO_OLD",
            "INVALID_FIELDS"),
        results.valueStream().skip(3).map(r -> r.at("/problem/code").asString()).toList());
    Scene.assertBalance("20.00", "0.00", "0.00", "0.00", Scene.balance(shop.owner(), id));
  }

  private static final String CARD = "77777777777777777777";

  /** Found from outside: 1,200 guesses in nine seconds, which the limit of misses did not see. */
  @Test
  void aBatchIsNoWayRoundTheLimitOfGuesses() {
    TestShop shop = maker.open("guessed", TIERS.formatted(500));
    Instant at = clock.instant();
    clock.plus(Duration.ofMinutes(1));
    List<Object> guesses = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      guesses.add(read(item("guess-" + i, at, Bill.of("1.00")), "%020d".formatted(910_000 + i)));
    }
    JsonNode answer =
        shop.register().post("/api/v1/receipts:batch", Map.of("receipts", guesses)).expect(200);
    Map<String, Long> codes =
        answer
            .path("results")
            .valueStream()
            .collect(
                Collectors.groupingBy(
                    r -> r.at("/problem/code").asString(), Collectors.counting()));
    assertEquals(Map.of("CARD_NOT_FOUND", 60L, "TOO_MANY_REQUESTS", 40L), codes);
    assertTrue(answer.at("/results/99/problem/retry").asBoolean(), "the same later");
    shop.register().post("/api/v1/scans", Map.of("text", CARD)).refused(429, "TOO_MANY_REQUESTS");
    // A receipt without a card to look up, or of a known member, goes through.
    String id = shop.member();
    JsonNode honest = upload(shop.register(), item("honest", at, Bill.of("10.00").by(id)));
    assertEquals(1, honest.path("booked").asInt(), honest::toString);
  }

  @Test
  void whatCannotBeHonouredIsTold() {
    TestShop shop = maker.open("honest", TIERS.formatted(0));
    Api owner = shop.owner();
    String member = shop.member();
    Scene.credit(owner, member, "30.00", "");
    Instant at = clock.instant();
    clock.plus(Duration.ofMinutes(1));
    Map<String, Object> first = item("spend-1", at, Bill.of("100.00").by(member).spending("90.00"));
    first.put("paid", rub("10.00"));
    JsonNode answer = upload(shop.register(), first);
    JsonNode result = answer.at("/results/0");
    assertEquals("BOOKED_PARTLY", result.path("status").asString(), answer::toString);
    assertEquals(rub("30.00"), amount(result, "receipt.spent"));
    assertEquals("SPEND", result.at("/notHonoured/0/what").asString());
    assertEquals(rub("90.00"), result.at("/notHonoured/0/asked").asLong());
    assertEquals(rub("30.00"), result.at("/notHonoured/0/honoured").asLong());
    assertEquals("PAID", result.at("/notHonoured/1/what").asString());
    assertEquals(rub("70.00"), result.at("/notHonoured/1/honoured").asLong());
    assertFalse(result.at("/notHonoured/0/detail").asString().isEmpty());
    // Sent again it is the same receipt with the same honest words.
    JsonNode again = upload(shop.register(), first).at("/results/0");
    assertEquals("REPEATED", again.path("status").asString());
    assertEquals(result.path("receipt"), again.path("receipt"));
    assertEquals(2, again.path("notHonoured").size(), again::toString);
    Scene.assertBalance("0.00", "0.00", "0.00", "0.00", Scene.balance(owner, member));
    // Another receipt under the same key is refused.
    JsonNode other = upload(shop.register(), item("spend-1", at, Bill.of("7.00").by(member)));
    assertEquals("IDEMPOTENCY_KEY_REUSED", other.at("/results/0/problem/code").asString());
  }

  @Test
  void aReceiptThatWasSentAtOnceAndThenUploadedIsBookedOnce() {
    TestShop shop = maker.open("twice", TIERS.formatted(500));
    String member = shop.member();
    Api till = shop.register();
    Instant at = clock.instant();
    JsonNode booked =
        till.once("lost-1")
            .post("/api/v1/receipts", Bill.of("100.00").by(member).json())
            .expect(201);
    JsonNode result =
        upload(till, item("lost-1", at, Bill.of("100.00").by(member))).at("/results/0");
    assertEquals("REPEATED", result.path("status").asString(), result::toString);
    assertEquals(booked.path("id"), result.at("/receipt/id"));
    assertEquals(1, till.get("/api/v1/receipts").expect(200).path("items").size());
  }

  @Test
  void aWrongClockIsPutRight() {
    TestShop shop = maker.open("skew", TIERS.formatted(500));
    String member = shop.member();
    Instant now = clock.instant();
    Instant theirs = now.plus(Duration.ofHours(3));
    JsonNode answer =
        shop.register()
            .post(
                "/api/v1/receipts:batch",
                Map.of(
                    "sentAt",
                    theirs.toString(),
                    "receipts",
                    List.of(item("k", theirs.minusSeconds(600), Bill.of("1.00").by(member)))))
            .expect(200);
    assertEquals(-10_800, answer.path("clockSkewSeconds").asInt(), answer::toString);
    assertEquals(now.minusSeconds(600).toString(), answer.at("/results/0/receipt/at").asString());
  }

  @Test
  void spendingByPhoneIsNotHonouredWithoutACode() {
    TestShop shop = maker.open("phone-offline", TIERS.formatted(0));
    Api owner = shop.owner();
    String member = shop.signUp(Map.of("phone", "+79165550009")).path("memberId").asString();
    Scene.credit(owner, member, "50.00", "");
    Instant at = clock.instant();
    clock.plus(Duration.ofMinutes(1));
    JsonNode result =
        upload(
                shop.register(),
                read(item("p", at, Bill.of("80.00").spending("40.00")), "+79165550009"))
            .at("/results/0");
    assertEquals("BOOKED_PARTLY", result.path("status").asString(), result::toString);
    assertEquals("SPENDING_NEEDS_CODE", result.at("/notHonoured/0/code").asString());
    assertEquals(0, amount(result, "receipt.spent"));
  }

  @Test
  void manyAtOnceFromTwoSendersAreBookedOnceEach() throws InterruptedException {
    TestShop shop = maker.open("many", TIERS.formatted(500));
    String member = shop.member();
    List<Map<String, Object>> items = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      items.add(item("m-" + i, clock.instant().minusSeconds(i), Bill.of("10.00").by(member)));
    }
    Map<String, Object> body = Map.of("receipts", items);
    List<JsonNode> answers = java.util.Collections.synchronizedList(new ArrayList<>());
    List<Thread> senders = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      senders.add(
          Thread.ofVirtual()
              .start(
                  () ->
                      answers.add(
                          shop.register().post("/api/v1/receipts:batch", body).expect(200))));
    }
    for (Thread sender : senders) {
      sender.join();
    }
    assertEquals(2, answers.size());
    List<String> statuses = new ArrayList<>();
    int booked = 0;
    for (JsonNode answer : answers) {
      assertEquals(
          200, answer.path("booked").asInt() + answer.path("repeated").asInt(), answer::toString);
      booked += answer.path("booked").asInt();
      answer.path("results").forEach(r -> statuses.add(r.path("status").asString()));
    }
    // One of the two booked each receipt; the other found it there.
    assertEquals(200, booked);
    assertEquals(200, java.util.Collections.frequency(statuses, "BOOKED"));
    assertEquals(200, java.util.Collections.frequency(statuses, "REPEATED"));
    assertEquals(
        200,
        kartela.number("SELECT count(*) FROM kartela.receipt WHERE merchant_id = " + shop.id()));
    items.add(item("m-200", clock.instant(), Bill.of("10.00").by(member)));
    shop.register().post("/api/v1/receipts:batch", body).refused(422, "INVALID_FIELDS");
    assertTrue(items.size() > 200);
  }

  private static final String LEVELS =
      "'tiers':[{'id':'bronze','name':{'ru':'Б','en':'B'},'rank':1,'earnBp':300},"
          + "{'id':'gold','name':{'ru':'З','en':'G'},'rank':2,'earnBp':1000,"
          + "'upgrades':[{'type':'singlePurchase','from':1500000}]}],"
          + "'rules':[{'id':'r','name':{'ru':'Р','en':'R'},'then':{'type':'earnByTier'}}]";

  /** H8: what came back later took nothing from a receipt made before. */
  @Test
  void aReturnAfterItsTimeTakesNothingFromALateReceipt() {
    Scene s = new Scene(kartela, maker.open("late-tier", LEVELS));
    Api owner = s.shop.owner();
    String member = s.shop.member();
    JsonNode large = s.buy(Bill.of("15000.00").by(member));
    assertEquals("gold", tier(owner, member));
    clock.plus(Duration.ofMinutes(10));
    Instant gold = clock.instant();
    clock.plus(Duration.ofMinutes(10));
    s.giveAllBack(large);
    assertEquals("bronze", tier(owner, member));
    clock.plus(Duration.ofMinutes(10));
    Instant bronze = clock.instant();
    clock.plus(Duration.ofMinutes(10));
    JsonNode late =
        upload(
                s.till,
                item("gold-1", gold, Bill.of("1000.00").by(member)),
                item("bronze-1", bronze, Bill.of("1000.00").by(member)))
            .path("results");
    assertEquals(rub("100.00"), amount(late.path(0), "receipt.earned"), late::toString);
    assertEquals(rub("30.00"), amount(late.path(1), "receipt.earned"), late::toString);
    assertEquals("bronze", tier(owner, member), "and it gives nothing back");
    // A receipt made in between no longer hides it.
    JsonNode more =
        upload(s.till, item("gold-2", gold.plusSeconds(60), Bill.of("1000.00").by(member)))
            .path("results");
    assertEquals(rub("100.00"), amount(more.path(0), "receipt.earned"), more::toString);
  }
}
