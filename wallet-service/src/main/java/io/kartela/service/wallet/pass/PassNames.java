package io.kartela.service.wallet.pass;

import java.security.SecureRandom;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/** Makes serials and tokens: the merchant in base 36, a dash, 128 random bits in base 32. */
final class PassNames {
  private static final Pattern SHAPE = Pattern.compile("[0-9a-z]{1,12}-[a-z2-7]{26}");
  private static final char[] BASE32 = "abcdefghijklmnopqrstuvwxyz234567".toCharArray();

  private final SecureRandom random = new SecureRandom();

  String next(long merchantId) {
    return Long.toString(merchantId, 36) + "-" + random();
  }

  /** 128 random bits. */
  String random() {
    byte[] bytes = new byte[17];
    random.nextBytes(bytes);
    StringBuilder text = new StringBuilder(26);
    for (int bit = 0; bit < 130; bit += 5) {
      int two =
          (bytes[bit / 8] & 0xff) << 8
              | (bit / 8 + 1 < bytes.length ? bytes[bit / 8 + 1] & 0xff : 0);
      text.append(BASE32[two >> (11 - bit % 8) & 31]);
    }
    return text.toString();
  }

  static OptionalLong merchantOf(String serialOrToken) {
    if (!SHAPE.matcher(serialOrToken).matches()) {
      return OptionalLong.empty();
    }
    return OptionalLong.of(
        Long.parseLong(serialOrToken.substring(0, serialOrToken.indexOf('-')), 36));
  }
}
