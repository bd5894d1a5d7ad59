package io.kartela.service;

import static io.kartela.service.Bill.rub;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The member's own place: who gets in, for how long, and what is told there. */
class MemberPlaceTest extends WithShops {
  private static final String PROGRAM =
      "'tiers':[{'id':'base','name':{'ru':'База','en':'Base'},'rank':1,'earnBp':500}],'rules':["
          + Scene.rule("earn", "'then':{'type':'earnByTier'}")
          + "]";

  private final Contract contract =
      new Contract(kartela.api().get("/openapi.yaml").expectStatus(200).text());
  private final ConcurrentLinkedQueue<Api.Exchange> walked = new ConcurrentLinkedQueue<>();
  private final Api visitor = kartela.api().listening(walked::add);

  MemberPlaceTest() {
    super(clock -> TestKartela.startWith(clock, true, Map.of()));
  }

  /** All that was answered is as the contract says. */
  @AfterEach
  void asWritten() {
    Set<String> mistakes = new LinkedHashSet<>();
    walked.forEach(exchange -> mistakes.addAll(contract.mistakes(exchange)));
    walked.clear();
    assertEquals("", String.join("\n", mistakes));
  }

  /** A member with a card and a phone. */
  private record Holder(String member, String phone, String token) {
    String place() {
      return "/api/v1/public/cards/" + token + "/place";
    }
  }

  private Holder holder(TestShop shop, String phone) {
    JsonNode joined = shop.signUp(Map.of("phone", phone));
    return new Holder(
        joined.path("memberId").asString(), phone, joined.path("cardToken").asString());
  }

  private record Asked(String codeId, String code) {}

  private Asked ask(Holder holder) {
    JsonNode asked = visitor.send("POST", holder.place() + "/codes", null).expect(202);
    assertFalse(asked.toString().contains(holder.phone), "the phone is masked");
    return new Asked(
        asked.path("codeId").asString(), Newcomer.codeFor(kartela.api(), holder.phone));
  }

  private Answer open(Holder holder, String codeId, String code) {
    return visitor.post(holder.place() + "/session", Map.of("codeId", codeId, "code", code));
  }

  private Api signedIn(Holder holder) {
    clock.plus(Duration.ofSeconds(61)); // a phone waits a minute for its next code
    Asked asked = ask(holder);
    Answer opened = open(holder, asked.codeId, asked.code).expectStatus(204);
    return visitor.with("Cookie", cookie(opened)).with("Sec-Fetch-Site", "same-origin");
  }

  private static String cookie(Answer opened) {
    String cookie = opened.header("Set-Cookie");
    return cookie.substring(0, cookie.indexOf(';'));
  }

  private static String wrong(String code) {
    return code.equals("111111") ? "222222" : "111111";
  }

  @Test
  void theCardAloneOpensNothingAndTheCodeOpensItForItsOwnMember() {
    TestShop shop = maker.open("place-gate", PROGRAM);
    Holder anna = holder(shop, "+79167100001");
    Holder boris = holder(shop, "+79167100002");
    visitor.get(anna.place() + "/bonuses").refused(401, "PLACE_CLOSED");
    Asked asked = ask(anna);
    visitor.send("POST", anna.place() + "/codes", null).refused(429, "TOO_MANY_REQUESTS");
    open(anna, asked.codeId, wrong(asked.code)).refused(422, "CODE_WRONG");
    // Neither another's number nor another's card goes with it.
    open(anna, "17", asked.code).refused(410, "CODE_EXPIRED");
    open(boris, asked.codeId, asked.code).refused(410, "CODE_EXPIRED");
    Answer opened = open(anna, asked.codeId, asked.code).expectStatus(204);
    String cookie = opened.header("Set-Cookie");
    for (String part : List.of("HttpOnly", "SameSite=Strict", "Path=" + anna.place())) {
      assertTrue(cookie.contains(part), cookie);
    }
    open(anna, asked.codeId, asked.code).refused(410, "CODE_EXPIRED");

    Api in = visitor.with("Cookie", cookie(opened)).with("Sec-Fetch-Site", "same-origin");
    in.get(anna.place() + "/bonuses").expect(200);
    in.get(boris.place() + "/bonuses").refused(401, "PLACE_CLOSED");
    // Another site's page does not write with it.
    in.with("Sec-Fetch-Site", "cross-site")
        .delete(anna.place() + "/sessions")
        .refused(403, "CROSS_ORIGIN");
    in.without("Sec-Fetch-Site").delete(anna.place() + "/session").refused(403, "CROSS_ORIGIN");
    assertEquals(
        1, shop.owner().get("/api/v1/audit?kind=PLACE_OPENED").expect(200).path("items").size());
  }

