package io.kartela.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kartela.certs.DevelopmentCa;
import io.kartela.certs.MasterKey;
import io.kartela.certs.Vault;
import io.kartela.service.platform.http.Http;
import io.kartela.service.platform.http.Tokens;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/**
 * Cards on phones keep the NFC key they were made with; the merchant's next one comes beside it.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NfcKeyRotationTest {
  private static final String ALL = "/api/v1/identities";

  private static final String MESSAGE = "an old card";

  private final TestClock clock = new TestClock();
  private final TestKartela kartela = TestKartela.start(clock);
  private final Api owner = kartela.owner();
  private final JsonNode vector = vector();

  @AfterAll
  void close() {
    kartela.close();
  }

  private static JsonNode vector() {
    try (InputStream in =
        Objects.requireNonNull(NfcKeyRotationTest.class.getResourceAsStream("/nfc-vectors.json"))) {
      return Http.JSON.readTree(in.readAllBytes()).at("/apple_vas/self_made/0");
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The vector's phone with a card of the demo shop: the same secret, another pass type. */
  private String cryptogram() throws GeneralSecurityException {
    HexFormat hex = HexFormat.of();
    byte[] secret = hex.parseHex(vector.path("shared_secret_hex").asString());
    byte[] info = hex.parseHex(vector.path("shared_info_hex").asString());
    byte[] type =
        Tokens.sha256(DevelopmentCa.PASS_TYPE_IDENTIFIER.getBytes(StandardCharsets.UTF_8));
    System.arraycopy(type, 0, info, info.length - type.length, type.length);
    byte[] key =
        Tokens.sha256(
            ByteBuffer.allocate(secret.length + 4 + info.length)
                .put(secret)
                .putInt(1)
                .put(info)
                .array());
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(
        Cipher.ENCRYPT_MODE,
        new SecretKeySpec(key, "AES"),
        new GCMParameterSpec(128, new byte[16]));
    byte[] message = MESSAGE.getBytes(StandardCharsets.UTF_8);
    byte[] plain = ByteBuffer.allocate(4 + message.length).putInt(816_944_400).put(message).array();
    return vector.path("cryptogram_hex").asString().substring(0, 2 * (4 + 32))
        + hex.formatHex(cipher.doFinal(plain));
  }

  /** What a tap of an old card says now, on a node that has noticed every change. */
  private JsonNode tap() throws GeneralSecurityException {
    clock.plus(Duration.ofSeconds(6));
    return owner.post("/api/v1/nfc-keys/trials", Map.of("cryptogram", cryptogram())).expect(200);
  }

  private String use(Map<String, Object> identity) {
    String id = owner.post(ALL, identity).expect(201).path("id").asString();
    assertEquals(
        "ACTIVE",
        owner.post(ALL + "/" + id + "/activate", Map.of()).expect(200).path("state").asString());
    return id;
  }

  /** As after a start with another master key. */
  private void sealElsewhere(String table, String where) {
    String sealed =
        new Vault(MasterKey.of(MasterKey.generate()), List.of()).seal("secret", "elsewhere");
    kartela.execute("UPDATE kartela." + table + " SET sealed = '" + sealed + "' WHERE " + where);
  }

  @Test
  void aKeyThatCannotBeOpenedIsToldAsSuchAndKeepsNoOtherFromOpening()
      throws GeneralSecurityException {
    String pem = vector.path("private_key_pkcs8_pem").asString();
    String id =
        owner
            .post("/api/v1/nfc-keys", Map.of("name", "Readers", "privateKeyPem", pem))
            .expect(201)
            .path("id")
            .asString();
    assertEquals(MESSAGE, tap().path("message").asString());
    sealElsewhere("nfc_key", "nfc_key_id = " + id);
    assertEquals("KEY_SEALED", tap().path("code").asString());
    Answer scanned =
        kartela.register().post("/api/v1/scans", Map.of("text", cryptogram(), "source", "NFC"));
    scanned.refused(503, "SECRET_SEALED");
    assertTrue(scanned.text().contains("master"), scanned.text());
    String other =
        use(Map.of("kind", "NFC_KEY", "pem", vector.path("private_key_pkcs8_pem").asString()));
    assertEquals(MESSAGE, tap().path("message").asString());
    // The same of a key that stands in the cards.
    sealElsewhere("signing_identity", "identity_id = " + other);
    assertEquals("KEY_SEALED", tap().path("code").asString());
    kartela.execute("DELETE FROM kartela.nfc_key WHERE nfc_key_id = " + id);
    kartela.execute("DELETE FROM kartela.signing_identity WHERE identity_id = " + other);
    assertEquals("UNKNOWN_KEY", tap().path("code").asString());
  }

  @Test
  void aReplacedKeyGoesOnOpeningOldCards() throws GeneralSecurityException {
    assertEquals(false, tap().path("ok").asBoolean());
    String old =
        use(Map.of("kind", "NFC_KEY", "pem", vector.path("private_key_pkcs8_pem").asString()));
    assertEquals(MESSAGE, tap().path("message").asString());

    use(Map.of("kind", "NFC_KEY", "generate", true));
    assertEquals("RETIRED", owner.get(ALL + "/" + old).expect(200).path("state").asString());
    JsonNode still = tap();
    assertTrue(still.path("ok").asBoolean(), still.toString());
    assertEquals(MESSAGE, still.path("message").asString());

    owner.delete(ALL + "/" + old).expectStatus(204);
    assertEquals(false, tap().path("ok").asBoolean(), "until somebody throws it away");
  }
}
