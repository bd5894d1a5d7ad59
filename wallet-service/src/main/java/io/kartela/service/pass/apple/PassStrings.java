package io.kartela.service.pass.apple;

import io.kartela.service.http.Lang;
import io.kartela.service.pass.CardContent.Text;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The texts of one card in both languages. A text is its own key, in the member's language: a phone
 * in a third language then still shows something its owner can read. Not thread-safe; one per card
 * built.
 */
final class PassStrings {
  private static final byte[] IS = " = ".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] END = ";\n".getBytes(StandardCharsets.US_ASCII);

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

  /** Both pass.strings files. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Files(byte[] ru, byte[] en) {}

  Files files() {
    ByteArrayOutputStream ru = new ByteArrayOutputStream(2048);
    ByteArrayOutputStream en = new ByteArrayOutputStream(2048);
    texts.forEach(
        (key, text) -> {
          if (text.ru().equals(text.en())) {
            return; // its key says it already
          }
          byte[] russian = quoted(text.ru());
          byte[] english = quoted(text.en());
          byte[] own = base == Lang.RU ? russian : english;
          byte[] name = key.length() == text.in(base).length() ? own : quoted(key);
          line(ru, name, russian);
          line(en, name, english);
        });
    return new Files(ru.toByteArray(), en.toByteArray());
  }

  private static void line(ByteArrayOutputStream out, byte[] key, byte[] value) {
    out.writeBytes(key);
    out.writeBytes(IS);
    out.writeBytes(value);
    out.writeBytes(END);
  }

  private static byte[] quoted(String text) {
    String safe = isPlain(text) ? text : escaped(text);
    return ('"' + safe + '"').getBytes(StandardCharsets.UTF_8);
  }

  /** Searching for a character is far faster than looking at each. */
  private static boolean isPlain(String text) {
    return text.indexOf('"') < 0
        && text.indexOf('\\') < 0
        && text.indexOf('\n') < 0
        && text.indexOf('\r') < 0;
  }

  private static String escaped(String text) {
    // Wallet breaks lines at \n alone.
    return text.replace("\r", "").replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
  }
}
