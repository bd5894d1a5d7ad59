package io.kartela.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kartela.push.sms.FakeSmsRu;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/** Whom automations leave out, what they may spend, what they bring and would have done. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AutomationMoneyTest {
  private static final String PROGRAM =
      "'tiers':[{'id':'base','name':{'ru':'База','en':'Base'},'rank':1,'earnBp':500}]";
  private static final String KEY = "the-key";
  private static final long GIFT = 10_000;

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
  private final TestShop.Maker maker = new TestShop.Maker(kartela);
  private final AtomicInteger phones = new AtomicInteger(7_650_100);

  @AfterAll
  void close() {
    maker.close();
    kartela.close();
    fake.close();
  }

  private final class Trial {
    final Scene scene;
    Api owner;

    Trial(String slug) {
      clock.set("2026-11-21T12:00:00+03:00");
      fake.balance("1000000.00");
      this.scene = new Scene(kartela, maker.open(slug, PROGRAM));
      this.owner = scene.shop.owner();
      Map<String, Object> channel = new HashMap<>();
      channel.put("vendor", "SMSRU");
      channel.put("secret", KEY);
      channel.put("settings", Map.of("sender", "ZERNO"));
      channel.put("marketing", true);
      channel.put("price", 300);
      channel.put("perMinute", 60_000);
      owner.put("/api/v1/channels/SMS", channel).expect(200);
    }

    void at(String moment) {
      clock.set(moment);
      owner = scene.shop.ownerAgain();
    }

    String join(Map<String, Object> more) {
      Map<String, Object> person = new HashMap<>(more);
      person.put("phone", "+7917" + phones.incrementAndGet());
      return scene.shop.signUp(person).path("memberId").asString();
    }

    void buy(String member, String amount) {
      scene.buy(Bill.of(amount).by(member));
    }

    String on(Map<String, Object> plan) {
      String id = owner.post("/api/v1/automations", plan).expect(201).path("id").asString();
      owner.put("/api/v1/automations/" + id + "/state", Map.of("on", true)).expect(200);
      return id;
    }

    void run() {
      maker.automations(clock).run(scene.shop.id());
    }

    long count(String where) {
      return kartela.number(
          "SELECT count(*) FROM kartela.automation_message WHERE merchant_id = "
              + scene.shop.id()
              + " AND "
              + where);
    }
  }

  private static Map<String, Object> plan(String kind, int days, Map<String, Object> more) {
    Map<String, Object> plan = new HashMap<>(more);
    plan.put("kind", kind);
    plan.put("ways", List.of("SMS"));
    plan.put(
        "steps",
        List.of(Map.of("days", days, "text", "Ждём", "gift", Map.of("amount", GIFT, "days", 7))));
    return plan;
  }

  @Test
  void aShareIsHeldOutForGoodAndTheResultComparesTheTwo() {
    Trial t = new Trial("auto-held");
    for (int i = 0; i < 60; i++) {
      t.buy(t.join(Map.of()), "100");
    }
    String id = t.on(plan("WIN_BACK", 30, Map.of("holdOutPercent", 40)));
    String result = "/api/v1/automations/" + id + "/result";
    assertEquals(
        "TOO_FEW", t.owner.get(result).expect(200).path("hidden").asString(), "nothing yet");
    t.at("2026-12-22T12:00:00+03:00");
    t.run();
    t.run();
    long held = t.count("reason = 'HOLD_OUT' AND arm = 'H'");
    long told = t.count("arm = 'T'");
    assertEquals(60, held + told);
    assertTrue(held > 8 && held < 40, () -> held + " of 60");
    assertEquals(0, t.count("arm = 'H' AND gift > 0"));
    List<String> members =
        List.of(
            kartela
                .text(
                    "SELECT string_agg(member_id::text, ' ') FROM kartela.automation_message WHERE"
                        + " arm = 'T' AND merchant_id = "
                        + t.scene.shop.id())
                .split(" "));
    for (String member : members) {
      t.buy(member, "500");
    }
    JsonNode brought = t.owner.get(result).expect(200);
    assertEquals(told, brought.at("/treated/members").asLong());
    assertEquals(held, brought.at("/heldOut/members").asLong());
    assertEquals(told * 50_000, brought.at("/treated/purchases").asLong());
    assertEquals(0, brought.at("/heldOut/purchases").asLong());
    assertTrue(brought.at("/above/purchases/low").asLong() > 0, brought::toString);
    assertEquals("NOT_PROVEN_YET", brought.at("/above/label").asString(), "too soon to say more");
    // Long after everybody is away again: the same ones are held out.
    t.at("2027-02-20T12:00:00+03:00");
    t.run();
    assertEquals(
        0,
        kartela.number(
            "SELECT count(*) FROM kartela.automation_message a JOIN kartela.automation_message b"
                + " USING (merchant_id, automation_id, member_id) WHERE a.arm <> b.arm AND"
                + " merchant_id = "
                + t.scene.shop.id()));
    t.owner
        .post(
            "/api/v1/automations",
            Map.of(
                "kind",
                "WELCOME",
                "holdOutPercent",
                10,
                "steps",
                List.of(Map.of("days", 0, "text", "T"))))
        .refused(422, "INVALID_FIELDS");
  }

  @Test
  void aMonthsMoneyIsNeverExceeded() {
    Trial t = new Trial("auto-budget");
    for (int i = 0; i < 7; i++) {
      t.buy(t.join(Map.of()), "100");
    }
    String _ = t.on(plan("WIN_BACK", 30, Map.of("budget", 3 * GIFT + 700)));
    t.at("2026-12-22T12:00:00+03:00");
    t.run();
    assertEquals(3, t.count("gift = " + GIFT));
    assertEquals(4, t.count("reason = 'BUDGET'"));
    Eventually.until(() -> t.count("reason = 'BUDGET'") == 5 && t.count("cost = 300") == 2);
    // Two texts at 3 roubles are paid, the third is not.
    assertEquals(
        3 * GIFT + 600,
        kartela.number(
            "SELECT spent FROM kartela.automation_month WHERE merchant_id = " + t.scene.shop.id()));
  }

  @Test
  void aChildIsNotCongratulatedWithAdvertising() {
    Trial t = new Trial("auto-child");
    String _ = t.join(Map.of("birthDate", "2016-11-22"));
    String _ = t.join(Map.of("birthDate", "1990-11-22"));
    String _ = t.on(plan("BIRTHDAY", 0, Map.of()));
    t.run();
    t.at("2026-11-22T12:00:00+03:00");
    t.run();
    assertEquals(1, t.count("reason = 'UNDER_AGE'"));
    assertEquals(1, t.count("gift > 0"));
  }

  @Test
  void aYearIsReplayedByItsReceipts() {
    Trial t = new Trial("auto-replay");
    t.at("2026-02-01T12:00:00+03:00");
    String anna = t.join(Map.of());
    String boris = t.join(Map.of());
    String quiet = t.join(Map.of("consentMessages", false));
    for (String member : List.of(anna, boris, quiet)) {
      t.buy(member, "100");
    }
    // Boris comes by himself ten days after he would have been written to.
    t.at("2026-03-13T12:00:00+03:00");
    t.buy(boris, "100");
    t.at("2026-11-21T12:00:00+03:00");
    Map<String, Object> plan = plan("WIN_BACK", 30, Map.of());
    JsonNode year = t.owner.post("/api/v1/automations/what-if", plan).expect(200);
    assertEquals(3, year.path("messages").asInt(), year::toString);
    assertEquals(2, year.path("members").asInt());
    assertEquals(1, year.path("cameAnyway").asInt());
    assertEquals(3 * GIFT, year.path("gifts").asLong());
    assertEquals(900, year.path("messageCost").asLong());
    assertEquals(0, t.count("true"), "nothing is written");
    plan.put("ways", List.of());
    JsonNode byCard = t.owner.post("/api/v1/automations/what-if", plan).expect(200);
    assertEquals(0, byCard.path("messages").asInt());
    assertEquals(3, byCard.path("unreached").asInt());
    for (String kind : List.of("WELCOME", "BIRTHDAY", "PURCHASE")) {
      JsonNode other =
          t.owner.post("/api/v1/automations/what-if", plan(kind, 0, Map.of())).expect(200);
      assertTrue(other.path("known").asBoolean(), kind);
    }
    assertEquals(
        2,
        t.owner
            .post("/api/v1/automations/what-if", plan("WELCOME", 0, Map.of()))
            .expect(200)
            .path("messages")
            .asInt());
    assertFalse(
        t.owner
            .post("/api/v1/automations/what-if", plan("TIER_UP", 0, Map.of()))
            .expect(200)
            .path("known")
            .asBoolean());
  }

  @Test
  void aQuartersHoldOutIsComparedWithEverybodyElse() {
    Trial t = new Trial("quarter");
    t.at("2026-10-01T12:00:00+03:00");
    for (int i = 0; i < 40; i++) {
      t.join(Map.of());
    }
    String report = "/api/v1/reports/hold-out";
    JsonNode none = t.owner.get(report).expect(200);
    assertEquals("2026-4", none.path("quarter").asString());
    assertEquals("NO_HOLD_OUT", none.at("/result/hidden").asString());
    t.at("2026-10-02T12:00:00+03:00");
    t.owner.put("/api/v1/result-settings", Map.of("globalHoldOutPercent", 10)).expect(200);
    t.at("2026-10-03T12:00:00+03:00");
    String late = t.join(Map.of());
    t.buy(late, "900");
    JsonNode some = t.owner.get(report).expect(200).path("result");
    assertEquals(40, some.at("/treated/members").asInt() + some.at("/heldOut/members").asInt());
    assertEquals(
        0, some.at("/treated/purchases").asLong() + some.at("/heldOut/purchases").asLong());
    assertEquals("2026-10-02T09:00:00Z", some.path("from").asString());
    assertEquals(10, some.path("holdOutPercent").asInt());
    assertEquals(
        "NO_HOLD_OUT", t.owner.get(report + "?back=1").expect(200).at("/result/hidden").asString());
  }
}
