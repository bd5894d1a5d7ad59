package io.kartela.service;

import static io.kartela.service.Answer.amount;
import static io.kartela.service.Bill.rub;
import static io.kartela.service.Scene.applied;
import static io.kartela.service.Scene.assertAmounts;
import static io.kartela.service.Scene.assertBalance;
import static io.kartela.service.Scene.balance;
import static io.kartela.service.Scene.credit;
import static io.kartela.service.Scene.rule;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Bonuses that change their owner, members who turn out to be one, and what is owed to all. */
class MembersJoinedTest extends WithShops {
  private static final String PROGRAM =
      "'tiers':[{'id':'bronze','name':{'ru':'Б','en':'B'},'rank':1,'earnBp':500},"
          + "{'id':'silver','name':{'ru':'С','en':'S'},'rank':2,'earnBp':1000,'upgrades':["
          + "{'type':'totalPurchases','from':1000000}]}],'rules':["
          + rule("r", "'then':{'type':'earnByTier'}")
          + ","
          + rule("stamp", "'then':{'type':'stampCard','counter':'c','n':3}")
          + "]";

  @Override
  Scene scene(String slug, String program) {
    clock.set("2026-11-21T12:00:00+03:00");
    return super.scene(slug, program);
  }

  private static Answer transfer(Api owner, String from, String to, String bonuses) {
    return owner.post(
        "/api/v1/members/" + from + "/transfers",
        Map.of("toMemberId", to, "amount", rub(bonuses), "reason", "a present"));
  }

  @Test
  void aTransferTakesWhatBurnsFirstAndKeepsItsEnd() {
    Scene s = scene("transfer", PROGRAM);
    Api owner = s.shop.owner();
    String anna = s.shop.member();
    String boris = s.shop.member();
    credit(owner, anna, "100", "2026-12-31");
    credit(owner, anna, "50", "2026-11-30");
    JsonNode done = transfer(owner, anna, boris, "120").expect(201);
    assertEquals(rub("30"), amount(done, "from/available"));
    assertEquals(rub("120"), amount(done, "to/available"));
    assertEquals(List.of(rub("30"), 0L), s.lots(anna));
    assertEquals(rub("50"), amount(balance(owner, boris), "burns/amount"));
    transfer(owner, anna, boris, "30.01").refused(422, "INSUFFICIENT_BONUSES");
    transfer(owner, anna, anna, "1").refused(422, "SAME_MEMBER");
    transfer(owner, anna, "999999", "1").refused(404, "MEMBER_NOT_FOUND");
    transfer(owner, anna, boris, "-1").refused(422, "INVALID_FIELDS");
    assertBalance("30", "0", "0", "0", balance(owner, anna));
    JsonNode owed = owner.get("/api/v1/reports/liability?days=20").expect(200);
    assertAmounts(owed, "active pending held debt burning", "150", "0", "0", "0", "50");
    assertEquals("2026-11-30", owed.at("/burns/0/lastDay").asString());
    JsonNode more = owner.get("/api/v1/reports/liability?days=41").expect(200);
    assertAmounts(more, "burning", "150");
    JsonNode page = owner.get("/api/v1/members/" + anna + "/operations?limit=1").expect(200);
    assertEquals("TRANSFER_OUT", page.at("/items/0/kind").asString());
    assertEquals("a present", page.at("/items/0/reason").asString());
    assertEquals("Owner", page.at("/items/0/author").asString());
  }

