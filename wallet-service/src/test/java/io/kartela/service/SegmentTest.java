package io.kartela.service;

import static io.kartela.service.Bill.rub;
import static io.kartela.service.Scene.credit;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Conditions over members: whom each kind means, why, and segments that keep them. */
class SegmentTest extends WithShops {
  private static final String PROGRAM =
      "'tiers':[{'id':'base','name':{'ru':'База','en':'Base'},'rank':1,'earnBp':500},"
          + "{'id':'gold','name':{'ru':'Золото','en':'Gold'},'rank':2,'earnBp':1000,'upgrades':["
          + "{'type':'totalPurchases','from':1000000}]}]";
  private static final String SEGMENTS = "/api/v1/segments";

  SegmentTest() {
    super(TestKartela::startWithSimulator);
  }

  /** A shop whose members have pasts that differ in everything a condition may ask. */
  private final class World {
    final Scene scene;
    Api owner;

    /** Members by name. */
    final Map<String, String> ids = new TreeMap<>();

    World(String slug) {
      clock.set("2026-06-01T12:00:00+03:00");
      scene = scene(slug, PROGRAM);
      owner = scene.shop.owner();
      joined("anna", Map.of("birthDate", "1990-12-30"));
      joined("boris", Map.of("birthDate", "2000-02-29", "consentMessages", false));
      joined("clara", Map.of());
      scene.buy(Bill.of("12000").by(id("anna")));
      scene.buy(Bill.of("100").by(id("boris")));
      at("2026-11-01T12:00:00+03:00");
      joined("denis", Map.of());
      scene.buy(Bill.of("300").by(id("boris")));
      scene.buy(Bill.of("500", "100").by(id("boris")));
      scene.giveAllBack(scene.buy(Bill.of("9000").by(id("denis"))));
      credit(owner, id("clara"), "50", "");
      at("2026-11-21T12:00:00+03:00");
    }

    /** Another day, on which the owner signs in again. */
    void at(String offsetDateTime) {
      clock.set(offsetDateTime);
      owner = scene.shop.ownerAgain();
    }

    String id(String name) {
      return java.util.Objects.requireNonNull(ids.get(name));
    }

    void joined(String name, Map<String, Object> more) {
      Map<String, Object> body = new LinkedHashMap<>(more);
      body.put("name", name);
      ids.put(name, scene.shop.signUp(body).path("memberId").asString());
    }

    /** Whom a condition means, counted, shown and explained alike. */
    Set<String> of(String condition) {
      JsonNode json = condition(condition);
      Set<String> found = new TreeSet<>();
      for (JsonNode one :
          owner.post(SEGMENTS + "/sample", Map.of("condition", json)).expect(200).path("items")) {
        assertTrue(one.path("holds").asBoolean(), one::toString);
        found.add(one.path("name").asString());
      }
      JsonNode count = owner.post(SEGMENTS + "/count", Map.of("condition", json)).expect(200);
      assertEquals(found.size(), count.path("members").asInt(), condition);
      ids.forEach(
          (name, id) ->
              assertEquals(found.contains(name), why(condition, name).path("holds").asBoolean()));
      return found;
    }

    JsonNode why(String condition, String name) {
      return owner
          .post(
              SEGMENTS + "/explain",
              Map.of("condition", condition(condition), "memberId", id(name)))
          .expect(200);
    }

    JsonNode found(String condition, String name) {
      return why(condition, name).at("/facts/0/found");
    }
  }

  static JsonNode condition(String quoted) {
    return io.kartela.service.platform.http.Http.JSON.readTree(quoted.replace('\'', '"'));
  }

