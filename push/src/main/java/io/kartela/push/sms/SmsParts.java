package io.kartela.push.sms;

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
