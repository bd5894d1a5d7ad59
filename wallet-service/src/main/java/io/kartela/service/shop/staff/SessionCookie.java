package io.kartela.service.shop.staff;

import io.helidon.http.SetCookie;
import io.kartela.service.platform.http.Door;
import io.kartela.service.platform.http.Tokens;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;

/** The cookie that carries a session: whose it is, and a secret of which only the hash is kept. */
@SuppressWarnings("ArrayRecordComponent") // never compared
record SessionCookie(long merchantId, byte[] hash) {
  static final String NAME = Door.SESSION;

  /** So much of the hash names a session to its owner. */
  static final int ID_BYTES = 8;

  static Optional<SessionCookie> of(String cookie) {
    int dot = cookie.indexOf('.');
    if (dot < 1
        || dot > 18
        || cookie.length() > 200
        || !cookie.substring(0, dot).matches("[0-9]+")) {
      return Optional.empty();
    }
    return Optional.of(
        new SessionCookie(
            Long.parseLong(cookie.substring(0, dot)), Tokens.sha256(cookie.substring(dot + 1))));
  }

  String id() {
    return HexFormat.of().formatHex(hash, 0, ID_BYTES);
  }

  static SetCookie holding(String value, Duration life, boolean secure) {
    return SetCookie.builder(NAME, value)
        .path("/")
        .httpOnly(true)
        .secure(secure)
        .sameSite(SetCookie.SameSite.STRICT)
        .maxAge(life)
        .build();
  }
}
