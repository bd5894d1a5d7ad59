package io.kartela.service.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kartela.certs.MasterKey;
import io.kartela.certs.Vault;
import io.kartela.service.member.standing.TierRecompute;
import io.kartela.service.platform.db.Jpa;
import io.kartela.service.platform.work.Resealing;
import io.kartela.service.program.Programs;
import io.kartela.service.shop.merchant.Merchants;
import io.kartela.service.wallet.pass.TestHouse;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Jobs that take long: they hold no other back, and are told for what they are. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class JobsTest {
  private static final String TASK =
      "INSERT INTO kartela.scheduled_tasks (task_name, task_instance, execution_time, picked,"
          + " last_heartbeat, version) VALUES ";

  private final TestHouse house = new TestHouse();
  private final InstantSource clock = InstantSource.system();
  private final Jpa jpa = new Jpa(house.database(), List.of(Merchants.ENTITY));

  @BeforeEach
  void nothingWaits() throws SQLException {
    sql("TRUNCATE kartela.scheduled_tasks");
  }

  @AfterAll
  void close() {
    jpa.close();
    house.close();
  }

  private void sql(String text) throws SQLException {
    try (Connection c = house.owner().getConnection();
        Statement s = c.createStatement()) {
      s.execute(text);
    }
  }

  private long number(String text) throws SQLException {
    try (Connection c = house.owner().getConnection();
        Statement s = c.createStatement();
        ResultSet r = s.executeQuery(text)) {
      r.next();
      return r.getLong(1);
    }
  }

  private Jobs jobs() {
    return new Jobs(
        house.at(clock),
        new TierRecompute(
            house.database(),
            new Programs(house.database(), clock),
            new Merchants(house.database(), jpa, clock)),
        new Programs(house.database(), clock),
        new SimpleMeterRegistry(),
        Optional.empty(),
        new Resealing(
            house.database(), new Vault(MasterKey.of(MasterKey.generate()), List.of()), List.of()),
        new Jobs.Merchantly(
            merchantId -> {},
            merchantId -> {},
            merchantId -> {},
            merchantId -> {},
            merchantId -> {},
            merchantId -> {}));
  }

  @Test
  void longOnesHoldNoOtherBack() throws Exception {
    // Two are due first, and wait for a table that somebody has locked; sessions do not.
    sql(
        TASK
            + """
            ('book-due', 'recurring', now() - interval '3 minutes', false, NULL, 1),
            ('recompute-tiers', 'recurring', now() - interval '2 minutes', false, NULL, 1),
            ('clean-up', 'recurring', now() - interval '1 minute', false, NULL, 1)
            """);
    sql(
        "INSERT INTO kartela.session (token_hash, merchant_id, staff_id, created_at, expires_at)"
            + " VALUES ('\\x01', 1, 1, now() - interval '2 days', now() - interval '1 day')");
    try (Connection c = house.owner().getConnection();
        Statement s = c.createStatement()) {
      c.setAutoCommit(false);
      s.execute("LOCK TABLE kartela.work_trouble IN ACCESS EXCLUSIVE MODE");
      try (Jobs jobs = jobs()) {
        jobs.start();
        long end = System.nanoTime() + Duration.ofSeconds(25).toNanos();
        while (number("SELECT count(*) FROM kartela.session") > 0) {
          assertTrue(System.nanoTime() < end, "the clean-up waits for other jobs");
          Thread.sleep(50);
        }
        c.rollback();
      }
    }
  }

  @Test
  void aRunningOneIsNotOverdue() throws SQLException {
    sql(
        TASK
            + """
            ('self-check', 'recurring', now() - interval '1 hour', true, now() - interval '4 minutes', 1),
            ('book-due', 'recurring', now() - interval '1 hour', true, now() - interval '50 minutes', 1),
            ('clean-up', 'recurring', now() - interval '1 hour', false, NULL, 1),
            ('sweep-google', 'recurring', now() - interval '1 minute', true, now(), 1)
            """);
    Map<String, Object> report = new WorkHealth(house.database(), List::of, List::of).report();
    String sick = String.valueOf(report.get("sickWork"));
    assertTrue(sick.contains("job book-due"), "its node is gone: " + sick);
    assertTrue(sick.contains("job clean-up"), sick);
    assertTrue(!sick.contains("self-check"), "it is being done: " + sick);
    List<?> running = (List<?>) report.getOrDefault("runningWork", List.of());
    assertEquals(1, running.size(), running::toString);
    assertTrue(running.toString().contains("job self-check"), running::toString);
    assertTrue(running.toString().contains("since="), running::toString);
  }
}
