package io.kartela.service.code;

import io.kartela.service.platform.http.Tokens;

/**
 * The code of a wallet card that has to fit an EAN-13: 985…989, nine random digits and GS1's check
 * digit. GS1 gives these prefixes to nobody, so neither goods nor coupons begin so; 2… would be
 * taken for a scale's label. Pure.
 */
public final class ShortCode {
  private static final String SHAPE = "98[5-9][0-9]{10}";

  private ShortCode() {}

  public static String random() {
    // 10,000 is a multiple of five: every prefix is as likely as the others.
    String body = "98" + (5 + Integer.parseInt(Tokens.digits(4)) % 5) + Tokens.digits(9);
    return body + CardNumber.gs1CheckDigit(body);
  }

  /** Whether it begins like one and is as long, its check digit right or wrong. */
  public static boolean looksLikeOne(String text) {
    return text.matches(SHAPE);
  }

  /** As it stands under the bars: 9 871234 567890. */
  public static String grouped(String code) {
    return code.charAt(0) + " " + code.substring(1, 7) + " " + code.substring(7);
  }
}
