package io.kartela.service.platform.work;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.kartela.service.platform.db.DatabaseException;
import io.kartela.service.wallet.pass.TestHouse;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PerMerchantTest {
  private final TestHouse house = new TestHouse();
  private final PerMerchant perMerchant = new PerMerchant(house.database());

  @AfterAll
  void close() {
    house.close();
  }

  @Test
  void oneMerchantsTroubleStaysHisAndLeavesHimOutForAWhile() {
    List<Long> done = new ArrayList<>();
    List<Long> turn =
        perMerchant.each(
            "fail for one",
            List.of(1L, 2L, 3L),
            merchantId -> {
              if (merchantId == 2) {
                throw new IllegalStateException("wrong");
              }
              done.add(merchantId);
            });
    assertEquals(List.of(1L, 2L, 3L), turn);
    assertEquals(List.of(1L, 3L), done);
    assertEquals(
        List.of(1L, 3L), perMerchant.each("fail for one", List.of(1L, 2L, 3L), merchantId -> {}));
    assertEquals(List.of(2L), perMerchant.each("another work", List.of(2L), merchantId -> {}));
  }

  /** When the database is away nobody is to blame, and there is no use in going on. */
  @Test
  void anOutageIsNobodysTrouble() {
    List<Long> begun = new ArrayList<>();
    assertThrows(
        DatabaseException.class,
        () ->
            perMerchant.each(
                "look",
                List.of(1L, 2L),
                merchantId -> {
                  begun.add(merchantId);
                  boolean _ = house.database().inTenant(merchantId, PerMerchantTest::closed);
                }));
    assertEquals(List.of(1L), begun);
    assertEquals(List.of(1L, 2L), perMerchant.each("look", List.of(1L, 2L), merchantId -> {}));
  }

  private static boolean closed(Connection c) throws SQLException {
    c.close();
    try (Statement s = c.createStatement()) {
      return s.execute("SELECT 1");
    }
  }

  @Test
  void everybodyIsWhoHasAnAddress() throws SQLException {
    try (Connection c = house.owner().getConnection();
        Statement s = c.createStatement()) {
      s.execute("INSERT INTO kartela.route_slug (slug, merchant_id) VALUES ('walked', 71)");
    }
    assertEquals(List.of(71L), perMerchant.everybody());
  }
}
