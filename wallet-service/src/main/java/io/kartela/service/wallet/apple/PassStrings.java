package io.kartela.service.wallet.apple;

import io.kartela.service.platform.http.Lang;
import io.kartela.service.platform.http.Signs;
import io.kartela.service.wallet.content.CardContent.Text;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The texts of one card in both languages. A text is its own key, in the member's language: a phone
 * in a third language then still shows something its owner can read. Not thread-safe; one per card
 * built.
 */
final class PassStrings {
  private final Lang base;
  private final Map<String, Text> texts = new LinkedHashMap<>();

  PassStrings(Lang base) {
    this.base = base;
  }

  /** What pass.json says for this text. */
  String key(Text given) {
    Text text = new Text(Signs.clean(given.ru()), Signs.clean(given.en()));
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

  /** Both pass.strings files: UTF-16 with a byte order mark, which every reader of passes takes. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Files(byte[] ru, byte[] en) {
    String ruText() {
      return new String(ru, StandardCharsets.UTF_16);
    }

    String enText() {
      return new String(en, StandardCharsets.UTF_16);
    }
  }

  Files files() {
    StringBuilder ru = new StringBuilder(2048);
    StringBuilder en = new StringBuilder(2048);
    texts.forEach(
        (key, text) -> {
          if (text.ru().equals(text.en())) {
            return; // its key says it already
          }
          line(ru, key, text.ru());
          line(en, key, text.en());
        });
    return new Files(file(ru), file(en));
  }

  private static byte[] file(StringBuilder text) {
    byte[] file = new byte[2 + 2 * text.length()];
    file[0] = (byte) 0xff;
    file[1] = (byte) 0xfe;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      file[2 + 2 * i] = (byte) c;
      file[3 + 2 * i] = (byte) (c >> 8);
    }
    return file;
  }

  private static void line(StringBuilder out, String key, String value) {
    out.append('"').append(escaped(key)).append("\" = \"").append(escaped(value)).append("\";\n");
  }

  private static String escaped(String text) {
    // Searching for a character is far faster than looking at each.
    boolean plain =
        text.indexOf('"') < 0
            && text.indexOf('\\') < 0
            && text.indexOf('\n') < 0
            && text.indexOf('\r') < 0;
    // Wallet breaks lines at \n alone.
    return plain
        ? text
        : text.replace("\r", "").replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
  }
}
