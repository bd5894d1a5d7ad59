package io.kartela.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A cashier finds a customer by name and the end of the phone, and learns no more by it. */
class MemberSearchTest extends WithShops {
  private static final String SEARCHES = "/api/v1/member-searches";
  private static final String PROGRAM =
      "'tiers':[{'id':'base','name':{'ru':'База','en':'Base'},'rank':1,'earnBp':500}],"
          + "'rules':["
          + Scene.rule("earn", "'then':{'type':'earnByTier'}")
          + "]";

  MemberSearchTest() {
    super(TestKartela::startWithSimulator);
  }

  private static JsonNode search(Api till, String text) {
    return till.post(SEARCHES, Map.of("text", text)).expect(200);
  }

  private static List<String> found(Api till, String text) {
    return search(till, text)
        .path("items")
        .valueStream()
        .map(m -> m.path("name").asString() + " " + m.path("phoneMasked").asString())
        .toList();
  }

  private static Answer choose(Api till, JsonNode search, int item) {
    return till.post(
        SEARCHES + "/" + search.path("searchId").asString() + "/choice", Map.of("item", item));
  }

  private static String joined(TestShop shop, String name, String phone) {
    return shop.signUp(Map.of("name", name, "phone", phone)).path("memberId").asString();
  }

  @Test
  void byPartsOfTheNameAndTheEndOfThePhone() {
    TestShop shop = maker.openCareful("find-parts", PROGRAM);
    Api till = shop.register();
    joined(shop, "Анна Ковалёва", "+79161234567");
    joined(shop, "Пётр Королёв", "+79031114567");
    joined(shop, "Иван", "+79261230000");
    assertEquals(List.of("Анна К. •• 45-67", "Пётр К. •• 45-67"), found(till, "4567"));
    assertEquals(List.of("Анна К. •• 45-67"), found(till, "ковалева анн"));
    assertEquals(List.of("Анна К. •• 45-67"), found(till, "4567 ан"));
    assertEquals(List.of("Пётр К. •• 45-67"), found(till, "петр"));
    assertEquals(List.of("Анна К. •• 45-67", "Иван •• 00-00"), found(till, "АН"));
    assertEquals(List.of("Иван •• 00-00"), found(till, "23-00-00"));
    assertEquals(List.of(), found(till, "1234"), "not the end of a phone");
    assertEquals(List.of(), found(till, "анн%"), "no letters are wildcards");
    for (String few : List.of("а", "456", "12 ан", "-", "а б")) {
      till.post(SEARCHES, Map.of("text", few)).refused(422, "INVALID_FIELDS");
    }
    till.post(SEARCHES, Map.of("text", "а".repeat(61))).refused(422, "INVALID_FIELDS");
    Api stranger = maker.openCareful("find-other", PROGRAM).register();
    assertEquals(List.of(), found(stranger, "4567"));
  }

  @Test
  void atMostFiveAreShownAndNothingThatIsACard() {
    TestShop shop = maker.openCareful("find-five", PROGRAM);
    Api till = shop.register();
    for (int i = 0; i < 7; i++) {
      joined(shop, "Мария Седова", "+7916777000" + i);
    }
    JsonNode page = search(till, "седова");
    assertEquals(5, page.path("items").size());
    assertTrue(page.path("more").asBoolean());
    assertEquals(
        List.of("item", "name", "phoneMasked", "tier"),
        page.at("/items/0").propertyNames().stream().sorted().toList());
    assertFalse(search(till, "0003 мария").path("more").asBoolean());
  }

