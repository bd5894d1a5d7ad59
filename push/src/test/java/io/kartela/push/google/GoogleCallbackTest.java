package io.kartela.push.google;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import com.sun.net.httpserver.HttpServer;
import io.kartela.push.google.GoogleCallbackVerifier.Verdict;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GoogleCallbackTest {
  private static final String ANNA = GoogleBench.ISSUER + ".anna";

  private final GoogleBench bench = new GoogleBench();
  private final BlockingQueue<String> bodies = new LinkedBlockingQueue<>();
  private final AtomicInteger answer = new AtomicInteger(200);
  private final HttpServer merchant = merchant();
  private final GoogleCallbackVerifier verifier = verifier(GoogleBench.ISSUER);

  @BeforeEach
  void annaHasAnObjectOfAClassWithCallbacks() {
    Map<String, Object> loyaltyClass = new HashMap<>(GoogleBench.loyaltyClass());
    loyaltyClass.put(
        "callbackOptions",
        Map.of("url", "http://127.0.0.1:" + merchant.getAddress().getPort() + "/google/callbacks"));
    assertInstanceOf(
        GoogleAnswer.Done.class, bench.wallet.ensureClass(GoogleBench.CLASS, loyaltyClass));
    bench.wallet.insertObject(GoogleBench.object("anna"));
  }

  @AfterEach
  void stop() {
    merchant.stop(0);
    bench.close();
  }

  @Test
  void savingAndRemovingAreToldAndTinkVerifiesThem() throws InterruptedException {
    bench.fake.save(bench.links().token(ANNA, GoogleBench.CLASS), "p1");
    GoogleCallback saved = genuine(next());
    assertEquals(GoogleBench.CLASS, saved.classId());
    assertEquals(ANNA, saved.objectId());
    assertEquals(GoogleCallback.Event.SAVE, saved.event());
    assertEquals(bench.clock.instant().plus(Duration.ofHours(1)), saved.expires());
    bench.fake.remove(ANNA, "p1");
    GoogleCallback removed = genuine(next());
    assertEquals(GoogleCallback.Event.DELETE, removed.event());
    assertNotEquals(saved.nonce(), removed.nonce());
  }

  @Test
  void repetitionsCarryTheSameNonceAndFailuresAreRepeated() throws InterruptedException {
    bench.fake.callbackCopies(2);
    bench.fake.save(bench.links().token(ANNA, GoogleBench.CLASS), "p1");
    assertEquals(genuine(next()).nonce(), genuine(next()).nonce());
    bench.fake.callbackCopies(1);
    answer.set(503);
    bench.fake.remove(ANNA, "p1");
    GoogleCallback first = genuine(next());
    answer.set(200);
    assertEquals(first, genuine(next()), "told again after a 503");
  }

  @Test
  void whateverIsChangedIsRefused() throws InterruptedException {
    bench.fake.save(bench.links().token(ANNA, GoogleBench.CLASS), "p1");
    String body = next();
    genuine(body);
    for (String forged :
        new String[] {
          body.replace("anna", "boss"),
          body.replace("save", "del"),
          body.replace("ECv2SigningOnly", "ECv1"),
          body.replace("signedKey\"", "otherKey\""),
          body.substring(1),
          "",
          "{}",
          "null",
          "[]",
          "x".repeat(20_000)
        }) {
      assertInstanceOf(Verdict.Refused.class, verifier.verify(forged), forged);
    }
  }

  @Test
  void anotherRootsSignatureIsRefused() {
    FakeGoogleSigner forger = new FakeGoogleSigner(Instant.now());
    String body =
        forger.seal(
            GoogleBench.ISSUER,
            Map.of(
                "classId",
                GoogleBench.CLASS,
                "objectId",
                ANNA,
                "eventType",
                "del",
                "nonce",
                "n",
                "expTimeMillis",
                Instant.now().plusSeconds(600).toEpochMilli()));
    assertInstanceOf(Verdict.Refused.class, verifier.verify(body));
  }

  @Test
  void aCallbackForAnotherIssuerOrTooLateIsRefused() throws InterruptedException {
    bench.fake.save(bench.links().token(ANNA, GoogleBench.CLASS), "p1");
    String body = next();
    assertInstanceOf(Verdict.Refused.class, verifier("3388000000099999999").verify(body));
    bench.clock.forward(Duration.ofHours(1));
    assertEquals(new Verdict.Refused("expired"), verifier.verify(body));
  }

  /** Each is meant for its object's issuer, and nobody else's signature will do. */
  @Test
  void oneVerifierServesSeveralIssuersAndKnowsItsObjects() throws InterruptedException {
    String other = "3388000000055555555";
    GoogleCallbackVerifier both =
        new GoogleCallbackVerifier(
            objectId -> objectId.equals(ANNA) || objectId.equals(other + ".boris"),
            new GoogleRootKeys(bench.fake.keysUri(), Duration.ofSeconds(5), bench.clock),
            bench.clock);
    bench.fake.trust(GoogleBench.ACCOUNT.clientEmail(), GoogleBench.ACCOUNT.publicKey(), other);
    Map<String, Object> type =
        new HashMap<>(bench.fake.loyaltyClass(GoogleBench.CLASS).orElseThrow());
    type.remove("kind");
    assertInstanceOf(GoogleAnswer.Done.class, bench.wallet.ensureClass(other + ".club", type));
    for (String name : new String[] {"boris", "stranger"}) {
      Map<String, Object> object = new HashMap<>(GoogleBench.object("x"));
      object.put("id", other + "." + name);
      object.put("classId", other + ".club");
      assertInstanceOf(GoogleAnswer.Done.class, bench.wallet.insertObject(object));
    }
    for (String id : new String[] {ANNA, other + ".boris"}) {
      String classId = id.equals(ANNA) ? GoogleBench.CLASS : other + ".club";
      bench.fake.save(bench.links().token(id, classId), "p1");
      String body = next();
      Verdict verdict = both.verify(body);
      assertEquals(
          id, assertInstanceOf(Verdict.Genuine.class, verdict, body).callback().objectId());
      assertInstanceOf(Verdict.Refused.class, both.verify(body.replace(id, ANNA + "x")));
    }
    bench.fake.save(bench.links().token(other + ".stranger", other + ".club"), "p1");
    assertInstanceOf(Verdict.Refused.class, both.verify(next()), "no object of ours");
  }

  @Test
  void forgeriesDoNotMakeItFetchKeysAndOldKeysOutliveAnOutage() throws InterruptedException {
    bench.fake.save(bench.links().token(ANNA, GoogleBench.CLASS), "p1");
    String body = next();
    genuine(body);
    bench.fake.close();
    for (int i = 0; i < 50; i++) {
      assertInstanceOf(Verdict.Refused.class, verifier.verify("{\"i\":" + i + "}"));
    }
    genuine(body);
    bench.clock.forward(Duration.ofHours(25));
    assertEquals(
        new Verdict.Refused("expired"), verifier.verify(body), "still judged by the old keys");
  }

  @Test
  void withoutAnyKeysItCannotTell() {
    bench.fake.close();
    assertInstanceOf(Verdict.Undecided.class, verifier(GoogleBench.ISSUER).verify("{}"));
  }

  @Test
  void theFakeCallsNobodyOutsideTheMachine() throws InterruptedException {
    Map<String, Object> loyaltyClass = new HashMap<>(GoogleBench.loyaltyClass());
    loyaltyClass.put("callbackOptions", Map.of("url", "http://shop.example/google"));
    bench.wallet.ensureClass(GoogleBench.CLASS, loyaltyClass);
    bench.fake.save(bench.links().token(ANNA, GoogleBench.CLASS), "p2");
    assertEquals(null, bodies.poll(300, TimeUnit.MILLISECONDS));
  }

  private GoogleCallbackVerifier verifier(String issuerId) {
    return new GoogleCallbackVerifier(
        issuerId,
        new GoogleRootKeys(bench.fake.keysUri(), Duration.ofSeconds(5), bench.clock),
        bench.clock);
  }

  private GoogleCallback genuine(String body) {
    return assertInstanceOf(Verdict.Genuine.class, verifier.verify(body), body).callback();
  }

  private String next() throws InterruptedException {
    String body = bodies.poll(5, TimeUnit.SECONDS);
    assertNotNull(body, "no call-back arrived");
    return body;
  }

  private HttpServer merchant() {
    try {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      server.createContext(
          URI.create("/google/callbacks").getPath(),
          exchange -> {
            try (exchange) {
              byte[] body = exchange.getRequestBody().readAllBytes();
              exchange.sendResponseHeaders(answer.get(), -1);
              bodies.add(new String(body, StandardCharsets.UTF_8));
            }
          });
      server.start();
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
