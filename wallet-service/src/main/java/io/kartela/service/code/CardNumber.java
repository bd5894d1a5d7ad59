package io.kartela.service.code;

import java.util.Locale;
import java.util.Optional;

/** Numbers of physical cards as they are stored and looked up. Pure. */
public final class CardNumber {
  public static final int SHORTEST = 3;
  public static final int LONGEST = 64;

  /** How many leading digits of a goods-like number tell whose it is. */
  private static final int PREFIX = 7;

  private CardNumber() {}

  /**
   * The one form of a number: digits without the blanks and dashes that people put between them, or
   * else letters and digits in capitals. Empty when this is no number. Two forms may still be the
   * same card: see {@link CardKey}.
   */
  public static Optional<String> canonical(String text) {
    String plain = tidy(text).strip();
    String number =
        plain.matches("[0-9\\s-]+")
            ? plain.replaceAll("[\\s-]", "")
            : plain.replaceAll("\\s", "").toUpperCase(Locale.ROOT);
    return number.matches("[\\p{L}\\p{N}._-]{" + SHORTEST + "," + LONGEST + "}")
        ? Optional.of(number)
        : Optional.empty();
  }

  /**
   * Every blank as the ordinary one, every dash as the hyphen, digits and wide letters of other
   * scripts as ours; what nobody sees (directions, joiners, byte order marks) is gone.
   */
  public static String tidy(String text) {
    if (text.chars().allMatch(c -> c < 0x7f)) {
      return text;
    }
    StringBuilder out = new StringBuilder(text.length());
    text.codePoints().forEach(c -> tidy(out, c));
    return out.toString();
  }

  private static void tidy(StringBuilder out, int c) {
    int type = Character.getType(c);
    if (Character.isDigit(c)) {
      out.append((char) ('0' + Character.digit(c, 10)));
    } else if (c >= 0xff01 && c <= 0xff5e) {
      out.append((char) (c - 0xfee0)); // the wide forms of East Asia
    } else if (type == Character.SPACE_SEPARATOR || type == Character.LINE_SEPARATOR) {
      out.append(' ');
    } else if (type == Character.DASH_PUNCTUATION || c == 0x2212 || c == 0x2043) {
      out.append('-'); // also the sign for minus and the bullet
    } else if (type != Character.FORMAT) {
      out.appendCodePoint(c);
    }
  }

  public static boolean isDigits(String text) {
    return !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  /** Thirteen digits whose first ones belong to goods; 2… is for shops' own use, such as cards. */
  public static boolean goodsShaped(String code) {
    return code.matches("[013-9][0-9]{12}");
  }

  public static String goodsPrefix(String code) {
    return code.substring(0, PREFIX);
  }

  /** EAN-8, UPC-A, EAN-13, GTIN-14 and SSCC: weights 3 and 1 from the right. */
  public static boolean gs1Checks(String digits) {
    return isDigits(digits)
        && digits.charAt(digits.length() - 1)
            == gs1CheckDigit(digits.substring(0, digits.length() - 1));
  }

  public static char gs1CheckDigit(String digits) {
    int sum = 0;
    for (int i = 0; i < digits.length(); i++) {
      sum += (digits.charAt(digits.length() - 1 - i) - '0') * (i % 2 == 0 ? 3 : 1);
    }
    return (char) ('0' + (10 - sum % 10) % 10);
  }

  public static boolean luhnChecks(String digits) {
    return isDigits(digits)
        && digits.charAt(digits.length() - 1)
            == CardCode.checkDigit(digits.substring(0, digits.length() - 1));
  }
}
