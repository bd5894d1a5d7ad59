package io.kartela.service.pass.apple;

import io.kartela.service.http.Lang;
import io.kartela.service.pass.CardContent.Text;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The texts of one card in both languages. A text is its own key, in the member's language: a phone
 * in a third language then still shows something its owner can read. Not thread-safe; one per card
 * built.
 */
final class PassStrings {
  /**
   * Begins a text as one of two-byte characters, which Russian will be: it is not widened half-way.
   */
  private static final char WIDE = 'ё';

  private final Lang base;
  private final Map<String, Text> texts = new LinkedHashMap<>();

  PassStrings(Lang base) {
    this.base = base;
  }

  /** What pass.json says for this text. */
  String key(Text text) {
    String key = text.in(base);
    Text there = texts.putIfAbsent(key, text);
    while (there != null && !there.equals(text)) {
      // Two texts that are equal in one language only: an invisible mark keeps their keys apart.
      key += "\u200b";
      there = texts.putIfAbsent(key, text);
    }
    return key;
  }

  String key(String ru, String en) {
    return key(new Text(ru, en));
  }

  /** A pass.strings file. */
  byte[] file(Lang lang) {
    StringBuilder out = new StringBuilder(1024).append(WIDE);
    texts.forEach(
        (key, text) -> {
          if (text.ru().equals(text.en())) {
            return; // its key says it already
          }
          quote(out, key);
          out.append(" = ");
          quote(out, text.in(lang));
          out.append(";\n");
        });
    return out.substring(1).getBytes(StandardCharsets.UTF_8);
  }

  private static void quote(StringBuilder out, String text) {
    out.append('"');
    if (isPlain(text)) {
      out.append(text);
    } else {
      escape(out, text);
    }
    out.append('"');
  }

  /** Searching for a character is far faster than looking at each. */
  private static boolean isPlain(String text) {
    return text.indexOf('"') < 0
        && text.indexOf('\\') < 0
        && text.indexOf('\n') < 0
        && text.indexOf('\r') < 0;
  }

  private static void escape(StringBuilder out, String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\n' -> out.append("\\n");
        case '\r' -> {
          // Wallet breaks lines at \n alone.
        }
        default -> out.append(c);
      }
    }
  }
}
