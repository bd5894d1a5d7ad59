package io.kartela.service;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.kartela.service.platform.http.Http;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** What the service answered, with short words for looking into it. */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Answer(String request, int status, HttpResponse<byte[]> response) {

  byte[] bytes() {
    return response.body();
  }

  String text() {
    return new String(bytes(), StandardCharsets.UTF_8);
  }

  String header(String name) {
    return response.headers().firstValue(name).orElse("");
  }

  JsonNode json() {
    return Http.JSON.readTree(bytes());
  }

  /** Fails the test with all that is known when the status is another. */
  Answer expectStatus(int expected) {
    assertEquals(expected, status, () -> request + "\n" + text());
    return this;
  }

  /** The JSON answer with this status; null JSON when there is no body. */
  JsonNode expect(int expected) {
    expectStatus(expected);
    return bytes().length == 0 ? Http.JSON.nullNode() : json();
  }

  /** A problem with this code. */
  JsonNode refused(int expected, String code) {
    JsonNode problem = expect(expected);
    assertEquals(code, problem.path("code").asString(), () -> request + "\n" + text());
    assertEquals("application/problem+json", header("Content-Type"), request);
    assertEquals(expected, problem.path("status").asInt(), request);
    return problem;
  }

  /** The amount at a path such as {@code balanceAfter.available}. */
  static long amount(JsonNode json, String path) {
    JsonNode at = json.at("/" + path.replace('.', '/'));
    if (!at.isIntegralNumber()) {
      throw new AssertionError(path + " is no amount in " + json);
    }
    return at.asLong();
  }

  /** A field of every item of an array, such as {@code lines} and {@code net}. */
  static List<Long> amounts(JsonNode json, String array, String field) {
    return StreamSupport.stream(json.path(array).spliterator(), false)
        .map(item -> amount(item, field))
        .toList();
  }
}
