package io.kartela.service.wallet.print;

import java.util.ArrayList;
import java.util.List;

/**
 * A text made to fit: as large as its box lets, broken between words; a word that is wider than the
 * box even at the smallest size is broken within, and what then has no room ends with an ellipsis.
 *
 * @param size of the letters, in millimetres
 */
record Lines(List<String> lines, float size) {
  /** From line to line, by the letters' size. */
  static final float LEADING = 1.16f;

  private static final float SMALLEST = 0.45f;
  private static final float STEP = 0.96f;

  /** No-break spaces hold words together; to the font they are spaces. */
  private static final char HELD = '\u00a0';

  float height() {
    return lines.size() * size * LEADING;
  }

  static Lines fit(Fonts fonts, String text, boolean heavy, float size, float width, float height) {
    float smallest = size * SMALLEST;
    for (float next = size; next >= smallest; next *= STEP) {
      float s = next;
      List<String> lines = wrap(fonts, text, heavy, width / s, false);
      boolean narrow =
          lines.stream().allMatch(line -> fonts.width(fonts.drawable(line), heavy) * s <= width);
      if (narrow && lines.size() * s * LEADING <= height) {
        return new Lines(even(fonts, text, heavy, width / s, lines), s);
      }
    }
    List<String> lines = wrap(fonts, text, heavy, width / smallest, true);
    int room = Math.max(1, (int) (height / (smallest * LEADING)));
    if (lines.size() > room) {
      String last = lines.get(room - 1);
      lines = new ArrayList<>(lines.subList(0, room - 1));
      lines.add(last.substring(0, Math.max(0, last.length() - 2)).stripTrailing() + "…");
    }
    return new Lines(lines, smallest);
  }

  /** In as many lines, of which none is much shorter than the others. */
  private static List<String> even(
      Fonts fonts, String text, boolean heavy, float width, List<String> lines) {
    List<String> even = lines;
    for (float narrower = width * 0.97f; narrower > width / 2; narrower -= width * 0.03f) {
      float w = narrower;
      List<String> next = wrap(fonts, text, heavy, w, false);
      boolean fits =
          next.stream().allMatch(line -> fonts.width(fonts.drawable(line), heavy) <= width);
      if (next.size() > lines.size() || !fits) {
        break;
      }
      even = next;
    }
    return even;
  }

  /** Greedily; the width is in letters' sizes. */
  private static List<String> wrap(
      Fonts fonts, String text, boolean heavy, float width, boolean within) {
    List<String> lines = new ArrayList<>();
    String line = "";
    for (String word : text.strip().split("[ \\t\\n\\r]+", -1)) {
      String longer = line.isEmpty() ? word : line + " " + word;
      if (line.isEmpty() || fonts.width(fonts.drawable(longer), heavy) <= width) {
        line = longer;
      } else {
        lines.add(line);
        line = word;
      }
      while (within && fonts.width(fonts.drawable(line), heavy) > width && line.length() > 1) {
        int fits = fitting(fonts, line, heavy, width);
        lines.add(line.substring(0, fits));
        line = line.substring(fits).replaceAll("^" + HELD, "");
      }
    }
    lines.add(line);
    return lines;
  }

  /** How much of it has room; no letter of two chars is halved. */
  private static int fitting(Fonts fonts, String line, boolean heavy, float width) {
    int fits = line.offsetByCodePoints(0, 1);
    while (fits < line.length()) {
      int next = line.offsetByCodePoints(fits, 1);
      if (fonts.width(fonts.drawable(line.substring(0, next)), heavy) > width) {
        break;
      }
      fits = next;
    }
    return fits;
  }
}
