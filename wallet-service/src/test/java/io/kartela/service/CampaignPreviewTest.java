package io.kartela.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kartela.push.sms.FakeSms.Taken;
import io.kartela.push.sms.FakeSmsRu;
import io.kartela.service.platform.http.Http;
import io.kartela.service.shop.staff.Role;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A campaign as one member would get it, and sent to whoever writes it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CampaignPreviewTest {
  private static final String PROGRAM =
      "'tiers':[{'id':'base','name':{'ru':'База','en':'Base'},'rank':1,'earnBp':500}]";
  private static final String KEY = "the-key";
  private static final String TEXT = "{имя|друг}, у вас {бонусы}, до {подарок до} ещё {подарок}";

  private final TestClock clock = new TestClock();
  private final FakeSmsRu fake = new FakeSmsRu(KEY, clock, text -> {});
  private final TestKartela kartela =
      TestKartela.startWith(
          clock,
          false,
          Map.of(
              "KARTELA_SMS_GATEWAY", "smsru",
              "KARTELA_SMSRU_API_ID", "the-operators-key",
              "KARTELA_SMSRU_ADDRESS", fake.address().toString()));
  private final TestShop.Maker maker = new TestShop.Maker(kartela);

  @AfterAll
  void close() {
    maker.close();
    kartela.close();
    fake.close();
  }

  private TestShop shop(String slug) {
    clock.set("2026-11-23T12:00:00+03:00");
    TestShop shop = maker.open(slug, PROGRAM);
    Map<String, Object> body = new HashMap<>();
    body.put("vendor", "SMSRU");
    body.put("secret", KEY);
    body.put("settings", Map.of("sender", "ZERNO"));
    body.put("marketing", true);
    body.put("price", 499);
    body.put("perMinute", 60_000);
    shop.owner().put("/api/v1/channels/SMS", body).expect(200);
    return shop;
  }

  private static Map<String, Object> campaign() {
    return Map.of(
        "text",
        TEXT,
        "ways",
        List.of("SMS"),
        "gift",
        Map.of("amount", 10_000, "days", 7),
        "variants",
        List.of(Map.of("lang", "en", "text", "{name|friend}, {bonuses} are yours")));
  }

  private static JsonNode preview(Api who, String member, Map<String, Object> campaign) {
    return who.post("/api/v1/campaigns/preview", Map.of("memberId", member, "campaign", campaign))
        .expect(200);
  }

  private static String said(JsonNode preview, String by) {
    return preview
        .path("said")
        .valueStream()
        .filter(one -> one.path("by").asString().equals(by))
        .flatMap(one -> one.path("parts").valueStream())
        .map(part -> part.path("kind").asString().charAt(0) + ":" + part.path("text").asString())
        .collect(Collectors.joining("|"));
  }

  @Test
  void aMemberIsMentionedInTheirLanguageAndWhatTheyLackIsToldApart() {
    TestShop shop = shop("preview-words");
    Api marketer = shop.as(Role.MARKETER);
    String anna = shop.signUp(Map.of("name", "Анна Ким")).path("memberId").asString();
    String john = shop.signUp(Map.of("name", "John Doe")).path("memberId").asString();
    kartela.execute("UPDATE kartela.member SET locale = 'ru' WHERE member_id = " + anna);
    kartela.execute("UPDATE kartela.member SET locale = 'en', name = '' WHERE member_id = " + john);
    JsonNode hers = preview(marketer, anna, campaign());
    assertEquals(
        "O:Анна|W:, у вас |O:0|W:, до |O:30.11.2026|W: ещё |O:100",
        said(hers, "SMS"),
        hers.toString());
    assertEquals("ru", hers.path("lang").asString());
    assertEquals("SMS", hers.path("way").asString());
    assertFalse(hers.path("byCard").asBoolean());
    JsonNode his = preview(marketer, john, campaign());
    assertEquals("I:friend|W:, |O:0|W: are yours", said(his, "CARD"));
    assertEquals("en", his.path("lang").asString());
    // What is unfinished is shown as far as it goes.
    JsonNode early = preview(marketer, anna, Map.of("text", "Привет, {кто} {имя"));
    assertEquals("W:Привет, {кто} {имя", said(early, "MAIL"));
    assertEquals("NO_WALLET", early.path("skip").asString());
  }

  @Test
  void aCardIsTheMembersButForItsCodes() {
    TestShop shop = shop("preview-card");
    Api owner = shop.as(Role.MARKETER);
    JsonNode joined = shop.signUp(Map.of("name", "Борис Лейн"));
    String boris = joined.path("memberId").asString();
    Scene.credit(shop.ownerAgain(), boris, "777", "");
    ObjectNode body =
        Http.JSON
            .createObjectNode()
            .put("memberId", boris)
            .put("lang", "ru")
            .put("customer", "NEWS");
    body.set("document", owner.get("/api/v1/design").expect(200).path("document"));
    String cards = owner.post("/api/v1/design/preview", body).expect(200).path("cards").toString();
    assertTrue(cards.contains("777"), cards);
    String token = joined.path("cardToken").asString();
    String code =
        kartela.api().get("/api/v1/public/cards/" + token).expect(200).path("code").asString();
    assertFalse(cards.contains(code), "a code that opens the card");
    assertFalse(cards.contains(token), "a link that opens the card");
    owner
        .post("/api/v1/design/preview", body.put("memberId", "1"))
        .refused(404, "MEMBER_NOT_FOUND");
  }

  @Test
  void aTestGoesToWhoeverWritesAndIsNobodysMessage() {
    TestShop shop = shop("preview-test");
    var _ = shop.as(Role.MARKETER);
    String anna =
        shop.signUp(Map.of("name", "Анна", "consentMessages", false)).path("memberId").asString();
    kartela.execute("UPDATE kartela.member SET locale = 'ru' WHERE member_id = " + anna);
    clock.set("2026-11-23T03:00:00+03:00"); // nobody else would be written to now
    Api marketer =
        kartela.api().signedIn("marketer@preview-test.example", "a long enough password");
    Map<String, Object> body =
        Map.of("memberId", anna, "campaign", campaign(), "kind", "SMS", "phone", "8 916 700-00-01");
    JsonNode tested = marketer.post("/api/v1/campaigns/test", body).expect(200);
    assertEquals("Accepted", tested.path("result").asString());
    List<Taken> taken =
        fake.taken().stream().filter(t -> t.phone().equals("+79167000001")).toList();
    assertEquals(1, taken.size());
    assertTrue(taken.getFirst().text().startsWith("Анна, у вас 0"), taken.toString());
    assertEquals(
        0,
        kartela.number(
            "SELECT (SELECT count(*) FROM kartela.campaign_recipient WHERE merchant_id = %1$d) + (SELECT count(*) FROM kartela.offer_made WHERE merchant_id = %1$d)"
                .formatted(shop.id())));
    assertEquals(
        1,
        kartela.number(
            "SELECT count(*) FROM kartela.audit WHERE action = 'CAMPAIGN_TESTED' AND merchant_id = "
                + shop.id()));
    for (int i = 1; i < 20; i++) {
      marketer
          .post(
              "/api/v1/campaigns/test",
              Map.of(
                  "memberId",
                  anna,
                  "campaign",
                  Map.of("text", "Т" + i),
                  "kind",
                  "SMS",
                  "phone",
                  "8 916 700-00-01"))
          .expect(200);
    }
    marketer.post("/api/v1/campaigns/test", body).refused(429, "TOO_MANY_REQUESTS");
    marketer
        .post(
            "/api/v1/campaigns/test",
            Map.of("memberId", anna, "campaign", campaign(), "kind", "SMS", "phone", "12"))
        .refused(422, "INVALID_FIELDS");
  }
}
