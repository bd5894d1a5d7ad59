package io.kartela.service.message.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.kartela.service.platform.work.Silences;
import io.kartela.service.wallet.pass.TestHouse;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DeliveryMetersTest {
  private final TestHouse house = new TestHouse();
  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  private volatile Instant now = Instant.parse("2026-11-21T09:00:00Z");

  @AfterEach
  void close() {
    house.close();
  }

  private double rows() {
    return registry
        .get("kartela_outbox_rows")
        .tag("kind", OutboxClaims.PASS_CHANGED)
        .gauge()
        .value();
  }

  /** There are a dozen gauges: each would wait as long for a database that does not answer. */
  @Test
  void aSlowAnswerIsAsFreshAsItCame() throws Exception {
    new DeliveryMeters(
        registry,
        new OutboxClaims(house.database()),
        new DeadLetters(house.database()),
        new Silences(() -> now),
        () -> now);
    CompletableFuture<Double> first;
    try (Connection c = house.owner().getConnection();
        Statement s = c.createStatement()) {
      c.setAutoCommit(false);
      s.execute("LOCK TABLE kartela.outbox IN ACCESS EXCLUSIVE MODE");
      first = CompletableFuture.supplyAsync(this::rows);
      DeliveryScene.until("it waits", this::isWaiting);
      now = now.plus(Duration.ofSeconds(10));
      c.rollback();
    }
    assertEquals(0, first.get(10, TimeUnit.SECONDS));
    execute(
        "INSERT INTO kartela.outbox (merchant_id, kind, member_id) VALUES (1, 'PASS_CHANGED', 1)");
    assertEquals(0, rows(), "not asked again at once");
    now = now.plus(Duration.ofSeconds(6));
    assertEquals(1, rows());
  }

  private boolean isWaiting() {
    try (Connection c = house.owner().getConnection();
        Statement s = c.createStatement();
        var r =
            s.executeQuery(
                "SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND"
                    + " wait_event_type = 'Lock'")) {
      return r.next();
    } catch (java.sql.SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private void execute(String sql) throws java.sql.SQLException {
    try (Connection c = house.owner().getConnection();
        Statement s = c.createStatement()) {
      s.execute(sql);
    }
  }
}