  @Test
  void aSessionEndsUnusedSignedOutAndAfterTwoHours() {
    TestShop shop = maker.open("place-end", PROGRAM);
    Holder anna = holder(shop, "+79167100011");
    Api one = signedIn(anna);
    Api two = signedIn(anna);
    one.delete(anna.place() + "/session").expect(204);
    one.get(anna.place() + "/bonuses").refused(401, "PLACE_CLOSED");
    two.get(anna.place() + "/bonuses").expect(200);
    Api three = signedIn(anna);
    two.delete(anna.place() + "/sessions").expect(204);
    three.get(anna.place() + "/bonuses").refused(401, "PLACE_CLOSED");

    Api idle = signedIn(anna);
    clock.plus(Duration.ofMinutes(31));
    idle.get(anna.place() + "/bonuses").refused(401, "PLACE_CLOSED");
    Api busy = signedIn(anna);
    for (int i = 0; i < 4; i++) {
      clock.plus(Duration.ofMinutes(29));
      busy.get(anna.place() + "/bonuses").expect(200);
    }
    clock.plus(Duration.ofMinutes(5));
    busy.get(anna.place() + "/bonuses").refused(401, "PLACE_CLOSED");
  }

  @Test
  void itEndsWhenThePhoneIsChangedRecordsAreMergedOrDataErased() {
    TestShop shop = maker.open("place-fate", PROGRAM);
    Api owner = shop.owner();
    Holder anna = holder(shop, "+79167100021");
    Api in = signedIn(anna);
    String path = "/api/v1/members/" + anna.member;
    owner.with("If-Match", "\"1\"").patch(path, Map.of("phone", "+79167100022")).expect(204);
    in.get(anna.place() + "/bonuses").refused(401, "PLACE_CLOSED");
    // Nor does it come back with the phone.
    owner.with("If-Match", "\"2\"").patch(path, Map.of("phone", anna.phone)).expect(204);
    in.get(anna.place() + "/bonuses").refused(401, "PLACE_CLOSED");

    Holder double2 = holder(shop, "+79167100023");
    Api other = signedIn(double2);
    Api stays = signedIn(anna);
    owner
        .post(path + "/merges", Map.of("memberId", double2.member, "reason", "one person"))
        .expect(201);
    stays.get(anna.place() + "/bonuses").refused(401, "PLACE_CLOSED");
    other.get(double2.place() + "/bonuses").refused(422, "CARD_REPLACED");

    Api last = signedIn(anna);
    owner.send("POST", path + "/erasure", null).expect(204);
    last.get(anna.place() + "/bonuses").refused(422, "CARD_REPLACED");
    assertEquals(
        0L,
        kartela.number(
            "SELECT count(*) FROM kartela.member_session WHERE member_id = " + anna.member));
  }

  @Test
  void guessesAreCountedApartFromTheTills() {
    TestShop shop = maker.open("place-guess", PROGRAM);
    Holder anna = holder(shop, "+79167100031");
    for (int i = 0; i < 2; i++) {
      clock.plus(Duration.ofSeconds(61));
      Asked asked = ask(anna);
      for (int n = 0; n < 5; n++) {
        open(anna, asked.codeId, wrong(asked.code)).refused(422, "CODE_WRONG");
      }
      open(anna, asked.codeId, asked.code).refused(410, "CODE_EXPIRED");
    }
    clock.plus(Duration.ofSeconds(61));
    visitor.send("POST", anna.place() + "/codes", null).refused(429, "TOO_MANY_REQUESTS");
    shop.register().post("/api/v1/spend-codes", Map.of("memberId", anna.member)).expect(202);
  }

