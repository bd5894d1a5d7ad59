package io.kartela.service;

import static io.kartela.service.Answer.amount;
import static io.kartela.service.Answer.amounts;
import static io.kartela.service.Bill.rub;
import static io.kartela.service.Bill.rubs;
import static io.kartela.service.Scene.applied;
import static io.kartela.service.Scene.assertAmounts;
import static io.kartela.service.Scene.credit;
import static io.kartela.service.Scene.earn;
import static io.kartela.service.Scene.explanation;
import static io.kartela.service.Scene.rule;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The specification's scenarios about rules through the running service. */
class RuleScenariosOverHttpTest extends WithShops {
  private static final String NO_TOBACCO =
      ",'spending':{'goods':{'excludedCategories':['tobacco']}";

  @Override
  Scene scene(String slug, String program) {
    clock.set("2026-11-21T12:00:00+03:00");
    return super.scene(slug, program);
  }

  @Test
  void S06_maxPercentByTier() {
    Scene s = scene("s06", ScenariosOverHttpTest.SILVER_AND_GOLD + NO_TOBACCO + "}");
    Api owner = s.shop.owner();
    String silver = s.shop.member();
    credit(owner, silver, "1000", "");
    JsonNode quote = s.quote(ScenariosOverHttpTest.s06().by(silver).spendingMost());
    assertAmounts(quote, "spendableMax spent toPay earned", "480", "480", "1520", "56");
    assertEquals(rubs("300", "180", "0"), amounts(quote, "lines", "spent"));
    assertEquals("PERCENT_CAP", quote.at("/spendLimit/code").asString());
    String gold = s.shop.member();
    s.buy(Bill.of().line("tobacco", 1, "10000").by(gold));
    credit(owner, gold, "1000", "");
    assertAmounts(
        s.quote(ScenariosOverHttpTest.s06().by(gold).spendingMost()), "spendableMax", "800");
    String poor = s.shop.member();
    credit(owner, poor, "350", "");
    assertAmounts(
        s.quote(ScenariosOverHttpTest.s06().by(poor).spendingMost()), "spendableMax", "350");
    s.shop.publish(
        ScenariosOverHttpTest.SILVER_AND_GOLD + NO_TOBACCO + ",'capBase':'WHOLE_RECEIPT'}", clock);
    assertAmounts(
        s.quote(ScenariosOverHttpTest.s06().by(silver).spendingMost()), "spendableMax", "600");
    s.shop.publish(
        ScenariosOverHttpTest.SILVER_AND_GOLD + NO_TOBACCO + ",'minRedemption':50000}", clock);
    JsonNode below = s.quote(ScenariosOverHttpTest.s06().by(silver).spendingMost());
    assertAmounts(below, "spendableMax", "0");
    assertEquals("BELOW_MINIMUM", below.at("/spendLimit/code").asString());
  }

  @Test
  void S07_rounding() {
    Scene s = scene("s07", "'rules':[" + earn(700) + "]");
    Api owner = s.shop.owner();
    String member = s.shop.member();
    credit(owner, member, "100", "");
    JsonNode receipt = s.buy(Bill.of("333.33", "333.33", "333.34").by(member).spending("100"));
    assertEquals(rubs("33.33", "33.33", "33.34"), amounts(receipt, "lines", "spent"));
    assertEquals(rubs("300", "300", "300"), amounts(receipt, "lines", "net"));
    assertAmounts(receipt, "earned", "63");
    Scene five = scene("s07-five", "'rules':[" + earn(500) + "]");
    assertAmounts(
        five.buy(Bill.of("99.99", "99.99", "99.99").by(five.shop.member())), "earned", "14");
  }

  private static String bands(String more) {
    return "'rules':["
        + rule(
            "bands",
            "'then':{'type':'earnBands','bands':[{'from':0,'percentBp':300},"
                + "{'from':50000,'percentBp':600},{'from':100000,'above':true,'percentBp':1200}]"
                + more
                + "}")
        + "]";
  }

