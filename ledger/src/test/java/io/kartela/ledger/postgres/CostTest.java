package io.kartela.ledger.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kartela.ledger.Account;
import io.kartela.ledger.AccountId;
import io.kartela.ledger.ExpiredLots;
import io.kartela.ledger.Hold;
import io.kartela.ledger.Ledger;
import io.kartela.ledger.Note;
import io.kartela.ledger.Outcome;
import io.kartela.ledger.Posting;
import io.kartela.ledger.Redemption;
import io.kartela.ledger.Refusal;
import io.kartela.ledger.ReversalPolicy;
import io.kartela.ledger.testing.TestDatabase;
import io.kartela.ledger.testing.TestPostgres;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * What an operation costs, in rows that PostgreSQL touched by its own count: no table is ever read
 * from end to end, and an account with ten thousand entries costs what one with ten does.
 */
class CostTest {
  private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
  private static final AccountId OLD = new AccountId(1, 1);
  private static final AccountId YOUNG = new AccountId(1, 2);
  private static final int ENTRIES = 10_000;
  private static TestDatabase database;

  @BeforeAll
  static void fill() throws SQLException {
    database = TestPostgres.database();
    try (Connection connection = database.app().getConnection()) {
      connection.setAutoCommit(false);
      for (int i = 0; i < ENTRIES / 100; i++) {
        grant(connection, OLD, 100);
      }
      grant(connection, YOUNG, 10);
      for (long member = 10; member < 3_000; member++) {
        grant(connection, new AccountId(1 + member % 3, member), 2);
      }
      handIn(connection);
    }
    try (Connection connection = database.admin().getConnection();
        Statement statement = connection.createStatement()) {
      // A table of one page is rightly read whole: these two need a past as well.
      statement.execute(
          "insert into ledger.operation select 1 + i % 3, 'past ' || i, 'body', 'answer'"
              + " from generate_series(1, 5000) i");
      statement.execute(
          "insert into ledger.hold select 1 + i % 3, i, 1, 'RELEASED', now(), now() + interval '1"
              + " hour', '{1}', '{1}' from generate_series(10, 5000) i");
      statement.execute("analyze");
    }
  }

  private static void grant(Connection connection, AccountId id, int lots) {
    Ledger ledger = new Ledger();
    PostgresLedger store = new PostgresLedger();
    Account account = store.open(connection, Opening.of(id, NOW)).account();
    Posting all = Posting.none(account);
    for (int i = 0; i < lots; i++) {
      Instant until = NOW.plusSeconds(86_400L * (30 + i % 300));
      all =
          all.then(
              ledger
                  .accrue(all.after(), 100, NOW, until, NOW, Note.ref("receipt"))
                  .orThrow(CostTest::unexpected)
                  .posting());
    }
    RoundTrip trip = new RoundTrip();
    store.write(trip, List.of(all), null);
    trip.commit(connection);
  }

  @AfterAll
  static void stop() {
    database.close();
  }

  @Test
  void noHotPathReadsATableFromEndToEnd() throws SQLException {
    Map<String, Long> before = counters("seq_scan", "pg_stat_user_tables");
    try (Desk desk = new Desk(database)) {
      for (int i = 0; i < 12; i++) { // past pgjdbc's and PostgreSQL's custom plans
        everyOperation(desk, i % 2 == 0 ? OLD : YOUNG, i);
      }
      handIn(desk.connection());
    }
    screens();
    job();
    Map<String, Long> after = counters("seq_scan", "pg_stat_user_tables");
    assertEquals(before, after, "sequential scans by table");
  }

  @Test
  void anOldAccountCostsNoMoreThanAYoungOne() throws SQLException {
    try (Desk desk = new Desk(database)) {
      long old = 0;
      long young = 0;
      for (int i = 100; i < 110; i++) {
        young += rowsRead(desk, YOUNG, i);
        old += rowsRead(desk, OLD, i);
      }
      assertTrue(young > 0, "nothing was measured");
      assertTrue(old <= young * 1.15 + 160, "rows read: old %d, young %d".formatted(old, young));
    }
  }

  /** One purchase with bonuses; the first page of lots is all that may grow. */
  private static long rowsRead(Desk desk, AccountId id, int number) throws SQLException {
    long before = sum(counters("idx_tup_read", "pg_stat_user_indexes"));
    purchase(desk, id, number);
    handIn(desk.connection());
    return sum(counters("idx_tup_read", "pg_stat_user_indexes")) - before;
  }

