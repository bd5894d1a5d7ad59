package io.kartela.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kartela.push.sms.FakeSms.Taken;
import io.kartela.push.sms.FakeSmsRu;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/** Campaigns before they begin: drafts, plans and their runs, by the clock. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PlannedCampaignTest {
  private static final String PROGRAM =
      "'tiers':[{'id':'base','name':{'ru':'База','en':'Base'},'rank':1,'earnBp':500}]";
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
  private final AtomicInteger phones = new AtomicInteger(7_750_100);
  private final TestShop.Maker maker = new TestShop.Maker(kartela);

  @BeforeEach
  void noon() {
    clock.set("2026-11-23T12:00:00+03:00"); // a Monday
    fake.balance("1000000.00");
  }

  @AfterAll
  void close() {
    maker.close();
    kartela.close();
    fake.close();
  }

  /** A shop in Moscow with a gateway, its owner signed in. */
  private final class Trial {
    final TestShop shop;
    Api owner;

    Trial(String slug) {
      this.shop = maker.open(slug, PROGRAM);
      this.owner = shop.owner();
      owner
          .put(
              "/api/v1/channels/SMS",
              Map.of(
                  "vendor",
                  "SMSRU",
                  "secret",
                  KEY,
                  "settings",
                  Map.of("sender", "ZERNO"),
                  "marketing",
                  true,
                  "price",
                  100,
                  "perMinute",
                  60_000))
          .expect(200);
    }

    void at(String moment) {
      clock.set(moment);
      owner = shop.ownerAgain();
    }

    String join(Map<String, Object> more) {
      Map<String, Object> person = new HashMap<>(more);
      String phone = "+7916" + phones.incrementAndGet();
      person.put("phone", phone);
      person.put("consentMessages", true);
      shop.signUp(person);
      return phone;
    }

    JsonNode keep(Map<String, Object> campaign, Map<String, Object> when) {
      return owner
          .post("/api/v1/campaign-drafts", Map.of("campaign", campaign, "when", when))
          .expect(201);
    }

    Answer begin(JsonNode draft) {
      return owner
          .with("If-Match", "\"" + draft.path("revision").asInt() + "\"")
          .post("/api/v1/campaign-drafts/" + draft.path("id").asString() + "/start", Map.of());
    }

    JsonNode plan(Map<String, Object> campaign, Map<String, Object> when) {
      return begin(keep(campaign, when)).expect(200).path("draft");
    }

    /** The one plan of the shop: Sundays at half past two. */
    JsonNode weekly() {
      drafts()
          .valueStream()
          .forEach(d -> owner.delete("/api/v1/campaign-drafts/" + d.path("id").asString()));
      return plan(
          text("Sunday"),
          Map.of("type", "WEEKLY", "day", 7, "time", "02:30", "until", "2027-04-04"));
    }

    JsonNode drafts() {
      return owner.get("/api/v1/campaign-drafts").expect(200).path("items");
    }

    JsonNode campaigns() {
      return owner.get("/api/v1/campaigns").expect(200).path("items");
    }

    /** So many runs there are in the end, and everybody is judged. */
    void ran(int runs) {
      Eventually.until(
          () ->
              campaigns().size() == runs
                  && number(
                          "SELECT count(*) FROM kartela.campaign_chunk WHERE NOT done AND"
                              + " merchant_id = $shop")
                      == 0);
    }

    long number(String sql) {
      return Long.parseLong(kartela.text(sql.replace("$shop", Long.toString(shop.id()))));
    }
  }

  private static Map<String, Object> text(String text) {
    Map<String, Object> body = new HashMap<>();
    body.put("name", "Trial");
    body.put("text", text);
    body.put("ways", List.of("SMS"));
    return body;
  }

  private static Map<String, Object> text(String text, Map<String, Object> more) {
    Map<String, Object> body = text(text);
    body.putAll(more);
    return body;
  }

  private List<String> to(String phone) {
    return fake.taken().stream().filter(t -> t.phone().equals(phone)).map(Taken::text).toList();
  }

  private void heard(String phone, String... texts) {
    Eventually.until(() -> to(phone).equals(List.of(texts)));
  }

  @Test
  void beginsAtItsTimeForThoseWhoAreThereThen() {
    Trial s = new Trial("planned-once");
    String early = s.join(Map.of());
    JsonNode plan =
        s.plan(text("Hi"), Map.of("type", "ONCE", "date", "2026-11-26", "time", "11:00"));
    assertEquals("2026-11-26T08:00:00Z", plan.path("nextAt").asString());
    String later = s.join(Map.of());
    s.at("2026-11-26T10:59:59+03:00");
    assertEquals(1, s.drafts().size());
    assertEquals(0, s.campaigns().size());
    s.at("2026-11-26T11:00:00+03:00");
    heard(early, "Hi");
    heard(later, "Hi");
    s.ran(1);
    assertEquals(0, s.drafts().size());
  }

  @Test
  void everySundayOnceWhateverTheClockDoes() {
    Trial s = new Trial("planned-weekly");
    // Berlin puts its clock forward on 2027-03-28: 02:30 is no hour of that day.
    kartela.execute(
        "UPDATE kartela.merchant SET zone = 'Europe/Berlin' WHERE merchant_id = " + s.shop.id());
    kartela.execute("DELETE FROM kartela.message_rules WHERE merchant_id = " + s.shop.id());
    String phone = s.join(Map.of());
    s.at("2027-03-20T12:00:00+01:00");
    // Nodes hear of the zone within seconds.
    Eventually.until(() -> s.weekly().path("nextAt").asString().equals("2027-03-21T01:30:00Z"));
    JsonNode plan = s.drafts().path(0);
    assertEquals("2027-03-21", plan.path("nextOn").asString());
    for (String run : List.of("2027-03-21T02:30:00+01:00", "2027-03-28T03:30:00+02:00")) {
      s.at(run);
      s.ran(run.startsWith("2027-03-21") ? 1 : 2);
      Eventually.until(() -> to(phone).size() == s.campaigns().size());
    }
    s.at("2027-04-04T02:30:00+02:00");
    s.ran(3);
    heard(phone, "Sunday", "Sunday", "Sunday");
    s.at("2027-04-11T12:00:00+02:00");
    assertEquals(0, s.drafts().size(), "its last day is over");
    assertEquals(3, s.campaigns().size());
  }

  @Test
  void theLastDayOfEachMonthAndNoneThatWasMissed() {
    Trial s = new Trial("planned-monthly");
    String phone = s.join(Map.of());
    s.plan(text("Month"), Map.of("type", "MONTHLY", "day", 31, "time", "12:00"));
    s.at("2026-11-30T12:00:00+03:00");
    s.ran(1);
    heard(phone, "Month");
    // Nobody was at work for two months: what is old is not said, what is next is planned.
    s.at("2027-01-05T12:00:00+03:00");
    Eventually.until(() -> s.drafts().path(0).path("nextOn").asString().equals("2027-01-31"));
    assertEquals(1, s.campaigns().size());
    s.at("2027-01-31T12:00:01+03:00");
    s.ran(2);
    heard(phone, "Month", "Month");
    String id = s.drafts().path(0).path("id").asString();
    s.owner.post("/api/v1/campaign-drafts/" + id + "/call-off", Map.of()).expect(200);
    s.at("2027-02-28T12:00:00+03:00");
    assertNull(s.drafts().path(0).path("nextOn").stringValue(null));
    assertEquals(2, s.campaigns().size());
  }

  @Test
  void twoPeopleDoNotOverwriteEachOther() {
    Trial s = new Trial("planned-two");
    JsonNode draft = s.keep(text(""), Map.of("type", "NOW"));
    String path = "/api/v1/campaign-drafts/" + draft.path("id").asString();
    Map<String, Object> mine = Map.of("campaign", text("mine"));
    assertEquals(
        2, s.owner.with("If-Match", "\"1\"").put(path, mine).expect(200).path("revision").asInt());
    s.owner.with("If-Match", "\"1\"").put(path, mine).refused(409, "CAMPAIGN_DRAFT_CHANGED");
    s.owner
        .with("If-Match", "\"1\"")
        .post(path + "/start", Map.of())
        .refused(409, "CAMPAIGN_DRAFT_CHANGED");
    assertEquals("mine", s.owner.get(path).expect(200).at("/campaign/text").asString());
    // Whoever does not hear the answer asks again, and hears the same.
    Api owner = s.owner.with("If-Match", "\"2\"");
    String campaign =
        owner.post(path + "/start", Map.of()).expect(200).path("campaignId").asString();
    assertEquals(
        campaign, owner.post(path + "/start", Map.of()).expect(200).path("campaignId").asString());
    s.owner.get(path).refused(404, "CAMPAIGN_DRAFT_NOT_FOUND");
    s.ran(1);
  }

  @Test
  void whatIsPlannedIsWholeAndStaysAsItIs() {
    Trial s = new Trial("planned-whole");
    JsonNode empty =
        s.keep(Map.of(), Map.of("type", "ONCE", "date", "2026-11-26", "time", "11:00"));
    s.begin(empty).refused(422, "INVALID_FIELDS");
    JsonNode past =
        s.keep(text("Hi"), Map.of("type", "ONCE", "date", "2026-11-23", "time", "11:00"));
    assertEquals(
        "PAST", s.begin(past).refused(422, "INVALID_FIELDS").at("/errors/0/code").asString());
    String segment =
        s.owner
            .post("/api/v1/segments", Map.of("name", "All", "condition", Map.of("type", "always")))
            .expect(201)
            .path("id")
            .asString();
    JsonNode plan =
        s.plan(
            text("Hi", Map.of("segmentId", segment)),
            Map.of("type", "ONCE", "date", "2026-11-26", "time", "11:00"));
    String path = "/api/v1/campaign-drafts/" + plan.path("id").asString();
    s.owner
        .with("If-Match", "\"" + plan.path("revision").asInt() + "\"")
        .put(path, Map.of("campaign", text("other")))
        .refused(409, "CAMPAIGN_DRAFT_PLANNED");
    s.owner
        .with("If-Match", "\"1\"")
        .delete("/api/v1/segments/" + segment)
        .refused(409, "SEGMENT_OF_AUTOMATION");
    // Its channel goes: it is told why it did not begin, and nothing is lost.
    s.owner.delete("/api/v1/channels/SMS");
    s.at("2026-11-26T11:00:00+03:00");
    Eventually.until(
        () ->
            s.owner.get(path).expect(200).path("failedWhy").asString("").equals("INVALID_FIELDS"));
    assertEquals("Hi", s.owner.get(path).expect(200).at("/campaign/text").asString());
    assertEquals(0, s.campaigns().size());
  }

  @Test
  void aGiftComesOnceToWhoeverIsWrittenTo() {
    Trial s = new Trial("planned-gift");
    for (int i = 0; i < 20; i++) {
      s.join(Map.of());
    }
    String phone = s.join(Map.of());
    JsonNode draft =
        s.keep(
            text(
                "{подарок} до {подарок до}",
                Map.of("gift", Map.of("amount", 10_000, "days", 7), "holdOutPercent", 10)),
            Map.of("type", "NOW"));
    s.begin(draft).expect(200);
    s.ran(1);
    JsonNode campaign = s.campaigns().path(0);
    int held = 21 - campaign.path("gifts").asInt();
    assertTrue(held >= 1 && held <= 4, campaign::toString);
    assertEquals(
        (21 - held) * 10_000L,
        s.number("SELECT coalesce(sum(amount), 0) FROM ledger.lot WHERE merchant_id = $shop"));
    String texts =
        "SELECT count(*) FROM kartela.dispatch WHERE state = 'TAKEN' AND merchant_id = $shop";
    Eventually.until(() -> s.number(texts) == 21 - held);
    assertTrue(
        to(phone).isEmpty() || to(phone).equals(List.of("100 до 30 Nov 2026")),
        to(phone)::toString);
  }

  @Test
  void wordsOfTheWayAndOfTheLanguage() {
    Trial s = new Trial("planned-words");
    String russian = s.join(Map.of("locale", "ru"));
    String english = s.join(Map.of("locale", "en"));
    JsonNode draft =
        s.keep(
            text(
                "Длинный текст",
                Map.of(
                    "erid",
                    "2VtzqwE",
                    "variants",
                    List.of(
                        Map.of("by", "SMS", "text", "Коротко"),
                        Map.of("lang", "en", "text", "In English")))),
            Map.of("type", "NOW"));
    s.begin(draft).expect(200);
    s.ran(1);
    String tail = s.campaigns().path(0).path("tail").asString();
    assertTrue(tail.startsWith("\nРеклама. ") && tail.endsWith(". erid: 2VtzqwE"), tail);
    heard(russian, "Коротко" + tail);
    heard(english, "In English" + tail);
  }
}
