package io.kartela.service.wallet.content;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.imageio.ImageIO;

/**
 * Draws a card's images in the tier's colour: icon, logo mark and strip at three scales. No text is
 * drawn, so no font has to be installed.
 */
public final class CardArt {
  private static final int[] SCALES = {1, 2, 3};
  private static final int STRIP_WIDTH = 375;
  private static final int STRIP_HEIGHT = 144;
  private static final int POSTER_WIDTH = 345;
  private static final int POSTER_HEIGHT = 505;

  /** What programs draw again and again: a designer's preview at every key that is pressed. */
  private static final PictureCache<String, Map<String, byte[]>> DRAWN =
      new PictureCache<>(
          24L * 1024 * 1024, files -> files.values().stream().mapToLong(f -> f.length).sum());

  private CardArt() {}

  /** File name in the bundle → PNG; nobody changes the bytes. */
  public static Map<String, byte[]> draw(String tierColor) {
    return DRAWN.get("card" + tierColor, () -> card(tierColor));
  }

  private static Map<String, byte[]> card(String tierColor) {
    Color color = Colors.of(tierColor);
    Map<String, byte[]> files = new LinkedHashMap<>();
    for (int scale : SCALES) {
      String suffix = scale == 1 ? ".png" : "@" + scale + "x.png";
      files.put("icon" + suffix, png(icon(color, 38, scale)));
      files.put("logo" + suffix, png(logo(color, 50, scale)));
      files.put("strip" + suffix, png(strip(color, scale)));
    }
    return Collections.unmodifiableMap(files);
  }

  /** What the poster style of newer iPhones shows besides: file name in the bundle → PNG. */
  public static Map<String, byte[]> poster(String tierColor) {
    return DRAWN.get("poster" + tierColor, () -> wholeCard(tierColor));
  }

  private static Map<String, byte[]> wholeCard(String tierColor) {
    Color color = Colors.of(tierColor);
    Map<String, byte[]> files = new LinkedHashMap<>();
    for (int scale : SCALES) {
      String suffix = scale == 1 ? ".png" : "@" + scale + "x.png";
      files.put("background" + suffix, png(background(color, scale)));
      files.put("primaryLogo" + suffix, png(mark(color, 30, scale)));
    }
    return Collections.unmodifiableMap(files);
  }