  @Test
  void S08_stepPercentByReceiptSum() {
    Scene s = scene("s08", bands(""));
    Api owner = s.shop.owner();
    String member = s.shop.member();
    Map<String, String> earned =
        Map.of("499.99", "14", "500", "30", "1000", "60", "1000.01", "120", "1500", "180");
    earned.forEach((p, e) -> assertAmounts(s.quote(Bill.of(p).by(member)), "earned", e));
    credit(owner, member, "500", "");
    assertAmounts(s.quote(Bill.of("1050").by(member).spending("100")), "earned", "57");
    JsonNode receipt = s.buy(Bill.of("900", "300").by(member));
    assertAmounts(receipt, "earned", "144");
    assertAmounts(s.giveBack(receipt, 2, 1).expect(201), "money earnReversed", "300", "90");
    Scene gross = scene("s08-gross", bands(",'measure':{'type':'receiptAmount','basis':'GROSS'}"));
    String other = gross.shop.member();
    credit(gross.shop.owner(), other, "500", "");
    assertAmounts(gross.quote(Bill.of("1050").by(other).spending("100")), "earned", "114");
    Scene marginal = scene("s08-marginal", bands(",'mode':'MARGINAL'"));
    assertAmounts(marginal.quote(Bill.of("1500").by(marginal.shop.member())), "earned", "105");
    Scene shares = scene("s08-shares", bands("") + ",'returns':{'mode':'PROPORTIONAL'}");
    JsonNode bought = shares.buy(Bill.of("900", "300").by(shares.shop.member()));
    assertAmounts(shares.giveBack(bought, 2, 1).expect(201), "earnReversed", "36");
  }

  private static String step(int bonus) {
    return "'rules':["
        + rule("step", "'then':{'type':'earnPerStep','step':100000,'bonus':" + bonus + "}")
        + "]";
  }

  @Test
  void S09_fiftyPerFullThousand() {
    for (String mode : List.of("RECOMPUTE", "PROPORTIONAL")) {
      String returns = ",'returns':{'mode':'" + mode + "'}";
      Scene s = scene("s09-" + mode.toLowerCase(Locale.ROOT), step(5_000) + returns);
      String member = s.shop.member();
      Map<String, String> earned =
          Map.of("999.99", "0", "1000", "50", "2999.99", "100", "3000", "150");
      earned.forEach((p, e) -> assertAmounts(s.quote(Bill.of(p).by(member)), "earned", e));
      JsonNode receipt = s.buy(Bill.of("2500", "500").by(member));
      assertAmounts(receipt, "earned", "150");
      s.shop.publish(step(10_000) + returns, clock);
      assertAmounts(s.quote(Bill.of("3000").by(member)), "earned", "300");
      // By the version that judged the receipt; 100 would be the new one's.
      assertAmounts(
          s.giveBack(receipt, 2, 1).expect(201),
          "money earnReversed",
          "500",
          mode.equals("RECOMPUTE") ? "50" : "25");
    }
  }

  private static String stacking(String name, String more) {
    return "'groups':[{'id':'base','mode':'MAX_PER_LINE'}],'rules':["
        + "{'id':'r1','name':{'ru':'"
        + name
        + "','en':'Base'},'group':'base','then':{'type':'earnPercent','percentBp':500}},"
        + rule("r2", "'then':{'type':'multiplyEarn','factorPercent':200}" + more)
        + ","
        + rule(
            "r3",
            "'group':'base','then':{'type':'earnPercent','percentBp':1000,'goods':{'categories':['cake']}}")
        + "]";
  }

  @Test
  void S10_stackingAndBudget() {
    Scene s = scene("s10", stacking("База", ""));
    Bill bill = Bill.of().line("coffee", 1, "300").line("cake", 1, "200").by(s.shop.member());
    JsonNode before = s.quote(bill);
    assertAmounts(before, "earned", "70");
    assertEquals(rubs("30", "40"), amounts(before, "lines", "earned"));
    // On the cake R1 lost to R3; on the coffee it won.
    assertTrue(
        before.path("explanations").toString().contains("\\\"Base\\\" did not apply"),
        before::toString);
    s.shop.publish(stacking("База", ",'caps':{'perReceipt':3000}"), clock);
    JsonNode capped = s.quote(bill);
    assertAmounts(capped, "earned", "65");
    assertEquals(rub("30"), amount(explanation(capped, "r2"), "amount"));
    // 15 + 12.86 and 20 + 17.14.
    assertEquals(rubs("27.86", "37.14"), amounts(capped, "lines", "earned"));
    s.shop.publish(stacking("Новое имя", ""), clock);
    JsonNode renamed = s.quote(bill);
    assertEquals(before.path("lines"), renamed.path("lines"));
    assertAmounts(renamed, "earned", "70");
  }

