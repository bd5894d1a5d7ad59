package io.kartela.service.member.bulk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kartela.service.member.bulk.BulkJob.State;
import io.kartela.service.wallet.pass.TestHouse;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Jobs through nodes that share them and nodes that end in the middle. */
class BulkWorkerTest {
  private static final long MERCHANT = 10;
  private static final long JOB = 7;
  private static final int MEMBERS = 400;

  private final TestHouse house = new TestHouse();
  private final Instant now = Instant.parse("2026-11-21T09:00:00Z");

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

  private void begun() {
    sql(
        """
        INSERT INTO kartela.member (merchant_id, member_id, phone, name, locale, status, consent_messages, created_at)
        SELECT 10, 1000 + i, '+7900000' || lpad(i::text, 4, '0'), 'M', 'ru', 'ACTIVE', true, now() FROM generate_series(1, %d) i
        """
            .formatted(MEMBERS));
    sql(
        "INSERT INTO kartela.member_standing (merchant_id, member_id, tier, tier_since) SELECT 10,"
            + " member_id, 'b', now() FROM kartela.member WHERE merchant_id = 10 AND member_id >"
            + " 1000");
    BulkAction action = new BulkAction(BulkAction.Kind.CREDIT, null, 500, null, "gift");
    BulkJob job = new BulkJob(JOB, action, State.RUNNING, Map.of(), "Anna", now, null);
    boolean _ =
        house
            .database()
            .inTenant(
                MERCHANT,
                c -> {
                  BulkStore.insert(
                      c,
                      MERCHANT,
                      job,
                      new BulkStore.Request("k", "h"),
                      LongStream.rangeClosed(1001, 1000 + MEMBERS).toArray());
                  return true;
                });
  }

  private void await(String what) {
    long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (sql(what) == 0) {
      assertTrue(System.nanoTime() < end, what);
      LockSupport.parkNanos(2_000_000);
    }
  }

  @Test
  void everyMemberIsChangedOnceByTwoNodesOfWhichOneEndsInTheMiddle() {
    begun();
    BulkWorker first = new BulkWorker(house.at(() -> now));
    try (BulkWorker second = new BulkWorker(house.at(() -> now))) {
      first.start();
      second.start();
      await("SELECT count(*) FROM kartela.bulk_row WHERE outcome = 'CHANGED'");
      first.close();
      await("SELECT count(*) FROM kartela.bulk_job WHERE state = 'DONE'");
    }
    assertEquals(MEMBERS, sql("SELECT count(*) FROM kartela.bulk_row WHERE outcome = 'CHANGED'"));
    assertEquals(MEMBERS * 500L, sql("SELECT sum(balance) FROM ledger.account"));
    assertEquals(MEMBERS, sql("SELECT count(*) FROM ledger.lot"));
  }
}
