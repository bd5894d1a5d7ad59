package io.kartela.service.message.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kartela.service.message.delivery.Undelivered.Channel;
import io.kartela.service.message.delivery.Undelivered.Reason;
import io.kartela.service.platform.http.Http;
import io.kartela.service.wallet.pass.TestHouse;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Looking at what could not be told, every two seconds, costs the same however much it is. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DeadLettersTest {
  private static final int LETTERS = 60_000;

  /** What a look may read of it. */
  private static final int FLAT = 25_000;

  private final TestHouse house = new TestHouse();
  private final DeadLetters letters = new DeadLetters(house.database());

  @BeforeEach
  void fill() throws SQLException {
    sql(
        """
        TRUNCATE kartela.dead_letter;
        INSERT INTO kartela.dead_letter (merchant_id, channel, member_id, target, reason, detail, created_at,
            tried_at, next_try)
        SELECT 1 + n %% 3, CASE WHEN n %% 2 = 0 THEN 'APPLE' ELSE 'GOOGLE' END, n, '',
            CASE WHEN n %% 2 = 0 THEN 'CERTIFICATE' ELSE 'UNREACHABLE' END, 'word ' || n,
            timestamptz '2026-11-01T00:00:00Z' + n * interval '1 second', now() - interval '10 minutes', 'infinity'
        FROM generate_series(1, %d) n;
        INSERT INTO kartela.dead_letter (merchant_id, channel, member_id, target, reason, detail, created_at,
            tried_at, next_try)
        VALUES (9, 'GOOGLE', 1, '', 'REFUSED', 'no', '2026-11-02', now(), now() + interval '1 day')
        """
            .formatted(LETTERS));
  }

  @AfterAll
  void close() {
    house.close();
  }

  private void sql(String text) throws SQLException {
    try (Connection c = house.owner().getConnection();
        Statement s = c.createStatement()) {
      s.execute(text);
      // What this session read is counted now, not when it ends, which may be in the midst of a
      // test.
      s.execute("SELECT pg_stat_force_next_flush()");
    }
  }

  /** Rows and entries of indexes of dead letters that were read so far. */
  private long read() {
    return house
        .database()
        .asWorker(
            c -> {
              try (Statement s = c.createStatement()) {
                s.execute("SELECT pg_stat_force_next_flush()");
              }
              c.commit();
              try (Statement s = c.createStatement();
                  ResultSet r =
                      s.executeQuery(
                          """
                          SELECT (SELECT seq_tup_read FROM pg_stat_all_tables WHERE relname = 'dead_letter')
                              + (SELECT sum(idx_tup_read) FROM pg_stat_all_indexes WHERE relname = 'dead_letter')
                          """)) {
                r.next();
                return r.getLong(1);
              }
            });
  }

  @Test
  void aLookReadsNoMoreThanItMustWhateverWaits() {
    long before = read();
    assertTrue(letters.refresh());
    long refreshed = read() - before;
    assertTrue(refreshed > 0 && refreshed < FLAT, () -> refreshed + " read by a look");
    assertEquals(3, letters.all().size(), () -> letters.all().toString());
    Undelivered apple = letters.all().getFirst();
    assertEquals(Channel.APPLE, apple.channel());
    assertEquals(Reason.CERTIFICATE, apple.reason());
    assertEquals(3, apple.merchants());
    assertEquals("2026-11-01T00:00:02Z", apple.since().toString());
    assertEquals("word " + LETTERS, apple.detail());
    Undelivered refused =
        letters.all().stream().filter(u -> u.reason() == Reason.REFUSED).findFirst().orElseThrow();
    assertEquals(1, refused.cards());
    assertEquals(1, refused.merchants());
  }

  @Test
  void oneOfEachMerchantIsTriedWithoutReadingTheOthers() {
    long before = read();
    int sent = letters.resend(EnumSet.allOf(Channel.class), 500);
    assertEquals(6, sent, "one of each merchant and vendor");
    long probed = read() - before;
    assertTrue(probed < 1_000, () -> probed + " read to find " + List.of(sent));
    assertEquals(0, letters.resend(EnumSet.allOf(Channel.class), 500), "not again for a while");
  }

  private List<Long> ids(String where) {
    return house
        .database()
        .asWorker(
            c -> {
              List<Long> found = new ArrayList<>();
              try (Statement s = c.createStatement();
                  ResultSet r =
                      s.executeQuery("SELECT letter_id FROM kartela.dead_letter WHERE " + where)) {
                while (r.next()) {
                  found.add(r.getLong(1));
                }
              }
              return found;
            });
  }

  private static final String OURS = "merchant_id = 1 AND channel = 'APPLE'";

  private List<Long> due() {
    return ids(OURS + " AND next_try <= clock_timestamp() ORDER BY tried_at, letter_id");
  }

  private void told(List<Long> letters) {
    int _ =
        house
            .database()
            .inTenant(
                1,
                c -> {
                  List<OutboxRow> rows = new ArrayList<>();
                  for (long letter : letters) {
                    var payload = Http.JSON.createObjectNode().put("letter", letter);
                    rows.add(new OutboxRow(1, 1, -1, payload, 1, Instant.EPOCH));
                  }
                  this.letters.delivered(c, 1, Channel.APPLE, rows);
                  return 0;
                });
  }

  /** A vendor that has come back is not met by the whole heap, and none of it stays. */
  @Test
  void theyFollowInTurnAndAllOfThem() throws SQLException {
    int few = 3 * DeadLetters.AT_ONCE + 7;
    sql(
        """
        DELETE FROM kartela.dead_letter WHERE NOT (%1$s AND member_id <= 6 * %2$d);
        UPDATE kartela.dead_letter SET tried_at = now() - interval '30 seconds' - member_id * interval '1 millisecond'
        """
            .formatted(OURS, few));
    assertTrue(letters.refresh());
    List<Long> waiting = ids(OURS + " ORDER BY tried_at, letter_id");
    assertEquals(few, waiting.size());
    List<Long> inTurn = new ArrayList<>();
    told(List.of(waiting.getFirst()));
    inTurn.add(waiting.getFirst());
    while (!due().isEmpty()) {
      List<Long> due = due();
      assertTrue(due.size() <= DeadLetters.AT_ONCE, () -> due.size() + " at once");
      inTurn.addAll(due);
      told(List.of());
      assertEquals(due, due(), "no more while some are due");
      assertEquals(due.size(), letters.resend(EnumSet.of(Channel.APPLE), 500));
      assertEquals(List.of(), due());
      told(due);
    }
    assertEquals(waiting, inTurn, "longest waiting first");
    assertEquals(List.of(), ids("true"), "none is left behind");
  }
}
