package io.kartela.service.wallet.apple;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import javax.imageio.ImageIO;

/** Nine PNGs of seeded noise, about 61 KB together, as in the measurements of other libraries. */
final class BenchImages {
  private BenchImages() {}

  static Map<String, byte[]> nine() {
    Map<String, byte[]> images = new LinkedHashMap<>();
    Random random = new Random(42);
    for (int scale = 1; scale <= 3; scale++) {
      String suffix = scale == 1 ? ".png" : "@" + scale + "x.png";
      images.put("icon" + suffix, noise(random, 18 * scale, 18 * scale));
      images.put("logo" + suffix, noise(random, 40 * scale, 12 * scale));
      images.put("strip" + suffix, noise(random, 54 * scale, 12 * scale));
    }
    return images;
  }

  private static byte[] noise(Random random, int width, int height) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        image.setRGB(x, y, random.nextInt(1 << 24));
      }
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "png", out);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return out.toByteArray();
  }
}
