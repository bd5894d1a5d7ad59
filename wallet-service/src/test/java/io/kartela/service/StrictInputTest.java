package io.kartela.service;

import io.kartela.service.WrongRequests.Wrong;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/** What looks like the right value and is another is refused and not guessed at. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StrictInputTest {
  private static final List<String> INVISIBLE =
      List.of("\u200b", "\u3164", "\u2800", "\u00ad", "\u2060\ufeff", " \u200b\u00a0", "\u115f");

  private final WrongRequests world = new WrongRequests();

  @AfterAll
  void close() {
    world.close();
  }

  private Wrong field(Api api, String path, String body, String field) {
    return world.post(api, path, body, 422, "INVALID_FIELDS").field(field);
  }

  @TestFactory
  Stream<DynamicTest> valuesOfAnotherKind() {
    List<Wrong> wrongs = new ArrayList<>();
    Map<String, String> lines = new LinkedHashMap<>();
    lines.put("{\"lineNo\":1,\"amount\":\"100\"}", "amount");
    lines.put("{\"lineNo\":1,\"amount\":true}", "amount");
    lines.put("{\"lineNo\":null,\"amount\":100}", "lineNo");
    lines.put("{\"lineNo\":\"1\",\"amount\":100}", "lineNo");
    lines.put("{\"lineNo\":\"\",\"amount\":100}", "lineNo");
    lines.put("{\"amount\":100,\"quantity\":1}", "quantity");
    lines.put("{\"amount\":100,\"sku\":17}", "sku");
    lines.put("{\"amount\":100,\"name\":true}", "name");
    lines.put("{\"amount\":100,\"categories\":[1]}", "categories[0]");
    lines.put("{\"amount\":100,\"categories\":[null]}", "categories");
    lines.put("{\"amount\":100,\"cost\":\"1\"}", "cost");
    lines.forEach(
        (line, field) -> {
          String body = "{\"lines\":[" + line + "]}";
          for (String path : List.of("/api/v1/quotes", "/api/v1/receipts")) {
            wrongs.add(field(world.till, path, body, "lines[0]." + field));
          }
        });
    for (String mode : List.of("2", "\"2\"", "true", "\"max\"", "\"\"")) {
      wrongs.add(
          field(
              world.till,
              "/api/v1/quotes",
              "{\"lines\":[{\"amount\":100}],\"spend\":{\"mode\":" + mode + "}}",
              "spend.mode"));
    }
    String batch = "{\"receipts\":[{\"key\":\"k\",\"paid\":\"1\",\"receipt\":{\"lines\":[]}}]}";
    wrongs.add(field(world.till, "/api/v1/receipts:batch", batch, "receipts[0].paid"));
    String member = "{\"memberId\":\"" + world.member + "\",\"amount\":";
    wrongs.add(field(world.till, "/api/v1/holds", member + "\"100\"}", "amount"));
    wrongs.add(field(world.till, "/api/v1/holds", member + "100,\"seconds\":\"60\"}", "seconds"));
    String person = "{\"phone\":%s,\"name\":\"Anna\",\"consentData\":true,\"consentTerms\":%s}";
    wrongs.add(
        field(
            world.till,
            "/api/v1/members",
            person.formatted("\"+79163000077\"", "\"true\""),
            "consentTerms"));
    wrongs.add(
        field(
            world.till,
            "/api/v1/members",
            person.formatted("\"+79163000077\"", "1"),
            "consentTerms"));
    wrongs.add(
        field(world.till, "/api/v1/members", person.formatted("79163000077", "true"), "phone"));
    wrongs.add(
        field(
            world.owner,
            "/api/v1/members/" + world.member + "/adjustments",
            "{\"amount\":\"100\",\"reason\":\"r\"}",
            "amount"));
    wrongs.add(
        world
            .put(
                world.owner,
                "/api/v1/till-settings",
                "{\"offlineDays\":\"5\"}",
                422,
                "INVALID_FIELDS")
            .field("offlineDays"));
    wrongs.add(
        world
            .put(
                world.owner,
                "/api/v1/till-settings",
                "{\"cashierRequired\":\"true\"}",
                422,
                "INVALID_FIELDS")
            .field("cashierRequired"));
    wrongs.add(
        field(
            world.owner,
            "/api/v1/nfc-keys",
            "{\"name\":\"Key\",\"passTypeIdentifiers\":[null]}",
            "passTypeIdentifiers[0]"));
    wrongs.add(
        field(
            world.marketer,
            "/api/v1/card-batches",
            "{\"name\":\"B\",\"cards\":[null]}",
            "cards[0]"));
    return world.tests(wrongs);
  }

  @TestFactory
  Stream<DynamicTest> anotherCharset() {
    String body = "{\"lines\":[{\"amount\":100}]}";
    List<Wrong> wrongs = new ArrayList<>();
    for (String charset : List.of("utf-16", "UTF-32LE", "windows-1251", "\"utf-16\"")) {
      Api api = world.till.with("Content-Type", "application/json; charset=" + charset);
      wrongs.add(world.post(api, "/api/v1/quotes", body, 415, "UNSUPPORTED_MEDIA_TYPE"));
    }
    for (String charset : List.of("UTF-16", "UTF-16LE", "UTF-16BE", "UTF-32")) {
      Wrong wide = world.post(world.till, "/api/v1/quotes", body, 400, "MALFORMED_JSON");
      wrongs.add(
          new Wrong(
              charset,
              wide.api(),
              "POST",
              wide.path(),
              body.getBytes(Charset.forName(charset)),
              400,
              "MALFORMED_JSON",
              ""));
    }
    return world.tests(wrongs);
  }

  @Test
  void theRightCharsetMayBeSaid() {
    byte[] body =
        "{\"lines\":[{\"amount\":100,\"name\":\"Чай\"}]}".getBytes(StandardCharsets.UTF_8);
    for (String charset : List.of("utf-8", "UTF-8", "\"utf-8\"", "utf8")) {
      world
          .till
          .with("Content-Type", "application/json; charset=" + charset)
          .send("POST", "/api/v1/quotes", body)
          .expect(200);
    }
    world.settled();
  }

  @TestFactory
  Stream<DynamicTest> namesThatNobodySees() {
    List<Wrong> wrongs = new ArrayList<>();
    Api operator = world.kartela.operator();
    for (String name : INVISIBLE) {
      String named = "\"name\":\"" + name + "\"";
      String store = "{\"storeId\":\"" + world.store + "\"," + named;
      wrongs.add(
          field(
              world.till,
              "/api/v1/members",
              "{\"phone\":\"+79163000078\",\"consentTerms\":true,\"consentData\":true,"
                  + named
                  + "}",
              "name"));
      wrongs.add(
          field(
              world.visitor,
              "/api/v1/public/shops/zerno/sign-ups",
              "{\"phone\":\"+79163000078\",\"consentTerms\":true,\"consentData\":true,"
                  + named
                  + "}",
              "name"));
      wrongs.add(field(world.owner, "/api/v1/registers", store + "}", "name"));
      wrongs.add(field(world.owner, "/api/v1/cashiers", store + ",\"pin\":\"4821\"}", "name"));
      wrongs.add(
          field(
              world.owner, "/api/v1/stores", "{" + named + ",\"zone\":\"Europe/Moscow\"}", "name"));
      wrongs.add(
          field(
              world.owner,
              "/api/v1/staff",
              "{" + named + ",\"email\":\"unseen@zerno.example\",\"role\":\"CASHIER\"}",
              "name"));
      wrongs.add(
          field(world.marketer, "/api/v1/campaigns", "{" + named + ",\"text\":\"T\"}", "name"));
      wrongs.add(
          field(
              world.marketer,
              "/api/v1/segments",
              "{" + named + ",\"condition\":{\"type\":\"birthday\"}}",
              "name"));
      wrongs.add(
          world
              .put(
                  world.marketer,
                  "/api/v1/goods",
                  "{\"items\":[{\"code\":\"C\"," + named + ",\"categories\":[\"a\"]}]}",
                  422,
                  "INVALID_FIELDS")
              .field("items[0].name"));
      wrongs.add(
          world
              .put(
                  world.owner,
                  "/api/v1/shop",
                  "{\"name\":{\"ru\":\"" + name + "\"},\"zone\":\"Europe/Moscow\"}",
                  422,
                  "INVALID_FIELDS")
              .field("name.ru"));
      wrongs.add(
          field(
              operator,
              "/api/v1/operator/merchants",
              "{\"slug\":\"unseen\","
                  + named
                  + ",\"zone\":\"Asia/Omsk\",\"owner\":{\"email\":\"boss@unseen.example\",\"name\":\"Boss\"}}",
              "name"));
      wrongs.add(
          field(
              operator,
              "/api/v1/operator/merchants",
              "{\"slug\":\"unseen\",\"name\":\"Shop\",\"zone\":\"Asia/Omsk\",\"owner\":{\"email\":\"boss@unseen.example\","
                  + named
                  + "}}",
              "owner.name"));
    }
    return world.tests(wrongs);
  }
}
