package io.kartela.service;

import static io.kartela.service.Scene.earn;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kartela.push.mail.Mail;
import io.kartela.push.sms.FakeSms.Taken;
import io.kartela.push.sms.FakeSmsRu;
import io.kartela.service.shop.staff.Role;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/** Members are asked how a purchase was, say it by a link, and the shop works on it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReviewsTest {
  private static final String KEY = "the-key";
  private static final Pattern LINK = Pattern.compile("/r/([0-9a-z]+-[A-Za-z0-9_-]{16})$");

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
  private final AtomicInteger phones = new AtomicInteger(6_750_100);
  private final TestShop.Maker maker = new TestShop.Maker(kartela);
  private final Contract contract =
      new Contract(kartela.api().get("/openapi.yaml").expectStatus(200).text());
  private final Queue<Api.Exchange> walked = new ConcurrentLinkedQueue<>();
  private final List<Mail> mails = new ArrayList<>();

  @BeforeEach
  void noon() {
    clock.set("2026-11-21T12:00:00+03:00");
    fake.balance("1000000.00");
  }

  /** All that was answered is as the contract says. */
  @AfterEach
  void asWritten() {
    Set<String> mistakes = new LinkedHashSet<>();
    walked.forEach(exchange -> mistakes.addAll(contract.mistakes(exchange)));
    walked.clear();
    assertEquals("", String.join("\n", mistakes));
  }

  @AfterAll
  void close() {
    maker.close();
    kartela.close();
    fake.close();
  }

  /** A shop that writes by text messages, its owner signed in. */
  private final class Trial {
    final Scene scene;
    final TestShop shop;
    Api owner;

    Trial(String slug) {
      this.shop = maker.open(slug, "'rules':[" + earn(500) + "]");
      this.scene = new Scene(kartela, shop);
      this.owner = shop.owner().listening(walked::add);
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
      owner = shop.ownerAgain().listening(walked::add);
    }

    /** What the owner sets, with something else of it. */
    void ask(Map<String, ?> more) {
      String seen = owner.get("/api/v1/review-settings").header("ETag");
      Map<String, Object> body = new HashMap<>();
      body.put("active", true);
      body.put("hours", 3);
      body.put("everyDays", 0);
      body.put("question", Map.of("ru", "Как вам покупка?", "en", "How was it?"));
      body.put("ways", List.of("SMS"));
      body.put("badTo", 6);
      body.put("answerDays", 3);
      body.putAll(more);
      owner.with("If-Match", seen).put("/api/v1/review-settings", body).expect(200);
    }

    void run() {
      maker
          .feedback(
              clock,
              Optional.of(
                  mail -> {
                    mails.add(mail);
                    return new io.kartela.push.Answer.Accepted("");
                  }))
          .run(shop.id());
    }

    String phone(String member) {
      return text("SELECT phone FROM kartela.member WHERE member_id = " + member);
    }

    String join(Map<String, Object> more) {
      Map<String, Object> person = new HashMap<>(more);
      person.putIfAbsent("phone", "+7916" + phones.incrementAndGet());
      return shop.signUp(person).path("memberId").asString();
    }

    JsonNode buy(String member, String amount) {
      return scene.buy(Bill.of(amount).by(member));
    }

    String text(String sql) {
      return kartela.text(sql.replace("$shop", Long.toString(shop.id())));
    }

    long number(String sql) {
      return Long.parseLong(text(sql));
    }

    /** How requests were decided, oldest first: on their way, or why not. */
    String decided() {
      return text(
          "SELECT coalesce(string_agg(coalesce(reason, 'ASKED'), ' ' ORDER BY message_id), '') FROM"
              + " kartela.review_message WHERE kind = 'ASK' AND merchant_id = $shop");
    }

    List<String> texts(String member) {
      String phone = phone(member);
      return fake.taken().stream().filter(t -> t.phone().equals(phone)).map(Taken::text).toList();
    }

    /** The link of the newest request to a member, once it has come. */
    String link(String member) {
      Eventually.until(() -> !texts(member).isEmpty());
      Matcher m = LINK.matcher(texts(member).getLast());
      assertTrue(m.find(), texts(member)::toString);
      return "/api/v1/public/reviews/" + m.group(1);
    }

    /** A purchase, asked about; the link. */
    String asked(String member) {
      buy(member, "1000.00");
      clock.plus(Duration.ofHours(3));
      owner = shop.ownerAgain().listening(walked::add);
      run();
      return link(member);
    }
  }

  private Api visitor() {
    return kartela.api().listening(walked::add);
  }

  private JsonNode rate(String link, int score) {
    return visitor().post(link, Map.of("score", score)).expect(200);
  }

  @Test
  void aPurchaseIsAskedAboutOnceInTheHoursAndRatedByOneTap() {
    Trial t = new Trial("review-story");
    String member = t.join(Map.of());
    t.buy(member, "500.00"); // before anybody asks
    clock.plus(Duration.ofMinutes(1));
    t.ask(Map.of());
    t.at("2026-11-21T19:30:00+03:00");
    t.buy(member, "1000.00");
    t.at("2026-11-21T22:30:00+03:00");
    t.run();
    assertEquals("", t.decided(), "at night nobody is asked");
    t.at("2026-11-22T10:00:00+03:00");
    t.run();
    t.run();
    String link = t.link(member);
    assertEquals(
        1, t.number("SELECT count(*) FROM kartela.review_message WHERE merchant_id = $shop"));
    assertTrue(t.texts(member).getFirst().startsWith("How was it?\n"), t.texts(member)::toString);
    clock.plus(Duration.ofHours(2)); // the vendor was waited for
    Eventually.until(
        () ->
            t.text(
                    "SELECT coalesce(max(words), '-') FROM kartela.review_message WHERE merchant_id"
                        + " = $shop AND outcome IS NOT NULL")
                .isEmpty());

    JsonNode page = visitor().get(link).expect(200);
    assertEquals("Store", page.path("store").asString());
    assertFalse(page.hasNonNull("score"));
    rate(link, 3);
    page = rate(link, 10);
    assertEquals(3, page.path("score").asInt(), "the first tap counts");
    visitor().post(link, Map.of("comment", "Очередь")).expect(200);
    page = visitor().post(link, Map.of("comment", "Очередь")).expect(200);
    assertEquals("Очередь", page.path("comment").asString(), "a retry says nothing twice");
    page = visitor().post(link, Map.of("comment", "И холодно")).expect(200);
    assertEquals("Очередь\nИ холодно", page.path("comment").asString());
    clock.plus(Duration.ofDays(8));
    assertFalse(visitor().get(link).expect(200).path("mayAdd").asBoolean());
    visitor().post(link, Map.of("comment", "Ещё")).refused(410, "REVIEW_CLOSED");
  }

  @Test
  void whatCameBackAndWhoWasAskedLatelyIsNotAsked() {
    Trial t = new Trial("review-not");
    t.ask(Map.of("everyDays", 30, "least", 100_000));
    String small = t.join(Map.of());
    String returned = t.join(Map.of());
    String twice = t.join(Map.of());
    t.buy(small, "999.99");
    t.scene.giveAllBack(t.buy(returned, "1000.00"));
    t.buy(twice, "1000.00");
    t.buy(twice, "2000.00");
    t.at("2026-11-21T16:00:00+03:00");
    t.run();
    assertEquals("ASKED TOO_OFTEN", t.decided());
    t.link(twice); // before it would come too late
    t.at("2026-11-22T12:00:00+03:00");
    t.buy(twice, "1000.00");
    t.at("2026-11-22T16:00:00+03:00");
    t.run();
    assertEquals("ASKED TOO_OFTEN TOO_OFTEN", t.decided().replace("UNCONFIRMED", "ASKED"));
  }

  @Test
  void aPromisedGiftIsAdvertisingAndGivenOnce() throws Exception {
    Trial t = new Trial("review-gift");
    t.ask(Map.of("reward", Map.of("amount", 5_000, "days", 7)));
    String unwilling = t.join(Map.of("consentMessages", false));
    String member = t.join(Map.of());
    t.buy(unwilling, "1000.00");
    String link = t.asked(member);
    assertTrue(t.decided().startsWith("NO_CONSENT"), t.decided());
    assertEquals(5_000, visitor().get(link).expect(200).path("reward").asLong());
    race(8, () -> rate(link, 9));
    assertEquals(1, t.number("SELECT count(*) FROM kartela.review WHERE merchant_id = $shop"));
    assertEquals(
        5_000,
        t.number(
            "SELECT sum(l.amount) FROM kartela.review v JOIN ledger.lot l ON l.merchant_id ="
                + " v.merchant_id AND l.account_id = v.member_id AND l.lot_id = v.reward_lot WHERE"
                + " v.merchant_id = $shop"));
    assertEquals(
        1,
        t.number("SELECT count(*) FROM ledger.entry WHERE op = 'CREDIT' AND merchant_id = $shop"));
    // Bought, asked, brought back, rated: nothing is given.
    String thief = t.join(Map.of());
    JsonNode receipt = t.buy(thief, "1000.00");
    clock.plus(Duration.ofHours(3));
    t.run();
    String second = t.link(thief);
    t.scene.giveAllBack(receipt);
    assertEquals(0, rate(second, 10).path("reward").asLong());
    assertEquals(
        1,
        t.number("SELECT count(*) FROM ledger.entry WHERE op = 'CREDIT' AND merchant_id = $shop"));
  }

  /** Many at the same moment. */
  private static void race(int many, Runnable what) throws Exception {
    try (ExecutorService pool = Executors.newFixedThreadPool(many)) {
      CountDownLatch start = new CountDownLatch(1);
      List<Future<?>> all = new ArrayList<>();
      for (int i = 0; i < many; i++) {
        all.add(
            pool.submit(
                () -> {
                  start.await();
                  what.run();
                  return null;
                }));
      }
      start.countDown();
      for (Future<?> one : all) {
        one.get();
      }
    }
  }

  @Test
  void severalNodesAskOnce() throws Exception {
    Trial t = new Trial("review-nodes");
    t.ask(Map.of("everyDays", 30));
    List<String> members = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      String member = t.join(Map.of());
      members.add(member);
      t.buy(member, "1000.00");
      t.buy(member, "1000.00");
    }
    t.at("2026-11-21T16:00:00+03:00");
    race(4, t::run);
    for (String member : members) {
      t.link(member);
    }
    Eventually.until(
        () ->
            t.number(
                    "SELECT count(*) FROM kartela.dispatch WHERE source = 'REVIEW' AND state ="
                        + " 'NEW' AND merchant_id = $shop")
                == 0);
    members.forEach(member -> assertEquals(1, t.texts(member).size()));
    assertEquals(
        40, t.number("SELECT count(*) FROM kartela.review_message WHERE merchant_id = $shop"));
  }

  @Test
  void whatABrokenTransactionDecidedIsDecidedAnew() {
    Trial t = new Trial("review-crash");
    t.ask(Map.of());
    String member = t.join(Map.of());
    t.buy(member, "1000.00");
    t.at("2026-11-21T16:00:00+03:00");
    kartela.execute("ALTER TABLE kartela.dispatch RENAME TO dispatch_gone");
    try {
      t.run();
      throw new AssertionError("nothing could be handed on");
    } catch (RuntimeException e) {
      assertEquals("", t.decided(), "the row goes with the words, or not at all");
    } finally {
      kartela.execute("ALTER TABLE kartela.dispatch_gone RENAME TO dispatch");
    }
    t.run();
    t.run();
    t.link(member);
    assertEquals(1, t.texts(member).size());
  }

  @Test
  void strangersLinksAreNotFoundAndGuessesAreCounted() {
    Trial mine = new Trial("review-mine");
    Trial theirs = new Trial("review-theirs");
    mine.ask(Map.of());
    String link = mine.asked(mine.join(Map.of()));
    String token = link.substring(link.indexOf('-') + 1);
    String foreign = "/api/v1/public/reviews/" + Long.toString(theirs.shop.id(), 36) + "-" + token;
    Api guesser = visitor();
    guesser.get(foreign).refused(404, "NOT_FOUND");
    guesser.get("/api/v1/public/reviews/nobody").refused(404, "NOT_FOUND");
    for (int i = 0; i < 40; i++) {
      if (guesser.get("/api/v1/public/reviews/1-" + "A".repeat(16)).status() == 429) {
        guesser.get(link).refused(429, "TOO_MANY_REQUESTS");
        clock.plus(Duration.ofHours(2));
        rate(link, 8);
        // counted at the later time: the other tests come from the same address
        guesser.get("/api/v1/public/reviews/1-" + "A".repeat(16)).refused(404, "NOT_FOUND");
        return;
      }
    }
    throw new AssertionError("one may guess for ever");
  }

  @Test
  void aBadScoreReachesTheOwnerAndIsWorkedOn() {
    Trial t = new Trial("review-bad");
    t.ask(Map.of("tell", List.of("boss@example.org")));
    String member = t.join(Map.of("name", "Анна"));
    String link = t.asked(member);
    mails.clear();
    visitor()
        .post(link, Map.of("score", 2, "comment", "Плохо у Оли из соседнего магазина"))
        .expect(200);
    JsonNode attention = t.owner.get("/api/v1/reviews/attention").expect(200);
    assertEquals(1, attention.path("bad").asInt());
    clock.plus(Duration.ofSeconds(40));
    t.run();
    t.run();
    assertEquals(
        List.of("owner@review-bad.example", "boss@example.org"),
        mails.stream().map(Mail::to).toList());
    assertTrue(mails.getFirst().text().contains("Плохо у Оли"), mails.getFirst()::text);

    Api support = t.shop.as(Role.SUPPORT).listening(walked::add);
    String search = URLEncoder.encode("соседнего", StandardCharsets.UTF_8);
    JsonNode row =
        support.get("/api/v1/reviews?score=BAD&search=" + search).expect(200).at("/items/0");
    String one = "/api/v1/reviews/" + row.path("id").asString();
    JsonNode taken = support.put(one + "/status", Map.of("status", "IN_WORK")).expect(200);
    assertEquals("SUPPORT", taken.at("/review/assignee/name").asString());
    int before = t.texts(member).size();
    support.post(one + "/answers", Map.of("text", "Простите нас")).expect(200);
    support.post(one + "/answers", Map.of("text", "Простите нас")).expect(200);
    Eventually.until(() -> t.texts(member).size() == before + 1);
    assertEquals("Простите нас", t.texts(member).getLast());
    support.put(one + "/status", Map.of("status", "DONE")).expect(200);
    assertEquals(0, t.owner.get("/api/v1/reviews/attention").expect(200).path("bad").asInt());
    JsonNode removed = support.post(one + "/removal", Map.of("reason", "брань")).expect(200);
    assertEquals("", removed.at("/review/comment").asString());
    assertEquals(2, removed.at("/review/score").asInt(), "the score stays in the figures");
    t.shop.as(Role.MARKETER).post(one + "/answers", Map.of("text", "x")).refused(403, "FORBIDDEN");
    assertEquals(
        0,
        t.shop.as(Role.MANAGER).get("/api/v1/reviews").expect(200).path("items").size(),
        "no store is theirs");
  }

  @Test
  void whoIsErasedLeavesTheReviewWithoutAName() {
    Trial t = new Trial("review-erased");
    t.ask(Map.of());
    String member = t.join(Map.of("name", "Анна Стёртая"));
    String link = t.asked(member);
    rate(link, 9);
    t.owner.send("POST", "/api/v1/members/" + member + "/erasure", null).expectStatus(204);
    JsonNode row = t.owner.get("/api/v1/reviews").expect(200).at("/items/0");
    t.owner.get("/api/v1/reviews/filters").expect(200);
    t.owner.get("/api/v1/reviews/" + row.path("id").asString()).expect(200);
    assertEquals(9, row.path("score").asInt());
    assertEquals("", row.at("/member/name").asString());
    assertTrue(row.path("erased").asBoolean());
    visitor().get(link).refused(404, "NOT_FOUND");
  }

  @Test
  void npsIsToldWithItsIntervalAndNotOfTen() {
    Trial t = new Trial("review-nps");
    t.ask(Map.of());
    String member = t.join(Map.of());
    String receipt = t.buy(member, "1000.00").path("id").asString();
    scores(receipt, 7, 2, 1);
    JsonNode few = t.owner.get("/api/v1/reports/reviews").expect(200);
    assertFalse(few.path("nps").hasNonNull("value"), few::toString);
    scores(receipt, 55, 23, 12);
    JsonNode all = t.owner.get("/api/v1/reports/reviews").expect(200);
    assertEquals(49, all.at("/nps/value").asInt(), all::toString);
    assertEquals(35, all.at("/nps/low").asInt());
    assertEquals(63, all.at("/nps/high").asInt());
    assertEquals(100, all.at("/reviews/all").asInt());
    assertEquals(62, all.at("/positive/all").asInt());
    assertEquals(13, all.at("/negative/fresh").asInt());
    assertEquals(49, all.at("/stores/0/nps/value").asInt());
  }

  /** Scores as if so many receipts had been rated. */
  private void scores(String receipt, int promoters, int passives, int detractors) {
    kartela.execute(
        """
        INSERT INTO kartela.review (merchant_id, review_id, receipt_id, member_id, store_id, score, at, answer_by, bad)
        SELECT r.merchant_id, s.first + n, s.first + n, r.member_id, r.store_id,
            CASE WHEN n <= %2$d THEN 9 WHEN n <= %2$d + %3$d THEN 8 ELSE 4 END, r.at, r.at, false
        FROM kartela.receipt r, (SELECT coalesce(max(review_id), 0) AS first FROM kartela.review) s,
            generate_series(1, %2$d + %3$d + %4$d) n
        WHERE r.receipt_id = %1$s
        """
            .formatted(receipt, promoters, passives, detractors));
  }
}
