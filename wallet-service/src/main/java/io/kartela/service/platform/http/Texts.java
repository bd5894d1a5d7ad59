package io.kartela.service.platform.http;

/** Texts that people write and cards show, without what makes them read otherwise. Pure. */
public final class Texts {
  private Texts() {}

  /**
   * Signs that turn the direction of reading and show nothing themselves: with one of them a name
   * swallows the words behind it.
   */
  public static boolean isDirection(int c) {
    return (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069);
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
