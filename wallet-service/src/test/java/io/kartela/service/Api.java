package io.kartela.service;

import io.kartela.service.platform.http.Http;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A client of the HTTP API that always sends the same headers. Immutable and thread-safe.
 *
 * @param listener hears of every answer
 */
record Api(HttpClient http, URI base, Map<String, String> headers, Consumer<Exchange> listener) {

  /** One request and its answer, for whoever checks the contract. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Exchange(String method, String path, byte @Nullable [] body, Answer answer) {}

  static Api at(HttpClient http, URI base) {
    return new Api(http, base, Map.of(), exchange -> {});
  }

  Api with(String header, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(header, value);
    return new Api(http, base, more, listener);
  }

  Api without(String header) {
    Map<String, String> less = new LinkedHashMap<>(headers);
    less.remove(header);
    return new Api(http, base, less, listener);
  }

  Api listening(Consumer<Exchange> to) {
    return new Api(http, base, headers, to);
  }

  /** Speaks as the register with this key. */
  Api key(String registerKey) {
    return with("Authorization", "Bearer " + registerKey);
  }

  /** Repeats itself under this idempotency key; otherwise every write has a new one. */
  Api once(String idempotencyKey) {
    return with("Idempotency-Key", idempotencyKey);
  }

  /** Speaks with the session that e-mail and password open, as one of our own pages. */
  Api signedIn(String email, String password) {
    Answer answer = post("/api/v1/session", Map.of("email", email, "password", password));
    answer.expect(200);
    String cookie = answer.header("Set-Cookie");
    return with("Cookie", cookie.substring(0, cookie.indexOf(';')))
        .with("Sec-Fetch-Site", "same-origin");
  }

  Answer get(String path) {
    return send("GET", path, null);
  }

  Answer post(String path, Object body) {
    return send("POST", path, Http.JSON.writeValueAsBytes(body));
  }

  /** Sends the body as it stands. */
  Answer postText(String path, String json) {
    return send("POST", path, json.getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }

  Answer put(String path, Object body) {
    return send("PUT", path, Http.JSON.writeValueAsBytes(body));
  }

  Answer patch(String path, Object body) {
    return send("PATCH", path, Http.JSON.writeValueAsBytes(body));
  }

  Answer delete(String path) {
    return send("DELETE", path, null);
  }

  Answer send(String method, String path, byte @Nullable [] body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(base.resolve(path))
            .timeout(Duration.ofSeconds(30))
            .method(
                method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
    headers.forEach(request::header);
    if (body != null && !headers.containsKey("Content-Type")) {
      request.header("Content-Type", "application/json");
    }
    boolean write = !method.equals("GET") && !method.equals("HEAD");
    if (write && !headers.containsKey("Idempotency-Key")) {
      request.header("Idempotency-Key", UUID.randomUUID().toString());
    }
    try {
      var response = http.send(request.build(), BodyHandlers.ofByteArray());
      Answer answer = new Answer(method + " " + path, response.statusCode(), response);
      listener.accept(new Exchange(method, path, body, answer));
      return answer;
    } catch (IOException e) {
      throw new UncheckedIOException(method + " " + path, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
