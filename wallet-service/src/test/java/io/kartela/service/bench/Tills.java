package io.kartela.service.bench;

import io.kartela.service.platform.http.Http;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import tools.jackson.databind.JsonNode;

/** Cash registers that speak the API. Thread-safe once open. */
final class Tills implements AutoCloseable {
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final AtomicLong numbers = new AtomicLong();
  private final URI service;
  private volatile String key = "";

  Tills(URI service) {
    this.service = service;
  }

  void open(String registerKey) {
    key = registerKey;
  }

  /** Signs a new member up; the answer has memberId and cardToken. */
  JsonNode enrol(int i) {
    return post(
        "/api/v1/members",
        Map.of(
            "phone",
            "+7916" + (1_000_000 + i),
            "name",
            "Bench " + i,
            "consentTerms",
            true,
            "consentData",
            true,
            "consentMessages",
            true));
  }

  /** Whether the service took one more receipt of two lines. */
  boolean commit(String memberId) {
    Map<String, Object> receipt =
        Map.of(
            "memberId",
            memberId,
            "number",
            "B" + numbers.incrementAndGet(),
            "lines",
            List.of(
                Map.of("lineNo", 1, "sku", "LATTE", "name", "Латте", "amount", 30_000),
                Map.of("lineNo", 2, "sku", "CAKE", "name", "Чизкейк", "amount", 25_000)),
            "spend",
            Map.of("mode", "NONE"));
    try {
      return !post("/api/v1/receipts", receipt).path("id").asString("").isEmpty();
    } catch (IllegalStateException e) {
      return false;
    }
  }

  private JsonNode post(String path, Map<String, Object> body) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(service + path))
            .header("Authorization", "Bearer " + key)
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", UUID.randomUUID().toString())
            .POST(BodyPublishers.ofByteArray(Http.JSON.writeValueAsBytes(body)))
            .build();
    try {
      HttpResponse<byte[]> answer = http.send(request, BodyHandlers.ofByteArray());
      if (answer.statusCode() != 201) {
        throw new IllegalStateException(
            path
                + " answers "
                + answer.statusCode()
                + " "
                + new String(answer.body(), StandardCharsets.UTF_8));
      }
      return Http.JSON.readTree(answer.body());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    http.shutdownNow();
  }
}
