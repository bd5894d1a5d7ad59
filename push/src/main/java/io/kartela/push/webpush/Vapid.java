package io.kartela.push.webpush;

import io.kartela.push.http.Bodies;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The header that says who we are; signed once for each push service and half a day. */
final class Vapid {
  private static final Duration LIFE = Duration.ofHours(12);
  private static final Duration RENEWED_BEFORE = Duration.ofHours(1);
  private static final int MOST_SERVICES = 1_000;

  private final VapidKeys keys;
  private final String contact;
  private final InstantSource clock;
  private final Map<String, Token> tokens = new ConcurrentHashMap<>();

  private record Token(String header, Instant expires) {}

  Vapid(VapidKeys keys, String contact, InstantSource clock) {
    this.keys = keys;
    this.contact = contact;
    this.clock = clock;
  }

  String header(String origin) {
    if (tokens.size() > MOST_SERVICES) {
      tokens.clear();
    }
    Instant now = clock.instant();
    return tokens.compute(
            origin,
            (key, old) ->
                old == null || now.plus(RENEWED_BEFORE).isAfter(old.expires)
                    ? sign(origin, now.plus(LIFE))
                    : old)
        .header;
  }

  private Token sign(String origin, Instant expires) {
    Map<String, Object> claims = new LinkedHashMap<>();
    claims.put("aud", origin);
    claims.put("exp", expires.getEpochSecond());
    claims.put("sub", contact);
    String said = part(Map.of("alg", "ES256")) + "." + part(claims);
    try {
      Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
      signature.initSign(P256.privateKey(P256.bytes(keys.privateKey())));
      signature.update(said.getBytes(StandardCharsets.US_ASCII));
      String token = said + "." + P256.text(signature.sign());
      return new Token("vapid t=" + token + ", k=" + keys.publicKey(), expires);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String part(Map<String, ?> claims) {
    return P256.text(Bodies.json(claims).getBytes(StandardCharsets.UTF_8));
  }
}
