package io.kartela.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kartela.service.platform.http.Http;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;

/** Every vector of nfc-vectors.json, good and bad, through the running service. */
class NfcVectorsOverHttpTest extends WithShops {
  private final JsonNode vectors = vectors();
  private final TestShop shop = maker.open("vectors", "");
  private final Api till = shop.register();
  private final Api owner = shop.owner();
  private final String member = shop.member();

  NfcVectorsOverHttpTest() {
    Map<String, List<String>> keys = new LinkedHashMap<>();
    for (JsonNode vector : vectors.at("/apple_vas/self_made")) {
      // Of the key of "another pass type" only that other type would do.
      keys.computeIfAbsent(vector.path("private_key_pkcs8_pem").asString(), k -> new ArrayList<>())
          .add(vector.path("private_key_sec1_pem").asString());
    }
    int i = 0;
    for (Map.Entry<String, List<String>> key : keys.entrySet()) {
      String pem = i++ % 2 == 0 ? key.getKey() : key.getValue().getFirst();
      owner
          .post(
              "/api/v1/nfc-keys",
              Map.of(
                  "name",
                  "Key " + i,
                  "privateKeyPem",
                  pem,
                  "passTypeIdentifiers",
                  List.of("pass.example.other.demo", "pass.example.loyalty.demo")))
          .expect(201);
    }
    assertTrue(i > 2, "several keys at once");
    for (JsonNode vector : vectors.at("/apple_vas/self_made")) {
      String message = vector.path("message_utf8").asString("");
      if (!message.isEmpty()) {
        owner.post("/api/v1/members/" + member + "/cards", Map.of("number", message)).expect(201);
      }
    }
  }