  @Test
  void transfersInBothDirectionsAtOnceNeitherStopNorInventBonuses() throws Exception {
    Scene s = scene("transfers", PROGRAM);
    Api owner = s.shop.owner();
    String anna = s.shop.member();
    String boris = s.shop.member();
    credit(owner, anna, "100", "");
    credit(owner, boris, "100", "");
    List<Callable<Integer>> all = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      String from = i % 2 == 0 ? anna : boris;
      String to = i % 2 == 0 ? boris : anna;
      all.add(() -> transfer(owner, from, to, "7").status());
    }
    try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
      for (var done : threads.invokeAll(all)) {
        assertTrue(List.of(201, 422).contains(done.get()), done::toString);
      }
    }
    long sum =
        amount(balance(owner, anna), "available") + amount(balance(owner, boris), "available");
    assertEquals(rub("200"), sum);
  }

  @Test
  void twoRecordsOfOnePersonBecomeOne() {
    Scene s = scene("merge", PROGRAM);
    Api owner = s.shop.owner();
    JsonNode old = s.shop.signUp(Map.of("phone", "+79990000001"));
    String gone = old.path("memberId").asString();
    String stays = s.shop.signUp(Map.of("phone", "+79990000002")).path("memberId").asString();
    credit(owner, gone, "300", "2026-12-31");
    JsonNode receipt = s.buy(Bill.of().line("goods", 2, "12000").by(gone).spending("200"));
    s.buy(Bill.of("100").by(stays));
    assertBalance("690", "0", "0", "0", balance(owner, gone));
    JsonNode done =
        owner
            .post(
                "/api/v1/members/" + stays + "/merges",
                Map.of("memberId", gone, "reason", "one person"))
            .expect(201);
    // 690 and what 100 roubles earned in bronze.
    assertEquals(rub("695"), amount(done, "balance/available"));
    assertEquals("silver", done.path("tierId").asString());
    JsonNode member = owner.get("/api/v1/members/" + stays).expect(200);
    assertEquals(2, member.path("purchases").asInt());
    assertEquals(rub("11900"), amount(member, "spentTotal"));
    owner.get("/api/v1/members/" + gone).refused(404, "MEMBER_NOT_FOUND");
    // The old phone and the old card lead to the one who stays.
    for (String text : List.of("+79990000001", "+79990000002")) {
      assertEquals(
          stays,
          s.till
              .post("/api/v1/scans", Map.of("text", text))
              .expect(200)
              .path("memberId")
              .asString());
    }
    for (String typed : List.of("79990000001", "8(999)000-00-01")) {
      JsonNode found = owner.get("/api/v1/members?q=" + typed).expect(200).path("items");
      assertEquals(1, found.size());
      assertEquals(stays, found.at("/0/id").asString());
    }
    // Two and one stamps: the fourth piece is one after a full card, so the sixth is free.
    assertTrue(applied(s.quote(Bill.of("10", "10", "10").by(stays)), "stamp"));
    assertReturnReachesTheOneWhoStays(s, owner, receipt, stays, gone);
  }

  private static void assertReturnReachesTheOneWhoStays(
      Scene s, Api owner, JsonNode receipt, String stays, String gone) {
    JsonNode back = s.giveBack(receipt, 1, 1).expect(201);
    assertAmounts(back, "money bonusesBack earnReversed shortfall", "5900", "100", "295", "0");
    assertEquals(rub("500"), amount(back, "balanceAfter/available"));
    assertBalance("500", "0", "0", "0", balance(owner, stays));
    JsonNode rest = s.giveAllBack(receipt);
    assertAmounts(rest, "money bonusesBack earnReversed", "5900", "100", "295");
    assertBalance("305", "0", "0", "0", balance(owner, stays));
    JsonNode member = owner.get("/api/v1/members/" + stays).expect(200);
    assertEquals(1, member.path("purchases").asInt());
    assertEquals(rub("100"), amount(member, "spentTotal"));
    assertEquals("bronze", member.at("/tier/id").asString());
    assertEquals(List.of(), s.lots(gone).stream().filter(left -> left != 0).toList());
  }

  @Test
  void holdsAreWaitedFor() {
    Scene s = scene("merge-hold", PROGRAM);
    Api owner = s.shop.owner();
    String gone = s.shop.member();
    String stays = s.shop.member();
    credit(owner, gone, "100", "");
    s.till.post("/api/v1/holds", Map.of("memberId", gone, "amount", 1_000)).expect(201);
    owner
        .post(
            "/api/v1/members/" + stays + "/merges",
            Map.of("memberId", gone, "reason", "one person"))
        .refused(409, "OPEN_HOLDS");
    assertBalance("90", "0", "10", "0", balance(owner, gone));
  }

  @Test
  void aCampaignFollowsWhoWasMerged() throws InterruptedException {
    Scene s = scene("campaign-merged", PROGRAM);
    Api owner = s.shop.owner();
    String boris = s.shop.member();
    String clara = s.shop.member();
    for (String silver : List.of(boris, clara)) {
      s.buy(Bill.of("10000").by(silver));
    }
    String dora = s.shop.member();
    String id =
        owner
            .post("/api/v1/campaigns", Map.of("name", "N", "text", "T", "tier", "silver"))
            .expect(201)
            .path("id")
            .asString();
    finished(owner, id);
    // The merges come between the start of the campaign and its sending.
    Map<String, Object> reason = Map.of("memberId", boris, "reason", "twice");
    owner.post("/api/v1/members/" + dora + "/merges", reason).expect(201);
    Map<String, Object> again = Map.of("memberId", clara, "reason", "thrice");
    owner.post("/api/v1/members/" + dora + "/merges", again).expect(201);
    kartela.execute(
        "UPDATE kartela.campaign_recipient SET outcome = NULL, reason = NULL WHERE campaign_id = "
            + id);
    kartela.execute(
        "UPDATE kartela.campaign_chunk SET done = false, skipped = 0, lease_until = 'epoch'"
            + " WHERE campaign_id = "
            + id);
    kartela.execute(
        "UPDATE kartela.campaign SET state = 'RUNNING', finished_at = NULL WHERE campaign_id = "
            + id);
    JsonNode done = finished(owner, id);
    assertEquals(2, done.path("skipped").asInt(), done::toString);
    // One becomes Dora, who has no wallet; the other would be her once more.
    assertEquals(
        "MERGED 1 NO_CONSENT 0 NO_WALLET 1",
        "MERGED "
            + count(done, "MERGED")
            + " NO_CONSENT "
            + count(done, "NO_CONSENT")
            + " NO_WALLET "
            + count(done, "NO_WALLET"),
        done::toString);
    assertEquals(
        1,
        kartela.number(
            "SELECT count(*) FROM kartela.campaign_recipient WHERE campaign_id = "
                + id
                + " AND member_id = "
                + dora));
  }

  private static long count(JsonNode campaign, String code) {
    return StreamSupport.stream(campaign.path("reasons").spliterator(), false)
        .filter(r -> r.path("code").asString().equals(code))
        .mapToLong(r -> r.path("count").asLong())
        .sum();
  }

  private static JsonNode finished(Api owner, String id) throws InterruptedException {
    for (int i = 0; i < 600; i++) {
      JsonNode now = owner.get("/api/v1/campaigns/" + id).expect(200);
      if (now.path("state").asString().equals("DONE")) {
        return now;
      }
      Thread.sleep(50);
    }
    throw new AssertionError("the campaign does not end");
  }
}
