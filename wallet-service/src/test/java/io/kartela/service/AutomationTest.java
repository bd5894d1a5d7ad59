package io.kartela.service;

import static io.kartela.service.Scene.earn;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kartela.push.sms.FakeSms.Taken;
import io.kartela.push.sms.FakeSmsRu;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/** What a shop says by itself: when, to whom, and once. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AutomationTest {
  private static final String PROGRAM =
      "'rules':["
          + earn(500)
          + "],'tiers':[{'id':'base','name':{'ru':'База','en':'Base'},'rank':1,'earnBp':500},"
          + "{'id':'gold','name':{'ru':'Золото','en':'Gold'},'rank':2,'earnBp':900,'upgrades':["
          + "{'type':'singlePurchase','from':1000000}]}]";
  private static final String KEY = "the-key";

  private final TestClock clock = new TestClock();
  private final FakeSmsRu fake = new FakeSmsRu(KEY, clock, text -> {});
  private final TestKartela kartela =
      TestKartela.startWith(
          clock,
          false,
          Map.of(
              "KARTELA_SMS_GATEWAY", "smsru",
              "KARTELA_SMSRU_API_ID", "the-operators-key",
              "KARTELA_SMSRU_ADDRESS", fake.address().toString()));
  private final AtomicInteger phones = new AtomicInteger(6_650_100);
  private final TestShop.Maker maker = new TestShop.Maker(kartela);

  @BeforeEach
  void noon() {
    clock.set("2026-11-21T12:00:00+03:00");
    fake.balance("1000000.00");
  }

  @AfterAll
  void close() {
    maker.close();
    kartela.close();
    fake.close();
  }

  /** A shop with a gateway, its owner signed in. */
  private final class Trial {
    final Scene scene;
    final TestShop shop;
    Api owner;

    Trial(String slug) {
      this.shop = maker.open(slug, PROGRAM);
      this.scene = new Scene(kartela, shop);
      this.owner = shop.owner();
      Map<String, Object> channel = new HashMap<>();
      channel.put("vendor", "SMSRU");
      channel.put("secret", KEY);
      channel.put("settings", Map.of("sender", "ZERNO"));
      channel.put("marketing", true);
      channel.put("price", 100);
      channel.put("perMinute", 60_000);
      owner.put("/api/v1/channels/SMS", channel).expect(200);
    }

    void at(String moment) {
      clock.set(moment);
      owner = shop.ownerAgain();
    }

    void run() {
      maker.automations(clock).run(shop.id());
    }

    /** Sets one up and switches it on; its id. */
    String on(String kind, Map<?, ?>... steps) {
      JsonNode made = owner.post("/api/v1/automations", plan(kind, steps)).expect(201);
      String id = made.path("id").asString();
      assertEquals(false, made.path("on").asBoolean());
      set(id, true);
      return id;
    }

    void set(String id, boolean on) {
      owner.put("/api/v1/automations/" + id + "/state", Map.of("on", on)).expect(200);
    }

    String join(Map<String, Object> more) {
      Map<String, Object> person = new HashMap<>(more);
      person.putIfAbsent("phone", "+7916" + phones.incrementAndGet());
      return shop.signUp(person).path("memberId").asString();
    }

    void buy(String member, String amount) {
      scene.buy(Bill.of(amount).by(member));
    }

    long number(String sql) {
      return Long.parseLong(kartela.text(sql.replace("$shop", Long.toString(shop.id()))));
    }

    long said() {
      return number(
          "SELECT count(*) FROM kartela.automation_message WHERE merchant_id = $shop AND (outcome"
              + " IS DISTINCT FROM 'SKIPPED' OR reason = 'EXPIRED')");
    }

    /** Everything has its verdict. */
    void over() {
      String open =
          "SELECT count(*) FROM kartela.automation_message WHERE outcome IS NULL AND merchant_id ="
              + " $shop";
      for (long left = number(open); left > 0; ) {
        long before = left;
        Eventually.until(() -> number(open) < before);
        left = number(open);
      }
    }

    /** The texts of one phone are these, in the end. */
    void heard(String phone, String... expected) {
      try {
        Eventually.until(() -> texts(phone).equals(List.of(expected)));
      } catch (AssertionError e) {
        String rows =
            "SELECT string_agg(m::text, E'\\n"
                + "') FROM kartela.automation_message m WHERE merchant_id = ";
        throw new AssertionError(texts(phone) + "\n" + kartela.text(rows + shop.id()), e);
      }
    }

    /** How many rows there are, said or not. */
    long decided() {
      return number("SELECT count(*) FROM kartela.automation_message WHERE merchant_id = $shop");
    }

    String reasons() {
      return kartela.text(
          "SELECT coalesce(string_agg(reason, ' ' ORDER BY at), '') FROM"
              + " kartela.automation_message WHERE outcome = 'SKIPPED' AND merchant_id = "
              + shop.id());
    }

    /** Gifts as the rows have it, and as the books do. */
    void giftsAddUp(long expected) {
      String rows =
          "SELECT coalesce(sum(gift), 0) FROM kartela.automation_message WHERE merchant_id = $shop";
      assertEquals(expected, number(rows));
      assertEquals(
          expected,
          number(
              "SELECT coalesce(sum(l.amount), 0) FROM kartela.automation_message m JOIN ledger.lot"
                  + " l ON l.merchant_id = m.merchant_id AND l.account_id = m.member_id AND"
                  + " l.lot_id = m.gift_lot WHERE m.merchant_id = $shop"));
      assertEquals(
          expected,
          number(
              "SELECT coalesce(sum(delta), 0) FROM ledger.entry WHERE op = 'CREDIT' AND"
                  + " merchant_id = $shop"));
    }
  }

  private static Map<String, Object> plan(String kind, Map<?, ?>... steps) {
    return Map.of("kind", kind, "ways", List.of("SMS"), "steps", List.of(steps));
  }

  private static Map<String, ?> step(int days, String text) {
    return Map.of("days", days, "text", text);
  }

  private static Map<String, ?> gift(int days, String text) {
    return Map.of("days", days, "text", text, "gift", Map.of("amount", 10_000, "days", 7));
  }

  private List<String> texts(String phone) {
    return fake.taken().stream().filter(t -> t.phone().equals(phone)).map(Taken::text).toList();
  }

  @Test
  void aNewcomerIsGreetedOnceAndNotFromBefore() {
    Trial t = new Trial("auto-welcome");
    t.join(Map.of());
    clock.plus(Duration.ofSeconds(1));
    t.on("WELCOME", step(0, "Здравствуйте, {имя|друг}!"));
    t.run();
    assertEquals(0, t.decided(), "joined before it was switched on");
    clock.plus(Duration.ofSeconds(1));
    t.join(Map.of("phone", "+79166640001", "name", "Анна Ким", "consentMessages", false));
    t.run();
    t.run();
    assertEquals(1, t.said(), "a greeting is service: no consent is asked for");
    t.heard("+79166640001", "Здравствуйте, Анна!");
  }

  @Test
  void aPurchaseIsToldAndWhatHappenedWhileItWasOffIsNot() {
    Trial t = new Trial("auto-purchase");
    String member = t.join(Map.of("phone", "+79166640002"));
    String id = t.on("PURCHASE", step(0, "+{заработано} −{списано}, всего {бонусы}"));
    t.buy(member, "1000");
    t.run();
    t.heard("+79166640002", "+50 −0, всего 50");
    t.set(id, false);
    clock.plus(Duration.ofMinutes(1));
    t.buy(member, "1000");
    t.run();
    clock.plus(Duration.ofMinutes(1));
    t.set(id, true);
    t.run();
    assertEquals(1, t.decided());
    clock.plus(Duration.ofMinutes(1));
    t.buy(member, "1000");
    t.buy(member, "2000");
    t.run();
    t.run();
    assertEquals(3, t.decided());
  }

  @Test
  void whatWasGivenBackIsNotToldAndATierGainedTwiceIsToldOfOnceForEachGain() {
    Trial t = new Trial("auto-reversed");
    String member = t.join(Map.of());
    t.on("PURCHASE", step(0, "+{заработано}"));
    t.on("TIER_UP", step(0, "{уровень}"));
    clock.plus(Duration.ofMinutes(1));
    JsonNode gone = t.scene.buy(Bill.of("1000").by(member));
    t.scene.giveAllBack(gone);
    t.run();
    assertEquals(0, t.decided(), "it did not happen");
    clock.plus(Duration.ofMinutes(1));
    JsonNode large = t.scene.buy(Bill.of("10000").by(member));
    t.run();
    assertEquals(2, t.decided());
    t.scene.giveAllBack(large);
    clock.plus(Duration.ofMinutes(1));
    t.run();
    t.run();
    assertEquals(2, t.decided(), "a return fires nothing, and nothing again");
  }

  @Test
  void aClockThatJumpsTellsNobodyTwice() {
    Trial t = new Trial("auto-jump");
    t.join(Map.of("birthDate", "1990-11-22"));
    t.on("BIRTHDAY", gift(0, "С днём рождения"));
    t.run();
    t.at("2026-11-22T12:00:00+03:00");
    t.run();
    // Back over midnight, and on again: as a wrong clock that is set right.
    t.at("2026-11-21T23:00:00+03:00");
    t.run();
    t.at("2026-11-22T13:00:00+03:00");
    t.run();
    t.at("2026-11-24T12:00:00+03:00");
    t.run();
    assertEquals(1, t.said());
    t.giftsAddUp(10_000);
  }

  @Test
  void aHigherTierIsToldByName() {
    Trial t = new Trial("auto-tier");
    String member = t.join(Map.of("phone", "+79166640003"));
    t.on("TIER_UP", step(0, "Теперь вы {уровень}!"));
    t.buy(member, "9999");
    t.run();
    assertEquals(0, t.decided());
    clock.plus(Duration.ofMinutes(1));
    t.buy(member, "10000");
    t.run();
    t.run();
    t.heard("+79166640003", "Теперь вы Gold!");
    assertEquals(1, t.decided());
  }

  @Test
  void bonusesThatBurnAreWarnedOfInTheMorningOfTheDay() {
    Trial t = new Trial("auto-burn");
    String member = t.join(Map.of("phone", "+79166640004", "consentMessages", false));
    Scene.credit(t.owner, member, "70", "2026-11-30");
    Scene.credit(t.owner, member, "30", "2026-11-30");
    Scene.credit(t.owner, member, "500", "2027-11-30");
    t.on("BURN_WARNING", step(3, "Сгорит {сгорит} через {дней} дня"));
    t.run();
    // They are good through the 30th: they burn on the 1st.
    t.at("2026-11-27T12:00:00+03:00");
    t.run();
    assertEquals(0, t.decided());
    t.at("2026-11-28T09:59:00+03:00");
    t.run();
    assertEquals(0, t.decided(), "people sleep");
    t.at("2026-11-28T10:00:00+03:00");
    t.run();
    t.heard("+79166640004", "Сгорит 100 через 3 дня");
    t.at("2026-11-28T18:00:00+03:00");
    t.run();
    t.at("2026-11-29T12:00:00+03:00");
    t.run();
    assertEquals(1, t.decided());
  }

  @Test
  void whoWasBornOnALeapDayIsCongratulatedEveryYear() {
    Trial t = new Trial("auto-leap");
    t.join(Map.of("birthDate", "1992-02-29"));
    t.join(Map.of("birthDate", "1990-03-01"));
    t.on("BIRTHDAY", gift(0, "С днём рождения! {подарок} бонусов до {подарок до}"));
    t.run();
    for (String day : List.of("2027-02-27", "2027-02-28")) {
      t.at(day + "T12:00:00+03:00");
      t.run();
    }
    assertEquals(1, t.said(), "on the 28th of a common year");
    t.at("2027-03-01T12:00:00+03:00");
    t.run();
    assertEquals(2, t.said());
    t.at("2028-02-28T12:00:00+03:00");
    t.run();
    assertEquals(2, t.said(), "there is a 29th this year");
    t.at("2028-02-29T12:00:00+03:00");
    t.run();
    t.run();
    assertEquals(3, t.said());
    t.giftsAddUp(30_000);
  }

  @Test
  void aBirthdayBesideTheNewYearIsOfTheYearItIsIn() {
    Trial t = new Trial("auto-new-year");
    t.join(Map.of("birthDate", "1990-01-02"));
    t.on("BIRTHDAY", step(5, "Скоро праздник"));
    t.run();
    t.at("2026-12-28T12:00:00+03:00");
    t.run();
    t.at("2027-01-02T12:00:00+03:00");
    t.run();
    assertEquals(1, t.decided());
    t.at("2027-12-28T12:00:00+03:00");
    t.run();
    assertEquals(2, t.decided());
  }

  @Test
  void aChainStopsAtAPurchaseAndBeginsAnew() {
    Trial t = new Trial("auto-chain");
    String anna = t.join(Map.of());
    String boris = t.join(Map.of());
    t.buy(anna, "1000");
    t.buy(boris, "1000");
    t.on("WIN_BACK", gift(66, "Вернитесь: {подарок}"), gift(14, "Ещё раз"), step(14, "И ещё"));
    t.run();
    t.at("2027-01-26T11:59:59+03:00");
    t.run();
    assertEquals(0, t.decided());
    t.at("2027-01-26T12:00:00+03:00");
    t.run();
    t.run();
    assertEquals(2, t.said());
    t.at("2027-02-05T12:00:00+03:00");
    t.buy(boris, "1000");
    t.at("2027-02-09T11:59:59+03:00");
    t.run();
    assertEquals(2, t.decided());
    t.at("2027-02-09T12:00:00+03:00");
    t.run();
    assertEquals(3, t.said(), "Boris came");
    t.at("2027-02-23T12:00:00+03:00");
    t.run();
    assertEquals(4, t.said());
    t.at("2027-04-12T12:00:00+03:00");
    t.run();
    assertEquals(5, t.said(), "Boris's second chain begins");
    t.giftsAddUp(40_000);
  }

  @Test
  void offersAskForConsentAndKeepTheCapAndTheNight() {
    Trial t = new Trial("auto-offers");
    t.owner
        .put(
            "/api/v1/message-rules",
            Map.of("day", Map.of("from", 600, "to", 1260), "cap", Map.of("most", 1, "days", 7)))
        .expect(204);
    String anna = t.join(Map.of("birthDate", "1990-11-21"));
    t.join(Map.of("birthDate", "1990-11-21", "consentMessages", false));
    t.on("BIRTHDAY", gift(0, "С днём рождения"));
    t.run();
    assertEquals("NO_CONSENT", t.reasons());
    assertEquals(1, t.said());
    Eventually.until(
        () -> t.number("SELECT count(*) FROM kartela.offer_made WHERE merchant_id = $shop") == 1);
    t.on("PURCHASE", gift(0, "Вам подарок"));
    t.at("2026-11-21T22:00:00+03:00");
    t.buy(anna, "1000");
    t.run();
    assertEquals(2, t.decided(), "people sleep");
    t.at("2026-11-22T10:00:00+03:00");
    t.run();
    assertEquals("NO_CONSENT CAP", t.reasons());
    t.giftsAddUp(10_000);
  }

  @Test
  void consentThatIsTakenBackBeforeItLeavesHoldsItBack() {
    Trial t = new Trial("auto-withdrawn");
    String member = t.join(Map.of("birthDate", "1990-11-22", "phone", "+79166640005"));
    t.on("BIRTHDAY", step(0, "С днём рождения"));
    clock.set("2026-11-22T12:00:00+03:00");
    kartela.execute(
        "UPDATE kartela.member SET consent_messages = false WHERE member_id = " + member);
    t.run();
    assertEquals("NO_CONSENT", t.reasons());
    assertEquals(List.of(), texts("+79166640005"));
  }

  @Test
  void manyNodesDecideOnceAndWhatBreaksIsDoneAgain() throws Exception {
    Trial t = new Trial("auto-nodes");
    for (int i = 0; i < 120; i++) {
      t.join(Map.of("birthDate", "1990-11-21"));
    }
    t.on("BIRTHDAY", gift(0, "С днём рождения"));
    // The third batch fails in the books: the first two stay, nothing of it does.
    kartela.execute(
        """
        CREATE FUNCTION kartela.break_down() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
          IF (SELECT count(*) FROM kartela.automation_message WHERE merchant_id = NEW.merchant_id) >= 110
          THEN RAISE EXCEPTION 'broken'; END IF; RETURN NEW; END $$;
        GRANT EXECUTE ON FUNCTION kartela.break_down TO PUBLIC;
        CREATE TRIGGER break_down BEFORE INSERT ON ledger.entry FOR EACH ROW WHEN (NEW.merchant_id = %d)
          EXECUTE FUNCTION kartela.break_down()
        """
            .formatted(t.shop.id()));
    try {
      t.run();
    } catch (RuntimeException e) {
      // as a node that ends in the middle
    }
    assertEquals(100, t.decided());
    t.giftsAddUp(1_000_000);
    kartela.execute("DROP TRIGGER break_down ON ledger.entry");
    CountDownLatch together = new CountDownLatch(1);
    try (ExecutorService nodes = Executors.newFixedThreadPool(3)) {
      List<Future<?>> all = new ArrayList<>();
      for (int i = 0; i < 3; i++) {
        all.add(
            nodes.submit(
                () -> {
                  together.await();
                  t.run();
                  return null;
                }));
      }
      together.countDown();
      for (Future<?> one : all) {
        one.get();
      }
    }
    assertEquals(120, t.said());
    t.giftsAddUp(1_200_000);
    // The clock may go back and forth.
    for (String day : List.of("2026-11-20", "2026-11-21", "2026-11-22", "2026-11-21")) {
      clock.set(day + "T15:00:00+03:00");
      t.run();
    }
    assertEquals(120, t.decided());
  }

  @Test
  void aDryRunTellsWhoAndWhyAndWritesNothing() {
    Trial t = new Trial("auto-dry");
    t.join(Map.of("name", "Анна Ким", "birthDate", "1990-11-21"));
    t.join(Map.of("birthDate", "1990-11-21", "consentMessages", false));
    t.join(Map.of("birthDate", "1990-11-22"));
    JsonNode today =
        t.owner
            .post("/api/v1/automations/dry-run", plan("BIRTHDAY", gift(0, "{имя|друг}: {подарок}")))
            .expect(200);
    assertEquals(1, today.path("members").asInt(), today.toString());
    assertEquals("Анна: 100", today.at("/items/0/text").asString());
    assertEquals("NO_CONSENT", today.at("/items/1/skip").asString());
    assertEquals(1, today.at("/skipped/0/count").asInt());
    assertEquals(0, t.decided());
    t.giftsAddUp(0);
  }

  @Test
  void aSegmentSaysWhoIsMeantAndStaysWhileItIsNeeded() {
    Trial t = new Trial("auto-segment");
    String gold = t.join(Map.of("birthDate", "1990-11-21"));
    t.join(Map.of("birthDate", "1990-11-21"));
    t.buy(gold, "10000");
    JsonNode segment =
        t.owner
            .post(
                "/api/v1/segments",
                Map.of(
                    "name", "G", "condition", Map.of("type", "inTier", "tiers", List.of("gold"))))
            .expect(201);
    Map<String, Object> plan = new HashMap<>(plan("BIRTHDAY", step(0, "Золотому гостю")));
    plan.put("segmentId", segment.path("id").asString());
    JsonNode made = t.owner.post("/api/v1/automations", plan).expect(201);
    t.set(made.path("id").asString(), true);
    t.run();
    assertEquals(1, t.decided());
    String path = "/api/v1/segments/" + segment.path("id").asString();
    t.owner.with("If-Match", "\"1\"").delete(path).refused(409, "SEGMENT_OF_AUTOMATION");
    t.owner.delete("/api/v1/automations/" + made.path("id").asString()).expect(204);
    t.owner.with("If-Match", "\"1\"").delete(path).expect(204);
  }

  @Test
  void mistakesAreTold() {
    Trial t = new Trial("auto-mistakes");
    String path = "/api/v1/automations";
    t.owner.post(path, plan("WELCOME", step(0, "{сгинь}"))).refused(422, "INVALID_FIELDS");
    t.owner.post(path, plan("WELCOME", step(0, "{заработано}"))).refused(422, "INVALID_FIELDS");
    t.owner.post(path, plan("WIN_BACK", step(0, "T"))).refused(422, "INVALID_FIELDS");
    t.owner.post(path, plan("BIRTHDAY", step(0, "T"), step(1, "T"))).refused(422, "INVALID_FIELDS");
    t.owner.post(path, plan("WELCOME", step(0, "{подарок}"))).refused(422, "INVALID_FIELDS");
    String id = t.on("WELCOME", step(0, "T"));
    t.owner
        .with("If-Match", "\"1\"")
        .put(path + "/" + id, plan("WELCOME", step(0, "U")))
        .refused(409, "AUTOMATION_CHANGED");
  }

  /** Days of a year, and what must come of them counted beside. */
  @Test
  void aYearAddsUp() {
    Trial t = new Trial("auto-year");
    Random random = new Random(7);
    int people = 200;
    List<String> members = new ArrayList<>();
    List<LocalDate> births = new ArrayList<>();
    for (int i = 0; i < people; i++) {
      LocalDate born = LocalDate.of(1980, 1, 1).plusDays(random.nextInt(7_000));
      births.add(born);
      members.add(t.join(Map.of("birthDate", born.toString())));
    }
    t.on("BIRTHDAY", gift(0, "С днём рождения"));
    t.on("WIN_BACK", gift(60, "Вернитесь"));
    t.on("PURCHASE", step(0, "+{заработано}"));
    LocalDate first = LocalDate.of(2026, 11, 22);
    int[] last = new int[people];
    java.util.Arrays.fill(last, -1);
    long bought = 0;
    long birthdays = 0;
    long away = 0;
    int days = 365;
    for (int day = 0; day < days; day++) {
      LocalDate today = first.plusDays(day);
      clock.set(today + "T12:00:00+03:00");
      for (int i = 0; i < people; i++) {
        LocalDate born = births.get(i);
        boolean leap = born.getMonthValue() == 2 && born.getDayOfMonth() == 29;
        LocalDate on =
            leap && !today.isLeapYear()
                ? LocalDate.of(today.getYear(), 2, 28)
                : born.withYear(today.getYear());
        birthdays += on.equals(today) ? 1 : 0;
        away += last[i] >= 0 && day - last[i] == 61 ? 1 : 0;
      }
      t.run();
      clock.set(today + "T13:00:00+03:00");
      for (int i = 0; i < people; i++) {
        if (random.nextInt(70) == 0) {
          t.buy(members.get(i), "1000");
          last[i] = day;
          bought++;
        }
      }
    }
    clock.set(first.plusDays(days) + "T12:00:00+03:00");
    for (int i = 0; i < people; i++) {
      away += last[i] >= 0 && days - last[i] == 61 ? 1 : 0;
    }
    t.run();
    LocalDate end = first.plusDays(days);
    for (LocalDate born : births) {
      birthdays +=
          born.getMonth() == end.getMonth() && born.getDayOfMonth() == end.getDayOfMonth() ? 1 : 0;
    }
    assertTrue(away > 50 && birthdays > 190, away + " " + birthdays);
    assertEquals(bought, of(t, "PURCHASE"));
    assertEquals(birthdays, of(t, "BIRTHDAY"));
    assertEquals(away, of(t, "WIN_BACK"));
    t.giftsAddUp((birthdays + away) * 10_000);
    // Every one of them comes to one verdict.
    for (int i = 0; i < 3; i++) {
      clock.plus(Duration.ofHours(25));
    }
    t.over();
    assertEquals(bought + birthdays + away, t.decided());
    assertEquals(
        t.number("SELECT count(DISTINCT source_id) FROM kartela.sent WHERE merchant_id = $shop"),
        t.number("SELECT count(*) FROM kartela.sent WHERE merchant_id = $shop"),
        "nobody got one twice");
  }

  private static long of(Trial t, String kind) {
    return t.number(
        "SELECT count(*) FROM kartela.automation_message m JOIN kartela.automation a USING"
            + " (merchant_id, automation_id) WHERE merchant_id = $shop AND a.kind = '"
            + kind
            + "'");
  }
}
