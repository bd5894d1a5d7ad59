package io.kartela.service.till.scan;

import io.kartela.service.till.nfc.SmartTap;
import io.kartela.service.till.scan.Reading.Medium;
import java.util.HexFormat;
import java.util.Optional;

/** A bundle of Smart Tap records that a reader passes on whole. Pure. */
final class SmartTapText {
  /** An external record of type {@code asv}, short or long. */
  private static final String HEAD = "(?i)(94|b4|d4|f4)03[0-9a-f]{2}617376[0-9a-f]*";

  private SmartTapText() {}

  static Optional<Reading> hex(String text) {
    return text.length() % 2 == 0 && text.matches(HEAD)
        ? value(HexFormat.of().parseHex(text))
        : Optional.empty();
  }

  static Optional<Reading> value(byte[] records) {
    return records.length > 6 && records[3] == 'a' && records[4] == 's' && records[5] == 'v'
        ? SmartTap.value(records).map(v -> new Reading.Decrypted(Medium.GOOGLE_NFC, v, null))
        : Optional.empty();
  }
}
