package io.kartela.push.webpush;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.kartela.push.SettableClock;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The push service as a client that only knows the standards sees it. */
class WebPushProtocolTest {
  private static final Instant NOW = Instant.parse("2026-11-28T09:00:00Z");

  private final FakeWebPush fake = new FakeWebPush(new SettableClock(NOW));
  private final KeyPair keys = keys();
  private final URI endpoint = fake.browser(key(), text -> {}).subscription().endpoint();

  @AfterEach
  void close() {
    fake.close();
  }

  private static KeyPair keys() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      return generator.generateKeyPair();
    } catch (java.security.GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private String key() {
    // The last 65 bytes of the usual encoding are the point.
    byte[] encoded = ((ECPublicKey) keys.getPublic()).getEncoded();
    return base64(java.util.Arrays.copyOfRange(encoded, encoded.length - 65, encoded.length));
  }

  private String token(String audience, Instant expires) throws Exception {
    String said =
        base64("{\"typ\":\"JWT\",\"alg\":\"ES256\"}".getBytes(StandardCharsets.UTF_8))
            + "."
            + base64(
                "{\"aud\":\"%s\",\"exp\":%d,\"sub\":\"mailto:a@b.example\"}"
                    .formatted(audience, expires.getEpochSecond())
                    .getBytes(StandardCharsets.UTF_8));
    Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
    signature.initSign(keys.getPrivate());
    signature.update(said.getBytes(StandardCharsets.US_ASCII));
    return said + "." + base64(signature.sign());
  }

  private Map<String, String> good() throws Exception {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("TTL", "60");
    headers.put("Content-Encoding", "aes128gcm");
    headers.put(
        "Authorization",
        "vapid t=" + token(fake.address().toString(), NOW.plusSeconds(3_600)) + ", k=" + key());
    return headers;
  }

  private static int post(URI to, Map<String, String> headers, int size)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(to).POST(HttpRequest.BodyPublishers.ofByteArray(new byte[size]));
    headers.forEach(request::header);
    return HttpClient.newHttpClient()
        .send(request.build(), HttpResponse.BodyHandlers.ofString())
        .statusCode();
  }

  private int without(String header, String instead) throws Exception {
    Map<String, String> headers = good();
    headers.remove(header);
    if (!instead.isEmpty()) {
      headers.put(header, instead);
    }
    return post(endpoint, headers, 200);
  }

  @Test
  void theStandardsAreKept() throws Exception {
    assertEquals(201, post(endpoint, good(), 200));
    assertEquals(400, without("TTL", ""), "a life is wanted");
    assertEquals(400, without("Content-Encoding", "aesgcm"));
    assertEquals(400, without("Topic", "not url-safe!"));
    assertEquals(401, without("Authorization", ""));
    assertEquals(413, post(endpoint, good(), 4_097));
    assertEquals(404, post(endpoint.resolve("/push/nobody"), good(), 200));
    String stranger = "vapid t=%s, k=" + key();
    assertEquals(
        401,
        without(
            "Authorization",
            stranger.formatted(token("https://other.example", NOW.plusSeconds(60)))));
    assertEquals(
        401,
        without(
            "Authorization",
            stranger.formatted(token(fake.address().toString(), NOW.plusSeconds(90_000)))),
        "longer than a day");
    assertEquals(
        401,
        without(
            "Authorization",
            stranger.formatted(token(fake.address().toString(), NOW.minusSeconds(1)))));
  }
}