  @Test
  void eachKindMeansItsMembersAndSaysWhatItFound() {
    World w = new World("kinds");
    Set<String> all = w.ids.keySet();
    assertEquals(all, w.of("{'type':'always'}"));
    assertEquals(Set.of("anna"), w.of("{'type':'inTier','tiers':['gold']}"));
    assertEquals(
        "base", w.found("{'type':'inTier','tiers':['gold']}", "boris").path("key").asString());
    assertEquals(Set.of("clara"), w.of("{'type':'balance','range':{'from':5000}}"));
    assertEquals(Set.of(), w.of("{'type':'balance','range':{'from':5000,'above':true}}"));
    assertEquals(
        rub("50"),
        w.found("{'type':'balance','range':{'from':1}}", "clara").path("amount").asLong());
    assertEquals(
        Set.of("boris", "clara", "denis"),
        w.of(
            "{'type':'purchasesSum','window':{'unit':'ALL'},'range':{'to':100000,'including':true}}"));
    String lately = "'window':{'unit':'DAYS','n':30}";
    assertEquals(
        Set.of("boris"), w.of("{'type':'purchasesSum'," + lately + ",'range':{'from':90000}}"));
    assertEquals(
        rub("900"),
        w.found("{'type':'purchasesSum'," + lately + ",'range':{'from':0}}", "boris")
            .path("amount")
            .asLong());
    assertEquals(
        Set.of("anna", "clara", "denis"),
        w.of("{'type':'purchasesCount'," + lately + ",'through':0}"));
    assertEquals(
        Set.of("boris"),
        w.of("{'type':'averageReceipt'," + lately + ",'range':{'from':45000,'to':45001}}"));
    assertEquals(
        Set.of("anna"),
        w.of("{'type':'averageReceipt','window':{'unit':'ALL'},'range':{'from':40000}}"));
    assertEquals(Set.of("anna"), w.of("{'type':'lastPurchase','fromDays':60}"));
    assertEquals(Set.of("boris"), w.of("{'type':'lastPurchase','throughDays':20}"));
    assertEquals(Set.of("clara", "denis"), w.of("{'type':'firstPurchase'}"));
    assertEquals(Set.of("denis"), w.of("{'type':'joined','throughDays':20}"));
    assertEquals(
        Set.of("anna", "boris", "clara"),
        w.of("{'type':'joined','fromDays':21,'throughDays':200}"));
    assertEquals(Set.of("anna", "clara", "denis"), w.of("{'type':'consent'}"));
    assertEquals(all, w.of("{'type':'wallet','holds':'NONE'}"));
  }

  @Test
  void theRestOfAWindowsFirstDayCounts() {
    World w = new World("edges");
    String ten = "{'type':'purchasesCount','window':{'unit':'DAYS','n':20},'from':1}";
    assertEquals(Set.of("boris"), w.of(ten));
    clock.set("2026-11-21T12:00:01+03:00");
    assertEquals(Set.of(), w.of(ten));
    assertEquals(
        Set.of("anna", "boris"),
        w.of(
            "{'type':'purchasesCount','window':{'unit':'FULL_MONTHS','n':6},'from':1,'through':1}"));
  }

  @Test
  void birthdaysGoOverTheYearsEndAndTheTwentyNinthOfFebruary() {
    World w = new World("birthdays");
    w.at("2026-12-31T12:00:00+03:00");
    assertEquals(Set.of("anna"), w.of("{'type':'birthday','daysBefore':0,'daysAfter':1}"));
    w.at("2027-01-02T12:00:00+03:00");
    assertEquals(Set.of("anna"), w.of("{'type':'birthday','daysBefore':0,'daysAfter':3}"));
    assertEquals(Set.of(), w.of("{'type':'birthday','daysBefore':0,'daysAfter':2}"));
    w.at("2026-12-20T12:00:00+03:00");
    assertEquals(
        Set.of("anna", "boris"), w.of("{'type':'birthday','daysBefore':70,'daysAfter':0}"));
    assertEquals(
        Set.of("anna"), w.of("{'type':'birthday','daysBefore':70,'daysAfter':0,'feb29':'MAR_1'}"));
    assertEquals(
        Set.of("anna", "boris"),
        w.of("{'type':'birthday','daysBefore':71,'daysAfter':0,'feb29':'MAR_1'}"));
  }

