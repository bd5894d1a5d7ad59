package io.kartela.service.promo.certificate;

import io.kartela.service.platform.http.Tokens;
import io.kartela.service.promo.code.CodeKey;
import io.kartela.service.promo.code.CodeText;
import java.security.SecureRandom;
import java.util.Locale;
import java.util.OptionalLong;

/**
 * What opens a certificate: its code, sixteen symbols by chance and their check, and the link of
 * its page. Both are kept sealed and found by keyed hashes.
 *
 * @param code in groups, as it is shown
 * @param link the name of its page
 */
record CertificateCode(String code, String link) {
  private static final int SYMBOLS = 16;
  private static final int GROUP = 4;
  private static final String MARK = "CERT:";
  private static final SecureRandom RANDOM = new SecureRandom();

  /** A new one, which nobody can guess. */
  static CertificateCode random(long merchantId) {
    StringBuilder bare = new StringBuilder();
    for (int i = 0; i < SYMBOLS; i++) {
      bare.append(CodeText.SYMBOLS.charAt(RANDOM.nextInt(CodeText.SYMBOLS.length())));
    }
    bare.append(CodeText.check(bare.toString()));
    return new CertificateCode(
        grouped(bare.toString()), Long.toString(merchantId, 36) + "-" + Tokens.random());
  }

  private static String grouped(String bare) {
    StringBuilder shown = new StringBuilder();
    for (int i = 0; i < bare.length(); i++) {
      shown.append(i > 0 && i % GROUP == 0 && i < SYMBOLS ? "-" : "").append(bare.charAt(i));
    }
    return shown.toString();
  }

  /** A code as it counts, whatever its case, blanks, dashes and mark; "" for what is none. */
  static String fold(String text) {
    String upper = text.strip().toUpperCase(Locale.ROOT);
    return CodeText.fold(upper.startsWith(MARK) ? upper.substring(MARK.length()) : upper);
  }

  /** An honest slip: as long as a code, and its check says that it is none. */
  static boolean mistyped(String folded) {
    return folded.length() != SYMBOLS + 1 || !CodeText.checks(folded);
  }

  /** By which a folded code is found; promo codes are hashed apart. */
  static long hash(CodeKey key, String folded) {
    return key.hash("CERT:" + folded);
  }

  static long linkHash(CodeKey key, String link) {
    return key.hash("CERT LINK:" + link);
  }

  static String tail(String folded) {
    return folded.substring(Math.max(0, folded.length() - GROUP));
  }

  /** What a barcode says, so that a till knows it from a card. */
  String barcode() {
    return MARK + fold(code);
  }

  byte[] seal(CodeKey key) {
    return key.seal(code + " " + link);
  }

  static CertificateCode open(CodeKey key, byte[] sealed) {
    String both = key.open(sealed);
    int between = both.indexOf(' ');
    return new CertificateCode(both.substring(0, between), both.substring(between + 1));
  }

  /** Whose page it is, as the link says; whether there is one, only the database knows. */
  static OptionalLong merchantOf(String link) {
    int dash = link.indexOf('-');
    try {
      return dash < 1 || dash > 13
          ? OptionalLong.empty()
          : OptionalLong.of(Long.parseLong(link.substring(0, dash), 36));
    } catch (NumberFormatException e) {
      return OptionalLong.empty();
    }
  }
}
