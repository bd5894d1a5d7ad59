package io.kartela.service.wallet.content;

import java.awt.Color;
import java.util.HexFormat;

/** What goes with a tier's colour. */
public final class Colors {
  /** WCAG's least contrast of small text. */
  private static final double READABLE = 4.5;

  private Colors() {}

  /** From {@code #rrggbb}. */
  public static Color of(String hex) {
    return new Color(Integer.parseInt(hex.substring(1), 16));
  }

  /** As pass.json writes it. */
  public static String css(Color color) {
    return "rgb(" + color.getRed() + ", " + color.getGreen() + ", " + color.getBlue() + ")";
  }

  /** White or near-black, whichever reads better on the background (WCAG contrast). */
  public static Color textOn(Color background) {
    double luminance = luminance(background);
    return 1.05 / (luminance + 0.05) >= (luminance + 0.05) / 0.0585
        ? Color.WHITE
        : new Color(0x1c1c1e);
  }

  /** WCAG contrast of two colours, 1..21. */
  public static double contrast(Color a, Color b) {
    double x = luminance(a) + 0.05;
    double y = luminance(b) + 0.05;
    return Math.max(x, y) / Math.min(x, y);
  }

  /** As {@code #rrggbb}. */
  public static String hex(Color color) {
    return "#" + HexFormat.of().toHexDigits(color.getRGB() & 0xffffff, 6);
  }

  /** A text for labels: quieter than the others where that can still be read. */
  public static Color labelOn(Color background) {
    Color text = textOn(background);
    Color quiet = mix(background, text, 0.78);
    return contrast(quiet, background) >= READABLE ? quiet : text;
  }

  /** share 0 gives a, 1 gives b. */
  static Color mix(Color a, Color b, double share) {
    return new Color(
        (int) Math.round(a.getRed() + (b.getRed() - a.getRed()) * share),
        (int) Math.round(a.getGreen() + (b.getGreen() - a.getGreen()) * share),
        (int) Math.round(a.getBlue() + (b.getBlue() - a.getBlue()) * share));
  }

  /** The colour turned on the wheel and made lighter or darker; both -1..1. */
  static Color shift(Color color, double turn, double brightness) {
    float[] hsb = Color.RGBtoHSB(color.getRed(), color.getGreen(), color.getBlue(), null);
    return Color.getHSBColor(
        (float) (hsb[0] + turn), hsb[1], (float) Math.clamp(hsb[2] * (1 + brightness), 0.0, 1.0));
  }

  static Color alpha(Color color, double alpha) {
    return new Color(
        color.getRed(), color.getGreen(), color.getBlue(), (int) Math.round(255 * alpha));
  }

  private static double luminance(Color color) {
    return 0.2126 * linear(color.getRed())
        + 0.7152 * linear(color.getGreen())
        + 0.0722 * linear(color.getBlue());
  }

  private static double linear(int channel) {
    double share = channel / 255.0;
    return share <= 0.03928 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
  }
}
