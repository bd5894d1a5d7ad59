package io.kartela.service.program;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kartela.service.shop.staff.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DraftsTest {
  private static final String FIVE =
      "'rules':[{'id':'base','name':{'ru':'База','en':'Base'},'then':{'type':'earnPercent','percentBp':500}}]";
  private static final String SEVEN = FIVE.replace("500", "700");

  private final ProgramHouse house = new ProgramHouse();
  private ProgramHouse.Shop shop = house.shop(FIVE);
  private ProgramHouse.Client owner = shop.signIn(Role.OWNER);

  @BeforeEach
  void anew() {
    shop = house.shop(FIVE);
    owner = shop.signIn(Role.OWNER);
  }

  @AfterAll
  void close() {
    house.close();
  }

  private JsonNode draft(String program) {
    return owner
        .post("/drafts", "{\"name\":\"Autumn\",\"program\":" + ProgramHouse.json(program) + "}")
        .expect(201);
  }

  private static String path(JsonNode draft) {
    return "/drafts/" + draft.path("id").asString();
  }

  @Test
  void fromTheFirstLineToTheHistory() {
    JsonNode made = owner.post("/drafts", Map.of("name", "Autumn")).expect(201);
    assertEquals(1, made.path("basedOn").asInt());
    assertEquals(1, made.path("revision").asInt());
    assertFalse(made.path("outdated").asBoolean());
    assertEquals(500, made.at("/program/rules/0/then/percentBp").asInt());
    assertEquals(0, owner.get(path(made) + "/diff").expect(200).path("changes").size());

    ProgramHouse.Answer changed =
        owner.put(path(made), "{\"revision\":1,\"program\":" + ProgramHouse.json(SEVEN) + "}");
    assertEquals(2, changed.expect(200).path("revision").asInt());
    assertEquals("\"2\"", changed.header("ETag"));

    JsonNode diff = owner.get(path(made) + "/diff").expect(200);
    assertEquals(1, diff.path("changes").size());
    JsonNode change = diff.path("changes").get(0);
    assertEquals("/rules/0/then/percentBp", change.path("pointer").asString());
    assertEquals("CHANGED", change.path("kind").asString());
    assertEquals(500, change.path("before").asInt());
    assertEquals(700, change.path("after").asInt());
    assertEquals(
        "Правило «База»: действие, процент 5\u00a0% → 7\u00a0%", change.at("/text/ru").asString());
    assertEquals(
        "Rule \"Base\": effect, percent 5\u00a0% → 7\u00a0%", change.at("/text/en").asString());

    JsonNode valid = owner.post(path(made) + "/validate", null).expect(200);
    assertTrue(valid.path("valid").asBoolean());

    JsonNode published = owner.post(path(made) + "/publish", null).expect(201);
    assertEquals(2, published.path("number").asInt());
    assertTrue(published.path("current").asBoolean());
    assertEquals("Person OWNER", published.path("publishedBy").asString());
    assertEquals(2, owner.get("").expect(200).path("number").asInt());
    JsonNode after = owner.get(path(made)).expect(200);
    assertEquals(2, after.path("basedOn").asInt());
    assertEquals(2, after.path("publishedAs").asInt());
    assertEquals(
        1,
        house.number(
            "SELECT count(*) FROM kartela.audit WHERE action = 'PROGRAM_PUBLISHED' AND merchant_id"
                + " = "
                + shop.id()));

    JsonNode history = owner.get("/versions").expect(200);
    assertEquals(2, history.path("items").size());
    assertEquals(2, history.at("/items/0/number").asInt());
    assertTrue(history.at("/items/0/current").asBoolean());
    assertFalse(history.at("/items/1/current").asBoolean());
    assertEquals(
        500, owner.get("/versions/1").expect(200).at("/program/rules/0/then/percentBp").asInt());
    JsonNode between = owner.get("/versions/2/diff").expect(200);
    assertEquals(1, between.path("against").asInt());
    assertEquals(1, between.path("changes").size());
    JsonNode back = owner.get("/versions/1/diff?against=2").expect(200);
    assertEquals(700, back.at("/changes/0/before").asInt());

    owner.delete(path(made)).expect(204);
    owner.get(path(made)).refused(404, "DRAFT_NOT_FOUND");
    owner.delete(path(made)).refused(404, "DRAFT_NOT_FOUND");
  }

  @Test
  void theHistoryIsPaged() {
    for (int i = 1; i <= 4; i++) {
      JsonNode d = draft(FIVE.replace("500", "60" + i));
      owner.post(path(d) + "/publish", Map.of("force", true)).expect(201);
    }
    List<Integer> seen = new ArrayList<>();
    String cursor = "";
    do {
      JsonNode page = owner.get("/versions?limit=2" + cursor).expect(200);
      page.path("items").forEach(v -> seen.add(v.path("number").asInt()));
      cursor =
          page.has("nextCursor") && !page.path("nextCursor").isNull()
              ? "&cursor=" + page.path("nextCursor").asString()
              : "";
    } while (!cursor.isEmpty());
    assertEquals(List.of(5, 4, 3, 2, 1), seen);
    owner.get("/versions/6").refused(404, "PROGRAM_NOT_FOUND");
    owner.get("/versions/0").refused(404, "PROGRAM_NOT_FOUND");
    owner.get("/versions/99999999999").refused(404, "PROGRAM_NOT_FOUND");
    owner.get("/versions/x/diff").refused(404, "PROGRAM_NOT_FOUND");
    owner.get("/versions/1/diff?against=9").refused(404, "PROGRAM_NOT_FOUND");
    assertTrue(owner.get("/versions/1/diff").expect(200).path("changes").size() > 0);
  }

  @Test
  void twoEditorsNoticeEachOther() {
    JsonNode d = draft(FIVE);
    owner.put(path(d), Map.of("name", "First", "revision", 1)).expect(200);
    JsonNode refused =
        owner.put(path(d), Map.of("name", "Second", "revision", 1)).refused(409, "DRAFT_CHANGED");
    assertTrue(refused.path("detail").asString().contains("revision 2 by Person OWNER"));
    owner.put(path(d), Map.of("name", "Second"), "If-Match", "\"1\"").refused(409, "DRAFT_CHANGED");
    owner.put(path(d), Map.of("name", "Second")).refused(422, "INVALID_FIELDS");
    owner
        .put(path(d), Map.of("name", "Second"), "If-Match", "\"abc\"")
        .refused(422, "INVALID_FIELDS");
    owner.delete(path(d), "If-Match", "\"1\"").refused(409, "DRAFT_CHANGED");
    owner.post(path(d) + "/publish", Map.of("revision", 1)).refused(409, "DRAFT_CHANGED");
    JsonNode changed =
        owner.put(path(d), Map.of("name", "Second"), "If-Match", "\"2\"").expect(200);
    assertEquals("Second", changed.path("name").asString());
    assertEquals(3, changed.path("revision").asInt());
    assertEquals(500, changed.at("/program/rules/0/then/percentBp").asInt());
  }

  @Test
  void onlyOneOfManyEditorsWins() throws Exception {
    JsonNode d = draft(FIVE);
    List<Callable<Integer>> writes = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      String name = "Editor " + i;
      writes.add(
          () -> owner.put(path(d), Map.of("name", name, "revision", 1)).response().statusCode());
    }
    List<Integer> answers = new ArrayList<>();
    try (ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var f : pool.invokeAll(writes)) {
        answers.add(f.get());
      }
    }
    assertEquals(1, answers.stream().filter(s -> s == 200).count());
    assertEquals(11, answers.stream().filter(s -> s == 409).count());
  }

  @Test
  void aDraftOfAnOlderVersionIsPublishedOnlyByForce() {
    JsonNode mine = draft(SEVEN);
    JsonNode theirs = draft(FIVE.replace("500", "900"));
    owner.post(path(theirs) + "/publish", null).expect(201);
    assertTrue(owner.get(path(mine)).expect(200).path("outdated").asBoolean());
    JsonNode refused = owner.post(path(mine) + "/publish", null).refused(409, "DRAFT_OUTDATED");
    assertTrue(refused.path("detail").asString().contains("version 1"));
    assertTrue(refused.path("detail").asString().contains("version 2"));
    assertEquals(2, owner.get("").expect(200).path("number").asInt());
    assertEquals(
        3,
        owner
            .post(path(mine) + "/publish", Map.of("force", true))
            .expect(201)
            .path("number")
            .asInt());
    // Having looked at the newer version one may also simply say so.
    JsonNode old = owner.post("/drafts", Map.of("name", "Old", "basedOn", 1)).expect(201);
    assertEquals(500, old.at("/program/rules/0/then/percentBp").asInt());
    owner.put(path(old), Map.of("revision", 1, "basedOn", 3)).expect(200);
    assertEquals(4, owner.post(path(old) + "/publish", null).expect(201).path("number").asInt());
  }

  @Test
  void publicationsAtOnceGetNumbersOfTheirOwn() throws Exception {
    List<Callable<Integer>> all = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      JsonNode d = draft(FIVE.replace("500", "51" + i));
      all.add(
          () ->
              owner
                  .post(path(d) + "/publish", Map.of("force", true))
                  .expect(201)
                  .path("number")
                  .asInt());
    }
    List<Integer> numbers = new ArrayList<>();
    try (ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var f : pool.invokeAll(all)) {
        numbers.add(f.get());
      }
    }
    assertEquals(List.of(2, 3, 4, 5, 6, 7, 8, 9), numbers.stream().sorted().toList());
  }

  @Test
  void aBrokenProgramIsKeptAndNeverPublished() {
    String wrong = FIVE.replace("earnPercent", "earnPercnt");
    JsonNode d = draft(wrong);
    assertFalse(d.path("valid").asBoolean());
    JsonNode v = owner.post(path(d) + "/validate", null).expect(200);
    assertFalse(v.path("valid").asBoolean());
    JsonNode problem = v.path("problems").get(0);
    assertEquals("/rules/0/then/type", problem.path("pointer").asString());
    assertEquals("UNKNOWN_TYPE", problem.path("code").asString());
    assertEquals("ERROR", problem.path("severity").asString());
    assertTrue(problem.at("/text/ru").asString().contains("earnPercent"));
    assertTrue(problem.at("/text/en").asString().contains("earnPercent"));
    JsonNode refused = owner.post(path(d) + "/publish", null).refused(422, "PROGRAM_INVALID");
    assertEquals("/rules/0/then/type", refused.at("/errors/0/field").asString());
    // It can still be compared; defaults that it does not spell out are no changes.
    JsonNode diff = owner.get(path(d) + "/diff").expect(200);
    assertEquals(1, diff.path("changes").size());
    assertEquals("/rules/0/then", diff.at("/changes/0/pointer").asString());

    JsonNode text =
        owner.post("/drafts", Map.of("name", "Half", "document", "{\"name\": {")).expect(201);
    assertEquals("{\"name\": {", text.path("document").asString());
    assertTrue(text.path("program").isNull());
    assertEquals(
        "BAD_JSON",
        owner.post(path(text) + "/validate", null).expect(200).at("/problems/0/code").asString());
    owner.post(path(text) + "/publish", null).refused(422, "PROGRAM_INVALID");
    owner.get(path(text) + "/diff").refused(422, "PROGRAM_INVALID");
    assertEquals(1, owner.get("/versions").expect(200).path("items").size());
  }

  @Test
  void warningsTellOfTheShop() {
    house.execute(
        "INSERT INTO kartela.store (merchant_id, store_id, name, zone) VALUES ("
            + shop.id()
            + ", 1, 'Berlin', 'Europe/Berlin')");
    house.execute(
        "INSERT INTO kartela.member_standing (merchant_id, member_id, tier, tier_since) VALUES ("
            + shop.id()
            + ", 1, 'gold', now()), ("
            + shop.id()
            + ", 2, 'gold', now())");
    JsonNode d =
        draft(
            "'tiers':[{'id':'low','name':{'ru':'Н','en':'L'},'rank':1}],"
                + FIVE.replace(
                    "'then'",
                    "'when':{'type':'timeWindow','days':['SUNDAY'],'from':'02:00','to':'03:00'},'then'"));
    JsonNode v = owner.post(path(d) + "/validate", null).expect(200);
    assertTrue(v.path("valid").asBoolean());
    List<String> codes = new ArrayList<>();
    v.path("problems").forEach(p -> codes.add(p.path("code").asString()));
    assertTrue(codes.contains("ZERO_LENGTH_ON_DST_DAY"), codes.toString());
    assertTrue(codes.contains("TIER_REMOVED"), codes.toString());
    assertTrue(v.toString().contains("2 members hold it"));
  }

  @Test
  void badInputIsRefusedInWords() {
    owner.post("/drafts", "{").refused(400, "MALFORMED_JSON");
    owner.post("/drafts", Map.of()).refused(422, "INVALID_FIELDS");
    owner.post("/drafts", Map.of("name", "x", "nmae", "y")).refused(422, "INVALID_FIELDS");
    owner
        .post("/drafts", Map.of("name", "x", "program", Map.of(), "document", "{}"))
        .refused(422, "INVALID_FIELDS");
    owner
        .post("/drafts", Map.of("name", "x", "document", "a\u0000b"))
        .refused(422, "INVALID_FIELDS");
    owner.post("/drafts", Map.of("name", "x", "basedOn", 7)).refused(404, "PROGRAM_NOT_FOUND");
    owner.post("/drafts", Map.of("name", "x", "basedOn", -1)).refused(422, "INVALID_FIELDS");
    owner
        .post("/drafts", Map.of("name", "x", "document", "x".repeat(4_194_290)))
        .refused(413, "BODY_TOO_LARGE");
    owner
        .post("/drafts", Map.of("name", "x", "document", "x".repeat(4_000_001)))
        .refused(422, "INVALID_FIELDS");
    JsonNode large =
        owner.post("/drafts", Map.of("name", "x", "document", "x".repeat(4_000_000))).expect(201);
    assertEquals(4_000_000, large.path("document").asString().length());
    assertFalse(owner.get("/drafts").response().body().contains("xxxxx"));
    owner.get("/drafts/abc").refused(404, "DRAFT_NOT_FOUND");
    owner.get("/drafts/1/diff").refused(404, "DRAFT_NOT_FOUND");
    owner.put("/drafts/1", Map.of("revision", 1)).refused(404, "DRAFT_NOT_FOUND");
    owner.post("/drafts/1/publish", Map.of("force", "yes?")).expect(422);
  }

  @Test
  void theMarketerReadsAndOnlyTheOwnerChanges() {
    JsonNode d = draft(FIVE);
    ProgramHouse.Client marketer = shop.signIn(Role.MARKETER);
    assertEquals(1, marketer.get("/drafts").expect(200).path("items").size());
    marketer.get(path(d)).expect(200);
    marketer.get(path(d) + "/diff").expect(200);
    marketer.post(path(d) + "/validate", null).expect(200);
    marketer.post("/drafts", Map.of("name", "x")).refused(403, "FORBIDDEN");
    marketer.put(path(d), Map.of("name", "x", "revision", 1)).refused(403, "FORBIDDEN");
    marketer.delete(path(d)).refused(403, "FORBIDDEN");
    marketer.post(path(d) + "/publish", null).refused(403, "FORBIDDEN");
    ProgramHouse.Client cashier = shop.signIn(Role.CASHIER);
    cashier.get("/drafts").refused(403, "FORBIDDEN");
    cashier.get("").expect(200);
    JsonNode schema = cashier.get("/schema").expect(200);
    assertEquals("https://kartela.io/schema/program-1.json", schema.path("$id").asString());
    ProgramHouse.Client other = house.shop(FIVE).signIn(Role.OWNER);
    other.get(path(d)).refused(404, "DRAFT_NOT_FOUND");
    other.put(path(d), Map.of("name", "x", "revision", 1)).refused(404, "DRAFT_NOT_FOUND");
    other.post(path(d) + "/publish", null).refused(404, "DRAFT_NOT_FOUND");
    assertEquals(0, other.get("/drafts").expect(200).path("items").size());
  }

  @Test
  void thereIsAnEndToDrafts() {
    house.execute(
        "INSERT INTO kartela.program_draft SELECT "
            + shop.id()
            + ", g, 'n', '{}', 0, 1, NULL, 'x', now(), 'x', now() FROM generate_series(1, 100) g");
    owner.post("/drafts", Map.of("name", "x")).refused(409, "TOO_MANY_DRAFTS");
  }
}
