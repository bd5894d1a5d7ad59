package io.kartela.service;

import static io.kartela.service.Bill.rub;
import static io.kartela.service.Scene.rule;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kartela.service.job.Jobs;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * The page of figures equals, to the kopeck, what other SQL adds up from receipts and returns, for
 * any period, store and cashier, whether days have their sums or not.
 */
class FiguresTest extends WithShops {
  private static final ZoneId MOSCOW = ZoneId.of("Europe/Moscow");

  private static final String PROGRAM =
      "'tiers':[{'id':'bronze','name':{'ru':'Б','en':'B'},'rank':1,'earnBp':500}],'rules':["
          + rule("r", "'then':{'type':'earnByTier'}")
          + ","
          + rule(
              "less",
              "'when':{'type':'receiptTotal','basis':'GROSS','range':{'from':100000}},"
                  + "'then':{'type':'discountPercent','percentBp':1000}")
          + "]";

  @Override
  Scene scene(String slug, String program) {
    clock.set("2026-11-21T12:00:00+03:00");
    Scene s = super.scene(slug, program);
    s.shop.owner();
    return s;
  }

  private void follow() {
    try (Jobs jobs = maker.jobs(clock)) {
      jobs.followPurchases();
    }
  }

  private static JsonNode figures(Api owner, String query) {
    return owner.get("/api/v1/reports/figures?" + query).expect(200);
  }

  @Test
  void aLateReceiptCorrectsADayThatHadItsSums() {
    Scene s = scene("figures-late", PROGRAM);
    s.buy(Bill.of("400"));
    clock.set("2026-11-22T12:00:00+03:00");
    follow();
    assertEquals(
        1,
        kartela.number(
            "SELECT count(*) FROM kartela.day_summed WHERE done AND merchant_id = " + s.shop.id()));
    String day = "from=2026-11-21&to=2026-11-21";
    assertEquals(rub("400"), revenue(s.shop.ownerAgain(), day));
    late(s, Bill.of("50"), "2026-11-21T23:59:00+03:00", "a");
    assertEquals(rub("450"), revenue(s.shop.ownerAgain(), day));
    follow();
    assertEquals(rub("450"), revenue(s.shop.ownerAgain(), day));
    assertEquals(
        rub("450"),
        kartela.number(
            "SELECT sum(revenue) FROM kartela.day_sum WHERE merchant_id = " + s.shop.id()));
  }

  @Test
  void aPeriodStandsBesideTheOneBeforeUpToTheSameTimeOfDay() {
    Scene s = scene("figures-beside", PROGRAM);
    s.buy(Bill.of("100"));
    clock.set("2026-11-21T20:00:00+03:00");
    s.buy(Bill.of("70"));
    clock.set("2026-11-22T15:00:00+03:00");
    s.buy(Bill.of("300"));
    JsonNode today = figures(s.shop.ownerAgain(), "");
    assertTrue(today.path("unfinished").asBoolean());
    assertEquals(rub("300"), today.at("/now/revenue").asLong());
    assertEquals(rub("100"), today.at("/before/revenue").asLong(), "what was sold by 15:00");
    JsonNode yesterday = figures(s.shop.ownerAgain(), "from=2026-11-21&to=2026-11-21");
    assertEquals(rub("170"), yesterday.at("/now/revenue").asLong());
  }

