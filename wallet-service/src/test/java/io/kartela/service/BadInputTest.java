package io.kartela.service;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.kartela.service.WrongRequests.Wrong;
import io.kartela.service.demo.DemoShop;
import io.kartela.service.platform.http.Http;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The same abuse for every write that takes a body: no JSON, other JSON, too much of it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadInputTest {
  private final WrongRequests world = new WrongRequests();
  private final List<Write> writes = writes();

  /**
   * A write and a body that it accepts.
   *
   * @param required fields without which it must be refused
   * @param maxBody what it reads at most
   */
  private record Write(
      Api api,
      String method,
      String path,
      int success,
      String body,
      List<String> required,
      int maxBody) {

    JsonNode json() {
      return Http.JSON.readTree(body);
    }
  }

  @AfterAll
  void close() {
    world.close();
  }

  /** Somebody to hand bonuses to. */
  private String other() {
    String id =
        world
            .till
            .post(
                "/api/v1/members",
                Map.of(
                    "phone",
                    "+79163000008",
                    "name",
                    "Boris",
                    "consentTerms",
                    true,
                    "consentData",
                    true,
                    "consentMessages",
                    false))
            .expect(201)
            .path("memberId")
            .asString();
    world.settled();
    return id;
  }

  private List<Write> writes() {
    String other = other();
    String member = "\"memberId\":\"" + world.member + "\"";
    String receipt =
        "{"
            + member
            + ",\"number\":\"1\",\"at\":\"2026-11-21T09:00:00Z\",\"lines\":[{\"lineNo\":1,\"sku\":\"A\",\"name\":\"B\","
            + "\"categories\":[\"c\"],\"quantity\":\"1\",\"amount\":5000,\"cost\":100,\"flags\":[\"f\"]}],"
            + "\"spend\":{\"mode\":\"AMOUNT\",\"amount\":100},\"locale\":\"ru\"}";
    String person =
        "{\"phone\":\"+79163000009\",\"name\":\"Vera\",\"birthDate\":\"1990-12-30\",\"locale\":\"ru\","
            + "\"consentTerms\":true,\"consentData\":true,\"consentMessages\":true}";
    List<String> personal = List.of("phone", "name", "consentTerms", "consentData");
    int small = Http.SMALL_BODY;
    int large = Http.LARGE_BODY;
    return List.of(
        new Write(world.till, "POST", "/api/v1/quotes", 200, receipt, List.of("lines"), large),
        new Write(world.till, "POST", "/api/v1/receipts", 201, receipt, List.of("lines"), large),
        new Write(
            world.till,
            "POST",
            "/api/v1/receipts/" + world.receipt + "/returns",
            201,
            "{\"lines\":[{\"lineNo\":1,\"quantity\":\"1\"}],\"number\":\"2\",\"at\":\"2026-11-21T09:00:00Z\"}",
            List.of(),
            large),
        new Write(
            world.till,
            "POST",
            "/api/v1/holds",
            201,
            "{" + member + ",\"amount\":100,\"seconds\":60}",
            List.of("memberId", "amount"),
            small),
        new Write(
            world.till,
            "POST",
            "/api/v1/scans",
            200,
            "{\"text\":\"+79163000001\",\"symbology\":\"QR\",\"source\":\"CAMERA\"}",
            List.of("text"),
            small),
        new Write(world.till, "POST", "/api/v1/members", 201, person, personal, small),
        new Write(
            world.visitor,
            "POST",
            "/api/v1/public/shops/" + DemoShop.SLUG + "/sign-ups",
            202,
            person,
            personal,
            small),
        new Write(
            world.visitor,
            "POST",
            "/api/v1/session",
            200,
            "{\"email\":\"%s\",\"password\":\"%s\"}"
                .formatted(DemoShop.CASHIER, world.kartela.demoPassword()),
            List.of("email", "password"),
            small),
        new Write(
            world.owner,
            "POST",
            "/api/v1/members/" + world.member + "/adjustments",
            201,
            "{\"amount\":500,\"reason\":\"gift\",\"expiresOn\":\"2027-01-01\"}",
            List.of("amount", "reason"),
            small),
        new Write(
            world.owner,
            "POST",
            "/api/v1/members/" + world.member + "/transfers",
            201,
            "{\"toMemberId\":\"" + other + "\",\"amount\":500,\"reason\":\"gift\"}",
            List.of("toMemberId", "amount", "reason"),
            small),
        new Write(
            world.owner,
            "POST",
            "/api/v1/identities/check",
            200,
            "{\"kind\":\"NFC_KEY\",\"name\":\"Readers\",\"generate\":true}",
            List.of("kind"),
            large),
        new Write(
            world.marketer,
            "POST",
            "/api/v1/campaigns",
            201,
            "{\"name\":\"N\",\"text\":\"T\",\"tier\":\"gold\"}",
            List.of("name", "text"),
            small),
        new Write(
            world.owner,
            "POST",
            "/api/v1/registers",
            201,
            "{\"storeId\":\"" + world.store + "\",\"name\":\"Till\"}",
            List.of("name", "storeId"),
            small),
        new Write(
            world.till,
            "POST",
            "/api/v1/receipts:batch",
            200,
            "{\"sentAt\":\"2026-11-21T09:00:00Z\",\"receipts\":[{\"key\":\"k\",\"receipt\":"
                + receipt
                + "}]}",
            List.of("receipts"),
            large),
        new Write(
            world.owner,
            "POST",
            "/api/v1/cashiers",
            201,
            "{\"storeId\":\"" + world.store + "\",\"name\":\"Anna\",\"pin\":\"4821\"}",
            List.of("storeId", "name", "pin"),
            small),
        new Write(
            world.owner,
            "PUT",
            "/api/v1/till-settings",
            200,
            "{\"scansPerCardHour\":100}",
            List.of(),
            small),
        new Write(
            world.owner,
            "POST",
            "/api/v1/nfc-keys",
            201,
            "{\"name\":\"Key\",\"passTypeIdentifiers\":[\"pass.a\"]}",
            List.of("name"),
            small),
        new Write(
            world.owner,
            "POST",
            "/api/v1/nfc-keys/trials",
            200,
            "{\"cryptogram\":\"00ff\",\"passTypeIdentifier\":\"pass.a\"}",
            List.of("cryptogram"),
            small),
        new Write(
            world.marketer,
            "POST",
            "/api/v1/card-batches",
            201,
            "{\"name\":\"B\",\"cards\":[{\"number\":\"BAD-1\",\"uid\":\"01020304\"}]}",
            List.of("name", "cards"),
            large),
        new Write(
            world.cashier,
            "POST",
            "/api/v1/members/" + world.member + "/cards",
            201,
            "{\"number\":\"BAD-2\",\"uid\":\"01020305\"}",
            List.of(),
            small));
  }

  private Wrong wrong(Write write, String what, byte[] body, int status, String code) {
    return new Wrong(
        what + ": " + write.method + " " + write.path,
        write.api,
        write.method,
        write.path,
        body,
        status,
        code,
        "");
  }

  private Wrong wrong(Write write, String what, String body, int status, String code) {
    return wrong(write, what, body.getBytes(StandardCharsets.UTF_8), status, code);
  }

  /** So the refusals are of the mutations and not of the bodies. */
  @Test
  void everyBodyIsAcceptedAsItStands() {
    for (Write write : writes) {
      Answer answer =
          write.api.send(write.method, write.path, write.body.getBytes(StandardCharsets.UTF_8));
      assertEquals(write.success, answer.status(), () -> write.path + " " + answer.text());
    }
    world.settled();
  }

  @TestFactory
  Stream<DynamicTest> noJson() {
    List<Wrong> wrongs = new ArrayList<>();
    for (Write write : writes) {
      Map<String, String> bodies =
          Map.of(
              "half",
              write.body.substring(0, write.body.length() / 2),
              "words",
              "give me bonuses",
              "form",
              "amount=1&reason=x",
              "two values",
              write.body + write.body,
              "list",
              "[" + write.body + "]",
              "text",
              "\"text\"",
              "null",
              "null",
              "bare number",
              "1e999999999",
              "NUL",
              write.body + "\u0000",
              "nested",
              "{\"lines\":" + "[".repeat(20_000) + "]".repeat(20_000) + "}");
      bodies.forEach(
          (what, body) -> {
            // Where lines are expected, the second bracket is a wrong line already.
            boolean lines =
                what.equals("nested")
                    && write.body.contains("\"lines\"")
                    && !write.path.endsWith(":batch");
            wrongs.add(
                lines
                    ? wrong(write, what, body, 422, "INVALID_FIELDS").field("lines[0]")
                    : wrong(write, what, body, 400, "MALFORMED_JSON"));
          });
      wrongs.add(
          wrong(
              write,
              "no UTF-8",
              new byte[] {'{', '"', (byte) 0xc3, '"', '}'},
              400,
              "MALFORMED_JSON"));
      if (!write.path.endsWith("/returns")) {
        wrongs.add(wrong(write, "empty", "", 400, "MALFORMED_JSON"));
      }
    }
    return world.tests(wrongs);
  }

  @TestFactory
  Stream<DynamicTest> tooLarge() {
    List<Wrong> wrongs = new ArrayList<>();
    for (Write write : writes) {
      byte[] body = new byte[write.maxBody + 100];
      java.util.Arrays.fill(body, (byte) ' ');
      byte[] json = write.body.getBytes(StandardCharsets.UTF_8);
      System.arraycopy(json, 0, body, 0, json.length);
      wrongs.add(wrong(write, "padded", body, 413, "BODY_TOO_LARGE"));
      // Far larger: the sender is answered and not cut off in the middle of sending.
      byte[] huge = java.util.Arrays.copyOf(body, 12 * 1024 * 1024);
      java.util.Arrays.fill(huge, body.length, huge.length, (byte) ' ');
      wrongs.add(wrong(write, "huge", huge, 413, "BODY_TOO_LARGE"));
    }
    return world.tests(wrongs);
  }

  @TestFactory
  Stream<DynamicTest> unknownFields() {
    List<Wrong> wrongs = new ArrayList<>();
    for (Write write : writes) {
      ObjectNode more = (ObjectNode) write.json();
      more.put("bonusses", 1);
      wrongs.add(
          wrong(write, "unknown field", more.toString(), 422, "INVALID_FIELDS").field("bonusses"));
    }
    return world.tests(wrongs);
  }

  @TestFactory
  Stream<DynamicTest> missingFields() {
    List<Wrong> wrongs = new ArrayList<>();
    for (Write write : writes) {
      for (String field : write.required) {
        boolean store = field.equals("storeId");
        boolean member = field.equals("memberId");
        String code = store ? "STORE_NOT_FOUND" : member ? "MEMBER_NOT_FOUND" : "INVALID_FIELDS";
        int status = store || member ? 404 : 422;
        ObjectNode without = (ObjectNode) write.json();
        without.remove(field);
        wrongs.add(wrong(write, "no " + field, without.toString(), status, code));
        without.putNull(field);
        wrongs.add(wrong(write, "null " + field, without.toString(), status, code));
      }
    }
    return world.tests(wrongs);
  }

  @TestFactory
  Stream<DynamicTest> wrongTypes() {
    List<Wrong> wrongs = new ArrayList<>();
    for (Write write : writes) {
      for (Map.Entry<String, JsonNode> field : write.json().properties()) {
        for (String value : List.of("{}", "[{}]", "{\"a\":[1]}")) {
          if (field.getValue().isObject() && value.equals("{}")) {
            continue;
          }
          ObjectNode other = (ObjectNode) write.json();
          other.set(field.getKey(), Http.JSON.readTree(value));
          wrongs.add(
              wrong(
                  write, field.getKey() + " = " + value, other.toString(), 422, "INVALID_FIELDS"));
        }
      }
    }
    return world.tests(wrongs);
  }

  @TestFactory
  Stream<DynamicTest> badTexts() {
    List<Wrong> wrongs = new ArrayList<>();
    for (Write write : writes) {
      for (Map.Entry<String, JsonNode> field : write.json().properties()) {
        // Of a password nothing is refused but its length; a receipt's locale is only a preference.
        boolean free = field.getKey().equals("password");
        boolean preference = field.getKey().equals("locale") && write.body.contains("\"lines\"");
        if (!field.getValue().isString() || free || preference) {
          continue;
        }
        Map<String, String> texts =
            Map.of(
                "NUL", "a\u0000b",
                "escape", "a\u001b[2Jb",
                "half a character", "a\ud800b",
                "too long", "x".repeat(5_000));
        texts.forEach(
            (what, text) -> {
              ObjectNode other = (ObjectNode) write.json();
              other.put(field.getKey(), text);
              String json = other.toString().replace("\ud800", "\\ud800");
              // A reader may well give control characters; they are just no card.
              boolean reading = write.path.endsWith("/scans") && field.getKey().equals("text");
              String code =
                  reading && !what.equals("too long") ? "CODE_UNREADABLE" : code(field.getKey());
              wrongs.add(
                  wrong(
                      write, what + " in " + field.getKey(), json, expected(field.getKey()), code));
            });
      }
    }
    return world.tests(wrongs);
  }

  /** Identifiers that cannot be ours are simply not found. */
  private static int expected(String field) {
    return field.endsWith("Id") ? 404 : 422;
  }

  private static String code(String field) {
    return switch (field) {
      case "memberId", "toMemberId" -> "MEMBER_NOT_FOUND";
      case "storeId" -> "STORE_NOT_FOUND";
      default -> "INVALID_FIELDS";
    };
  }
}
