package io.kartela.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What a shop says of itself, its stores, and who changed them. */
class ShopDetailsTest extends WithShops {
  private static Map<String, Object> details(String name, String english, String zone) {
    return Map.of(
        "name",
        Map.of("ru", name, "en", english),
        "description",
        Map.of("ru", "Бонусы", "en", "Bonuses"),
        "zone",
        zone,
        "contacts",
        Map.of("phone", "8 (800) 555-35-35", "email", "a@b.example", "site", "zerno.example"));
  }

  @Test
  void theEnglishNameStandsOnEnglishPagesAndCards() {
    TestShop shop = maker.open("named", "");
    Api owner = shop.owner();
    JsonNode russian = shop.signUp(Map.of("locale", "ru"));
    JsonNode english = shop.signUp(Map.of("locale", "en"));
    owner.put("/api/v1/shop", details("Зерно", "Grain", "Asia/Omsk")).expect(200);
    JsonNode page = kartela.api().get("/api/v1/public/shops/named").expect(200);
    assertEquals("Зерно", page.path("name").asString());
    assertEquals("Grain", page.at("/names/en").asString());
    assertEquals(
        "Зерно", pass(russian.path("cardToken").asString()).path("organizationName").asString());
    assertEquals(
        "Grain", pass(english.path("cardToken").asString()).path("organizationName").asString());
    assertEquals("Asia/Omsk", owner.get("/api/v1/session").expect(200).path("zone").asString());
    JsonNode contacts =
        kartela.api().get("/api/v1/public/shops/named/details").expect(200).path("contacts");
    assertEquals("https://zerno.example", contacts.path("site").asString());

    owner.put("/api/v1/shop", details("Зерно", "", "Asia/Omsk")).expect(200);
    JsonNode same = kartela.api().get("/api/v1/public/shops/named").expect(200);
    assertEquals("Зерно", same.at("/names/en").asString());
  }

  @Test
  void everyWrongFieldIsNamed() {
    Api owner = maker.open("wrong-details", "").owner();
    Map<String, Object> wrong =
        Map.of(
            "name",
            Map.of("ru", " "),
            "zone",
            "Moscow",
            "contacts",
            Map.of("phone", "call us", "email", "nobody", "site", "not a site"));
    JsonNode errors =
        owner.put("/api/v1/shop", wrong).refused(422, "INVALID_FIELDS").path("errors");
    assertEquals(
        List.of("name.ru", "zone", "contacts.phone", "contacts.email", "contacts.site"),
        errors.valueStream().map(e -> e.path("field").asString()).toList());
  }

  @Test
  void textsAreKeptInVersionsAndCustomersFindThem() {
    TestShop shop = maker.open("texts", "");
    Api owner = shop.owner();
    String open = "/api/v1/public/shops/texts";
    assertFalse(kartela.api().get(open + "/details").expect(200).has("terms"));
    kartela.api().get(open + "/texts/terms").refused(404, "NOT_FOUND");
    Map<String, Object> first = Map.of("text", Map.of("ru", "Условия", "en", "Terms"));
    JsonNode one = owner.post("/api/v1/shop/texts/terms", first).expect(201);
    assertEquals(1, one.path("version").asInt());
    assertEquals(
        1, owner.post("/api/v1/shop/texts/terms", first).expect(201).path("version").asInt());
    assertEquals(
        "/join/texts/terms",
        kartela.api().get(open + "/details").expect(200).at("/terms/url").asString());
    JsonNode read = kartela.api().get(open + "/texts/terms").expect(200);
    assertEquals("Terms", read.at("/text/en").asString());
    assertFalse(read.has("publishedBy"), "who wrote it is the shop's matter");
    kartela.api().get("/join/texts/terms").expectStatus(200);

    owner.post("/api/v1/shop/texts/terms", Map.of("url", "https://shop.example/terms")).expect(201);
    assertEquals(
        "https://shop.example/terms",
        kartela.api().get(open + "/details").expect(200).at("/terms/url").asString());
    JsonNode versions = owner.get("/api/v1/shop/texts/terms").expect(200).path("items");
    assertEquals(
        List.of(2, 1), versions.valueStream().map(v -> v.path("version").asInt()).toList());
    assertEquals("Условия", versions.at("/1/text/ru").asString());
    for (Map<String, Object> wrong :
        List.<Map<String, Object>>of(
            Map.of(),
            Map.of("url", "javascript:alert(1)"),
            Map.of("url", "https://a.example", "text", Map.of("ru", "both")))) {
      owner.post("/api/v1/shop/texts/privacy", wrong).refused(422, "INVALID_FIELDS");
    }
    owner.get("/api/v1/shop/texts/other").refused(404, "NOT_FOUND");
  }

