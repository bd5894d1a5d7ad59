package io.kartela.service.wallet.apple;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kartela.certs.DevelopmentCa;
import io.kartela.service.platform.http.HttpServer;
import io.kartela.service.wallet.pass.PassReader;
import io.kartela.service.wallet.pass.PassRef;
import io.kartela.service.wallet.pass.Passes;
import io.kartela.service.wallet.pass.TestCards;
import io.kartela.service.wallet.pass.TestHouse;
import io.kartela.service.wallet.pass.WalletCounts;
import io.kartela.service.wallet.pass.WalletHolders;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Speaks Apple's protocol as its documentation has it, against the service over HTTP. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AppleRoutesTest {
  private static final String TYPE = "pass.io.kartela.demo";
  private static final String PUSH_TOKEN = "a1".repeat(32);
  private static final long SHOP = 1_000;

  private final TestHouse house = new TestHouse();
  private final TestCards cards = new TestCards();
  private final Passes passes = new Passes(InstantSource.system());
  private final AtomicLong members = new AtomicLong(100);
  private final HttpClient http = HttpClient.newHttpClient();
  private HttpServer server;

  @BeforeAll
  void start() {
    InstantSource clock = InstantSource.system();
    DevelopmentCa ca = DevelopmentCa.inMemory(clock.instant());
    ApplePasses apple = new ApplePasses(ca.passIdentity(), () -> URI.create(base()), clock);
    PassReader reader = new PassReader(passes, cards);
    server =
        new HttpServer(
            InetAddress.getLoopbackAddress(),
            0,
            new SimpleMeterRegistry(),
            List.of(
                new AppleRoutes(house.database(), passes, reader, apple, clock, () -> {}),
                new PassFileRoutes(house.database(), reader, apple)));
  }

  @AfterAll
  void stop() {
    server.close();
    house.close();
  }

  private String base() {
    return "http://127.0.0.1:" + server.port();
  }

  private PassRef issue(long merchantId) {
    long member = members.incrementAndGet();
    cards.put(TestCards.card(merchantId, member, 10_000));
    return house.database().inTenant(merchantId, c -> passes.create(c, merchantId, member));
  }

  private void touch(PassRef pass) {
    house
        .database()
        .inTenant(
            pass.merchantId(), c -> passes.touch(c, pass.merchantId(), List.of(pass.memberId())));
  }

  private HttpResponse<byte[]> send(
      String method, String path, String auth, String body, String... headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(base() + "/apple/v1" + path))
            .method(
                method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    if (!auth.isEmpty()) {
      request.header("Authorization", "ApplePass " + auth);
    }
    for (int i = 0; i < headers.length; i += 2) {
      request.header(headers[i], headers[i + 1]);
    }
    return http.send(request.build(), BodyHandlers.ofByteArray());
  }

  private static String registration(String device, PassRef pass) {
    return "/devices/" + device + "/registrations/" + TYPE + "/" + pass.serial();
  }

  private int register(String device, PassRef pass, String pushToken) throws Exception {
    return send(
            "POST",
            registration(device, pass),
            pass.authToken(),
            "{\"pushToken\":\"" + pushToken + "\"}")
        .statusCode();
  }

  private record Listed(List<String> serials, String tag) {}

  private Listed list(String device, String tag) throws Exception {
    String query = tag.isEmpty() ? "" : "?passesUpdatedSince=" + tag;
    HttpResponse<byte[]> answer =
        send("GET", "/devices/" + device + "/registrations/" + TYPE + query, "", "");
    if (answer.statusCode() == 204) {
      return new Listed(List.of(), tag);
    }
    assertEquals(200, answer.statusCode());
    JsonNode json = JsonMapper.shared().readTree(answer.body());
    assertTrue(json.path("lastUpdated").isString(), "a number makes Wallet fetch nothing");
    List<String> serials = new ArrayList<>();
    json.path("serialNumbers").forEach(serial -> serials.add(serial.asString()));
    return new Listed(serials, json.path("lastUpdated").asString());
  }

  private HttpResponse<byte[]> pass(PassRef pass, String... headers) throws Exception {
    return send("GET", "/passes/" + TYPE + "/" + pass.serial(), pass.authToken(), "", headers);
  }

  @Test
  void registersOnceAndUnregisters() throws Exception {
    PassRef pass = issue(SHOP);
    assertEquals(201, register("phone-1", pass, PUSH_TOKEN));
    assertEquals(200, register("phone-1", pass, PUSH_TOKEN));
    assertEquals(201, register("phone-1b", pass, PUSH_TOKEN), "two devices may report one token");
    assertEquals(new WalletCounts(2, 0), counts(pass));
    assertEquals(
        200, send("DELETE", registration("phone-1", pass), pass.authToken(), "").statusCode());
    assertEquals(
        200, send("DELETE", registration("phone-1", pass), pass.authToken(), "").statusCode());
    assertEquals(new WalletCounts(1, 0), counts(pass));
    assertEquals(List.of(), list("phone-1", "").serials());
    assertEquals(201, register("phone-1", pass, PUSH_TOKEN));
  }

  private WalletCounts counts(PassRef pass) {
    return house
        .database()
        .inTenant(
            pass.merchantId(),
            c -> new WalletHolders().walletCounts(c, pass.merchantId(), List.of(pass.memberId())))
        .getOrDefault(pass.memberId(), WalletCounts.NONE);
  }

  @Test
  void aWrongTokenOpensNothing() throws Exception {
    PassRef pass = issue(SHOP);
    PassRef other = issue(SHOP);
    for (String token :
        List.of("", "x".repeat(20), other.authToken(), pass.token(), pass.authToken() + "a")) {
      assertEquals(
          401,
          send(
                  "POST",
                  registration("phone-2", pass),
                  token,
                  "{\"pushToken\":\"" + PUSH_TOKEN + "\"}")
              .statusCode());
      assertEquals(401, send("DELETE", registration("phone-2", pass), token, "").statusCode());
      assertEquals(
          401, send("GET", "/passes/" + TYPE + "/" + pass.serial(), token, "").statusCode());
    }
    assertEquals(
        401,
        send("GET", "/passes/" + TYPE + "/1-" + "a".repeat(26), pass.authToken(), "").statusCode());
    assertEquals(
        401, send("GET", "/passes/" + TYPE + "/nonsense", pass.authToken(), "").statusCode());
    assertEquals(
        401, send("GET", "/passes/pass.other/" + pass.serial(), pass.authToken(), "").statusCode());
    assertEquals(WalletCounts.NONE, counts(pass));
  }

  @Test
  void badBodiesAreRefused() throws Exception {
    PassRef pass = issue(SHOP);
    for (String body :
        List.of(
            "{}",
            "[]",
            "no json",
            "{\"pushToken\":7}",
            "{\"pushToken\":\"zz\"}",
            "{\"pushToken\":\"" + "a".repeat(500) + "\"}")) {
      assertEquals(
          400,
          send("POST", registration("phone-3", pass), pass.authToken(), body).statusCode(),
          body);
    }
    assertEquals(
        413,
        send(
                "POST",
                registration("phone-3", pass),
                pass.authToken(),
                "{\"a\":\"" + "a".repeat(9_000) + "\"}")
            .statusCode());
    assertEquals(400, register("d".repeat(101), pass, PUSH_TOKEN), "a device id is bounded");
  }

  @Test
  void listsWhatChangedSinceTheTag() throws Exception {
    PassRef a = issue(SHOP);
    PassRef b = issue(SHOP);
    PassRef elsewhere = issue(2_000);
    assertEquals(List.of(), list("phone-4", "").serials());
    for (PassRef pass : List.of(a, b, elsewhere)) {
      assertEquals(201, register("phone-4", pass, PUSH_TOKEN));
    }
    Listed all = list("phone-4", "");
    assertEquals(3, all.serials().size(), "cards of several merchants on one phone");
    assertEquals(List.of(), list("phone-4", all.tag()).serials());
    touch(b);
    Listed changed = list("phone-4", all.tag());
    assertEquals(List.of(b.serial()), changed.serials());
    assertEquals(List.of(), list("phone-4", changed.tag()).serials());
    touch(a);
    touch(elsewhere);
    assertEquals(2, list("phone-4", changed.tag()).serials().size());
    assertEquals(
        3, list("phone-4", all.tag()).serials().size(), "a phone that missed several updates");
    assertEquals(
        404, send("GET", "/devices/phone-4/registrations/pass.other", "", "").statusCode());
  }

  @Test
  void aTagThatIsNotOursListsEverything() throws Exception {
    PassRef pass = issue(SHOP);
    register("phone-5", pass, PUSH_TOKEN);
    String tag = list("phone-5", "").tag();
    String xmin = tag.substring(tag.indexOf('.') + 1);
    for (String strange :
        List.of(
            "1",
            "0",
            "2026-01-01",
            "garbage",
            "%00",
            "abc-1." + xmin,
            tag + "9999999",
            "1".repeat(3000),
            tag.replace('.', '-'))) {
      assertEquals(List.of(pass.serial()), list("phone-5", strange).serials(), strange);
    }
  }

  /** The update that a clock, or a counter taken before the commit, would lose. */
  @Test
  void anUpdateThatCommitsLateIsNotLost() throws Exception {
    PassRef slow = issue(SHOP);
    PassRef quick = issue(SHOP);
    register("phone-6", slow, PUSH_TOKEN);
    register("phone-6", quick, PUSH_TOKEN);
    String before = list("phone-6", "").tag();
    CountDownLatch written = new CountDownLatch(1);
    CountDownLatch commit = new CountDownLatch(1);
    try (ExecutorService thread = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<Integer> late =
          thread.submit(
              () ->
                  house
                      .database()
                      .inTenant(
                          SHOP,
                          c -> {
                            int changed = passes.touch(c, SHOP, List.of(slow.memberId()));
                            written.countDown();
                            await(commit);
                            return changed;
                          }));
      written.await();
      touch(quick);
      Listed meanwhile = list("phone-6", before);
      assertEquals(List.of(quick.serial()), meanwhile.serials());
      commit.countDown();
      assertEquals(1, late.get());
      assertTrue(list("phone-6", meanwhile.tag()).serials().contains(slow.serial()));
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void sendsThePassOnlyWhenItChanged() throws Exception {
    PassRef pass = issue(SHOP);
    HttpResponse<byte[]> first = pass(pass);
    assertEquals(200, first.statusCode());
    assertEquals("application/vnd.apple.pkpass", header(first, "Content-Type"));
    PassFile file = new PassFile(first.body());
    assertEquals(file.hashes(), file.manifest());
    assertEquals(pass.serial(), file.json().path("serialNumber").asString());
    String modified = header(first, "Last-Modified");
    assertTrue(
        modified.matches("[A-Z][a-z]{2}, \\d\\d [A-Z][a-z]{2} \\d{4} \\d\\d:\\d\\d:\\d\\d GMT"),
        modified);

    HttpResponse<byte[]> same = pass(pass, "If-Modified-Since", modified);
    assertEquals(304, same.statusCode());
    assertEquals(0, same.body().length);
    assertEquals(304, pass(pass, "If-None-Match", header(first, "ETag")).statusCode());
    assertEquals(200, pass(pass, "If-Modified-Since", "yesterday").statusCode());
    assertEquals(
        200, pass(pass, "If-Modified-Since", modified, "If-None-Match", "\"other\"").statusCode());

    cards.change(pass.memberId(), TestCards.available(77_700));
    touch(pass);
    HttpResponse<byte[]> second = pass(pass, "If-Modified-Since", modified);
    assertEquals(200, second.statusCode(), "a second update within the same second is seen");
    assertNotEquals(header(first, "ETag"), header(second, "ETag"));
    assertEquals(
        "777",
        new PassFile(second.body()).field("headerFields", "balance").path("value").toString());
  }

  private static String header(HttpResponse<?> answer, String name) {
    return answer.headers().firstValue(name).orElseThrow(() -> new AssertionError("no " + name));
  }

  @Test
  void answersHead() throws Exception {
    PassRef pass = issue(SHOP);
    HttpResponse<byte[]> get = pass(pass);
    HttpResponse<byte[]> head =
        send("HEAD", "/passes/" + TYPE + "/" + pass.serial(), pass.authToken(), "");
    assertEquals(200, head.statusCode());
    assertEquals(0, head.body().length);
    assertEquals(header(get, "Last-Modified"), header(head, "Last-Modified"));
    assertEquals(header(get, "ETag"), header(head, "ETag"));
    assertEquals(
        304,
        send(
                "HEAD",
                "/passes/" + TYPE + "/" + pass.serial(),
                pass.authToken(),
                "",
                "If-Modified-Since",
                header(get, "Last-Modified"))
            .statusCode());
    assertEquals(
        401, send("HEAD", "/passes/" + TYPE + "/" + pass.serial(), "wrong", "").statusCode());
    assertEquals(200, pass(pass).statusCode(), "the connection is still in order");
  }

  @Test
  void aChangedPushTokenReplacesTheOldOneForEveryCard() throws Exception {
    PassRef pass = issue(SHOP);
    PassRef second = issue(SHOP);
    register("phone-7", pass, PUSH_TOKEN);
    register("phone-7", second, PUSH_TOKEN);
    assertEquals(200, register("phone-7", pass, "b2".repeat(32)));
    List<PushTargets.Target> targets =
        house
            .database()
            .inTenant(
                SHOP,
                c ->
                    new PushTargets()
                        .living(c, SHOP, List.of(pass.memberId(), second.memberId()), "c"));
    assertEquals(
        List.of("b2".repeat(32), "b2".repeat(32)),
        targets.stream().map(t -> t.pushToken()).toList());
  }

  @Test
  void aDeadTokenIsForgottenUnlessRegisteredLater() throws Exception {
    PassRef pass = issue(SHOP);
    String token = "c3".repeat(32);
    Instant before = Instant.now().minusSeconds(1);
    register("phone-8", pass, token);
    PushTargets devices = new PushTargets();
    int beforeForgotten =
        house.database().inTenant(SHOP, c -> devices.forget(c, SHOP, token, before));
    assertEquals(0, beforeForgotten);
    assertEquals(new WalletCounts(1, 0), counts(pass));
    Instant after = Instant.now().plusSeconds(1);
    int afterForgotten =
        house.database().inTenant(SHOP, c -> devices.forget(c, SHOP, token, after));
    assertEquals(1, afterForgotten);
    assertEquals(WalletCounts.NONE, counts(pass));
    assertEquals(201, register("phone-8", pass, token), "the phone may come back");
  }

  @Test
  void aQuarantinedTokenIsUsedAgainAfterRegistration() throws Exception {
    PassRef pass = issue(SHOP);
    String token = "d4".repeat(32);
    register("phone-9", pass, token);
    PushTargets devices = new PushTargets();
    house
        .database()
        .inTenant(
            SHOP,
            c -> {
              devices.quarantine(c, SHOP, token, "BadDeviceToken", "c", Instant.now());
              return 0;
            });
    assertEquals(
        List.of(),
        house
            .database()
            .inTenant(SHOP, c -> devices.living(c, SHOP, List.of(pass.memberId()), "c")));
    assertEquals(200, register("phone-9", pass, token));
    assertEquals(
        1,
        house
            .database()
            .inTenant(SHOP, c -> devices.living(c, SHOP, List.of(pass.memberId()), "c"))
            .size());
  }

  @Test
  void downloadsTheFileOfACardsPage() throws Exception {
    PassRef pass = issue(SHOP);
    HttpResponse<byte[]> file =
        http.send(
            HttpRequest.newBuilder(URI.create(base() + "/c/" + pass.token() + ".pkpass")).build(),
            BodyHandlers.ofByteArray());
    assertEquals(200, file.statusCode());
    assertEquals("no-store", header(file, "Cache-Control"));
    assertEquals("application/vnd.apple.pkpass", header(file, "Content-Type"));
    assertArrayEquals(pass(pass).body(), file.body());
    for (String unknown : List.of("1-" + "a".repeat(26), "nonsense", pass.serial())) {
      assertEquals(
          404,
          http.send(
                  HttpRequest.newBuilder(URI.create(base() + "/c/" + unknown + ".pkpass")).build(),
                  BodyHandlers.discarding())
              .statusCode());
    }
  }

  @Test
  void aVoidedCardIsFetchedOnceMoreButNotDownloadedAnew() throws Exception {
    PassRef pass = issue(SHOP);
    register("phone-10", pass, PUSH_TOKEN);
    String tag = list("phone-10", "").tag();
    house.database().inTenant(SHOP, c -> passes.voidPass(c, SHOP, pass.memberId()));
    assertEquals(List.of(pass.serial()), list("phone-10", tag).serials());
    assertTrue(new PassFile(pass(pass).body()).json().path("voided").asBoolean());
    assertEquals(
        422,
        http.send(
                HttpRequest.newBuilder(URI.create(base() + "/c/" + pass.token() + ".pkpass"))
                    .build(),
                BodyHandlers.discarding())
            .statusCode());
  }

  @Test
  void aCardHasABoundedNumberOfPhonesAndThoseThatHaveItStay() throws Exception {
    PassRef pass = issue(SHOP);
    PassRef other = issue(SHOP);
    for (int i = 0; i < 20; i++) {
      assertEquals(201, register("one-of-many-" + i, pass, PUSH_TOKEN));
    }
    assertEquals(429, register("one-too-many", pass, PUSH_TOKEN));
    assertEquals(20, TestDevices.count(house.database(), pass));
    assertEquals(
        204, send("GET", "/devices/one-too-many/registrations/" + TYPE, "", "").statusCode());
    assertEquals(200, register("one-of-many-0", pass, "b2".repeat(32)), "it is one of them");
    assertEquals(201, register("one-too-many", other, PUSH_TOKEN), "each card has its own");
    assertEquals(
        200,
        send("DELETE", registration("one-of-many-7", pass), pass.authToken(), "").statusCode());
    assertEquals(201, register("one-too-many", pass, PUSH_TOKEN));
  }

  @Test
  void takesLogsWithinBounds() throws Exception {
    assertEquals(200, send("POST", "/log", "", "{\"logs\":[\"something failed\"]}").statusCode());
    assertEquals(200, send("POST", "/log", "", "not json").statusCode());
    assertEquals(413, send("POST", "/log", "", "x".repeat(DeviceLog.BODY_LIMIT + 1)).statusCode());
    String cleaned =
        DeviceLog.clean(
            "a\r\nINFO forged \u001b[31m\u2028 GET /devices/secret1/x ApplePass abcdef");
    assertEquals("a  INFO forged  [31m  GET /devices/*/x ApplePass *", cleaned);
    assertTrue(DeviceLog.clean("y".repeat(10_000)).length() <= 501);
    DeviceLog log = new DeviceLog(InstantSource.fixed(Instant.EPOCH));
    String many = "{\"logs\":[" + "\"z\",".repeat(999) + "\"z\"]}";
    int written = 0;
    byte[] body = many.getBytes(java.nio.charset.StandardCharsets.UTF_8);
    for (int i = 0; i < 20; i++) {
      written += log.write("192.0.2." + i, body);
    }
    assertEquals(120, written, "a stranger cannot fill the disk");
    DeviceLog other = new DeviceLog(InstantSource.fixed(Instant.EPOCH));
    byte[] one = "{\"logs\":[\"z\"]}".getBytes(java.nio.charset.StandardCharsets.UTF_8);
    int heard = 0;
    for (int i = 0; i < 100; i++) {
      heard += other.write("192.0.2.1", one);
    }
    assertEquals(10, heard, "one phone that complains without end");
    assertEquals(1, other.write("192.0.2.2", one), "leaves room for the others");
    assertFalse(cleaned.contains("\n"));
  }
}