  @Test
  void figuresAreThoseOfTillAndCabinet() {
    Scene scene = scene("place-figures", PROGRAM);
    Api owner = scene.shop.owner();
    Holder anna = holder(scene.shop, "+79167100041");
    Scene.credit(owner, anna.member, "300.50", "2027-03-01");
    JsonNode first = scene.buy(Bill.of("999.99", "0.35").by(anna.member));
    JsonNode second = scene.buy(Bill.of("200").by(anna.member).spending("50.25"));
    scene.giveBack(first, 1, 1).expect(201);
    Api in = signedIn(anna);

    JsonNode bonuses = in.get(anna.place() + "/bonuses").expect(200);
    JsonNode seen = owner.get("/api/v1/members/" + anna.member).expect(200).path("balance");
    assertEquals(seen, bonuses.path("balance"));
    long left = 0;
    for (JsonNode lot : bonuses.path("lots")) {
      left += lot.path("left").asLong();
      assertTrue(lot.at("/source/reason").isMissingNode(), "why by hand is the shop's affair");
      assertTrue(lot.at("/source/author").isMissingNode(), lot::toString);
    }
    assertEquals(seen.path("available").asLong() + seen.path("pending").asLong(), left);

    JsonNode one = in.get(anna.place() + "/receipts?limit=1").expect(200);
    assertEquals(second.path("id").asString(), one.at("/items/0/id").asString());
    assertEquals(rub("50.25"), one.at("/items/0/sums/spent").asLong());
    assertTrue(one.at("/items/0/why").size() > 0, one::toString);
    JsonNode rest =
        in.get(anna.place() + "/receipts?cursor=" + one.path("nextCursor").asString()).expect(200);
    assertEquals(1, rest.path("items").size());
    assertTrue(rest.path("nextCursor").isNull(), rest::toString);
    JsonNode told = rest.at("/items/0");
    JsonNode kept = owner.get("/api/v1/receipts/" + first.path("id").asString()).expect(200);
    for (String sum : List.of("gross", "discount", "spent", "paid", "earned")) {
      assertEquals(kept.path(sum), told.path("sums").path(sum), sum);
    }
    assertEquals(kept.path("lines"), told.path("lines"));
    for (String sum : List.of("money", "bonusesBack", "earnReversed")) {
      assertEquals(kept.at("/returns/0/" + sum), told.at("/returns/0/" + sum), sum);
    }
    assertTrue(told.at("/why/0/text/ru").asString().length() > 5, told::toString);
  }

  @Test
  void theMemberMendsTheirOwnDataAndTheirBirthdayOnce() {
    TestShop shop = maker.open("place-profile", PROGRAM);
    Holder anna = holder(shop, "+79167100051");
    Api in = signedIn(anna);
    String path = anna.place() + "/profile";
    JsonNode seen = in.get(path).expect(200);
    assertTrue(seen.path("birthDateOpen").asBoolean(), seen::toString);
    Api edit = in.with("If-Match", "\"" + seen.at("/profile/revision").asInt() + "\"");
    edit.patch(path, Map.of("email", "no letter box")).refused(422, "INVALID_FIELDS");
    edit.patch(path, Map.of("birthDate", "2999-01-01")).refused(422, "INVALID_FIELDS");
    Map<String, ?> wanted =
        Map.of("name", "Анна-Мария", "email", "Anna@Example.com", "birthDate", "1990-02-03");
    JsonNode now = edit.patch(path, wanted).expect(200);
    assertEquals("anna@example.com", now.at("/profile/email").asString());
    assertFalse(now.path("birthDateOpen").asBoolean(), now::toString);
    edit.patch(path, Map.of("name", "Яна")).refused(409, "MEMBER_CHANGED");
    Api again = in.with("If-Match", "\"" + now.at("/profile/revision").asInt() + "\"");
    again.patch(path, Map.of("birthDate", "1990-02-04")).refused(422, "INVALID_FIELDS");
    again.patch(path, Map.of("locale", "en", "birthDate", "1990-02-03")).expect(200);
    JsonNode entry =
        shop.owner().get("/api/v1/audit?kind=MEMBER_CHANGED").expect(200).at("/items/0");
    assertEquals("Сам участник", entry.at("/by/name/ru").asString(), entry::toString);
    visitor.get(path).refused(401, "PLACE_CLOSED");
  }