  private static String tiers(String more) {
    return "'tiers':[{'id':'bronze','name':{'ru':'Б','en':'Bronze'},'rank':1,'earnBp':300},"
        + "{'id':'silver','name':{'ru':'С','en':'Silver'},'rank':2,'earnBp':500,'upgrades':["
        + "{'type':'windowPurchases','from':1000000},{'type':'singlePurchase','from':500000}]},"
        + "{'id':'gold','name':{'ru':'З','en':'Gold'},'rank':3,'earnBp':1000,'upgrades':["
        + "{'type':'windowPurchases','from':3000000},{'type':'singlePurchase','from':1500000}]}],"
        + "'rules':["
        + rule("r", "'then':{'type':'earnByTier'}")
        + "]"
        + more;
  }

  @Test
  void S15_tierUp() {
    for (String mode : List.of("TIER_BEFORE", "SAME_RECEIPT")) {
      Scene s =
          scene(
              "s15-" + mode.toLowerCase(Locale.ROOT).replace('_', '-'),
              tiers(",'tierPolicy':{'receipt':'" + mode + "'}"));
      Api owner = s.shop.owner();
      String steady = s.shop.member();
      s.buy(Bill.of("3500").by(steady));
      s.buy(Bill.of("3500").by(steady));
      assertEquals("bronze", tier(owner, steady));
      JsonNode lifting = s.buy(Bill.of("4000").by(steady));
      assertAmounts(lifting, "earned", mode.equals("TIER_BEFORE") ? "120" : "200");
      assertEquals("silver", lifting.at("/tierAfter/id").asString());
      assertEquals("silver", tier(owner, steady));
      String single = s.shop.member();
      s.buy(Bill.of("5000").by(single));
      assertEquals("silver", tier(owner, single));
      String jump = s.shop.member();
      JsonNode large = s.buy(Bill.of("15000").by(jump));
      assertEquals("gold", tier(owner, jump));
      s.giveAllBack(large);
      assertEquals("bronze", tier(owner, jump));
      String almost = s.shop.member();
      s.buy(Bill.of("4999.50").by(almost));
      s.buy(Bill.of("4999.49").by(almost));
      assertEquals("bronze", tier(owner, almost));
    }
  }

  @Test
  void S16_recomputeOnTheFirst() {
    assertEquals(List.of("silver", "silver", "silver", "bronze"), year("s16", ""));
    assertEquals(
        List.of("gold", "silver", "silver", "silver"), year("s16-grace", ",'graceMonths':1"));
  }

  /** The tiers after the four nights of the 1st, of somebody whose purchases dwindle. */
  private List<String> year(String slug, String more) {
    Scene s = scene(slug, tiers(",'tierPolicy':{'recompute':{'months':3" + more + "}}"));
    clock.set("2027-02-01T01:00:00+03:00");
    Api owner = s.shop.owner();
    clock.set("2026-08-10T12:00:00+03:00");
    String member = s.shop.member();
    s.buy(Bill.of("12000").by(member));
    clock.set("2026-09-10T12:00:00+03:00");
    s.buy(Bill.of("9000").by(member));
    clock.set("2026-10-10T12:00:00+03:00");
    s.buy(Bill.of("4000").by(member));
    s.buy(Bill.of("4000").by(member));
    givenGold(owner, member);
    java.util.List<String> tiers = new java.util.ArrayList<>();
    for (String night : List.of("2026-11-01", "2026-12-01", "2027-01-01", "2027-02-01")) {
      clock.set(night + "T00:30:00+03:00");
      s.shop.recomputeTiers(clock);
      tiers.add(tier(owner, member));
      assertEquals(0, s.shop.recomputeTiers(clock), "a second run changes nothing");
      if (night.equals("2026-11-01")) {
        clock.set("2026-11-10T12:00:00+03:00");
        s.buy(Bill.of("3000").by(member));
      }
    }
    return tiers;
  }

  /** 29,000 in the window is silver; the scenario begins with somebody who is gold. */
  private void givenGold(Api owner, String member) {
    assertEquals("silver", tier(owner, member));
    kartela.execute("UPDATE kartela.member_standing SET tier = 'gold' WHERE member_id = " + member);
  }

  @Test
  void S16_aLateReceiptRestoresTheTier() {
    Scene s = scene("s16-late", tiers(",'tierPolicy':{'recompute':{'months':3}}"));
    clock.set("2026-11-02T12:00:00+03:00");
    Api owner = s.shop.owner();
    clock.set("2026-10-10T12:00:00+03:00");
    String member = s.shop.member();
    for (int i = 0; i < 10; i++) {
      s.buy(Bill.of("2900").by(member));
    }
    givenGold(owner, member);
    clock.set("2026-11-01T00:30:00+03:00");
    s.shop.recomputeTiers(clock);
    assertEquals("silver", tier(owner, member));
    clock.set("2026-11-02T12:00:00+03:00");
    s.buy(Bill.of("1500").by(member).at("2026-10-31T12:00:00+03:00"));
    s.shop.recomputeTiers(clock);
    assertEquals("gold", tier(owner, member));
  }

