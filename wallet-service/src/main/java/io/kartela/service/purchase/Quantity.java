package io.kartela.service.purchase;

/** Quantities travel as decimal text and are counted in thousandths. */
final class Quantity {
  private Quantity() {}

  /**
   * Thousandths, or −1 when the text is not a positive decimal of at most 12 digits and three
   * places.
   */
  static long parse(String text) {
    String plain = text.strip().replace(',', '.');
    if (!plain.matches("[0-9]{1,12}(\\.[0-9]{1,3})?")) {
      return -1;
    }
    int dot = plain.indexOf('.');
    String whole = dot < 0 ? plain : plain.substring(0, dot);
    String rest = dot < 0 ? "" : plain.substring(dot + 1);
    return Long.parseLong(whole) * 1000 + Long.parseLong((rest + "000").substring(0, 3));
  }

  /** The shortest decimal text. */
  static String text(long milli) {
    if (milli % 1000 == 0) {
      return Long.toString(milli / 1000);
    }
    String text = (milli / 1000) + "." + String.format(java.util.Locale.ROOT, "%03d", milli % 1000);
    return text.replaceAll("0+$", "");
  }
}
