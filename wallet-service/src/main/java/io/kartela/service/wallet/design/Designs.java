package io.kartela.service.wallet.design;

import io.kartela.service.platform.db.Database;
import io.kartela.service.wallet.content.PictureCache;
import io.kartela.service.wallet.design.CardDesign.Face;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Published designs as cards need them. A version never changes, so it is kept once read, as long
 * as there is room for its pictures; which one is current is asked again every second, so that all
 * nodes follow a publication. Thread-safe.
 */
public final class Designs {
  private static final Duration CURRENT_FOR = Duration.ofSeconds(1);

  /** What the pictures of all kept versions may take. */
  private static final long MOST_BYTES = 64L * 1024 * 1024;

  /** Roughly what a version takes besides its pictures. */
  private static final long DOCUMENT_BYTES = 20_000;

  private final Database database;
  private final InstantSource clock;
  private final PictureCache<Key, DesignVersion> versions =
      new PictureCache<>(MOST_BYTES, Designs::bytes);
  private final Map<Long, Current> current = new ConcurrentHashMap<>();

  private record Key(long merchantId, int number) {}

  private record Current(int number, long untilMillis) {}

  public Designs(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  /** The design in force; the first one when none was published. */
  public DesignVersion current(long merchantId) {
    Current known = current.get(merchantId);
    if (known == null || known.untilMillis <= clock.millis()) {
      int number = database.lookUp(merchantId, c -> newest(c, merchantId));
      known = new Current(number, clock.millis() + CURRENT_FOR.toMillis());
      current.put(merchantId, known);
    }
    return version(merchantId, known.number).orElseGet(DesignVersion::first);
  }

  /** Looks at once for what is current, after a publication. */
  public void forget(long merchantId) {
    current.remove(merchantId);
  }

  /** One version; 0 is the first design. */
  public Optional<DesignVersion> version(long merchantId, int number) {
    if (number == 0) {
      return Optional.of(DesignVersion.first());
    }
    Key key = new Key(merchantId, number);
    return versions.find(key, () -> database.lookUp(merchantId, c -> read(c, key)));
  }

  private static long bytes(DesignVersion version) {
    return DOCUMENT_BYTES + version.pictures().values().stream().mapToLong(png -> png.length).sum();
  }

  /** The number of the newest version; 0 when none was published. */
  public static int newest(Connection c, long merchantId) throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            "SELECT coalesce(max(number), 0) FROM kartela.card_design WHERE merchant_id = ?")) {
      s.setLong(1, merchantId);
      try (ResultSet r = s.executeQuery()) {
        r.next();
        return r.getInt(1);
      }
    }
  }

  private static Optional<DesignVersion> read(Connection c, Key key) throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            "SELECT document FROM kartela.card_design WHERE merchant_id = ? AND number = ?")) {
      s.setLong(1, key.merchantId);
      s.setInt(2, key.number);
      try (ResultSet r = s.executeQuery()) {
        return r.next()
            ? Optional.of(prepare(c, key.merchantId, key.number, r.getString(1)))
            : Optional.empty();
      }
    }
  }

  /** A stored document with its pictures; it was valid when it was published. */
  private static DesignVersion prepare(Connection c, long merchantId, int number, String document)
      throws SQLException {
    DesignReader.Result result =
        DesignReader.read(
            document, new DesignReader.Surroundings(sizes(c, merchantId), null, true));
    CardDesign design = result.design();
    if (design == null) {
      throw new IllegalStateException(
          "design " + number + " of merchant " + merchantId + ": " + result.problems());
    }
    return with(c, merchantId, number, design);
  }

  /** A design with the pictures it uses. */
  public static DesignVersion with(Connection c, long merchantId, int number, CardDesign design)
      throws SQLException {
    Set<String> used = new HashSet<>(design.face().pictures().values());
    for (Face face : design.tiers().values()) {
      used.addAll(face.pictures().values());
    }
    Map<String, byte[]> pictures = new HashMap<>();
    try (PreparedStatement s =
        c.prepareStatement(
            """
            SELECT image_id, content FROM kartela.card_design_image
            WHERE merchant_id = ? AND image_id = ANY (?)
            """)) {
      s.setLong(1, merchantId);
      s.setArray(2, c.createArrayOf("text", used.toArray()));
      try (ResultSet r = s.executeQuery()) {
        while (r.next()) {
          pictures.put(r.getString(1), r.getBytes(2));
        }
      }
    }
    return new DesignVersion(merchantId, number, design, pictures);
  }

  /** One of the merchant's pictures. */
  public Optional<byte[]> picture(long merchantId, String id) {
    return database.lookUp(merchantId, c -> picture(c, merchantId, id));
  }

  private static Optional<byte[]> picture(Connection c, long merchantId, String id)
      throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            "SELECT content FROM kartela.card_design_image WHERE merchant_id = ? AND image_id ="
                + " ?")) {
      s.setLong(1, merchantId);
      s.setString(2, id);
      try (ResultSet r = s.executeQuery()) {
        return r.next() ? Optional.of(r.getBytes(1)) : Optional.empty();
      }
    }
  }

  /** The sizes of the merchant's pictures. */
  public static Map<String, DesignReader.Size> sizes(Connection c, long merchantId)
      throws SQLException {
    Map<String, DesignReader.Size> sizes = new HashMap<>();
    try (PreparedStatement s =
        c.prepareStatement(
            "SELECT image_id, width, height FROM kartela.card_design_image WHERE merchant_id ="
                + " ?")) {
      s.setLong(1, merchantId);
      try (ResultSet r = s.executeQuery()) {
        while (r.next()) {
          sizes.put(r.getString(1), new DesignReader.Size(r.getInt(2), r.getInt(3)));
        }
      }
    }
    return sizes;
  }
}
