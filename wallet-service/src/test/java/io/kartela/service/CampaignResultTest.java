package io.kartela.service;

import static io.kartela.service.Bill.rub;
import static io.kartela.service.Scene.credit;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What a campaign brought: S25 with other numbers, through the till and by the clock. */
class CampaignResultTest extends WithShops {
  private static final String PROGRAM =
      "'tiers':[{'id':'base','name':{'ru':'База','en':'Base'},'rank':1,'maxSpendBp':5000}]";

  @Override
  Scene scene(String slug, String program) {
    clock.set("2026-11-20T11:00:00+03:00");
    return super.scene(slug, program);
  }

  private static JsonNode start(Api owner, Map<String, Object> how) {
    Map<String, Object> body = new LinkedHashMap<>(Map.of("name", "Win back", "text", "Hello"));
    body.putAll(how);
    return owner.post("/api/v1/campaigns", body).expect(201);
  }

  private static JsonNode result(Api owner, String campaign) {
    return owner.get("/api/v1/campaigns/" + campaign + "/result").expect(200);
  }

  /** Members of the campaign with this reason; "" = who is written to. */
  private List<String> members(String campaign, String reason) {
    String all =
        kartela.text(
            """
            SELECT coalesce(string_agg(member_id::text, ' ' ORDER BY member_id), '') FROM kartela.campaign_recipient
            WHERE campaign_id = %s AND CASE WHEN reason LIKE '%%HOLD_OUT' THEN reason ELSE '' END = '%s'
            """
                .formatted(campaign, reason));
    return all.isEmpty() ? List.of() : Arrays.asList(all.split(" ", -1));
  }

