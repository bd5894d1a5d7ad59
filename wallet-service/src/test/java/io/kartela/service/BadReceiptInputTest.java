package io.kartela.service;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.kartela.service.WrongRequests.Wrong;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/** Receipts, quotes, returns and holds with values at and beyond their limits. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadReceiptInputTest {
  private static final String MAX = Long.toString(Long.MAX_VALUE);
  private static final String MIN = Long.toString(Long.MIN_VALUE);

  private final WrongRequests world = new WrongRequests();
  private final String returns = "/api/v1/receipts/" + world.receipt + "/returns";

  @AfterAll
  void close() {
    world.close();
  }

  private static String line(String fields) {
    return "{\"lines\":[{\"lineNo\":1,\"amount\":100" + fields + "}]}";
  }

  private static String receipt(String fields) {
    return "{\"lines\":[{\"lineNo\":1,\"amount\":10000}]" + fields + "}";
  }

  private String members(String fields) {
    return receipt(",\"memberId\":\"" + world.member + "\"" + fields);
  }

  private static String lines(int count) {
    return IntStream.rangeClosed(1, count)
        .mapToObj(i -> "{\"lineNo\":" + i + ",\"amount\":100}")
        .collect(Collectors.joining(",", "{\"lines\":[", "]}"));
  }

  /** Refused alike as a quote and as a receipt. */
  private void add(List<Wrong> to, String body, int status, String code, String field) {
    for (String path : List.of("/api/v1/quotes", "/api/v1/receipts")) {
      to.add(world.post(world.till, path, body, status, code).field(field));
    }
  }

  @TestFactory
  Stream<DynamicTest> amountsAndQuantities() {
    List<Wrong> wrongs = new ArrayList<>();
    Map<String, String> refused = new LinkedHashMap<>();
    refused.put("{\"lines\":[{\"lineNo\":1,\"amount\":-1}]}", "a negative amount");
    refused.put("{\"lines\":[{\"lineNo\":1,\"amount\":" + MAX + "}]}", "the largest long");
    refused.put("{\"lines\":[{\"lineNo\":1,\"amount\":" + MIN + "}]}", "the smallest long");
    refused.put(
        "{\"lines\":[{\"lineNo\":1,\"amount\":999999999999},{\"lineNo\":2,\"amount\":999999999999}]}",
        "a sum beyond 10 billion");
    refused.put(
        "{\"lines\":[{\"lineNo\":1,\"amount\":" + MAX + "},{\"lineNo\":2,\"amount\":" + MAX + "}]}",
        "a sum beyond long");
    refused.put(line(",\"cost\":-1"), "a negative cost");
    refused.put(line(",\"cost\":" + MAX), "the largest cost");
    refused.put(line(",\"quantity\":\"999999999999.999\""), "a trillion pieces");
    refused.put(
        "{\"lines\":[{\"lineNo\":1,\"amount\":1},{\"lineNo\":1,\"amount\":1}]}",
        "one number twice");
    refused.keySet().forEach(body -> add(wrongs, body, 422, "RECEIPT_REFUSED", ""));
    for (String amount : List.of("9223372036854775808", "1.5", "1e400", "\"x\"", "true", "[]")) {
      String body = "{\"lines\":[{\"lineNo\":1,\"amount\":" + amount + "}]}";
      add(wrongs, body, 422, "INVALID_FIELDS", "lines[0].amount");
    }
    add(wrongs, "{\"lines\":[{\"lineNo\":1}]}", 422, "INVALID_FIELDS", "lines[0].amount");
    add(
        wrongs,
        "{\"lines\":[{\"lineNo\":1,\"amount\":null}]}",
        422,
        "INVALID_FIELDS",
        "lines[0].amount");
    for (String quantity :
        List.of(
            "0",
            "-1",
            "0.0001",
            "1.2345",
            "abc",
            "1e3",
            "",
            " ",
            "1.",
            ".5",
            "0x10",
            "1000000000000",
            "١")) {
      add(
          wrongs,
          line(",\"quantity\":\"" + quantity + "\""),
          422,
          "INVALID_FIELDS",
          "lines[0].quantity");
    }
    return world.tests(wrongs);
  }

  @TestFactory
  Stream<DynamicTest> lines() {
    List<Wrong> wrongs = new ArrayList<>();
    for (String number : List.of("0", "-1", "100001", "2147483648", "1.5")) {
      String body = "{\"lines\":[{\"amount\":1,\"lineNo\":" + number + "}]}";
      add(wrongs, body, 422, "INVALID_FIELDS", "lines[0].lineNo");
    }
    add(wrongs, "{\"lines\":[]}", 422, "INVALID_FIELDS", "lines");
    add(wrongs, "{\"lines\":[null]}", 422, "INVALID_FIELDS", "lines[0]");
    add(wrongs, lines(5_001), 422, "INVALID_FIELDS", "lines");
    add(
        wrongs,
        line(",\"sku\":\"" + "s".repeat(101) + "\""),
        422,
        "INVALID_FIELDS",
        "lines[0].sku");
    add(wrongs, line(",\"sku\":\"a\\u0000\""), 422, "INVALID_FIELDS", "lines[0].sku");
    add(
        wrongs,
        line(",\"name\":\"" + "n".repeat(301) + "\""),
        422,
        "INVALID_FIELDS",
        "lines[0].name");
    for (String list : List.of("categories", "flags")) {
      String many =
          IntStream.range(0, 21).mapToObj(i -> "\"c" + i + "\"").collect(Collectors.joining(","));
      add(
          wrongs,
          line(",\"" + list + "\":[" + many + "]"),
          422,
          "INVALID_FIELDS",
          "lines[0]." + list);
      for (String bad : List.of("null", "\"\"", "\"a\\u0007\"", "\"" + "x".repeat(101) + "\"")) {
        add(
            wrongs,
            line(",\"" + list + "\":[" + bad + "]"),
            422,
            "INVALID_FIELDS",
            "lines[0]." + list);
      }
    }
    return world.tests(wrongs);
  }

  @TestFactory
  Stream<DynamicTest> timesMembersAndSpending() {
    List<Wrong> wrongs = new ArrayList<>();
    for (String at :
        List.of("yesterday", "2026-11-21", "2026-02-30T00:00:00Z", "25:00", "9999999999999")) {
      add(wrongs, receipt(",\"at\":\"" + at + "\""), 422, "INVALID_FIELDS", "at");
    }
    for (String at :
        List.of(
            "2026-11-21T10:00:00Z",
            "2027-01-01T00:00:00Z",
            "+999999999-12-31T23:59:59Z",
            "1999-12-31T23:59:59Z",
            "-4000-01-01T00:00:00Z")) {
      add(wrongs, receipt(",\"at\":\"" + at + "\""), 422, "INVALID_FIELDS", "at");
    }
    for (String id :
        List.of(
            "", "abc", "-1", "0", "1.0", "9999999999999999999", "999999999999", "1;DROP TABLE")) {
      add(wrongs, receipt(",\"memberId\":\"" + id + "\""), 404, "MEMBER_NOT_FOUND", "");
    }
    for (String hold :
        List.of("", "x", "1", "-", "1-2-3", world.member + "-999", "1-1", world.member + "-x")) {
      String spend = ",\"spend\":{\"mode\":\"AMOUNT\",\"amount\":100}";
      wrongs.add(
          world.post(
              world.till,
              "/api/v1/receipts",
              members(",\"holdId\":\"" + hold + "\"" + spend),
              404,
              "HOLD_NOT_FOUND"));
    }
    add(wrongs, members(",\"spend\":{\"mode\":\"ALL\"}"), 422, "INVALID_FIELDS", "spend.mode");
    add(wrongs, members(",\"spend\":{\"amount\":100}"), 422, "INVALID_FIELDS", "spend.mode");
    add(wrongs, members(",\"spend\":{}"), 422, "INVALID_FIELDS", "spend.mode");
    for (String amount : List.of("", ",\"amount\":-1", ",\"amount\":null", ",\"amount\":" + MIN)) {
      add(
          wrongs,
          members(",\"spend\":{\"mode\":\"AMOUNT\"" + amount + "}"),
          422,
          "INVALID_FIELDS",
          "spend.amount");
    }
    // A quote cuts what is too much, a receipt refuses it.
    for (String amount : List.of("10001", "1000000", MAX)) {
      wrongs.add(
          world.post(
              world.till,
              "/api/v1/receipts",
              members(",\"spend\":{\"mode\":\"AMOUNT\",\"amount\":" + amount + "}"),
              422,
              "SPEND_TOO_MUCH"));
    }
    wrongs.add(
        world.post(
            world.till,
            "/api/v1/receipts",
            receipt(",\"spend\":{\"mode\":\"AMOUNT\",\"amount\":100}"),
            422,
            "SPEND_TOO_MUCH"));
    return world.tests(wrongs);
  }

  @TestFactory
  Stream<DynamicTest> returnsAndHolds() {
    List<Wrong> wrongs = new ArrayList<>();
    for (String lines :
        List.of(
            "{\"lineNo\":2}",
            "{\"lineNo\":-1}",
            "{\"lineNo\":1,\"quantity\":\"2.001\"}",
            "{\"lineNo\":1,\"quantity\":\"999999999999\"}")) {
      wrongs.add(
          world.post(world.till, returns, "{\"lines\":[" + lines + "]}", 422, "RETURN_REFUSED"));
    }
    for (String lines :
        List.of(
            "{}",
            "null",
            "{\"lineNo\":null}",
            "{\"lineNo\":1,\"quantity\":\"0\"}",
            "{\"lineNo\":1,\"quantity\":\"-1\"}",
            "{\"lineNo\":1},{\"lineNo\":1}",
            "{\"lineNo\":1,\"quantity\":\"x\"}",
            "{\"lineNo\":9999999999}")) {
      wrongs.add(
          world.post(world.till, returns, "{\"lines\":[" + lines + "]}", 422, "INVALID_FIELDS"));
    }
    wrongs.add(
        world.post(
            world.till,
            returns,
            lines(5_001).replace(",\"amount\":100", ""),
            422,
            "INVALID_FIELDS"));
    wrongs.add(
        world.post(
            world.till, returns, "{\"at\":\"2026-11-21T08:59:59Z\"}", 422, "RETURN_REFUSED"));
    for (String id : List.of("0", "-1", "x", "999999999999", "9999999999999999999")) {
      wrongs.add(
          world.post(
              world.till, "/api/v1/receipts/" + id + "/returns", "{}", 404, "RECEIPT_NOT_FOUND"));
    }
    String member = "{\"memberId\":\"" + world.member + "\",\"amount\":";
    for (String amount : List.of("0", "-1", MIN)) {
      wrongs.add(
          world
              .post(world.till, "/api/v1/holds", member + amount + "}", 422, "INVALID_FIELDS")
              .field("amount"));
    }
    for (String amount : List.of("100000001", MAX)) {
      wrongs.add(
          world.post(
              world.till, "/api/v1/holds", member + amount + "}", 422, "INSUFFICIENT_BONUSES"));
    }
    for (String seconds : List.of("0", "-1", "86401", "2147483648", "1.5", "\"x\"")) {
      wrongs.add(
          world
              .post(
                  world.till,
                  "/api/v1/holds",
                  member + "1,\"seconds\":" + seconds + "}",
                  422,
                  "INVALID_FIELDS")
              .field("seconds"));
    }
    for (String hold : List.of("x", "1-1", world.member + "-1", "-", "1-99999999999999999999")) {
      wrongs.add(world.delete(world.till, "/api/v1/holds/" + hold, 404, "HOLD_NOT_FOUND"));
    }
    return world.tests(wrongs);
  }

  @TestFactory
  Stream<DynamicTest> returnsInTheFuture() {
    return world.tests(
        Stream.of(
                "2026-11-21T10:00:00Z",
                "2026-11-22T00:00:00Z",
                "2099-01-01T00:00:00Z",
                "+999999999-12-31T23:59:59Z")
            .map(at -> "{\"at\":\"" + at + "\"}")
            .map(b -> world.post(world.till, returns, b, 422, "INVALID_FIELDS").field("at"))
            .toList());
  }

  @TestFactory
  Stream<DynamicTest> unknownLocales() {
    List<Wrong> wrongs = new ArrayList<>();
    for (String locale : List.of("de", "", "RU", "x")) {
      add(wrongs, receipt(",\"locale\":\"" + locale + "\""), 422, "INVALID_FIELDS", "locale");
    }
    return world.tests(wrongs);
  }

  @Test
  void aQuoteKnowsItsHold() {
    JsonNode hold =
        world
            .till
            .post("/api/v1/holds", Map.of("memberId", world.member, "amount", 10_000))
            .expect(201);
    String spend = ",\"spend\":{\"mode\":\"AMOUNT\",\"amount\":1000}";
    String with = ",\"holdId\":\"" + hold.path("id").asString() + "\"" + spend;
    JsonNode quote = world.till.postText("/api/v1/quotes", members(with)).expect(200);
    assertEquals(1_000, Answer.amount(quote, "spent"));
    world
        .till
        .postText("/api/v1/quotes", members(",\"holdId\":\"1-1\""))
        .refused(404, "HOLD_NOT_FOUND");
    world.till.delete("/api/v1/holds/" + hold.path("id").asString()).expect(204);
    world.settled();
  }

  @TestFactory
  Stream<DynamicTest> idempotencyKeys() {
    List<Wrong> wrongs = new ArrayList<>();
    Map<String, String> writes =
        Map.of(
            "/api/v1/receipts",
            receipt(""),
            returns,
            "{}",
            "/api/v1/holds",
            "{\"memberId\":\"" + world.member + "\",\"amount\":1}");
    writes.forEach(
        (path, body) -> {
          for (String key : List.of("", "   ", "k".repeat(101), "two words", "tab\tkey")) {
            wrongs.add(
                world.post(world.till.once(key), path, body, 400, "IDEMPOTENCY_KEY_REQUIRED"));
          }
        });
    return world.tests(wrongs);
  }

  @Test
  void fiveThousandLinesAreARight() {
    JsonNode quote = world.till.postText("/api/v1/quotes", lines(5_000)).expect(200);
    assertEquals(500_000, Answer.amount(quote, "gross"));
    JsonNode receipt = world.till.postText("/api/v1/receipts", lines(5_000)).expect(201);
    assertEquals(5_000, receipt.path("lines").size());
    JsonNode back =
        world
            .till
            .post("/api/v1/receipts/" + receipt.path("id").asString() + "/returns", Map.of())
            .expect(201);
    assertEquals(500_000, Answer.amount(back, "money"));
    world.settled();
  }

  @Test
  void theSameKeyBooksOnceAndRefusesAnotherBody() {
    Api once = world.till.once("the-same-key");
    String first = once.postText("/api/v1/receipts", members("")).expectStatus(201).text();
    Map<String, Long> after = world.settled();
    world.clock.plus(Duration.ofMinutes(1));
    assertEquals(first, once.postText("/api/v1/receipts", members("")).expectStatus(201).text());
    once.postText("/api/v1/receipts", members(",\"number\":\"2\""))
        .refused(409, "IDEMPOTENCY_KEY_REUSED");
    assertEquals(after, world.settled());
    // Another register's key is another key.
    world
        .kartela
        .secondRegister()
        .once("the-same-key")
        .postText("/api/v1/receipts", members(""))
        .expect(201);
    world.settled();
  }
}
