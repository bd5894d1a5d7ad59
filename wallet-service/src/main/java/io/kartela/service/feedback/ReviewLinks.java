package io.kartela.service.feedback;

import java.net.URI;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Links by which a purchase is rated: 96 random bits, short enough for a text message, with the
 * merchant's number in front, so that it is known whose they are. Thread-safe.
 */
final class ReviewLinks {
  private static final Pattern NAME = Pattern.compile("([0-9a-z]{1,13})-([A-Za-z0-9_-]{16})");
  private static final SecureRandom RANDOM = new SecureRandom();

  private final URI publicUrl;

  /** Of which merchant, by which secret. */
  record Name(long merchantId, String token) {}

  ReviewLinks(URI publicUrl) {
    this.publicUrl = publicUrl;
  }

  static String token() {
    byte[] bytes = new byte[12];
    RANDOM.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  URI to(long merchantId, String token) {
    return publicUrl.resolve("/r/" + Long.toString(merchantId, Character.MAX_RADIX) + "-" + token);
  }

  /** What a link's name says, which may be nobody's. */
  static Optional<Name> read(String name) {
    Matcher m = NAME.matcher(name);
    try {
      return m.matches()
          ? Optional.of(new Name(Long.parseLong(m.group(1), Character.MAX_RADIX), m.group(2)))
          : Optional.empty();
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }
}
