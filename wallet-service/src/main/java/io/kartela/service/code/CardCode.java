package io.kartela.service.code;

import io.kartela.service.platform.http.Tokens;
import java.util.HexFormat;

/**
 * The code in a wallet card's barcode: 19 random digits and a Luhn check digit. Random, so nobody
 * guesses another's card; digits only, so every keyboard layout, letter case and one-dimensional
 * symbology carries it whole.
 */
public final class CardCode {
  public static final int LENGTH = 20;

  /** Hexadecimal digits of {@link #tap}. */
  public static final int TAP_LENGTH = 32;

  private CardCode() {}

  public static String random() {
    // The first digit is not zero: a spreadsheet or a scanner may drop leading zeros.
    String body = (char) ('1' + Integer.parseInt(Tokens.digits(4)) % 9) + Tokens.digits(LENGTH - 2);
    return body + checkDigit(body);
  }

  /** Whether this can be a wallet card's code at all. */
  public static boolean plausible(String code) {
    return code.length() == LENGTH
        && code.chars().allMatch(c -> c >= '0' && c <= '9')
        && code.charAt(LENGTH - 1) == checkDigit(code.substring(0, LENGTH - 1));
  }

  /**
   * For people: groups of four with only the last ones readable would be a secret; the number shown
   * is its tail.
   */
  public static String humanNumber(String code) {
    String tail = code.substring(code.length() - 8);
    return tail.substring(0, 4) + " " + tail.substring(4);
  }

  /**
   * What a phone held to a reader says. It follows the code, so that a re-issued card is dead
   * there, too; neither the code nor anything that stands in an address can be worked out from it,
   * nor it from them. The database has the same as the column {@code tapped}.
   */
  public static String tap(String code) {
    return HexFormat.of()
        .withUpperCase()
        .formatHex(Tokens.sha256("tapped:" + code), 0, TAP_LENGTH / 2);
  }

  /**
   * Eight hexadecimal digits that follow the code. Phones of before said the pass's serial, a dash
   * and these of the code by which that pass was made.
   */
  public static String tapMark(String code) {
    return HexFormat.of().formatHex(Tokens.sha256("tap:" + code), 0, 4);
  }

  /** Luhn. */
  public static char checkDigit(String digits) {
    int sum = 0;
    for (int i = 0; i < digits.length(); i++) {
      int d = digits.charAt(digits.length() - 1 - i) - '0';
      if (i % 2 == 0) {
        d *= 2;
        if (d > 9) {
          d -= 9;
        }
      }
      sum += d;
    }
    return (char) ('0' + (10 - sum % 10) % 10);
  }
}
