package io.kartela.service;

import static io.kartela.service.Bill.rub;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kartela.service.shop.staff.Role;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What a member's page tells beside the figures: grants and their ends, receipts, doubles. */
class MemberStoryTest extends WithShops {
  private static final String PROGRAM =
      "'tiers':[{'id':'base','name':{'ru':'База','en':'Base'},'rank':1,'earnBp':500}],"
          + "'rules':["
          + Scene.rule("earn", "'then':{'type':'earnByTier'}")
          + "]";

  MemberStoryTest() {
    super(TestKartela::startWithSimulator);
  }

  private static String path(String member) {
    return "/api/v1/members/" + member;
  }

  private static List<JsonNode> lots(Api staff, String member) {
    JsonNode list = staff.get(path(member) + "/lots").expect(200);
    return StreamSupport.stream(list.path("items").spliterator(), false).toList();
  }

  private static Answer takeBack(Api staff, String member, JsonNode lot) {
    return staff.post(
        path(member) + "/lots/" + lot.path("id").asString() + "/void", Map.of("reason", "wrong"));
  }

  @Test
  void whatIsLeftOfACreditIsTakenBackAndNothingElse() {
    clock.set("2026-11-20T12:00:00+03:00");
    Scene scene = scene("story-void", PROGRAM);
    Api owner = scene.shop.owner();
    String member = scene.shop.member();
    Scene.credit(owner, member, "100", "2026-12-02");
    scene.buy(Bill.of("1000").by(member));
    Scene.credit(owner, member, "200", "2027-01-31");
    scene.buy(Bill.of("300").by(member).spending("30"));
    List<JsonNode> lots = lots(owner, member);
    assertEquals(
        List.of(rub("70"), rub("200"), rub("50"), rub("13")),
        lots.stream().map(l -> l.path("left").asLong()).toList());
    assertEquals("2026-12-02T21:00:00Z", lots.getFirst().at("/life/expiresAt").asString());
    assertTrue(lots.getLast().at("/life/expiresAt").isMissingNode(), "never burns");
    assertEquals("test", lots.getFirst().at("/source/reason").asString());

    Api cashier = scene.shop.as(Role.CASHIER);
    takeBack(cashier, member, lots.getFirst()).refused(403, "FORBIDDEN");
    takeBack(owner, member, lots.getLast()).refused(404, "GRANT_NOT_FOUND");
    Api once = owner.once("void-1");
    for (int i = 0; i < 2; i++) {
      JsonNode balance = takeBack(once, member, lots.getFirst()).expect(201);
      assertEquals(rub("263"), balance.path("available").asLong());
    }
    takeBack(owner, member, lots.getFirst()).refused(409, "NOTHING_TO_VOID");
    assertEquals(
        List.of(rub("200"), rub("50"), rub("13")),
        lots(owner, member).stream().map(l -> l.path("left").asLong()).toList());
    JsonNode line = owner.get(path(member) + "/operations?limit=1").expect(200).at("/items/0");
    assertEquals("Credit taken back by the shop", line.at("/text/en").asString());
    assertEquals(-rub("70"), line.path("amount").asLong());
    assertEquals("wrong", line.path("reason").asString());
    JsonNode entry = owner.get("/api/v1/audit?kind=GRANT_VOIDED").expect(200).path("items");
    assertEquals(1, entry.size());
  }

  @Test
  void whatIsOnHoldOrBurnedStays() {
    clock.set("2026-11-20T12:00:00+03:00");
    Scene scene = scene("story-held", PROGRAM);
    Api owner = scene.shop.owner();
    String member = scene.shop.member();
    Scene.credit(owner, member, "100", "2026-12-02");
    scene.till.post("/api/v1/holds", Map.of("memberId", member, "amount", rub("40"))).expect(201);
    JsonNode lot = lots(owner, member).getFirst();
    assertEquals(rub("40"), lot.path("held").asLong());
    JsonNode balance = takeBack(owner, member, lot).expect(201);
    assertEquals(rub("40"), balance.path("held").asLong());
    assertEquals(0, balance.path("available").asLong());
    clock.set("2026-12-03T12:00:00+03:00");
    Api later = scene.shop.ownerAgain();
    assertEquals(List.of(), lots(later, member));
    takeBack(later, member, lot).refused(409, "NOTHING_TO_VOID");
  }

  @Test
  void aReceiptSaysWhereItWasMade() {
    Scene scene = scene("story-receipt", PROGRAM);
    Api owner = scene.shop.owner();
    String member = scene.shop.member();
    String id = scene.buy(Bill.of("100").by(member)).path("id").asString();
    JsonNode operation = owner.get(path(member) + "/operations").expect(200).at("/items/0");
    assertEquals(id, operation.path("receiptId").asString());
    JsonNode receipt = owner.get("/api/v1/receipts/" + id).expect(200);
    assertEquals("Store", receipt.at("/place/store").asString());
    assertEquals("Register", receipt.at("/place/register").asString());
    assertTrue(receipt.path("explanations").size() > 0, receipt::toString);
  }

