package io.kartela.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kartela.certs.DevelopmentCa;
import io.kartela.service.platform.http.Http;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/**
 * The running service as Google meets it: save links and call-backs, by Google's own description.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GoogleProtocolTest {
  private final TestKartela kartela = TestKartela.startWithSimulator();
  private final Newcomer anna = Newcomer.join(kartela.api(), "+7 916 600-00-01", "Анна", true);
  private final HttpClient http = HttpClient.newHttpClient();

  @AfterAll
  void close() {
    kartela.close();
    http.close();
  }

  private String jwt() {
    String url =
        kartela
            .api()
            .with("Accept", "application/json")
            .get("/c/" + anna.cardToken() + "/google")
            .expect(200)
            .path("saveUrl")
            .asString();
    assertTrue(url.length() <= 1_800, "browsers cut longer links: " + url.length());
    return url.substring(url.lastIndexOf('/') + 1);
  }

  private static JsonNode part(String jwt, int number) {
    return Http.JSON.readTree(Base64.getUrlDecoder().decode(jwt.split("\\.", -1)[number]));
  }

  @Test
  void theSaveLinkIsASkinnySignedToken() throws GeneralSecurityException {
    String jwt = jwt();
    assertTrue(jwt.length() < 800, "the object is at Google already: " + jwt.length());
    assertEquals("RS256", part(jwt, 0).path("alg").asString());
    JsonNode claims = part(jwt, 1);
    DevelopmentCa ca = DevelopmentCa.openOrCreate(kartela.folder().resolve("certs"), Instant.now());
    assertEquals(ca.googleServiceAccount().clientEmail(), claims.path("iss").asString());
    assertEquals("google", claims.path("aud").asString());
    assertEquals("savetowallet", claims.path("typ").asString());
    assertTrue(
        Math.abs(claims.path("iat").asLong() - Instant.now().getEpochSecond())
            < Duration.ofMinutes(5).toSeconds());
    assertEquals(kartela.url().toString(), claims.at("/origins/0").asString());
    JsonNode object = claims.at("/payload/loyaltyObjects/0");
    assertEquals(List.of("classId", "id"), object.propertyNames().stream().sorted().toList());

    Signature signature = Signature.getInstance("SHA256withRSA");
    signature.initVerify(ca.googleServiceAccount().publicKey());
    signature.update(jwt.substring(0, jwt.lastIndexOf('.')).getBytes(StandardCharsets.US_ASCII));
    assertTrue(
        signature.verify(Base64.getUrlDecoder().decode(jwt.substring(jwt.lastIndexOf('.') + 1))));
  }

  @Test
  void aBrowserIsSentToGoogle() throws IOException, InterruptedException {
    HttpResponse<byte[]> answer =
        http.send(
            HttpRequest.newBuilder(URI.create(kartela.url() + "/c/" + anna.cardToken() + "/google"))
                .build(),
            BodyHandlers.ofByteArray());
    assertEquals(302, answer.statusCode());
    assertEquals("no-store", answer.headers().firstValue("Cache-Control").orElse(""));
  }

  /** Everything as Google signs it, by a key that Google did not vouch for. */
  @Test
  void aForgedCallBackChangesNothing() throws GeneralSecurityException {
    SimulatedPhone android = SimulatedPhone.create(kartela.api(), "GOOGLE");
    android.add(anna.cardToken());
    await("SAVED");
    String objectId = part(jwt(), 1).at("/payload/loyaltyObjects/0/id").asString();
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec("secp256r1"));
    KeyPair root = generator.generateKeyPair();
    KeyPair middle = generator.generateKeyPair();
    String key =
        Http.JSON.writeValueAsString(
            Map.of(
                "keyValue", Base64.getEncoder().encodeToString(middle.getPublic().getEncoded()),
                "keyExpiration", Long.toString(Instant.now().plusSeconds(3_600).toEpochMilli())));
    String message =
        Http.JSON.writeValueAsString(
            Map.of(
                "objectId",
                objectId,
                "classId",
                "x",
                "eventType",
                "del",
                "expTimeMillis",
                Instant.now().plusSeconds(600).toEpochMilli(),
                "count",
                1,
                "nonce",
                "forged"));
    Map<String, Object> forged =
        Map.of(
            "protocolVersion",
            "ECv2SigningOnly",
            "signature",
            sign(middle, "GooglePayPasses", "1", "ECv2SigningOnly", message),
            "intermediateSigningKey",
            Map.of(
                "signedKey",
                key,
                "signatures",
                List.of(sign(root, "GooglePayPasses", "ECv2SigningOnly", key))),
            "signedMessage",
            message);
    kartela.api().post("/google/callbacks", forged).expectStatus(400);
    kartela.api().postText("/google/callbacks", "{}").expectStatus(400);
    kartela.api().postText("/google/callbacks", "not json").expectStatus(400);
    assertEquals(
        1, kartela.number("SELECT count(*) FROM kartela.google_object WHERE state = 'SAVED'"));
    assertEquals(
        0, kartela.number("SELECT count(*) FROM kartela.google_callback WHERE nonce = 'forged'"));
  }

  private void await(String state) {
    long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    String sql = "SELECT count(*) FROM kartela.google_object WHERE state = '" + state + "'";
    while (kartela.number(sql) == 0) {
      assertTrue(System.nanoTime() < end, "the genuine call-back never came");
      Thread.onSpinWait();
    }
  }

  private static String sign(KeyPair key, String... parts) throws GeneralSecurityException {
    Signature signature = Signature.getInstance("SHA256withECDSA");
    signature.initSign(key.getPrivate());
    for (String part : parts) {
      byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
      int n = bytes.length;
      signature.update(new byte[] {(byte) n, (byte) (n >> 8), (byte) (n >> 16), (byte) (n >> 24)});
      signature.update(bytes);
    }
    return Base64.getEncoder().encodeToString(signature.sign());
  }
}
