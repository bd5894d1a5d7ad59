package io.kartela.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kartela.push.sms.SmsGateway;
import io.kartela.push.sms.TextMessage;
import io.kartela.service.message.CodeLimits;
import io.kartela.service.message.CodePurpose;
import io.kartela.service.message.OneTimeTexts;
import io.kartela.service.message.post.Post;
import io.kartela.service.platform.db.Database;
import io.kartela.service.platform.http.Problem;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** How many codes go out, and how many may be guessed: per phone, country and shop. */
class OneTimeCodesTest extends WithShops {
  private static final Duration PAUSE = Duration.ofSeconds(60);

  OneTimeCodesTest() {
    super(
        clock ->
            TestKartela.startWith(
                clock,
                true,
                Map.of(
                    "KARTELA_CODES_PER_FOREIGN_COUNTRY", "3",
                    "KARTELA_CODES_PER_SHOP", "20")));
  }

  private TestShop shop(String slug) {
    return maker.open(
        slug,
        "'tiers': [{'id': 'base', 'name': {'ru': 'База', 'en': 'Base'}, 'rank': 1,"
            + " 'earnBp': 500}]");
  }

  private Answer ask(TestShop shop, String phone) {
    return kartela
        .api()
        .post(
            "/api/v1/public/shops/" + shop.slug() + "/sign-ups",
            Map.of("phone", phone, "name", "Anna", "consentTerms", true, "consentData", true));
  }

  private Answer tell(String signUpId, String code) {
    return kartela
        .api()
        .post("/api/v1/public/sign-ups/" + signUpId + "/confirm", Map.of("code", code));
  }

  private static long retryAfter(Answer answer) {
    answer.refused(429, "TOO_MANY_REQUESTS");
    return Long.parseLong(answer.header("Retry-After"));
  }

  /** Who can count on from a sign-up of his own would use up everybody's tries. */
  @Test
  void theNumberOfASignUpTellsNothingOfTheNext() {
    TestShop shop = shop("unguessed");
    long last = 0;
    for (int i = 0; i < 5; i++) {
      String id = ask(shop, "+7916888000" + i).expect(202).path("signUpId").asString();
      long number = Long.parseLong(id.substring(id.indexOf('-') + 1));
      assertTrue(number > 1_000_000_000L, id);
      assertTrue(Math.abs(number - last) > 1_000_000_000L, id);
      last = number;
    }
  }

  @Test
  void anotherCodeComesNoSoonerThanWasSaid() {
    TestShop shop = shop("resend");
    String phone = "+79167770001";
    assertEquals(60, ask(shop, phone).expect(202).path("resendAfterSeconds").asInt());
    clock.plus(Duration.ofSeconds(20));
    long wait = retryAfter(ask(shop, phone));
    assertTrue(wait > 35 && wait <= 41, "waits " + wait);
    assertEquals(1, texts(phone));
    clock.plus(Duration.ofSeconds(40));
    ask(shop, phone).expect(202);
    assertEquals(2, texts(phone));
  }

  private long texts(String phone) {
    long n = 0;
    for (var item : kartela.api().get("/simulator/messages").expect(200).path("items")) {
      n += item.path("to").asString().equals(phone) ? 1 : 0;
    }
    return n;
  }

  /** The counters are the database's: another node counts on, and so does this one restarted. */
  @Test
  void tenCodesADayThatTillsAndPeopleAskForWhoeverCounts() throws Exception {
    TestShop shop = shop("day");
    String phone = "+79167770002";
    // What strangers order leaves the shop its own.
    for (int i = 0; i < 10; i++) {
      ask(shop, phone).expect(202);
      clock.plus(PAUSE);
    }
    assertTrue(retryAfter(ask(shop, phone)) > 80_000);
    try (Database database = kartela.open()) {
      OneTimeTexts node = node(database);
      for (int i = 0; i < 10; i++) {
        database.inTenant(
            shop.id(),
            c -> {
              node.permit(c, shop.id(), CodePurpose.SPEND, phone);
              return true;
            });
        clock.plus(PAUSE);
      }
      Problem no =
          assertThrows(
              Problem.class,
              () ->
                  database.inTenant(
                      shop.id(),
                      c -> {
                        node.permit(c, shop.id(), CodePurpose.CARD, phone);
                        return true;
                      }));
      assertTrue(no.retryAfterSeconds() > 80_000, "waits " + no.retryAfterSeconds());
    }
    assertTrue(retryAfter(ask(shop, phone)) > 80_000);
    // A refusal is not counted, and tomorrow begins anew.
    ask(shop("day-too"), phone).expect(202);
    clock.plus(Duration.ofHours(24));
    ask(shop, phone).expect(202);
  }

  /** Another node of the installation. */
  private OneTimeTexts node(Database database) {
    return new OneTimeTexts(
        database,
        new Post(database, new Silent(), clock),
        new CodeLimits(10, 20, Set.of("RU"), 3),
        new SimpleMeterRegistry(),
        clock);
  }

  private record Silent() implements SmsGateway {
    @Override
    public io.kartela.push.Answer send(TextMessage message) {
      return new io.kartela.push.Answer.Accepted("");
    }

