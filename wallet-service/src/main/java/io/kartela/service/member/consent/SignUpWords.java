package io.kartela.service.member.consent;

import io.kartela.service.platform.http.LocalText;
import io.kartela.service.platform.http.Tokens;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The words that people tick on the sign-up page. Never edited: new words are added below the old
 * ones, so that what somebody agreed to can be shown for ever.
 */
public enum SignUpWords {
  PROGRAM_2026(
      Purpose.PROGRAM,
      "Согласен на участие в программе и на обработку моих данных для неё",
      "I agree to take part in the program and that my data is used for it"),
  MARKETING_2026(
      Purpose.MARKETING, "Хочу узнавать об акциях и подарках", "Tell me about offers and gifts"),
  /** The law wants consent to the use of data apart from everything else. */
  RULES_2026(
      Purpose.PROGRAM, "Принимаю правила программы лояльности", "I accept the program’s terms"),
  PERSONAL_DATA_2026(
      Purpose.PERSONAL_DATA,
      "Даю согласие на обработку моих персональных данных",
      "I consent to the processing of my personal data");

  private final Purpose purpose;
  private final String ru;
  private final String en;
  private final String version;

  SignUpWords(Purpose purpose, String ru, String en) {
    this.purpose = purpose;
    this.ru = ru;
    this.en = en;
    this.version = HexFormat.of().formatHex(Tokens.sha256(ru + "\n" + en), 0, 6);
  }

  /** What the page says now. */
  public static SignUpWords of(Purpose purpose) {
    return Arrays.stream(values())
        .filter(words -> words.purpose == purpose)
        .reduce((before, after) -> after)
        .orElseThrow();
  }

  static Optional<LocalText> read(@Nullable String version) {
    return Arrays.stream(values())
        .filter(words -> words.version.equals(version))
        .map(SignUpWords::words)
        .findFirst();
  }

  public LocalText words() {
    return new LocalText(ru, en);
  }

  String version() {
    return version;
  }
}
