package io.kartela.service;

import static io.kartela.service.Scene.earn;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kartela.service.shop.staff.Role;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What somebody found who went through the service from outside; each failed before. */
class SeenFromOutsideTest extends WithShops {
  private static final String PROGRAM =
      "'rules':["
          + earn(500)
          + "],'tiers':[{'id':'base','name':{'ru':'База','en':'Base'},'rank':1,'earnBp':500}]";

  SeenFromOutsideTest() {
    super(clock -> TestKartela.startWith(clock, true, Map.of()));
  }

  @Override
  Scene scene(String slug, String program) {
    clock.set("2026-11-21T12:00:00+03:00");
    return super.scene(slug, program);
  }

  private static Answer scan(Scene s, String text) {
    return s.till.post("/api/v1/scans", Map.of("text", text, "source", "WEDGE"));
  }

  private static String spending(Scene s, String text) {
    return scan(s, text).expect(200).path("spending").asString();
  }

  /** Its page shows the card's code, and with that one pays. */
  @Test
  void onlyAnOwnerSeesTheAddressOfACard() {
    Scene s = scene("outside-link", PROGRAM);
    Api owner = s.shop.owner();
    String path = "/api/v1/members/" + s.shop.join(Map.of()).path("memberId").asString();
    assertTrue(owner.get(path).expect(200).path("cardUrl").asString().contains("/c/"));
    for (Role role : Role.values()) {
      if (role != Role.OWNER && role != Role.MANAGER) {
        JsonNode seen = s.shop.as(role).get(path).expect(200);
        assertTrue(seen.path("cardUrl").isMissingNode(), role::name);
      }
    }
  }

  /** As through the till: whoever attaches it could hold it in his own hand. */
  @Test
  void plasticThatStaffAttachWaitsForACode() {
    Scene s = scene("outside-plastic", PROGRAM);
    Api owner = s.shop.owner();
    String cards =
        "/api/v1/members/" + s.shop.join(Map.of()).path("memberId").asString() + "/cards";
    for (Role role : List.of(Role.MARKETER, Role.SUPPORT, Role.CASHIER)) {
      String number = role.name().substring(0, 3) + "12345";
      s.shop.as(role).post(cards, Map.of("number", number)).expect(201);
      assertEquals("CODE", spending(s, number), role::name);
    }
    owner.post(cards, Map.of("number", "OWN12345")).expect(201);
    assertEquals("FREE", spending(s, "OWN12345"));
  }

  @Test
  void aCardReissuedByStaffWaitsForACode() {
    Scene s = scene("outside-reissue", PROGRAM);
    Api owner = s.shop.owner();
    JsonNode joined = s.shop.join(Map.of());
    String path = "/api/v1/members/" + joined.path("memberId").asString();
    assertEquals("FREE", spending(s, code(joined)));
    JsonNode again =
        s.shop
            .as(Role.SUPPORT)
            .post(path + "/cards/reissue", Map.of("reason", "PHONE_LOST"))
            .expect(201);
    String token = again.path("cardUrl").asString().replaceAll(".*/c/", "");
    assertEquals("CODE", spending(s, web(token).path("code").asString()));
    assertTrue(owner.get(path).expect(200).path("cardUrl").asString().endsWith(token));
  }

  @Test
  void aMergeLeavesTheCardOfWhoStaysAsItWasPromised() {
    Scene s = scene("outside-merge", PROGRAM);
    Api owner = s.shop.owner();
    JsonNode anna = s.shop.join(Map.of());
    String stays = anna.path("memberId").asString();
    String number = owner.get("/api/v1/members/" + stays).expect(200).path("number").asString();
    clock.plus(Duration.ofMinutes(30));
    // Newer, and nobody has told a code for it.
    JsonNode twin = s.shop.signUp(Map.of("birthDate", "1990-05-17"));
    String goes = twin.path("memberId").asString();
    kartela.execute(
        "UPDATE kartela.member SET email = 'anna@mail.example' WHERE member_id = " + goes);
    clock.plus(Duration.ofMinutes(30));
    owner
        .post(
            "/api/v1/members/" + stays + "/merges",
            Map.of("memberId", goes, "reason", "one person"))
        .expect(201);
    JsonNode one = owner.get("/api/v1/members/" + stays).expect(200);
    assertEquals(number, one.path("number").asString());
    assertEquals("anna@mail.example", one.path("email").asString());
    assertEquals("1990-05-17", one.path("birthDate").asString());
    assertEquals("FREE", spending(s, code(anna)));
    JsonNode figures = owner.get("/api/v1/reports/figures").expect(200);
    assertEquals(1, figures.at("/now/joined").asInt(), "one person joined");
    assertEquals(1, owner.get("/api/v1/reports/summary").expect(200).path("newMembers").asInt());
  }

