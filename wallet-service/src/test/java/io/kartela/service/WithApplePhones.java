package io.kartela.service;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kartela.push.apns.FakeApns;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/**
 * The running service, its APNs, members who join and buy, and phones that know Apple's protocol.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class WithApplePhones {
  static final AtomicInteger NUMBERS = new AtomicInteger();

  final TestKartela.WithApns world = TestKartela.startWithApns();
  final TestKartela kartela = world.kartela();
  final FakeApns apns = world.apns();
  final HttpClient http = HttpClient.newHttpClient();

  @AfterAll
  void close() {
    kartela.close();
    apns.close();
    http.close();
  }

  AppleDevice device() {
    int n = NUMBERS.incrementAndGet();
    return new AppleDevice(
        http,
        kartela.folder().resolve("certs").resolve("root.pem"),
        "library" + n,
        "%064x".formatted(n));
  }

  /** A member and the pass that was downloaded for them. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Joined(String memberId, String token, byte[] file) {}

  Joined join() {
    JsonNode made =
        kartela
            .register()
            .once("join-" + NUMBERS.incrementAndGet())
            .post(
                "/api/v1/members",
                Map.of(
                    "phone",
                    "+7916500" + (1000 + NUMBERS.incrementAndGet()),
                    "name",
                    "Анна",
                    "consentTerms",
                    true,
                    "consentData",
                    true,
                    "consentMessages",
                    true))
            .expect(201);
    return new Joined(
        made.path("memberId").asString(),
        made.path("cardToken").asString(),
        download(made.path("cardToken").asString()));
  }

  byte[] download(String token) {
    return kartela.api().get("/c/" + token + ".pkpass").expectStatus(200).bytes();
  }

  void buy(Joined member, long amount) {
    kartela
        .register()
        .once("buy-" + NUMBERS.incrementAndGet())
        .post(
            "/api/v1/receipts",
            Map.of(
                "memberId",
                member.memberId,
                "lines",
                List.of(Map.of("lineNo", 1, "sku", "LATTE", "amount", amount)),
                "spend",
                Map.of("mode", "NONE")))
        .expect(201);
  }

  long pushes(AppleDevice device) {
    return apns.pushes().stream().filter(p -> p.token().equals(device.pushToken)).count();
  }

  void awaitPush(AppleDevice device, long more) {
    long end = System.nanoTime() + Duration.ofSeconds(15).toNanos();
    while (pushes(device) < more) {
      assertTrue(System.nanoTime() < end, "no push came");
      pause();
    }
  }

  static void pause() {
    try {
      Thread.sleep(20);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  static void pauseFor(Duration time) {
    long end = System.nanoTime() + time.toNanos();
    while (System.nanoTime() < end) {
      pause();
    }
  }
}
