package io.kartela.service;

import static io.kartela.service.Bill.rub;
import static io.kartela.service.Scene.assertAmounts;
import static io.kartela.service.Scene.credit;
import static io.kartela.service.Scene.rule;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * Every figure that a shop is shown is net of returns and equal, to the kopeck, to what SQL adds up
 * from the ledger's entries and the receipts' own columns.
 */
class NetFiguresTest extends WithShops {
  private static final ZoneId MOSCOW = ZoneId.of("Europe/Moscow");

  private static final String PROGRAM =
      "'tiers':[{'id':'bronze','name':{'ru':'Б','en':'B'},'rank':1,'earnBp':500},"
          + "{'id':'silver','name':{'ru':'С','en':'S'},'rank':2,'earnBp':1000,'upgrades':["
          + "{'type':'totalPurchases','from':1000000}]}],'rules':["
          + rule("r", "'then':{'type':'earnByTier'}")
          + ","
          + rule(
              "gift",
              "'when':{'type':'receiptTotal','range':{'from':100000}},"
                  + "'then':{'type':'grantBonus','amount':7000}")
          + "],'returns':{'debt':'%s'}";

  /** What a register's day and the cabinet's first page are made of. */
  private record Sold(long receipts, long revenue, long earned, long spent) {}

  @Override
  Scene scene(String slug, String program) {
    clock.set("2026-11-21T12:00:00+03:00");
    return super.scene(slug, program);
  }

  private static JsonNode summary(Api owner, int days) {
    return owner.get("/api/v1/reports/summary?days=" + days).expect(200);
  }

  private static Sold sold(JsonNode json, String revenue) {
    return new Sold(
        json.path("receipts").asLong(),
        json.path(revenue).asLong(),
        json.path("earned").asLong(),
        json.path("spent").asLong());
  }

  @Test
  void aReceiptThatCameBackWholeLeavesNothingInAnyFigure() {
    Scene s = scene("net-whole", PROGRAM.formatted("DEBT"));
    Api owner = s.shop.owner();
    String member = s.shop.member();
    credit(owner, member, "300", "");
    JsonNode receipt = s.buy(Bill.of("1500", "900").by(member).spending("200"));
    JsonNode before = summary(owner, 1);
    assertEquals(new Sold(1, rub("2200"), rub("180"), rub("200")), sold(before, "revenue"));

    s.giveAllBack(receipt);
    Sold nothing = new Sold(0, 0, 0, 0);
    JsonNode after = summary(owner, 1);
    assertEquals(nothing, sold(after, "revenue"), after::toString);
    assertEquals(nothing, sold(after.at("/days/0"), "revenue"), after::toString);
    assertEquals(0, after.path("averageReceipt").asLong());
    assertEquals(rub("300"), after.path("liability").asLong());
    JsonNode today = s.till.get("/api/v1/receipts").expect(200).path("today");
    assertEquals(nothing, sold(today, "toPay"), today::toString);
    assertEquals(nothing, sold(today.at("/cashiers/0"), "toPay"), today::toString);
    assertAmounts(today, "returned", "2200");
    assertEquals(1, today.path("returns").asInt());
    JsonNode person = owner.get("/api/v1/members/" + member).expect(200);
    assertEquals(0, person.path("purchases").asInt());
    assertAmounts(person, "spentTotal", "0");
  }

  @Test
  void aPartThatCameBackIsTakenOffButTheReceiptStillCounts() {
    Scene s = scene("net-part", PROGRAM.formatted("DEBT"));
    Api owner = s.shop.owner();
    String member = s.shop.member();
    credit(owner, member, "300", "");
    JsonNode receipt = s.buy(Bill.of("1000", "1000").by(member).spending("200"));
    JsonNode back = s.giveBack(receipt, 1, 1).expect(201);
    assertAmounts(back, "money bonusesBack", "900", "100");
    long kept =
        rub("90") + rub("70") - back.path("earnReversed").asLong(); // the gift goes or it stays
    JsonNode after = summary(owner, 1);
    assertEquals(new Sold(1, rub("900"), kept, rub("100")), sold(after, "revenue"));
    assertAmounts(after, "averageReceipt", "900");
  }

