package io.kartela.service.platform.http;

/**
 * The line before a chunk: its size in hexadecimal, and perhaps extensions, which say nothing to
 * us.
 */
final class Chunks {
  /** Beyond any limit of ours, and far from where a sum of sizes overflows. */
  private static final int MAX_DIGITS = 8;

  private static final long MAX_SIZE = Integer.MAX_VALUE;

  private Chunks() {}

  static long size(String line) {
    int digits = 0;
    long size = 0;
    while (digits < line.length()
        && Character.digit(line.charAt(digits), 16) >= 0
        && line.charAt(digits) < 0x80) {
      size = size * 16 + Character.digit(line.charAt(digits), 16);
      if (++digits > MAX_DIGITS) {
        throw wrong();
      }
    }
    if (digits == 0 || size > MAX_SIZE) {
      throw wrong();
    }
    int at = blanks(line, digits);
    if (at < line.length() && line.charAt(at) != ';') {
      throw wrong();
    }
    for (int i = at; i < line.length(); i++) {
      char c = line.charAt(i);
      if ((c < ' ' && c != '\t') || c == 0x7f) {
        throw wrong();
      }
    }
    return size;
  }

  /** Blanks are allowed before an extension only. */
  private static int blanks(String line, int start) {
    int at = start;
    while (at < line.length() && (line.charAt(at) == ' ' || line.charAt(at) == '\t')) {
      at++;
    }
    if (at == line.length() && at > start) {
      throw wrong();
    }
    return at;
  }

  private static Framing.Broken wrong() {
    return new Framing.Broken(400, "a chunk's size is not a hexadecimal number");
  }
}
