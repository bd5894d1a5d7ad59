package io.kartela.service.till.scan;

import io.kartela.service.code.CardCode;
import io.kartela.service.code.CardNumber;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Codes of goods and of money that pass by the same readers as cards. Pure. */
final class NotCards {
  /** GTIN, then what marking adds; the separators are often lost on the way. */
  private static final Pattern MARKING =
      Pattern.compile("\\(?01\\)?[0-9]{14}\\(?(21|17|10|11|15|30|310[0-9]|37|240|91|8005)\\)?.+");

  /**
   * What decoders make of the sign that begins a marking code (è, §, a control character), or a
   * reader's letter for the symbology.
   */
  private static final Pattern FNC1 =
      Pattern.compile("^(?:[^0-9(]{1,6}|[A-Za-z]0[0-9])(?=\\(?01\\)?[0-9]{14})|^\\u001d");

  /**
   * The sign that begins a marking code, or what became of it, where it is no letter of a number.
   */
  private static final Pattern SIGN =
      Pattern.compile("^[^\\p{ASCII}\\p{IsCyrillic}№’]{1,6}\\(?01\\)?([0-9]{14}).*");

  /** The same as an address: https://id.gs1.org/01/04607034170021/21/… */
  private static final Pattern DIGITAL_LINK =
      Pattern.compile("(?i)https?://[^/\\s]+/(?:.*/)?(?:01|gtin|8006)/[0-9]{8,14}(?:[/?#].*)?");

  /** A pack of cigarettes: GTIN, seven of a serial, four of a price, four of a check. */
  private static final Pattern TOBACCO = Pattern.compile("[0-9]{14}[!-~]{7}[!-~]{4}[!-~]{4}");

  private static final Pattern EXCISE =
      Pattern.compile("[0-9]{2}[A-Z0-9]{66}|[0-9]{3}[A-Z0-9]{147}");
  private static final Pattern FISCAL = Pattern.compile("t=\\d{8}T\\d{4,6}&s=[\\d.]+&fn=.+");
  private static final Pattern EXPIRY = Pattern.compile("[0-9]{2}(0[1-9]|1[0-2])[0-9]*.*");

  /** A wallet's code as readers give it: a letter or a letter and two digits before it, zeros. */
  private static final Pattern CARD =
      Pattern.compile("(?:[A-Za-z](?:0[0-9])?)?0{0,4}([1-9][0-9]{19})");

  private NotCards() {}

  /** What stands on goods, whatever the reader says it is. */
  static boolean isMarking(String text) {
    // "P01" or "0" and a card's 20 digits can be read as 01, a GTIN and 21. The card goes first:
    // goods that pass for one are just not found, a card that passes for goods is never read.
    Matcher card = CARD.matcher(text);
    if (card.matches() && CardCode.plausible(card.group(1))) {
      return false;
    }
    // Blanks stand only in what a person copied from under the code.
    String plain = FNC1.matcher(text.replaceAll("(?<=[0-9]) (?=[0-9])", "")).replaceFirst("");
    if (DIGITAL_LINK.matcher(plain).matches()) {
      return true;
    }
    if (MARKING.matcher(plain).matches() && plain.length() > 20) {
      return true;
    }
    Matcher signed = SIGN.matcher(text);
    if (signed.matches() && CardNumber.gs1Checks(signed.group(1))) {
      return true; // however little follows
    }
    boolean tobacco =
        plain.length() == 29
            && TOBACCO.matcher(plain).matches()
            && !CardNumber.isDigits(plain)
            && CardNumber.gs1Checks(plain.substring(0, 14));
    return tobacco || EXCISE.matcher(plain).matches() || FISCAL.matcher(plain).matches();
  }

  /** Symbologies that only goods and boxes carry, and numbers in them that only goods have. */
  static boolean isGoods(Symbology symbology, String text) {
    boolean digits = CardNumber.isDigits(text);
    return switch (symbology) {
      case GS1 -> text.matches("\\(?(00|01|02)\\)?[0-9]{14,}.*");
      case EAN_8 -> text.length() == 8 && CardNumber.gs1Checks(text);
      case UPC -> digits && text.length() == 8;
      case EAN_13, CODE_128, MATRIX, OTHER, NONE -> false;
    };
  }

  /** A bank's card: a number that checks, an expiry behind it. */
  static boolean isPaymentCard(String number, String rest) {
    return number.matches("[2-6][0-9]{12,18}")
        && CardNumber.luhnChecks(number)
        && EXPIRY.matcher(rest).matches();
  }
}
