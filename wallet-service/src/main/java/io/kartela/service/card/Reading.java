package io.kartela.service.card;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a reader gave, understood: a card's code, a phone, a product's code or nothing we know.
 * Pure.
 */
public sealed interface Reading {
  /** Possibly a card: digits (and letters of physical cards). */
  record Code(String code) implements Reading {}

  /** A phone number that somebody typed. */
  record PhoneNumber(Phone phone) implements Reading {}

  /** A product's or a marking code: never searched as a card. */
  record Product(String code) implements Reading {}

  /** Neither. */
  record Unreadable() implements Reading {}

  /** A Russian keyboard layout turns a wedge reader's Latin letters into these. */
  Map<Integer, Integer> LAYOUT =
      layout("йцукенгшщзхъфывапролджэячсмитьбю", "qwertyuiop[]asdfghjkl;'zxcvbnm,.");

  private static Map<Integer, Integer> layout(String cyrillic, String latin) {
    return java.util.stream.IntStream.range(0, cyrillic.length())
        .boxed()
        .collect(Collectors.toMap(i -> (int) cyrillic.charAt(i), i -> (int) latin.charAt(i)));
  }

  static Reading of(String text) {
    String raw = text.strip();
    String plain = withoutSymbologyPrefix(latin(raw)).strip();
    if (isMarkingCode(plain) || isGoodsEan(plain)) {
      return new Product(plain);
    }
    String digits = plain.replaceAll("[\\s()-]", "");
    if (CardCode.plausible(digits)) {
      return new Code(digits);
    }
    Optional<Phone> phone = Phone.parse(raw);
    if (phone.isPresent()) {
      return new PhoneNumber(phone.get());
    }
    String compact = plain.replaceAll("\\s", "");
    if (compact.matches("[A-Za-z0-9._-]{4,64}")) {
      return new Code(compact.toUpperCase(java.util.Locale.ROOT));
    }
    return new Unreadable();
  }

  private static String latin(String text) {
    StringBuilder out = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            c -> {
              Integer mapped = LAYOUT.get(Character.toLowerCase(c));
              out.appendCodePoint(
                  mapped == null
                      ? c
                      : Character.isUpperCase(c) ? Character.toUpperCase(mapped) : mapped);
            });
    return out.toString();
  }

  /** AIM prefixes such as {@code ]Q1} that some readers put before the data. */
  private static String withoutSymbologyPrefix(String text) {
    return text.matches("^\\][A-Za-z][0-9A-Za-z].*") ? text.substring(3) : text;
  }

  private static boolean isMarkingCode(String text) {
    return text.matches("^01[0-9]{14}21.{1,}") && text.length() > 20;
  }

  /**
   * A thirteen-digit code with a right check digit and a goods prefix; 2xx is for shops' own use,
   * such as cards.
   */
  private static boolean isGoodsEan(String text) {
    return text.matches("[013-9][0-9]{12}") && eanChecks(text);
  }

  private static boolean eanChecks(String code) {
    int sum = 0;
    for (int i = 0; i < 12; i++) {
      sum += (code.charAt(i) - '0') * (i % 2 == 0 ? 1 : 3);
    }
    return (10 - sum % 10) % 10 == code.charAt(12) - '0';
  }
}
