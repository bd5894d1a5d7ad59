package io.kartela.service;

import static io.kartela.service.Scene.earn;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kartela.push.http.FakeVendor.Trouble;
import io.kartela.push.sms.FakeSms.Taken;
import io.kartela.push.sms.FakeSmsRu;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/**
 * What went wrong at listmonk and Mautic, by their public issues, played here: each method is named
 * by the issue and says what happened there. What a killed process leaves behind is played by
 * {@link ChaosCampaignTest}, too.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FaultsOfOthersTest {
  private static final String PROGRAM =
      "'rules':["
          + earn(500)
          + "],'tiers':[{'id':'base','name':{'ru':'База','en':'Base'},'rank':1,'earnBp':500}]";
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
  private final AtomicInteger phones = new AtomicInteger(8_850_100);
  private final AtomicInteger copies = new AtomicInteger();
  private final TestShop.Maker maker = new TestShop.Maker(kartela);

  @BeforeEach
  void noon() {
    clock.set("2026-11-23T12:00:00+03:00"); // a Monday
    fake.trouble(new Trouble.None());
    fake.balance("10000000.00");
  }

  @AfterAll
  void close() {
    maker.close();
    kartela.close();
    fake.close();
  }

  /** A shop in Moscow with a gateway, its owner signed in. */
  private final class Shop {
    final TestShop shop;
    final List<String> people = new ArrayList<>();
    Api owner;

    Shop(String slug) {
      this.shop = maker.open(slug, PROGRAM);
      this.owner = shop.owner();
      channel(Map.of());
    }

    void channel(Map<String, Object> more) {
      Map<String, Object> body = new HashMap<>();
      body.put("vendor", "SMSRU");
      body.put("secret", KEY);
      body.put("settings", Map.of("sender", "ZERNO"));
      body.put("marketing", true);
      body.put("price", 499);
      body.put("perMinute", 60_000);
      body.putAll(more);
      owner.put("/api/v1/channels/SMS", body).expect(200);
    }

    void at(String moment) {
      clock.set(moment);
      owner = shop.ownerAgain();
    }

    String join(Map<String, Object> more) {
      Map<String, Object> person = new HashMap<>(more);
      String phone = "+7916" + phones.incrementAndGet();
      person.put("phone", phone);
      people.add(phone);
      return shop.signUp(person).path("memberId").asString();
    }

    /** So many members who take offers, one of them signed up and the rest like that one. */
    void crowd(int howMany) {
      String first = join(Map.of("consentMessages", true));
      int from = copies.getAndAdd(howMany);
      copy("member", first, from, howMany - 1);
      copy("member_standing", first, from, howMany - 1);
      for (int g = from + 1; g < from + howMany; g++) {
        people.add("+7997%07d".formatted(g));
      }
      kartela.execute("ANALYZE kartela.member, kartela.member_standing");
    }

    private void copy(String table, String like, int from, int howMany) {
      String columns =
          kartela.text(
              "SELECT string_agg(column_name, ',') FROM information_schema.columns WHERE"
                  + " table_schema = 'kartela' AND is_generated = 'NEVER' AND table_name = '"
                  + table
                  + "'");
      String copied =
          columns
              .replaceAll("\\bmember_id\\b", "8000000000 + g")
              .replaceAll("\\bphone\\b", "'+7997' || lpad(g::text, 7, '0')");
      kartela.execute(
          "INSERT INTO kartela.%1$s (%2$s) SELECT %3$s FROM kartela.%1$s, generate_series(%4$d, %5$d) g WHERE member_id = %6$s"
              .formatted(table, columns, copied, from + 1, from + howMany, like));
    }

    JsonNode start(Map<String, Object> more) {
      Map<String, Object> body = new HashMap<>();
      body.put("name", "Trial");
      body.put("text", "Привет!");
      body.put("ways", List.of("SMS"));
      body.putAll(more);
      return owner.once(UUID.randomUUID().toString()).post("/api/v1/campaigns", body).expect(201);
    }

    JsonNode campaign(JsonNode started) {
      return owner.get("/api/v1/campaigns/" + started.path("id").asString()).expect(200);
    }

    boolean isDone(JsonNode started) {
      return campaign(started).path("state").asString().equals("DONE");
    }

    void state(JsonNode started, String state) {
      owner
          .put(
              "/api/v1/campaigns/" + started.path("id").asString() + "/state",
              Map.of("state", state))
          .expect(200);
    }

    /** Nothing is with the gateway any more: it has answered what it was asked. */
    void quiet() {
      Eventually.until(
          () ->
              number(
                      "SELECT count(*) FROM kartela.dispatch WHERE merchant_id = $shop AND (state ="
                          + " 'LEAVING' OR leased_until > clock_timestamp())")
                  == 0);
    }

    /** Reports come, and the campaign is over. */
    JsonNode over(JsonNode started) {
      moving(() -> number(OPEN) == 0, () -> number(OPEN));
      clock.plus(Duration.ofMinutes(2));
      moving(() -> isDone(started), () -> campaign(started).path("sent").asLong());
      return campaign(started);
    }

    long number(String sql) {
      return Long.parseLong(kartela.text(sql.replace("$shop", Long.toString(shop.id()))));
    }

    private static final String OPEN =
        "SELECT (SELECT count(*) FROM kartela.dispatch WHERE merchant_id = $shop AND state <>"
            + " 'TAKEN') + (SELECT count(*) FROM kartela.campaign_chunk WHERE merchant_id = $shop"
            + " AND NOT done)";

    /** How many texts each of this shop's people has. */
    Map<String, Integer> copiesOf() {
      Map<String, Integer> copies =
          fake.taken().stream().collect(Collectors.toMap(Taken::phone, t -> 1, Integer::sum));
      return people.stream()
          .collect(Collectors.toMap(Function.identity(), p -> copies.getOrDefault(p, 0)));
    }

    long taken() {
      return copiesOf().values().stream().mapToLong(Integer::longValue).sum();
    }

    void everybodyHas(int texts) {
      Map<String, Integer> wrong = new HashMap<>(copiesOf());
      wrong.values().removeIf(n -> n == texts);
      assertEquals(Map.of(), wrong, "copies");
    }

    void runAutomations() {
      maker.automations(clock).run(shop.id());
    }

    String automation(Map<String, Object> plan) {
      JsonNode made = owner.post("/api/v1/automations", plan).expect(201);
      String id = made.path("id").asString();
      owner.put("/api/v1/automations/" + id + "/state", Map.of("on", true)).expect(200);
      return id;
    }

    /** A scheduler that begins to look anew. */
    void lookAgain() {
      kartela.execute(
          "UPDATE kartela.automation SET looked_at = since WHERE merchant_id = " + shop.id());
    }
  }

  /** Waits as long as something still moves. */
  private static void moving(BooleanSupplier so, LongSupplier what) {
    while (!so.getAsBoolean()) {
      long before = what.getAsLong();
      Eventually.until(() -> so.getAsBoolean() || what.getAsLong() != before);
    }
  }

  /**
   * listmonk #2313: a gateway hung up after so many letters, the campaign was paused by the error,
   * and when it was resumed it began at the top of the list. Of about 12,000 sends a third of the
   * subscribers got nothing, the others three copies and more.
   */
  @Test
  void listmonk2313AnErrorPausesAndNothingStartsOver() {
    Shop s = new Shop("listmonk-2313");
    s.crowd(600);
    fake.balance("998.00"); // for 200 texts
    JsonNode started = s.start(Map.of());
    Eventually.until(
        () ->
            s.owner
                .get("/api/v1/channels")
                .expect(200)
                .at("/items/0/stopped/why")
                .asString("")
                .equals("MONEY"));
    s.state(started, "PAUSED");
    s.quiet();
    assertEquals(200, s.taken());
    clock.plus(Duration.ofMinutes(2)); // the gateway would take the same words again
    fake.balance("10000000.00");
    s.channel(Map.of());
    s.state(started, "RUNNING");
    JsonNode done = s.over(started);
    s.everybodyHas(1);
    assertEquals(600, done.path("delivered").asInt(), done.toString());
    assertEquals(600 * 499, done.at("/beside/cost").asLong());
  }

  /**
   * listmonk #2070 (open since 2024): a campaign was paused and resumed, and was sent again to
   * those who had it already.
   */
  @Test
  void listmonk2070PauseAndResumeTellNobodyTwice() {
    Shop s = new Shop("listmonk-2070");
    s.crowd(300);
    JsonNode started = s.start(Map.of());
    for (int pause = 0; pause < 3 && !s.isDone(started); pause++) {
      long from = s.taken();
      Eventually.until(() -> s.taken() > from || s.taken() == 300);
      s.state(started, "PAUSED");
      s.quiet();
      clock.plus(Duration.ofMinutes(2));
      s.state(started, "RUNNING");
    }
    assertEquals(300, s.over(started).path("delivered").asInt());
    s.everybodyHas(1);
  }

  /**
   * listmonk #3022: the place in the list moved on when subscribers were fetched, not when they
   * were written to. After a restart those who had been fetched were lost, and the campaign called
   * itself finished with most of it unsent.
   */
  @Test
  void listmonk3022WhatADeadNodeFetchedIsNotLost() {
    Shop s = new Shop("listmonk-3022");
    s.crowd(600);
    s.at("2026-11-23T23:00:00+03:00"); // nothing leaves at night
    JsonNode started = s.start(Map.of());
    // A node fetches the first 500 and is killed.
    kartela.execute(
        "UPDATE kartela.campaign_chunk SET lease_until = clock_timestamp() + interval '1 hour',"
            + " epoch = epoch + 1 WHERE from_seq = 1 AND merchant_id = "
            + s.shop.id());
    s.at("2026-11-24T10:00:00+03:00");
    Eventually.until(() -> s.taken() == 100);
    s.quiet();
    clock.plus(Duration.ofMinutes(2));
    Eventually.until(() -> s.campaign(started).path("delivered").asInt() == 100);
    assertEquals("RUNNING", s.campaign(started).path("state").asString());
    kartela.execute(
        "UPDATE kartela.campaign_chunk SET lease_until = clock_timestamp() WHERE merchant_id = "
            + s.shop.id());
    assertEquals(600, s.over(started).path("delivered").asInt());
    s.everybodyHas(1);
  }

  /**
   * listmonk #2278 (also #2168 and #2591): saving the settings restarted the sender, and a campaign
   * under way called itself finished with hundreds unsent.
   */
  @Test
  void listmonk2278SettingsAreSavedWhileItRuns() {
    Shop s = new Shop("listmonk-2278");
    s.crowd(300);
    JsonNode started = s.start(Map.of());
    for (int save = 0; save < 6; save++) {
      long from = s.taken();
      Eventually.until(() -> s.taken() > from || s.taken() == 300);
      s.channel(Map.of("perMinute", 60_000 - save));
      s.owner
          .put("/api/v1/message-rules", Map.of("day", Map.of("from", 600, "to", 1260 - save)))
          .expect(204);
    }
    JsonNode done = s.over(started);
    s.everybodyHas(1);
    assertEquals(done.path("total").asInt(), done.path("delivered").asInt(), done.toString());
  }

  /**
   * listmonk #1109: one person got three copies, since what failed after the server had taken it
   * was tried again.
   */
  @Test
  void listmonk1109WhatWasTakenBeforeTheLineBrokeIsNotRepeated() {
    Shop s = new Shop("listmonk-1109");
    s.crowd(40);
    fake.trouble(new Trouble.Drop());
    JsonNode started = s.start(Map.of());
    Eventually.until(() -> s.taken() >= 10);
    s.state(started, "PAUSED");
    s.quiet();
    fake.trouble(new Trouble.None());
    clock.plus(Duration.ofMinutes(10));
    s.state(started, "RUNNING");
    JsonNode done = s.over(started);
    s.everybodyHas(1);
    assertEquals("UNKNOWN", done.at("/reasons/0/code").asString(), done.toString());
    assertEquals(40, done.path("delivered").asInt() + done.path("failed").asInt());
  }

  /**
   * listmonk #1078 and #1685: programs that look for viruses open every link of a letter, and each
   * opening unsubscribed the reader; Mautic #12880 asks for the other half, that one click of the
   * mail program is enough (RFC 8058).
   */
  @Test
  void listmonk1078OpeningALinkUnsubscribesNobody() {
    Shop s = new Shop("listmonk-1078");
    String member = s.join(Map.of("consentMessages", true));
    String token = "a-token-of-random-bits-1078";
    kartela.execute(
        "INSERT INTO kartela.unsubscribe_link (merchant_id, member_id, kind, token) VALUES (%d, %s, 'MAIL', '%s')"
            .formatted(s.shop.id(), member, token));
    String name = Long.toString(s.shop.id(), Character.MAX_RADIX) + "-" + token;
    Api scanner = kartela.api();
    for (int look = 0; look < 3; look++) {
      scanner.get("/u/" + name).expectStatus(200);
      scanner.get("/api/v1/public/unsubscribing/" + name).expect(200);
    }
    String closed =
        "SELECT count(*) FROM kartela.member_address WHERE state = 'REFUSED' AND merchant_id ="
            + " $shop";
    assertEquals(0, s.number(closed));
    scanner
        .with("Content-Type", "application/x-www-form-urlencoded")
        .send("POST", "/u/" + name, "List-Unsubscribe=One-Click".getBytes(UTF_8))
        .expectStatus(204);
    assertEquals(1, s.number(closed));
  }

  /**
   * Mautic #5423: scheduled events that had been executed were executed again, 50,000 of them, as
   * often as the scheduler ran.
   */
  @Test
  void mautic5423WhatWasSaidIsNotScheduledAgain() throws Exception {
    Shop s = new Shop("mautic-5423");
    s.automation(welcome(Map.of()));
    clock.plus(Duration.ofSeconds(1));
    for (int i = 0; i < 12; i++) {
      s.join(Map.of());
    }
    try (ExecutorService nodes = Executors.newFixedThreadPool(3)) {
      for (int round = 0; round < 4; round++) {
        s.lookAgain();
        List<Future<?>> runs = new ArrayList<>();
        for (int node = 0; node < 3; node++) {
          runs.add(nodes.submit(s::runAutomations));
        }
        for (Future<?> run : runs) {
          run.get();
        }
        clock.plus(Duration.ofMinutes(2));
      }
    }
    Eventually.until(() -> s.taken() >= 12);
    s.quiet();
    s.everybodyHas(1);
  }

  /**
   * Mautic #10766 (since 2018): a campaign that is repeated wrote to 300 contacts of each run, the
   * size of a batch.
   */
  @Test
  void mautic10766EveryRunOfARepeatedCampaignReachesAll() {
    Shop s = new Shop("mautic-10766");
    s.crowd(520); // more than a chunk of ours, too
    JsonNode draft =
        s.owner
            .post(
                "/api/v1/campaign-drafts",
                Map.of(
                    "campaign",
                    Map.of("name", "Weekly", "text", "Привет!", "ways", List.of("SMS")),
                    "when",
                    Map.of("type", "WEEKLY", "day", 4, "time", "11:00")))
            .expect(201);
    s.owner
        .with("If-Match", "\"1\"")
        .post("/api/v1/campaign-drafts/" + draft.path("id").asString() + "/start", Map.of())
        .expect(200);
    String[] thursdays = {"2026-11-26T11:00:00+03:00", "2026-12-03T11:00:00+03:00"};
    for (int run = 1; run <= thursdays.length; run++) {
      s.at(thursdays[run - 1]);
      int runs = run;
      Eventually.until(
          () -> s.owner.get("/api/v1/campaigns").expect(200).path("items").size() == runs);
      JsonNode begun = s.owner.get("/api/v1/campaigns").expect(200).at("/items/0");
      assertEquals(520, begun.path("total").asInt());
      assertEquals(520, s.over(begun).path("delivered").asInt());
      s.everybodyHas(run);
    }
  }

  /** Mautic #2870: one step of a campaign over a million contacts took two and a half days. */
  @Test
  void mautic2870ManyAreJudgedInOneGo() {
    Shop s = new Shop("mautic-2870");
    s.crowd(20_000);
    JsonNode started = s.start(Map.of("ways", List.of()));
    assertEquals(20_000, started.path("total").asInt());
    moving(() -> s.isDone(started), () -> s.campaign(started).path("skipped").asLong());
    JsonNode done = s.campaign(started);
    assertEquals("NO_WALLET", done.at("/reasons/0/code").asString());
    assertEquals(20_000, done.at("/reasons/0/count").asInt());
    assertTrue(
        s.number(
                "SELECT count(*) FROM kartela.campaign_chunk WHERE merchant_id = $shop AND epoch >"
                    + " 1")
            == 0,
        "no chunk took so long that another node took it over");
  }

  /**
   * Mautic #9634: opening a segment of 700,000 contacts for a change took more than five minutes.
   */
  @Test
  void mautic9634ASegmentOfManyOpensAtOnce() {
    Shop s = new Shop("mautic-9634");
    s.crowd(20_000);
    JsonNode condition = SegmentTest.condition("{'type':'inTier','tiers':['base']}");
    JsonNode segment =
        s.owner.post("/api/v1/segments", Map.of("name", "All", "condition", condition)).expect(201);
    long from = System.nanoTime();
    s.owner.get("/api/v1/segments/" + segment.path("id").asString()).expect(200);
    assertEquals(
        20_000,
        s.owner
            .post("/api/v1/segments/count", Map.of("condition", condition))
            .expect(200)
            .path("members")
            .asInt());
    Duration took = Duration.ofNanos(System.nanoTime() - from);
    assertTrue(took.compareTo(Duration.ofSeconds(5)) < 0, took.toString());
  }

  /**
   * Mautic #7881: whoever left a segment and came back got the same letter again, though restarting
   * was switched off.
   */
  @Test
  void mautic7881ComingBackIntoASegmentIsNoNewOccasion() {
    Shop s = new Shop("mautic-7881");
    JsonNode segment =
        s.owner
            .post(
                "/api/v1/segments",
                Map.of(
                    "name",
                    "VIP",
                    "condition",
                    SegmentTest.condition("{'type':'memberTag','tags':['VIP']}")))
            .expect(201);
    s.automation(welcome(Map.of("segmentId", segment.path("id").asString())));
    clock.plus(Duration.ofSeconds(1));
    String tags = "/api/v1/members/" + s.join(Map.of()) + "/tags";
    for (int time = 0; time < 3; time++) {
      s.owner.patch(tags, Map.of("add", List.of("VIP"))).expect(200);
      s.lookAgain();
      s.runAutomations();
      Eventually.until(() -> s.taken() >= 1);
      s.quiet();
      s.owner.patch(tags, Map.of("remove", List.of("VIP"))).expect(200);
      s.lookAgain();
      s.runAutomations();
      clock.plus(Duration.ofMinutes(2));
    }
    s.everybodyHas(1);
  }

  private static Map<String, Object> welcome(Map<String, Object> more) {
    Map<String, Object> plan = new HashMap<>();
    plan.put("kind", "WELCOME");
    plan.put("ways", List.of("SMS"));
    plan.put("steps", List.of(Map.of("days", 0, "text", "Здравствуйте!")));
    plan.putAll(more);
    return plan;
  }
}