  @Test
  void allThatWasBoughtIsThereAlsoWhatBroughtNoBonuses() {
    Scene scene = scene("story-bought", PROGRAM.replace("'earnBp':500", "'earnBp':0"));
    Api owner = scene.shop.owner();
    String member = scene.shop.member();
    scene.buy(Bill.of("50").by(scene.shop.member()));
    String first = scene.buy(Bill.of("100").by(member)).path("id").asString();
    String second = scene.buy(Bill.of("200").by(member)).path("id").asString();
    JsonNode page = owner.get(path(member) + "/receipts?limit=1").expect(200);
    assertEquals(second, page.at("/items/0/id").asString());
    assertEquals("Store", page.at("/items/0/place/store").asString());
    page =
        owner
            .get(path(member) + "/receipts?limit=1&cursor=" + page.path("nextCursor").asString())
            .expect(200);
    assertEquals(first, page.at("/items/0/id").asString());
    assertTrue(page.path("nextCursor").isNull());
  }

  @Test
  void whatWasSaidToAMemberIsToldWithItsVerdict() {
    TestShop shop = maker.openCareful("story-said", PROGRAM);
    Api owner = shop.owner();
    String phone = "+79168884455";
    String member = shop.signUp(Map.of("phone", phone, "name", "Вера")).path("memberId").asString();
    shop.register().post("/api/v1/scans", Map.of("text", phone)).expect(200);
    shop.register().post("/api/v1/spend-codes", Map.of("memberId", member)).expect(202);
    clock.plus(java.time.Duration.ofMinutes(1));
    String campaign =
        owner
            .post("/api/v1/campaigns", Map.of("name", "Кофе", "text", "Сегодня кофе за наш счёт"))
            .expect(201)
            .path("id")
            .asString();
    while (!owner
        .get("/api/v1/campaigns/" + campaign)
        .expect(200)
        .path("state")
        .asString()
        .equals("DONE")) {
      Thread.onSpinWait();
    }
    JsonNode said = owner.get(path(member) + "/messages").expect(200).path("items");
    assertEquals(2, said.size(), said::toString);
    assertEquals("CAMPAIGN", said.at("/0/reason").asString());
    assertEquals("SKIPPED", said.at("/0/verdict").asString());
    assertEquals("NO_WALLET", said.at("/0/why").asString());
    assertEquals("Сегодня кофе за наш счёт", said.at("/0/text").asString());
    assertEquals("SPEND_CODE", said.at("/1/reason").asString());
    assertEquals("SENT", said.at("/1/verdict").asString());
    assertEquals("•••• 4455", said.at("/1/address").asString());
    assertTrue(said.at("/1/text").isMissingNode(), "a code is kept nowhere");
    String other = shop.member();
    assertEquals(0, owner.get(path(other) + "/messages").expect(200).path("items").size());
    owner.get(path("1") + "/messages").refused(404, "MEMBER_NOT_FOUND");
  }

  @Test
  void whoMayBeTheSamePersonIsToldWithWhy() {
    TestShop shop = maker.open("story-doubles", PROGRAM);
    Api owner = shop.owner();
    String anna = joined(shop, "Анна Ковалёва", "+79161234567", "1990-12-30");
    joined(shop, "анна ковалева", "+79031112233", "1990-12-30");
    joined(shop, "Анна  Ковалева", "+79031112244", "1991-01-01");
    joined(shop, "Борис", "+79261234567", "1980-01-01");
    joined(shop, "Анна", "+79031112255", "1990-12-30");
    String mail = joined(shop, "Вера", "+79031112266", "1980-01-02");
    for (String member : List.of(anna, mail)) {
      owner
          .with("If-Match", "\"1\"")
          .patch(path(member), Map.of("email", "anna@example.com"))
          .expect(204);
    }
    JsonNode found = owner.get(path(anna) + "/doubles").expect(200).path("items");
    assertEquals(
        List.of(
            "Вера [\"EMAIL\"]",
            "анна ковалева [\"NAME_AND_BIRTHDAY\"]",
            "Борис [\"PHONE\"]",
            "Анна Ковалева [\"NAME\"]"),
        StreamSupport.stream(found.spliterator(), false)
            .map(one -> one.path("name").asString() + " " + one.path("reasons"))
            .toList());
    shop.as(Role.MARKETER).get(path(anna) + "/doubles").refused(403, "FORBIDDEN");
  }

  private static String joined(TestShop shop, String name, String phone, String born) {
    return shop.signUp(Map.of("name", name, "phone", phone, "birthDate", born))
        .path("memberId")
        .asString();
  }
}
