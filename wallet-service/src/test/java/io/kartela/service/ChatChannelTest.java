package io.kartela.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Members come to a shop's bot, hear it, mute it, stop it and come back; over real webhooks. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ChatChannelTest {
  private static final String PROGRAM =
      "'tiers':[{'id':'base','name':{'ru':'База','en':'Base'},'rank':1,'earnBp':500}]";

  private final TestClock clock = new TestClock();
  private final TestKartela kartela = TestKartela.startWith(clock, true, Map.of());
  private final TestShop.Maker maker = new TestShop.Maker(kartela);
  private final Api anybody = kartela.api();

  @AfterAll
  void close() {
    maker.close();
    kartela.close();
  }

  private record Scene(TestShop shop, Api owner, String kind) {}

  private static Map<String, Object> channel(String kind, Map<String, Object> more) {
    Map<String, Object> body = new HashMap<>();
    body.put("vendor", kind);
    body.put("secret", kind.equals("TELEGRAM") ? "1:demo" : "demo");
    body.put(
        "settings",
        kind.equals("VK")
            ? Map.of("group", "777", "confirmation", "a1b2c3")
            : Map.of("bot", "zerno_bot"));
    body.put("marketing", true);
    body.put("perMinute", 60_000);
    body.putAll(more);
    return body;
  }

  private Scene scene(String slug, String kind) {
    TestShop shop = maker.open(slug, PROGRAM);
    Api owner = shop.owner();
    JsonNode set = owner.put("/api/v1/channels/" + kind, channel(kind, Map.of())).expect(200);
    if (!kind.equals("VK")) {
      assertTrue(set.path("hook").path("listening").asBoolean(), set.toString());
    }
    return new Scene(shop, owner, kind);
  }

  private String state(String card, String kind) {
    for (JsonNode one :
        anybody.get("/api/v1/public/cards/" + card + "/chats").expect(200).path("items")) {
      if (one.path("kind").asString().equals(kind)) {
        return one.path("state").asString();
      }
    }
    return "ABSENT";
  }

  private String link(String card, String kind) {
    return anybody
        .post("/api/v1/public/cards/" + card + "/chats", Map.of("kind", kind))
        .expect(201)
        .path("link")
        .asString();
  }

  /** Somebody follows a link in the demo's messenger; the chat's number. */
  private String follow(String link) {
    Map<String, String> query =
        Stream.of(URI.create(link).getQuery().split("&"))
            .map(pair -> pair.split("=", 2))
            .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
    return anybody.post("/simulator/chats", query).expect(201).path("id").asString();
  }

  private void act(String chat, String act, Map<String, Object> more) {
    clock.plus(Duration.ofSeconds(2));
    Map<String, Object> body = new HashMap<>(more);
    body.put("act", act);
    anybody.post("/simulator/chats/" + chat + "/acts", body).expect(200);
  }

  private void becomes(String card, String kind, String state) {
    Eventually.until(() -> state(card, kind).equals(state));
  }

  private List<String> said(String chat) {
    for (JsonNode one : anybody.get("/simulator/chats").expect(200).path("items")) {
      if (one.path("id").asString().equals(chat)) {
        return one.path("messages").valueStream().map(m -> m.path("text").asString()).toList();
      }
    }
    return List.of();
  }

  private JsonNode campaign(Scene s, String text) {
    Map<String, Object> body = Map.of("name", "Trial", "text", text, "ways", List.of(s.kind));
    String id =
        s.owner
            .once(UUID.randomUUID().toString())
            .post("/api/v1/campaigns", body)
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

  /** The whole round, in each messenger. */
  @ParameterizedTest
  @ValueSource(strings = {"MAX", "TELEGRAM", "VK"})
  void aMemberComesHearsStopsAndComesBack(String kind) {
    Scene s = scene("chat-" + kind.toLowerCase(java.util.Locale.ROOT), kind);
    JsonNode anna = s.shop.signUp(Map.of("phone", "+79165550001"));
    String card = anna.path("cardToken").asString();
    assertEquals("OFF", state(card, kind));
    String chat = follow(link(card, kind));
    becomes(card, kind, "ON");
    Eventually.until(() -> said(chat).toString().contains("Готово"));
    assertEquals(1, campaign(s, "Кофе за наш счёт").path("delivered").asInt());
    assertTrue(said(chat).contains("Кофе за наш счёт"), said(chat).toString());
    assertEquals(
        "Accepted",
        s.owner
            .post("/api/v1/channels/" + kind + "/test", Map.of("address", "8 916 555-00-01"))
            .expect(200)
            .path("result")
            .asString());
    act(chat, "STOP", Map.of());
    becomes(card, kind, "OFF");
    assertEquals(
        "false VENDOR",
        kartela.text(
            "SELECT granted || ' ' || source FROM kartela.consent WHERE merchant_id = %d AND channel = '%s'"
                .formatted(s.shop.id(), kind)));
    assertEquals(1, campaign(s, "Не для Анны").path("skipped").asInt());
    assertFalse(said(chat).contains("Не для Анны"));
    act(chat, "START", Map.of());
    becomes(card, kind, "ON");
    assertEquals(1, campaign(s, "С возвращением").path("delivered").asInt());
  }

  @Test
  void whoWantsQuietHearsNothingUntilThen() {
    Scene s = scene("chat-mute", "MAX");
    String card = s.shop.signUp(Map.of()).path("cardToken").asString();
    String chat = follow(link(card, "MAX"));
    becomes(card, "MAX", "ON");
    act(chat, "MUTE", Map.of("until", clock.instant().plus(Duration.ofHours(3)).toString()));
    becomes(card, "MAX", "MUTED");
    assertEquals(1, campaign(s, "Тише").path("skipped").asInt());
    clock.plus(Duration.ofHours(4));
    assertEquals("ON", state(card, "MAX"));
    act(chat, "MUTE", Map.of("until", clock.instant().plus(Duration.ofHours(3)).toString()));
    becomes(card, "MAX", "MUTED");
    act(chat, "UNMUTE", Map.of());
    becomes(card, "MAX", "ON");
  }

  /** A link is good once and for half an hour; what a stranger made up is good for nothing. */
  @Test
  void aLinkIsGoodOnceAndNotForLong() {
    Scene s = scene("chat-links", "MAX");
    String card = s.shop.signUp(Map.of()).path("cardToken").asString();
    String late = link(card, "MAX");
    clock.plus(Duration.ofMinutes(31));
    follow(late);
    follow(late.replaceAll("start=.*", "start=made-up-by-a-stranger"));
    String once = link(card, "MAX");
    String older = once;
    once = link(card, "MAX");
    follow(older);
    String chat = follow(once);
    becomes(card, "MAX", "ON");
    String other = follow(once);
    String second = s.shop.signUp(Map.of()).path("cardToken").asString();
    String third = follow(link(second, "MAX"));
    becomes(second, "MAX", "ON");
    assertEquals(
        List.of(chat, third).stream()
            .map(one -> 900_000_000L + Long.parseLong(one))
            .toList()
            .toString(),
        "["
            + kartela.text(
                "SELECT string_agg(address, ', ' ORDER BY address) FROM kartela.member_address"
                    + " WHERE merchant_id = "
                    + s.shop.id())
            + "]",
        "not " + other);
  }

  /** One chat is one member's of a shop: whoever comes with it later has it. */
  @Test
  void aChatGoesToWhoeverCameLast() {
    Scene s = scene("chat-whose", "VK");
    String first = s.shop.signUp(Map.of()).path("cardToken").asString();
    String chat = follow(link(first, "VK"));
    becomes(first, "VK", "ON");
    String second = s.shop.signUp(Map.of()).path("cardToken").asString();
    String token = link(second, "VK").replaceAll(".*start=", "");
    Map<String, Object> allowed =
        Map.of(
            "type",
            "message_allow",
            "group_id",
            777,
            "secret",
            hookOf(s).path("secret").asString(),
            "object",
            Map.of("user_id", Long.parseLong(chat), "key", token));
    for (int i = 0; i < 2; i++) {
      anybody.post(hook(s).getPath(), allowed).expectStatus(200);
      assertEquals(List.of("OFF", "ON"), List.of(state(first, "VK"), state(second, "VK")));
    }
    assertEquals(
        "a1b2c3",
        anybody
            .post(hook(s).getPath(), Map.of("type", "confirmation", "group_id", 777))
            .expectStatus(200)
            .text());
  }

  private static JsonNode hookOf(Scene s) {
    return s.owner.get("/api/v1/channels").expect(200).path("items").path(0).path("hook");
  }

  private static URI hook(Scene s) {
    return URI.create(hookOf(s).path("address").asString());
  }

  private Map<String, Object> post(String type, String chat) {
    return Map.of(
        "update_type",
        type,
        "timestamp",
        clock.instant().plusSeconds(60).toEpochMilli(),
        "chat_id",
        900_000_000L + Long.parseLong(chat),
        "user",
        Map.of("user_id", Long.parseLong(chat)));
  }

  /**
   * What a messenger says twice, or late, means nothing new; without its secret, nothing at all.
   */
  @Test
  void postsAreProvedAndMeanTheSameTwice() {
    Scene s = scene("chat-posts", "MAX");
    String card = s.shop.signUp(Map.of()).path("cardToken").asString();
    String chat = follow(link(card, "MAX"));
    becomes(card, "MAX", "ON");
    URI hook = hook(s);
    Map<String, Object> stopped = post("bot_stopped", chat);
    anybody.post(hook.getPath(), stopped).expect(403);
    anybody.with("X-Max-Bot-Api-Secret", "guessed").post(hook.getPath(), stopped).expect(403);
    anybody.post(hook.getPath() + "x", stopped).expect(404);
    anybody.post("/api/v1/hooks/max/0-aaaaaaaaaaaaaaaaaaaa", stopped).expect(404);
    assertEquals("ON", state(card, "MAX"));
    act(chat, "STOP", Map.of());
    becomes(card, "MAX", "OFF");
    act(chat, "STOP", Map.of());
    act(chat, "START", Map.of());
    becomes(card, "MAX", "ON");
    assertEquals(
        "2",
        kartela.text(
            "SELECT count(*) FROM kartela.consent WHERE channel = 'MAX' AND merchant_id = "
                + s.shop.id()));
  }

  @Test
  void aTelegramBotCarriesOffersOnlyWhenTheOwnerSaysSo() {
    TestShop shop = maker.open("chat-offers", PROGRAM);
    Api owner = shop.owner();
    Map<String, Object> body = channel("TELEGRAM", Map.of());
    body.remove("marketing");
    JsonNode set = owner.put("/api/v1/channels/TELEGRAM", body).expect(200);
    assertFalse(set.path("use").path("marketing").asBoolean(true));
    owner
        .put("/api/v1/channels/TELEGRAM", channel("TELEGRAM", Map.of("secret", "demo")))
        .expect(422);
    JsonNode wrong =
        owner
            .put("/api/v1/channels/TELEGRAM", channel("TELEGRAM", Map.of("secret", "2:wrong")))
            .expect(200);
    assertEquals("CREDENTIAL", wrong.path("stopped").path("why").asString(), wrong.toString());
    assertFalse(wrong.path("hook").path("listening").asBoolean(true));
  }

  /** A message centre of the shop's own, whose receipts come unasked. */
  @Test
  void aMessageCentreTellsByItselfHowTextsFared() {
    TestShop shop = maker.open("centre", PROGRAM);
    Api owner = shop.owner();
    Map<String, Object> body = new HashMap<>();
    body.put("vendor", "SMPP");
    body.put("secret", "demo");
    body.put(
        "settings",
        Map.of(
            "host", "smpp.example.ru",
            "port", "2775",
            "security", "NONE",
            "login", "demo",
            "sender", "ZERNO"));
    body.put("marketing", true);
    body.put("price", 300);
    owner.put("/api/v1/channels/SMS", body).expect(200);
    shop.signUp(Map.of());
    JsonNode done = campaign(new Scene(shop, owner, "SMS"), "Привет!");
    assertEquals(1, done.path("delivered").asInt(), done.toString());
    assertEquals(
        1, done.path("beside").path("told").path(0).path("delivered").asInt(), done.toString());
  }
}
