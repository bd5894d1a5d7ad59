package io.kartela.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kartela.service.WrongRequests.Wrong;
import io.kartela.service.demo.DemoShop;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/** Wrong addresses, cursors, methods, keys, roles and origins, and what is hardly HTTP at all. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadAddressTest {
  private final WrongRequests world = new WrongRequests();

  @AfterAll
  void close() {
    world.close();
  }

  @TestFactory
  Stream<DynamicTest> identifiers() {
    List<Wrong> wrongs = new ArrayList<>();
    for (String id :
        List.of("0", "-1", "x", "01", "999999999999", "9999999999999999999", "1.0", "%D1%8F")) {
      wrongs.add(world.get(world.till, "/api/v1/receipts/" + id, 404, "RECEIPT_NOT_FOUND"));
      wrongs.add(world.get(world.owner, "/api/v1/members/" + id, 404, "MEMBER_NOT_FOUND"));
      wrongs.add(
          world.get(world.owner, "/api/v1/members/" + id + "/operations", 404, "MEMBER_NOT_FOUND"));
      wrongs.add(world.get(world.marketer, "/api/v1/campaigns/" + id, 404, "CAMPAIGN_NOT_FOUND"));
      wrongs.add(world.delete(world.owner, "/api/v1/registers/" + id, 404, "REGISTER_NOT_FOUND"));
      wrongs.add(world.delete(world.owner, "/api/v1/cashiers/" + id, 404, "CASHIER_NOT_FOUND"));
    }
    for (String token : List.of("x", "1-", "zz-" + "a".repeat(26), "a".repeat(3_000))) {
      wrongs.add(world.get(world.visitor, "/api/v1/public/cards/" + token, 404, "CARD_NOT_FOUND"));
    }
    for (String slug : List.of("nobody", "ZERNO", "%27", "x".repeat(3_000))) {
      wrongs.add(world.get(world.visitor, "/api/v1/public/shops/" + slug, 404, "SHOP_NOT_FOUND"));
    }
    for (String path :
        List.of(
            "/api/v1/public/shops/%00",
            "/api/v1/public/cards/a%00b", "/api/v1", "/api/v2/register", "/nothing")) {
      wrongs.add(world.get(world.visitor, path, 404, "NOT_FOUND"));
    }
    return world.tests(wrongs);
  }

  @TestFactory
  Stream<DynamicTest> parameters() {
    List<Wrong> wrongs = new ArrayList<>();
    for (String list :
        List.of(
            "/api/v1/members",
            "/api/v1/campaigns",
            "/api/v1/members/" + world.member + "/operations")) {
      for (String limit : List.of("0", "201", "-1", "x", "1.5", "99999999999", "%00")) {
        wrongs.add(world.get(world.owner, list + "?limit=" + limit, 400, "INVALID_PARAMETER"));
      }
      for (String cursor :
          List.of("x", "-1", "9999999999999999999", "%27%3B--", "%00", "x".repeat(2_000))) {
        wrongs.add(world.get(world.owner, list + "?cursor=" + cursor, 400, "INVALID_PARAMETER"));
      }
    }
    for (String sort : List.of("created", "name", "balance", "spent", "lastPurchase")) {
      for (String value : List.of("null", "\"a\\u0000\"", "7")) {
        boolean byTime = sort.equals("created") || sort.equals("lastPurchase");
        if (value.equals("7") && !byTime) {
          continue; // a number is a right place in these orders
        }
        wrongs.add(
            world.get(
                world.owner,
                "/api/v1/members?sort="
                    + sort
                    + "&cursor="
                    + cursor("{\"value\":" + value + ",\"id\":1}"),
                400,
                "INVALID_PARAMETER"));
      }
    }
    wrongs.add(world.get(world.owner, "/api/v1/members?sort=phone", 400, "INVALID_PARAMETER"));
    wrongs.add(
        world.get(world.owner, "/api/v1/members?q=" + "x".repeat(101), 400, "INVALID_PARAMETER"));
    wrongs.add(world.get(world.owner, "/api/v1/members?q=a%00b", 400, "INVALID_PARAMETER"));
    for (String days : List.of("0", "367", "-1", "x")) {
      wrongs.add(
          world.get(world.owner, "/api/v1/reports/summary?days=" + days, 400, "INVALID_PARAMETER"));
    }
    wrongs.add(
        world
            .get(world.owner, "/api/v1/campaigns/audience?tier=platinum", 422, "INVALID_FIELDS")
            .field("tier"));
    return world.tests(wrongs);
  }

  private static String cursor(String json) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(json.getBytes(StandardCharsets.UTF_8));
  }

  @TestFactory
  Stream<DynamicTest> methods() {
    List<Wrong> wrongs = new ArrayList<>();
    for (String path :
        List.of("/api/v1/receipts", "/api/v1/session", "/api/v1/members", "/health")) {
      for (String method : List.of("PATCH", "TRACE", "BREW")) {
        wrongs.add(
            new Wrong(
                method + " " + path,
                world.till,
                method,
                path,
                null,
                405,
                "METHOD_NOT_ALLOWED",
                ""));
      }
    }
    return world.tests(wrongs);
  }

  @TestFactory
  Stream<DynamicTest> keysAndSessions() {
    List<Wrong> wrongs = new ArrayList<>();
    String key = world.kartela.demoKey();
    for (String header :
        List.of(
            "Bearer",
            "Bearer x",
            "Basic " + key,
            "Bearer " + key + "x",
            "Bearer krt_1_1_x",
            "Bearer krt_x_y_z",
            "Bearer " + "k".repeat(5_000))) {
      wrongs.add(
          world.get(
              world.visitor.with("Authorization", header),
              "/api/v1/register",
              401,
              "REGISTER_KEY_INVALID"));
    }
    wrongs.add(world.post(world.visitor, "/api/v1/receipts", "{}", 401, "REGISTER_KEY_INVALID"));
    for (String cookie :
        List.of(
            "kartela_session=x",
            "kartela_session=1.x",
            "kartela_session=.x",
            "kartela_session=99999999999999999999.x",
            "other=1")) {
      wrongs.add(
          world.get(
              world.visitor.with("Cookie", cookie), "/api/v1/session", 401, "UNAUTHENTICATED"));
    }
    // A register's key opens no cabinet, a session no till.
    wrongs.add(world.get(world.till, "/api/v1/members", 401, "UNAUTHENTICATED"));
    wrongs.add(
        world.post(world.owner, "/api/v1/scans", "{\"text\":\"1\"}", 401, "REGISTER_KEY_INVALID"));
    String adjustments = "/api/v1/members/" + world.member + "/adjustments";
    for (Api api : List.of(world.cashier, world.marketer)) {
      wrongs.add(
          world.post(api, adjustments, "{\"amount\":100,\"reason\":\"x\"}", 403, "FORBIDDEN"));
      wrongs.add(world.post(api, "/api/v1/registers", "{}", 403, "FORBIDDEN"));
    }
    wrongs.add(world.post(world.cashier, "/api/v1/campaigns", "{}", 403, "FORBIDDEN"));
    return world.tests(wrongs);
  }

  @TestFactory
  Stream<DynamicTest> foreignPages() {
    List<Wrong> wrongs = new ArrayList<>();
    for (String origin :
        List.of("https://evil.example", "null", "http://127.0.0.1:1", "not a url")) {
      Api evil = world.owner.with("Origin", origin);
      wrongs.add(
          world.post(
              evil,
              "/api/v1/members/" + world.member + "/adjustments",
              "{\"amount\":1,\"reason\":\"x\"}",
              403,
              "CROSS_ORIGIN"));
      wrongs.add(
          world.post(
              evil, "/api/v1/campaigns", "{\"name\":\"N\",\"text\":\"T\"}", 403, "CROSS_ORIGIN"));
      wrongs.add(
          world.put(
              evil,
              "/api/v1/campaigns/" + world.campaign + "/state",
              "{\"state\":\"PAUSED\"}",
              403,
              "CROSS_ORIGIN"));
      wrongs.add(
          world.post(
              evil,
              "/api/v1/registers",
              "{\"storeId\":\"" + world.store + "\",\"name\":\"x\"}",
              403,
              "CROSS_ORIGIN"));
      wrongs.add(world.delete(evil, "/api/v1/session", 403, "CROSS_ORIGIN"));
    }
    return world.tests(wrongs);
  }

  @TestFactory
  Stream<DynamicTest> values() {
    List<Wrong> wrongs = new ArrayList<>();
    String adjustments = "/api/v1/members/" + world.member + "/adjustments";
    for (String amount :
        List.of(
            "0",
            "100000000001",
            "-100000000001",
            Long.toString(Long.MAX_VALUE),
            Long.toString(Long.MIN_VALUE),
            "1.5")) {
      wrongs.add(
          world
              .post(
                  world.owner,
                  adjustments,
                  "{\"reason\":\"x\",\"amount\":" + amount + "}",
                  422,
                  "INVALID_FIELDS")
              .field("amount"));
    }
    for (String day :
        List.of("2026-11-20", "2026-02-30", "+999999999-12-31", "9999-12-31", "tomorrow")) {
      wrongs.add(
          world
              .post(
                  world.owner,
                  adjustments,
                  "{\"reason\":\"x\",\"amount\":1,\"expiresOn\":\"" + day + "\"}",
                  422,
                  "INVALID_FIELDS")
              .field("expiresOn"));
    }
    wrongs.add(
        world
            .post(
                world.owner,
                adjustments,
                "{\"reason\":\"x\",\"amount\":-1,\"expiresOn\":\"2027-01-01\"}",
                422,
                "INVALID_FIELDS")
            .field("expiresOn"));
    wrongs.add(
        world.post(
            world.owner,
            adjustments,
            "{\"reason\":\"x\",\"amount\":-100000000}",
            422,
            "INSUFFICIENT_BONUSES"));
    wrongs.add(
        world
            .post(
                world.marketer,
                "/api/v1/campaigns",
                "{\"name\":\"N\",\"text\":\"T\",\"tier\":\"platinum\"}",
                422,
                "INVALID_FIELDS")
            .field("tier"));
    String state = "/api/v1/campaigns/" + world.campaign + "/state";
    for (String value : List.of("\"DONE\"", "\"\"", "null", "1")) {
      wrongs.add(
          world
              .put(world.marketer, state, "{\"state\":" + value + "}", 422, "INVALID_FIELDS")
              .field("state"));
    }
    wrongs.add(world.put(world.marketer, state, "{\"state\":\"PAUSED\"}", 409, "CAMPAIGN_STATE"));
    for (String phone :
        List.of("abc", "123", "+7 916 000", "+999 123 456 789", "++", "8".repeat(30))) {
      wrongs.add(
          world
              .post(
                  world.till,
                  "/api/v1/members",
                  "{\"name\":\"x\",\"consentTerms\":true,\"consentData\":true,\"phone\":\""
                      + phone
                      + "\"}",
                  422,
                  "INVALID_FIELDS")
              .field("phone"));
    }
    for (String born : List.of("1990-13-01", "2026-11-22", "1800-01-01", "+999999999-01-01")) {
      wrongs.add(
          world
              .post(
                  world.till,
                  "/api/v1/members",
                  "{\"name\":\"x\",\"consentTerms\":true,\"consentData\":true,\"phone\":\"+79163000009\",\"birthDate\":\""
                      + born
                      + "\"}",
                  422,
                  "INVALID_FIELDS")
              .field("birthDate"));
    }
    String confirm = "/api/v1/public/sign-ups/";
    for (String id : List.of("x", "1", "1-1", "-", world.signUp + "0", "0-0")) {
      wrongs.add(
          world.post(
              world.visitor,
              confirm + id + "/confirm",
              "{\"code\":\"123456\"}",
              404,
              "SIGN_UP_NOT_FOUND"));
    }
    wrongs.add(
        world
            .post(
                world.visitor,
                confirm + world.signUp + "/confirm",
                "{\"code\":\"" + "1".repeat(21) + "\"}",
                422,
                "INVALID_FIELDS")
            .field("code"));
    return world.tests(wrongs);
  }

  @Test
  void aSessionEndsAfterTwelveHours() {
    WrongRequests other = new WrongRequests();
    try (other) {
      other.owner.get("/api/v1/session").expect(200);
      for (int hour = 1; hour < 12; hour++) { // unused it would end earlier
        other.clock.plus(Duration.ofHours(1));
        other.owner.get("/api/v1/session").expect(200);
      }
      other.clock.plus(Duration.ofHours(1).minusSeconds(1));
      other.owner.get("/api/v1/session").expect(200);
      other.clock.plus(Duration.ofSeconds(1));
      other.owner.get("/api/v1/session").refused(401, "UNAUTHENTICATED");
    }
  }

  @Test
  void aRevokedKeyOpensNothing() {
    JsonNode made =
        world
            .owner
            .post("/api/v1/registers", Map.of("storeId", world.store, "name", "Lost"))
            .expect(201);
    Api lost = world.visitor.key(made.path("key").asString());
    lost.get("/api/v1/register").expect(200);
    world.owner.delete("/api/v1/registers/" + made.path("id").asString()).expect(204);
    lost.get("/api/v1/register").refused(401, "REGISTER_KEY_INVALID");
    world.settled();
  }

  @Test
  void tooManyGuessesOfAPasswordWait() {
    Map<String, String> guess =
        Map.of("email", "somebody@" + DemoShop.SLUG + ".example", "password", "guess");
    for (int i = 0; i < 10; i++) {
      world.visitor.post("/api/v1/session", guess).refused(401, "SIGN_IN_FAILED");
    }
    Answer refused = world.visitor.post("/api/v1/session", guess);
    refused.refused(429, "TOO_MANY_REQUESTS");
    assertTrue(Integer.parseInt(refused.header("Retry-After")) > 0);
  }

  @TestFactory
  Stream<DynamicTest> hardlyHttp() {
    String host = "\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n";
    return Stream.of(
            "GET /api/v1/%zz HTTP/1.1" + host,
            "GET /api/v1/public/shops/%c3%28 HTTP/1.1" + host,
            "GET api HTTP/1.1" + host,
            "NONSENSE" + host,
            "GET / HTTP/9.9" + host,
            "GET /" + "a".repeat(100_000) + " HTTP/1.1" + host,
            "POST /api/v1/scans HTTP/1.1\r\nContent-Length: -5" + host,
            "POST /api/v1/scans HTTP/1.1\r\nContent-Length: many" + host,
            "POST /api/v1/scans HTTP/1.1\r\nTransfer-Encoding: chunked" + host + "zz\r\n",
            "GET / HTTP/1.1\r\nX: " + "x".repeat(100_000) + host)
        .map(
            request ->
                DynamicTest.dynamicTest(
                    WrongRequests.shown(request),
                    () -> {
                      int status = raw(request);
                      assertTrue(
                          status == 0 || (status >= 400 && status < 500), "status " + status);
                      assertEquals(200, world.visitor.get("/health").status());
                    }));
  }

  /** The status of the answer; 0 when the server hung up without one. */
  private int raw(String request) throws IOException {
    try (Socket socket = new Socket(world.kartela.url().getHost(), world.kartela.url().getPort())) {
      socket.setSoTimeout(10_000);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      socket.getOutputStream().flush();
      String answer =
          new String(socket.getInputStream().readNBytes(12), StandardCharsets.ISO_8859_1);
      return answer.length() < 12 ? 0 : Integer.parseInt(answer.substring(9));
    } catch (java.net.SocketException e) {
      return 0; // reset: it did not want to read on
    }
  }
}
