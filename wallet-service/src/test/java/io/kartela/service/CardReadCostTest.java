package io.kartela.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpClient;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/**
 * What a phone's question costs in round trips to the database. Every card of a shop may ask within
 * a minute of a change; one more round trip each is felt.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CardReadCostTest {
  private static final int TRIES = 12;

  private final TestClock clock = new TestClock();
  private final TestKartela kartela = TestKartela.startCounted(clock);
  private final HttpClient http = HttpClient.newHttpClient();
  private final AppleDevice phone =
      new AppleDevice(
          http,
          kartela.folder().resolve("certs").resolve("root.pem"),
          "a-phone",
          "%064x".formatted(1));
  private final String token = join();
  private final AppleDevice.Held card = phone.open(file());
  private final String secret = card.pass.path("authenticationToken").asString();

  @AfterAll
  void close() {
    kartela.close();
    http.close();
  }

  private String join() {
    JsonNode made =
        kartela
            .register()
            .post(
                "/api/v1/members",
                Map.of(
                    "phone",
                    "+79165550101",
                    "name",
                    "Анна",
                    "consentTerms",
                    true,
                    "consentData",
                    true))
            .expect(201);
    for (int i = 0; i < 12; i++) {
      kartela
          .register()
          .post(
              "/api/v1/receipts",
              Map.of(
                  "memberId",
                  made.path("memberId").asString(),
                  "lines",
                  List.of(Map.of("lineNo", 1, "sku", "LATTE", "amount", 35_000 + i)),
                  "spend",
                  Map.of("mode", "NONE")))
          .expect(201);
    }
    return made.path("cardToken").asString();
  }

  private byte[] file() {
    return kartela.api().get("/c/" + token + ".pkpass").expectStatus(200).bytes();
  }

  /** The service's jobs look into the database now and then; the least of several is the cost. */
  private static long trips(Runnable question) {
    for (int i = 0; i < 6; i++) {
      question.run(); // pgjdbc prepares a statement the third time it meets it
    }
    long least = Long.MAX_VALUE;
    for (int i = 0; i < TRIES; i++) {
      long before = CountedSockets.trips();
      question.run();
      least = Math.min(least, CountedSockets.trips() - before);
    }
    return least;
  }

  @Test
  void aChangedPassIsOneRoundTrip() {
    assertTrue(card.pass.toString().contains("operations"), "a card with a past: " + card.pass);
    assertEquals(
        1, trips(() -> assertEquals(200, phone.get("GET", card, secret, Map.of()).statusCode())));
  }

  @Test
  void anUnchangedPassIsOne() {
    phone.fetch(card);
    Map<String, String> condition = Map.of("If-Modified-Since", card.lastModified);
    assertEquals(
        1, trips(() -> assertEquals(304, phone.get("GET", card, secret, condition).statusCode())));
  }

  @Test
  void aStrangerCostsOne() {
    assertEquals(
        1,
        trips(
            () ->
                assertEquals(
                    401, phone.get("GET", card, "wrong-token-altogether", Map.of()).statusCode())));
  }

  @Test
  void theListOfChangesIsOne() {
    assertEquals(201, phone.register(card));
    assertEquals(1, trips(() -> assertEquals(List.of(card.serial()), phone.poll(card, "").get())));
    String tag = java.util.Objects.requireNonNull(phone.tag());
    assertEquals(1, trips(() -> assertTrue(phone.poll(card, tag).isEmpty())));
  }

  @Test
  void aDownloadIsTwo() {
    assertEquals(2, trips(this::file));
  }
}