  private static JsonNode vectors() {
    try (InputStream in =
        Objects.requireNonNull(
            NfcVectorsOverHttpTest.class.getResourceAsStream("/nfc-vectors.json"))) {
      return Http.JSON.readTree(in.readAllBytes());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private Answer scan(String text) {
    return till.post("/api/v1/scans", Map.of("text", text, "source", "NFC"));
  }

  @TestFactory
  List<DynamicTest> appleVas() {
    List<DynamicTest> tests = new ArrayList<>();
    for (JsonNode v : vectors.at("/apple_vas/self_made")) {
      tests.add(DynamicTest.dynamicTest(v.path("name").asString(), () -> apple(v)));
    }
    assertEquals(20, tests.size());
    return tests;
  }

  private void apple(JsonNode v) {
    String hex = v.path("cryptogram_hex").asString();
    String passType = v.path("pass_type_identifier").asString();
    Answer tried =
        owner()
            .post(
                "/api/v1/nfc-keys/trials",
                Map.of("cryptogram", hex, "passTypeIdentifier", passType));
    JsonNode trial = tried.expect(200);
    if (!v.path("expect").asString().equals("ok")) {
      assertEquals(false, trial.path("ok").asBoolean(), tried::text);
      String code =
          switch (v.path("expect").asString()) {
            case "auth_fail" -> "NFC_NOT_GENUINE";
            case "unknown_key" -> "NFC_KEY_UNKNOWN";
            case "bad_point", "too_short" -> "NFC_UNREADABLE";
            default -> throw new AssertionError(v.path("expect"));
          };
      if (!passType.equals("pass.example.other.demo")) {
        scan(hex).refused(422, code);
      }
      scan("{\"passTypeIdentifier\":\"" + passType + "\",\"cryptogram\":\"" + hex + "\"}")
          .refused(422, code);
      return;
    }
    assertEquals(v.path("message_utf8").asString(), trial.path("message").asString());
    assertEquals(v.path("timestamp_utc").asString(), trial.path("at").asString());
    assertEquals("pass.example.loyalty.demo", trial.path("passTypeIdentifier").asString());
    assertEquals(
        v.path("crypto_variant").asString().equals("v2") ? 2 : 1, trial.path("variant").asInt());
    String time = v.path("timestamp_utc").asString();
    clock.set(java.time.Instant.parse(time).plusSeconds(301).toString());
    scan(hex).refused(422, "NFC_STALE");
    clock.set(java.time.Instant.parse(time).minusSeconds(301).toString());
    scan(hex).refused(422, "NFC_STALE");
    clock.set(time);
    boolean empty = v.path("message_utf8").asString().isEmpty();
    Answer first = till.post("/api/v1/scans", Map.of("text", inAnotherForm(hex)));
    if (empty) {
      first.refused(422, "NFC_UNREADABLE");
    } else {
      JsonNode found = first.expect(200);
      assertEquals(member, found.path("memberId").asString());
      assertEquals("APPLE_NFC", found.path("medium").asString());
    }
    scan(hex).refused(422, "READ_REPLAYED");
    clock.plus(Duration.ofSeconds(299));
    scan(hex).refused(422, "READ_REPLAYED");
    clock.set(TestClock.NOON.toString());
  }

  /** A session may have ended while the clock stood in another century. */
  private Api owner() {
    clock.set(TestClock.NOON.toString());
    return owner;
  }

  /** Hex, base64, an envelope, the whole reply of the phone: in turns. */
  private static String inAnotherForm(String hex) {
    byte[] bytes = HexFormat.of().parseHex(hex);
    return switch (bytes[8] & 3) {
      case 0 -> hex.toUpperCase(java.util.Locale.ROOT);
      case 1 -> Base64.getEncoder().encodeToString(bytes);
      case 2 ->
          "{\"type\":\"apple-vas\",\"cryptogram\":\""
              + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes)
              + "\"}";
      default -> {
        String inner = "9f2a009f27" + length(bytes.length) + hex;
        yield "70" + length(inner.length() / 2) + inner;
      }
    };
  }

  private static String length(int bytes) {
    return bytes < 0x80
        ? HexFormat.of().toHexDigits((byte) bytes)
        : "81" + HexFormat.of().toHexDigits((byte) bytes);
  }

  @Test
  void aRetiredKeyOpensNothing() {
    JsonNode v = vectors.at("/apple_vas/self_made/6");
    TestShop other = maker.open("retired", "");
    Api boss = other.owner();
    JsonNode key =
        boss.post(
                "/api/v1/nfc-keys",
                Map.of(
                    "name",
                    "Key",
                    "privateKeyPem",
                    v.path("private_key_pkcs8_pem").asString(),
                    "passTypeIdentifiers",
                    List.of("pass.example.loyalty.demo")))
            .expect(201);
    assertEquals(v.path("key_id_hex").asString(), key.path("keyId").asString());
    assertEquals(v.path("encryption_public_key_b64").asString(), key.path("publicKey").asString());
    String hex = v.path("cryptogram_hex").asString();
    other.register().post("/api/v1/scans", Map.of("text", hex)).refused(404, "CARD_NOT_FOUND");
    boss.delete("/api/v1/nfc-keys/" + key.path("id").asString()).expect(204);
    other.register().post("/api/v1/scans", Map.of("text", hex)).refused(422, "NFC_KEY_UNKNOWN");
    // The secret is neither shown nor readable in the database.
    String listed = boss.get("/api/v1/nfc-keys").text();
    assertTrue(!listed.contains("PRIVATE") && !listed.contains("sealed"), listed);
    assertEquals(
        0,
        kartela.number("SELECT count(*) FROM kartela.nfc_key WHERE sealed LIKE '%PRIVATE KEY%'"));
  }

  @Test
  void smartTapInAllItsForms() {
    for (JsonNode v : vectors.at("/google_smart_tap/self_made")) {
      String value = v.path("smart_tap_redemption_value").asString();
      List<String> forms =
          List.of(
              value,
              "G" + value,
              "{\"type\":\"google-pay\",\"data\":{\"message\":\"" + value + "\"}}",
              "{\"smartTapRedemptionValue\":\"" + value + "\"}",
              v.path("plaintext_ndef_hex").asString(),
              "{\"ndef\":\"" + v.path("plaintext_ndef_hex").asString() + "\"}",
              session(v, v.path("reb_payload_hex").asString()));
      for (String form : forms) {
        JsonNode found = scan(form).expect(200);
        assertEquals(member, found.path("memberId").asString(), form);
      }
      String damaged = v.path("reb_payload_hex").asString().replaceFirst("..$", "00");
      scan(session(v, damaged)).refused(422, "NFC_UNREADABLE");
    }
  }

  private static String session(JsonNode v, String bundle) {
    return Http.JSON.writeValueAsString(
        Map.of(
            "type", "smart-tap",
            "readerPrivateKey", v.path("reader_ephemeral_private_scalar_hex").asString(),
            "devicePublicKey", v.path("device_ephemeral_public_hex").asString(),
            "signedData", v.path("signed_data_hex").asString(),
            "signature", v.path("signature_der_hex").asString(),
            "bundle", bundle));
  }

  @Test
  void eanChecks() {
    for (JsonNode v : vectors.at("/ean13")) {
      String number = v.path("number").asString();
      if (v.path("valid").asBoolean()) {
        // The first is attached; the others are goods unless they begin like a card.
        Answer answer = till.post("/api/v1/scans", Map.of("text", number));
        if (number.equals("4608123456788")) {
          assertEquals(member, answer.expect(200).path("memberId").asString());
        } else {
          answer.refused(422, "PRODUCT_CODE");
        }
      } else {
        till.post("/api/v1/scans", Map.of("text", number)).refused(422, "CHECK_DIGIT_WRONG");
      }
    }
  }

  @Test
  void rotatingCodesAsInTheirVectors() {
    for (JsonNode v : vectors.at("/google_rotating_totp")) {
      assertEquals(
          v.path("totp").asString(),
          io.kartela.service.code.Totp.at(
              HexFormat.of().parseHex(v.path("key_hex").asString()),
              v.path("timestamp_millis").asLong(),
              v.path("period_millis").asLong(),
              v.path("value_length").asInt()));
    }
    JsonNode pattern =
        owner().post("/api/v1/members/" + member + "/cards/rotating", Map.of()).expect(201);
    String code = pattern.path("valuePattern").asString().substring(0, 20);
    byte[] key = HexFormat.of().parseHex(pattern.path("keyHex").asString());
    long now = clock.instant().getEpochSecond();
    String shown = code + now + io.kartela.service.code.Totp.at(key, now * 1000, 30_000, 8);
    JsonNode found = till.post("/api/v1/scans", Map.of("text", shown)).expect(200);
    assertEquals(member, found.path("memberId").asString());
    assertEquals("ROTATING", found.path("medium").asString());
    till.post("/api/v1/scans", Map.of("text", shown)).refused(422, "READ_REPLAYED");
    String wrong = shown.substring(0, shown.length() - 1) + (shown.endsWith("1") ? "2" : "1");
    till.post("/api/v1/scans", Map.of("text", wrong)).refused(422, "ROTATING_WRONG");
    long early = now - 90;
    String old = code + early + io.kartela.service.code.Totp.at(key, early * 1000, 30_000, 8);
    till.post("/api/v1/scans", Map.of("text", old)).refused(422, "NFC_STALE");
    owner().post("/api/v1/members/" + member + "/cards/rotating", Map.of()).expect(201);
    clock.plus(Duration.ofSeconds(30));
    long later = clock.instant().getEpochSecond();
    String dead = code + later + io.kartela.service.code.Totp.at(key, later * 1000, 30_000, 8);
    till.post("/api/v1/scans", Map.of("text", dead)).refused(404, "CARD_NOT_FOUND");
  }
}