  /** Confirmed cards of both stay cards; the own one is shown. */
  @Test
  void bothConfirmedCardsPayAfterAMerge() {
    Scene s = scene("outside-both", PROGRAM);
    Api owner = s.shop.owner();
    JsonNode anna = s.shop.join(Map.of());
    String before = code(anna);
    clock.plus(Duration.ofMinutes(2));
    JsonNode twin = s.shop.join(Map.of());
    String other = code(twin);
    owner
        .post(
            "/api/v1/members/" + anna.path("memberId").asString() + "/merges",
            Map.of("memberId", twin.path("memberId").asString(), "reason", "one person"))
        .expect(201);
    assertEquals(before, code(anna));
    assertEquals("FREE", spending(s, before));
    assertEquals("FREE", spending(s, other));
  }

  @Test
  void whatWasBoughtBeforeTheInvitationRewardsNobody() {
    Scene s =
        scene("outside-backdated", PROGRAM + ",'referral':{'levelsBp':[1000],'purchases':'ALL'}");
    Api owner = s.shop.owner();
    String inviter = s.shop.member();
    String code = owner.get("/api/v1/members/" + inviter).expect(200).at("/invite/code").asString();
    clock.plus(Duration.ofHours(2));
    String friend = s.shop.signUp(Map.of("inviteCode", code)).path("memberId").asString();
    clock.plus(Duration.ofMinutes(10));
    JsonNode _ = s.buy(Bill.of("1000").by(friend).at("2026-11-21T13:00:00+03:00"));
    assertEquals(0, available(s.shop.ownerAgain(), inviter));
    JsonNode _ = s.buy(Bill.of("1000").by(friend));
    assertEquals(10_000, available(s.shop.ownerAgain(), inviter));
  }

  private static long available(Api owner, String member) {
    return owner.get("/api/v1/members/" + member).expect(200).at("/balance/available").asLong();
  }

  @Test
  void whoSeesTheEndOfAPhoneFindsItByThatAndByAllOfIt() {
    Scene s = scene("outside-digits", PROGRAM);
    s.shop.owner();
    s.shop.signUp(Map.of("phone", "+79779408894", "name", "Зоя"));
    Api cashier = s.shop.as(Role.CASHIER);
    for (String right : List.of("8894", "+7 977 940-88-94", "89779408894", "9779408894", "Зоя")) {
      assertEquals(1, found(cashier, right), right);
    }
    for (String guess : List.of("08894", "408894", "7940889", "977940", "794088", "940", "889")) {
      assertEquals(0, found(cashier, guess), guess);
    }
    Api support = s.shop.as(Role.SUPPORT);
    assertEquals(1, found(support, "408894"));
  }

  private static int found(Api staff, String q) {
    return staff
        .get(
            "/api/v1/members?q="
                + java.net.URLEncoder.encode(q, java.nio.charset.StandardCharsets.UTF_8))
        .expect(200)
        .path("items")
        .size();
  }

  @Test
  void badInputIsToldAndIsNoFaultOfOurs() {
    Scene s = scene("outside-input", PROGRAM);
    Api owner = s.shop.owner();
    JsonNode joined = s.shop.join(Map.of());
    String cards = "/api/v1/members/" + joined.path("memberId").asString() + "/cards";
    owner.post(cards, Map.of("number", code(joined))).refused(409, "CARD_TAKEN");
    s.till.post(cards, Map.of("number", code(joined))).refused(409, "CARD_TAKEN");
    for (String file : List.of("15136", "!!!!", "Тест")) {
      Answer answer =
          owner.post("/api/v1/identities/check", Map.of("kind", "APPLE_PASS", "p12", file));
      assertTrue(answer.status() < 500, answer::text);
    }
    owner
        .postText(
            "/api/v1/campaign-drafts", "{\"campaign\":{\"name\":\"a\\u0000b\",\"text\":\"x\"}}")
        .refused(400, "MALFORMED_JSON");
    owner
        .postText("/api/v1/bulk-jobs/preview", "{\"who\":{\"found\":{\"q\":\"a\\u0000\"}}}")
        .refused(400, "INVALID_PARAMETER");
    for (String filter : List.of("store=12345678", "cashier=12345678")) {
      for (String page : List.of("", "/movements", "/buyers", "/export")) {
        assertEquals(
            404,
            owner.get("/api/v1/reports/figures" + page + "?" + filter).status(),
            filter + page);
      }
    }
  }

  @Test
  void aPromoSetKnowsOwnStoresAndSegmentsOnly() {
    Scene s = scene("outside-promo", PROGRAM);
    Api owner = s.shop.owner();
    Map<String, Object> body = new HashMap<>();
    body.put("name", Map.of("ru", "Зима"));
    body.put("prefix", "WINTER");
    body.put("symbols", 8);
    body.put("count", 5);
    String theirs =
        kartela.text(
            "SELECT min(store_id)::text FROM kartela.store WHERE merchant_id = "
                + kartela.demoMerchant());
    body.put("storeIds", List.of(theirs));
    owner.post("/api/v1/promo-codes", body).refused(404, "STORE_NOT_FOUND");
    body.remove("storeIds");
    body.put("segmentId", "99999999");
    owner.post("/api/v1/promo-codes", body).refused(404, "SEGMENT_NOT_FOUND");
    assertFalse(owner.get("/api/v1/promo-codes").expect(200).at("/items/0/id").isString());
  }
}
