package io.kartela.push.google;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kartela.certs.DevelopmentCa;
import io.kartela.push.Delivery;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GoogleWalletTest {
  private static final String ANNA = GoogleBench.ISSUER + ".anna";

  private final GoogleBench bench = new GoogleBench();
  private final GoogleWallet wallet = bench.wallet;

  @BeforeEach
  void theClassIsThere() {
    done(wallet.ensureClass(GoogleBench.CLASS, GoogleBench.loyaltyClass()));
  }

  @AfterEach
  void stop() {
    bench.close();
  }

  @Test
  void ensureClassInsertsThenChangesAndGetsApproved() {
    assertEquals(
        "APPROVED", bench.fake.loyaltyClass(GoogleBench.CLASS).orElseThrow().get("reviewStatus"));
    Map<String, Object> renamed = new HashMap<>(GoogleBench.loyaltyClass());
    renamed.put("programName", "Зерно Плюс");
    done(wallet.ensureClass(GoogleBench.CLASS, renamed));
    assertEquals("Зерно Плюс", done(wallet.getClass(GoogleBench.CLASS)).body().get("programName"));
  }

  @Test
  void aBatchIsOneRequestAndEveryPartIsJudgedByItself() {
    for (String name : List.of("anna", "boris", "vera", "galya")) {
      done(wallet.insertObject(GoogleBench.object(name)));
    }
    for (int i = 0; i < 3; i++) {
      done(wallet.patchObject(ANNA, points(i), true)); // her notices of the day
    }
    bench.fake.trouble(new FakeGoogleWallet.Trouble.FailOne(GoogleBench.ISSUER + ".galya", 503));
    bench.fake.revokeTokens(); // each part shows a token of its own, and gets a new one
    List<GoogleAnswer> answers =
        wallet.patchObjects(
            List.of(
                new GoogleWallet.Patch(ANNA, points(77), true),
                new GoogleWallet.Patch(GoogleBench.ISSUER + ".boris", points(78), false),
                new GoogleWallet.Patch(GoogleBench.ISSUER + ".nobody", points(79), false),
                new GoogleWallet.Patch("3388000000099999999.alien", points(80), false),
                new GoogleWallet.Patch(GoogleBench.ISSUER + ".galya", points(81), false),
                new GoogleWallet.Patch(
                    GoogleBench.ISSUER + ".vera",
                    Collections.singletonMap("accountName", null),
                    true)));
    assertTrue(done(answers.get(0)).silent(), "written, but the notices of the day are used up");
    assertFalse(done(answers.get(1)).silent());
    assertInstanceOf(GoogleAnswer.NotFound.class, answers.get(2));
    assertFalse(answers.get(3) instanceof GoogleAnswer.Done, answers::toString);
    assertInstanceOf(GoogleAnswer.Retry.class, answers.get(4));
    done(answers.get(5));
    for (String name : List.of("anna", "boris")) {
      Object balance =
          bench.fake.object(GoogleBench.ISSUER + "." + name).orElseThrow().get("loyaltyPoints");
      assertTrue(String.valueOf(balance).matches(".*7[78].*"), String.valueOf(balance));
    }
    assertFalse(
        bench.fake.object(GoogleBench.ISSUER + ".vera").orElseThrow().containsKey("accountName"));
    assertTrue(bench.fake.batchCount() <= 2, "one, and once more for the new token");

    bench.fake.trouble(new FakeGoogleWallet.Trouble.Fail(503));
    for (GoogleAnswer answer :
        wallet.patchObjects(List.of(new GoogleWallet.Patch(ANNA, points(5), false)))) {
      assertInstanceOf(GoogleAnswer.Retry.class, answer);
    }
  }

  @Test
  void anObjectIsInsertedReadAndPatchedThroughTheMethodOverride() {
    done(wallet.insertObject(GoogleBench.object("anna")));
    assertEquals("Анна", done(wallet.getObject(ANNA)).body().get("accountName"));
    GoogleAnswer.Done patched = done(wallet.patchObject(ANNA, points(200), true));
    assertFalse(patched.silent());
    assertEquals(
        Map.of("label", "Бонусы", "balance", Map.of("int", 200)),
        patched.body().get("loyaltyPoints"),
        "a patch merges: the label stays");
    assertTrue(bench.heard.getLast().endsWith("true"), bench.heard.toString());
  }

  @Test
  void aNullClearsAField() {
    done(wallet.insertObject(GoogleBench.object("anna")));
    done(wallet.patchObject(ANNA, Collections.singletonMap("accountName", null), false));
    assertFalse(done(wallet.getObject(ANNA)).body().containsKey("accountName"));
  }

  @Test
  void newerFieldsAndLongNumbersTravelUnchanged() {
    Map<String, Object> object = new HashMap<>(GoogleBench.object("anna"));
    object.put("merchantLocations", List.of(Map.of("latitude", 55.75, "longitude", 37.61)));
    object.put(
        "rotatingBarcode",
        Map.of(
            "type", "QR_CODE",
            "valuePattern", "{totp_value_0}",
            "totpDetails", Map.of("periodMillis", 30_000L, "algorithm", "TOTP_SHA1")));
    done(wallet.insertObject(object));
    Map<String, Object> held = done(wallet.getObject(ANNA)).body();
    assertEquals(object.get("merchantLocations"), held.get("merchantLocations"));
    assertTrue(String.valueOf(held.get("rotatingBarcode")).contains("periodMillis=30000"));
  }

  @Test
  void insertingTwiceIsAConflictAndAPatchChanges() {
    done(wallet.insertObject(GoogleBench.object("anna")));
    assertInstanceOf(GoogleAnswer.Conflict.class, wallet.insertObject(GoogleBench.object("anna")));
    Map<String, Object> richer = new HashMap<>(GoogleBench.object("anna"));
    richer.put("accountName", "Анна Б.");
    assertEquals(
        "Анна Б.", done(wallet.patchObject(ANNA, richer, false)).body().get("accountName"));
  }

  @Test
  void whatIsNotThereIsNotFound() {
    assertInstanceOf(GoogleAnswer.NotFound.class, wallet.getObject(ANNA));
    assertInstanceOf(GoogleAnswer.NotFound.class, wallet.patchObject(ANNA, points(1), true));
    assertInstanceOf(
        GoogleAnswer.NotFound.class, wallet.addMessage(ANNA, null, "Привет", "Кофе", true));
    Map<String, Object> classless = new HashMap<>(GoogleBench.object("anna"));
    classless.put("classId", GoogleBench.ISSUER + ".none");
    assertInstanceOf(GoogleAnswer.NotFound.class, wallet.insertObject(classless));
  }

  @Test
  void afterThreeNoticesADayTheTextArrivesSilently() {
    done(wallet.insertObject(GoogleBench.object("anna")));
    for (int i = 0; i < 3; i++) {
      assertFalse(done(wallet.addMessage(ANNA, "m" + i, "Кофе", "в подарок", true)).silent());
    }
    assertTrue(done(wallet.addMessage(ANNA, "m3", "Кофе", "в подарок", true)).silent());
    assertEquals(
        List.of(true, true, true, false),
        bench.heard.stream()
            .filter(one -> one.startsWith("message " + ANNA + " Кофе/в подарок"))
            .map(one -> one.endsWith("true"))
            .toList());
    assertTrue(done(wallet.patchObject(ANNA, points(7), true)).silent(), "updates share the quota");
    bench.clock.forward(Duration.ofHours(24));
    assertFalse(done(wallet.addMessage(ANNA, "m4", "Кофе", "снова", true)).silent());
  }

  @Test
  void theEleventhTextTakesTheOldestOnesPlace() {
    done(wallet.insertObject(GoogleBench.object("anna")));
    for (int i = 0; i < 12; i++) {
      done(wallet.addMessage(ANNA, "m" + i, "Кофе", "день " + i, false));
      done(wallet.addClassMessage(GoogleBench.CLASS, "c" + i, "Всем", "день " + i, false));
    }
    List<String> own = texts(wallet.getObject(ANNA));
    assertEquals(10, own.size());
    assertEquals("день 2", own.getFirst());
    assertEquals("день 11", own.getLast());
    assertEquals(own, texts(wallet.getClass(GoogleBench.CLASS)));
  }

  @Test
  void aTextThatIsRefusedTakesNothingAway() {
    done(wallet.insertObject(GoogleBench.object("anna")));
    done(wallet.addMessage(ANNA, "m1", "Кофе", "в подарок", false));
    assertInstanceOf(GoogleAnswer.Refused.class, wallet.addMessage(ANNA, "m2", "Кофе", " ", false));
    assertEquals(List.of("в подарок"), texts(wallet.getObject(ANNA)));
  }

  @Test
  void aTextEndsSoThatWhoeverJoinsLaterIsNotTold() {
    done(wallet.addClassMessage(GoogleBench.CLASS, "c", "Всем", "кофе", false));
    Map<?, ?> message = messages(wallet.getClass(GoogleBench.CLASS)).getFirst();
    assertEquals(
        Map.of("end", Map.of("date", bench.clock.instant().plus(Duration.ofDays(30)).toString())),
        message.get("displayInterval"));
  }

  private static List<Map<?, ?>> messages(GoogleAnswer answer) {
    List<Map<?, ?>> messages = new ArrayList<>();
    if (done(answer).body().get("messages") instanceof List<?> list) {
      list.forEach(one -> messages.add((Map<?, ?>) one));
    }
    return messages;
  }

  private static List<String> texts(GoogleAnswer answer) {
    return messages(answer).stream().map(one -> String.valueOf(one.get("body"))).toList();
  }

  @Test
  void theWishToNotifyDoesNotOutliveItsRequest() {
    done(wallet.insertObject(GoogleBench.object("anna")));
    done(wallet.patchObject(ANNA, points(1), true));
    done(wallet.patchObject(ANNA, points(2), false));
    assertTrue(bench.heard.getLast().endsWith("false"), bench.heard.toString());
    assertFalse(done(wallet.getObject(ANNA)).body().containsKey("notifyPreference"));
  }

  @Test
  void aTextToTheClassReachesEveryObjectOfIt() {
    done(wallet.insertObject(GoogleBench.object("anna")));
    done(wallet.insertObject(GoogleBench.object("boris")));
    done(wallet.addClassMessage(GoogleBench.CLASS, "c1", "Сегодня", "кофе за нас", false));
    assertEquals(
        Set.of(
            "message " + ANNA + " Сегодня/кофе за нас false",
            "message " + GoogleBench.ISSUER + ".boris Сегодня/кофе за нас false"),
        Set.copyOf(bench.heard.stream().filter(one -> one.startsWith("message")).toList()));
  }

  @Test
  void expiredAndRevokedTokensAreRenewedUnseen() {
    done(wallet.insertObject(GoogleBench.object("anna")));
    bench.clock.forward(Duration.ofHours(2));
    done(wallet.getObject(ANNA));
    bench.fake.revokeTokens();
    done(wallet.patchObject(ANNA, points(9), false));
    bench.fake.tokenLife(Duration.ofSeconds(90));
    bench.fake.revokeTokens();
    done(wallet.getObject(ANNA));
    bench.clock.forward(Duration.ofSeconds(100));
    done(wallet.getObject(ANNA));
  }

  @Test
  void anotherKeyIsRefusedNotRetried() {
    GoogleWallet stranger =
        new GoogleWallet(
            GoogleSettings.of(
                bench.fake.rootUrl(),
                bench.fake.tokenUri(),
                GoogleBench.ACCOUNT.clientEmail(),
                DevelopmentCa.inMemory(Instant.EPOCH).googleServiceAccount().privateKey()),
            bench.clock);
    GoogleAnswer.Refused refused =
        assertInstanceOf(GoogleAnswer.Refused.class, stranger.getObject(ANNA));
    assertEquals("invalid_grant", refused.reason());
    assertTrue(refused.message().contains("Invalid JWT Signature"), refused.message());
  }

  @Test
  void busyAndSlowAndAwayAreRetried() {
    bench.fake.trouble(new FakeGoogleWallet.Trouble.Fail(503));
    assertInstanceOf(GoogleAnswer.Retry.class, wallet.getObject(ANNA));
    bench.fake.trouble(new FakeGoogleWallet.Trouble.Fail(429));
    assertInstanceOf(
        GoogleAnswer.Retry.class,
        wallet.addMessage(ANNA, null, "a", "b", true),
        "the rate of requests is not the quota of notices");
    bench.fake.trouble(new FakeGoogleWallet.Trouble.Slow(Duration.ofSeconds(3)));
    Instant begun = Instant.now();
    assertEquals(
        new GoogleAnswer.Retry("no answer in time", Duration.ofSeconds(5)),
        bench.wallet(Duration.ofMillis(300)).getObject(ANNA));
    assertTrue(Duration.between(begun, Instant.now()).toMillis() < 2500);
    bench.close();
    GoogleAnswer.Retry away = assertInstanceOf(GoogleAnswer.Retry.class, wallet.getObject(ANNA));
    assertTrue(away.reason().startsWith("out of reach"), away.reason());
  }

  @Test
  void answersSpeakTheWordsOfEveryChannel() {
    done(wallet.insertObject(GoogleBench.object("anna")));
    assertEquals(new Delivery.Delivered(ANNA), wallet.getObject(ANNA).asDelivery());
    assertInstanceOf(
        Delivery.Rejected.class, wallet.getObject(GoogleBench.ISSUER + ".x").asDelivery());
    assertInstanceOf(Delivery.Throttled.class, new GoogleAnswer.Quota("").asDelivery());
  }

  @Test
  void manyThreadsShareOneClient() throws Exception {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<GoogleAnswer>> answers =
          IntStream.range(0, 200)
              .mapToObj(
                  i ->
                      threads.submit(
                          (Callable<GoogleAnswer>)
                              () -> wallet.insertObject(GoogleBench.object("m" + i))))
              .toList();
      for (Future<GoogleAnswer> one : answers) {
        done(one.get());
      }
    }
    assertTrue(bench.fake.object(GoogleBench.ISSUER + ".m99").isPresent());
  }

  private static Map<String, Object> points(int balance) {
    return Map.of("loyaltyPoints", Map.of("balance", Map.of("int", balance)));
  }

  private static GoogleAnswer.Done done(GoogleAnswer answer) {
    return assertInstanceOf(GoogleAnswer.Done.class, answer, answer.toString());
  }
}
