package io.kartela.service;

import static io.kartela.service.Answer.amount;
import static io.kartela.service.Bill.rub;
import static io.kartela.service.Scene.assertAmounts;
import static io.kartela.service.Scene.balance;
import static io.kartela.service.Scene.credit;
import static io.kartela.service.Scene.rule;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * C6a: what a receipt earned is everything it brought, each part by its name, and its returns take
 * it back by the same names; the balance after it says what burns.
 */
class EarnedPartsTest extends WithShops {
  private static final String PROGRAM =
      "'earning':{'life':{'type':'days','days':365}},'returns':{'mode':'%s'},'groups':[{'id':'g','mode':'MAX_PER_LINE'}],'rules':["
          + rule("five", "'group':'g','then':{'type':'earnPercent','percentBp':500}")
          + ","
          + rule(
              "cake",
              "'group':'g','then':{'type':'earnPercent','percentBp':1000,"
                  + "'goods':{'categories':['cake']}}")
          + ",{'id':'happy','name':{'ru':'Радость','en':'Joy'},'when':{'type':'receiptTotal',"
          + "'range':{'from':50000}},'then':{'type':'grantBonus','amount':10000,"
          + "'life':{'type':'days','days':14}}},"
          + "{'id':'each','name':{'ru':'Спасибо','en':'Thanks'},"
          + "'then':{'type':'grantBonus','amount':1500}}]";

  private Scene shop(String slug, String mode) {
    clock.set("2026-11-21T12:00:00+03:00");
    return scene(slug, PROGRAM.formatted(mode));
  }

  /** {@code ACCRUAL 2500, GIFT happy 10000}. */
  private static List<String> parts(JsonNode parts) {
    return StreamSupport.stream(parts.spliterator(), false)
        .map(
            p ->
                p.path("kind").asString()
                    + (p.has("ruleId") ? " " + p.path("ruleId").asString() : "")
                    + " "
                    + p.path("amount").asLong())
        .toList();
  }

  @Test
  void giftsAreEarnedToo() {
    Scene s = shop("parts", "RECOMPUTE");
    Api owner = s.shop.owner();
    String member = s.shop.member();
    Bill bill = Bill.of("300", "200").by(member);
    List<String> all = List.of("ACCRUAL 2500", "GIFT happy 10000", "GIFT each 1500");
    JsonNode quote = s.quote(bill);
    assertAmounts(quote, "earned", "140");
    assertEquals(all, sorted(parts(quote.path("earnedParts"))));
    JsonNode receipt = s.buy(bill);
    assertAmounts(receipt, "earned", "140");
    assertEquals(all, sorted(parts(receipt.path("earnedParts"))));
    JsonNode joy =
        StreamSupport.stream(receipt.path("earnedParts").spliterator(), false)
            .filter(p -> p.path("ruleId").asString("").equals("happy"))
            .findFirst()
            .orElseThrow();
    assertEquals("Радость", joy.at("/name/ru").asString());
    assertEquals("Joy", joy.at("/name/en").asString());
    assertEquals("2026-12-05T21:00:00Z", joy.path("expiresAt").asString());
    assertEquals(rub("140"), amount(receipt, "balanceAfter/available"));
    assertAmounts(s.giveBack(receipt, 1, 1).expect(201), "earnReversed", "115");
    JsonNode rest = s.giveAllBack(receipt);
    assertEquals(
        List.of("ACCRUAL 1000", "GIFT each 1500"), sorted(parts(rest.path("earnReversedParts"))));
    JsonNode stored = s.till.get("/api/v1/receipts/" + receipt.path("id").asString()).expect(200);
    assertAmounts(stored, "earned", "140");
    assertEquals(all, sorted(parts(stored.path("earnedParts"))));
    assertEquals(
        List.of("ACCRUAL 1500", "GIFT happy 10000"),
        sorted(parts(stored.at("/returns/0/earnReversedParts"))));
    assertAmounts(balance(owner, member), "available", "0");
  }

