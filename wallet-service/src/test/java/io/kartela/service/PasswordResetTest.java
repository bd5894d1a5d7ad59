package io.kartela.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Whoever forgot the password gets a link by e-mail, and nobody learns from it who works here. */
class PasswordResetTest extends WithShops {
  private static final String FORGOTTEN = "/api/v1/session/password/forgotten";
  private static final String SET = "/api/v1/session/password";
  private static final String ANOTHER = "another long password";
  private static final Pattern LINK = Pattern.compile("/cabinet/invitation#(\\S+)");

  PasswordResetTest() {
    super(TestKartela::startWithSimulator);
  }

  /** As many questions as a minute allows. */
  @BeforeEach
  void aMinuteLater() {
    clock.plus(Duration.ofMinutes(1));
  }

  @Test
  void aLinkSetsAnotherPasswordOnceAndEndsAllSessions() {
    TestShop shop = maker.open("reset-once", "");
    Api owner = shop.owner();
    String email = "owner@reset-once.example";
    forgot("Owner@reset-once.example");
    String token = token(letters(email, 1).getFirst());
    JsonNode seen =
        kartela.api().post("/api/v1/session/invitation", Map.of("token", token)).expect(200);
    assertTrue(seen.path("reset").asBoolean());
    owner.get("/api/v1/session").expect(200); // nothing has happened yet

    set(token).expect(204);
    set(token).refused(410, "INVITATION_INVALID");
    owner.get("/api/v1/session").refused(401, "UNAUTHENTICATED");
    kartela.api().signedIn(email, ANOTHER);
    String told = letters(email, 2).getFirst();
    assertTrue(told.startsWith("Password changed"), told);
    assertFalse(LINK.matcher(told).find(), told);
  }

  @Test
  void aLinkIsGoodForAnHourAndOneLetterComesInFiveMinutes() {
    TestShop shop = maker.open("reset-hour", "");
    Api _ = shop.owner();
    String email = "owner@reset-hour.example";
    forgot(email);
    String first = token(letters(email, 1).getFirst());
    forgot(email);
    clock.plus(Duration.ofMinutes(5).plusSeconds(1));
    forgot(email);
    List<String> two = letters(email, 2);
    assertEquals(2, two.size(), "one in five minutes");
    clock.plus(Duration.ofMinutes(55));
    set(first).refused(410, "INVITATION_INVALID");
    set(token(two.getFirst())).expect(204);
  }

  @Test
  void whoChangesThePasswordThemselvesEndsTheLinkAndIsTold() {
    TestShop shop = maker.open("reset-own", "");
    Api owner = shop.owner();
    String email = "owner@reset-own.example";
    forgot(email);
    String token = token(letters(email, 1).getFirst());
    Map<String, ?> change = Map.of("current", "a long enough password", "password", ANOTHER);
    owner.put(SET, change).expect(204);
    set(token).refused(410, "INVITATION_INVALID");
    assertTrue(letters(email, 2).getFirst().startsWith("Password changed"));
  }

  @Test
  void fiveLettersADayAndNoMore() {
    TestShop shop = maker.open("reset-day", "");
    Api _ = shop.owner();
    String email = "owner@reset-day.example";
    for (int i = 1; i <= 5; i++) {
      forgot(email);
      letters(email, i);
      clock.plus(Duration.ofMinutes(6));
    }
    forgot(email);
    settled();
    assertEquals(5, lettersTo(email).size());
    clock.plus(Duration.ofDays(1));
    forgot(email);
    letters(email, 6);
  }

  /** Unknown, let go, not come yet: answered the same, and no letter. */
  @Test
  void theAnswerTellsNobodyWhoWorksHere() {
    TestShop shop = maker.open("reset-quiet", "");
    Api owner = shop.owner();
    Map<String, ?> person =
        Map.of("email", "new@reset-quiet.example", "name", "N", "role", "MARKETER");
    owner.post("/api/v1/staff", person).expect(201);
    letters("new@reset-quiet.example", 1); // the invitation
    Map<String, Integer> before = Map.of("nobody", 0, "new", 1);
    for (Map.Entry<String, Integer> one : before.entrySet()) {
      String email = one.getKey() + "@reset-quiet.example";
      Answer answer = forgot(email);
      assertEquals(0, answer.bytes().length);
      settled();
      assertEquals(one.getValue(), lettersTo(email).size());
    }
    kartela.api().post(FORGOTTEN, Map.of("email", "no address")).refused(422, "INVALID_FIELDS");
    assertTrue(
        kartela.api().get("/api/v1/public/installation").expect(200).path("mail").asBoolean());
  }

  @Test
  void whoIsInvitedGetsTheLinkByLetterInTheirLanguage() {
    TestShop shop = maker.open("reset-invited", "");
    String email = "mark@reset-invited.example";
    JsonNode invited =
        shop.owner()
            .post(
                "/api/v1/staff",
                Map.of("email", email, "name", "Марк", "role", "MARKETER", "locale", "ru"))
            .expect(201);
    assertTrue(invited.path("letterSent").asBoolean());
    String letter = letters(email, 1).getFirst();
    assertTrue(letter.startsWith("Приглашение в кабинет: "), letter);
    assertTrue(invited.path("url").asString().endsWith("#" + token(letter)), letter);
    set(token(letter)).expect(204);
    kartela.api().signedIn(email, ANOTHER);
  }

  @Test
  void whoAsksTooOftenWaits() {
    Answer answer;
    int asked = 0;
    do {
      answer = kartela.api().post(FORGOTTEN, Map.of("email", "x" + asked + "@reset-many.example"));
      asked++;
    } while (answer.status() == 202 && asked < 50);
    answer.refused(429, "TOO_MANY_REQUESTS");
  }

  private Answer forgot(String email) {
    return kartela.api().post(FORGOTTEN, Map.of("email", email)).expectStatus(202);
  }

  private Answer set(String token) {
    return kartela.api().post(SET, Map.of("token", token, "password", ANOTHER));
  }

  private static String token(String letter) {
    Matcher link = LINK.matcher(letter);
    assertTrue(link.find(), letter);
    return link.group(1);
  }

  /** Letters are written one after another: when another person's has come, all before it have. */
  private void settled() {
    String witness = "witness" + System.nanoTime();
    TestShop shop = maker.open(witness, "");
    Api _ = shop.owner();
    forgot("owner@" + witness + ".example");
    letters("owner@" + witness + ".example", 1);
  }

  /** Waits until so many have come; newest first. */
  private List<String> letters(String email, int wanted) {
    long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
    List<String> came = lettersTo(email);
    while (came.size() < wanted) {
      if (System.nanoTime() > end) {
        throw new AssertionError(came.size() + " letters to " + email);
      }
      LockSupport.parkNanos(5_000_000);
      came = lettersTo(email);
    }
    return came;
  }

  private List<String> lettersTo(String email) {
    return kartela
        .api()
        .get("/simulator/messages")
        .expect(200)
        .path("items")
        .valueStream()
        .filter(letter -> letter.path("to").asString().equals(email))
        .map(letter -> letter.path("text").asString())
        .toList();
  }
}
