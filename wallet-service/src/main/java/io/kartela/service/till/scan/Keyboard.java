package io.kartela.service.till.scan;

import java.util.HashMap;
import java.util.Map;

/**
 * A wedge reader types the keys of an American keyboard; a computer whose layout is Russian makes
 * these characters of them. Pure.
 */
final class Keyboard {
  private static final Map<Character, Character> LETTERS =
      map(
          "йцукенгшщзхъфывапролджэячсмитьбюёЙЦУКЕНГШЩЗХЪФЫВАПРОЛДЖЭЯЧСМИТЬБЮЁ",
          "qwertyuiop[]asdfghjkl;'zxcvbnm,.`QWERTYUIOP{}ASDFGHJKL:\"ZXCVBNM<>~");
  private static final Map<Character, Character> SIGNS = map(".,\"№;:?/", "/?@#$^&|");

  private Keyboard() {}

  private static Map<Character, Character> map(String russian, String latin) {
    Map<Character, Character> map = new HashMap<>();
    for (int i = 0; i < russian.length(); i++) {
      map.put(russian.charAt(i), latin.charAt(i));
    }
    return Map.copyOf(map);
  }

  static boolean hasCyrillic(String text) {
    return text.chars().anyMatch(c -> LETTERS.containsKey((char) c));
  }

  /** What the reader meant; signs change only together with letters. */
  static String latin(String text) {
    if (!hasCyrillic(text)) {
      return text;
    }
    StringBuilder out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      Character letter = LETTERS.get(c);
      out.append(letter == null ? SIGNS.getOrDefault(c, c) : letter);
    }
    return out.toString();
  }
}
