package io.kartela.ledger.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.kartela.ledger.AccountId;
import io.kartela.ledger.Note;
import io.kartela.ledger.Times;
import io.kartela.ledger.testing.TestDatabase;
import io.kartela.ledger.testing.TestPostgres;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class MigrationsTest {
  private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");

  @Test
  void anEmptyDatabaseGetsTheSchemaAndASecondRunChangesNothing() throws SQLException {
    try (TestDatabase database = TestPostgres.empty()) {
      LedgerMigrations.migrate(database.owner());
      long applied = applied(database);
      LedgerMigrations.migrate(database.owner());
      assertEquals(applied, applied(database));
    }
  }

  @Test
  void aDatabaseInUseKeepsItsBooks() throws SQLException {
    AccountId id = new AccountId(3, 4);
    try (TestDatabase database = TestPostgres.empty()) {
      LedgerMigrations.migrate(database.owner());
      try (Desk desk = new Desk(database)) {
        desk.done(
            Opening.of(id, NOW), a -> desk.ledger.gift(a, 100, NOW, Times.NEVER, NOW, Note.NONE));
      }
      LedgerMigrations.migrate(database.owner());
      try (Desk desk = new Desk(database)) {
        assertEquals(100, desk.look(id, NOW).available());
        desk.assertSound(id);
      }
    }
  }

  /** The roles belong to the cluster, and several nodes start at once. */
  @Test
  void severalNodesAndDatabasesMayMigrateAtOnce() throws Exception {
    try (TestDatabase one = TestPostgres.empty();
        TestDatabase two = TestPostgres.empty();
        ExecutorService nodes = Executors.newFixedThreadPool(4)) {
      List<Future<?>> starts = new ArrayList<>();
      for (TestDatabase database : List.of(one, two, one, two)) {
        starts.add(nodes.submit(() -> LedgerMigrations.migrate(database.owner())));
      }
      for (Future<?> start : starts) {
        start.get();
      }
      assertEquals(applied(one), applied(two));
    }
  }

  private static long applied(TestDatabase database) throws SQLException {
    try (Connection connection = database.admin().getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "select count(*) from ledger.flyway_history where success and version is not"
                    + " null")) {
      rows.next();
      return rows.getLong(1);
    }
  }
}
