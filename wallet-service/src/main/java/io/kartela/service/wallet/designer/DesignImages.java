package io.kartela.service.wallet.designer;

import io.kartela.service.platform.db.Database;
import io.kartela.service.platform.http.Problem;
import io.kartela.service.platform.http.ProblemCode;
import io.kartela.service.platform.http.Tokens;
import io.kartela.service.shop.staff.StaffPrincipal;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.jspecify.annotations.Nullable;

/** The merchant's own pictures: PNG, kept by the hash of their bytes. Thread-safe. */
final class DesignImages {
  /** Most bytes of a picture. */
  static final int MOST_BYTES = 1_000_000;

  private static final int MOST = 100;
  private static final int MOST_PIXELS = 4_000_000;

  /** Somebody else's encoder may have packed it better. */
  private static final int MOST_KEPT = 3 * MOST_BYTES;

  private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10};

  private final Database database;
  private final InstantSource clock;

  DesignImages(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  /** A kept picture. */
  record Image(String id, int width, int height, int bytes, String createdBy, Instant createdAt) {}

  private record Size(int width, int height) {}

  /**
   * Keeps a picture: drawn anew, so that only what is seen is kept and handed on. The same bytes
   * again are the same picture.
   */
  Image add(StaffPrincipal staff, byte[] given) {
    BufferedImage picture = read(given);
    byte[] png = picture == null ? new byte[0] : written(picture);
    if (picture == null || png.length > MOST_KEPT) {
      throw new Problem(ProblemCode.IMAGE_INVALID);
    }
    Size size = new Size(picture.getWidth(), picture.getHeight());
    String id = HexFormat.of().formatHex(Tokens.sha256(png));
    long merchantId = staff.merchantId();
    return database.inTenant(
        merchantId,
        c -> {
          List<Image> all = all(c, merchantId);
          if (all.stream().noneMatch(i -> i.id().equals(id))) {
            if (all.size() >= MOST) {
              throw new Problem(ProblemCode.TOO_MANY_IMAGES, MOST);
            }
            insert(c, staff, id, png, size);
          }
          return all(c, merchantId).stream()
              .filter(i -> i.id().equals(id))
              .findFirst()
              .orElseThrow();
        });
  }

  List<Image> all(long merchantId) {
    return database.inTenant(merchantId, c -> all(c, merchantId));
  }

  private static List<Image> all(Connection c, long merchantId) throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            """
            SELECT image_id, width, height, octet_length(content), created_by, created_at
            FROM kartela.card_design_image WHERE merchant_id = ? ORDER BY created_at DESC, image_id
            """)) {
      s.setLong(1, merchantId);
      List<Image> found = new ArrayList<>();
      try (ResultSet r = s.executeQuery()) {
        while (r.next()) {
          found.add(
              new Image(
                  r.getString(1),
                  r.getInt(2),
                  r.getInt(3),
                  r.getInt(4),
                  r.getString(5),
                  r.getTimestamp(6).toInstant()));
        }
      }
      return found;
    }
  }

  private void insert(Connection c, StaffPrincipal staff, String id, byte[] png, Size size)
      throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            """
            INSERT INTO kartela.card_design_image (merchant_id, image_id, content, width, height, created_by, created_at)
            VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
            """)) {
      s.setLong(1, staff.merchantId());
      s.setString(2, id);
      s.setBytes(3, png);
      s.setInt(4, size.width);
      s.setInt(5, size.height);
      s.setString(6, staff.name());
      s.setTimestamp(7, Timestamp.from(clock.instant()));
      s.executeUpdate();
    }
  }

  /** Null unless it is a PNG that can be drawn. Its size is read before its pixels. */
  private static @Nullable BufferedImage read(byte[] png) {
    if (png.length < PNG.length || !Arrays.equals(png, 0, PNG.length, PNG, 0, PNG.length)) {
      return null;
    }
    try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(png))) {
      Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName("png");
      if (in == null || !readers.hasNext()) {
        return null;
      }
      ImageReader reader = readers.next();
      try {
        // Texts and profiles inside stay packed: they may be a thousand times what they seem.
        reader.setInput(in, true, true);
        int width = reader.getWidth(0);
        int height = reader.getHeight(0);
        if (width < 1 || height < 1 || (long) width * height > MOST_PIXELS) {
          return null;
        }
        return reader.read(0);
      } finally {
        reader.dispose();
      }
    } catch (IOException | RuntimeException e) {
      return null; // damaged in whatever way the decoder dislikes
    }
  }

  private static byte[] written(BufferedImage picture) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      ImageIO.write(picture, "png", out);
    } catch (IOException e) {
      throw new UncheckedIOException("PNG cannot be written", e);
    }
    return out.toByteArray();
  }
}
