package io.kartela.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kartela.push.http.FakeCallbacks.Habits;
import io.kartela.push.http.FakeVendor.Trouble;
import io.kartela.push.sms.FakeSms.Taken;
import io.kartela.push.sms.FakeSmsRu;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/** Campaigns to those who have no card on a phone, by a gateway of the shop's own. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ChannelCampaignTest {
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
  private final AtomicInteger phones = new AtomicInteger(5_550_100);
  private final Map<String, Api> owners = new HashMap<>();
  private final TestShop.Maker maker = new TestShop.Maker(kartela);

  @AfterEach
  void well() {
    fake.trouble(new Trouble.None());
    fake.balance("1000000.00");
  }

  @AfterAll
  void close() {
    maker.close();
    kartela.close();
    fake.close();
  }

  private static Map<String, Object> smsRu(Map<String, Object> more) {
    Map<String, Object> body = new HashMap<>();
    body.put("vendor", "SMSRU");
    body.put("secret", KEY);
    body.put("settings", Map.of("sender", "ZERNO"));
    body.put("marketing", true);
    body.put("price", 499);
    body.put("perMinute", 60_000);
    body.putAll(more);
    return body;
  }

  private TestShop shop(String slug) {
    TestShop shop = maker.open(slug, PROGRAM);
    owners.put(shop.slug(), shop.owner());
    owner(shop).put("/api/v1/channels/SMS", smsRu(Map.of())).expect(200);
    return shop;
  }

  private Api owner(TestShop shop) {
    return Objects.requireNonNull(owners.get(shop.slug()));
  }

  private JsonNode start(TestShop shop, String text, Map<String, Object> more) {
    Map<String, Object> body = new HashMap<>();
    body.put("name", "Trial");
    body.put("text", text);
    body.put("ways", List.of("SMS"));
    body.putAll(more);
    return owner(shop)
        .once(UUID.randomUUID().toString())
        .post("/api/v1/campaigns", body)
        .expect(201);
  }

  private JsonNode campaign(TestShop shop, String id) {
    return owner(shop).get("/api/v1/campaigns/" + id).expect(200);
  }

  private JsonNode done(TestShop shop, JsonNode started) {
    String id = started.path("id").asString();
    try {
      Eventually.until(() -> campaign(shop, id).path("state").asString().equals("DONE"));
    } catch (AssertionError e) {
      throw new AssertionError(
          campaign(shop, id) + "\n" + rows("dispatch", shop) + "\n" + rows("sent", shop), e);
    }
    return campaign(shop, id);
  }

  /** The service knows that the gateway has these texts. */
  private void taken(TestShop shop, int texts) {
    Eventually.until(
        () ->
            kartela
                .text(
                    "SELECT count(*) FROM kartela.dispatch WHERE state = 'TAKEN' AND merchant_id = "
                        + shop.id())
                .equals(Integer.toString(texts)));
  }

  private String rows(String table, TestShop shop) {
    return kartela.text(
        "SELECT string_agg(t::text, E'\\n') FROM kartela.%s t WHERE merchant_id = %d"
            .formatted(table, shop.id()));
  }

  private List<Taken> to(String phone) {
    return fake.taken().stream().filter(t -> t.phone().equals(phone)).toList();
  }

  /** Somebody without a card on a phone; their number. */
  private String join(TestShop shop, Map<String, Object> more) {
    String phone = "+7916" + phones.incrementAndGet();
    Map<String, Object> person = new HashMap<>(more);
    person.put("phone", phone);
    shop.signUp(person);
    return phone;
  }

  @Test
  void whoHasNoCardGetsATextThatIsPaidForAndConfirmed() {
    TestShop shop = shop("by-sms");
    String anna = join(shop, Map.of("name", "Анна Ким", "consentMessages", true));
    String silent = join(shop, Map.of("consentMessages", false));
    JsonNode reach =
        owner(shop)
            .post("/api/v1/campaigns/audience", Map.of("ways", List.of("SMS"), "parts", 2))
            .expect(200);
    assertEquals(1, reach.path("beside").path(0).path("members").asInt(), reach.toString());
    assertEquals(998, reach.path("beside").path(0).path("cost").asLong());
    JsonNode started = start(shop, "Привет, {имя|друг}! У вас {бонусы} бонусов.", Map.of());
    Eventually.until(() -> !to(anna).isEmpty());
    assertEquals("Привет, Анна! У вас 0 бонусов.", to(anna).getFirst().text());
    assertEquals("ZERNO", to(anna).getFirst().sender());
    taken(shop, 1);
    clock.plus(Duration.ofMinutes(1));
    JsonNode done = done(shop, started);
    assertEquals(1, done.path("delivered").asInt(), done.toString());
    assertEquals(1, done.path("skipped").asInt());
    assertEquals("NO_CONSENT", done.path("reasons").path(0).path("code").asString());
    assertEquals(499, done.path("beside").path("cost").asLong());
    assertEquals(1, done.path("beside").path("told").path(0).path("delivered").asInt());
    assertTrue(to(silent).isEmpty());
    assertEquals(
        "0",
        kartela.text(
            "SELECT count(*) FROM kartela.sent WHERE length(address) > 4 AND merchant_id = "
                + shop.id()));
  }

  /** The gateway tells by itself, twice and in its own time; nobody has to ask it. */
  @Test
  void aGatewayThatPostsIsHeardOnce() {
    TestShop shop = shop("posted");
    String anna = join(shop, Map.of("consentMessages", true));
    String hook =
        owner(shop)
            .get("/api/v1/channels")
            .expect(200)
            .path("items")
            .path(0)
            .path("hook")
            .path("address")
            .asString();
    Habits habits = new Habits(7, Duration.ofMillis(50), 100, Duration.ofMillis(200), 20);
    fake.receiptsTo(kartela.url().resolve(URI.create(hook).getPath()), habits);
    JsonNode done = done(shop, start(shop, "Привет!", Map.of()));
    assertEquals(1, to(anna).size());
    assertEquals(1, done.path("delivered").asInt(), done.toString());
    assertEquals(1, done.path("beside").path("told").path(0).path("delivered").asInt());
    byte[] forged = "data[0]=sms_status%0A1%0A103&hash=0".getBytes(StandardCharsets.UTF_8);
    kartela
        .api()
        .with("Content-Type", "application/x-www-form-urlencoded")
        .send("POST", URI.create(hook).getPath(), forged)
        .expect(403);
  }

  @Test
  void aDeadNumberIsNotPaidForNorTriedAgain() {
    TestShop shop = shop("dead-number");
    String anna = join(shop, Map.of("consentMessages", true));
    fake.number(anna, 202);
    JsonNode done = done(shop, start(shop, "Привет!", Map.of()));
    assertEquals(1, done.path("failed").asInt(), done.toString());
    assertEquals("NO_ADDRESS_LEFT", done.path("reasons").path(0).path("code").asString());
    assertEquals(0, done.path("beside").path("cost").asLong());
    JsonNode again = done(shop, start(shop, "Ещё раз!", Map.of()));
    assertEquals(1, again.path("skipped").asInt(), again.toString());
    assertTrue(to(anna).isEmpty());
  }

  /** A wrong key stops the channel and loses nobody: the right one sends what waited. */
  @Test
  void aRefusedKeyStopsTheChannelAndLosesNobody() {
    TestShop shop = shop("wrong-key");
    String anna = join(shop, Map.of("consentMessages", true));
    String boris = join(shop, Map.of("consentMessages", true));
    Api owner = owner(shop);
    owner.put("/api/v1/channels/SMS", smsRu(Map.of("secret", "a-wrong-one"))).expect(200);
    JsonNode started = start(shop, "Привет!", Map.of());
    Eventually.until(
        () ->
            owner
                .get("/api/v1/channels")
                .expect(200)
                .path("items")
                .path(0)
                .path("stopped")
                .path("why")
                .asString("")
                .equals("CREDENTIAL"));
    assertTrue(to(anna).isEmpty());
    owner.put("/api/v1/channels/SMS", smsRu(Map.of())).expect(200);
    taken(shop, 2);
    assertEquals(List.of(1, 1), List.of(to(anna).size(), to(boris).size()));
    clock.plus(Duration.ofMinutes(1));
    assertEquals(2, done(shop, started).path("delivered").asInt());
  }

  @Test
  void whatMayHaveLeftIsNotSentAgain() {
    TestShop shop = shop("lost-answer");
    String anna = join(shop, Map.of("consentMessages", true));
    fake.trouble(new Trouble.Drop());
    JsonNode done = done(shop, start(shop, "Привет!", Map.of()));
    assertEquals(1, done.path("failed").asInt());
    assertEquals("UNKNOWN", done.path("reasons").path(0).path("code").asString());
    assertEquals(1, to(anna).size());
    assertEquals(499, done.path("beside").path("cost").asLong(), "it may have been paid for");
  }

  @Test
  void nobodyIsWrittenToAtNight() {
    TestShop shop = shop("at-night");
    String anna = join(shop, Map.of("consentMessages", true));
    owner(shop)
        .put("/api/v1/message-rules", Map.of("day", Map.of("from", 600, "to", 1260)))
        .expect(204);
    ZonedDateTime night =
        clock.instant().atZone(ZoneId.of("Europe/Moscow")).plusDays(1).withHour(22).withMinute(30);
    clock.set(night.toOffsetDateTime().toString());
    owners.put(shop.slug(), shop.ownerAgain());
    JsonNode started = start(shop, "Привет!", Map.of());
    ZonedDateTime morning = night.plusDays(1).withHour(10).withMinute(0).withSecond(0).withNano(0);
    clock.set(morning.minusMinutes(1).toOffsetDateTime().toString());
    owners.put(shop.slug(), shop.ownerAgain());
    assertEquals("RUNNING", campaign(shop, started.path("id").asString()).path("state").asString());
    assertTrue(to(anna).isEmpty());
    clock.set(morning.toOffsetDateTime().toString());
    Eventually.until(() -> to(anna).size() == 1);
  }

  @Test
  void noMoreOffersThanTheShopAllows() {
    TestShop shop = shop("cap");
    String anna = join(shop, Map.of("consentMessages", true));
    owner(shop)
        .put("/api/v1/message-rules", Map.of("cap", Map.of("most", 1, "days", 7)))
        .expect(204);
    JsonNode first = start(shop, "Раз", Map.of());
    Eventually.until(() -> to(anna).size() == 1);
    JsonNode second = done(shop, start(shop, "Два", Map.of()));
    assertEquals("CAP", second.path("reasons").path(0).path("code").asString(), second.toString());
    clock.plus(Duration.ofDays(8));
    owners.put(shop.slug(), shop.ownerAgain());
    done(shop, first);
    JsonNode third = start(shop, "Три", Map.of());
    Eventually.until(() -> to(anna).size() == 2);
    assertFalse(third.isEmpty());
  }

  @Test
  void theBudgetIsABound() {
    TestShop shop = shop("budget");
    for (int i = 0; i < 5; i++) {
      shop.signUp(Map.of("consentMessages", true));
    }
    JsonNode started = start(shop, "Привет!", Map.of("budget", 3 * 499 + 100));
    String id = started.path("id").asString();
    Eventually.until(() -> campaign(shop, id).path("skipped").asInt() == 2);
    taken(shop, 3);
    clock.plus(Duration.ofMinutes(1));
    JsonNode done = done(shop, started);
    assertEquals(3, done.path("delivered").asInt());
    assertEquals(3 * 499, done.path("beside").path("cost").asLong());
    assertEquals("BUDGET", done.path("reasons").path(0).path("code").asString());
  }

  @Test
  void aTextThatIsNeverConfirmedSaysSo() {
    TestShop shop = shop("unconfirmed");
    String anna = join(shop, Map.of("consentMessages", true));
    fake.receiptsAfter(Duration.ofDays(2));
    try {
      JsonNode started = start(shop, "Привет!", Map.of());
      taken(shop, 1);
      assertEquals(1, to(anna).size());
      clock.plus(Duration.ofMinutes(70));
      JsonNode done = done(shop, started);
      assertEquals(1, done.path("delivered").asInt());
      assertEquals("UNCONFIRMED", done.path("reasons").path(0).path("code").asString());
    } finally {
      fake.receiptsAfter(Duration.ZERO);
    }
  }

  /** Late answers, lines cut after the text was taken, broken proxies, a pause in the middle. */
  @Test
  void aMoodyGatewayMakesNobodyHearTwice() {
    TestShop shop = shop("moody");
    String first = join(shop, Map.of("consentMessages", true));
    multiply(shop, first, 399);
    fake.trouble(new Trouble.Moody(7, 10, Duration.ofMillis(300), 6, 6));
    JsonNode started = start(shop, "Привет, {имя|друг}!", Map.of());
    String id = started.path("id").asString();
    Api owner = owner(shop);
    Eventually.until(() -> mine().size() > 50);
    owner.put("/api/v1/campaigns/" + id + "/state", Map.of("state", "PAUSED")).expect(200);
    owner.put("/api/v1/campaigns/" + id + "/state", Map.of("state", "RUNNING")).expect(200);
    Eventually.until(
        () -> {
          clock.plus(Duration.ofSeconds(5)); // what was put off comes, and reports are asked for
          JsonNode now = campaign(shop, id);
          return now.path("delivered").asInt() + now.path("failed").asInt() >= 400;
        });
    JsonNode done = done(shop, started);
    assertEquals(400, done.path("delivered").asInt() + done.path("failed").asInt());
    assertTrue(done.path("delivered").asInt() > 300, done.toString());
    assertTrue(done.path("failed").asInt() > 10, done.toString());
    List<String> reached = mine();
    assertEquals(Set.copyOf(reached).size(), reached.size(), "nobody hears twice");
    assertTrue(done.path("delivered").asInt() <= reached.size());
    assertEquals(
        kartela.text(
            "SELECT sum(cost) FROM kartela.sent WHERE source = 'CAMPAIGN' AND source_id = " + id),
        Long.toString(done.path("beside").path("cost").asLong()));
    assertEquals(
        "0", kartela.text("SELECT count(*) FROM kartela.dispatch WHERE source_id = " + id));
  }

  private List<String> mine() {
    return fake.taken().stream().map(Taken::phone).filter(p -> p.startsWith("+7998")).toList();
  }

  /** So many more members like this one, whose phones begin with +7998; it, too, from now on. */
  private void multiply(TestShop shop, String phone, int more) {
    for (String table : new String[] {"member", "member_standing"}) {
      String columns =
          kartela.text(
              "SELECT string_agg(column_name, ',') FROM information_schema.columns WHERE"
                  + " table_schema = 'kartela' AND is_generated = 'NEVER' AND table_name = '"
                  + table
                  + "'");
      String copied =
          columns
              .replaceAll("\\bmember_id\\b", "8000000000 + g")
              .replaceAll("\\bphone\\b", "'+7998' || lpad(g::text, 7, '0')");
      kartela.execute(
          ("INSERT INTO kartela.%1$s (%2$s) SELECT %3$s FROM kartela.%1$s, generate_series(1, %4$d)"
                  + " g WHERE member_id = (SELECT member_id FROM kartela.member WHERE phone ="
                  + " '%5$s' AND merchant_id = %6$d)")
              .formatted(table, columns, copied, more, phone, shop.id()));
    }
    kartela.execute(
        "UPDATE kartela.member SET phone = '+79989999999' WHERE phone = '%s' AND merchant_id = %d"
            .formatted(phone, shop.id()));
  }

  /** One person, two records: the later refusal binds, whichever record and link it came by. */
  @Test
  void whatWasRefusedStaysRefusedThroughAMergeAndAnotherAddress() {
    TestShop shop = shop("merged-refusal");
    Api owner = owner(shop);
    String stays = id(shop, join(shop, Map.of("consentMessages", true)));
    String goes = id(shop, join(shop, Map.of("consentMessages", true)));
    kartela.execute(
        "INSERT INTO kartela.unsubscribe_link VALUES (%d, %s, 'MAIL', 'mergedmergedmerged')"
            .formatted(shop.id(), goes));
    String page =
        "/api/v1/public/unsubscribing/"
            + Long.toString(shop.id(), Character.MAX_RADIX)
            + "-mergedmergedmerged";
    clock.plus(Duration.ofMinutes(1));
    owner.post("/api/v1/members/" + goes + "/consents/withdrawals", Map.of()).expect(200);
    owner
        .once(UUID.randomUUID().toString())
        .post(
            "/api/v1/members/" + stays + "/merges",
            Map.of("memberId", goes, "reason", "one person"))
        .expectStatus(201);
    JsonNode refused = done(shop, start(shop, "Привет!", Map.of()));
    assertEquals("NO_CONSENT", refused.path("reasons").path(0).path("code").asString());
    kartela.api().post(page, Map.of()).expect(200);
    kartela.execute(
        "UPDATE kartela.member SET email = 'another@example.com' WHERE member_id = " + stays);
    assertTrue(kartela.api().get(page).expect(200).path("refused").asBoolean());
    assertEquals(
        "MAIL",
        owner
            .get("/api/v1/members/" + stays + "/consents")
            .expect(200)
            .path("items")
            .path(0)
            .path("channel")
            .asString());
  }

  private String id(TestShop shop, String phone) {
    return kartela.text(
        "SELECT member_id FROM kartela.member WHERE phone = '%s' AND merchant_id = %d"
            .formatted(phone, shop.id()));
  }

  /**
   * Offers by letter can be refused by one click of a mail program, and by the page it leads to.
   */
  @Test
  void aLettersLinkRefusesLettersAlone() {
    TestShop shop = shop("unsubscribe");
    String phone = join(shop, Map.of("consentMessages", true));
    String member =
        kartela.text("SELECT member_id FROM kartela.member WHERE phone = '" + phone + "'");
    kartela.text(
        "UPDATE kartela.member SET email = 'anna@example.com' WHERE member_id = "
            + member
            + " RETURNING email");
    String token = "abcdefghijklmnop";
    kartela.text(
        "INSERT INTO kartela.unsubscribe_link VALUES (%d, %s, 'MAIL', '%s') RETURNING token"
            .formatted(shop.id(), member, token));
    Api visitor = kartela.api();
    String name = Long.toString(shop.id(), Character.MAX_RADIX) + "-" + token;
    String page = "/api/v1/public/unsubscribing/" + name;
    assertFalse(
        visitor.get(page).expect(200).path("refused").asBoolean(), "to look changes nothing");
    visitor
        .with("Content-Type", "application/x-www-form-urlencoded")
        .send("POST", "/u/" + name, "List-Unsubscribe=One-Click".getBytes(StandardCharsets.UTF_8))
        .expect(204);
    assertTrue(visitor.get(page).expect(200).path("refused").asBoolean());
    JsonNode word =
        owner(shop)
            .get("/api/v1/members/" + member + "/consents")
            .expect(200)
            .path("items")
            .path(0);
    assertEquals(
        "MAIL LINK false",
        "%s %s %s"
            .formatted(
                word.path("channel").asString(),
                word.path("source").asString(),
                word.path("granted")));
    JsonNode started = start(shop, "Привет!", Map.of());
    Eventually.until(() -> to(phone).size() == 1);
    assertFalse(started.isEmpty());
    visitor.post(page, Map.of("all", true)).expect(200);
    JsonNode refused = done(shop, start(shop, "Ещё!", Map.of()));
    assertEquals("NO_CONSENT", refused.path("reasons").path(0).path("code").asString());
    visitor.get("/api/v1/public/unsubscribing/zz-" + token).refused(404, "NOT_FOUND");
    visitor.get("/api/v1/public/unsubscribing/nothing").refused(404, "NOT_FOUND");
  }

  @Test
  void wrongChannelsTextsAndVariablesAreTold() {
    TestShop shop = shop("wrong-words");
    Api owner = owner(shop);
    Map<String, Object> body = new HashMap<>(Map.of("name", "x", "text", "Привет, {имя}!"));
    owner.once("k1").post("/api/v1/campaigns", body).refused(422, "INVALID_FIELDS");
    body.put("text", "Привет, {возраст}!");
    owner.once("k2").post("/api/v1/campaigns", body).refused(422, "INVALID_FIELDS");
    body.put("text", "Привет!");
    body.put("ways", List.of("MAX"));
    owner.once("k3").post("/api/v1/campaigns", body).refused(422, "INVALID_FIELDS");
    owner
        .put("/api/v1/channels/SMS", smsRu(Map.of("vendor", "SMTP")))
        .refused(422, "INVALID_FIELDS");
    owner.delete("/api/v1/channels/MAX").refused(404, "CHANNEL_NOT_FOUND");
    owner.put("/api/v1/channels/PIGEON", smsRu(Map.of())).refused(404, "CHANNEL_NOT_FOUND");
  }

  @Test
  void aTestGoesToOneselfAndTellsWhatTheVendorSays() {
    TestShop shop = shop("test-call");
    Api owner = owner(shop);
    JsonNode tested =
        owner.post("/api/v1/channels/SMS/test", Map.of("address", "8 916 555-00-11")).expect(200);
    assertEquals("Accepted", tested.path("result").asString());
    assertEquals(1, to("+79165550011").size());
    fake.trouble(new Trouble.Code(200));
    assertEquals(
        "CredentialRefused",
        owner
            .post("/api/v1/channels/SMS/test", Map.of("address", "+79165550012"))
            .expect(200)
            .path("result")
            .asString());
    fake.trouble(new Trouble.None());
    assertTrue(
        owner.get("/api/v1/channels/SMS/balance").expect(200).path("balance").asDouble() > 0);
    assertFalse(owner.get("/api/v1/channels").expect(200).toString().contains(KEY));
    assertFalse(kartela.text("SELECT string_agg(sealed, '') FROM kartela.channel").contains(KEY));
  }
}
