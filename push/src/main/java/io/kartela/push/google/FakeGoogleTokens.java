package io.kartela.push.google;

import java.net.URI;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The OAuth side of the fake: assertions in, expiring tokens out. */
final class FakeGoogleTokens {
  private static final String GRANT = "urn:ietf:params:oauth:grant-type:jwt-bearer";
  private static final Duration LONGEST_ASSERTION = Duration.ofHours(1);
  private static final Duration SKEW = Duration.ofMinutes(5);

  private final Map<String, PublicKey> accounts = new ConcurrentHashMap<>();
  private final InstantSource clock;
  private final Map<String, Token> tokens = new ConcurrentHashMap<>();
  private final Map<String, Set<String>> issuers = new ConcurrentHashMap<>();
  private final SecureRandom random = new SecureRandom();
  private volatile Duration life = Duration.ofHours(1);

  private record Token(String clientEmail, Instant end) {}

  FakeGoogleTokens(InstantSource clock) {
    this.clock = clock;
  }

  /** One more account, or another key of a known one, with the right to write for an issuer. */
  void trust(String clientEmail, PublicKey key, String issuerId) {
    accounts.put(clientEmail, key);
    issuers.computeIfAbsent(clientEmail, any -> ConcurrentHashMap.newKeySet()).add(issuerId);
  }

  /** As when somebody is no longer a user of the issuer. */
  void withdraw(String clientEmail, String issuerId) {
    issuers.getOrDefault(clientEmail, Set.of()).remove(issuerId);
  }

  /** Google says no more than this of an issuer that is not one's own. */
  void demandRight(@Nullable Object clientEmail, String issuerId) {
    if (!(clientEmail instanceof String name)
        || !issuers.getOrDefault(name, Set.of()).contains(issuerId)) {
      throw FakeGoogleError.forbidden("Permission denied.");
    }
  }

  /** Ends an account; its access tokens, too, as far as anybody can tell them apart: all. */
  void distrust(String clientEmail) {
    accounts.remove(clientEmail);
    tokens.clear();
  }

  /** The claims of a token by whichever account's key signed it; null for any other key. */
  @Nullable Map<String, Object> signed(String jwt) {
    for (PublicKey key : accounts.values()) {
      Map<String, Object> claims = Jwt.verify(jwt, key);
      if (claims != null) {
        return claims;
      }
    }
    return null;
  }

  /** Whether somebody has this name. */
  boolean knows(@Nullable Object clientEmail) {
    return clientEmail instanceof String name && accounts.containsKey(name);
  }

  void life(Duration newLife) {
    life = newLife;
  }

  void revokeAll() {
    tokens.clear();
  }

  /** Google's answer to a token request, or null with the error in the map's place. */
  Answer grant(Map<String, String> form, URI audience) {
    if (!GRANT.equals(form.get("grant_type"))) {
      return denied("unsupported_grant_type", "Invalid grant_type");
    }
    Map<String, Object> claims = signed(form.getOrDefault("assertion", ""));
    if (claims == null) {
      return denied("invalid_grant", "Invalid JWT Signature.");
    }
    if (!knows(claims.get("iss"))) {
      return denied("invalid_grant", "Invalid grant: account not found");
    }
    if (!audience.toString().equals(claims.get("aud"))
        || !String.valueOf(claims.get("scope")).contains("wallet_object.issuer")) {
      return denied("invalid_scope", "Invalid OAuth scope or ID token audience provided.");
    }
    Instant now = clock.instant();
    Instant from = seconds(claims.get("iat"));
    Instant until = seconds(claims.get("exp"));
    if (from == null
        || until == null
        || from.isAfter(now.plus(SKEW))
        || until.isBefore(now)
        || until.isAfter(from.plus(LONGEST_ASSERTION))) {
      return denied(
          "invalid_grant",
          "Invalid JWT: Token must be a short-lived token and in a reasonable"
              + " timeframe. Check your iat and exp values in the JWT claim.");
    }
    byte[] bytes = new byte[24];
    random.nextBytes(bytes);
    String token = "ya29.fake-" + HexFormat.of().formatHex(bytes);
    tokens.values().removeIf(one -> one.end.isBefore(now));
    tokens.put(token, new Token(String.valueOf(claims.get("iss")), now.plus(life)));
    return new Answer(
        200, Map.of("access_token", token, "expires_in", life.toSeconds(), "token_type", "Bearer"));
  }

  record Answer(int status, Map<String, Object> body) {}

  /** Whose token it is. */
  String check(@Nullable String authorization) {
    if (authorization == null || !authorization.startsWith("Bearer ")) {
      throw FakeGoogleError.unauthenticated();
    }
    Token token = tokens.get(authorization.substring("Bearer ".length()));
    if (token == null || !clock.instant().isBefore(token.end)) {
      throw FakeGoogleError.unauthenticated();
    }
    return token.clientEmail;
  }

  private static Answer denied(String error, String description) {
    return new Answer(400, Map.of("error", error, "error_description", description));
  }

  private static @Nullable Instant seconds(@Nullable Object claim) {
    return claim instanceof Number number ? Instant.ofEpochSecond(number.longValue()) : null;
  }
}
