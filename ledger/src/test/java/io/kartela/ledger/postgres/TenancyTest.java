package io.kartela.ledger.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kartela.ledger.AccountId;
import io.kartela.ledger.LedgerException;
import io.kartela.ledger.Note;
import io.kartela.ledger.Times;
import io.kartela.ledger.testing.TestDatabase;
import io.kartela.ledger.testing.TestPostgres;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The second wall: what PostgreSQL itself refuses to the service's role. */
class TenancyTest {
  private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
  private static final List<String> TABLES =
      List.of("account", "lot", "entry", "lot_move", "hold", "operation");
  private static TestDatabase database;

  @BeforeAll
  static void start() throws SQLException {
    database = TestPostgres.database();
    for (long merchant = 1; merchant <= 2; merchant++) {
      AccountId id = new AccountId(merchant, 5);
      try (Desk desk = new Desk(database)) {
        desk.done(
            Opening.of(id, NOW), a -> desk.ledger.gift(a, 100, NOW, Times.NEVER, NOW, Note.NONE));
        desk.done(
            Opening.of(id, NOW).covering(10),
            a -> desk.ledger.hold(a, 10, NOW.plusSeconds(60), NOW));
        RoundTrip trip = new RoundTrip();
        PostgresLedger.setMerchant(trip, merchant);
        PostgresLedger.record(trip, merchant, new Operation("key", "body", "answer"));
        trip.commit(desk.connection());
      }
    }
  }

  @AfterAll
  static void stop() {
    database.close();
  }

  @Test
  void theServiceSeesItsMerchantOnly() throws SQLException {
    for (String table : TABLES) {
      assertEquals(1, count(database.app(), "1", table, ""), table);
      assertEquals(0, count(database.app(), "1", table, " where merchant_id = 2"), table);
    }
  }

  @Test
  void withoutAMerchantThereIsNothing() throws SQLException {
    for (String table : TABLES) {
      assertEquals(0, count(database.app(), "", table, ""), table);
    }
  }

  @Test
  void theWorkerSeesAllMerchantsAndTheOwnerNone() throws SQLException {
    for (String table : List.of("account", "lot", "hold")) {
      assertEquals(2, count(database.worker(), "", table, ""), table);
    }
    for (String table : TABLES) {
      assertEquals(0, count(database.owner(), "", table, ""), "owner " + table);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "insert into ledger.account (merchant_id, account_id) values (2, 6)",
        "insert into ledger.operation values (2, 'k', 'b', 'r')",
        "insert into ledger.lot_move values (2, 5, 1, 9, 4)",
        "insert into ledger.entry (merchant_id, account_id, seq, op, delta, pending_delta,"
            + " debt_delta, balance_after, event_at) values (2, 5, 2, 'GIFT', 1, 0, 0, 1, now())"
      })
  void theServiceCannotWriteForAnotherMerchant(String sql) throws SQLException {
    assertRefused(database.app(), "1", sql, "42501");
  }

  @Test
  void theServiceCannotChangeAnotherMerchantsRows() throws SQLException {
    try (Connection connection = database.app().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("set kartela.merchant = '1'");
      assertEquals(
          0,
          statement.executeUpdate("update ledger.account set balance = 0 where merchant_id = 2"));
      assertEquals(
          0, statement.executeUpdate("update ledger.lot set held = 0 where merchant_id = 2"));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update ledger.entry set delta = 1",
        "delete from ledger.entry",
        "truncate ledger.entry",
        "update ledger.lot_move set delta = 1",
        "delete from ledger.lot_move",
        "delete from ledger.lot",
        "update ledger.lot set amount = 1000",
        "update ledger.lot set expires_at = now()",
        "delete from ledger.account",
        "delete from ledger.operation",
        "update ledger.operation set response = ''",
        "alter table ledger.entry disable row level security",
        "alter table ledger.entry disable trigger all"
      })
  void historyIsOutOfTheServicesReach(String sql) throws SQLException {
    assertRefused(database.app(), "1", sql, "42501");
  }