    @Override
    public Optional<BigDecimal> balance() {
      return Optional.empty();
    }

    @Override
    public void close() {}
  }

  @Test
  void guessesAreFewADay() {
    TestShop shop = shop("guess");
    String phone = "+79167770003";
    int guesses = 0;
    long waited = 0;
    for (int i = 0; i < 24; i++) {
      Answer asked = ask(shop, phone);
      if (asked.status() != 202) {
        long wait = retryAfter(asked);
        waited += wait;
        if (waited > 86_400) {
          break;
        }
        clock.plus(Duration.ofSeconds(wait));
        continue;
      }
      String signUp = asked.json().path("signUpId").asString();
      String right = Newcomer.codeFor(kartela.api(), phone);
      String wrong = right.equals("000000") ? "000001" : "000000";
      Answer told = tell(signUp, wrong);
      while (told.status() == 422) {
        guesses++;
        told = tell(signUp, wrong);
      }
      if (told.status() == 429) {
        // Not even the right one is listened to now: it could be the lucky guess.
        tell(signUp, right).refused(429, "TOO_MANY_REQUESTS");
      }
      clock.plus(PAUSE);
      waited += 60;
    }
    assertEquals(20, guesses);
    clock.plus(Duration.ofHours(24));
    String signUp = ask(shop, phone).expect(202).path("signUpId").asString();
    tell(signUp, Newcomer.codeFor(kartela.api(), phone)).expect(200);
  }

  @Test
  void theSpendCodesGuessesCountAndTheSignUpsBlockNoTill() {
    TestShop shop = shop("guess-till");
    String member = shop.signUp(Map.of("phone", "+79167770004")).path("memberId").asString();
    Api till = shop.register();
    // Anybody can guess here.
    for (int i = 0; i < 2; i++) {
      String signUp = ask(shop, "+79167770004").expect(202).path("signUpId").asString();
      String right = Newcomer.codeFor(kartela.api(), "+79167770004");
      for (int n = 0; n < 5; n++) {
        tell(signUp, right.equals("000000") ? "000001" : "000000").refused(422, "CODE_WRONG");
      }
      clock.plus(PAUSE);
    }
    retryAfter(ask(shop, "+79167770004"));
    for (int i = 0; i < 2; i++) {
      till.post("/api/v1/spend-codes", Map.of("memberId", member)).expect(202);
      String right = Newcomer.codeFor(kartela.api(), "+79167770004");
      String wrong = right.equals("000000") ? "000001" : "000000";
      for (int n = 0; n < 5; n++) {
        till.post("/api/v1/spend-codes/confirm", Map.of("memberId", member, "code", wrong))
            .refused(422, "CODE_WRONG");
      }
      clock.plus(PAUSE);
    }
    retryAfter(till.post("/api/v1/spend-codes", Map.of("memberId", member)));
  }

  @Test
  void aRegisterDoesNotOrderCodesEither() {
    TestShop shop = shop("till-resend");
    String member = shop.signUp(Map.of("phone", "+79167770005")).path("memberId").asString();
    Api till = shop.register();
    till.post("/api/v1/spend-codes", Map.of("memberId", member)).expect(202);
    retryAfter(till.post("/api/v1/spend-codes", Map.of("memberId", member)));
    // A sign-up is another thing: its first code need not wait for the till's.
    ask(shop, "+79167770005").expect(202);
  }

  @Test
  void farCountriesAreFewAndHomeGoesOn() {
    TestShop shop = shop("pumped");
    for (int i = 0; i < 3; i++) {
      ask(shop, "+4915123456" + (700 + i)).expect(202);
    }
    assertTrue(retryAfter(ask(shop, "+4915123456799")) > 80_000);
    ask(shop, "+393331234567").expect(202);
    ask(shop, "+79167770006").expect(202);
    ask(shop("not-pumped"), "+4915123456799").expect(202);
    String metrics = kartela.api().get("/metrics").expectStatus(200).text();
    assertTrue(
        metrics.contains("kartela_codes_refused_total{reason=\"country\"}"),
        () -> "no alarm in\n" + metrics);
  }

  @Test
  void aShopsDayEndsWithItsLimit() {
    TestShop shop = shop("drained");
    try (Database database = kartela.open()) {
      // As many as other nodes have sent.
      database.inTenant(
          shop.id(),
          c -> {
            try (var s =
                c.prepareStatement(
                    "INSERT INTO kartela.code_count (merchant_id, subject, since, sent) VALUES (?,"
                        + " 'shop', ?, 20)")) {
              s.setLong(1, shop.id());
              s.setTimestamp(2, java.sql.Timestamp.from(clock.instant()));
              return s.executeUpdate();
            }
          });
    }
    assertTrue(retryAfter(ask(shop, "+79167770007")) > 80_000);
    // The tills of a shop whose sign-up page is being drained go on.
    try (Database database = kartela.open()) {
      OneTimeTexts node = node(database);
      database.inTenant(
          shop.id(),
          c -> {
            node.permit(c, shop.id(), CodePurpose.SPEND, "+79167770007");
            return true;
          });
    }
    clock.plus(Duration.ofHours(24));
    ask(shop, "+79167770007").expect(202);
  }
}