  private static final String BIRTHDAY =
      "'rules':["
          + rule(
              "bday",
              "'when':{'type':'birthday'},'then':{'type':'grantBonus','amount':30000,"
                  + "'life':{'type':'days','days':7},'once':'PER_BIRTHDAY_YEAR'}")
          + "]";

  private boolean celebrates(Scene s, String member, String day) {
    clock.set(day + "T12:00:00+03:00");
    return applied(s.quote(Bill.of("100").by(member)), "bday");
  }

  @Test
  void S17_birthdayAcrossNewYear() {
    Scene s = scene("s17", BIRTHDAY);
    clock.set("2026-06-01T12:00:00+03:00");
    String december = s.shop.signUp(Map.of("birthDate", "1990-12-30")).path("memberId").asString();
    String january = s.shop.signUp(Map.of("birthDate", "1990-01-02")).path("memberId").asString();
    assertFalse(celebrates(s, december, "2026-12-26"));
    assertTrue(celebrates(s, december, "2026-12-27"));
    assertTrue(celebrates(s, december, "2027-01-02"));
    assertFalse(celebrates(s, december, "2027-01-03"));
    assertFalse(celebrates(s, january, "2026-12-29"));
    assertTrue(celebrates(s, january, "2026-12-30"));
    assertTrue(celebrates(s, january, "2027-01-05"));
    assertFalse(celebrates(s, january, "2027-01-06"));
    clock.set("2026-12-24T12:00:00+03:00");
    String late = s.shop.signUp(Map.of("birthDate", "1990-12-30")).path("memberId").asString();
    assertFalse(celebrates(s, late, "2026-12-30"));
    assertEquals(
        "DOB_TOO_RECENT",
        explanation(s.quote(Bill.of("100").by(late)), "bday").path("code").asString());
  }

  @Test
  void S17_oneGiftPerBirthdayYear() {
    Scene s = scene("s17-once", BIRTHDAY);
    clock.set("2026-06-01T12:00:00+03:00");
    String member = s.shop.signUp(Map.of("birthDate", "1990-12-30")).path("memberId").asString();
    clock.set("2026-12-30T12:00:00+03:00");
    JsonNode first = s.buy(Bill.of("100").by(member));
    assertAmounts(first, "balanceAfter.available", "300");
    JsonNode second = s.buy(Bill.of("100").by(member));
    assertEquals("ALREADY_GIVEN", explanation(second, "bday").path("code").asString());
    assertAmounts(second, "balanceAfter.available", "300");
    clock.set("2027-01-02T12:00:00+03:00");
    assertFalse(applied(s.buy(Bill.of("100").by(member)), "bday"));
    clock.set("2027-12-30T12:00:00+03:00");
    assertTrue(applied(s.buy(Bill.of("100").by(member)), "bday"));
  }

  @Test
  void S18_leapDayBirthday() {
    leapDay("s18", BIRTHDAY, "2027-02-25", "2027-03-03");
    leapDay("s18-leap", BIRTHDAY, "2028-02-26", "2028-03-03");
    leapDay(
        "s18-march",
        BIRTHDAY.replace("'type':'birthday'", "'type':'birthday','feb29':'MAR_1'"),
        "2027-02-26",
        "2027-03-04");
  }

  private void leapDay(String slug, String program, String first, String last) {
    Scene s = scene(slug, program);
    String member = s.shop.signUp(Map.of("birthDate", "2000-02-29")).path("memberId").asString();
    assertFalse(celebrates(s, member, LocalDate.parse(first).minusDays(1).toString()));
    assertTrue(celebrates(s, member, first));
    assertTrue(celebrates(s, member, last));
    assertFalse(celebrates(s, member, LocalDate.parse(last).plusDays(1).toString()));
  }

  private static String happy(String day, String from, String to) {
    return "'rules':["
        + rule(
            "happy",
            "'when':{'type':'timeWindow','days':['%s'],'from':'%s','to':'%s'},'then':{'type':'earnPercent','percentBp':1000}"
                .formatted(day, from, to))
        + "]";
  }

  private static boolean happyAt(Api till, String member, String utc) {
    JsonNode quote =
        till.post("/api/v1/quotes", Bill.of("100").by(member).at(utc).json()).expect(200);
    assertEquals(applied(quote, "happy") ? rub("10") : 0, amount(quote, "earned"));
    return applied(quote, "happy");
  }

