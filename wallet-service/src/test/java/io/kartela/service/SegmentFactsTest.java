package io.kartela.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What segments ask of goods, wallets, ways to write and RFM scores. */
class SegmentFactsTest extends WithShops {
  private static final String PROGRAM =
      "'tiers':[{'id':'base','name':{'ru':'База','en':'Base'},'rank':1,'earnBp':500}]";
  private static final String SEGMENTS = "/api/v1/segments";
  private static final String WEEK = "'window':{'unit':'DAYS','n':7}";

  /** A shop and its members by name. */
  private final class World {
    final Scene scene;
    final Map<String, String> ids = new TreeMap<>();
    Api owner;

    World(String slug, String... names) {
      clock.set("2026-11-21T12:00:00+03:00");
      this.scene = scene(slug, PROGRAM);
      this.owner = scene.shop.owner();
      for (String name : names) {
        join(name, Map.of());
      }
    }

    void join(String name, Map<String, Object> more) {
      Map<String, Object> body = new TreeMap<>(more);
      body.put("name", name);
      ids.put(name, scene.shop.signUp(body).path("memberId").asString());
    }

    void at(String moment) {
      clock.set(moment);
      owner = scene.shop.ownerAgain();
    }

    String id(String name) {
      return java.util.Objects.requireNonNull(ids.get(name));
    }

    JsonNode buy(String name, Bill bill) {
      return scene.buy(bill.by(id(name)));
    }

    void follow() {
      maker.jobs(clock).followPurchases();
    }

    /** Whom a condition means, counted, shown and explained alike. */
    Set<String> of(String quoted) {
      JsonNode json = SegmentTest.condition(quoted);
      Set<String> found = new TreeSet<>();
      owner
          .post(SEGMENTS + "/sample", Map.of("condition", json))
          .expect(200)
          .path("items")
          .forEach(one -> found.add(one.path("name").asString()));
      ids.keySet()
          .forEach(
              name ->
                  assertEquals(
                      found.contains(name), why(quoted, name).path("holds").asBoolean(), name));
      assertEquals(found.size(), size(quoted).path("members").asInt());
      return found;
    }

    JsonNode size(String quoted) {
      return owner
          .post(SEGMENTS + "/count", Map.of("condition", SegmentTest.condition(quoted)))
          .expect(200);
    }

    JsonNode why(String quoted, String name) {
      return owner
          .post(
              SEGMENTS + "/explain",
              Map.of("condition", SegmentTest.condition(quoted), "memberId", id(name)))
          .expect(200);
    }

    String key(String quoted, String name) {
      return why(quoted, name).at("/facts/0/found/key").asString("none");
    }
  }

  @Test
  void goodsAndCategoriesAreFoundWithReturnsAndMergers() {
    World w = new World("what", "anna", "boris", "clara");
    w.buy("anna", Bill.of().line("coffee", 1, "200").line("cake", 1, "300"));
    w.buy("anna", Bill.of().line("coffee", 2, "400"));
    JsonNode returned = w.buy("boris", Bill.of().line("coffee", 1, "200"));
    w.buy("clara", Bill.of().line("tea", 1, "100").at("2026-11-10T12:00:00+03:00"));
    w.follow();
    w.follow();
    String coffee = "{'type':'boughtGoods','categories':['coffee']," + WEEK + "}";
    assertEquals(Set.of("anna", "boris"), w.of(coffee));
    assertEquals(
        Set.of("anna"),
        w.of("{'type':'boughtGoods','categories':['coffee','cake']," + WEEK + ",'from':2}"));
    assertEquals(2, w.why(coffee, "anna").at("/facts/0/found/count").asInt());
    assertEquals(Set.of("clara"), w.of("{'type':'not','of':" + coffee + "}"));
    assertEquals(
        Set.of("anna"), w.of("{'type':'boughtGoods','skus':['G2']," + WEEK + "}"), "in any case");
    String tea = "{'type':'boughtGoods','categories':['tea'],";
    assertEquals(Set.of(), w.of(tea + WEEK + "}"));
    assertEquals(Set.of("clara"), w.of(tea + "'window':{'unit':'ALL'}}"));

    w.scene.giveAllBack(returned);
    assertEquals(Set.of("anna"), w.of(coffee), "a return is followed at once");
    w.owner
        .post(
            "/api/v1/members/" + w.id("boris") + "/merges",
            Map.of("memberId", w.id("anna"), "reason", "one person"))
        .expect(201);
    assertEquals("anna", w.ids.containsKey("anna") ? "anna" : "");
    w.ids.remove("anna");
    assertEquals(Set.of("boris"), w.of(coffee), "who became another bought as that one");
    w.owner
        .post(
            SEGMENTS + "/count",
            Map.of("condition", SegmentTest.condition("{'type':'boughtGoods'," + WEEK + "}")))
        .refused(422, "CONDITION_INVALID");
  }

  @Test
  void aGoodIsFoundByAnyOfItsCodes() {
    World w = new World("codes", "anna", "boris");
    w.buy("anna", Bill.of("100"));
    w.follow();
    kartela.execute(
        """
        INSERT INTO kartela.goods_item_code (merchant_id, code_key, code, item_id)
        SELECT merchant_id, '4600000000017', '4600000000017', item_id FROM kartela.goods_item_code
        WHERE merchant_id = %d AND code_key = 'g1'
        """
            .formatted(w.scene.shop.id()));
    assertEquals(
        Set.of("anna"), w.of("{'type':'boughtGoods','skus':['4600000000017']," + WEEK + "}"));
  }