  @Test
  void consentIsGivenAndTakenBackWithItsProof() {
    TestShop shop = maker.open("place-consents", PROGRAM);
    Holder anna = holder(shop, "+79167100061");
    Api in = signedIn(anna);
    String path = anna.place() + "/consents";
    assertTrue(in.get(path).expect(200).at("/offers/wanted").asBoolean());
    assertFalse(in.put(path, Map.of("wanted", false)).expect(200).at("/offers/wanted").asBoolean());
    JsonNode given = in.put(path, Map.of("wanted", true)).expect(200);
    assertEquals("PLACE", given.at("/history/0/source").asString());
    assertEquals("Хочу узнавать об акциях и подарках", given.at("/offers/text/ru").asString());
    int words = given.path("history").size();
    // Said again it is on record already.
    assertEquals(words, in.put(path, Map.of("wanted", true)).expect(200).path("history").size());
    JsonNode kept =
        shop.owner().get("/api/v1/members/" + anna.member + "/consents").expect(200).at("/items/0");
    assertEquals("PLACE", kept.path("source").asString());
    assertFalse(kept.at("/proof/textVersion").asString("").isEmpty(), kept::toString);
    assertFalse(kept.at("/proof/network").asString("").isEmpty(), kept::toString);
    in.put(anna.place() + "/ways", Map.of("kind", "VK", "state", "CLOSED"))
        .refused(404, "CHANNEL_NOT_FOUND");
  }

  @Test
  void oneWayIsMutedClosedAndOpenedAgain() {
    Api owner = kartela.owner();
    Newcomer joined = Newcomer.join(kartela.api(), "+79167100071", "Анна", true);
    Holder anna = new Holder(joined.memberId(), "+79167100071", joined.cardToken());
    Api in = signedIn(anna);
    JsonNode ways = in.get(anna.place() + "/consents").expect(200).path("ways");
    if (ways.isEmpty()) {
      return; // the demo shop writes by no way beside the card
    }
    String kind = ways.at("/0/kind").asString();
    String path = anna.place() + "/ways";
    String until = clock.instant().plus(Duration.ofDays(7)).toString();
    JsonNode muted =
        in.put(path, Map.of("kind", kind, "state", "MUTED", "until", until)).expect(200);
    assertEquals("MUTED", muted.at("/ways/0/state").asString());
    String far = clock.instant().plus(Duration.ofDays(800)).toString();
    in.put(path, Map.of("kind", kind, "state", "MUTED", "until", far))
        .refused(422, "INVALID_FIELDS");
    JsonNode closed = in.put(path, Map.of("kind", kind, "state", "CLOSED")).expect(200);
    assertEquals("CLOSED", closed.at("/ways/0/state").asString());
    assertEquals(kind, closed.at("/history/0/channel").asString());
    JsonNode open = in.put(path, Map.of("kind", kind, "state", "OPEN")).expect(200);
    assertEquals("OPEN", open.at("/ways/0/state").asString());
    assertTrue(open.at("/history/0/granted").asBoolean(), open::toString);
    owner.get("/api/v1/members/" + anna.member + "/consents").expect(200);
  }

  @Test
  void theirDataAreTakenAlongAndErasedAfterThreeDays() {
    TestShop shop = maker.open("place-erase", PROGRAM);
    Api _ = shop.owner();
    Holder anna = holder(shop, "+79167100081");
    Holder boris = holder(shop, "+79167100082");
    Api in = signedIn(anna);
    Answer file = in.get(anna.place() + "/personal-data").expectStatus(200);
    assertTrue(file.header("Content-Disposition").contains("attachment"));
    assertTrue(file.text().contains(anna.phone), "their phone is in it");
    assertFalse(file.text().contains(boris.phone), "nobody else's is");

    in.send("POST", anna.place() + "/erasure", null).expect(202);
    in.delete(anna.place() + "/erasure").expect(204);
    String due =
        in.send("POST", anna.place() + "/erasure", null).expect(202).path("erasedAt").asString();
    assertEquals(due, in.get(anna.place() + "/profile").expect(200).path("erasedAt").asString());
    var node = maker.erasures(clock);
    clock.plus(Duration.ofHours(71));
    node.run(shop.id());
    shop.ownerAgain().get("/api/v1/members/" + anna.member).expect(200);
    clock.plus(Duration.ofHours(1));
    node.run(shop.id());
    node.run(shop.id());
    Api later = shop.ownerAgain();
    later.get("/api/v1/members/" + anna.member).refused(404, "MEMBER_NOT_FOUND");
    later.get("/api/v1/members/" + boris.member).expect(200);
    visitor.send("POST", anna.place() + "/codes", null).refused(422, "CARD_REPLACED");
    for (String kind : List.of("ERASURE_ASKED", "ERASURE_TAKEN_BACK", "MEMBER_ERASED")) {
      assertTrue(
          later.get("/api/v1/audit?kind=" + kind).expect(200).path("items").size() > 0, kind);
    }
  }

