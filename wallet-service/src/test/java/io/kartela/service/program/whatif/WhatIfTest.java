package io.kartela.service.program.whatif;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kartela.rules.Basket;
import io.kartela.rules.Line;
import io.kartela.rules.ProgramJson;
import io.kartela.rules.Wish;
import io.kartela.service.platform.http.Http;
import io.kartela.service.program.ProgramHouse;
import io.kartela.service.shop.staff.Role;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/** The whole way of a replay: asked for over HTTP, run by the worker, answered. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WhatIfTest {
  private static final String OLD =
      """
      'tiers':[{'id':'bronze','name':{'ru':'Бронза','en':'Bronze'},'rank':1,'earnBp':300,'maxSpendBp':3000},
        {'id':'silver','name':{'ru':'Серебро','en':'Silver'},'rank':2,'earnBp':500,'maxSpendBp':3000,
         'upgrades':[{'type':'totalPurchases','from':100000}]}],
      'rules':[{'id':'base','name':{'ru':'База','en':'Base'},'then':{'type':'earnByTier'}}]\
      """;

  private static final String NEW =
      """
      'tiers':[{'id':'bronze','name':{'ru':'Бронза','en':'Bronze'},'rank':1,'earnBp':1000,'maxSpendBp':200},
        {'id':'silver','name':{'ru':'Серебро','en':'Silver'},'rank':2,'earnBp':2000,'maxSpendBp':200,
         'upgrades':[{'type':'totalPurchases','from':50000}]}],
      'rules':[{'id':'base','name':{'ru':'База','en':'Base'},'then':{'type':'earnByTier'}},
        {'id':'off','name':{'ru':'Всем −10 %','en':'All −10 %'},'audience':'EVERYBODY',
         'then':{'type':'discountPercent','percentBp':1000,'scope':'RECEIPT'}}]\
      """;

  private final ProgramHouse house = new ProgramHouse();

  @AfterAll
  void close() {
    house.close();
  }

  private static Instant day(int day) {
    return Instant.parse("2026-11-%02dT10:00:00Z".formatted(day));
  }

  private static Basket one(long amount) {
    return Basket.of(Line.piece(1, "THING", "things", amount));
  }

  private static Basket costing(long amount, long cost) {
    return Basket.of(new Line(1, "THING", Set.of("things"), 1000, amount, cost, Set.of()));
  }

  /** Anna buys three times, Boris twice, Vera once, somebody without a card once. */
  private MiniShop history(ProgramHouse.Shop shop) {
    MiniShop mini =
        new MiniShop(
            house.database(), shop.id(), ProgramJson.parse(ProgramHouse.json(OLD)).program(), 1);
    mini.sell(1, day(1), costing(60_000, 30_000), Wish.NONE);
    mini.sell(2, day(1), one(20_000), Wish.NONE);
    mini.sell(0, day(1), one(50_000), Wish.NONE);
    mini.sell(1, day(2), one(60_000), Wish.NONE);
    mini.sell(2, day(2), one(30_000), Wish.amount(600));
    mini.sell(3, day(2), costing(60_000, 20_000), Wish.NONE);
    mini.sell(1, day(3), one(100_000), Wish.amount(3_000));
    mini.storeStandings(house.now());
    return mini;
  }

  private JsonNode ask(ProgramHouse.Client client, Map<String, ?> request) {
    return client.post("/what-if", request).expect(202);
  }

  private static Map<String, Object> november(Object source, Object value) {
    Map<String, Object> request = new LinkedHashMap<>();
    request.put(String.valueOf(source), value);
    request.put("from", "2026-11-01");
    request.put("to", "2026-12-01");
    return request;
  }

  private static JsonNode program(String rest) {
    return Http.JSON.readTree(ProgramHouse.json(rest));
  }

  private JsonNode until(ProgramHouse.Client client, JsonNode asked, String... states) {
    String path = "/what-if/" + asked.path("id").asString();
    long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
    while (true) {
      JsonNode now = client.get(path).expect(200);
      if (List.of(states).contains(now.path("state").asString())) {
        return now;
      }
      if (System.nanoTime() > end) {
        throw new AssertionError(now.toString());
      }
      pause();
    }
  }

  private static void pause() {
    try {
      Thread.sleep(20);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void numbersWorkedOutByHand() {
    ProgramHouse.Shop shop = house.shop(OLD);
    history(shop);
    ProgramHouse.Client client = shop.signIn(Role.MARKETER);
    String before = checksum();
    JsonNode asked = ask(client, november("program", program(NEW)));
    assertEquals("Проба", asked.path("name").asString());
    JsonNode done = until(client, asked, "DONE", "FAILED");
    assertEquals("DONE", done.path("state").asString());
    assertEquals(100, done.at("/progress/percent").asInt());
    assertEquals(7, done.at("/progress/total").asInt());
    assertEquals(before, checksum());
    JsonNode r = done.path("result");
    assertEquals(7, r.path("receipts").asInt());
    assertEquals(1, r.path("withoutCard").asInt());
    assertEquals(3, r.path("members").asInt());
    assertEquals(7, r.path("changedReceipts").asInt());
    assertEquals(380_000, r.path("gross").asLong());
    figures(r.path("before"), 0, 376_400, 3_600, 11_600, 11_600);
    // Anna 54 + 108 + 176, Boris 18 + 26, Vera 54; she pays 18 and he 5.40 with bonuses: 2 %.
    figures(r.path("after"), 38_000, 339_660, 2_340, 43_600, 81_600);
    figures(r.path("difference"), 38_000, -36_740, -1_260, 32_000, 70_000);
    assertEquals(2, r.at("/margin/receipts").asInt());
    assertEquals(50_000, r.at("/margin/goodsCost").asLong());
    assertEquals(70_000, r.at("/margin/before").asLong());
    assertEquals(58_000, r.at("/margin/after").asLong());
    assertEquals(-12_000, r.at("/margin/difference").asLong());
    assertEquals(
        "[{\"tier\":\"bronze\",\"name\":{\"ru\":\"Бронза\",\"en\":\"Bronze\"},\"before\":2,\"after\":1},"
            + "{\"tier\":\"silver\",\"name\":{\"ru\":\"Серебро\",\"en\":\"Silver\"},\"before\":1,\"after\":2}]",
        r.at("/tiers/items").toString());
    assertEquals(
        "[{\"from\":\"bronze\",\"to\":\"silver\",\"members\":1}]", r.at("/tiers/moves").toString());
    assertEquals(1, r.at("/tiers/up").asInt());
    assertEquals(0, r.at("/tiers/down").asInt());
    assertEquals(0, r.at("/refusals/count").asInt());
    top(r.path("topChanges"));
  }

  private static void figures(
      JsonNode side, long discount, long money, long spent, long earned, long cost) {
    assertEquals(
        List.of(discount, money, spent, earned, cost),
        List.of(
            side.path("discount").asLong(),
            side.path("money").asLong(),
            side.path("bonusesSpent").asLong(),
            side.path("bonusesEarned").asLong(),
            side.path("cost").asLong()));
  }

  private static void top(JsonNode top) {
    assertEquals(7, top.size());
    JsonNode first = top.get(0);
    assertEquals("7", first.path("receiptId").asString());
    assertEquals("1", first.path("memberId").asString());
    assertEquals(0, first.at("/before/discount").asLong());
    assertEquals(10_000, first.at("/after/discount").asLong());
    assertEquals(3_000, first.at("/before/bonusesSpent").asLong());
    assertEquals(1_800, first.at("/after/bonusesSpent").asLong());
    assertEquals(4_800, first.at("/before/bonusesEarned").asLong());
    assertEquals(17_600, first.at("/after/bonusesEarned").asLong());
    assertEquals(3_600, first.at("/before/available").asLong());
    assertEquals(16_200, first.at("/after/available").asLong());
    List<String> en = new ArrayList<>();
    List<String> ru = new ArrayList<>();
    first
        .path("why")
        .forEach(
            w -> {
              en.add(w.at("/text/en").asString());
              ru.add(w.at("/text/ru").asString());
            });
    assertEquals(
        List.of(
            "Bonuses that would be available: 162.00 instead of 36.00",
            "Paid with bonuses: 18 (the limit of the receipt's share)",
            "All −10 %: discount 100\u00a0₽ — 10\u00a0%",
            "Base: +176.40 — 20\u00a0% because the tier is Silver"),
        en);
    assertTrue(ru.getFirst().startsWith("Было бы доступно бонусов: 162,00 вместо 36,00"));
    // Both whys of a rule stand side by side; a rule that was not in the program said nothing then.
    assertEquals(
        "Base: +48.50 — 5\u00a0% because the tier is Silver", first.at("/why/3/was/en").asString());
    assertTrue(first.at("/why/2/was").isNull());
    assertTrue(first.at("/why/0/was").isNull());
    assertEquals(100_000, first.path("gross").asLong());
    assertEquals(
        "[{\"sku\":\"THING\",\"categories\":[\"things\"],\"quantityMilli\":1000,\"gross\":100000}]",
        first.path("lines").toString());
  }

  /** Everything in the database but the replay's own row and sequences. */
  private String checksum() {
    String tables =
        house.text(
            """
            SELECT string_agg(format('SELECT %L AS t, md5(coalesce(string_agg(x::text, '','' ORDER BY x::text), '''')) AS m
              FROM %I.%I x', table_schema || '.' || table_name, table_schema, table_name), ' UNION ALL ')
            FROM information_schema.tables
            WHERE table_schema IN ('kartela', 'ledger') AND table_type = 'BASE TABLE' AND table_name <> 'what_if'
            """);
    return house.text("SELECT string_agg(t || ' ' || m, ', ' ORDER BY t) FROM (" + tables + ") s");
  }

  @Test
  void whoeverPaidAsMuchAsAllowedDoesSoAgain() {
    ProgramHouse.Shop shop = house.shop(OLD);
    MiniShop mini =
        new MiniShop(
            house.database(), shop.id(), ProgramJson.parse(ProgramHouse.json(OLD)).program(), 1);
    mini.gift(1, 100_000, day(1));
    mini.sell(1, day(2), one(50_000), Wish.MAX);
    mini.sell(1, day(3), one(50_000), Wish.amount(5_000));
    ProgramHouse.Client client = shop.signIn(Role.OWNER);
    String half = OLD.replace("'maxSpendBp':3000", "'maxSpendBp':5000");
    Map<String, Object> request = november("program", program(half));
    JsonNode same = until(client, ask(client, request), "DONE").path("result");
    assertEquals(20_000, same.at("/before/bonusesSpent").asLong());
    assertEquals(20_000, same.at("/after/bonusesSpent").asLong());
    request.put("spending", "AS_ALLOWED");
    JsonNode more = until(client, ask(client, request), "DONE").path("result");
    assertEquals(30_000, more.at("/after/bonusesSpent").asLong());
    request.put("bonusValueBp", 5_000);
    JsonNode valued = until(client, ask(client, request), "DONE").path("result");
    // 3 % of 250 + 450 = 7 + 13 bonuses; at half their value.
    assertEquals(2_000, valued.at("/after/bonusesEarned").asLong());
    assertEquals(1_000, valued.at("/after/cost").asLong());
  }

  @Test
  void aDraftAVersionAndAnEmptyPeriod() {
    ProgramHouse.Shop shop = house.shop(OLD);
    history(shop);
    ProgramHouse.Client owner = shop.signIn(Role.OWNER);
    JsonNode draft =
        owner.post("/drafts", Map.of("name", "Autumn", "program", program(NEW))).expect(201);
    JsonNode asked = ask(owner, november("draftId", draft.path("id").asString()));
    // What is replayed is the draft as it was when asked.
    owner
        .put(
            "/drafts/" + draft.path("id").asString(), Map.of("revision", 1, "document", "nonsense"))
        .expect(200);
    JsonNode done = until(owner, asked, "DONE", "FAILED");
    assertEquals("Autumn", done.path("name").asString());
    assertEquals(draft.path("id"), done.path("draftId"));
    assertEquals(81_600, done.at("/result/after/cost").asLong());
    JsonNode same = until(owner, ask(owner, november("version", 1)), "DONE").path("result");
    assertEquals(0, same.path("changedReceipts").asInt());
    assertEquals(0, same.at("/difference/cost").asLong());
    assertEquals(0, same.at("/tiers/up").asInt());
    Map<String, Object> empty = november("version", 1);
    empty.put("from", "2025-01-01");
    empty.put("to", "2025-01-02");
    JsonNode nothing = until(owner, ask(owner, empty), "DONE").path("result");
    assertEquals(0, nothing.path("receipts").asInt());
    assertTrue(nothing.path("margin").isNull());
    Map<String, Object> third = november("version", 1);
    third.put("from", "2026-11-03T00:00:00Z");
    third.put("to", "2026-11-03T10:00:00.001Z");
    assertEquals(1, until(owner, ask(owner, third), "DONE").at("/result/receipts").asInt());
    assertEquals(4, owner.get("/what-if").expect(200).path("items").size());
    JsonNode page = owner.get("/what-if?limit=1").expect(200);
    assertEquals(1, page.path("items").size());
    assertEquals(
        3,
        owner
            .get("/what-if?cursor=" + page.path("nextCursor").asString())
            .expect(200)
            .path("items")
            .size());
  }

  @Test
  void whatTheDraftRefusesIsCountedApart() {
    ProgramHouse.Shop shop = house.shop(OLD);
    history(shop);
    house.execute(
        "UPDATE kartela.receipt SET document = replace(document::text, '\"quantityMilli\":1000',"
            + " '\"quantityMilli\":0')::json WHERE receipt_id = 4 AND merchant_id = "
            + shop.id());
    house.execute(
        "UPDATE kartela.receipt SET document = replace(document::text, '\"lineNo\":1',"
            + " '\"lineNo\":1,\"quantityMilli\":0')::json WHERE receipt_id = 4 AND merchant_id = "
            + shop.id());
    house.execute(
        "UPDATE kartela.receipt SET document = '{}' WHERE receipt_id = 6 AND merchant_id = "
            + shop.id());
    ProgramHouse.Client client = shop.signIn(Role.OWNER);
    JsonNode r = until(client, ask(client, november("version", 1)), "DONE").path("result");
    assertEquals(1, r.at("/refusals/count").asInt());
    assertEquals("BAD_QUANTITY", r.at("/refusals/items/0/code").asString());
    assertEquals("4", r.at("/refusals/items/0/receipts/0").asString());
    assertEquals(1, r.path("unreadable").asInt());
    assertEquals(5, r.path("receipts").asInt());
  }

  @Test
  void anotherMerchantsReceiptsAreNotSeen() {
    ProgramHouse.Shop shop = house.shop(OLD);
    history(shop);
    ProgramHouse.Client other = house.shop(OLD).signIn(Role.OWNER);
    JsonNode asked = ask(other, november("version", 1));
    assertEquals(0, until(other, asked, "DONE").at("/result/receipts").asInt());
    String path = "/what-if/" + asked.path("id").asString();
    ProgramHouse.Client mine = shop.signIn(Role.OWNER);
    mine.get(path).refused(404, "WHAT_IF_NOT_FOUND");
    mine.delete(path).refused(404, "WHAT_IF_NOT_FOUND");
    assertEquals(0, mine.get("/what-if").expect(200).path("items").size());
  }

  @Test
  void badInputIsRefusedInWords() {
    ProgramHouse.Shop shop = house.shop(OLD);
    ProgramHouse.Client client = shop.signIn(Role.MARKETER);
    shop.signIn(Role.CASHIER).post("/what-if", Map.of()).refused(403, "FORBIDDEN");
    JsonNode p = client.post("/what-if", Map.of()).refused(422, "INVALID_FIELDS");
    assertEquals(3, p.path("errors").size());
    Map<String, Object> r = november("version", 1);
    r.put("draftId", "1");
    client.post("/what-if", r).refused(422, "INVALID_FIELDS");
    r.remove("version");
    client.post("/what-if", r).refused(404, "DRAFT_NOT_FOUND");
    client.post("/what-if", november("version", 7)).refused(404, "PROGRAM_NOT_FOUND");
    r = november("version", 1);
    r.put("to", "2026-11-01");
    client.post("/what-if", r).refused(422, "INVALID_FIELDS");
    r.put("to", "yesterday");
    client.post("/what-if", r).refused(422, "INVALID_FIELDS");
    r.put("to", "+1000000000-12-31T23:59:59Z");
    client.post("/what-if", r).refused(422, "INVALID_FIELDS");
    r = november("version", 1);
    r.put("sample", 0);
    client.post("/what-if", r).refused(422, "INVALID_FIELDS");
    r.put("sample", 101);
    client.post("/what-if", r).refused(422, "INVALID_FIELDS");
    r.put("sample", 50);
    r.put("spending", "ALL");
    client.post("/what-if", r).refused(422, "INVALID_FIELDS");
    JsonNode invalid =
        client
            .post("/what-if", november("program", Map.of("name", "x")))
            .refused(422, "PROGRAM_INVALID");
    assertTrue(invalid.path("errors").size() > 0);
    client.get("/what-if/1").refused(404, "WHAT_IF_NOT_FOUND");
    client.get("/what-if/x").refused(404, "WHAT_IF_NOT_FOUND");
    client.delete("/what-if/1").refused(404, "WHAT_IF_NOT_FOUND");
    assertEquals(0, client.get("/what-if").expect(200).path("items").size());
  }

  @Test
  void cancelledWhileRunning() throws SQLException {
    ProgramHouse.Shop shop = house.shop(OLD);
    history(shop);
    ProgramHouse.Client client = shop.signIn(Role.OWNER);
    JsonNode asked;
    JsonNode waiting;
    try (Connection c = house.ownerConnection();
        Statement s = c.createStatement()) {
      c.setAutoCommit(false);
      s.execute("LOCK TABLE kartela.receipt IN ACCESS EXCLUSIVE MODE");
      asked = ask(client, november("version", 1));
      until(client, asked, "RUNNING");
      waiting = ask(client, november("version", 1));
      JsonNode never = ask(client, november("version", 1));
      client.delete("/what-if/" + never.path("id").asString()).expect(204);
      assertEquals("CANCELLED", until(client, never, "CANCELLED").path("state").asString());
      client.delete("/what-if/" + asked.path("id").asString()).expect(204);
      assertEquals("CANCELLED", until(client, asked, "CANCELLED").path("state").asString());
      c.rollback();
    }
    until(client, waiting, "DONE");
    JsonNode after = until(client, asked, "CANCELLED");
    assertTrue(after.path("result").isNull());
    // A second "delete" forgets it.
    client.delete("/what-if/" + asked.path("id").asString()).expect(204);
    client.get("/what-if/" + asked.path("id").asString()).refused(404, "WHAT_IF_NOT_FOUND");
  }

  @Test
  void anEndToWaiting() throws SQLException {
    ProgramHouse.Shop shop = house.shop(OLD);
    ProgramHouse.Client client = shop.signIn(Role.OWNER);
    JsonNode last;
    try (Connection c = house.ownerConnection();
        Statement s = c.createStatement()) {
      c.setAutoCommit(false);
      s.execute("LOCK TABLE kartela.receipt IN ACCESS EXCLUSIVE MODE");
      last = ask(client, november("version", 1));
      for (int i = 1; i < WhatIfs.MOST_OPEN; i++) {
        last = ask(client, november("version", 1));
      }
      client.post("/what-if", november("version", 1)).refused(409, "TOO_MANY_WHAT_IFS");
      c.rollback();
    }
    until(client, last, "DONE");
    // Only so many finished ones are kept.
    house.execute(
        "INSERT INTO kartela.what_if SELECT merchant_id, -g, state, NULL, name, document, from_at,"
            + " to_at, sample, spending, bonus_value_bp, created_by, created_at - g * interval '1"
            + " day', NULL, NULL, 0, 0, NULL, NULL FROM kartela.what_if, generate_series(1, 60) g"
            + " WHERE what_if_id = "
            + last.path("id").asString());
    until(client, ask(client, november("version", 1)), "DONE");
    assertEquals(
        WhatIfs.KEPT,
        house.number("SELECT count(*) FROM kartela.what_if WHERE merchant_id = " + shop.id()));
  }

  private void insert(ProgramHouse.Shop shop, long id, String state, int attempts, String lease) {
    house.execute(
        """
        INSERT INTO kartela.what_if (merchant_id, what_if_id, state, name, document, from_at, to_at, sample, spending,
          bonus_value_bp, created_by, created_at, attempts, lease_until)
        VALUES (%d, %d, '%s', 'n', '%s', '2026-11-01', '2026-12-01', 100, 'AS_SPENT', 10000, 'x', '2026-11-01', %d,
          now() + interval '%s')
        """
            .formatted(
                shop.id(), id, state, ProgramHouse.json(NEW).replace("'", "''"), attempts, lease));
  }

  private String state(long id) {
    return house.text("SELECT state FROM kartela.what_if WHERE what_if_id = " + id);
  }

  @Test
  void aDeadWorkersReplayIsBegunAnewAFewTimes() {
    ProgramHouse.Shop shop = house.shop(OLD);
    history(shop);
    ProgramHouse.Client client = shop.signIn(Role.OWNER);
    long again = house.ids().next();
    insert(shop, again, "RUNNING", 1, "-1 second");
    JsonNode done =
        until(client, Http.JSON.createObjectNode().put("id", Long.toString(again)), "DONE");
    assertEquals(81_600, done.at("/result/after/cost").asLong());
    long tooOften = house.ids().next();
    insert(shop, tooOften, "RUNNING", 3, "-1 second");
    JsonNode failed =
        until(client, Http.JSON.createObjectNode().put("id", Long.toString(tooOften)), "FAILED");
    assertEquals("INTERRUPTED", failed.path("error").asString());
  }

  @Test
  void oneAtATimePerMerchant() {
    ProgramHouse.Shop busy = house.shop(OLD);
    long elsewhere = house.ids().next();
    insert(busy, elsewhere, "RUNNING", 1, "1 hour");
    ProgramHouse.Client client = busy.signIn(Role.OWNER);
    JsonNode waits = ask(client, november("version", 1));
    ProgramHouse.Client free = house.shop(OLD).signIn(Role.OWNER);
    until(free, ask(free, november("version", 1)), "DONE");
    assertEquals("QUEUED", until(client, waits, "QUEUED", "DONE").path("state").asString());
    house.execute("UPDATE kartela.what_if SET state = 'DONE' WHERE what_if_id = " + elsewhere);
    until(client, waits, "DONE");
    assertEquals("DONE", state(elsewhere));
  }

  @Test
  void aWorkerThatIsStoppedGivesItsReplayBack() throws Exception {
    // A house of its own: the other one's worker would take the replay at once.
    try (ProgramHouse own = new ProgramHouse()) {
      ProgramHouse.Shop shop = own.shop(OLD);
      ProgramHouse.Client client = shop.signIn(Role.OWNER);
      JsonNode asked;
      Thread stop;
      try (Connection c = own.ownerConnection();
          Statement s = c.createStatement()) {
        c.setAutoCommit(false);
        s.execute("LOCK TABLE kartela.receipt IN ACCESS EXCLUSIVE MODE");
        asked = ask(client, november("version", 1));
        until(client, asked, "RUNNING");
        stop = Thread.ofVirtual().start(own::stopWorker);
        Thread.sleep(50);
        c.rollback();
      }
      stop.join();
      assertEquals("QUEUED", until(client, asked, "QUEUED", "DONE").path("state").asString());
      assertEquals(
          0, own.number("SELECT attempts FROM kartela.what_if WHERE merchant_id = " + shop.id()));
    }
  }

  @Test
  void aSampleIsAStablePartOfTheMembers() {
    ProgramHouse.Shop shop = house.shop(OLD);
    MiniShop mini =
        new MiniShop(
            house.database(), shop.id(), ProgramJson.parse(ProgramHouse.json(OLD)).program(), 1);
    for (int m = 1; m <= 200; m++) {
      mini.sell(m, day(1 + m % 20), one(10_000), Wish.NONE);
      mini.sell(m, day(1 + m % 20).plusSeconds(60), one(10_000), Wish.NONE);
    }
    ProgramHouse.Client client = shop.signIn(Role.OWNER);
    Map<String, Object> request = november("version", 1);
    request.put("sample", 30);
    JsonNode first = until(client, ask(client, request), "DONE");
    long members = first.at("/result/members").asLong();
    assertTrue(members > 30 && members < 90, "members " + members);
    assertEquals(members * 2, first.at("/result/receipts").asLong());
    assertEquals(members * 2, first.at("/progress/total").asLong());
    assertEquals(
        members, until(client, ask(client, request), "DONE").at("/result/members").asLong());
  }
}