  @Test
  void S19_happyHoursOverMidnight() {
    Scene s = scene("s19", happy("FRIDAY", "22:00", "02:00"));
    String member = s.shop.member();
    clock.set("2026-11-22T12:00:00Z");
    Map<String, Boolean> expected =
        Map.of(
            "2026-11-20T18:59:59Z", false,
            "2026-11-20T19:00:00Z", true,
            "2026-11-20T22:30:00Z", true,
            "2026-11-20T23:00:00Z", false,
            "2026-11-19T22:30:00Z", false,
            "2026-11-21T19:30:00Z", false);
    expected.forEach((at, yes) -> assertEquals(yes, happyAt(s.till, member, at), at));
  }

  @Test
  void S20_zonesAndClockChanges() {
    Scene friday = scene("s20", happy("FRIDAY", "22:00", "02:00"));
    String member = friday.shop.member();
    String at = "2026-11-20T19:30:00Z";
    assertTrue(happyAt(friday.till, member, at));
    assertTrue(happyAt(friday.shop.registerIn("Asia/Yekaterinburg"), member, at));
    assertFalse(happyAt(friday.shop.registerIn("Asia/Vladivostok"), member, at));
    assertEquals(
        List.of(true, true, false),
        berlin(
            "s20-autumn",
            "01:00",
            "03:00",
            "2026-10-25T00:30:00Z",
            "2026-10-25T01:30:00Z",
            "2026-10-25T02:00:00Z"));
    // 02:00 to 04:00 on the wall is one real hour that night, 02:00 to 03:00 none.
    assertEquals(
        List.of(false, true, true, false),
        berlin(
            "s20-spring",
            "02:00",
            "04:00",
            "2027-03-28T00:59:59Z",
            "2027-03-28T01:00:00Z",
            "2027-03-28T01:59:59Z",
            "2027-03-28T02:00:00Z"));
    assertEquals(
        List.of(false, false, false),
        berlin(
            "s20-none",
            "02:00",
            "03:00",
            "2027-03-28T00:59:59Z",
            "2027-03-28T01:00:00Z",
            "2027-03-28T01:30:00Z"));
  }

  private List<Boolean> berlin(String slug, String from, String to, String... moments) {
    Scene s = scene(slug, happy("SUNDAY", from, to));
    String member = s.shop.member();
    Api till = s.shop.registerIn("Europe/Berlin");
    clock.set("2027-03-29T12:00:00Z");
    return java.util.Arrays.stream(moments).map(m -> happyAt(till, member, m)).toList();
  }

  private static String promo(String then) {
    return "'rules':[" + rule("p", "'audience':'EVERYBODY','then':{" + then + "}") + "]";
  }

  @Test
  void S21_threeForTwo() {
    String[] six = {"600", "500", "400", "300", "200", "100"};
    String[] seven = {"600", "500", "400", "300", "200", "100", "50"};
    Scene cheapest = scene("s21", promo("'type':'nForM','n':3,'m':2"));
    assertAmounts(cheapest.buy(Bill.of(six)), "discount", "300");
    assertAmounts(cheapest.buy(Bill.of(seven)), "discount", "150");
    JsonNode three = cheapest.buy(Bill.of("600", "500", "400"));
    assertEquals(rubs("160", "133.33", "106.67"), amounts(three, "lines", "discount"));
    assertAmounts(three, "toPay", "1100");
    Scene grouped = scene("s21-grouped", promo("'type':'nForM','n':3,'m':2,'pick':'GROUPED_DESC'"));
    assertAmounts(grouped.buy(Bill.of(six)), "discount", "500");
    assertAmounts(grouped.buy(Bill.of(seven)), "discount", "500");
  }

  @Test
  void S22_everySecondHalfPrice() {
    String[] five = {"80", "500", "300", "100", "300"};
    Scene s = scene("s22", promo("'type':'everyNth','n':2,'percentBp':5000"));
    JsonNode receipt = s.buy(Bill.of(five));
    assertAmounts(receipt, "discount toPay", "200", "1080");
    assertEquals(0, amounts(receipt, "lines", "discount").getFirst());
    JsonNode pair = s.buy(Bill.of("99.99", "99.99"));
    assertAmounts(pair, "discount", "49.99");
    assertEquals(rubs("99.99", "50"), amounts(pair, "lines", "net"));
    Scene scanned =
        scene("s22-scan", promo("'type':'everyNth','n':2,'percentBp':5000,'order':'SCAN_ORDER'"));
    assertAmounts(scanned.buy(Bill.of(five)), "discount", "300");
  }
}
