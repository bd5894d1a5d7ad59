package io.kartela.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/**
 * Phones that are proven without a text: by a messenger's button over real webhooks, and by a call
 * that a gateway tells of.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PhoneProofTest {
  private static final String PROGRAM =
      "'tiers':[{'id':'base','name':{'ru':'База','en':'Base'},'rank':1,'earnBp':500}]";

  private final TestClock clock = new TestClock();
  private final TestKartela kartela =
      TestKartela.startWith(clock, true, Map.of("KARTELA_SMS_GATEWAY", "none"));
  private final TestShop.Maker maker = new TestShop.Maker(kartela);
  private final Api anybody = kartela.api();

  @AfterAll
  void close() {
    maker.close();
    kartela.close();
  }

  private TestShop shop(String slug, String kind) {
    TestShop shop = maker.open(slug, PROGRAM);
    Map<String, Object> body =
        kind.equals("SMS")
            ? Map.of("vendor", "SMSRU", "secret", "demo", "settings", Map.of())
            : Map.of(
                "vendor",
                kind,
                "secret",
                kind.equals("TELEGRAM") ? "1:demo" : "demo",
                "settings",
                Map.of("bot", "zerno_bot"));
    shop.owner().put("/api/v1/channels/" + kind, body).expect(200);
    return shop;
  }

  private List<String> ways(TestShop shop) {
    return anybody
        .get("/api/v1/public/shops/" + shop.slug())
        .expect(200)
        .path("proofs")
        .valueStream()
        .map(JsonNode::asString)
        .toList();
  }

  private Answer begin(TestShop shop, String phone, String way) {
    return anybody.post(
        "/api/v1/public/shops/" + shop.slug() + "/sign-ups",
        Map.of(
            "phone",
            phone,
            "name",
            "Анна",
            "locale",
            "ru",
            "consentTerms",
            true,
            "consentData",
            true,
            "proof",
            way));
  }

  private static String path(JsonNode begun, String step) {
    return "/api/v1/public/sign-ups/" + begun.path("signUpId").asString() + "/" + step;
  }

  private static Map<String, Object> secret(JsonNode begun) {
    return Map.of("secret", begun.path("secret").asString());
  }

  private String state(JsonNode begun) {
    return anybody.post(path(begun, "check"), secret(begun)).expect(200).path("state").asString();
  }

  private Answer confirm(JsonNode begun) {
    return anybody.post(path(begun, "confirm"), secret(begun));
  }

  /** Somebody follows a link in the demo's messenger; the chat's number. */
  private String follow(JsonNode begun) {
    Map<String, String> query =
        Stream.of(URI.create(begun.path("link").asString()).getQuery().split("&"))
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

  private JsonNode chat(String id) {
    return anybody
        .get("/simulator/chats")
        .expect(200)
        .path("items")
        .valueStream()
        .filter(one -> one.path("id").asString().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private void hears(String chat, String words) {
    Eventually.until(
        () ->
            chat(chat)
                .path("messages")
                .valueStream()
                .anyMatch(one -> one.path("text").asString().contains(words)));
  }

  private void ring(String from) {
    anybody.post("/simulator/calls", Map.of("from", from)).expect(204);
  }

  @ParameterizedTest
  @ValueSource(strings = {"MAX", "TELEGRAM"})
  void theButtonOfAMessengerSignsUp(String kind) {
    TestShop shop = shop("button-" + kind.toLowerCase(java.util.Locale.ROOT), kind);
    assertEquals(List.of(kind), ways(shop));
    JsonNode begun = begin(shop, "8 916 700-00-01", kind).expect(202);
    assertEquals("WAITING", state(begun));
    confirm(begun).refused(409, "PROOF_MISSING");
    anybody.post(path(begun, "confirm"), Map.of("code", "123456")).refused(410, "CODE_EXPIRED");
    String chat = follow(begun);
    hears(chat, "Нажмите кнопку");
    assertEquals(
        "Поделиться номером",
        chat(chat).path("messages").path(0).path("buttons").path(0).asString());
    act(chat, "GIVE_PHONE", Map.of("phone", "+79167000001"));
    Eventually.until(() -> state(begun).equals("PROVEN"));
    hears(chat, "Номер подтверждён");
    JsonNode done = confirm(begun).expect(200);
    assertTrue(done.path("created").asBoolean());
    // The chat is the member's now, by which codes cost nothing any more.
    JsonNode chats =
        anybody
            .get("/api/v1/public/cards/" + done.path("cardToken").asString() + "/chats")
            .expect(200);
    assertEquals("ON", chats.path("items").path(0).path("state").asString());
    confirm(begun).refused(410, "CODE_EXPIRED");
  }

  @Test
  void onlyTheOwnNumberThatWasTypedIsProof() {
    TestShop shop = shop("own-number", "MAX");
    JsonNode begun = begin(shop, "+79167000002", "MAX").expect(202);
    String chat = follow(begun);
    hears(chat, "Нажмите кнопку");
    act(chat, "FORWARD", Map.of());
    hears(chat, "Это чужой контакт");
    assertEquals("WAITING", state(begun));
    act(chat, "GIVE_PHONE", Map.of("phone", "+79167999999"));
    Eventually.until(() -> state(begun).equals("OTHER_PHONE"));
    confirm(begun).refused(409, "PROOF_MISSING");
    // What is over stays over.
    act(chat, "GIVE_PHONE", Map.of("phone", "+79167000002"));
    clock.plus(Duration.ofSeconds(1));
    assertEquals("OTHER_PHONE", state(begun));
  }

  @Test
  void aStaleLinkAndAStrangersAreToldSo() {
    TestShop shop = shop("stale-link", "MAX");
    JsonNode old = begin(shop, "+79167000003", "MAX").expect(202);
    clock.plus(Duration.ofMinutes(11));
    String late = follow(old);
    hears(late, "больше не действует");
    act(late, "GIVE_PHONE", Map.of("phone", "+79167000003"));
    assertEquals("ELAPSED", state(old));

    JsonNode mine = begin(shop, "+79167000003", "MAX").expect(202);
    String chat = follow(mine);
    hears(chat, "Нажмите кнопку");
    String stranger = follow(mine);
    hears(stranger, "больше не действует");
    act(stranger, "GIVE_PHONE", Map.of("phone", "+79167000003"));
    assertEquals("WAITING", state(mine));
  }

  /** Whoever knows the number of an attempt, but not its secret, learns and gets nothing. */
  @Test
  void aProofIsOnlyForTheAttemptThatBeganIt() {
    TestShop shop = shop("two-attempts", "MAX");
    JsonNode thief = begin(shop, "+79167000004", "MAX").expect(202);
    JsonNode owner = begin(shop, "+79167000004", "MAX").expect(202);
    String chat = follow(owner);
    hears(chat, "Нажмите кнопку");
    act(chat, "GIVE_PHONE", Map.of("phone", "+79167000004"));
    Eventually.until(() -> state(owner).equals("PROVEN"));
    assertEquals("WAITING", state(thief));
    confirm(thief).refused(409, "PROOF_MISSING");
    anybody.post(path(owner, "confirm"), secret(thief)).refused(404, "SIGN_UP_NOT_FOUND");
    anybody.post(path(owner, "check"), secret(thief)).refused(404, "SIGN_UP_NOT_FOUND");
    confirm(owner).expect(200);
  }

  @Test
  void aCallFromThePhoneSignsUp() {
    TestShop shop = shop("call", "SMS");
    assertEquals(List.of("CALL"), ways(shop), "without a gateway for texts the free way is there");
    String phone = "+79167000005";
    JsonNode begun = begin(shop, phone, "CALL").expect(202);
    assertFalse(begun.path("call").asString().isEmpty());
    begin(shop, phone, "CALL").refused(409, "CALL_AWAITED");
    TestShop other = shop("call-elsewhere", "SMS");
    begin(other, phone, "CALL").refused(409, "CALL_AWAITED");
    ring("+79167000006");
    clock.plus(Duration.ofSeconds(3));
    assertEquals("WAITING", state(begun), "another phone rang");
    ring(phone);
    clock.plus(Duration.ofSeconds(3));
    assertEquals("PROVEN", state(begun));
    assertTrue(confirm(begun).expect(200).path("created").asBoolean());
    begin(other, phone, "CALL").expect(202);
  }

  @Test
  void aCallThatCameTooLateProvesNothing() {
    TestShop shop = shop("late-call", "SMS");
    JsonNode begun = begin(shop, "+79167000007", "CALL").expect(202);
    clock.plus(Duration.ofMinutes(4));
    JsonNode next = begin(shop, "+79167000007", "CALL").expect(202);
    ring("+79167000007");
    clock.plus(Duration.ofSeconds(3));
    assertEquals("ELAPSED", state(begun));
    assertEquals("PROVEN", state(next));
  }

  @Test
  void aWayThatTheShopDoesNotHaveIsRefused() {
    TestShop shop = maker.open("no-way", PROGRAM);
    assertEquals(List.of(), ways(shop));
    begin(shop, "+79167000008", "MAX").refused(409, "PROOF_WAY_UNAVAILABLE");
    begin(shop, "+79167000008", "CALL").refused(409, "PROOF_WAY_UNAVAILABLE");
    begin(shop, "+79167000008", "SMS").refused(503, "SMS_UNAVAILABLE");
  }

  /** Where a member has a chat with the shop's bot, the code that agrees to spend goes there. */
  @Test
  void aCodeToSpendGoesIntoTheChat() {
    TestShop shop = shop("chat-code", "TELEGRAM");
    JsonNode begun = begin(shop, "+79167000009", "TELEGRAM").expect(202);
    String chat = follow(begun);
    hears(chat, "Нажмите кнопку");
    act(chat, "GIVE_PHONE", Map.of("phone", "+79167000009"));
    Eventually.until(() -> state(begun).equals("PROVEN"));
    String member = confirm(begun).expect(200).path("memberId").asString();
    Api till = shop.register();
    JsonNode sent = till.post("/api/v1/spend-codes", Map.of("memberId", member)).expect(202);
    assertEquals("TELEGRAM", sent.path("way").asString());
    hears(chat, "код, чтобы оплатить бонусами");
    String code =
        chat(chat).path("messages").path(0).path("text").asString().replaceAll("[^0-9].*", "");
    till.post("/api/v1/spend-codes/confirm", Map.of("memberId", member, "code", code)).expect(200);
    // Who stopped the bot gets a text, or is told that there is none.
    act(chat, "STOP", Map.of());
    clock.plus(Duration.ofMinutes(2));
    till.post("/api/v1/spend-codes", Map.of("memberId", member)).refused(503, "SMS_UNAVAILABLE");
  }

  @Test
  void theOwnerSaysByWhichWaysAndInWhichOrder() {
    TestShop shop = maker.open("order", PROGRAM);
    Api owner = shop.owner();
    owner
        .put(
            "/api/v1/channels/MAX",
            Map.of("vendor", "MAX", "secret", "demo", "settings", Map.of("bot", "zerno_bot")))
        .expect(200);
    owner.put("/api/v1/channels/SMS", Map.of("vendor", "SMSRU", "secret", "demo")).expect(200);
    assertEquals(List.of("MAX", "CALL"), ways(shop));
    owner.put("/api/v1/phone-proofs", Map.of("ways", List.of("CALL", "MAX"))).expect(204);
    assertEquals(List.of("CALL", "MAX"), ways(shop));
    JsonNode shown = owner.get("/api/v1/phone-proofs").expect(200);
    assertEquals(2, shown.path("possible").size());
    for (List<String> wrong :
        List.of(List.<String>of(), List.of("CALL", "CALL"), List.of("PIGEON"))) {
      owner.put("/api/v1/phone-proofs", Map.of("ways", wrong)).refused(422, "INVALID_FIELDS");
    }
    owner.put("/api/v1/channels", Map.of("kinds", List.of("MAX"))).refused(422, "INVALID_FIELDS");
    owner
        .put("/api/v1/channels", Map.of("kinds", List.of("MAX", "SMS", "VK")))
        .refused(422, "INVALID_FIELDS");
    owner.put("/api/v1/channels", Map.of("kinds", List.of("SMS", "MAX"))).expect(204);
  }
}