  @Test
  void whoeverIsChosenProvedNothing() {
    TestShop shop = maker.openCareful("find-choose", PROGRAM);
    Api owner = shop.owner();
    Api till = shop.register();
    String phone = "+79168880001";
    String member = joined(shop, "Вера Лисицына", phone);
    Scene.credit(owner, member, "500", "");
    Map<String, Object> spending = Bill.of("100").by(member).spending("50").json();
    // Also where a whole phone number is as good as a card.
    owner.put("/api/v1/till-settings", Map.of("phoneSpending", "FREE")).expect(200);
    clock.plus(Duration.ofSeconds(20));
    JsonNode search = search(till, "лисиц");
    JsonNode chosen = choose(till, search, 1).expect(200);
    assertEquals(member, chosen.path("memberId").asString());
    assertEquals("SEARCH", chosen.path("identifiedBy").asString());
    assertEquals("SEARCHED", chosen.path("presence").asString());
    assertEquals("CODE", chosen.path("spending").asString());
    assertEquals("", chosen.path("cardNumber").asString());
    till.post("/api/v1/receipts", spending).refused(422, "SPENDING_NEEDS_CODE");
    till.post("/api/v1/holds", Map.of("memberId", member, "amount", 5_000))
        .refused(422, "SPENDING_NEEDS_CODE");
    till.post("/api/v1/spend-codes", Map.of("memberId", member)).expect(202);
    String code = Newcomer.codeFor(kartela.api(), phone);
    till.post("/api/v1/spend-codes/confirm", Map.of("memberId", member, "code", code)).expect(200);
    till.post("/api/v1/receipts", spending).expect(201);

    owner.put("/api/v1/till-settings", Map.of("phoneSpending", "NEVER")).expect(200);
    clock.plus(Duration.ofSeconds(20));
    assertEquals("NEVER", choose(till, search, 1).expect(200).path("spending").asString());
    till.post("/api/v1/receipts", spending).refused(422, "SPENDING_NEEDS_CARD");
    JsonNode trace = owner.get("/api/v1/scans?memberId=" + member).expect(200).at("/items/0");
    assertEquals("SEARCH", trace.path("source").asString());

    Api other = shop.registerIn("Europe/Moscow");
    choose(other, search, 1).refused(404, "MEMBER_SEARCH_OVER");
    choose(till, search, 2).refused(404, "MEMBER_SEARCH_OVER");
    choose(till, search, 6).refused(422, "INVALID_FIELDS");
    owner
        .put("/api/v1/members/" + member + "/status", Map.of("status", "BLOCKED", "reason", "r"))
        .expect(204);
    choose(till, search, 1).refused(422, "CARD_BLOCKED");
    assertEquals(List.of(), found(till, "лисиц"));
    clock.plus(Duration.ofMinutes(11));
    choose(till, search, 1).refused(404, "MEMBER_SEARCH_OVER");
  }

  @Test
  void howOftenIsLimitedByRegisterAndByCashierAndTheOwnerReadsOfIt() {
    TestShop shop = maker.openCareful("find-limit", PROGRAM);
    Api owner = shop.owner();
    Api till = shop.register();
    owner.put("/api/v1/till-settings", Map.of("searchesPerTenMinutes", 3)).expect(200);
    clock.plus(Duration.ofSeconds(20));
    for (int i = 0; i < 3; i++) {
      search(till, "никого");
    }
    Answer no = till.post(SEARCHES, Map.of("text", "никого"));
    no.refused(429, "MEMBER_SEARCH_LIMIT");
    till.post(SEARCHES, Map.of("text", "никого")).refused(429, "MEMBER_SEARCH_LIMIT");
    assertEquals(
        1, owner.get("/api/v1/audit?kind=MEMBER_SEARCH_LIMITED").expect(200).path("items").size());
    // Cards and whole numbers go on.
    String member = joined(shop, "Глеб", "+79169990001");
    assertEquals(
        member,
        till.post("/api/v1/scans", Map.of("text", "+79169990001"))
            .expect(200)
            .path("memberId")
            .asString());
    clock.plus(Duration.ofMinutes(10));
    search(till, "никого");

    owner.put("/api/v1/till-settings", Map.of("memberSearch", false)).expect(200);
    clock.plus(Duration.ofSeconds(20));
    till.post(SEARCHES, Map.of("text", "никого")).refused(403, "MEMBER_SEARCH_OFF");
    assertFalse(till.get("/api/v1/register").expect(200).path("memberSearch").asBoolean());
    owner.put("/api/v1/till-settings", Map.of("searchesPerTenMinutes", 301)).expect(422);
  }
}