  @Test
  void friendsStoresAndWalletsAreFound() {
    World w = new World("friends");
    JsonNode inviter = w.scene.shop.signUp(Map.of("name", "inviter"));
    w.ids.put("inviter", inviter.path("memberId").asString());
    String code = web(inviter.path("cardToken").asString()).at("/invite/code").asString();
    JsonNode friend = w.scene.shop.join(Map.of("name", "friend", "inviteCode", code));
    w.ids.put("friend", friend.path("memberId").asString());
    assertEquals(Set.of("friend"), w.of("{'type':'invited'}"));
    assertEquals(Set.of("inviter"), w.of("{'type':'brought'}"));
    assertEquals(1, w.found("{'type':'brought','from':2}", "inviter").path("count").asInt());
    w.scene
        .shop
        .registerIn("Asia/Omsk")
        .post("/api/v1/receipts", Bill.of("10").by(w.id("clara")).json())
        .expect(201);
    JsonNode stores = w.owner.get("/api/v1/stores").expect(200).path("items");
    String omsk = stores.get(1).path("id").asString();
    String there =
        "{'type':'boughtInStore','stores':['" + omsk + "'],'window':{'unit':'DAYS','n':7}}";
    assertEquals(Set.of("clara"), w.of(there));
    kartela.execute(
        """
        INSERT INTO kartela.google_object (merchant_id, serial, object_id, class_id, content_hash, state, state_at)
        SELECT merchant_id, serial, 'o', 'c', '', 'SAVED', now() FROM kartela.pass WHERE member_id = %s
        """
            .formatted(w.id("denis")));
    assertEquals(Set.of("denis"), w.of("{'type':'wallet','holds':'GOOGLE'}"));
    assertEquals(Set.of("denis"), w.of("{'type':'wallet','holds':'ANY'}"));
    assertEquals(Set.of(), w.of("{'type':'wallet','holds':'APPLE'}"));
    assertEquals(
        "GOOGLE", w.found("{'type':'wallet','holds':'NONE'}", "denis").path("key").asString());
  }

  @Test
  void andOrNotSayOfEachFactWhetherItHolds() {
    World w = new World("trees");
    String tree =
        "{'type':'all','of':[{'type':'not','of':{'type':'inTier','tiers':['gold']}},"
            + "{'type':'any','of':[{'type':'firstPurchase'},{'type':'lastPurchase','fromDays':60}]}]}";
    assertEquals(Set.of("clara", "denis"), w.of(tree));
    // The opposite of what nobody can be asked is not true by itself: who never bought is in it.
    assertEquals(
        Set.of("boris", "clara", "denis"),
        w.of("{'type':'not','of':{'type':'lastPurchase','fromDays':60}}"));
    JsonNode why = w.why(tree, "anna");
    assertFalse(why.path("holds").asBoolean());
    assertEquals(
        List.of(
            "/of/0/of inTier true",
            "/of/1/of/0 firstPurchase false",
            "/of/1/of/1 lastPurchase true"),
        why.path("facts")
            .valueStream()
            .map(
                f ->
                    f.path("at").asString()
                        + " "
                        + f.path("type").asString()
                        + " "
                        + f.path("holds").asBoolean())
            .toList());
    assertEquals("2026-06-01T09:00:00Z", why.at("/facts/2/found/at").asString());
    assertTrue(w.why(tree, "clara").at("/facts/2/found").isEmpty());
    w.owner
        .post(SEGMENTS + "/explain", Map.of("condition", condition(tree), "memberId", "999999"))
        .refused(404, "MEMBER_NOT_FOUND");
  }

