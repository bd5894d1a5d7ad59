package io.kartela.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What the operator's screens ask for: a cookie instead of the key, a list that is searched. */
class OperatorScreensTest extends WithShops {
  private static final String SESSION = "/api/v1/operator/session";
  private static final String MERCHANTS = "/api/v1/operator/merchants";
  private static final String KEY = TestKartela.OPERATOR_KEY;

  private Answer enter(String key) {
    return kartela.api().post(SESSION, Map.of("key", key));
  }

  private String cookie() {
    Answer answer = enter(KEY);
    answer.expect(200);
    return answer.header("Set-Cookie");
  }

  /** As a page of ours speaks that has signed in. */
  private Api page() {
    String cookie = cookie();
    return kartela
        .api()
        .with("Cookie", cookie.substring(0, cookie.indexOf(';')))
        .with("Sec-Fetch-Site", "same-origin");
  }

  @Test
  void theKeyBecomesACookieThatEndsByItselfAndBySigningOut() {
    enter("kop_wrong").refused(401, "OPERATOR_KEY_INVALID");
    kartela.api().get(SESSION).refused(401, "OPERATOR_KEY_INVALID");
    String cookie = cookie();
    assertFalse(cookie.contains(KEY), "the key itself stays with the operator");
    for (String part : List.of("HttpOnly", "SameSite=Strict", "Path=/api/v1/operator")) {
      assertTrue(cookie.contains(part), cookie);
    }
    Api page = page();
    page.get(SESSION).expect(200);
    page.get(MERCHANTS).expect(200);
    page.get("/api/v1/stores").refused(401, "UNAUTHENTICATED");
    page.delete(SESSION).expect(204);
    page.get(MERCHANTS).refused(401, "OPERATOR_KEY_INVALID");
    Api late = page();
    clock.plus(Duration.ofMinutes(121));
    late.get(MERCHANTS).refused(401, "OPERATOR_KEY_INVALID");
  }

  @Test
  void anotherSitesPageDoesNotWriteWithTheCookie() {
    JsonNode opened = kartela.operator().post(MERCHANTS, request("apart", "Apart")).expect(201);
    String disable = MERCHANTS + "/" + opened.path("merchantId").asString() + "/disable";
    Api page = page();
    page.without("Sec-Fetch-Site").post(disable, Map.of()).refused(403, "CROSS_ORIGIN");
    page.with("Sec-Fetch-Site", "cross-site").post(disable, Map.of()).refused(403, "CROSS_ORIGIN");
    page.with("Origin", "https://evil.example")
        .post(disable, Map.of())
        .refused(403, "CROSS_ORIGIN");
    page.post(disable, Map.of()).expect(200);
  }

  @Test
  void theListIsSearchedByNameAddressAndState() {
    kartela.operator().post(MERCHANTS, request("pion", "Цветы «Пион»")).expect(201);
    JsonNode shut = kartela.operator().post(MERCHANTS, request("iris", "Цветы %100")).expect(201);
    String iris = shut.path("merchantId").asString();
    kartela.operator().post(MERCHANTS + "/" + iris + "/disable", Map.of()).expect(200);
    assertEquals(List.of("pion", "iris"), slugs("?q=%D1%86%D0%B2%D0%B5%D1%82"));
    assertEquals(List.of("iris"), slugs("?q=IRI"));
    assertEquals(List.of("iris"), slugs("?q=%25100")); // a percent sign is no wildcard
    assertEquals(List.of("iris"), slugs("?q=%D1%86%D0%B2%D0%B5%D1%82&state=CLOSED"));
    assertEquals(List.of("pion"), slugs("?q=%D1%86%D0%B2%D0%B5%D1%82&state=OPEN"));
    kartela.operator().get(MERCHANTS + "?state=HALF").refused(422, "INVALID_FIELDS");
    JsonNode act =
        kartela.operator().get("/api/v1/operator/audit?limit=1").expect(200).at("/items/0");
    assertEquals("MERCHANT_DISABLED", act.path("action").asString());
    assertEquals("Цветы %100", act.path("merchantName").asString());
  }

  private List<String> slugs(String query) {
    return kartela
        .operator()
        .get(MERCHANTS + query)
        .expect(200)
        .path("items")
        .valueStream()
        .map(m -> m.path("slug").asString())
        .toList();
  }

  @Test
  void aMerchantIsOpenedWithAReadyProgram() {
    JsonNode templates = kartela.operator().get("/api/v1/operator/templates").expect(200);
    assertEquals("coffee-shop", templates.at("/items/0/id").asString());
    kartela.api().get("/api/v1/operator/templates").refused(401, "OPERATOR_KEY_INVALID");
    Map<String, Object> wrong = request("cups", "Cups");
    wrong.put("template", "casino");
    JsonNode problem = kartela.operator().post(MERCHANTS, wrong).refused(422, "INVALID_FIELDS");
    assertEquals("template", problem.at("/errors/0/field").asString());
    wrong.put("template", "coffee-shop");
    wrong.put("program", Map.of("name", Map.of("ru", "П", "en", "P"), "kind", "BONUS"));
    kartela.operator().post(MERCHANTS, wrong).refused(422, "INVALID_FIELDS");
    Map<String, Object> right = request("cups", "Cups");
    right.put("template", "coffee-shop");
    Api owner = owner(kartela.operator().post(MERCHANTS, right).expect(201));
    JsonNode program = owner.get("/api/v1/program").expect(200);
    assertEquals(3, program.path("tiers").size());
    assertEquals("Asia/Omsk", program.at("/program/zone").asString());
  }

  @Test
  void anInvitationSaysWhomItGreetsAndIsNotUsedUpByThat() {
    JsonNode opened = kartela.operator().post(MERCHANTS, request("greets", "Greets")).expect(201);
    String token = opened.at("/owner/invitation/token").asString();
    for (int i = 0; i < 2; i++) {
      JsonNode invited = look(token).expect(200);
      assertEquals("boss@greets.example", invited.path("email").asString());
      assertEquals("Boss", invited.path("name").asString());
      assertEquals("OWNER", invited.path("role").asString());
      assertEquals("Greets", invited.path("merchantName").asString());
    }
    look("1.nothing").refused(410, "INVITATION_INVALID");
    look("nonsense").refused(410, "INVITATION_INVALID");
    Api _ = owner(opened);
    look(token).refused(410, "INVITATION_INVALID");
  }

  private Answer look(String token) {
    return kartela.api().post("/api/v1/session/invitation", Map.of("token", token));
  }

  @Test
  void theStartPageKnowsThatSomebodyIsHere() {
    assertFalse(
        kartela.api().get("/api/v1/public/installation").expect(200).path("empty").asBoolean());
  }

  private static Map<String, Object> request(String slug, String name) {
    return new TreeMap<>(
        Map.of(
            "slug",
            slug,
            "name",
            name,
            "zone",
            "Asia/Omsk",
            "owner",
            Map.of("email", "boss@" + slug + ".example", "name", "Boss")));
  }

  /** Sets the password and signs in. */
  private Api owner(JsonNode opened) {
    kartela
        .api()
        .post(
            "/api/v1/session/password",
            Map.of(
                "token",
                opened.at("/owner/invitation/token").asString(),
                "password",
                "a good long password"))
        .expect(204);
    return kartela.api().signedIn(opened.at("/owner/email").asString(), "a good long password");
  }
}
