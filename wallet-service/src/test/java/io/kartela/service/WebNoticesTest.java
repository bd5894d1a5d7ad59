package io.kartela.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kartela.service.platform.http.Tokens;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A member allows the card's notices in browsers, reads them there, mutes and stops them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WebNoticesTest {
  private static final String PROGRAM =
      "'tiers':[{'id':'base','name':{'ru':'База','en':'Base'},'rank':1,'earnBp':500}]";
  private static final JsonMapper JSON = new JsonMapper();

  private final TestClock clock = new TestClock();
  private final TestKartela kartela = TestKartela.startWith(clock, true, Map.of());
  private final TestShop.Maker maker = new TestShop.Maker(kartela);
  private final Api anybody = kartela.api();

  @AfterAll
  void close() {
    maker.close();
    kartela.close();
  }

  private record Scene(TestShop shop, Api owner) {}

  private Scene scene(String slug) {
    TestShop shop = maker.open(slug, PROGRAM);
    Api owner = shop.owner();
    owner
        .put(
            "/api/v1/channels/web",
            Map.of("vendor", "WEBPUSH", "marketing", true, "perMinute", 60_000))
        .expect(200);
    return new Scene(shop, owner);
  }

  private static String path(String card) {
    return "/api/v1/public/cards/" + card + "/web-push";
  }

  private JsonNode stands(String card, Browser browser) {
    String name =
        Base64.getUrlEncoder().withoutPadding().encodeToString(Tokens.sha256(browser.endpoint()));
    return anybody.get(path(card) + "?browser=" + name).expect(200);
  }

  private String state(String card, Browser browser) {
    return stands(card, browser).path("state").asString();
  }

  private Map<String, Object> subscription(String card, Browser browser) {
    Map<String, Object> body = new HashMap<>();
    body.put("endpoint", browser.endpoint());
    body.put("p256dh", browser.p256dh());
    body.put("auth", browser.auth());
    body.put("key", stands(card, browser).path("key").asString());
    body.put("lang", "en");
    return body;
  }

  private void allow(String card, Browser browser) {
    anybody.put(path(card), subscription(card, browser)).expectStatus(204);
  }

  private JsonNode campaign(Scene s, String text) {
    String id =
        s.owner
            .once(UUID.randomUUID().toString())
            .post(
                "/api/v1/campaigns", Map.of("name", "Trial", "text", text, "ways", List.of("WEB")))
            .expect(201)
            .path("id")
            .asString();
    Eventually.until(
        () ->
            s.owner
                .get("/api/v1/campaigns/" + id)
                .expect(200)
                .path("state")
                .asString()
                .equals("DONE"));
    return s.owner.get("/api/v1/campaigns/" + id).expect(200);
  }

  private static String text(String said) {
    return JSON.readTree(said).path("text").asString();
  }

  @Test
  void aMemberAllowsReadsMutesAndStops() {
    Scene s = scene("web-round");
    String card = s.shop.signUp(Map.of("phone", "+79165550101")).path("cardToken").asString();
    try (Browser phone = new Browser();
        Browser laptop = new Browser()) {
      assertEquals("OFF", state(card, phone));
      allow(card, phone);
      allow(card, laptop);
      assertEquals("ON", state(card, phone));
      assertEquals(1, campaign(s, "Кофе за наш счёт").path("delivered").asInt());
      assertEquals(
          List.of("Кофе за наш счёт"), phone.read().stream().map(WebNoticesTest::text).toList());
      assertEquals(1, laptop.read().size(), "every browser shows it");
      assertEquals(phone.topics(), laptop.topics());
      JsonNode said = JSON.readTree(phone.read().getFirst());
      assertEquals("/c/" + card, said.path("page").asString());
      assertEquals("en", said.path("lang").asString());
      assertEquals(
          "Accepted",
          s.owner
              .post("/api/v1/channels/web/test", Map.of("address", "8 916 555-01-01"))
              .expect(200)
              .path("result")
              .asString());
      Map<String, Object> week =
          Map.of("until", clock.instant().plus(Duration.ofDays(7)).toString());
      anybody.put(path(card) + "/mute", week).expectStatus(204);
      assertEquals("MUTED", state(card, phone));
      allow(card, phone);
      assertEquals("MUTED", state(card, phone), "the page was only opened again");
      assertEquals(1, campaign(s, "Тише").path("skipped").asInt());
      anybody.put(path(card) + "/mute", Map.of()).expectStatus(204);
      assertEquals("ON", state(card, phone));
      anybody.post(path(card) + "/stop", Map.of("endpoint", phone.endpoint())).expectStatus(204);
      assertEquals("OFF", state(card, phone));
      assertEquals("ON", state(card, laptop));
      int before = phone.read().size();
      assertEquals(1, campaign(s, "Только ноутбуку").path("delivered").asInt());
      assertEquals(before, phone.read().size());
      anybody.post(path(card) + "/stop", Map.of("endpoint", laptop.endpoint())).expectStatus(204);
      assertEquals(1, campaign(s, "Никому").path("skipped").asInt());
    }
  }

  /**
   * A browser that forbade notices is told once by its push service, and never written to again.
   */
  @Test
  void aBrowserThatIsGoneIsRetired() {
    Scene s = scene("web-gone");
    String card = s.shop.signUp(Map.of()).path("cardToken").asString();
    try (Browser browser = new Browser()) {
      allow(card, browser);
      browser.answers(410);
      assertEquals(1, campaign(s, "Никто не прочтёт").path("failed").asInt());
      assertEquals("OFF", state(card, browser));
      assertEquals(
          "0",
          kartela.text(
              "SELECT count(*)::text FROM kartela.web_subscription WHERE merchant_id = "
                  + s.shop.id()));
      browser.answers(201);
      allow(card, browser);
      assertEquals(1, campaign(s, "С возвращением").path("delivered").asInt());
    }
  }

  /** A stranger's browser that refuses our key does not stop the shop's channel. */
  @Test
  void oneBrowserDoesNotStopAChannel() {
    Scene s = scene("web-refuses");
    String card = s.shop.signUp(Map.of()).path("cardToken").asString();
    try (Browser browser = new Browser()) {
      allow(card, browser);
      browser.answers(403);
      campaign(s, "Не пройдёт");
      JsonNode channel = s.owner.get("/api/v1/channels").expect(200).path("items").get(0);
      assertTrue(channel.path("stopped").isMissingNode(), channel.toString());
    }
  }

  /** Who was subscribed with an older key is still written to, and is told of the newer one. */
  @Test
  void anOlderKeyStillServes() {
    Scene s = scene("web-keys");
    String card = s.shop.signUp(Map.of()).path("cardToken").asString();
    try (Browser browser = new Browser()) {
      allow(card, browser);
      String with = stands(card, browser).path("key").asString();
      clock.plus(Duration.ofSeconds(1));
      Answer renewed = operator().send("POST", "/api/v1/operator/web-push/keys", null);
      renewed.expectStatus(204);
      JsonNode stands = stands(card, browser);
      assertEquals(with, stands.path("subscribedWith").asString());
      assertNotEquals(with, stands.path("key").asString());
      assertEquals(1, campaign(s, "Старым ключом").path("delivered").asInt());
      allow(card, browser);
      assertEquals(
          stands.path("key").asString(), stands(card, browser).path("subscribedWith").asString());
      assertEquals(1, campaign(s, "Новым ключом").path("delivered").asInt());
      assertEquals(2, browser.read().size());
    }
  }

  private Api operator() {
    String cookie =
        anybody
            .post("/api/v1/operator/session", Map.of("key", TestKartela.OPERATOR_KEY))
            .expectStatus(200)
            .header("Set-Cookie");
    return kartela
        .api()
        .with("Cookie", cookie.substring(0, cookie.indexOf(';')))
        .with("Sec-Fetch-Site", "same-origin");
  }

  @Test
  void onlyBrowsersPushServicesAreWrittenTo() {
    Scene s = scene("web-hosts");
    String card = s.shop.signUp(Map.of()).path("cardToken").asString();
    try (Browser browser = new Browser()) {
      for (String endpoint :
          List.of(
              "https://10.0.0.1/push",
              "https://fcm.googleapis.com.example.org/x",
              "https://example.org/push",
              "http://localhost:5432/",
              "https://fcm.googleapis.com:8443/x")) {
        Map<String, Object> body = subscription(card, browser);
        body.put("endpoint", endpoint);
        assertTrue(
            anybody
                .put(path(card), body)
                .refused(422, "INVALID_FIELDS")
                .toString()
                .contains("NOT_A_PUSH_SERVICE"),
            endpoint);
      }
      Map<String, Object> body = subscription(card, browser);
      body.put("p256dh", "BAAA");
      anybody.put(path(card), body).refused(422, "INVALID_FIELDS");
      body = subscription(card, browser);
      body.put("key", "BAAA");
      anybody.put(path(card), body).refused(422, "INVALID_FIELDS");
      assertEquals("OFF", state(card, browser));
    }
  }

  @Test
  void aShopWithoutTheChannelOffersNothing() {
    TestShop shop = maker.open("web-none", PROGRAM);
    String card = shop.signUp(Map.of()).path("cardToken").asString();
    try (Browser browser = new Browser()) {
      assertEquals("NONE", state(card, browser));
    }
    JsonNode app = anybody.get("/api/v1/public/cards/" + card + "/app").expect(200);
    assertEquals("/c/" + card, app.path("start_url").asString());
    assertEquals("standalone", app.path("display").asString());
    String icon = app.path("icons").get(0).path("src").asString();
    assertEquals("image/png", anybody.get(icon).expectStatus(200).header("Content-Type"));
  }

  /** The demo's own push service shows what came, and lets a person forbid it. */
  @Test
  void theSimulatorShowsNotices() {
    Scene s = scene("web-demo");
    String card = s.shop.signUp(Map.of()).path("cardToken").asString();
    String key = anybody.get(path(card)).expect(200).path("key").asString();
    JsonNode given = anybody.post("/simulator/browsers", Map.of("key", key)).expect(201);
    anybody
        .put(
            path(card),
            Map.of(
                "endpoint", given.path("endpoint").asString(),
                "p256dh", given.path("p256dh").asString(),
                "auth", given.path("auth").asString(),
                "key", key))
        .expectStatus(204);
    assertEquals(1, campaign(s, "В симуляторе").path("delivered").asInt());
    String shown = anybody.get("/simulator/browsers").expect(200).toString();
    assertTrue(shown.contains("В симуляторе"), shown);
    anybody
        .post("/simulator/browsers/" + given.path("id").asString() + "/block", Map.of())
        .expect(200);
    assertEquals(1, campaign(s, "Уже запрещено").path("failed").asInt());
    assertFalse(
        anybody.get("/simulator/browsers").expect(200).toString().contains("Уже запрещено"));
  }
}
