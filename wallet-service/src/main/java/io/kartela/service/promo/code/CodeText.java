package io.kartela.service.promo.code;

import java.util.Locale;

/**
 * How promo codes are written: symbols that nobody takes for another, the last of them a check of
 * the others; and read: whatever the case, with or without blanks and dashes. Pure.
 */
public final class CodeText {
  /** Without 0 and O, 1, I and L. Their number is prime, so that the check finds any swap. */
  public static final String SYMBOLS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";

  static final int LONGEST = 40;
  static final int SHORTEST = 3;

  /** How a barcode says that it is a promo code and no card. */
  static final String MARK = "PROMO:";

  private static final String CYRILLIC = "АВЕКМНОРСТУХ";
  private static final String LIKE_IT = "ABEKMHOPCTYX";

  private CodeText() {}

  /**
   * A code as it counts: capitals and digits; Cyrillic letters that look like Latin ones are those.
   *
   * @return "" for what cannot be a code
   */
  public static String fold(String text) {
    String upper = text.strip().toUpperCase(Locale.ROOT);
    String folded = bare(upper.startsWith(MARK) ? upper.substring(MARK.length()) : upper);
    boolean right = folded.length() >= SHORTEST && folded.length() <= LONGEST;
    return right ? folded : "";
  }

  /** The same of a part of a code, however short. */
  static String bare(String text) {
    String bare = text.strip().toUpperCase(Locale.ROOT);
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < bare.length(); i++) {
      char c = bare.charAt(i);
      if (Character.isWhitespace(c) || c == '-' || c == '–' || c == '_' || c == '.') {
        continue;
      }
      int alike = CYRILLIC.indexOf(c);
      if (alike < 0 && !Character.isLetterOrDigit(c)) {
        return "";
      }
      out.append(alike < 0 ? c : LIKE_IT.charAt(alike));
    }
    return out.toString();
  }

  /** The symbol that a folded code ends with. */
  public static char check(String before) {
    int sum = 0;
    for (int i = 0; i < before.length(); i++) {
      int place = SYMBOLS.indexOf(before.charAt(i));
      sum += (i % 30 + 1) * (place < 0 ? before.charAt(i) : place);
    }
    return SYMBOLS.charAt(sum % SYMBOLS.length());
  }

  /** Whether the last symbol of a folded code fits the others. */
  public static boolean checks(String folded) {
    int last = folded.length() - 1;
    return folded.charAt(last) == check(folded.substring(0, last));
  }

  /** As it is printed: the prefix apart. */
  static String shown(String prefix, String symbols) {
    String whole = symbols + check(fold(prefix + symbols));
    return prefix.isEmpty() ? whole : prefix + "-" + whole;
  }
}
