package io.kartela.certs;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Recognises what people send instead of a key, to tell them so. */
final class FileKind {
  /** DER of the type "signed data" (1.2.840.113549.1.7.2), in which profiles come. */
  private static final byte[] SIGNED_DATA = {
    0x06, 0x09, 0x2a, (byte) 0x86, 0x48, (byte) 0x86, (byte) 0xf7, 0x0d, 0x01, 0x07, 0x02
  };

  private FileKind() {}

  /** The usual name of a file's kind; empty when it is none of the usual ones. */
  static String of(byte[] file) {
    String head =
        new String(Arrays.copyOf(file, Math.min(file.length, 16)), StandardCharsets.ISO_8859_1);
    if (head.startsWith("\u00ff\u00d8\u00ff")) {
      return "JPEG";
    }
    if (head.startsWith("\u0089PNG")) {
      return "PNG";
    }
    if (head.startsWith("GIF8")) {
      return "GIF";
    }
    if (head.startsWith("%PDF")) {
      return "PDF";
    }
    if (head.startsWith("PK\u0003\u0004")) {
      return "ZIP";
    }
    String text = head.strip();
    if (text.startsWith("{")) {
      return "JSON";
    }
    if (text.startsWith("<")) {
      return "XML";
    }
    return isSignedData(file) ? ".mobileprovision" : "";
  }

  /** A sequence that begins with the type, whatever the length of its length. */
  private static boolean isSignedData(byte[] file) {
    if (file.length < 20 || file[0] != 0x30) {
      return false;
    }
    int length = file[1] & 0xff;
    int at = 2 + (length > 0x80 ? length - 0x80 : 0);
    return at + SIGNED_DATA.length <= file.length
        && Arrays.equals(file, at, at + SIGNED_DATA.length, SIGNED_DATA, 0, SIGNED_DATA.length);
  }
}
