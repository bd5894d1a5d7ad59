package io.kartela.service.code;

import java.util.Locale;
import java.util.Optional;

/**
 * When two numbers of physical cards are the same to a till: letters that look alike in Latin and
 * Cyrillic are one letter, capital or small, marks between the characters and leading zeros say
 * nothing. Scanning finds a card by its key when nobody has the number exactly; giving cards out
 * and importing them refuses a number whose key another has. The same is written in SQL as the
 * column {@code key} of {@code kartela.card} (physical cards only) and {@code kartela.card_blank}.
 * Pure.
 */
public final class CardKey {
  /** Letters of one shape; the migration that made the columns has the same two lists. */
  private static final String CYRILLIC = "АВЕКМНОРСТУХІЈЅ";

  private static final String LATIN = "ABEKMHOPCTYXIJS";

  private CardKey() {}

  /** The key of a stored number; empty for a chip's built-in number, which is found exactly. */
  public static Optional<String> of(String code) {
    if (code.startsWith(Uid.PREFIX)) {
      return Optional.empty();
    }
    String key = withoutZeros(latin(code.toUpperCase(Locale.ROOT)).replaceAll("[-._\\s]", ""));
    return key.isEmpty() ? Optional.empty() : Optional.of(key);
  }

  /** Cyrillic capitals that look like Latin ones, as the Latin ones. */
  public static String latin(String text) {
    StringBuilder out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      int at = CYRILLIC.indexOf(text.charAt(i));
      out.append(at < 0 ? text.charAt(i) : LATIN.charAt(at));
    }
    return out.toString();
  }

  private static String withoutZeros(String key) {
    return CardNumber.isDigits(key) ? key.replaceFirst("^0+(?=[0-9])", "") : key;
  }
}
