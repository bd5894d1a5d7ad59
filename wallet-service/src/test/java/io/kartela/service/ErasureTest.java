package io.kartela.service;

import static io.kartela.service.Bill.rub;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kartela.service.shop.staff.Role;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A person's data: handed out whole, and erased so that nothing leads from a receipt to them. */
class ErasureTest extends WithShops {
  private static final String PROGRAM =
      "'tiers':[{'id':'base','name':{'ru':'База','en':'Base'},'rank':1,'earnBp':500}],'rules':["
          + Scene.rule("earn", "'then':{'type':'earnByTier'}")
          + "]";

  ErasureTest() {
    super(clock -> TestKartela.startWith(clock, true, Map.of()));
  }

  private static String path(String member) {
    return "/api/v1/members/" + member;
  }

  private static Answer erase(Api staff, String member) {
    return staff.send("POST", path(member) + "/erasure", null);
  }

  /** Where in the database this text stands, of all tables with text or JSON of this merchant. */
  private List<String> standsIn(long merchant, String text) {
    List<String> tables = new ArrayList<>();
    List<String> found = new ArrayList<>();
    try (Connection c = kartela.admin().getConnection();
        Statement s = c.createStatement()) {
      String columned =
          """
          SELECT DISTINCT table_name FROM information_schema.columns JOIN information_schema.tables
              USING (table_schema, table_name)
          WHERE table_schema = 'kartela' AND table_type = 'BASE TABLE' AND column_name = 'merchant_id'
          """;
      try (ResultSet r = s.executeQuery(columned)) {
        while (r.next()) {
          tables.add(r.getString(1));
        }
      }
      for (String table : tables) {
        String rows =
            "SELECT count(*) FROM kartela.%s t WHERE merchant_id = %d AND t::text LIKE '%%%s%%'"
                .formatted(table, merchant, text);
        try (ResultSet r = s.executeQuery(rows)) {
          if (r.next() && r.getLong(1) > 0) {
            found.add(table);
          }
        }
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return found;
  }

  @Test
  void nothingLeadsToThePersonAndTheBooksStay() {
    Scene scene = scene("erase-all", PROGRAM);
    TestShop shop = scene.shop;
    Api owner = shop.owner();
    String phone = "79167008001";
    JsonNode joined =
        shop.join(Map.of("phone", "+" + phone, "name", "Евдокия", "birthDate", "1987-06-05"));
    String member = joined.path("memberId").asString();
    String token = joined.path("cardToken").asString();
    String code = code(joined);
    String double2 =
        shop.signUp(Map.of("phone", "+79167008002", "name", "Евдокия 2"))
            .path("memberId")
            .asString();
    owner
        .post(path(member) + "/merges", Map.of("memberId", double2, "reason", "Евдокия is one"))
        .expect(201);
    owner.patch(path(member) + "/tags", Map.of("add", List.of("соседка"))).expect(200);
    owner
        .with("If-Match", "\"1\"")
        .patch(path(member), Map.of("email", "evdokia@example.com"))
        .expect(204);
    owner.post(path(member) + "/cards", Map.of("number", "GLX5550012")).expect(201);
    Scene.credit(owner, member, "100", "");
    JsonNode receipt = scene.buy(Bill.of("1000").by(member));
    assertTrue(standsIn(shop.id(), "Евдокия").contains("member"));

    erase(shop.as(Role.MARKETER), member).refused(403, "FORBIDDEN");
    erase(owner, member).expect(204);
    erase(owner, member).expect(204);

    for (String gone :
        List.of(
            "Евдокия", phone, "79167008002", "1987-06-05", "evdokia", "соседка", "GLX5550012")) {
      assertEquals(List.of(), standsIn(shop.id(), gone), gone);
    }
    owner.get(path(member)).refused(404, "MEMBER_NOT_FOUND");
    assertEquals(0, owner.get("/api/v1/members?q=" + phone).expect(200).path("total").asInt());
    kartela.api().get("/api/v1/public/cards/" + token).refused(422, "CARD_REPLACED");
    JsonNode scan =
        scene.till.post("/api/v1/scans", Map.of("text", code, "source", "WEDGE")).json();
    assertFalse(scan.toString().contains(member), scan::toString);
    scene
        .till
        .post("/api/v1/quotes", Bill.of("1").by(member).json())
        .refused(404, "MEMBER_NOT_FOUND");
    JsonNode all = SegmentTest.condition("{'type':'joined','throughDays':9000}");
    assertEquals(
        0,
        owner
            .post("/api/v1/segments/count", Map.of("condition", all))
            .expect(200)
            .path("members")
            .asInt());

    // The books stay, written off; the receipt is nobody's by name and can be returned.
    assertEquals(List.of(0L, 0L), scene.lots(member));
    JsonNode kept = owner.get("/api/v1/receipts/" + receipt.path("id").asString()).expect(200);
    assertEquals(rub("1000"), kept.path("gross").asLong());
    assertTrue(kept.path("memberName").isNull(), kept::toString);
    scene.giveAllBack(receipt);
    JsonNode consents = owner.get(path(member) + "/consents").expect(200).path("items");
    assertEquals(false, consents.at("/0/granted").asBoolean());
    assertEquals(1, owner.get("/api/v1/audit?kind=MEMBER_ERASED").expect(200).path("items").size());

    clock.plus(Duration.ofMinutes(2)); // a phone waits a minute for its next code
    JsonNode again = shop.join(Map.of("phone", "+" + phone, "name", "Евдокия"));
    assertNotEquals(member, again.path("memberId").asString());
    assertTrue(again.path("created").asBoolean());
  }

  @Test
  void bonusesOnHoldAreWaitedFor() {
    Scene scene = scene("erase-held", PROGRAM);
    Api owner = scene.shop.owner();
    String member = scene.shop.member();
    Scene.credit(owner, member, "100", "");
    scene.till.post("/api/v1/holds", Map.of("memberId", member, "amount", rub("40"))).expect(201);
    erase(owner, member).refused(409, "OPEN_HOLDS");
    owner.get(path(member)).expect(200);
    erase(owner, "12345").refused(404, "MEMBER_NOT_FOUND");
  }

  @Test
  void aPersonGetsAllThatIsKeptInOneFile() {
    Scene scene = scene("erase-export", PROGRAM);
    Api owner = scene.shop.owner();
    String member = scene.shop.join(Map.of("name", "Глафира")).path("memberId").asString();
    for (int i = 0; i < 3; i++) {
      scene.buy(Bill.of("100").by(member));
    }
    owner
        .post(path(member) + "/adjustments", Map.of("amount", 500, "reason", "внутренняя причина"))
        .expect(201);
    scene.shop.as(Role.MARKETER).get(path(member) + "/personal-data").refused(403, "FORBIDDEN");
    Answer file = owner.get(path(member) + "/personal-data");
    JsonNode data = file.expect(200);
    assertTrue(file.header("Content-Disposition").contains("member-" + member + ".json"));
    assertEquals("Глафира", data.at("/profile/0/name").asString());
    assertEquals(3, data.path("receipts").size());
    assertEquals(1, data.at("/receipts/0/lines").size(), data::toString);
    assertEquals(4, data.path("operations").size());
    // Why the staff did it by hand is the shop's own affair, and who did it is theirs.
    assertFalse(file.text().contains("внутренняя причина"));
    assertTrue(
        data.at("/operations/0/author").isMissingNode()
            || data.at("/operations/0/author").isNull());
    assertEquals(3, data.path("consents").size());
    assertEquals(
        1, owner.get("/api/v1/audit?kind=PERSONAL_DATA_EXPORTED").expect(200).path("items").size());
  }
}