  /** It books what is due and forgets what is old, for all merchants, and nothing else. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "select response from ledger.operation",
        "select delta from ledger.entry",
        "select delta from ledger.lot_move",
        "insert into ledger.account (merchant_id, account_id) values (1, 1)",
        "insert into ledger.operation (merchant_id, operation_key, body_hash, response) values (1,"
            + " '', '', '')",
        "update ledger.account set heir_id = 1",
        "update ledger.operation set response = ''",
        "delete from ledger.account",
        "delete from ledger.entry"
      })
  void theWorkerMayNoMoreThanItsErrandsNeed(String sql) throws SQLException {
    assertRefused(database.worker(), "1", sql, "42501");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update ledger.entry set delta = 1",
        "delete from ledger.entry",
        "truncate ledger.entry",
        "delete from ledger.lot_move"
      })
  void historyIsAppendOnlyEvenForTheOwnerAndASuperuser(String sql) throws SQLException {
    assertRefused(database.owner(), "1", sql, "KL002");
    assertRefused(database.admin(), "1", sql, "KL002");
  }

  @Test
  void theServicesRoleHasNoWayRoundTheWall() throws SQLException {
    try (Connection connection = database.admin().getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                """
                select count(*) from pg_roles r where r.rolname in ('kartela_app', 'kartela_worker')
                  and not r.rolsuper and not r.rolbypassrls and not r.rolcanlogin and not r.rolcreaterole
                  and not exists (select from pg_class c where c.relowner = r.oid)\
                """)) {
      rows.next();
      assertEquals(2, rows.getInt(1));
    }
    try (Connection connection = database.admin().getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                """
                select relname from pg_class where relnamespace = 'ledger'::regnamespace and relkind = 'r'
                  and relname <> 'flyway_history' and not (relrowsecurity and relforcerowsecurity)\
                """)) {
      assertTrue(!rows.next(), "a table without row-level security");
    }
  }

  @Test
  void theMerchantIsForgottenWithTheTransaction() throws SQLException {
    try (Desk desk = new Desk(database)) {
      desk.store.open(desk.connection(), Opening.of(new AccountId(1, 5), NOW));
      desk.rollback();
      try (Statement statement = desk.connection().createStatement();
          ResultSet rows = statement.executeQuery("select count(*) from ledger.account")) {
        rows.next();
        assertEquals(0, rows.getLong(1));
      }
    }
  }

  @Test
  void theStoreRefusesAConnectionThatCommitsByItselfOrReadsOldSnapshots() throws SQLException {
    try (Connection connection = database.app().getConnection()) {
      Opening opening = Opening.of(new AccountId(1, 5), NOW);
      LedgerException trouble =
          assertThrows(LedgerException.class, () -> new PostgresLedger().open(connection, opening));
      assertEquals(LedgerException.Code.WRONG_TRANSACTION, trouble.code());
      connection.setAutoCommit(false);
      connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
      trouble =
          assertThrows(LedgerException.class, () -> new PostgresLedger().open(connection, opening));
      assertEquals(LedgerException.Code.WRONG_TRANSACTION, trouble.code());
    }
  }

  private static long count(DataSource source, String merchant, String table, String where)
      throws SQLException {
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("set kartela.merchant = '" + merchant + "'");
      try (ResultSet rows =
          statement.executeQuery("select count(*) from ledger." + table + where)) {
        rows.next();
        return rows.getLong(1);
      }
    }
  }

  private static void assertRefused(DataSource source, String merchant, String sql, String state)
      throws SQLException {
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("set kartela.merchant = '" + merchant + "'");
      SQLException refusal = assertThrows(SQLException.class, () -> statement.execute(sql));
      assertEquals(state, refusal.getSQLState(), refusal.getMessage());
    }
  }
}