  @Test
  void aStoreIsAddedChangedAndClosedWithItsRegisters() {
    TestShop shop = maker.open("branches", "");
    Api owner = shop.owner();
    List<String> hours =
        List.of("09:00-21:00", "09:00-21:00", "09:00-21:00", "09:00-21:00", "09:00-24:00", "", "");
    Map<String, Object> place =
        Map.of("name", "Branch", "zone", "Asia/Omsk", "address", "Main Street 1", "hours", hours);
    String id = owner.post("/api/v1/stores", place).expect(201).path("id").asString();
    String one = "/api/v1/stores/" + id;
    JsonNode register =
        owner.post("/api/v1/registers", Map.of("storeId", id, "name", "Left")).expect(201);
    Api till = kartela.api().key(register.path("key").asString());
    till.get("/api/v1/register").expect(200);
    owner
        .put("/api/v1/registers/" + register.path("id").asString(), Map.of("name", "Right"))
        .expect(204);
    assertEquals("Right", till.get("/api/v1/register").expect(200).path("registerName").asString());
    owner.put(one, Map.of("name", "Corner", "zone", "Asia/Omsk", "hours", hours)).expect(204);
    assertEquals("Corner", till.get("/api/v1/register").expect(200).path("storeName").asString());
    assertEquals(
        hours, store(owner, id).path("hours").valueStream().map(JsonNode::asString).toList());
    owner
        .put(one, Map.of("name", "", "zone", "x", "hours", List.of("9-21")))
        .refused(422, "INVALID_FIELDS");

    owner.post(one + "/close", Map.of()).refused(409, "STORE_HAS_REGISTERS");
    till.get("/api/v1/register").expect(200);
    owner.post(one + "/close", Map.of("closeRegisters", true)).expect(204);
    till.get("/api/v1/register").refused(401, "REGISTER_KEY_INVALID");
    assertTrue(store(owner, id).path("closed").asBoolean());
    owner.put(one, place).refused(409, "STORE_CLOSED");
    owner
        .post("/api/v1/registers", Map.of("storeId", id, "name", "Late"))
        .refused(409, "STORE_CLOSED");

    // Open again, with registers of its own; who kept an old key has nothing of it.
    owner.send("POST", one + "/reopen", null).expect(204);
    owner.send("POST", one + "/reopen", null).expect(204);
    assertFalse(store(owner, id).path("closed").asBoolean());
    till.get("/api/v1/register").refused(401, "REGISTER_KEY_INVALID");
    owner.post("/api/v1/registers", Map.of("storeId", id, "name", "Anew")).expect(201);
    owner.put(one, place).expect(204);
    owner.send("POST", "/api/v1/stores/1/reopen", null).refused(404, "STORE_NOT_FOUND");
  }

