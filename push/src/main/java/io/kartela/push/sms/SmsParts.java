package io.kartela.push.sms;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * How many parts a text is sent and paid in (3GPP TS 23.038 and 23.040): one of 160 septets or 70
 * UTF-16 units, or several of 153 or 67, since each then carries a header. Neither a character of
 * two septets nor a surrogate pair is cut in two, so that a part may end one short.
 *
 * @param coding what the text needs
 * @param units septets or UTF-16 units of the whole
 * @param pieces the text as it is cut
 */
public record SmsParts(Coding coding, int units, List<String> pieces) {
  private static final String BASIC =
      "@£$¥èéùìòÇ\n"
          + "Øø\r"
          + "ÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZ"
          + "ÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
  private static final String EXTENSION = "\f^{}\\[~]|€";

  /** Where the characters of the extension stand behind the escape, in the same order. */
  private static final byte[] EXTENDED = {
    0x0A, 0x14, 0x28, 0x29, 0x2F, 0x3C, 0x3D, 0x3E, 0x40, 0x65
  };

  private static final String EXTENDED_TEXT = new String(EXTENDED, StandardCharsets.US_ASCII);

  /** Between Ξ and Æ. */
  private static final int ESCAPE = 0x1B;

  /** The alphabet of the text. */
  public enum Coding {
    GSM7(160, 153),
    UCS2(70, 67);

    private final int alone;
    private final int joined;

    Coding(int alone, int joined) {
      this.alone = alone;
      this.joined = joined;
    }

    /** Of one part when it is the only one. */
    public int alone() {
      return alone;
    }

    /** Of one part of several. */
    public int joined() {
      return joined;
    }
  }

  public SmsParts {
    pieces = List.copyOf(pieces);
  }

  public static SmsParts of(String text) {
    Coding coding = text.chars().allMatch(c -> septets(c) > 0) ? Coding.GSM7 : Coding.UCS2;
    int units = text.codePoints().map(c -> width(coding, c)).sum();
    return new SmsParts(coding, units, units <= coding.alone ? List.of(text) : cut(text, coding));
  }

  public int parts() {
    return pieces.size();
  }

  /** A piece as SMPP carries it: one septet to a byte, or UTF-16 with the high byte first. */
  public byte[] bytes(String piece) {
    if (coding == Coding.UCS2) {
      return piece.getBytes(StandardCharsets.UTF_16BE);
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (int i = 0; i < piece.length(); i++) {
      int basic = BASIC.indexOf(piece.charAt(i));
      if (basic >= 0) {
        bytes.write(basic < ESCAPE ? basic : basic + 1);
      } else {
        bytes.write(ESCAPE);
        bytes.write(EXTENDED[EXTENSION.indexOf(piece.charAt(i))]);
      }
    }
    return bytes.toByteArray();
  }

  /** What was written by {@link #bytes}; unknown septets are left out. */
  public static String text(Coding coding, byte[] bytes) {
    if (coding == Coding.UCS2) {
      return new String(bytes, StandardCharsets.UTF_16BE);
    }
    StringBuilder text = new StringBuilder();
    boolean escaped = false;
    for (byte one : bytes) {
      if (escaped) {
        int extension = EXTENDED_TEXT.indexOf(one);
        text.append(extension < 0 ? ' ' : EXTENSION.charAt(extension));
        escaped = false;
      } else if (one == ESCAPE) {
        escaped = true;
      } else if (one >= 0) {
        text.append(BASIC.charAt(one < ESCAPE ? one : one - 1));
      }
    }
    return text.toString();
  }

  private static List<String> cut(String text, Coding coding) {
    List<String> pieces = new ArrayList<>();
    int from = 0;
    int filled = 0;
    for (int at = 0; at < text.length(); ) {
      int point = text.codePointAt(at);
      int width = width(coding, point);
      if (filled + width > coding.joined) {
        pieces.add(text.substring(from, at));
        from = at;
        filled = 0;
      }
      filled += width;
      at += Character.charCount(point);
    }
    pieces.add(text.substring(from));
    return pieces;
  }

  private static int width(Coding coding, int point) {
    return coding == Coding.GSM7 ? septets(point) : Character.charCount(point);
  }

  /** 0: the alphabet has no such character. */
  private static int septets(int c) {
    if (BASIC.indexOf(c) >= 0) {
      return 1;
    }
    return EXTENSION.indexOf(c) >= 0 ? 2 : 0;
  }
}