  @Test
  void historiesAtRandomAddUpWhateverIsAsked() {
    long seed = Long.getLong("kartela.test.seed", System.nanoTime());
    Random random = new Random(seed);
    Scene s = scene("figures-random", PROGRAM);
    List<String> members = new ArrayList<>();
    members.add(s.shop.member());
    members.add(s.shop.member());
    Map<String, Integer> receipts = new HashMap<>();
    for (int step = 1; step <= 120; step++) {
      String member = members.get(random.nextInt(members.size()));
      switch (random.nextInt(10)) {
        case 0, 1 -> clock.plus(Duration.ofHours(1 + random.nextInt(30)));
        case 2 -> follow();
        case 3 -> {
          String at = clock.instant().minus(Duration.ofHours(random.nextInt(47))).toString();
          if (random.nextBoolean()) {
            late(s, bill(random).by(member), at, "late-" + step);
          } else {
            late(s, bill(random), at, "late-" + step);
          }
        }
        case 4, 5 -> back(s, receipts, random);
        case 6 -> person(s, members, random);
        default -> {
          Bill bill = bill(random);
          if (random.nextInt(3) > 0) {
            bill.by(member).spendingMost();
          }
          JsonNode done = s.buy(bill);
          receipts.put(done.path("id").asString(), done.path("lines").size());
        }
      }
      if (step % 12 == 0) {
        compare(s, random, "seed " + seed + ", step " + step);
      }
    }
  }

  private static Bill bill(Random random) {
    Bill bill = Bill.of();
    for (int i = 0; i <= random.nextInt(3); i++) {
      bill.line(
          "goods",
          1 + random.nextInt(3),
          1 + random.nextInt(900) + "." + (10 + random.nextInt(90)));
    }
    return bill;
  }

  /** Somebody joins, becomes one with another, or is erased. */
  private static void person(Scene s, List<String> members, Random random) {
    Api owner = s.shop.ownerAgain();
    if (random.nextBoolean() || members.size() < 3) {
      members.add(s.shop.member());
    } else if (random.nextBoolean()) {
      owner
          .post(
              "/api/v1/members/" + members.getFirst() + "/merges",
              Map.of("memberId", members.removeLast(), "reason", "one person"))
          .expect(201);
    } else {
      String gone = members.removeLast();
      owner.send("POST", "/api/v1/members/" + gone + "/erasure", null).expect(204);
    }
  }

  private static void back(Scene s, Map<String, Integer> receipts, Random random) {
    if (receipts.isEmpty()) {
      return;
    }
    List<String> ids = receipts.keySet().stream().sorted().toList();
    String receipt = ids.get(random.nextInt(ids.size()));
    int line = random.nextInt(1 + receipts.getOrDefault(receipt, 1));
    Map<String, Object> wanted =
        line == 0 ? Map.of() : Map.of("lines", List.of(Map.of("lineNo", line, "quantity", "1")));
    Answer answer = s.till.post("/api/v1/receipts/" + receipt + "/returns", wanted);
    if (answer.status() != 422 && answer.status() != 409) {
      answer.expect(201);
    }
  }

  private static void late(Scene s, Bill bill, String at, String key) {
    Map<String, Object> receipt = new HashMap<>(bill.json());
    receipt.put("at", java.time.OffsetDateTime.parse(at).toInstant().toString());
    s.till
        .post(
            "/api/v1/receipts:batch",
            Map.of("receipts", List.of(Map.of("key", key, "receipt", receipt))))
        .expect(200);
  }

  private static long revenue(Api owner, String query) {
    return figures(owner, query).at("/now/revenue").asLong();
  }

