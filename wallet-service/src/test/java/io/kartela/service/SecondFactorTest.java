package io.kartela.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kartela.service.shop.staff.Role;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A password alone does not open the cabinet of who has an app's codes. */
class SecondFactorTest extends WithShops {
  private static final String SESSION = "/api/v1/session";
  private static final String FACTOR = SESSION + "/second-factor";
  private static final String PASSWORD = "a long enough password";
  private static final Pattern LINK = Pattern.compile("/cabinet/invitation#(\\S+)");

  private final Contract contract =
      new Contract(kartela.api().get("/openapi.yaml").expectStatus(200).text());
  private final ConcurrentLinkedQueue<Api.Exchange> walked = new ConcurrentLinkedQueue<>();
  private Api visitor = kartela.api().listening(walked::add);
  private int tests;

  SecondFactorTest() {
    super(
        clock ->
            TestKartela.startWith(
                clock, true, Map.of("KARTELA_HTTP_TRUSTED_PROXIES", "127.0.0.1")));
  }

  /** From another address each: so many sign-ins from one would be slowed down. */
  @BeforeEach
  void aMinuteLaterFromElsewhere() {
    clock.plus(Duration.ofMinutes(1));
    visitor = visitor.with("X-Forwarded-For", "192.0.2." + ++tests);
  }

  @AfterAll
  void allIsAsTheContractSays() {
    Set<String> mistakes = new LinkedHashSet<>();
    walked.forEach(exchange -> mistakes.addAll(contract.mistakes(exchange)));
    assertEquals("", String.join("\n", mistakes));
  }

  /** Somebody with an app. */
  private record Person(Api api, String email, String secret, List<String> codes) {}

  private Person withApp(String slug) {
    TestShop shop = maker.open(slug, "");
    return withApp(shop.owner(), "owner@" + slug + ".example");
  }

  private Person withApp(Api signedIn, String email) {
    Api api = signedIn.listening(walked::add);
    JsonNode begun = api.post(FACTOR + "/totp", Map.of("password", PASSWORD)).expect(201);
    String secret = begun.path("secret").asString();
    assertTrue(begun.path("uri").asString().startsWith("otpauth://totp/Shop%20"), begun::toString);
    assertTrue(begun.path("uri").asString().contains("secret=" + secret), begun::toString);
    JsonNode on =
        api.post(FACTOR + "/totp/confirm", Map.of("code", AppCodes.at(secret, clock.instant())))
            .expect(200);
    List<String> codes = on.path("recoveryCodes").valueStream().map(JsonNode::asString).toList();
    assertEquals(10, Set.copyOf(codes).size());
    return new Person(api, email, secret, codes);
  }

  private Answer password(String email) {
    return visitor.post(SESSION, Map.of("email", email, "password", PASSWORD));
  }

  private String step(String email) {
    Answer answer = password(email);
    JsonNode step = answer.expect(202);
    assertEquals("", answer.header("Set-Cookie"));
    return step.path("step").asString();
  }

  private Answer show(String step, String factor, String code) {
    return visitor.post(FACTOR, Map.of("step", step, "factor", factor, "code", code));
  }

  private String code(Person person) {
    return AppCodes.at(person.secret, clock.instant());
  }

  private static Api in(Api nobody, Answer signedIn) {
    String cookie = signedIn.expectStatus(200).header("Set-Cookie");
    return nobody
        .with("Cookie", cookie.substring(0, cookie.indexOf(';')))
        .with("Sec-Fetch-Site", "same-origin");
  }

  @Test
  void aCodeOpensTheCabinetOnce() {
    Person owner = withApp("factor-once");
    clock.plus(Duration.ofSeconds(30));
    JsonNode asked = password(owner.email).expect(202);
    assertEquals("[\"TOTP\",\"RECOVERY\"]", asked.path("secondFactor").toString());
    String step = asked.path("step").asString();
    String code = code(owner);
    Api again = in(kartela.api(), show(step, "TOTP", code));
    again.get("/api/v1/members").expect(200);
    show(step, "TOTP", code).refused(401, "SIGN_IN_STEP_OVER");
    show(step(owner.email), "TOTP", code).refused(401, "SECOND_FACTOR_WRONG");
    owner.api.get(SESSION).expect(200); // who was in stays in
  }

  @Test
  void theCodeThatTurnedItOnIsUsedUp() {
    Person owner = withApp("factor-confirmed");
    show(step(owner.email), "TOTP", code(owner)).refused(401, "SECOND_FACTOR_WRONG");
  }

