package io.kartela.push.google;

import io.kartela.push.PushException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * Signs call-backs the way Google does (ECv2SigningOnly): a root key vouches for an intermediate
 * key, which signs the message. Written after the protocol and without Tink, so that the two check
 * each other.
 */
final class FakeGoogleSigner {
  private static final Duration KEY_LIFE = Duration.ofDays(3650);
  private static final JsonMapper JSON = JsonMapper.shared();

  private final KeyPair root = p256();
  private final KeyPair intermediate = p256();
  private final String signedKey;
  private final String signedKeySignature;
  private final String keysJson;

  FakeGoogleSigner(Instant now) {
    String until = Long.toString(now.plus(KEY_LIFE).toEpochMilli());
    this.signedKey =
        JSON.writeValueAsString(Map.of("keyValue", spki(intermediate), "keyExpiration", until));
    this.signedKeySignature =
        sign(
            root.getPrivate(),
            GoogleCallbackVerifier.SENDER,
            GoogleCallbackVerifier.PROTOCOL,
            signedKey);
    this.keysJson =
        JSON.writeValueAsString(
            Map.of(
                "keys",
                List.of(
                    Map.of(
                        "keyValue",
                        spki(root),
                        "protocolVersion",
                        GoogleCallbackVerifier.PROTOCOL,
                        "keyExpiration",
                        until))));
  }

  /** What stands at Google's keys address. */
  String keysJson() {
    return keysJson;
  }

  /** A signed body for one issuer. */
  String seal(String issuerId, Map<String, Object> message) {
    String signedMessage = JSON.writeValueAsString(message);
    Map<String, Object> body = new LinkedHashMap<>();
    body.put(
        "signature",
        sign(
            intermediate.getPrivate(),
            GoogleCallbackVerifier.SENDER,
            issuerId,
            GoogleCallbackVerifier.PROTOCOL,
            signedMessage));
    body.put(
        "intermediateSigningKey",
        Map.of("signedKey", signedKey, "signatures", List.of(signedKeySignature)));
    body.put("protocolVersion", GoogleCallbackVerifier.PROTOCOL);
    body.put("signedMessage", signedMessage);
    return JSON.writeValueAsString(body);
  }

  /** Each part with its length in front, four bytes, the least first. */
  private static String sign(PrivateKey key, String... parts) {
    try {
      Signature signature = Signature.getInstance("SHA256withECDSA");
      signature.initSign(key);
      for (String part : parts) {
        byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
        signature.update(
            ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(bytes.length).array());
        signature.update(bytes);
      }
      return Base64.getEncoder().encodeToString(signature.sign());
    } catch (GeneralSecurityException e) {
      throw new PushException("push.google.sign", "P-256 is not available", e);
    }
  }

  private static String spki(KeyPair pair) {
    return Base64.getEncoder().encodeToString(pair.getPublic().getEncoded());
  }

  private static KeyPair p256() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new PushException("push.google.sign", "P-256 is not available", e);
    }
  }
}
