package io.kartela.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kartela.service.shop.staff.Role;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** People of the shop change what is written of a member, block a member, and give tags. */
class MemberProfileTest extends WithShops {
  private static final String PROGRAM =
      "'tiers':[{'id':'base','name':{'ru':'База','en':'Base'},'rank':1,'earnBp':500}],'rules':["
          + Scene.rule(
              "vip",
              "'when':{'type':'memberTag','tags':['VIP']},'then':{'type':'grantBonus','amount':10000}")
          + ","
          + Scene.rule("earn", "'then':{'type':'earnByTier'}")
          + "]";

  MemberProfileTest() {
    super(clock -> TestKartela.startWith(clock, true, Map.of()));
  }

  private static String path(String member) {
    return "/api/v1/members/" + member;
  }

  private static JsonNode read(Api staff, String member) {
    return staff.get(path(member)).expect(200);
  }

  /** As somebody who has just read the member. */
  private static Answer change(Api staff, String member, Map<String, ?> what) {
    return change(staff, member, read(staff, member).path("revision").asInt(), what);
  }

  private static Answer change(Api staff, String member, int seen, Map<String, ?> what) {
    return staff.with("If-Match", "\"" + seen + "\"").patch(path(member), what);
  }

  private static List<String> texts(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).map(JsonNode::asString).toList();
  }

  private static long found(Api staff, String typed) {
    String q = java.net.URLEncoder.encode(typed, java.nio.charset.StandardCharsets.UTF_8);
    return staff.get("/api/v1/members?q=" + q).expect(200).path("total").asLong();
  }

  @Test
  void whatIsChangedIsFoundShownAndWrittenDown() {
    TestShop shop = maker.open("profile-change", PROGRAM);
    Api owner = shop.owner();
    JsonNode joined = shop.join(Map.of("name", "Анна", "birthDate", "1990-12-30"));
    String member = joined.path("memberId").asString();
    Map<String, String> wanted =
        Map.of(
            "name", "Алёна  Ковалёва",
            "phone", "8 (916) 555-01-01",
            "email", "Alyona@Example.com",
            "birthDate", "");
    change(owner, member, wanted).expect(204);
    JsonNode now = read(owner, member);
    assertEquals("Алёна Ковалёва", now.path("name").asString());
    assertEquals("+79165550101", now.path("phone").asString());
    assertEquals("alyona@example.com", now.path("email").asString());
    assertTrue(now.path("birthDate").isMissingNode(), now::toString);
    assertEquals(2, now.path("revision").asInt());
    assertEquals(
        "Алёна Ковалёва", web(joined.path("cardToken").asString()).path("memberName").asString());
    assertEquals(1, found(owner, "ковалева алена"));
    assertEquals(1, found(owner, "555-01-01"));
    assertEquals(1, found(owner, "Alyona@ex"));
    assertEquals(1, found(owner, "Алена alyona@example.com"));
    assertEquals(0, found(owner, "Борис alyona@example.com"));
    assertEquals(0, found(owner, "lyona@example.com"));
    JsonNode entry = owner.get("/api/v1/audit?kind=MEMBER_CHANGED").expect(200).at("/items/0");
    String told = entry.toString();
    assertTrue(told.contains("Алёна Ковалёва") && told.contains("1990-12-30"), told);
    // Nothing new: nothing is written.
    change(owner, member, Map.of("email", "ALYONA@example.com")).expect(204);
    assertEquals(2, read(owner, member).path("revision").asInt());
  }

  @Test
  void whoReadItBeforeTheLastChangeOverwritesNothing() {
    TestShop shop = maker.open("profile-two", PROGRAM);
    Api owner = shop.owner();
    String member = shop.member();
    int seen = read(owner, member).path("revision").asInt();
    change(owner, member, seen, Map.of("name", "Вера")).expect(204);
    change(owner, member, seen, Map.of("name", "Зоя")).refused(409, "MEMBER_CHANGED");
    assertEquals("Вера", read(owner, member).path("name").asString());
    JsonNode unseen = owner.patch(path(member), Map.of("name", "Зоя")).expect(422);
    assertEquals("If-Match", unseen.at("/errors/0/field").asString());
  }

  @Test
  void aPhoneIsOneMembersOnly() {
    TestShop shop = maker.open("profile-phone", PROGRAM);
    Api owner = shop.owner();
    String member = shop.member();
    String own = read(owner, member).path("phone").asString();
    String other = shop.member();
    String taken = read(owner, other).path("phone").asString();
    change(owner, member, Map.of("phone", taken)).refused(409, "MEMBER_EXISTS");
    change(owner, member, Map.of("phone", "12")).refused(422, "INVALID_FIELDS");
    // A double that was merged leaves its phone to lead here: the two change places.
    owner
        .post(path(member) + "/merges", Map.of("memberId", other, "reason", "one person"))
        .expect(201);
    change(owner, member, Map.of("phone", taken)).expect(204);
    assertEquals(taken, read(owner, member).path("phone").asString());
    for (String phone : List.of(own, taken)) {
      JsonNode again = shop.signUp(Map.of("phone", phone));
      assertEquals(member, again.path("memberId").asString());
    }
  }

  @Test
  void rolesThatMayNotAreRefusedAndToldLess() {
    TestShop shop = maker.open("profile-roles", PROGRAM);
    Api marketer = shop.as(Role.MARKETER);
    Api cashier = shop.as(Role.CASHIER);
    String member = shop.member();
    change(marketer, member, Map.of("email", "a@b.example")).expect(204);
    assertEquals("a@b.example", read(marketer, member).path("email").asString());
    assertTrue(read(cashier, member).path("email").isMissingNode());
    change(cashier, member, Map.of("name", "Я")).refused(403, "FORBIDDEN");
    cashier
        .put(path(member) + "/status", Map.of("status", "BLOCKED", "reason", "r"))
        .refused(403, "FORBIDDEN");
    cashier.patch(path(member) + "/tags", Map.of("add", List.of("a"))).refused(403, "FORBIDDEN");
  }

  @Test
  void whoIsBlockedNeitherEarnsNorSpendsUntilLetBackIn() {
    Scene scene = scene("profile-block", PROGRAM);
    Api owner = scene.shop.owner();
    String member = scene.shop.member();
    Bill bill = Bill.of("100").by(member);
    scene.buy(bill);
    String status = path(member) + "/status";
    JsonNode silent = owner.put(status, Map.of("status", "BLOCKED")).expect(422);
    assertEquals("reason", silent.at("/errors/0/field").asString());
    owner.put(status, Map.of("status", "BLOCKED", "reason", "fraud")).expect(204);
    assertEquals("BLOCKED", read(owner, member).path("status").asString());
    scene.till.post("/api/v1/quotes", bill.json()).refused(422, "CARD_BLOCKED");
    scene.till.post("/api/v1/receipts", bill.json()).refused(422, "CARD_BLOCKED");
    owner.put(status, Map.of("status", "ACTIVE", "reason", "a mistake")).expect(204);
    scene.buy(bill);
    List<String> kinds =
        StreamSupport.stream(
                owner.get("/api/v1/audit").expect(200).path("items").spliterator(), false)
            .map(e -> e.at("/what/en").asString())
            .filter(what -> what.startsWith("Member"))
            .toList();
    assertEquals(List.of("Member unblocked", "Member blocked"), kinds);
  }

  @Test
  void tagsAreOneWhateverTheCaseAndRulesAndSegmentsAskForThem() {
    Scene scene = scene("profile-tags", PROGRAM);
    Api owner = scene.shop.owner();
    String member = scene.shop.member();
    String other = scene.shop.member();
    assertEquals(0, Scene.balance(owner, member).path("available").asLong());
    JsonNode tags =
        owner.patch(path(member) + "/tags", Map.of("add", List.of("VIP", " кофе "))).expect(200);
    assertEquals(List.of("VIP", "кофе"), texts(tags.path("items")));
    owner.patch(path(other) + "/tags", Map.of("add", List.of("vip"))).expect(200);
    assertEquals(List.of("VIP"), texts(read(owner, other).path("tags")));
    assertEquals(
        List.of("VIP", "кофе"), texts(owner.get("/api/v1/tags").expect(200).path("items")));
    scene.buy(Bill.of("100").by(member));
    assertEquals(Bill.rub("105"), Scene.balance(owner, member).path("available").asLong());
    String plain = scene.shop.member();
    scene.buy(Bill.of("100").by(plain));
    assertEquals(Bill.rub("5"), Scene.balance(owner, plain).path("available").asLong());

    JsonNode condition = SegmentTest.condition("{'type':'memberTag','tags':['VIP','чай']}");
    Map<String, Object> asked = Map.of("condition", condition);
    assertEquals(
        2, owner.post("/api/v1/segments/count", asked).expect(200).path("members").asInt());
    JsonNode why =
        owner
            .post("/api/v1/segments/explain", Map.of("condition", condition, "memberId", member))
            .expect(200);
    assertEquals("VIP, кофе", why.at("/facts/0/found/tags").asString());

    owner
        .patch(path(other) + "/tags", Map.of("add", List.of("чай"), "remove", List.of("vip")))
        .expect(200);
    owner
        .post(path(member) + "/merges", Map.of("memberId", other, "reason", "one person"))
        .expect(201);
    assertEquals(List.of("VIP", "кофе", "чай"), texts(read(owner, member).path("tags")));
    JsonNode long41 =
        owner.patch(path(member) + "/tags", Map.of("add", List.of("x".repeat(41)))).expect(422);
    assertEquals("add", long41.at("/errors/0/field").asString());
    List<String> many = java.util.stream.IntStream.range(0, 28).mapToObj(i -> "t" + i).toList();
    owner.patch(path(member) + "/tags", Map.of("add", many)).refused(422, "TOO_MANY_TAGS");
  }
}
