package io.kartela.push.google;

import java.net.URI;
import java.security.PrivateKey;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Makes "Add to Google Wallet" links. The object is inserted beforehand, so the token names it only
 * and stays far below the 1800 characters that all browsers carry. Immutable and thread-safe.
 */
public final class SaveLink {
  /** Google's own base. */
  public static final URI GOOGLE = URI.create("https://pay.google.com/gp/v/save/");

  private final URI base;
  private final String clientEmail;
  private final PrivateKey key;
  private final List<String> origins;
  private final InstantSource clock;

  /**
   * @param base {@link #GOOGLE}, or a fake's; ends with a slash
   * @param clientEmail of the service account
   * @param key of the service account
   * @param origins web addresses that show the button, such as {@code https://shop.example}
   */
  public SaveLink(
      URI base, String clientEmail, PrivateKey key, List<String> origins, InstantSource clock) {
    if (!base.toString().endsWith("/")) {
      throw new IllegalArgumentException("base ends with a slash");
    }
    this.base = base;
    this.clientEmail = Objects.requireNonNull(clientEmail);
    this.key = Objects.requireNonNull(key);
    this.origins = List.copyOf(origins);
    this.clock = clock;
  }

  /** The link for one object that exists already. */
  public URI link(String objectId, String classId) {
    return URI.create(base + token(objectId, classId));
  }

  /** The signed token alone (RS256). */
  public String token(String objectId, String classId) {
    Instant now = clock.instant();
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("id", objectId);
    object.put("classId", classId);
    Map<String, Object> claims = new LinkedHashMap<>();
    claims.put("iss", clientEmail);
    claims.put("aud", "google");
    claims.put("typ", "savetowallet");
    claims.put("iat", now.getEpochSecond());
    claims.put("origins", origins);
    claims.put("payload", Map.of("loyaltyObjects", List.of(object)));
    return Jwt.sign(claims, key);
  }

  @Override
  public String toString() {
    return "SaveLink[" + clientEmail + " at " + base + ", key=[REDACTED]]";
  }
}