  /** The picture a Google card shows instead of the strip, 1032×336. */
  public static byte[] hero(String tierColor) {
    BufferedImage image = new BufferedImage(1032, 336, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = graphics(image, 1);
    g.scale(1032.0 / STRIP_WIDTH, 336.0 / 122);
    paintStrip(g, Colors.of(tierColor));
    g.dispose();
    return png(image);
  }

  /** A square logo of 660×660, which Google crops to a circle. */
  public static byte[] squareLogo(String tierColor) {
    Color color = Colors.of(tierColor);
    BufferedImage image = new BufferedImage(660, 660, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = graphics(image, 1);
    g.setPaint(
        new GradientPaint(
            0, 0, Colors.shift(color, 0.012, 0.12), 660, 660, Colors.shift(color, -0.012, -0.3)));
    g.fillRect(0, 0, 660, 660);
    paintMark(g, 660, Colors.textOn(color), 0.5);
    g.dispose();
    return png(image);
  }

  /** A page's icon on a home screen, so many pixels wide; its mark stays within a round mask. */
  public static byte[] app(String color, int pixels) {
    return DRAWN
        .get(
            "app" + color + pixels, () -> Map.of("app.png", png(icon(Colors.of(color), pixels, 1))))
        .getOrDefault("app.png", new byte[0]);
  }

  private static BufferedImage icon(Color color, int points, int scale) {
    BufferedImage image =
        new BufferedImage(points * scale, points * scale, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = graphics(image, scale);
    g.setPaint(
        new GradientPaint(
            0,
            0,
            Colors.shift(color, 0.012, 0.12),
            points,
            points,
            Colors.shift(color, -0.012, -0.3)));
    g.fillRect(0, 0, points, points);
    paintMark(g, points, Colors.textOn(color), 0.62);
    g.dispose();
    return image;
  }

  private static BufferedImage logo(Color color, int points, int scale) {
    BufferedImage image =
        new BufferedImage(points * scale, points * scale, BufferedImage.TYPE_INT_ARGB);
    Graphics2D g = graphics(image, scale);
    Color text = Colors.textOn(color);
    g.setColor(Colors.alpha(text, 0.16));
    g.fill(new RoundRectangle2D.Double(5, 5, points - 10, points - 10, 14, 14));
    paintMark(g, points, text, 0.5);
    g.dispose();
    return image;
  }

  private static BufferedImage strip(Color color, int scale) {
    BufferedImage image =
        new BufferedImage(STRIP_WIDTH * scale, STRIP_HEIGHT * scale, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = graphics(image, scale);
    paintStrip(g, color);
    g.dispose();
    return image;
  }

  private static BufferedImage mark(Color color, int points, int scale) {
    BufferedImage image =
        new BufferedImage(points * scale, points * scale, BufferedImage.TYPE_INT_ARGB);
    Graphics2D g = graphics(image, scale);
    paintMark(g, points, Colors.textOn(color), 0.92);
    g.dispose();
    return image;
  }

  /** The strip's waves and glow, as large as the card. */
  private static BufferedImage background(Color color, int scale) {
    BufferedImage image =
        new BufferedImage(POSTER_WIDTH * scale, POSTER_HEIGHT * scale, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = graphics(image, scale);
    boolean light = Colors.textOn(color).equals(Color.WHITE);
    g.setPaint(
        new GradientPaint(
            0,
            0,
            light ? Colors.shift(color, -0.01, -0.2) : Colors.mix(color, Color.WHITE, 0.18),
            POSTER_WIDTH,
            0,
            light ? Colors.shift(color, 0.02, 0.1) : Colors.shift(color, -0.012, -0.06)));
    g.fillRect(0, 0, POSTER_WIDTH, POSTER_HEIGHT);
    g.setColor(Colors.alpha(Color.WHITE, 0.05));
    for (int ring = 0; ring < 6; ring++) {
      double radius = 60 + ring * 38;
      g.fill(new Ellipse2D.Double(270 - radius, 150 - radius, 2 * radius, 2 * radius));
    }
    g.translate(0, POSTER_HEIGHT - 260);
    g.scale(POSTER_WIDTH / (double) STRIP_WIDTH, 260.0 / STRIP_HEIGHT);
    paintWaves(g);
    g.dispose();
    return image;
  }

  /**
   * The colour runs from left to right only and the glow is made of flat discs: rows then repeat,
   * and the PNG is a quarter of what a slanted gradient takes. Every phone downloads it with every
   * change.
   */
  private static void paintStrip(Graphics2D g, Color color) {
    boolean light = Colors.textOn(color).equals(Color.WHITE);
    Color from = light ? Colors.shift(color, -0.01, -0.26) : Colors.mix(color, Color.WHITE, 0.22);
    Color to = light ? Colors.shift(color, 0.02, 0.14) : Colors.shift(color, -0.012, -0.1);
    g.setPaint(new GradientPaint(0, 0, from, STRIP_WIDTH, 0, to));
    g.fillRect(0, 0, STRIP_WIDTH, STRIP_HEIGHT);
    g.setColor(Colors.alpha(Color.WHITE, 0.055));
    for (int ring = 0; ring < 6; ring++) {
      double radius = 40 + ring * 21;
      g.fill(new Ellipse2D.Double(312 - radius, 46 - radius, 2 * radius, 2 * radius));
    }
    paintWaves(g);
    AffineTransform before = g.getTransform();
    g.translate(312 - 23, 46 - 23);
    paintMark(g, 46, Colors.alpha(Color.WHITE, 0.92), 0.86);
    g.setTransform(before);
  }

  /** Three veils along the lower edge. */
  private static void paintWaves(Graphics2D g) {
    for (int veil = 0; veil < 3; veil++) {
      double top = 86 + veil * 17;
      Path2D wave = new Path2D.Double();
      wave.moveTo(0, top + 14);
      wave.curveTo(90, top - 26 + veil * 9, 150, top + 34 - veil * 6, 240, top + 4);
      wave.curveTo(295, top - 14, 335, top - 4 + veil * 4, STRIP_WIDTH, top - 16);
      wave.lineTo(STRIP_WIDTH, STRIP_HEIGHT);
      wave.lineTo(0, STRIP_HEIGHT);
      wave.closePath();
      g.setColor(Colors.alpha(veil == 1 ? Color.BLACK : Color.WHITE, 0.07));
      g.fill(wave);
    }
  }

  /** A four-pointed spark and a small companion, in a square of the given size. */
  private static void paintMark(Graphics2D g, double size, Color color, double share) {
    double radius = size * share / 2;
    g.setColor(color);
    g.fill(spark(size / 2 - radius * 0.1, size / 2 + radius * 0.08, radius * 0.98));
    g.fill(spark(size / 2 + radius * 0.68, size / 2 - radius * 0.66, radius * 0.36));
  }

  private static Shape spark(double x, double y, double radius) {
    double waist = radius * 0.17;
    Path2D path = new Path2D.Double();
    path.moveTo(x, y - radius);
    path.quadTo(x + waist, y - waist, x + radius, y);
    path.quadTo(x + waist, y + waist, x, y + radius);
    path.quadTo(x - waist, y + waist, x - radius, y);
    path.quadTo(x - waist, y - waist, x, y - radius);
    path.closePath();
    return path;
  }

  private static Graphics2D graphics(BufferedImage image, int scale) {
    Graphics2D g = image.createGraphics();
    g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    g.scale(scale, scale);
    return g;
  }

  private static byte[] png(BufferedImage image) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "png", out);
    } catch (IOException e) {
      throw new UncheckedIOException("PNG cannot be written", e);
    }
    return out.toByteArray();
  }
}
