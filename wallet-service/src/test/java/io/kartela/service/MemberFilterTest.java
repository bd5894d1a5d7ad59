package io.kartela.service;

import static io.kartela.service.Scene.credit;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kartela.service.shop.staff.Role;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The list of members under a condition: the same people a segment has, in the list's orders. */
class MemberFilterTest extends WithShops {
  private static final String PROGRAM =
      "'tiers':[{'id':'base','name':{'ru':'База','en':'Base'},'rank':1,'earnBp':500},"
          + "{'id':'gold','name':{'ru':'Золото','en':'Gold'},'rank':2,'earnBp':1000,'upgrades':["
          + "{'type':'totalPurchases','from':1000000}]}]";

  private static String when(String quoted) {
    return "&condition=" + encoded(quoted.replace('\'', '"'));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static List<String> names(Api owner, String query, int limit) {
    List<String> found = new ArrayList<>();
    String cursor = "";
    do {
      JsonNode page = owner.get("/api/v1/members?limit=" + limit + query + cursor).expect(200);
      page.path("items").forEach(m -> found.add(m.path("name").asString()));
      assertTrue(page.path("total").asInt() >= found.size(), query);
      String next = page.path("nextCursor").asString("");
      cursor = next.isEmpty() ? "" : "&cursor=" + next;
    } while (!cursor.isEmpty());
    return found;
  }

  private static String joined(Scene scene, String name, String phone) {
    return scene
        .shop
        .signUp(Map.of("name", name, "phone", phone, "birthDate", "1990-11-20"))
        .path("memberId")
        .asString();
  }

  @Test
  void everyFactFiltersTheListAsItFiltersASegment() {
    clock.set("2026-11-20T12:00:00+03:00");
    Scene scene = scene("filter", PROGRAM);
    Api owner = scene.shop.owner();
    String anna = joined(scene, "Алёна Королёва", "+79031110001");
    String boris = joined(scene, "Борис", "+79031110002");
    joined(scene, "Виктор", "+79031110003");
    scene.buy(Bill.of("12000").by(anna));
    scene.buy(Bill.of("300").by(boris));
    credit(owner, boris, "50", "");
    owner.patch("/api/v1/members/" + boris + "/tags", Map.of("add", List.of("друг"))).expect(200);
    String store = owner.get("/api/v1/stores").expect(200).at("/items/0/id").asString();
    String lately = "'window':{'unit':'DAYS','n':30}";
    for (String condition :
        List.of(
            "{'type':'always'}",
            "{'type':'inTier','tiers':['gold']}",
            "{'type':'memberTag','tags':['друг','родня']}",
            "{'type':'balance','range':{'from':5000}}",
            "{'type':'purchasesSum'," + lately + ",'range':{'from':90000}}",
            "{'type':'purchasesCount'," + lately + ",'through':0}",
            "{'type':'averageReceipt'," + lately + ",'range':{'to':50000}}",
            "{'type':'lastPurchase','throughDays':20}",
            "{'type':'firstPurchase'}",
            "{'type':'joined','throughDays':20}",
            "{'type':'birthday','daysBefore':1,'daysAfter':1}",
            "{'type':'wallet','holds':'NONE'}",
            "{'type':'consent'}",
            "{'type':'invited'}",
            "{'type':'brought'}",
            "{'type':'boughtInStore','stores':['" + store + "']," + lately + "}",
            "{'type':'any','of':[{'type':'inTier','tiers':['gold']},{'type':'memberTag','tags':['друг']}]}",
            "{'type':'not','of':{'type':'firstPurchase'}}")) {
      Set<String> segment = new TreeSet<>();
      owner
          .post("/api/v1/segments/sample", Map.of("condition", SegmentTest.condition(condition)))
          .expect(200)
          .path("items")
          .forEach(m -> segment.add(m.path("name").asString()));
      List<String> listed = names(owner, "&sort=name" + when(condition), 1);
      assertEquals(List.copyOf(segment), listed, condition);
    }
    String bought = when("{'type':'not','of':{'type':'firstPurchase'}}");
    assertEquals(List.of("Алёна Королёва", "Борис"), names(owner, "&sort=spent" + bought, 50));
    assertEquals(List.of("Алёна Королёва"), names(owner, "&tier=gold" + bought, 50));
    assertEquals(List.of("Борис"), names(owner, "&tier=base" + bought, 50));
    assertEquals(
        List.of("Алёна Королёва"), names(owner, "&q=" + encoded("королева алёна") + bought, 50));
    assertEquals(List.of("Борис"), names(owner, "&q=0002" + bought, 50));
    assertEquals(List.of(), names(owner, "&q=0003" + bought, 50));
    List<String> file =
        owner
            .get("/api/v1/members/export?lang=en&columns=name&sort=spent" + bought)
            .expectStatus(200)
            .text()
            .substring(1)
            .lines()
            .toList();
    assertEquals(List.of("\"Name\"", "\"Алёна Королёва\"", "\"Борис\""), file);
    JsonNode entry = owner.get("/api/v1/audit?kind=MEMBERS_EXPORTED").expect(200).at("/items/0");
    assertTrue(entry.toString().contains("Отобраны условиями"), entry::toString);
  }

  @Test
  void amongManyNobodyIsLostOrShownTwiceWhereverTheyStand() {
    clock.set("2026-11-20T12:00:00+03:00");
    Scene scene = scene("filter-many", PROGRAM);
    Api owner = scene.shop.owner();
    kartela.execute(
        """
        INSERT INTO kartela.member (merchant_id, member_id, phone, name, locale, status, created_at)
        SELECT %1$d, 9000000000 + i, '+7900' || lpad(i::text, 7, '0'), 'Имя ' || lpad(i::text, 5, '0'), 'ru', 'ACTIVE',
            '2026-01-01'::timestamptz + i * interval '1 minute'
        FROM generate_series(1, 14000) i;
        INSERT INTO kartela.member_standing (merchant_id, member_id, tier, tier_since, purchases, spent_total)
        SELECT %1$d, 9000000000 + i, 'base', now(), CASE WHEN i > 12000 THEN 0 ELSE 1 END, i
        FROM generate_series(1, 14000) i
        """
            .formatted(scene.shop.id()));
    String bought = when("{'type':'purchasesCount','window':{'unit':'ALL'},'from':1}");
    // The newest bought nothing: a page's worth of those who did is far down.
    JsonNode page = owner.get("/api/v1/members?limit=10" + bought).expect(200);
    assertTrue(page.path("more").asBoolean());
    assertEquals(10_000, page.path("total").asInt());
    assertEquals("Имя 12000", page.at("/items/0/name").asString());
    assertEquals("Имя 11991", page.at("/items/9/name").asString());
    for (String sort : List.of("created", "name", "balance", "spent", "lastPurchase")) {
      JsonNode first = owner.get("/api/v1/members?limit=3&sort=" + sort + bought).expect(200);
      JsonNode second =
          owner
              .get(
                  "/api/v1/members?limit=3&sort="
                      + sort
                      + bought
                      + "&cursor="
                      + first.path("nextCursor").asString())
              .expect(200);
      String from = sort.equals("name") ? "Имя 00004" : "Имя 11997";
      assertEquals(from, second.at("/items/0/name").asString(), sort);
    }
    List<String> file =
        owner
            .get("/api/v1/members/export?columns=phone&sort=name" + bought)
            .expectStatus(200)
            .text()
            .lines()
            .toList();
    assertEquals(12_001, file.size());
    assertEquals(12_001, file.stream().distinct().count());
    // A search that finds many beside it.
    JsonNode both = owner.get("/api/v1/members?limit=5&q=" + encoded("имя") + bought).expect(200);
    assertEquals("Имя 12000", both.at("/items/0/name").asString());
  }

  @Test
  void whatIsNoConditionIsRefused() {
    Scene scene = scene("filter-bad", PROGRAM);
    Api owner = scene.shop.owner();
    String list = "/api/v1/members?limit=5";
    owner.get(list + "&condition=" + encoded("{nothing")).refused(400, "INVALID_PARAMETER");
    owner.get(list + when("{'type':'unheardOf'}")).refused(422, "CONDITION_INVALID");
    owner.get(list + when("{'type':'inTier','tiers':['none']}")).refused(422, "CONDITION_INVALID");
    owner
        .get(list + when("{'type':'memberTag','tags':['" + "x".repeat(2_000) + "']}"))
        .refused(400, "INVALID_PARAMETER");
    scene.shop.as(Role.CASHIER).get(list + when("{'type':'always'}")).refused(403, "FORBIDDEN");
    owner.get("/api/v1/members/export?condition=1").refused(422, "CONDITION_INVALID");
  }
}