  private static Redemption purchase(Desk desk, AccountId id, int number) {
    String key = "key %s %d".formatted(id, number);
    Opened opened =
        desk.store.open(desk.connection(), Opening.of(id, NOW).covering(50).withOperation(key));
    Outcome.Done<Redemption> paid =
        desk.ledger.redeem(opened.account(), 50, NOW, Note.ref(key)).orThrow(CostTest::unexpected);
    Posting earned =
        desk.ledger
            .accrue(paid.posting().after(), 50, NOW, NOW.plusSeconds(86_400), NOW, Note.ref(key))
            .orThrow(CostTest::unexpected)
            .posting();
    RoundTrip trip = new RoundTrip();
    desk.store.write(
        trip, List.of(paid.posting().then(earned)), new Operation(key, "body", "answer"));
    trip.commit(desk.connection());
    return paid.value();
  }

  private static void everyOperation(Desk desk, AccountId id, int number) {
    Redemption paid = purchase(desk, id, number);
    run(
        desk,
        Opening.of(id, NOW).withRedemption(paid.seq()),
        a -> desk.ledger.refund(a, paid.seq(), 20, new ExpiredLots.Strict(), NOW, Note.NONE));
    Hold hold =
        run(
            desk,
            Opening.of(id, NOW).covering(30),
            a -> desk.ledger.hold(a, 30, NOW.plusSeconds(60), NOW));
    run(
        desk,
        Opening.of(id, NOW).withHold(hold.id()),
        a -> desk.ledger.commit(a, hold.id(), 10, NOW, Note.NONE));
    run(
        desk,
        Opening.of(id, NOW).withLot(1).covering(1),
        a -> desk.ledger.reverse(a, 1, 1, ReversalPolicy.DEBT, NOW, Note.NONE));
    new AccountStatement().page(desk.connection(), id, AccountStatement.NEWEST, 20);
    new SelfCheck().account(desk.connection(), YOUNG);
    desk.rollback();
  }

  private static <T> T run(Desk desk, Opening opening, Function<Account, Outcome<T>> operation) {
    Outcome.Done<T> done =
        operation
            .apply(desk.store.open(desk.connection(), opening).account())
            .orThrow(CostTest::unexpected);
    RoundTrip trip = new RoundTrip();
    desk.store.write(trip, List.of(done.posting()), null);
    trip.commit(desk.connection());
    return done.value();
  }

  private static void screens() throws SQLException {
    try (Desk desk = new Desk(database)) {
      for (int i = 0; i < 12; i++) {
        new Balances()
            .at(
                desk.connection(),
                1,
                LongStream.range(10, 60).boxed().toList(),
                NOW.plusSeconds(i * 86_400L * 10));
        desk.rollback();
      }
      handIn(desk.connection());
    }
  }

  /** A job that finds little to do must not look at everything. */
  private static void job() throws SQLException {
    try (Connection worker = database.worker().getConnection()) {
      worker.setAutoCommit(false);
      for (int i = 0; i < 12; i++) {
        new BookingJob().bookDue(worker, NOW.plusSeconds(100 + i), 5);
        worker.commit();
      }
      handIn(worker);
    }
  }

  private static RuntimeException unexpected(Refusal refusal) {
    return new IllegalStateException(refusal.toString());
  }

  private static long sum(Map<String, Long> counters) {
    return counters.values().stream().mapToLong(Long::longValue).sum();
  }

  /** A backend keeps its statistics back for seconds unless it is asked for them. */
  private static void handIn(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("select pg_stat_force_next_flush()");
    }
    connection.commit();
  }

  private static Map<String, Long> counters(String counter, String view) throws SQLException {
    Map<String, Long> counters = new TreeMap<>();
    try (Connection connection = database.admin().getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "select relname, sum(%s) from %s where schemaname = 'ledger' and relname in"
                        .formatted(counter, view)
                    + " ('account', 'lot', 'entry', 'lot_move', 'hold', 'operation')"
                    + " group by relname")) {
      while (rows.next()) {
        counters.put(rows.getString(1), rows.getLong(2));
      }
    }
    return counters;
  }
}