  private static List<String> sorted(List<String> parts) {
    // The accrual first, then as the rules stand in the order of evaluation by (priority, id).
    return parts.stream()
        .sorted(
            java.util.Comparator.comparing((String p) -> p.contains("each"))
                .thenComparing(p -> p.contains("happy")))
        .toList();
  }

  @Test
  void anySplitTakesBackEachPartToTheKopeck() {
    for (String mode : List.of("RECOMPUTE", "PROPORTIONAL")) {
      Scene s = shop("split-" + mode.toLowerCase(java.util.Locale.ROOT), mode);
      Api owner = s.shop.owner();
      for (int seed = 1; seed <= 12; seed++) {
        Random random = new Random(seed);
        String member = s.shop.member();
        credit(owner, member, "50", "2026-12-31");
        int lines = 1 + random.nextInt(3);
        Bill bill = Bill.of().by(member);
        int[] left = new int[lines];
        for (int i = 0; i < lines; i++) {
          left[i] = 1 + random.nextInt(4);
          String category = random.nextBoolean() ? "cake" : "goods";
          bill.line(category, left[i], (20_000 + random.nextInt(50_000)) / 100.0 + "");
        }
        JsonNode receipt = s.buy(random.nextBoolean() ? bill.spending("13.37") : bill);
        Map<String, Long> back = new TreeMap<>();
        long reversed = 0;
        while (IntStream.of(left).sum() > 0) {
          int line = random.nextInt(lines);
          if (left[line] > 0) {
            int pieces = 1 + random.nextInt(left[line]);
            left[line] -= pieces;
            JsonNode done = s.giveBack(receipt, line + 1, pieces).expect(201);
            reversed += amount(done, "earnReversed");
            add(back, done.path("earnReversedParts"));
          }
        }
        Map<String, Long> earned = new TreeMap<>();
        add(earned, receipt.path("earnedParts"));
        assertEquals(earned, back, mode + " seed " + seed);
        assertEquals(amount(receipt, "earned"), reversed);
        assertAmounts(balance(owner, member), "available", "50");
      }
    }
  }

  private static void add(Map<String, Long> sums, JsonNode parts) {
    for (JsonNode p : parts) {
      sums.merge(
          p.path("kind").asString() + p.path("ruleId").asString(""),
          p.path("amount").asLong(),
          Long::sum);
    }
  }

  @Test
  void theDayCountsTheGiftsToo() {
    Scene s = shop("day-gifts", "RECOMPUTE");
    s.buy(Bill.of("500").by(s.shop.member()));
    s.buy(Bill.of("100").by(s.shop.member()));
    JsonNode today = s.till.get("/api/v1/receipts").expect(200).path("today");
    assertEquals(rub("160"), amount(today, "earned"));
  }

  @Test
  void theBalanceAfterSaysWhatBurns() {
    Scene s = shop("burns", "RECOMPUTE");
    Api owner = s.shop.owner();
    String member = s.shop.member();
    // More lots than the first page of them, several of one end, and one that never ends.
    for (int i = 0; i < 20; i++) {
      credit(owner, member, "10", i < 18 ? "2026-11-30" : i == 18 ? "2026-12-02" : "");
    }
    JsonNode nothingSpent = s.buy(Bill.of("100").by(member));
    assertBurns("180", "2026-11-30T21:00:00Z", nothingSpent.path("balanceAfter"));
    JsonNode some = s.buy(Bill.of("100").by(member).spending("95"));
    assertBurns("85", "2026-11-30T21:00:00Z", some.path("balanceAfter"));
    JsonNode most = s.buy(Bill.of("100").by(member).spending("85"));
    assertBurns("10", "2026-12-02T21:00:00Z", most.path("balanceAfter"));
    JsonNode back = s.giveAllBack(some);
    assertBurns("95", "2026-11-30T21:00:00Z", back.path("balanceAfter"));
    assertEquals(
        owner.get("/api/v1/members/" + member).expect(200).at("/balance/burns"),
        back.at("/balanceAfter/burns"));
    JsonNode hold =
        s.till.post("/api/v1/holds", Map.of("memberId", member, "amount", rub("1"))).expect(201);
    assertBurns("95", "2026-11-30T21:00:00Z", hold.path("balance"));
    JsonNode given =
        owner
            .post(
                "/api/v1/members/" + member + "/adjustments",
                Map.of("amount", rub("7"), "reason", "test", "expiresOn", "2026-11-29"))
            .expect(201);
    assertBurns("7", "2026-11-29T21:00:00Z", given);
  }