  private static void settle(Api owner, int global, @Nullable Integer margin) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("globalHoldOutPercent", global);
    body.put("marginPercent", margin);
    owner.put("/api/v1/result-settings", body).expect(200);
  }

  private static void signUp(Scene s, int members) {
    for (int i = 0; i < members; i++) {
      s.shop.member();
    }
  }

  @Test
  void s25WithOtherNumbersToTheKopeck() {
    Scene s = scene("brought", PROGRAM);
    Api owner = s.shop.owner();
    settle(owner, 0, 40);
    signUp(s, 250);
    String early =
        kartela.text(
            "SELECT min(member_id)::text FROM kartela.member WHERE merchant_id = " + s.shop.id());
    s.buy(Bill.of("9999").by(early));
    clock.plus(Duration.ofMinutes(1));
    String campaign = start(owner, Map.of("holdOutPercent", 20)).path("id").asString();
    List<String> treated = members(campaign, "");
    List<String> heldOut = members(campaign, "HOLD_OUT");
    assertEquals(List.of(200, 50), List.of(treated.size(), heldOut.size()));

    clock.plus(Duration.ofDays(3));
    owner = s.shop.ownerAgain();
    List<JsonNode> receipts = new ArrayList<>();
    for (String member : treated.subList(0, 24)) {
      credit(owner, member, "300", "2026-12-31");
      receipts.add(s.buy(Bill.of("1000", "500").by(member).spending("300")));
    }
    for (String member : heldOut.subList(0, 3)) {
      s.buy(Bill.of("800").by(member));
    }
    JsonNode late = s.buy(Bill.of("250.01").by(treated.get(30)));
    JsonNode back = s.giveBack(receipts.getFirst(), 2, 1).expect(201);
    JsonNode running = result(owner, campaign);
    assertFalse(running.path("ended").asBoolean());
    assertEquals(11, running.path("daysLeft").asInt());

    clock.plus(Duration.ofDays(11));
    // After the window: neither a purchase nor a return counts any more.
    s.giveAllBack(late);
    s.buy(Bill.of("7777").by(treated.get(40)));
    JsonNode over = result(s.shop.ownerAgain(), campaign);
    assertTrue(over.path("ended").asBoolean());
    assertEquals(0, over.path("daysLeft").asInt());

    long purchases = 24 * rub("1500") - rub("500") + rub("250.01");
    long bonuses = 24 * rub("300") - back.path("bonusesBack").asLong();
    assertEquals(25, over.at("/treated/buyers").asInt(), over::toString);
    assertEquals(purchases, over.at("/treated/purchases").asLong());
    assertEquals(bonuses, over.at("/treated/bonuses").asLong());
    assertEquals(purchases - bonuses, over.at("/treated/money").asLong());
    assertEquals(3 * rub("800"), over.at("/heldOut/purchases").asLong());
    long above = purchases - 200 * rub("48");
    assertEquals(above, over.at("/above/purchases/value").asLong());
    assertEquals(13.0, over.at("/above/buyers/value").asDouble(), 1e-9);
    assertEquals(bonuses, over.at("/above/bonuses").asLong());
    assertEquals(above - bonuses, over.at("/above/net").asLong());
    assertEquals(
        Math.round(0.4 * above) - bonuses, over.at("/above/profit/value").asLong(), over::toString);
    assertEquals("NOT_PROVEN_YET", over.at("/above/label").asString(), "three buyers are no proof");
    assertEquals("FISHER", over.at("/above/buyersTest").asString());
    assertEquals("PERMUTATION", over.at("/above/purchasesTest").asString());
    assertTrue(over.at("/above/profit/low").asLong() < over.at("/above/profit/value").asLong());
    assertEquals(over, result(s.shop.ownerAgain(), campaign), "a report never changes by itself");
    double wide = width(running);
    assertEquals(1.231, wide / width(over), 0.001, "whoever looks early sees a wider interval");
    assertEquals(totals(campaign), List.of(purchases - bonuses, bonuses));
  }

  private static double width(JsonNode result) {
    return result.at("/above/purchases/high").asDouble()
        - result.at("/above/purchases/low").asDouble();
  }

  /** Money and bonuses of who was written to, by the receipts' own columns. */
  private List<Long> totals(String campaign) {
    String sums =
        kartela.text(
            """
            WITH w AS (SELECT r.receipt_id, r.net, r.spent, k.created_at + interval '14 days' AS ends FROM kartela.campaign k
                JOIN kartela.campaign_recipient p USING (merchant_id, campaign_id)
                JOIN kartela.receipt r ON r.merchant_id = p.merchant_id AND r.member_id = p.member_id
                    AND r.at >= k.created_at AND r.at < k.created_at + interval '14 days'
                WHERE k.campaign_id = %s AND p.reason IS DISTINCT FROM 'HOLD_OUT')
            SELECT (sum(net) - (SELECT sum(b.money) FROM kartela.receipt_return b JOIN w USING (receipt_id) WHERE b.at < w.ends))
                || ' ' || (sum(spent) - (SELECT sum(b.bonuses_back) FROM kartela.receipt_return b JOIN w USING (receipt_id) WHERE b.at < w.ends))
            FROM w
            """
                .formatted(campaign));
    return Arrays.stream(sums.split(" ", -1)).map(Long::valueOf).toList();
  }

  @Test
  void whoIsHeldOutIsNeverWrittenTo() {
    Scene s = scene("held", PROGRAM);
    Api owner = s.shop.owner();
    signUp(s, 60);
    Map<String, Object> body =
        Map.of("name", "N", "text", "T", "holdOutPercent", 30, "windowDays", 7);
    Answer first = owner.once("the-same").post("/api/v1/campaigns", body);
    String campaign = first.expect(201).path("id").asString();
    assertEquals(30, first.json().path("holdOutPercent").asInt());
    assertEquals(7, first.json().path("windowDays").asInt());
    List<String> heldOut = members(campaign, "HOLD_OUT");
    assertEquals(18, heldOut.size());
    Map<String, Object> other = new LinkedHashMap<>(body);
    other.put("holdOutPercent", 20);
    owner.once("the-same").post("/api/v1/campaigns", other).refused(409, "IDEMPOTENCY_KEY_REUSED");
    Eventually.until(
        () ->
            owner
                .get("/api/v1/campaigns/" + campaign)
                .expect(200)
                .path("state")
                .asString()
                .equals("DONE"));
    JsonNode done = owner.get("/api/v1/campaigns/" + campaign).expect(200);
    assertEquals(60, done.path("total").asInt());
    assertEquals(60, done.path("skipped").asInt(), "nobody has a card in a phone here");
    assertEquals(heldOut, members(campaign, "HOLD_OUT"));
    JsonNode reasons = done.path("reasons");
    assertTrue(reasons.toString().contains("{\"code\":\"HOLD_OUT\",\"count\":18}"));
    JsonNode told = owner.get("/api/v1/members/" + heldOut.getFirst() + "/messages").expect(200);
    assertEquals("HOLD_OUT", told.at("/items/0/why").asString());

    String second = start(owner, Map.of("holdOutPercent", 30)).path("id").asString();
    assertNotEquals(heldOut, members(second, "HOLD_OUT"), "each campaign draws its own");
    owner
        .post("/api/v1/campaigns", Map.of("name", "N", "text", "T", "holdOutPercent", 51))
        .refused(422, "INVALID_FIELDS");
    owner
        .post("/api/v1/campaigns", Map.of("name", "N", "text", "T", "windowDays", 10))
        .refused(422, "INVALID_FIELDS");
  }

  @Test
  void theShopsHoldOutStaysOutOfAllAdvertisingForAQuarter() {
    Scene s = scene("global", PROGRAM);
    Api owner = s.shop.owner();
    signUp(s, 120);
    settle(owner, 10, null);
    String one = start(owner, Map.of()).path("id").asString();
    List<String> out = members(one, "GLOBAL_HOLD_OUT");
    assertTrue(out.size() >= 3 && out.size() <= 30, () -> out.size() + " of 120");
    clock.plus(Duration.ofHours(1));
    String two = start(owner, Map.of("holdOutPercent", 25)).path("id").asString();
    assertEquals(out, members(two, "GLOBAL_HOLD_OUT"));
    assertEquals(Math.round((120 - out.size()) * 0.25), members(two, "HOLD_OUT").size());
    JsonNode result = result(owner, two);
    assertEquals(out.size(), result.path("globalHeldOut").asInt());
    assertEquals(
        120 - out.size(),
        result.at("/treated/members").asInt() + result.at("/heldOut/members").asInt());
    JsonNode first = result(owner, one);
    assertEquals("NO_HOLD_OUT", first.path("hidden").asString());
    assertFalse(first.has("above"), "who was not written to for other reasons is no comparison");

    settle(owner, 5, null);
    String fewer = start(owner, Map.of()).path("id").asString();
    assertTrue(out.containsAll(members(fewer, "GLOBAL_HOLD_OUT")), "a smaller share of the same");
    settle(owner, 10, null);
    clock.set("2027-01-01T00:00:00+03:00");
    Api later = s.shop.ownerAgain();
    String next = start(later, Map.of()).path("id").asString();
    assertNotEquals(out, members(next, "GLOBAL_HOLD_OUT"), "a new quarter in the shop's zone");
    later
        .put("/api/v1/result-settings", Map.of("globalHoldOutPercent", 11))
        .refused(422, "INVALID_FIELDS");
    JsonNode audit = later.get("/api/v1/audit").expect(200);
    assertTrue(audit.toString().contains("RESULT_SETTINGS_CHANGED"));
  }

  @Test
  void whoWasMergedCountsOnceAndABrokenHoldOutHidesTheResult() {
    Scene s = scene("merged", PROGRAM);
    Api owner = s.shop.owner();
    signUp(s, 200);
    String campaign = start(owner, Map.of("holdOutPercent", 20)).path("id").asString();
    List<String> treated = members(campaign, "");
    List<String> heldOut = members(campaign, "HOLD_OUT");
    clock.plus(Duration.ofHours(1));
    s.buy(Bill.of("100").by(treated.get(0)));
    s.buy(Bill.of("20").by(treated.get(1)));
    s.buy(Bill.of("3").by(heldOut.get(0)));
    merge(owner, treated.get(0), treated.get(1));
    merge(owner, heldOut.get(0), treated.get(2));
    String newcomer = s.shop.member();
    merge(owner, newcomer, heldOut.get(1));
    s.buy(Bill.of("4").by(newcomer));
    JsonNode result = result(owner, campaign);
    assertEquals(158, result.at("/treated/members").asInt(), result::toString);
    assertEquals(1, result.at("/treated/buyers").asInt());
    assertEquals(rub("120"), result.at("/treated/purchases").asLong());
    assertEquals(40, result.at("/heldOut/members").asInt());
    assertEquals(rub("7"), result.at("/heldOut/purchases").asLong());
    assertTrue(result.has("above"));

    kartela.execute(
        "UPDATE kartela.campaign_recipient SET reason = 'NO_WALLET' WHERE campaign_id = %s AND member_id IN (%s)"
            .formatted(campaign, String.join(",", heldOut.subList(2, 25))));
    JsonNode broken = result(owner, campaign);
    assertEquals("SAMPLE_RATIO", broken.path("hidden").asString());
    assertFalse(broken.has("above"));
    assertTrue(broken.at("/ratio/p").asDouble() < 0.001);
  }

  private static void merge(Api owner, String stays, String goes) {
    owner
        .post(
            "/api/v1/members/" + stays + "/merges",
            Map.of("memberId", goes, "reason", "one person"))
        .expect(201);
  }

  @Test
  void theMachineSaysWhatAHoldOutWouldSeeAndCost() {
    Scene s = scene("advice", PROGRAM);
    Api owner = s.shop.owner();
    JsonNode unknown = owner.get("/api/v1/hold-out-advice?members=1000").expect(200);
    assertFalse(unknown.path("known").asBoolean());
    assertEquals(0, unknown.at("/chosen/price").asLong());
    signUp(s, 100);
    for (String member : members(start(owner, Map.of()).path("id").asString(), "").subList(0, 20)) {
      s.buy(Bill.of("600").by(member));
    }
    JsonNode advice =
        owner.get("/api/v1/hold-out-advice?members=1000&windowDays=14&percent=10").expect(200);
    assertTrue(advice.path("known").asBoolean());
    assertEquals(0.2, advice.path("base").asDouble(), 1e-9);
    assertEquals(100, advice.at("/chosen/heldOut").asLong());
    double seen = advice.at("/chosen/detectable").asDouble();
    assertEquals(2.80159 * Math.sqrt(0.16 * (1 / 900.0 + 1 / 100.0)), seen, 1e-4);
    assertEquals((double) rub("600") * 100 * seen, advice.at("/chosen/price").asDouble(), 1.0);
    assertEquals(20, advice.path("advised").asInt(), "sees half as many buyers again");
    assertEquals(
        0,
        owner.get("/api/v1/hold-out-advice?members=30").expect(200).path("advised").asInt(),
        "too few to learn from");
    owner.get("/api/v1/hold-out-advice?members=x").refused(400, "INVALID_PARAMETER");
  }
}
