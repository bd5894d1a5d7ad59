package io.kartela.push.google;

import io.kartela.push.PushException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.util.Base64;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Compact JWTs signed with RS256, the only kind Google Wallet knows. */
final class Jwt {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final TypeReference<Map<String, Object>> MAP = new TypeReference<>() {};
  private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();
  private static final Base64.Decoder DECODER = Base64.getUrlDecoder();
  private static final String HEADER = encode(Map.of("alg", "RS256", "typ", "JWT"));

  private Jwt() {}

  static String sign(Map<String, Object> claims, PrivateKey key) {
    String head = HEADER + "." + encode(claims);
    try {
      Signature signature = Signature.getInstance("SHA256withRSA");
      signature.initSign(key);
      signature.update(head.getBytes(StandardCharsets.US_ASCII));
      return head + "." + ENCODER.encodeToString(signature.sign());
    } catch (GeneralSecurityException e) {
      throw new PushException("push.google.sign", "the service account's key cannot sign", e);
    }
  }

  /** The claims, or null when this is not a token signed by the key. */
  static @Nullable Map<String, Object> verify(String token, PublicKey key) {
    String[] parts = token.split("\\.", -1);
    if (parts.length != 3) {
      return null;
    }
    try {
      Map<String, Object> header = JSON.readValue(DECODER.decode(parts[0]), MAP);
      if (!"RS256".equals(header.get("alg"))) {
        return null;
      }
      Signature signature = Signature.getInstance("SHA256withRSA");
      signature.initVerify(key);
      signature.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
      return signature.verify(DECODER.decode(parts[2]))
          ? JSON.readValue(DECODER.decode(parts[1]), MAP)
          : null;
    } catch (GeneralSecurityException | IllegalArgumentException | JacksonException e) {
      return null;
    }
  }

  private static String encode(Map<String, Object> json) {
    return ENCODER.encodeToString(JSON.writeValueAsBytes(json));
  }
}