  @Test
  void whatComesBackCountsOnItsOwnDayAndTheDayOfTheSaleStands() {
    Scene s = scene("net-days", PROGRAM.formatted("DEBT"));
    s.shop.owner();
    String member = s.shop.member();
    JsonNode first = s.buy(Bill.of("400").by(member));
    clock.set("2026-11-22T00:30:00+03:00");
    s.buy(Bill.of("100").by(member));
    s.giveAllBack(first);
    JsonNode days = summary(s.shop.ownerAgain(), 2).path("days");
    assertEquals(new Sold(1, rub("400"), rub("20"), 0), sold(days.path(0), "revenue"));
    assertEquals(new Sold(0, rub("-300"), rub("-15"), 0), sold(days.path(1), "revenue"));
    JsonNode both = summary(s.shop.ownerAgain(), 2);
    assertEquals(new Sold(1, rub("100"), rub("5"), 0), sold(both, "revenue"));
    // The drawer of the second day: 100 came in, 400 went out.
    JsonNode today = s.till.get("/api/v1/receipts").expect(200).path("today");
    assertEquals(new Sold(0, rub("-300"), rub("-15"), 0), sold(today, "toPay"));
  }

  @Test
  void bonusesThatCouldNotBeTakenBackStayEarned() {
    Scene s = scene("net-shortfall", PROGRAM.formatted("WITHIN_BALANCE"));
    Api owner = s.shop.owner();
    String member = s.shop.member();
    JsonNode first = s.buy(Bill.of("800").by(member));
    s.buy(Bill.of("30").by(member).spending("30"));
    JsonNode back = s.giveAllBack(first);
    assertAmounts(back, "earnReversed shortfall", "40", "30");
    JsonNode after = summary(owner, 1);
    assertEquals(new Sold(1, 0, rub("30"), rub("30")), sold(after, "revenue"), after::toString);
    assertAmounts(after, "liability", "0");
    compare(s, s.shop.ownerAgain(), 1, "shortfall");
  }

  @Test
  void whatWasForgivenIsTakenWhenItComesBack() {
    Scene s = scene("net-recovered", PROGRAM.formatted("WITHIN_BALANCE"));
    Api owner = s.shop.owner();
    String member = s.shop.member();
    JsonNode first = s.buy(Bill.of("800").by(member));
    JsonNode second = s.buy(Bill.of("30").by(member).spending("30"));
    assertAmounts(s.giveAllBack(first), "earnReversed shortfall", "40", "30");
    assertAmounts(s.giveAllBack(second), "bonusesBack shortfall", "30", "0");
    JsonNode after = summary(owner, 1);
    assertEquals(new Sold(0, 0, 0, 0), sold(after, "revenue"), after::toString);
    assertAmounts(after, "liability", "0");
    compare(s, s.shop.ownerAgain(), 1, "recovered");
  }

  @Test
  void receiptsAndReturnsAtRandomAddUpInEveryFigure() {
    for (String debt : List.of("DEBT", "WITHIN_BALANCE", "ONLY_PENDING")) {
      long seed = Long.getLong("kartela.test.seed", System.nanoTime());
      history(
          scene(
              "net-random-" + debt.toLowerCase(Locale.ROOT).replace('_', '-'),
              PROGRAM.formatted(debt)),
          new Random(seed),
          debt + ", seed " + seed);
    }
  }

