package io.kartela.service;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kartela.service.platform.http.Http;
import io.kartela.service.wallet.design.DesignVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Members who bring their friends: at the page, at the till, on the card and in the cabinet. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class InvitesTest extends WithShops {
  InvitesTest() {
    super(TestKartela::startWithSimulator);
  }

  private static String id(JsonNode signedUp) {
    return signedUp.path("memberId").asString();
  }

  private JsonNode web(JsonNode signedUp) {
    String token = signedUp.path("cardToken").asString();
    return kartela.api().get("/api/v1/public/cards/" + token).expect(200);
  }

  private String inviteOf(JsonNode signedUp) {
    return web(signedUp).at("/invite/code").asString();
  }

  private Answer inviter(TestShop shop, String typed) {
    String code = URLEncoder.encode(typed, StandardCharsets.UTF_8);
    return kartela.api().get("/api/v1/public/shops/" + shop.slug() + "/inviter?code=" + code);
  }

  @Test
  void whoTriesCodesIsStopped() {
    // From an address of its own: the other tests ask from theirs.
    TestShop shop = maker.open("invite-limit", "");
    String path = "/api/v1/public/shops/" + shop.slug() + "/inviter?code=2222-22";
    int asked = 0;
    while (get(path + (22 + asked)).equals("404")) {
      asked++;
      assertTrue(asked <= 60, "nobody is stopped");
    }
    assertEquals("429", get(path + 99));
    assertTrue(asked <= 34, "35 wrong ones are guessing: " + asked);
    String right = inviteOf(shop.signUp(Map.of("phone", "+79165550701")));
    assertEquals("429", get("/api/v1/public/shops/" + shop.slug() + "/inviter?code=" + right));
    // Another shop behind the same address is none the worse.
    TestShop next = maker.open("invite-limit-next", "");
    assertEquals("404", get("/api/v1/public/shops/" + next.slug() + "/inviter?code=2222-2222"));
    assertTrue(asked >= 30, "a family behind one address is not: " + asked);
  }

  /** The status of a request that comes from another address of this machine. */
  private String get(String path) {
    try (Socket socket = new Socket()) {
      socket.bind(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.77"), 0));
      socket.connect(
          new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), kartela.url().getPort()),
          5_000);
      socket
          .getOutputStream()
          .write(
              ("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
                  .getBytes(StandardCharsets.US_ASCII));
      String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return answer.split(" ", 3)[1];
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Signs up by the page: what the beginning and the end answered. */
  private List<JsonNode> join(TestShop shop, String phone, String invite) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("phone", phone);
    body.put("name", "Борис Петров");
    body.put("consentTerms", true);
    body.put("consentData", true);
    body.put("inviteCode", invite);
    JsonNode started =
        kartela.api().post("/api/v1/public/shops/" + shop.slug() + "/sign-ups", body).expect(202);
    String code = Newcomer.codeFor(kartela.api(), started.path("phone").asString());
    JsonNode done =
        kartela
            .api()
            .post(
                "/api/v1/public/sign-ups/" + started.path("signUpId").asString() + "/confirm",
                Map.of("code", code))
            .expect(200);
    return List.of(started, done);
  }

  private static String reason(JsonNode signedUp) {
    assertFalse(signedUp.at("/invite/taken").asBoolean(true), signedUp::toString);
    return signedUp.at("/invite/reason").asString();
  }

  private static JsonNode member(Api owner, JsonNode signedUp) {
    return owner.get("/api/v1/members/" + id(signedUp)).expect(200);
  }

  private static void assertInvitedBy(Api owner, JsonNode inviter, JsonNode friend) {
    assertEquals(id(inviter), member(owner, friend).at("/invitedBy/memberId").asString());
  }

  private static void assertAlone(Api owner, JsonNode signedUp) {
    assertTrue(member(owner, signedUp).path("invitedBy").isMissingNode());
  }

  private void block(JsonNode signedUp) {
    kartela.execute(
        "UPDATE kartela.member SET status = 'BLOCKED' WHERE member_id = " + id(signedUp));
  }

  private static void merge(Api owner, JsonNode from, JsonNode into) {
    owner
        .post(
            "/api/v1/members/" + id(into) + "/merges",
            Map.of("memberId", id(from), "reason", "one person"))
        .expect(201);
  }

  @Test
  void aFriendJoinsByTheLinkAndTheCabinetShowsIt() {
    TestShop shop = maker.open("invite-page", "");
    Api owner = shop.owner();
    JsonNode anna = shop.signUp(Map.of("name", "Анна Секретова"));
    JsonNode invite = web(anna).path("invite");
    String code = invite.path("code").asString();
    assertTrue(code.matches("[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}"), code);
    assertEquals(
        kartela.url() + "/join/invite-page?invite=" + code.replace("-", ""),
        invite.path("url").asString());
    assertEquals(invite, member(owner, anna).path("invite"));

    JsonNode seen = inviter(shop, code).expect(200);
    assertEquals("{\"code\":\"" + code + "\",\"inviterName\":\"Анна\"}", seen.toString());

    List<JsonNode> joined = join(shop, "+7 916 771-00-01", code.replace("-", ""));
    assertTrue(joined.getFirst().path("inviteKnown").asBoolean());
    JsonNode boris = joined.getLast();
    assertEquals("{\"taken\":true}", boris.path("invite").toString());
    JsonNode shown = member(owner, boris).path("invitedBy");
    assertEquals("Анна Секретова", shown.path("name").asString());
    assertEquals(clock.instant().toString(), shown.path("at").asString());
    assertInvitedBy(owner, anna, boris);
    assertEquals(0, member(owner, boris).path("invitedCount").asLong());
    assertEquals(1, member(owner, anna).path("invitedCount").asLong());
    assertAlone(owner, anna);
  }

  @Test
  void noCodeEverStopsASignUp() {
    TestShop shop = maker.open("invite-kind", "");
    JsonNode anna = shop.signUp(Map.of("phone", "+79167720001"));
    String code = inviteOf(anna);
    for (String wrong :
        List.of(
            "2222-2222",
            "нет кода",
            "A".repeat(5_000),
            "\u0000\u0007",
            "😀😀😀😀",
            "+79167720001")) {
      assertEquals("INVITE_UNKNOWN", reason(shop.signUp(Map.of("inviteCode", wrong))), wrong);
    }
    List<JsonNode> joined = join(shop, "+7 916 772-00-02", "2222-2222");
    assertFalse(joined.getFirst().path("inviteKnown").asBoolean(true));
    assertEquals("INVITE_UNKNOWN", reason(joined.getLast()));
    // Without a code nothing is said of one.
    for (String none : List.of("", "  ")) {
      assertTrue(shop.signUp(Map.of("inviteCode", none)).path("invite").isMissingNode());
    }
    assertTrue(join(shop, "+7 916 772-00-03", "").getFirst().path("inviteKnown").isMissingNode());
    inviter(shop, "2222-2222").refused(404, "INVITE_UNKNOWN");
    inviter(shop, "x").refused(404, "INVITE_UNKNOWN");
    // A code is its own merchant's only.
    TestShop other = maker.open("invite-other", "");
    inviter(other, code).refused(404, "INVITE_UNKNOWN");
    assertEquals("INVITE_UNKNOWN", reason(other.signUp(Map.of("inviteCode", code))));
  }

  @Test
  void theCodeIsTakenInTheWaysPeopleTypeIt() {
    TestShop shop = maker.open("invite-typed", "");
    Api owner = shop.owner();
    JsonNode anna = shop.signUp(Map.of());
    String code = inviteOf(anna);
    String cyrillic =
        code.replace('A', 'А')
            .replace('B', 'В')
            .replace('E', 'Е')
            .replace('K', 'К')
            .replace('M', 'М')
            .replace('H', 'Н')
            .replace('P', 'Р')
            .replace('C', 'С')
            .replace('T', 'Т')
            .replace('X', 'Х')
            .replace('Y', 'У');
    for (String typed :
        List.of(
            code.toLowerCase(Locale.ROOT),
            " " + code.replace("-", " ") + " ",
            cyrillic,
            web(anna).at("/invite/url").asString())) {
      assertEquals(code, inviter(shop, typed).expect(200).path("code").asString(), typed);
      JsonNode friend = shop.signUp(Map.of("inviteCode", typed));
      assertTrue(friend.at("/invite/taken").asBoolean(), typed);
      assertInvitedBy(owner, anna, friend);
    }
  }

  @Test
  void whoInvitedAMemberIsSettledOnce() {
    TestShop shop = maker.open("invite-once", "");
    Api owner = shop.owner();
    JsonNode anna = shop.signUp(Map.of("phone", "+79167730001"));
    JsonNode vera = shop.signUp(Map.of());
    JsonNode boris = shop.signUp(Map.of("phone", "+79167730002", "inviteCode", inviteOf(anna)));
    Map<String, Object> again = new LinkedHashMap<>(Map.of("phone", "+79167730002"));
    again.put("inviteCode", inviteOf(vera));
    assertEquals("INVITE_MEMBER_ALREADY", reason(shop.signUp(again)));
    assertEquals(
        "INVITE_MEMBER_ALREADY", reason(join(shop, "+79167730002", inviteOf(vera)).getLast()));
    assertInvitedBy(owner, anna, boris);
    // An answer that was lost is asked for again: the same.
    assertTrue(
        shop.signUp(Map.of("phone", "+79167730002", "inviteCode", inviteOf(anna)))
            .at("/invite/taken")
            .asBoolean());
    // Neither oneself, nor the one whom one invited.
    assertEquals(
        "INVITE_OWN",
        reason(shop.signUp(Map.of("phone", "+79167730001", "inviteCode", inviteOf(anna)))));
    assertEquals(
        "INVITE_MEMBER_ALREADY",
        reason(shop.signUp(Map.of("phone", "+79167730001", "inviteCode", inviteOf(boris)))));
    assertAlone(owner, anna);
    // The same person at two tills at once, by two invitations: one of them, for good.
    List<Callable<JsonNode>> both =
        List.of(
            () -> shop.signUp(Map.of("phone", "+79167730003", "inviteCode", inviteOf(anna))),
            () -> shop.signUp(Map.of("phone", "+79167730003", "inviteCode", inviteOf(vera))));
    List<JsonNode> answers = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
      for (var done : threads.invokeAll(both)) {
        answers.add(done.get());
      }
    } catch (InterruptedException | java.util.concurrent.ExecutionException e) {
      throw new IllegalStateException(e);
    }
    assertEquals(
        1,
        answers.stream().filter(a -> a.at("/invite/taken").asBoolean()).count(),
        answers::toString);
    boolean annas = answers.getFirst().at("/invite/taken").asBoolean();
    assertInvitedBy(owner, annas ? anna : vera, answers.getFirst());
  }

  @Test
  void blockedMembersInviteNobody() {
    TestShop shop = maker.open("invite-blocked", "");
    Api owner = shop.owner();
    JsonNode anna = shop.signUp(Map.of());
    String code = inviteOf(anna);
    Map<String, Object> body =
        Map.of("phone", "+79167740001", "name", "Б", "consentTerms", true, "consentData", true);
    Map<String, Object> invited = new LinkedHashMap<>(body);
    invited.put("inviteCode", code);
    JsonNode started =
        kartela.api().post("/api/v1/public/shops/invite-blocked/sign-ups", invited).expect(202);
    assertTrue(started.path("inviteKnown").asBoolean());
    block(anna);
    inviter(shop, code).refused(404, "INVITE_UNKNOWN");
    assertEquals("INVITE_UNKNOWN", reason(shop.signUp(Map.of("inviteCode", code))));
    // Blocked between the beginning of the sign-up and its end.
    JsonNode late =
        kartela
            .api()
            .post(
                "/api/v1/public/sign-ups/" + started.path("signUpId").asString() + "/confirm",
                Map.of("code", Newcomer.codeFor(kartela.api(), "+79167740001")))
            .expect(200);
    assertEquals("INVITE_UNKNOWN", reason(late));
    assertAlone(owner, late);
    assertTrue(web(anna).path("invite").isMissingNode());
    assertTrue(member(owner, anna).path("invite").isMissingNode());
    assertEquals("", back(pass(anna), "invite").toString());
  }

  @Test
  void theCodeOfWhoWasMergedLeadsToTheOneWhoStays() {
    TestShop shop = maker.open("invite-merged", "");
    Api owner = shop.owner();
    JsonNode zoe = shop.signUp(Map.of());
    JsonNode old = shop.signUp(Map.of("inviteCode", inviteOf(zoe)));
    JsonNode anna = shop.signUp(Map.of("name", "Мария Новая"));
    JsonNode friend = shop.signUp(Map.of("inviteCode", inviteOf(old)));
    String oldCode = inviteOf(old);
    String newCode = inviteOf(anna);
    merge(owner, old, anna);
    assertEquals("Мария", inviter(shop, oldCode).expect(200).path("inviterName").asString());
    assertInvitedBy(owner, anna, friend);
    assertInvitedBy(owner, zoe, anna);
    assertEquals(1, member(owner, zoe).path("invitedCount").asLong(), "one person, not two");
    JsonNode another = shop.signUp(Map.of("inviteCode", oldCode));
    assertInvitedBy(owner, anna, another);
    assertEquals(newCode, inviteOf(anna));
    // Once more on.
    JsonNode last = shop.signUp(Map.of("name", "Клара"));
    merge(owner, anna, last);
    assertEquals("Клара", inviter(shop, oldCode).expect(200).path("inviterName").asString());
    assertEquals(2, member(owner, last).path("invitedCount").asLong());
    block(last);
    inviter(shop, oldCode).refused(404, "INVITE_UNKNOWN");
  }

  @Test
  void mergesNeverLeadInACircle() {
    TestShop shop = maker.open("invite-circle", "");
    Api owner = shop.owner();
    // The friend turns out to be the inviter, from both sides.
    for (boolean stays : new boolean[] {true, false}) {
      JsonNode anna = shop.signUp(Map.of());
      JsonNode again = shop.signUp(Map.of("inviteCode", inviteOf(anna)));
      merge(owner, stays ? again : anna, stays ? anna : again);
      assertAlone(owner, stays ? anna : again);
      assertEquals(0, member(owner, stays ? anna : again).path("invitedCount").asLong());
    }
    // Anna invited Boris, who invited Clara, who is Anna.
    JsonNode anna = shop.signUp(Map.of());
    JsonNode boris = shop.signUp(Map.of("inviteCode", inviteOf(anna)));
    JsonNode clara = shop.signUp(Map.of("inviteCode", inviteOf(boris)));
    merge(owner, anna, clara);
    assertInvitedBy(owner, clara, boris);
    assertAlone(owner, clara);
    // The one who stays keeps their inviter.
    JsonNode one = shop.signUp(Map.of("inviteCode", inviteOf(boris)));
    JsonNode two = shop.signUp(Map.of("inviteCode", inviteOf(clara)));
    merge(owner, two, one);
    assertInvitedBy(owner, boris, one);
    assertEquals(
        0,
        kartela.number(
            """
            WITH RECURSIVE up(start, id, hops) AS (
                SELECT member_id, invited_by, 1 FROM kartela.member WHERE merchant_id = %1$d AND invited_by IS NOT NULL
                UNION ALL SELECT u.start, m.invited_by, hops + 1 FROM up u
                JOIN kartela.member m ON m.merchant_id = %1$d AND m.member_id = u.id
                WHERE m.invited_by IS NOT NULL AND hops < 100)
            SELECT count(*) FROM up WHERE id = start OR hops >= 100
            """
                .formatted(shop.id())));
  }

  @Test
  void whomAMemberInvitedIsPaged() {
    TestShop shop = maker.open("invite-list", "");
    Api owner = shop.owner();
    JsonNode anna = shop.signUp(Map.of());
    String code = inviteOf(anna);
    List<String> joined = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      joined.addFirst(id(shop.signUp(Map.of("inviteCode", code))));
    }
    shop.register()
        .post("/api/v1/receipts", Bill.of("100").by(joined.getFirst()).json())
        .expect(201);
    String list = "/api/v1/members/" + id(anna) + "/invited?limit=2";
    List<String> seen = new ArrayList<>();
    String next = "";
    for (int page = 0; page < 3; page++) {
      JsonNode items = owner.get(list + (next.isEmpty() ? "" : "&cursor=" + next)).expect(200);
      items.path("items").forEach(i -> seen.add(i.path("memberId").asString()));
      next = items.path("nextCursor").asString("");
    }
    assertEquals("", next);
    assertEquals(joined, seen);
    JsonNode newest = owner.get(list).expect(200).at("/items/0");
    assertEquals(1, newest.path("purchases").asLong());
    assertEquals(clock.instant().toString(), newest.path("lastPurchaseAt").asString());
    assertEquals(0, owner.get(list).expect(200).at("/items/1/purchases").asLong());
    owner.get("/api/v1/members/999999/invited").refused(404, "MEMBER_NOT_FOUND");
    owner.get(list + "&cursor=x").refused(400, "INVALID_PARAMETER");
    kartela.api().get(list).refused(401, "UNAUTHENTICATED");
    // Another shop's owner sees nothing of them.
    maker.open("invite-list-2", "").owner().get(list).refused(404, "MEMBER_NOT_FOUND");
  }

  private byte[] file(JsonNode signedUp) {
    return kartela
        .api()
        .get("/c/" + signedUp.path("cardToken").asString() + ".pkpass")
        .expectStatus(200)
        .bytes();
  }

  private JsonNode pass(JsonNode signedUp) {
    return OpenedPass.of(file(signedUp)).pass();
  }

  private static JsonNode back(JsonNode pass, String key) {
    return StreamSupport.stream(pass.at("/storeCard/backFields").spliterator(), false)
        .filter(field -> field.path("key").asString().equals(key))
        .findFirst()
        .orElseGet(Http.JSON::missingNode);
  }

  @Test
  void theLinkStandsOnTheBackOfBothCards() {
    TestShop shop = maker.open("invite-back", "");
    JsonNode anna = shop.signUp(Map.of("locale", "en"));
    String url = web(anna).at("/invite/url").asString();
    JsonNode field = back(pass(anna), "invite");
    assertEquals("Invite a friend", field.path("label").asString());
    assertEquals(url, field.path("value").asString());
    assertEquals("<a href='" + url + "'>" + url + "</a>", field.path("attributedValue").asString());

    SimulatedPhone android = SimulatedPhone.create(kartela.api(), "GOOGLE");
    android.add(anna.path("cardToken").asString());
    android.await(phone -> phone.toString().contains(url));
    assertTrue(android.look().toString().contains("Invite a friend"));

    // Nothing of the member changed, so nothing of the card did, although somebody was invited.
    byte[] before = OpenedPass.of(file(anna)).files().get("pass.json");
    shop.signUp(Map.of("inviteCode", inviteOf(anna)));
    clock.plus(Duration.ofMinutes(1));
    assertArrayEquals(before, OpenedPass.of(file(anna)).files().get("pass.json"));
    // Somebody else's code is another one.
    assertFalse(inviteOf(anna).equals(inviteOf(shop.signUp(Map.of()))));
  }

  @Test
  void aDesignMayMentionCodeAndLink() {
    TestShop shop = maker.open("invite-design", "");
    Api owner = shop.owner();
    JsonNode anna = shop.signUp(Map.of("locale", "en"));
    ObjectNode document = (ObjectNode) Http.JSON.readTree(DesignVersion.firstDocument());
    ArrayNode back = (ArrayNode) document.at("/fields/back");
    back.removeAll();
    back.add(
        Http.JSON.readTree(
            """
            {"key": "say", "label": {"ru": "Код", "en": "Code"}, "value": {"ru": "Скажите {inviteCode}", "en": "Say {inviteCode}"}}
            """));
    back.add(
        Http.JSON.readTree(
            """
            {"key": "tap", "label": "A & B", "value": {"ru": "Позвать подругу", "en": "Bring a <friend>"}, "link": "{invite}"}
            """));
    JsonNode preview =
        owner.post("/api/v1/design/preview", Map.of("document", document)).expect(200);
    assertTrue(preview.at("/apple").toString().contains("ANNA-2345"), preview::toString);
    String links = preview.at("/google/loyaltyObject/linksModuleData").toString();
    assertTrue(links.contains("/join/invite-design?invite=ANNA2345"), links);

    ObjectNode wrong = document.deepCopy();
    ((ObjectNode) wrong.at("/fields/back/1")).put("link", "{balance}");
    JsonNode problems =
        owner
            .post("/api/v1/design/preview", Map.of("document", wrong))
            .refused(422, "DESIGN_INVALID");
    assertTrue(problems.toString().contains("fields.back[1].link"), problems::toString);

    int revision = owner.get("/api/v1/design/draft").expect(200).path("revision").asInt();
    document.set("validity", Http.JSON.readTree("{\"months\":1}"));
    owner
        .put("/api/v1/design/draft", Map.of("revision", revision, "document", document))
        .expect(200);
    owner.post("/api/v1/design/publish", Map.of("revision", revision + 1)).expect(201);
    clock.plus(Duration.ofSeconds(2));
    String url = web(anna).at("/invite/url").asString();
    JsonNode pass = pass(anna);
    assertEquals("Say " + inviteOf(anna), back(pass, "say").path("value").asString());
    assertEquals(
        "<a href='" + url + "'>Bring a &lt;friend&gt;</a>",
        back(pass, "tap").path("attributedValue").asString());

    // A card that is over invites nobody; its owner still does, by the code.
    String code = inviteOf(anna);
    clock.plus(Duration.ofDays(40));
    JsonNode over = pass(anna);
    assertTrue(back(over, "say").isMissingNode());
    assertTrue(back(over, "tap").isMissingNode());
    assertTrue(web(anna).path("invite").isMissingNode());
    inviter(shop, code).expect(200);

    // Nor does one that was replaced.
    Api later = shop.ownerAgain();
    later
        .post("/api/v1/members/" + id(anna) + "/cards/reissue", Map.of("reason", "PHONE_LOST"))
        .expect(201);
    String token = anna.path("cardToken").asString();
    kartela.api().get("/api/v1/public/cards/" + token).refused(422, "CARD_REPLACED");
  }
}
