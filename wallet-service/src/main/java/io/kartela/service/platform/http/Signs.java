package io.kartela.service.platform.http;

/** Texts that people write and cards show, without what makes them read otherwise. Pure. */
public final class Signs {
  private Signs() {}

  /**
   * Signs that turn the direction of reading and show nothing themselves: with one of them a name
   * swallows the words behind it.
   */
  public static boolean isDirection(int c) {
    return (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069);
  }

  /**
   * Whether nothing of it shows: blanks of all kinds, and signs that only shape others. Control
   * characters are another mistake.
   */
  public static boolean isInvisible(String text) {
    return text.codePoints().allMatch(Signs::isInvisible);
  }

  private static boolean isInvisible(int c) {
    return switch (Character.getType(c)) {
      case Character.SPACE_SEPARATOR,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.FORMAT ->
          true;
      // Letters and marks that fonts draw as nothing: Hangul fillers, the empty Braille cell, the
      // grapheme joiner, vowels of Khmer that are not written, and what chooses a variant.
      default ->
          c == 0x034f
              || c == 0x115f
              || c == 0x1160
              || c == 0x17b4
              || c == 0x17b5
              || (c >= 0x180b && c <= 0x180f)
              || c == 0x2800
              || c == 0x3164
              || (c >= 0xfe00 && c <= 0xfe0f)
              || c == 0xffa0
              || (c >= 0xe0000 && c <= 0xe0fff);
    };
  }

  /** Without those; phones put them around the numbers that people copy. */
  public static String straight(String text) {
    return drop(text, false);
  }

  /** Also without control characters, broken ones and line ends other than the plain one. */
  public static String clean(String text) {
    return drop(text, true);
  }

  /** The same in one line. */
  public static String line(String text) {
    String clean = clean(text);
    return isOneLine(clean) ? clean : clean.replaceAll("\\s+", " ").strip();
  }

  private static boolean isOneLine(String text) {
    return text.indexOf('\n') < 0 && text.indexOf('\t') < 0;
  }

  private static String drop(String text, boolean controls) {
    int at = 0;
    while (at < text.length() && !isDropped(text.charAt(at), controls)) {
      at++;
    }
    if (at == text.length()) {
      return text;
    }
    StringBuilder out = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            c -> {
              if (c == 0x2028 || c == 0x2029) {
                out.append('\n');
              } else if (c >= 0x10000 || !isDropped((char) c, controls)) {
                out.appendCodePoint(c);
              }
            });
    return out.toString();
  }

  /** A half of a pair is looked at again as a whole. */
  private static boolean isDropped(char c, boolean controls) {
    if (c < 0x20 || (c >= 0x7f && c < 0xa0)) {
      return controls && c != '\n' && c != '\t';
    }
    return c >= 0x2028
        && (isDirection(c)
            || (controls && (c <= 0x2029 || c >= 0xfffe || Character.isSurrogate(c))));
  }
}