  @Test
  void mistakesAreToldAtTheirPlaces() {
    Scene s = scene("mistakes", PROGRAM);
    Api owner = s.shop.owner();
    String wrong =
        "{'type':'all','of':[{'type':'inTier','tiers':['gold','iron']},{'type':'balance','range':{'from':2,'to':1}},"
            + "{'type':'boughtInStore','stores':['1'],'window':{'unit':'ALL'}},{'type':'balance','range':{}}]}";
    assertEquals(
        List.of(
            "/of/0/tiers UNKNOWN_TIER",
            "/of/1/range EMPTY_RANGE",
            "/of/2/stores UNKNOWN_STORE",
            "/of/3/range MISSING_FIELD"),
        errors(owner, wrong));
    assertEquals(
        List.of("/of/type UNKNOWN_TYPE"), errors(owner, "{'type':'not','of':{'type':'inTear'}}"));
    assertEquals(List.of("/fromDays MISSING_FIELD"), errors(owner, "{'type':'joined'}"));
    assertEquals(List.of(" WRONG_TYPE"), errors(owner, "[]"));
    String leaf = "{'type':'consent'}";
    String deep = leaf;
    for (int i = 0; i < 6; i++) {
      deep = "{'type':'not','of':" + deep + "}";
    }
    assertEquals(List.of("/of/of/of/of/of/of TOO_DEEP"), errors(owner, deep));
    String ten =
        "{'type':'any','of':["
            + String.join(
                ",", java.util.Collections.nCopies(16, "{'type':'not','of':" + leaf + "}"))
            + "]}";
    assertEquals(
        List.of(" TOO_MANY"),
        errors(owner, "{'type':'all','of':[" + ten + "," + ten.replace("any", "all") + "]}"));
    owner.post(SEGMENTS, Map.of("name", " ")).refused(422, "INVALID_FIELDS");
    s.shop.register().get(SEGMENTS).refused(401, "UNAUTHENTICATED");
  }

  private static List<String> errors(Api owner, String condition) {
    JsonNode refused =
        owner
            .post(SEGMENTS + "/count", Map.of("condition", condition(condition)))
            .refused(422, "CONDITION_INVALID");
    return refused
        .path("errors")
        .valueStream()
        .map(e -> e.path("field").asString() + " " + e.path("code").asString())
        .toList();
  }

  @Test
  void aSegmentIsChangedByWhoSawItsRevisionAndStaysWhileACampaignBuildsOnIt() {
    World w = new World("kept");
    TestShop other = maker.open("keptnot", PROGRAM);
    Api stranger = other.owner();
    JsonNode gold = condition("{'type':'inTier','tiers':['gold']}");
    JsonNode base = condition("{'type':'inTier','tiers':['base']}");
    Answer made = w.owner.post(SEGMENTS, Map.of("name", "Best", "condition", gold));
    String id = made.expect(201).path("id").asString();
    assertEquals("\"1\"", made.header("ETag"));
    String one = SEGMENTS + "/" + id;
    Map<String, Object> changed = Map.of("name", "Rest", "condition", base);
    w.owner.put(one, changed).refused(422, "INVALID_FIELDS");
    w.owner.with("If-Match", "\"7\"").put(one, changed).refused(409, "SEGMENT_CHANGED");
    JsonNode second = w.owner.with("If-Match", "\"1\"").put(one, changed).expect(200);
    assertEquals(2, second.path("revision").asInt());
    assertEquals(
        3,
        w.owner
            .post(SEGMENTS + "/count", Map.of("segmentId", id))
            .expect(200)
            .path("members")
            .asInt());
    stranger.get(one).refused(404, "SEGMENT_NOT_FOUND");
    stranger.with("If-Match", "\"2\"").delete(one).refused(404, "SEGMENT_NOT_FOUND");
    stranger.post("/api/v1/campaigns", campaign(id)).refused(404, "SEGMENT_NOT_FOUND");
    assertEquals(0, stranger.get(SEGMENTS).expect(200).path("items").size());

    JsonNode campaign = w.owner.once("k").post("/api/v1/campaigns", campaign(id)).expect(201);
    assertEquals(3, campaign.path("total").asInt());
    assertEquals(base, campaign.path("condition"));
    hold(campaign);
    w.owner.with("If-Match", "\"2\"").put(one, changed).refused(409, "SEGMENT_IN_USE");
    w.owner.with("If-Match", "\"2\"").delete(one).refused(409, "SEGMENT_IN_USE");
    w.owner
        .put(
            "/api/v1/campaigns/" + campaign.path("id").asString() + "/state",
            Map.of("state", "CANCELLED"))
        .expect(200);
    w.owner
        .with("If-Match", "\"2\"")
        .put(one, Map.of("name", "Best", "condition", gold))
        .expect(200);
    // The same request again is the same campaign, whatever its segment means by now.
    assertEquals(
        campaign.path("id"),
        w.owner.once("k").post("/api/v1/campaigns", campaign(id)).expect(201).path("id"));
    w.owner.with("If-Match", "\"3\"").delete(one).expect(204);
    assertEquals(
        "SEGMENT_CREATED SEGMENT_CHANGED SEGMENT_CHANGED SEGMENT_DELETED",
        kartela.text(
            "SELECT string_agg(action, ' ' ORDER BY audit_id) FROM kartela.audit WHERE subject ="
                + " 'segment:"
                + id
                + "'"));
  }