  @Test
  void theOwnerForbidsBirthdaysAndNamesSites() {
    TestShop shop = maker.open("place-settings", PROGRAM);
    Api owner = shop.owner().listening(walked::add);
    String path = "/api/v1/place-settings";
    JsonNode usual = owner.get(path).expect(200);
    assertTrue(usual.path("ownBirthday").asBoolean(), usual::toString);
    owner
        .put(path, Map.of("ownBirthday", true, "sites", List.of("http://shop.example")))
        .refused(422, "INVALID_FIELDS");
    JsonNode now =
        owner
            .put(
                path,
                Map.of(
                    "ownBirthday",
                    false,
                    "sites",
                    List.of("HTTPS://Shop.Example:443/", "https://кофе.рф")))
            .expect(200);
    assertEquals("https://shop.example", now.at("/sites/0").asString());
    assertTrue(now.at("/sites/1").asString().startsWith("https://xn--"), now::toString);
    Holder anna = holder(shop, "+79167100091");
    Api in = signedIn(anna);
    JsonNode seen = in.get(anna.place() + "/profile").expect(200);
    assertFalse(seen.path("birthDateOpen").asBoolean(), seen::toString);
    in.with("If-Match", "\"" + seen.at("/profile/revision").asInt() + "\"")
        .patch(anna.place() + "/profile", Map.of("birthDate", "1990-02-03"))
        .refused(422, "INVALID_FIELDS");
  }

  @Test
  void peopleSignUpOnTheShopsOwnSiteAndOnNoOther() {
    TestShop shop = maker.open("place-site", PROGRAM);
    Api owner = shop.owner();
    String site = "https://shop.example";
    String path = "/embed/" + shop.slug();
    Api page = kartela.api().with("Origin", site).with("Sec-Fetch-Site", "cross-site");
    page.get(path).refused(403, "SITE_UNKNOWN");
    owner
        .put("/api/v1/place-settings", Map.of("ownBirthday", true, "sites", List.of(site)))
        .expect(200);
    Answer form = page.get(path).expectStatus(200);
    assertEquals(site, form.header("Access-Control-Allow-Origin"));
    assertEquals("", form.header("Access-Control-Allow-Credentials"));
    assertTrue(form.json().at("/consents/terms/ru").asString().length() > 5, form::text);
    Answer preflight = page.send("OPTIONS", path + "/sign-ups", null).expectStatus(204);
    assertTrue(preflight.header("Access-Control-Allow-Methods").contains("POST"));
    kartela
        .api()
        .with("Origin", "https://evil.example")
        .send("OPTIONS", path + "/sign-ups", null)
        .refused(403, "SITE_UNKNOWN");

    String phone = "+79167100101";
    page.post(path + "/sign-ups", Map.of("phone", phone, "name", "Анна", "consentTerms", true))
        .refused(422, "INVALID_FIELDS");
    Map<String, ?> wanted =
        Map.of("phone", phone, "name", "Анна", "consentTerms", true, "consentData", true);
    JsonNode started = page.post(path + "/sign-ups", wanted).expect(202);
    String code = Newcomer.codeFor(kartela.api(), phone);
    Map<String, ?> typed = Map.of("signUpId", started.path("signUpId").asString(), "code", code);
    kartela
        .api()
        .with("Origin", "https://evil.example")
        .post(path + "/confirm", typed)
        .refused(403, "SITE_UNKNOWN");
    JsonNode done = page.post(path + "/confirm", typed).expect(200);
    assertTrue(done.path("cardUrl").asString().contains("/c/"), done::toString);
    JsonNode consents =
        owner
            .get("/api/v1/members/" + done.path("memberId").asString() + "/consents")
            .expect(200)
            .path("items");
    assertEquals(2, consents.size(), consents::toString);
    for (JsonNode one : consents) {
      assertEquals("SITE", one.path("source").asString());
      assertEquals(site, one.at("/proof/site").asString());
      assertFalse(one.at("/proof/textVersion").asString("").isEmpty(), one::toString);
    }
    // Other doors stay shut to that site.
    page.post("/api/v1/public/shops/" + shop.slug() + "/sign-ups", wanted)
        .refused(403, "CROSS_ORIGIN");
  }
}
