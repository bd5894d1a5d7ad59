package io.kartela.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kartela.service.platform.http.Http;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Opening merchants: all or nothing, each apart, and nobody but the operator. */
class OperatorTest extends WithShops {
  private static final String MERCHANTS = "/api/v1/operator/merchants";

  private ObjectNode request(String slug) {
    return (ObjectNode)
        Http.JSON.readTree(
            """
            {"slug": "%1$s", "name": "Shop", "zone": "Asia/Omsk",
             "owner": {"email": "boss@%1$s.example", "name": "Boss"}}
            """
                .formatted(slug));
  }

  @Test
  void whatIsWrongIsToldAllAtOnceAndNothingIsLeft() {
    long before = kartela.number("SELECT count(*) FROM kartela.merchant");
    ObjectNode wrong =
        (ObjectNode)
            Http.JSON.readTree(
                """
                {"slug": "Не слаг", "zone": "+03:00", "color": "red", "locale": "de",
                 "owner": {"email": "nobody"}, "store": {"zone": "Mars"},
                 "program": {"name": {"ru": "П", "en": "P"}, "kind": "LOTTERY"}}
                """);
    JsonNode problem = kartela.operator().post(MERCHANTS, wrong).refused(422, "INVALID_FIELDS");
    Set<String> fields = new TreeSet<>();
    problem.path("errors").forEach(e -> fields.add(e.path("field").asString()));
    assertTrue(
        fields.containsAll(
            List.of(
                "slug",
                "name",
                "zone",
                "color",
                "locale",
                "owner.email",
                "owner.name",
                "store.zone")),
        fields::toString);
    assertTrue(fields.stream().anyMatch(f -> f.startsWith("program")), fields::toString);
    assertEquals(before, kartela.number("SELECT count(*) FROM kartela.merchant"));
  }

  @Test
  void aTakenAddressLeavesNothingBehind() {
    kartela.operator().post(MERCHANTS, request("taken")).expect(201);
    long merchants = kartela.number("SELECT count(*) FROM kartela.merchant");
    long staff = kartela.number("SELECT count(*) FROM kartela.route_staff");
    ObjectNode again = request("taken");
    again.withObject("owner").put("email", "another@taken.example");
    kartela.operator().post(MERCHANTS, again).refused(409, "SLUG_TAKEN");
    assertEquals(merchants, kartela.number("SELECT count(*) FROM kartela.merchant"));
    assertEquals(staff, kartela.number("SELECT count(*) FROM kartela.route_staff"));
  }

  @Test
  void neitherAnOwnerNorARegisterIsTheOperator() {
    kartela.owner().get(MERCHANTS).refused(401, "OPERATOR_KEY_INVALID");
    kartela.register().get(MERCHANTS).refused(401, "OPERATOR_KEY_INVALID");
    kartela.operator().get("/api/v1/stores").refused(401, "UNAUTHENTICATED");
    kartela.operator().get("/api/v1/register").refused(401, "REGISTER_KEY_INVALID");
  }

  @Test
  void guessingIsSlowAndDoesNotLockTheOperatorOut() {
    int refused = 0;
    for (int i = 0; i < 40; i++) {
      refused += kartela.api().key("kop_" + i).get(MERCHANTS).status() == 429 ? 1 : 0;
    }
    assertTrue(refused > 10, refused + " of 40 were told to wait");
    kartela.operator().get(MERCHANTS).expect(200);
    clock.plus(Duration.ofMinutes(2));
  }

  @Test
  void anInvitationCountsOnceAndForThreeDaysAndTheNewestOnly() {
    JsonNode opened = kartela.operator().post(MERCHANTS, request("invited")).expect(201);
    String first = opened.at("/owner/invitation/token").asString();
    String owners = MERCHANTS + "/" + opened.path("merchantId").asString() + "/owners";
    Map<String, String> boss = Map.of("email", "BOSS@invited.example", "name", "Boss");
    String second =
        kartela.operator().post(owners, boss).expect(201).at("/invitation/token").asString();
    setPassword(first).refused(410, "INVITATION_INVALID");
    clock.plus(Duration.ofHours(73));
    setPassword(second).refused(410, "INVITATION_INVALID");
    String third =
        kartela.operator().post(owners, boss).expect(201).at("/invitation/token").asString();
    setPassword(third).expect(204);
    Api owner = kartela.api().signedIn("boss@invited.example", "a good long password");
    assertEquals(
        "invited", owner.get("/api/v1/session").expect(200).path("merchantSlug").asString());
    // A new password ends what was open.
    String fourth =
        kartela.operator().post(owners, boss).expect(201).at("/invitation/token").asString();
    setPassword(fourth).expect(204);
    owner.get("/api/v1/session").refused(401, "UNAUTHENTICATED");
    setPassword("1.nothing").refused(410, "INVITATION_INVALID");
    setPassword("nonsense").refused(410, "INVITATION_INVALID");
    kartela
        .operator()
        .post(MERCHANTS + "/987654321/owners", boss)
        .refused(404, "MERCHANT_NOT_FOUND");
  }

  private Answer setPassword(String token) {
    return kartela
        .api()
        .post(
            "/api/v1/session/password", Map.of("token", token, "password", "a good long password"));
  }

  @Test
  void aClosedShopSellsNothingAndTheOthersGoOn() {
    JsonNode opened = kartela.operator().post(MERCHANTS, request("closing")).expect(201);
    Api till = kartela.api().key(opened.at("/register/key").asString());
    till.get("/api/v1/register").expect(200);
    String merchant = MERCHANTS + "/" + opened.path("merchantId").asString();
    kartela.operator().post(merchant + "/disable", Map.of()).expect(200);
    // Keys are remembered for some seconds.
    clock.plus(Duration.ofSeconds(6));
    till.get("/api/v1/register").refused(403, "SHOP_DISABLED");
    till.post("/api/v1/receipts", Map.of("lines", List.of(Map.of("amount", 100))))
        .refused(403, "SHOP_DISABLED");
    kartela
        .api()
        .post(
            "/api/v1/public/shops/closing/sign-ups",
            Map.of("phone", "+79167791235", "name", "A", "consentTerms", true, "consentData", true))
        .refused(403, "SHOP_DISABLED");
    kartela
        .api()
        .post(
            "/api/v1/public/sign-ups/" + opened.path("merchantId").asString() + "-1/confirm",
            Map.of("code", "123456"))
        .refused(403, "SHOP_DISABLED");
    kartela.register().get("/api/v1/register").expect(200);
    kartela.operator().post(merchant + "/enable", Map.of()).expect(200);
    clock.plus(Duration.ofSeconds(6));
    till.get("/api/v1/register").expect(200);
  }

  @Test
  void theListIsPaged() {
    for (int i = 0; i < 3; i++) {
      kartela.operator().post(MERCHANTS, request("page-" + i)).expect(201);
    }
    Set<String> seen = new TreeSet<>();
    String cursor = "";
    do {
      JsonNode page = kartela.operator().get(MERCHANTS + "?limit=2" + cursor).expect(200);
      page.path("items").forEach(m -> assertTrue(seen.add(m.path("slug").asString())));
      cursor = page.has("nextCursor") ? "&cursor=" + page.path("nextCursor").asString() : "";
    } while (!cursor.isEmpty());
    assertTrue(seen.containsAll(List.of("zerno", "page-0", "page-1", "page-2")), seen::toString);
  }
}
