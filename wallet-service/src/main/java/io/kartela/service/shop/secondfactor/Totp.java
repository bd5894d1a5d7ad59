package io.kartela.service.shop.secondfactor;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import io.kartela.service.platform.http.Tokens;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.OptionalLong;
import javax.crypto.spec.SecretKeySpec;

/** Codes of an app by RFC 6238, as all apps make them: six digits, 30 seconds, HMAC-SHA1. */
final class Totp {
  private static final int SECONDS = 30;

  /** So many steps before and after now count: clocks of phones are not exact. */
  private static final int DRIFT = 1;

  private static final int SECRET_BYTES = 20;
  private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final TimeBasedOneTimePasswordGenerator GENERATOR =
      new TimeBasedOneTimePasswordGenerator();

  private Totp() {}

  /** In base 32, as people type it into an app. */
  static String secret() {
    byte[] secret = new byte[SECRET_BYTES];
    RANDOM.nextBytes(secret);
    return base32(secret);
  }

  static String base32(byte[] bytes) {
    StringBuilder text = new StringBuilder();
    int held = 0;
    int bits = 0;
    for (byte b : bytes) {
      held = ((held << 8) | (b & 0xff)) & 0xfff;
      bits += 8;
      while (bits >= 5) {
        bits -= 5;
        text.append(BASE32.charAt((held >> bits) & 31));
      }
    }
    return bits == 0
        ? text.toString()
        : text.append(BASE32.charAt((held << (5 - bits)) & 31)).toString();
  }

  private static byte[] bytes(String base32) {
    byte[] bytes = new byte[base32.length() * 5 / 8];
    int held = 0;
    int bits = 0;
    int at = 0;
    for (int i = 0; i < base32.length(); i++) {
      held = ((held << 5) | BASE32.indexOf(base32.charAt(i))) & 0xfff;
      bits += 5;
      if (bits >= 8) {
        bits -= 8;
        bytes[at++] = (byte) (held >> bits);
      }
    }
    return bytes;
  }

  /** What the QR holds. */
  static String uri(String secret, String shop, String email) {
    String issuer = part(shop);
    // What is usual goes without saying, and leaves the QR code coarse enough for any camera.
    return "otpauth://totp/%s:%s?secret=%s&issuer=%s"
        .formatted(issuer, part(email), secret, issuer);
  }

  /** A colon parts the issuer from the account, so neither has one. */
  private static String part(String text) {
    return URLEncoder.encode(text.replace(':', ' '), StandardCharsets.UTF_8).replace("+", "%20");
  }

  /**
   * Of which step a code is, if it is good now and later than the last that was accepted.
   *
   * @param code six digits
   */
  static OptionalLong step(String secret, String code, Instant now, long last) {
    byte[] given = code.getBytes(StandardCharsets.UTF_8);
    SecretKeySpec key = new SecretKeySpec(bytes(secret), "RAW");
    long present = now.getEpochSecond() / SECONDS;
    OptionalLong found = OptionalLong.empty();
    for (long step = present - DRIFT; step <= present + DRIFT; step++) {
      boolean same = Tokens.same(given, code(key, step).getBytes(StandardCharsets.UTF_8));
      if (same && step > last) {
        found = OptionalLong.of(step);
      }
    }
    return found;
  }

  private static String code(SecretKeySpec key, long step) {
    try {
      return GENERATOR.generateOneTimePasswordString(key, Instant.ofEpochSecond(step * SECONDS));
    } catch (InvalidKeyException e) {
      throw new IllegalStateException("a secret that is no key", e);
    }
  }
}
