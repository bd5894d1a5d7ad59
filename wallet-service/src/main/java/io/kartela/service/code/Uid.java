package io.kartela.service.code;

import java.math.BigInteger;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The built-in number of a contactless card. It is stored as {@code UID:} and hex, so that it never
 * meets a printed number. Readers turn the bytes round and write them in hex or decimal. Pure.
 */
public final class Uid {
  public static final String PREFIX = "UID:";

  private Uid() {}

  /** The stored form of hex with or without separators: 4, 5, 7, 8 or 10 bytes. */
  public static Optional<String> canonical(String text) {
    String bare = text.strip().replaceFirst("(?i)^(uid|csn)[\\s:=#]*", "");
    String hex = bare.replaceAll("[\\s:;,./_-]|0[xX]", "").toUpperCase(Locale.ROOT);
    return hex.matches("[0-9A-F]+") && plausibleLength(hex.length())
        ? Optional.of(PREFIX + hex)
        : Optional.empty();
  }

  private static boolean plausibleLength(int digits) {
    return digits == 8 || digits == 10 || digits == 14 || digits == 16 || digits == 20;
  }

  /** The same bytes read from the other end. */
  public static String reversed(String stored) {
    String hex = stored.substring(PREFIX.length());
    StringBuilder turned = new StringBuilder(PREFIX);
    for (int i = hex.length(); i > 0; i -= 2) {
      turned.append(hex, i - 2, i);
    }
    return turned.toString();
  }

  /** Every stored form that a reader may have meant, the most direct first. */
  public static List<String> candidates(String text) {
    Set<String> found = new LinkedHashSet<>();
    canonical(text).ifPresent(found::add);
    decimal(text.strip()).ifPresent(found::add);
    for (String one : List.copyOf(found)) {
      found.add(reversed(one));
    }
    return List.copyOf(found);
  }

  private static Optional<String> decimal(String text) {
    if (text.length() > 20 || !CardNumber.isDigits(text)) {
      return Optional.empty();
    }
    BigInteger value = new BigInteger(text);
    int bytes = value.bitLength() <= 32 ? 4 : value.bitLength() <= 56 ? 7 : 8;
    return value.bitLength() > 64 || value.bitLength() < 16
        ? Optional.empty()
        : Optional.of(PREFIX + String.format(Locale.ROOT, "%0" + bytes * 2 + "X", value));
  }
}