  private void history(Scene s, Random random, String told) {
    Api owner = s.shop.owner();
    List<String> members = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      members.add(s.shop.member());
      credit(owner, members.getLast(), "500", "2026-11-23");
    }
    Map<String, Integer> lines = new HashMap<>();
    for (int step = 1; step <= 60; step++) {
      String member = members.get(random.nextInt(members.size()));
      switch (random.nextInt(10)) {
        case 0 -> clock.plus(Duration.ofHours(1 + random.nextInt(14)));
        case 1 -> {
          if (members.size() > 2 && random.nextInt(4) == 0) {
            String gone = members.removeLast();
            s.shop
                .ownerAgain()
                .post(
                    "/api/v1/members/" + members.getFirst() + "/merges",
                    Map.of("memberId", gone, "reason", "one person"))
                .expect(201);
          }
        }
        case 2 -> late(s, member, random, step, lines);
        case 3, 4, 5 -> {
          if (!lines.isEmpty()) {
            String receipt =
                lines.keySet().stream().sorted().toList().get(random.nextInt(lines.size()));
            giveBack(
                s,
                receipt,
                random.nextInt(3) == 0 ? 0 : 1 + random.nextInt(lines.getOrDefault(receipt, 1)));
          }
        }
        default -> {
          Bill bill = bill(random, lines.size());
          if (random.nextInt(6) > 0) {
            bill.by(member);
            if (random.nextBoolean()) {
              bill.spendingMost();
            }
          }
          JsonNode done = s.buy(bill);
          lines.put(done.path("id").asString(), done.path("lines").size());
        }
      }
      if (step % 15 == 0) {
        compare(s, s.shop.ownerAgain(), 7, told + ", step " + step);
      }
    }
  }

  private static Bill bill(Random random, int salt) {
    Bill bill = Bill.of();
    for (int i = 0; i <= random.nextInt(3); i++) {
      String rubles = 1 + random.nextInt(900) + "." + (10 + salt % 90);
      bill.line("goods", 1 + random.nextInt(3), rubles);
    }
    return bill;
  }

  /** A receipt that was made without network and comes up to two days later. */
  private void late(Scene s, String member, Random random, int step, Map<String, Integer> lines) {
    Bill bill = bill(random, step).by(member);
    Map<String, Object> receipt = new HashMap<>(bill.json());
    receipt.put("at", clock.instant().minus(Duration.ofHours(random.nextInt(48))).toString());
    JsonNode answer =
        s.till
            .post(
                "/api/v1/receipts:batch",
                Map.of("receipts", List.of(Map.of("key", "late-" + step, "receipt", receipt))))
            .expect(200);
    JsonNode done = answer.at("/results/0/receipt");
    if (done.isObject()) {
      lines.put(done.path("id").asString(), done.path("lines").size());
    }
  }

  /** A piece of a line, or all that is left; a refusal because nothing is left is fine. */
  private static void giveBack(Scene s, String receipt, int lineNo) {
    Map<String, Object> wanted =
        lineNo == 0
            ? Map.of()
            : Map.of("lines", List.of(Map.of("lineNo", lineNo, "quantity", "1")));
    Answer answer = s.till.post("/api/v1/receipts/" + receipt + "/returns", wanted);
    if (answer.status() != 422 && answer.status() != 409) {
      answer.expect(201);
    }
  }

  /** All figures of a shop beside what other SQL than the service's adds up. */
  private void compare(Scene s, Api owner, int days, String told) {
    String shop = " merchant_id = " + s.shop.id();
    JsonNode all = summary(owner, days);
    // Every movement lies within the period, so the whole of the ledger and of the receipts counts.
    Sold whole =
        new Sold(
            kartela.number("SELECT count(*) FROM kartela.receipt WHERE NOT undone AND" + shop),
            kartela.number("SELECT sum(net - returned) FROM kartela.receipt WHERE" + shop),
            earnedByLedger(shop),
            -kartela.number(
                "SELECT coalesce(sum(delta), 0) FROM ledger.entry WHERE op IN ('REDEEM', 'REFUND')"
                    + " AND"
                    + shop));
    assertEquals(whole, sold(all, "revenue"), told);
    long average = whole.receipts <= 0 ? 0 : Math.round((double) whole.revenue / whole.receipts);
    assertEquals(average, all.path("averageReceipt").asLong(), told);
    assertEquals(
        kartela.number(
            "SELECT coalesce(sum(m.delta), 0) FROM ledger.lot_move m JOIN ledger.lot l USING"
                + " (merchant_id, account_id, lot_id) WHERE l.expires_at > '"
                + clock.instant()
                + "' AND l."
                + shop.strip()),
        all.path("liability").asLong(),
        told);
    JsonNode last = all.path("days").path(days - 1);
    LocalDate date = clock.instant().atZone(MOSCOW).toLocalDate();
    assertEquals(date.toString(), last.path("date").asString(), told);
    Sold day = ofDay(shop, date);
    assertEquals(day, sold(last, "revenue"), told);
    assertEquals(
        day, sold(s.till.get("/api/v1/receipts").expect(200).path("today"), "toPay"), told);
    totalsOfMembers(owner, shop, told);
  }

  /** What purchases brought and returns took, by the entries; gifts of other kinds are not here. */
  private long earnedByLedger(String shop) {
    return kartela.number(
        "SELECT coalesce(sum(delta + pending_delta), 0) FROM ledger.entry e WHERE op IN ('ACCRUE',"
            + " 'GIFT', 'REVERSE') AND"
            + shop
            + " AND EXISTS (SELECT 1 FROM kartela.receipt r WHERE r.receipt_id::text = e.ref)");
  }

  private Sold ofDay(String shop, LocalDate date) {
    String on = " AND (%s AT TIME ZONE 'Europe/Moscow')::date = '" + date + "'";
    String at = on.formatted("at");
    String event = on.formatted("event_at");
    long fully =
        kartela.number(
            "SELECT count(*) FROM (SELECT max(b.at) AS at FROM kartela.receipt_return b JOIN"
                + " kartela.receipt r USING (merchant_id, receipt_id) WHERE r.undone AND"
                + shop
                + " GROUP BY receipt_id) x WHERE true"
                + at);
    return new Sold(
        kartela.number("SELECT count(*) FROM kartela.receipt WHERE" + shop + at) - fully,
        kartela.number("SELECT coalesce(sum(net), 0) FROM kartela.receipt WHERE" + shop + at)
            - kartela.number(
                "SELECT coalesce(sum((document ->> 'money')::bigint), 0) FROM"
                    + " kartela.receipt_return WHERE"
                    + shop
                    + at),
        kartela.number(
            "SELECT coalesce(sum(delta + pending_delta), 0) FROM ledger.entry e WHERE op IN"
                + " ('ACCRUE', 'GIFT', 'REVERSE') AND"
                + shop
                + event
                + " AND EXISTS (SELECT 1 FROM kartela.receipt r WHERE r.receipt_id::text ="
                + " e.ref)"),
        -kartela.number(
            "SELECT coalesce(sum(delta), 0) FROM ledger.entry WHERE op IN ('REDEEM', 'REFUND') AND"
                + shop
                + event));
  }

  private void totalsOfMembers(Api owner, String shop, String told) {
    Map<String, Long> tiers = new HashMap<>();
    for (JsonNode m : owner.get("/api/v1/members").expect(200).path("items")) {
      String his = shop + " AND member_id = " + m.path("id").asString();
      assertEquals(
          kartela.number(
              "SELECT coalesce(sum(net - returned), 0) FROM kartela.receipt WHERE" + his),
          m.path("spentTotal").asLong(),
          told);
      assertEquals(
          kartela.number("SELECT count(*) FROM kartela.receipt WHERE NOT undone AND" + his),
          m.path("purchases").asLong(),
          told);
      tiers.merge(m.at("/tier/id").asString(), 1L, Long::sum);
    }
    for (JsonNode share : summary(owner, 1).path("byTier")) {
      assertEquals(
          tiers.getOrDefault(share.at("/tier/id").asString(), 0L),
          share.path("members").asLong(),
          told);
    }
  }
}
