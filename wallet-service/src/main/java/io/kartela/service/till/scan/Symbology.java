package io.kartela.service.till.scan;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What kind of barcode was read, as far as it matters. */
enum Symbology {
  GS1,
  EAN_8,
  EAN_13,
  UPC,
  CODE_128,
  MATRIX,
  OTHER,
  NONE;

  /** From the name that decoders give, such as {@code EAN_13}, {@code ean13}, {@code GS1-128}. */
  static Symbology named(@Nullable String name) {
    if (name == null || name.isBlank()) {
      return NONE;
    }
    String plain = name.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
    return switch (plain) {
      case "EAN13", "EAN" -> EAN_13;
      case "EAN8" -> EAN_8;
      case "UPC", "UPCA", "UPCE" -> UPC;
      case "CODE128" -> CODE_128;
      case "GS1", "GS1128", "EAN128", "GS1DATAMATRIX", "GS1QR", "DATABAR", "RSS14", "RSSEXPANDED" ->
          GS1;
      case "QR", "QRCODE", "DATAMATRIX", "PDF417", "AZTEC" -> MATRIX;
      default -> OTHER;
    };
  }

  /** From the letter and figure of an AIM prefix; caps lock may have turned the letter. */
  static Symbology aim(char letter, char modifier) {
    return switch (letter) {
      case 'E' -> modifier == '4' ? EAN_8 : EAN_13;
      case 'C', 'c' -> modifier == '1' ? GS1 : CODE_128;
      case 'd' -> modifier == '2' ? GS1 : MATRIX;
      case 'Q', 'q' -> modifier == '3' ? GS1 : MATRIX;
      case 'L', 'l', 'z', 'Z', 'D' -> MATRIX;
      case 'e' -> GS1;
      default -> OTHER;
    };
  }
}
