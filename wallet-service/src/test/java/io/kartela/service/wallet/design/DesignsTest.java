package io.kartela.service.wallet.design;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kartela.service.wallet.pass.TestHouse;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Published designs in memory: as many as their pictures leave room for. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DesignsTest {
  private static final long SHOP = 7;
  private static final int PICTURE = 3_000_000;
  private static final int VERSIONS = 40;

  /** Of all merchants together. */
  private static final long ROOM = 64L * 1024 * 1024;

  private final TestHouse house = new TestHouse();

  @AfterAll
  void close() {
    house.close();
  }

  @Test
  void theirPicturesAreBoundedByBytes() {
    house.database().inTenant(SHOP, DesignsTest::publishAll);
    Designs designs = new Designs(house.database(), InstantSource.system());
    Set<DesignVersion> read = Collections.newSetFromMap(new IdentityHashMap<>());
    for (int number = 1; number <= VERSIONS; number++) {
      read.add(designs.version(SHOP, number).orElseThrow());
    }
    long kept = 0;
    for (int number = VERSIONS; number >= 1; number--) {
      if (!read.contains(designs.version(SHOP, number).orElseThrow())) {
        break;
      }
      kept += PICTURE;
    }
    assertTrue(kept > 0, "the newest is kept");
    long bytes = kept;
    assertTrue(bytes <= ROOM, () -> bytes + " bytes of pictures are kept");
    assertTrue(designs.version(SHOP, VERSIONS + 1).isEmpty());
  }

  private static boolean publishAll(Connection c) throws SQLException {
    try (PreparedStatement image =
            c.prepareStatement(
                """
                INSERT INTO kartela.card_design_image (merchant_id, image_id, content, width, height, created_by, created_at)
                VALUES (?, ?, ?, 1125, 432, 'test', now())
                """);
        PreparedStatement version =
            c.prepareStatement(
                "INSERT INTO kartela.card_design (merchant_id, number, document, published_at,"
                    + " published_by) VALUES (?, ?, ?, now(), 'test')")) {
      for (int number = 1; number <= VERSIONS; number++) {
        String id = String.format("%064x", number);
        image.setLong(1, SHOP);
        image.setString(2, id);
        image.setBytes(3, new byte[PICTURE]);
        image.executeUpdate();
        version.setLong(1, SHOP);
        version.setInt(2, number);
        version.setString(
            3,
            DesignVersion.firstDocument()
                .replace("\"strip\":\"drawn\"", "\"strip\":\"" + id + "\""));
        version.executeUpdate();
      }
    }
    return true;
  }
}
