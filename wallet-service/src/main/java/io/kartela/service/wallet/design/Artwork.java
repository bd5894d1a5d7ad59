package io.kartela.service.wallet.design;

import io.kartela.service.platform.http.Tokens;
import io.kartela.service.wallet.content.CardArt;
import io.kartela.service.wallet.content.PictureCache;
import io.kartela.service.wallet.design.CardDesign.Face;
import io.kartela.service.wallet.design.CardDesign.Role;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;

/**
 * The pictures of a design: the merchant's own, scaled to what screens need, and drawn ones where
 * there is none.
 */
public final class Artwork {
  /** Merchants' pictures in the sizes of screens, by what they look like. */
  private static final PictureCache<Scaled, byte[]> SCALED =
      new PictureCache<>(48L * 1024 * 1024, png -> png.length);

  private record Scaled(String hash, Role role, int scale) {}

  private Artwork() {}

  /**
   * The files of an Apple pass.
   *
   * @param color the card's background, {@code #rrggbb}
   */
  public static Map<String, byte[]> apple(DesignVersion version, Face face, String color) {
    Map<String, byte[]> drawn = new LinkedHashMap<>(CardArt.draw(color));
    if (version.design().poster()) {
      drawn.putAll(CardArt.poster(color));
    }
    Map<String, byte[]> files = new LinkedHashMap<>();
    for (Role role : Role.values()) {
      boolean ofThePoster = role == Role.PRIMARY_LOGO || role == Role.BACKGROUND;
      if (role == Role.HERO
          || face.none().contains(role)
          || (ofThePoster && !version.design().poster())) {
        continue;
      }
      for (int scale = 1; scale <= 3; scale++) {
        String name = FaceReader.name(role) + (scale == 1 ? ".png" : "@" + scale + "x.png");
        byte[] own = picture(version, face, role);
        byte[] file = own == null ? drawn.get(name) : kept(own, role, scale);
        if (file != null) {
          files.put(name, file);
        }
      }
    }
    return files;
  }

  /** A merchant's picture as Google wants it: a hero of 1032×336, or a square logo of 660×660. */
  public static byte[] google(byte[] png, boolean logo) {
    return logo ? cover(png, 660, 660) : cover(png, 1032, 336);
  }

  private static byte @Nullable [] picture(DesignVersion version, Face face, Role role) {
    String id = face.pictures().get(role);
    return id == null ? null : version.pictures().get(id);
  }

  private static byte[] kept(byte[] png, Role role, int scale) {
    String hash = HexFormat.of().formatHex(Tokens.sha256(png));
    return SCALED.get(new Scaled(hash, role, scale), () -> scaled(png, role, scale));
  }

  private static byte[] scaled(byte[] png, Role role, int scale) {
    BufferedImage image = read(png);
    double most =
        Math.min(
            role.width * scale / (double) image.getWidth(),
            role.height * scale / (double) image.getHeight());
    int width = Math.max(1, (int) Math.round(image.getWidth() * most));
    int height = Math.max(1, (int) Math.round(image.getHeight() * most));
    return write(draw(image, width, height, 0, 0, width, height));
  }

  /** Fills the frame and cuts what stands out. */
  private static byte[] cover(byte[] png, int width, int height) {
    BufferedImage image = read(png);
    double scale = Math.max(width / (double) image.getWidth(), height / (double) image.getHeight());
    int w = (int) Math.ceil(image.getWidth() * scale);
    int h = (int) Math.ceil(image.getHeight() * scale);
    return write(draw(image, width, height, (width - w) / 2, (height - h) / 2, w, h));
  }

  private static BufferedImage draw(
      BufferedImage image, int width, int height, int x, int y, int w, int h) {
    BufferedImage source = image;
    // Halving first: one big step down would skip pixels.
    while (source.getWidth() >= 2 * w && source.getHeight() >= 2 * h) {
      int halfWidth = source.getWidth() / 2;
      int halfHeight = source.getHeight() / 2;
      source = paint(source, halfWidth, halfHeight, 0, 0, halfWidth, halfHeight);
    }
    return paint(source, width, height, x, y, w, h);
  }

  private static BufferedImage paint(
      BufferedImage image, int width, int height, int x, int y, int w, int h) {
    BufferedImage out = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
    Graphics2D g = out.createGraphics();
    g.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
    g.drawImage(image, x, y, w, h, null);
    g.dispose();
    return out;
  }

  private static BufferedImage read(byte[] png) {
    try {
      return Objects.requireNonNull(ImageIO.read(new ByteArrayInputStream(png)));
    } catch (IOException e) {
      throw new UncheckedIOException("a stored picture cannot be read", e);
    }
  }

  private static byte[] write(BufferedImage image) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "png", out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}
