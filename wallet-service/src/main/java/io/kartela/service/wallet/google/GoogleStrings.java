package io.kartela.service.wallet.google;

import io.kartela.service.platform.http.Lang;
import io.kartela.service.platform.http.Signs;
import io.kartela.service.wallet.content.CardContent.Text;
import java.util.List;
import java.util.Map;

/** Texts as Google wants them: cut to its lengths, in the member's language and the other. */
final class GoogleStrings {
  private GoogleStrings() {}

  /** The text in the member's language, and beside it in both. */
  static void localised(Map<String, Object> to, String name, Text given, Lang base) {
    Text text = new Text(Signs.clean(given.ru()), Signs.clean(given.en()));
    to.put(name, text.in(base));
    to.put(
        "localized" + Character.toUpperCase(name.charAt(0)) + name.substring(1),
        strings(text, base));
  }

  static Map<String, Object> strings(Text text, Lang base) {
    Lang other = base == Lang.RU ? Lang.EN : Lang.RU;
    return Map.of(
        "defaultValue", Map.of("language", base.tag(), "value", text.in(base)),
        "translatedValues", List.of(Map.of("language", other.tag(), "value", text.in(other))));
  }

  static Text cut(Text text) {
    return new Text(cut(text.ru(), 20), cut(text.en(), 20));
  }

  /** Google counts characters, and cuts or refuses what is longer. */
  static String cut(String text, int most) {
    return text.codePointCount(0, text.length()) <= most
        ? text
        : text.substring(0, text.offsetByCodePoints(0, most - 1)) + "…";
  }
}