  @Test
  void whoRemovedTheCardHadItOnce() {
    World w = new World("removed", "anna", "boris", "clara");
    for (String name : List.of("anna", "boris")) {
      kartela.execute(
          """
          INSERT INTO kartela.google_object (merchant_id, serial, object_id, class_id, content_hash, state, state_at)
          SELECT merchant_id, serial, 'o', 'c', '', 'SAVED', now() FROM kartela.pass WHERE member_id = %s
          """
              .formatted(w.id(name)));
    }
    assertEquals(Set.of(), w.of("{'type':'wallet','holds':'REMOVED'}"));
    kartela.execute(
        "UPDATE kartela.google_object SET state = 'REMOVED' WHERE serial = (SELECT serial FROM"
            + " kartela.pass WHERE member_id = "
            + w.id("anna")
            + ")");
    assertEquals(Set.of("anna"), w.of("{'type':'wallet','holds':'REMOVED'}"));
    assertEquals(Set.of("anna", "clara"), w.of("{'type':'wallet','holds':'NONE'}"));
    assertEquals(Set.of("boris"), w.of("{'type':'reachable','way':'CARD'}"));
  }

  @Test
  void waysLeadToWhoIsWillingAndHasALivingAddress() {
    World w = new World("ways", "anna", "dead");
    w.join("quiet", Map.of("consentMessages", false));
    w.join("child", Map.of("birthDate", "2012-11-22"));
    w.join("teen", Map.of("birthDate", "2012-11-21"));
    address(w, "dead", "SMS", "DEAD");
    address(w, "anna", "TELEGRAM", "ALIVE");
    address(w, "quiet", "TELEGRAM", "ALIVE");
    address(w, "teen", "TELEGRAM", "REFUSED");
    assertEquals(Set.of("anna", "teen"), w.of("{'type':'reachable','way':'SMS'}"));
    assertEquals(Set.of("anna"), w.of("{'type':'reachable','way':'TELEGRAM'}"));
    assertEquals(Set.of(), w.of("{'type':'reachable','way':'MAIL'}"));
    assertEquals(Set.of("anna", "dead", "teen"), w.of("{'type':'consent'}"));
    assertEquals(1, w.size("{'type':'always'}").path("children").asInt());
    w.at("2026-11-22T00:00:00+03:00");
    assertEquals(0, w.size("{'type':'always'}").path("children").asInt(), "fourteen today");
  }

  private void address(World w, String name, String kind, String state) {
    kartela.execute(
        """
        INSERT INTO kartela.member_address (merchant_id, member_id, kind, address, state, why, at)
        SELECT merchant_id, member_id, '%s', phone, '%s', '', now() FROM kartela.member WHERE member_id = %s
        """
            .formatted(kind, state, w.id(name)));
  }

  @Test
  void scoresAreGivenOnceADayAndTheirPastStays() {
    World w = new World("rfm", "a", "b", "c", "d", "never");
    w.at("2025-12-01T12:00:00+03:00");
    w.buy("a", Bill.of("100"));
    for (int day = 1; day <= 3; day++) {
      w.at("2026-03-0" + day + "T12:00:00+03:00");
      w.buy("c", Bill.of("900"));
    }
    w.at("2026-11-21T12:00:00+03:00");
    for (int i = 0; i < 3; i++) {
      w.buy("b", Bill.of("100"));
    }
    w.buy("d", Bill.of("50"));
    w.follow();
    String any = "{'type':'rfmScore'}";
    // Four buyers: three scores. b and d bought today, d once and little.
    assertEquals("1-1-3", w.key(any, "a"));
    assertEquals("5-5-5", w.key(any, "b"));
    assertEquals("3-5-5", w.key(any, "c"));
    assertEquals("5-1-1", w.key(any, "d"));
    assertEquals("none", w.key(any, "never"));
    assertEquals(Set.of("a", "b", "c", "d"), w.of(any));
    assertEquals(Set.of("never"), w.of("{'type':'not','of':" + any + "}"));
    assertEquals(Set.of("b"), w.of("{'type':'rfmScore','recencyFrom':5,'frequencyFrom':4}"));
    assertEquals(Set.of("a"), w.of("{'type':'rfm','groups':['LOST']}"));
    assertEquals(Set.of("c"), w.of("{'type':'rfm','groups':['LOYAL','AT_RISK']}"));
    assertEquals(Set.of("b", "d"), w.of("{'type':'rfm','groups':['NEW','CHAMPIONS']}"));
    w.buy("a", Bill.of("5000"));
    w.follow();
    assertEquals("1-1-3", w.key(any, "a"), "once a day");
    w.at("2026-11-22T00:10:00+03:00");
    w.follow();
    assertEquals("5-3-5", w.key(any, "a"));
    JsonNode moved = w.owner.get("/api/v1/reports/rfm?days=1").expect(200);
    assertEquals("2026-11-22", moved.path("day").asString());
    assertEquals("2026-11-21", moved.path("before").asString());
    assertTrue(
        moved.path("moves").valueStream().anyMatch(m -> m.path("was").asString("").equals("LOST")),
        moved::toString);
    assertEquals(
        4, moved.path("cells").valueStream().mapToInt(m -> m.path("members").asInt()).sum());
    w.at("2027-12-01T12:00:00+03:00");
    w.follow();
    assertEquals(Set.of(), w.of(any), "nobody bought for a year");
    assertEquals(
        1,
        kartela.number(
            "SELECT count(*) FROM kartela.member_rfm WHERE until = '2026-11-22' AND member_id = "
                + w.id("a")));
  }
}
