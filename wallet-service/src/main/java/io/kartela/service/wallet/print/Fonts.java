package io.kartela.service.wallet.print;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/**
 * Manrope in two weights, with Cyrillic and ₽ (OFL, see OFL.txt beside the files). A document holds
 * the letters that it uses.
 */
final class Fonts {
  private final PDFont medium;
  private final PDFont bold;
  private final Map<Integer, Boolean> known = new HashMap<>();

  Fonts(PDDocument document) throws IOException {
    this.medium = font(document, "Manrope-Medium.ttf");
    this.bold = font(document, "Manrope-ExtraBold.ttf");
  }

  private static PDFont font(PDDocument document, String file) throws IOException {
    try (InputStream in = Fonts.class.getResourceAsStream(file)) {
      return PDType0Font.load(document, Objects.requireNonNull(in), true);
    }
  }

  PDFont of(boolean heavy) {
    return heavy ? bold : medium;
  }

  /** Without what the font cannot draw, such as emoji, of which a viewer would make a box. */
  String drawable(String text) {
    StringBuilder kept = new StringBuilder();
    text.replace('\u00a0', ' ')
        .codePoints()
        .filter(point -> known.computeIfAbsent(point, this::hasGlyph))
        .forEach(kept::appendCodePoint);
    return kept.toString();
  }

  /** Letters that the font cannot draw; emoji and the like may be left out, letters may not. */
  String missingLetters(String text) {
    return text.codePoints()
        .filter(Character::isLetterOrDigit)
        .filter(point -> !known.computeIfAbsent(point, this::hasGlyph))
        .distinct()
        .limit(10)
        .mapToObj(Character::toString)
        .collect(Collectors.joining(" "));
  }

  private boolean hasGlyph(int point) {
    try {
      bold.encode(Character.toString(point));
      return true;
    } catch (IllegalArgumentException e) {
      return false;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** How wide a line is at size 1. */
  float width(String line, boolean heavy) {
    try {
      return of(heavy).getStringWidth(line) / 1000;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
