package io.kartela.service.wallet.designer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kartela.service.code.ShortCodes;
import io.kartela.service.wallet.pass.Passes;
import io.kartela.service.wallet.pass.TestHouse;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RestylerTest {
  private static final long FIRST = 10;
  private static final long SECOND = 11;

  private final TestHouse house = new TestHouse();
  private volatile Instant now = Instant.parse("2026-11-21T09:00:00Z");

  @AfterEach
  void close() {
    house.close();
  }

  private long sql(String text) {
    try (Connection c = house.owner().getConnection();
        Statement s = c.createStatement()) {
      if (!s.execute(text)) {
        return s.getUpdateCount();
      }
      try (ResultSet r = s.getResultSet()) {
        r.next();
        return r.getLong(1);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private void published(long merchantId, int number) {
    house
        .database()
        .inTenant(
            merchantId,
            c -> {
              Restyles.start(c, merchantId, number, now);
              return true;
            });
  }

  private boolean isDone(long merchantId) {
    return sql(
            "SELECT count(*) FROM kartela.card_restyle WHERE finished_at IS NOT NULL AND"
                + " merchant_id = "
                + merchantId)
        == 1;
  }

  private void awaitDone(long merchantId) throws InterruptedException {
    long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (!isDone(merchantId)) {
      assertTrue(System.nanoTime() < end, "not restyled: " + merchantId);
      Thread.sleep(10);
    }
  }

  /** Another node draws by the design before for a second; a card told by then would keep it. */
  @Test
  void aNewerDesignWaitsForAllNodesThoughOneBeforeIsUnderWay() throws Exception {
    Passes passes = new Passes(() -> now);
    for (long merchantId : new long[] {FIRST, SECOND}) {
      house.database().inTenant(merchantId, c -> passes.create(c, merchantId, 1));
      published(merchantId, 1);
      now = now.plusSeconds(1);
    }
    now = now.plusSeconds(10);
    AtomicBoolean again = new AtomicBoolean();
    // Asked while the first merchant's cards are at it: meanwhile the second publishes once more.
    ShortCodes codes =
        new ShortCodes(
            merchantId -> {
              if (merchantId == FIRST && again.compareAndSet(false, true)) {
                published(SECOND, 2);
              }
              return false;
            });
    try (Restyler restyler = new Restyler(house.at(() -> now), passes, codes)) {
      restyler.start();
      awaitDone(FIRST);
      Thread.sleep(1_200); // two looks
      assertEquals(
          0,
          sql("SELECT done FROM kartela.card_restyle WHERE merchant_id = " + SECOND),
          "too soon");
      now = now.plusSeconds(2);
      awaitDone(SECOND);
    }
  }
}
