package io.kartela.service.platform.http;

import java.util.Locale;

/** A text for people in both languages. */
public record LocalText(String ru, String en) {
  private static final Locale RUSSIAN = Locale.of("ru");

  /** What is wrong with a certificate or a key. */
  public static LocalText of(io.kartela.certs.IdentityProblem problem) {
    return new LocalText(problem.text(RUSSIAN), problem.text(Locale.ENGLISH));
  }

  public static LocalText same(String both) {
    return new LocalText(both, both);
  }

  public String in(Lang lang) {
    return lang == Lang.RU ? ru : en;
  }
}