  @Test
  void aCampaignGoesToWhomItsConditionMeans() {
    World w = new World("written");
    JsonNode sleepy = condition("{'type':'lastPurchase','fromDays':60}");
    Map<String, Object> whom = Map.of("condition", sleepy);
    JsonNode reach = w.owner.post("/api/v1/campaigns/audience", whom).expect(200);
    assertEquals(1, reach.path("members").asInt());
    assertEquals(
        4,
        w.owner.post("/api/v1/campaigns/audience", Map.of()).expect(200).path("members").asInt());
    Map<String, Object> body = Map.of("name", "N", "text", "T", "condition", sleepy);
    JsonNode campaign = w.owner.once("c").post("/api/v1/campaigns", body).expect(201);
    assertEquals(
        w.id("anna"),
        kartela.text(
            "SELECT string_agg(member_id::text, ' ') FROM kartela.campaign_recipient WHERE"
                + " campaign_id = "
                + campaign.path("id").asString()));
    w.owner
        .once("c")
        .post(
            "/api/v1/campaigns",
            Map.of("name", "N", "text", "T", "condition", condition("{'type':'consent'}")))
        .refused(409, "IDEMPOTENCY_KEY_REUSED");
    JsonNode old =
        w.owner
            .post("/api/v1/campaigns", Map.of("name", "N", "text", "T", "tier", "gold"))
            .expect(201);
    assertEquals(1, old.path("total").asInt());
    assertEquals("gold", old.path("tier").asString());
    assertEquals(condition("{'type':'inTier','tiers':['gold']}"), old.path("condition"));
    w.owner
        .post(
            "/api/v1/campaigns",
            Map.of("name", "N", "text", "T", "tier", "gold", "condition", sleepy))
        .refused(422, "INVALID_FIELDS");
  }

  private static Map<String, Object> campaign(String segment) {
    return Map.of("name", "N", "text", "T", "segmentId", segment);
  }

  /** Keeps a campaign open as a node that works on it would. */
  private void hold(JsonNode campaign) {
    String id = campaign.path("id").asString();
    kartela.execute(
        "UPDATE kartela.campaign_chunk SET done = false, epoch = epoch + 1, delivered = 0, failed ="
            + " 0, skipped = 0, lease_until = now() + interval '1 hour' WHERE campaign_id = "
            + id);
    kartela.execute("UPDATE kartela.campaign SET state = 'RUNNING' WHERE campaign_id = " + id);
  }
}