  @Test
  void aPhonesClockMayBeHalfAMinuteOff() {
    Person owner = withApp("factor-drift");
    clock.plus(Duration.ofMinutes(10));
    for (int off : new int[] {-61, 61, 90}) {
      String code = AppCodes.at(owner.secret, clock.instant().plusSeconds(off));
      show(step(owner.email), "TOTP", code).refused(401, "SECOND_FACTOR_WRONG");
    }
    String late = AppCodes.at(owner.secret, clock.instant().minusSeconds(30));
    String early = AppCodes.at(owner.secret, clock.instant().plusSeconds(30));
    show(step(owner.email), "TOTP", late).expectStatus(200);
    show(step(owner.email), "TOTP", early).expectStatus(200);
    // what lies before an accepted one counts no more
    show(step(owner.email), "TOTP", code(owner)).refused(401, "SECOND_FACTOR_WRONG");
  }

  @Test
  void ofTwoAtOnceOneGetsIn() throws Exception {
    Person owner = withApp("factor-race");
    clock.plus(Duration.ofMinutes(1));
    String code = code(owner);
    List<Callable<Integer>> tries = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      String step = step(owner.email);
      tries.add(() -> show(step, "TOTP", code).status());
    }
    int entered = 0;
    try (ExecutorService many = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<Integer> answer : many.invokeAll(tries)) {
        entered += answer.get() == 200 ? 1 : 0;
      }
    }
    assertEquals(1, entered);
  }

  @Test
  void fiveWrongOnesAskForThePasswordAgainAndManyWaitForMinutes() {
    Person owner = withApp("factor-limits");
    clock.plus(Duration.ofMinutes(1));
    for (int round = 0; round < 2; round++) {
      String step = step(owner.email);
      for (int i = 0; i < 5; i++) {
        show(step, "TOTP", "00000" + i).refused(401, "SECOND_FACTOR_WRONG");
      }
      show(step, "TOTP", code(owner)).refused(401, "SIGN_IN_STEP_OVER");
    }
    Answer wait = show(step(owner.email), "TOTP", code(owner));
    wait.refused(429, "TOO_MANY_REQUESTS");
    int seconds = Integer.parseInt(wait.header("Retry-After"));
    assertTrue(seconds <= 181, wait.header("Retry-After"));
    clock.plus(Duration.ofSeconds(seconds));
    show(step(owner.email), "TOTP", code(owner)).expectStatus(200);
  }

  @Test
  void aStepLastsFiveMinutesAndIsNobodyElses() {
    Person owner = withApp("factor-step");
    String step = step(owner.email);
    clock.plus(Duration.ofMinutes(5).plusSeconds(1));
    show(step, "TOTP", code(owner)).refused(401, "SIGN_IN_STEP_OVER");
    show("nothing", "TOTP", "123456").refused(401, "SIGN_IN_STEP_OVER");
    Person other = withApp("factor-other");
    clock.plus(Duration.ofSeconds(60));
    String theirs = step(other.email);
    String secret = theirs.substring(theirs.indexOf('.'));
    String mine = step(owner.email);
    show(mine.substring(0, mine.indexOf('.')) + secret, "TOTP", code(owner))
        .refused(401, "SIGN_IN_STEP_OVER");
    show(mine, "TOTP", code(other)).refused(401, "SECOND_FACTOR_WRONG");
    show(mine, "RECOVERY", other.codes.getFirst()).refused(401, "SECOND_FACTOR_WRONG");
  }

  @Test
  void aRecoveryCodeCountsOnceHoweverItIsTyped() {
    Person owner = withApp("factor-recovery");
    String code = owner.codes.getFirst();
    show(step(owner.email), "RECOVERY", code.toUpperCase(java.util.Locale.ROOT).replace("-", " "))
        .expectStatus(200);
    show(step(owner.email), "RECOVERY", code).refused(401, "SECOND_FACTOR_WRONG");
    assertEquals(9, owner.api.get(FACTOR).expect(200).path("recoveryCodesLeft").asInt());
    Map<String, ?> wrong = Map.of("password", "not the password");
    owner.api.post(FACTOR + "/recovery-codes", wrong).refused(422, "PASSWORD_WRONG");
    JsonNode renewed =
        owner.api.post(FACTOR + "/recovery-codes", Map.of("password", PASSWORD)).expect(201);
    show(step(owner.email), "RECOVERY", owner.codes.get(1)).refused(401, "SECOND_FACTOR_WRONG");
    show(step(owner.email), "RECOVERY", renewed.at("/recoveryCodes/0").asString())
        .expectStatus(200);
    assertTrue(letter(owner.email, "recovery code"));
    assertEquals(
        List.of("RECOVERY_CODE_USED", "RECOVERY_CODES_MADE", "RECOVERY_CODE_USED", "TOTP_ON"),
        owner
            .api
            .get("/api/v1/audit")
            .expect(200)
            .path("items")
            .valueStream()
            .map(entry -> entry.path("kind").asString())
            .filter(kind -> !kind.equals("TILL_SETTINGS_CHANGED"))
            .toList());
  }

  @Test
  void turningOffTakesThePassword() {
    Person owner = withApp("factor-off");
    owner.api.post(FACTOR + "/totp", Map.of("password", PASSWORD)).refused(409, "TOTP_ALREADY");
    Map<String, ?> wrong = Map.of("password", "not the password");
    owner.api.post(FACTOR + "/totp/remove", wrong).refused(422, "PASSWORD_WRONG");
    owner.api.post(FACTOR + "/totp/remove", Map.of("password", PASSWORD)).expect(204);
    password(owner.email).expect(200);
    JsonNode left = owner.api.get(FACTOR).expect(200);
    assertFalse(left.path("totp").asBoolean());
    assertEquals(0, left.path("recoveryCodesLeft").asInt());
    assertTrue(letter(owner.email, "turned off"));
  }

  @Test
  void aSecretCountsOnlyOnceItIsConfirmed() {
    TestShop shop = maker.open("factor-begun", "");
    Api owner = shop.owner();
    owner.post(FACTOR + "/totp/confirm", Map.of("code", "123456")).refused(409, "TOTP_NOT_BEGUN");
    owner.post(FACTOR + "/totp", Map.of("password", "not mine")).refused(422, "PASSWORD_WRONG");
    owner.post(FACTOR + "/totp", Map.of("password", PASSWORD)).expect(201);
    owner.post(FACTOR + "/totp/confirm", Map.of("code", "123456")).refused(422, "TOTP_CODE_WRONG");
    password("owner@factor-begun.example").expect(200);
  }

  @Test
  void aLetterAboutThePasswordDoesNotWalkAroundIt() {
    Person owner = withApp("factor-letter");
    String before = step(owner.email);
    visitor.post(SESSION + "/password/forgotten", Map.of("email", owner.email)).expectStatus(202);
    Matcher link = LINK.matcher(letters(owner.email, "forgot"));
    assertTrue(link.find());
    String another = "another long password";
    Answer set =
        visitor.post(SESSION + "/password", Map.of("token", link.group(1), "password", another));
    set.expect(204);
    assertEquals("", set.header("Set-Cookie"));
    clock.plus(Duration.ofSeconds(30));
    show(before, "TOTP", code(owner)).refused(401, "SIGN_IN_STEP_OVER");
    JsonNode asked =
        visitor.post(SESSION, Map.of("email", owner.email, "password", another)).expect(202);
    show(asked.path("step").asString(), "TOTP", code(owner)).expectStatus(200);
  }

  @Test
  void theSecretIsSealedAndCodesAreHashed() {
    Person owner = withApp("factor-sealed");
    String kept = kartela.text("SELECT string_agg(t::text, ' ') FROM kartela.totp t");
    assertFalse(kept.contains(owner.secret));
    assertTrue(kept.contains("kartela:1:"), kept);
    String hashes = kartela.text("SELECT string_agg(t::text, ' ') FROM kartela.recovery_code t");
    assertFalse(hashes.contains(owner.codes.getFirst()));
  }

  @Test
  void anOwnerDemandsItOfEverybody() {
    TestShop shop = maker.open("factor-required", "");
    Api owner = shop.owner().listening(walked::add);
    Api _ = shop.as(Role.MARKETER);
    String email = "marketer@factor-required.example";
    owner
        .put("/api/v1/access-rules", Map.of("supportDailyMost", 100, "secondFactorRequired", true))
        .expect(204);
    Answer signedIn = password(email);
    JsonNode session = signedIn.expect(200);
    assertTrue(session.path("setUpSecondFactor").asBoolean());
    assertEquals("[\"OWN_ACCESS\"]", session.path("may").toString());
    Api marketer = in(kartela.api(), signedIn);
    Api elsewhere = in(kartela.api(), password(email));
    for (String closed : List.of("/members", "/views?list=MEMBERS", "/sessions", "/audit")) {
      marketer.get("/api/v1" + closed).refused(403, "SECOND_FACTOR_REQUIRED");
    }
    marketer
        .post("/api/v1/views", Map.of("list", "MEMBERS", "name", "N", "state", Map.of()))
        .refused(403, "SECOND_FACTOR_REQUIRED");
    assertTrue(marketer.get(SESSION).expect(200).path("setUpSecondFactor").asBoolean());

    Person person = withApp(marketer, email);
    marketer.get("/api/v1/members").expect(200);
    assertFalse(marketer.get(SESSION).expect(200).path("setUpSecondFactor").asBoolean());
    elsewhere.get(SESSION).refused(401, "UNAUTHENTICATED");
    person
        .api
        .post(FACTOR + "/totp/remove", Map.of("password", PASSWORD))
        .refused(409, "SECOND_FACTOR_LAST");
    step(email);
    String told = owner.get("/api/v1/audit").expect(200).toString();
    assertTrue(told.contains("Two-step sign-in for all"), told);
  }

  @Test
  void anOwnerResetsAColleaguesLostOne() {
    TestShop shop = maker.open("factor-reset", "");
    Api owner = shop.owner().listening(walked::add);
    String email = "support@factor-reset.example";
    Person support = withApp(shop.as(Role.SUPPORT), email);
    JsonNode colleague = colleague(owner, email);
    assertTrue(colleague.path("secondFactor").asBoolean());
    String path = "/api/v1/staff/" + colleague.path("id").asString() + "/second-factor";
    support.api.delete(path).refused(403, "FORBIDDEN");
    String step = step(email);
    owner.delete(path).expect(204);
    owner.delete(path).refused(409, "SECOND_FACTOR_NONE");
    support.api.get(SESSION).refused(401, "UNAUTHENTICATED");
    clock.plus(Duration.ofSeconds(30));
    show(step, "TOTP", code(support)).refused(401, "SIGN_IN_STEP_OVER");
    password(email).expect(200);
    assertTrue(letter(email, "two-step sign-in was reset"));
    String self = colleague(owner, "owner@factor-reset.example").path("id").asString();
    owner.delete("/api/v1/staff/" + self + "/second-factor").refused(409, "STAFF_SELF");
    String told = owner.get("/api/v1/audit").expect(200).toString();
    assertTrue(told.contains("STAFF_SECOND_FACTOR_RESET"), told);
  }

  private static JsonNode colleague(Api owner, String email) {
    return owner
        .get("/api/v1/staff")
        .expect(200)
        .path("items")
        .valueStream()
        .filter(one -> one.path("email").asString().equals(email))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void theOperatorResetsAnOwnersLostOne() {
    TestShop shop = maker.open("factor-operator", "");
    Person owner = withApp(shop.owner(), "owner@factor-operator.example");
    withApp(shop.as(Role.SUPPORT), "support@factor-operator.example");
    Api operator = kartela.operator().listening(walked::add);
    String path = "/api/v1/operator/merchants/" + shop.id() + "/owners/second-factor/reset";
    operator
        .post(path, Map.of("email", "support@factor-operator.example"))
        .refused(404, "OWNER_NOT_FOUND");
    operator.post(path, Map.of("email", "Owner@Factor-Operator.example")).expect(204);
    password(owner.email).expect(200);
    String told =
        operator.get("/api/v1/operator/audit").expect(200).at("/items/0/action").asString();
    assertEquals("OWNER_SECOND_FACTOR_RESET", told);
    assertTrue(letter(owner.email, "two-step sign-in was reset"));
  }

  @Test
  void whoIsInvitedAnewBeginsWithoutIt() {
    TestShop shop = maker.open("factor-ended", "");
    Api owner = shop.owner();
    String email = "cashier@factor-ended.example";
    withApp(shop.as(Role.CASHIER), email);
    String id = colleague(owner, email).path("id").asString();
    owner.delete("/api/v1/staff/" + id).expect(204);
    assertEquals(0, kartela.number("SELECT count(*) FROM kartela.totp WHERE staff_id = " + id));
  }

  @Test
  void secretsDiffer() {
    assertNotEquals(withApp("factor-a").secret, withApp("factor-b").secret);
  }

  /** Whether a letter comes that says this. */
  private boolean letter(String email, String words) {
    return !letters(email, words).isEmpty();
  }

  private String letters(String email, String words) {
    long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (System.nanoTime() < end) {
      JsonNode items = kartela.api().get("/simulator/messages").expect(200).path("items");
      for (JsonNode item : items) {
        String text = item.path("text").asString();
        if (item.path("to").asString().equals(email) && text.contains(words)) {
          return text;
        }
      }
      LockSupport.parkNanos(20_000_000);
    }
    return "";
  }
}