  private void compare(Scene s, Random random, String told) {
    Api owner = s.shop.ownerAgain();
    LocalDate today = clock.instant().atZone(MOSCOW).toLocalDate();
    LocalDate from = today.minusDays(random.nextInt(12));
    LocalDate to = from.plusDays(random.nextInt(4));
    to = to.isAfter(today) ? today : to;
    String days = "from=" + from + "&to=" + to;
    String store =
        Long.toString(
            kartela.number(
                "SELECT min(store_id) FROM kartela.store WHERE merchant_id = " + s.shop.id()));
    for (String query : List.of(days, days + "&store=" + store, days + "&tier=bronze")) {
      boolean ofMembers = query.contains("tier");
      // Who was erased is in no tier any more.
      String whose =
          ofMembers
              ? " AND member_id IN (SELECT member_id FROM kartela.member WHERE status <> 'ERASED')"
              : "";
      JsonNode now = figures(owner, query).path("now");
      String asked = told + ", " + query;
      assertEquals(money(s, from, to, whose), now.path("revenue").asLong(), asked);
      if (!ofMembers) {
        assertEquals(
            money(s, from, to, " AND member_id IS NOT NULL"),
            now.path("memberRevenue").asLong(),
            asked);
        assertEquals(bonuses(s, from, to), now.path("spent").asLong(), asked);
      }
      assertEquals(count(s, from, to, whose), now.path("receipts").asLong(), asked);
      JsonNode rows = figures(owner, query + "&step=week").path("rows");
      long sum = 0;
      for (JsonNode row : rows) {
        sum += row.path("revenue").asLong();
      }
      assertEquals(now.path("revenue").asLong(), sum, asked);
      assertEquals(now.path("revenue").asLong(), listed(owner, query), asked);
    }
    JsonNode now = figures(owner, days).path("now");
    assertEquals(
        kartela.number(
            "SELECT count(*) FROM kartela.member WHERE merchant_id = "
                + s.shop.id()
                + on("created_at", from, to)),
        now.path("joined").asLong(),
        told);
    buyers(s, owner, from, to, told + ", " + days);
  }

  private void buyers(Scene s, Api owner, LocalDate from, LocalDate to, String told) {
    JsonNode now =
        owner.get("/api/v1/reports/buyers?from=" + from + "&to=" + to).expect(200).path("now");
    String bought =
        "FROM kartela.receipt WHERE NOT undone AND member_id IS NOT NULL AND merchant_id = "
            + s.shop.id();
    assertEquals(
        kartela.number("SELECT count(DISTINCT member_id) " + bought + on("at", from, to)),
        now.path("members").asLong(),
        told);
  }

  /** All pages of what stands behind the figure. */
  private static long listed(Api owner, String query) {
    long sum = 0;
    String cursor = "";
    do {
      JsonNode page = owner.get("/api/v1/reports/movements?limit=7&" + query + cursor).expect(200);
      for (JsonNode one : page.path("items")) {
        sum += one.path("revenue").asLong();
      }
      String next = page.path("nextCursor").asString("");
      cursor = next.isEmpty() ? "" : "&cursor=" + next;
    } while (!cursor.isEmpty());
    return sum;
  }

  private static String on(String column, LocalDate from, LocalDate to) {
    return " AND (%s AT TIME ZONE 'Europe/Moscow')::date BETWEEN '%s' AND '%s'"
        .formatted(column, from, to);
  }

  private long money(Scene s, LocalDate from, LocalDate to, String whose) {
    String shop = " r.merchant_id = " + s.shop.id() + whose;
    return kartela.number(
            "SELECT coalesce(sum(net), 0) FROM kartela.receipt r WHERE" + shop + on("at", from, to))
        - kartela.number(
            "SELECT coalesce(sum((b.document ->> 'money')::bigint), 0) FROM kartela.receipt_return"
                + " b JOIN kartela.receipt r USING (merchant_id, receipt_id) WHERE"
                + shop
                + on("b.at", from, to));
  }

  private long count(Scene s, LocalDate from, LocalDate to, String whose) {
    String shop = " r.merchant_id = " + s.shop.id() + whose;
    return kartela.number(
            "SELECT count(*) FROM kartela.receipt r WHERE" + shop + on("at", from, to))
        - kartela.number(
            "SELECT count(*) FROM (SELECT max(b.at) AS at FROM kartela.receipt_return b JOIN"
                + " kartela.receipt r USING (merchant_id, receipt_id) WHERE r.undone AND"
                + shop
                + " GROUP BY receipt_id) x WHERE true"
                + on("at", from, to));
  }

  /** Bonuses spent, by the ledger's entries. */
  private long bonuses(Scene s, LocalDate from, LocalDate to) {
    return -kartela.number(
        "SELECT coalesce(sum(delta), 0) FROM ledger.entry WHERE op IN ('REDEEM', 'REFUND') AND"
            + " merchant_id = "
            + s.shop.id()
            + on("event_at", from, to));
  }
}