  private static void assertBurns(String roubles, String at, JsonNode balance) {
    assertEquals(rub(roubles), amount(balance, "burns/amount"), balance::toString);
    assertEquals(at, balance.at("/burns/at").asString(), balance::toString);
  }

  @Test
  void aRuleThatLosesSomeLinesSaysWhichAndWhy() {
    Scene s = shop("some-lines", "RECOMPUTE");
    JsonNode quote =
        s.quote(Bill.of("300").line("cake", 1, "200").line("cake", 1, "100").by(s.shop.member()));
    List<JsonNode> five =
        StreamSupport.stream(quote.path("explanations").spliterator(), false)
            .filter(e -> e.path("ruleId").asString("").equals("five"))
            .toList();
    assertEquals(2, five.size());
    assertTrue(five.getFirst().path("applied").asBoolean());
    assertFalse(five.getFirst().has("code"));
    assertEquals(1500, five.getFirst().path("amount").asLong());
    assertEquals("[1]", five.getFirst().path("lines").toString());
    assertFalse(five.getLast().path("applied").asBoolean());
    assertEquals("LOST_IN_GROUP", five.getLast().path("code").asString());
    assertEquals("[2,3]", five.getLast().path("lines").toString());
    assertEquals(
        "«Правило» не сработало в строках 2, 3: выгоднее «Правило»",
        five.getLast().at("/text/ru").asString());
  }

  @Test
  void aQuoteOfVeryManyRulesIsShortUnlessAllIsAskedFor() {
    clock.set("2026-11-21T12:00:00+03:00");
    StringBuilder rules =
        new StringBuilder(rule("r", "'then':{'type':'earnPercent','percentBp':500}"));
    for (int i = 0; i < 299; i++) {
      String when =
          i % 3 == 0
              ? "{'type':'receiptTotal','range':{'from':" + (100_000 + i) + "}}"
              : "{'type':'timeWindow','days':['MONDAY'],'from':'10:00','to':'11:00'}";
      rules
          .append(',')
          .append(
              rule(
                  "p" + i,
                  "'when':"
                      + when
                      + ",'then':{'type':'earnPercent','percentBp':"
                      + (100 + i)
                      + "}"));
    }
    Scene s = scene("many-rules", "'rules':[" + rules + "]");
    Map<String, Object> bill = Bill.of("500").by(s.shop.member()).json();
    Answer brief = s.till.post("/api/v1/quotes", bill);
    JsonNode quote = brief.expect(200);
    assertTrue(brief.bytes().length < 20_000, brief.bytes().length + " bytes");
    assertEquals(279, quote.path("explanationsOmitted").asInt());
    assertEquals(21, quote.path("explanations").size());
    // What is within reach comes before what another day would have brought.
    StreamSupport.stream(quote.path("explanations").spliterator(), false)
        .filter(e -> e.has("code"))
        .forEach(e -> assertEquals("RECEIPT_TOTAL", e.path("code").asString()));
    JsonNode all = s.till.post("/api/v1/quotes?explain=all", bill).expect(200);
    assertEquals(0, all.path("explanationsOmitted").asInt());
    assertEquals(300, all.path("explanations").size());
    assertEquals(quote.path("hints"), all.path("hints"));
    s.till.post("/api/v1/quotes?explain=some", bill).refused(422, "INVALID_FIELDS");
    JsonNode receipt = s.till.post("/api/v1/receipts", bill).expect(201);
    assertEquals(300, receipt.path("explanations").size());
  }
}
