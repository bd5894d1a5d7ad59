package io.kartela.service.till.nfc;

import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

/** Ways in which readers write bytes down. Pure. */
public final class Cryptograms {
  /** The tag of the cryptogram in a phone's reply to the reader. */
  private static final byte[] TAG = {(byte) 0x9f, 0x27};

  private Cryptograms() {}

  /** Hex (also in groups), base64 or base64url; a whole reply of the phone is unpacked. */
  public static Optional<byte[]> bytes(String text) {
    String compact = text.replaceAll("[\\s:-]", "");
    Optional<byte[]> plain =
        compact.length() % 2 == 0 && compact.matches("[0-9A-Fa-f]+")
            ? Optional.of(HexFormat.of().parseHex(compact))
            : base64(text.strip());
    return plain.map(Cryptograms::unpacked);
  }

  private static Optional<byte[]> base64(String text) {
    String standard = text.replace('-', '+').replace('_', '/').replaceAll("=+$", "");
    if (standard.length() % 4 == 1 || !standard.matches("[0-9A-Za-z+/]+")) {
      return Optional.empty();
    }
    try {
      return Optional.of(Base64.getDecoder().decode(standard));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** {@code 70 … 9F2A … 9F27 …}: what a reader that unpacks nothing passes on. */
  private static byte[] unpacked(byte[] all) {
    if (all.length < 2 || all[0] != 0x70) {
      return all;
    }
    int at = length(all, 1) < 0 ? all.length : 1 + lengthBytes(all, 1);
    while (at + 3 <= all.length) {
      int length = length(all, at + 2);
      int from = at + 2 + lengthBytes(all, at + 2);
      if (length < 0 || from + length > all.length) {
        return all;
      }
      if (all[at] == TAG[0] && all[at + 1] == TAG[1]) {
        return Arrays.copyOfRange(all, from, from + length);
      }
      at = from + length;
    }
    return all;
  }

  private static int length(byte[] all, int at) {
    int first = all[at] & 0xff;
    if (first < 0x80) {
      return first;
    }
    return first == 0x81 && at + 1 < all.length ? all[at + 1] & 0xff : -1;
  }

  private static int lengthBytes(byte[] all, int at) {
    return (all[at] & 0xff) < 0x80 ? 1 : 2;
  }
}