  @Test
  void customersSeeWhereTheShopIsAndWhen() {
    TestShop shop = maker.open("whereabouts", "");
    Api owner = shop.owner();
    String path = "/api/v1/public/shops/whereabouts/details";
    assertEquals(0, kartela.api().get(path).expect(200).path("stores").size());
    List<String> hours = List.of("09:00-21:00", "09:00-21:00", "", "", "", "", "10:00-18:00");
    Map<String, Object> place =
        Map.of("name", "Branch", "zone", "Asia/Omsk", "address", "Main Street 1", "hours", hours);
    String id = owner.post("/api/v1/stores", place).expect(201).path("id").asString();
    JsonNode stores = kartela.api().get(path).expect(200).path("stores");
    assertEquals(1, stores.size(), stores::toString);
    assertEquals("Main Street 1", stores.at("/0/address").asString());
    assertEquals(hours, stores.at("/0/hours").valueStream().map(JsonNode::asString).toList());
    owner.post("/api/v1/stores/" + id + "/close", Map.of()).expect(204);
    assertEquals(0, kartela.api().get(path).expect(200).path("stores").size());
  }

  private static JsonNode store(Api owner, String id) {
    return owner
        .get("/api/v1/stores")
        .expect(200)
        .path("items")
        .valueStream()
        .filter(s -> s.path("id").asString().equals(id))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void theAuditTellsWhoChangedWhatFromWhatToWhat() {
    TestShop shop = maker.open("told", "");
    Api owner = shop.owner();
    owner.put("/api/v1/shop", details("Зерно", "", "Europe/Moscow")).expect(200);
    clock.plus(Duration.ofMinutes(1));
    owner.put("/api/v1/shop", details("=Формула()", "", "Europe/Moscow")).expect(200);
    owner.put("/api/v1/shop", details("=Формула()", "", "Europe/Moscow")).expect(200);
    JsonNode items = owner.get("/api/v1/audit?kind=SHOP_CHANGED").expect(200).path("items");
    assertEquals(2, items.size(), "what changes nothing is not told");
    assertEquals("Owner", items.at("/0/by/name/ru").asString());
    assertEquals("Shop details changed", items.at("/0/what/en").asString());
    assertEquals(1, items.at("/0/changes").size());
    assertEquals("Название", items.at("/0/changes/0/field/ru").asString());
    assertEquals("Зерно", items.at("/0/changes/0/was/ru").asString());
    assertEquals("=Формула()", items.at("/0/changes/0/now/ru").asString());

    JsonNode page = owner.get("/api/v1/audit?limit=1").expect(200);
    String next = page.path("nextCursor").asString();
    JsonNode rest = owner.get("/api/v1/audit?limit=200&cursor=" + next).expect(200);
    assertFalse(rest.has("nextCursor"));
    assertEquals(
        owner.get("/api/v1/audit?limit=200").expect(200).path("items").size(),
        1 + rest.path("items").size());

    assertEquals(
        List.of("owner@told.example", "test"),
        owner
            .get("/api/v1/audit/filters")
            .expect(200)
            .path("people")
            .valueStream()
            .map(p -> p.path("author").asString())
            .toList());
    assertEquals(1, owner.get("/api/v1/audit?author=test").expect(200).path("items").size());
    String today =
        clock.instant().atZone(java.time.ZoneId.of("Europe/Moscow")).toLocalDate().toString();
    String tomorrow = java.time.LocalDate.parse(today).plusDays(1).toString();
    assertEquals(
        3,
        owner.get("/api/v1/audit?from=" + today + "&to=" + today).expect(200).path("items").size());
    assertEquals(0, owner.get("/api/v1/audit?from=" + tomorrow).expect(200).path("items").size());
    owner.get("/api/v1/audit?from=yesterday").refused(400, "INVALID_PARAMETER");

    String csv =
        owner.get("/api/v1/audit/export?kind=SHOP_CHANGED&lang=ru").expectStatus(200).text();
    assertEquals(3, csv.lines().count(), csv);
    assertTrue(csv.startsWith("\ufeff\"Когда\";\"Кто\""), csv);
    assertTrue(csv.contains("\"Название: Зерно → =Формула()\""), csv);
    assertEquals(
        "Change log exported",
        owner.get("/api/v1/audit?limit=1").expect(200).at("/items/0/what/en").asString());
    assertEquals(
        0,
        maker
            .open("told-not", "")
            .owner()
            .get("/api/v1/audit?kind=SHOP_CHANGED")
            .expect(200)
            .path("items")
            .size(),
        "another shop's stays its own");
  }
}
