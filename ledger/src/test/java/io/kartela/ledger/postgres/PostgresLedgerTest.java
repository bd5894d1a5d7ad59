package io.kartela.ledger.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.kartela.ledger.Account;
import io.kartela.ledger.AccountId;
import io.kartela.ledger.Ledger;
import io.kartela.ledger.Lot;
import io.kartela.ledger.Note;
import io.kartela.ledger.Outcome.Done;
import io.kartela.ledger.Posting;
import io.kartela.ledger.Redemption;
import io.kartela.ledger.testing.TestDatabase;
import io.kartela.ledger.testing.TestPostgres;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PostgresLedgerTest {
  private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
  private static TestDatabase database;

  private final Ledger ledger = new Ledger();
  private final PostgresLedger store = new PostgresLedger();

  @BeforeAll
  static void start() {
    database = TestPostgres.database();
  }

  @AfterAll
  static void stop() {
    database.close();
  }

  @Test
  void aPurchaseIsReadAndWrittenInTwoRoundTripsAndFoundAgain() throws SQLException {
    AccountId id = new AccountId(1, 10);
    try (Connection connection = database.app().getConnection()) {
      connection.setAutoCommit(false);
      Account account = store.open(connection, Opening.of(id, NOW)).account();
      Done<Lot> earned =
          (Done<Lot>)
              ledger.accrue(
                  account, 50_000, NOW, NOW.plusSeconds(86_400), NOW, Note.ref("receipt 1"));
      Done<Redemption> paid =
          (Done<Redemption>)
              ledger.redeem(earned.posting().after(), 12_000, NOW, Note.ref("receipt 2"));
      Posting both = earned.posting().then(paid.posting());
      RoundTrip trip = new RoundTrip();
      store.write(trip, List.of(both), new Operation("key", "hash", "answer"));
      trip.commit(connection);

      Opened again = store.open(connection, Opening.of(id, NOW).covering(1).withOperation("key"));
      connection.rollback();
      assertEquals(38_000, again.account().balance());
      assertEquals(38_000, again.account().contents().lots().getFirst().remaining());
      assertEquals(new Repeat.Same("answer"), again.replay("hash"));
      assertInstanceOf(Repeat.Other.class, again.replay("another hash"));
    }
  }
}
