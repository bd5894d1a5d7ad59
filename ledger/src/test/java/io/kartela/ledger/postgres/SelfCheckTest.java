package io.kartela.ledger.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kartela.ledger.AccountId;
import io.kartela.ledger.ExpiredLots;
import io.kartela.ledger.Note;
import io.kartela.ledger.Redemption;
import io.kartela.ledger.Times;
import io.kartela.ledger.testing.TestDatabase;
import io.kartela.ledger.testing.TestPostgres;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every way in which books can be cooked behind the ledger's back is noticed and named. */
class SelfCheckTest {
  private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
  private static TestDatabase database;
  private static long members;

  @BeforeAll
  static void start() {
    database = TestPostgres.database();
  }

  @AfterAll
  static void stop() {
    database.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "update ledger.account set balance = balance + 1 where ? | BALANCE_OF_ENTRIES"
            + " BALANCE_OF_LOTS",
        "update ledger.account set pending = pending + 1 where ? | PENDING_OF_ENTRIES"
            + " PENDING_OF_LOTS",
        "update ledger.account set held = held - 1 where ? | HELD_OF_LOTS",
        "update ledger.account set last_seq = last_seq + 1 where ? | LAST_ENTRY ENTRY_COUNT",
        "update ledger.account set last_lot = last_lot - 1 where ? | LAST_LOT",
        "update ledger.account set next_due = 'infinity' where ? | NEXT_DUE",
        "update ledger.lot set remaining = remaining - 1 where ? and lot_id = 1 | BALANCE_OF_LOTS"
            + " LOT_OF_MOVES",
        "update ledger.lot set held = held - 1 where ? and lot_id = 1 | HELD_OF_LOTS HELD_OF_HOLDS",
        "update ledger.lot set expired = expired + 1 where ? and lot_id = 1 | EXPIRED_OF_MOVES",
        "update ledger.lot set owed = 1 where ? and lot_id = 1 | OWED_OF_LOTS STAND_INS",
        "update ledger.lot set forgiven = 1 where ? and lot_id = 1 | STAND_INS",
        "update ledger.lot set reversed = 9, stand_in_lots = '{2,7}', stand_in_amounts = '{4,5}'"
            + " where ? and lot_id = 1 | STAND_INS",
        "update ledger.lot set reversed = 9, stand_in_lots = '{2}', stand_in_amounts = '{10}'"
            + " where ? and lot_id = 1 | STAND_INS",
        "update ledger.hold set status = 'RELEASED' where ? | HELD_OF_HOLDS",
        "delete from ledger.lot where ? and lot_id = 2 | LAST_LOT LOT_OF_MOVES PENDING_OF_LOTS",
        "delete from ledger.account where ? | NO_ACCOUNT",
        "update ledger.entry set delta = delta + 1 where ? and seq = 1 | BALANCE_OF_ENTRIES"
            + " ENTRY_OF_MOVES RUNNING_BALANCE",
        "update ledger.entry set balance_after = 7 where ? and seq = 2 | RUNNING_BALANCE",
        "update ledger.entry set delta = 1000 where ? and op = 'REFUND' | REFUNDED"
            + " BALANCE_OF_ENTRIES ENTRY_OF_MOVES RUNNING_BALANCE",
        "delete from ledger.entry where ? and seq = 2 | ENTRY_COUNT ENTRY_OF_MOVES"
            + " PENDING_OF_ENTRIES",
        "update ledger.lot_move set delta = delta + 1 where ? and seq = 1 | LOT_OF_MOVES"
            + " ENTRY_OF_MOVES",
        "delete from ledger.lot_move where ? and seq = 2 | LOT_OF_MOVES ENTRY_OF_MOVES"
      })
  void cookedBooksAreNoticed(String sql, String checks) throws SQLException {
    AccountId id = new AccountId(1, ++members);
    AccountId honest = new AccountId(1, ++members);
    fill(id);
    fill(honest);
    String where =
        "merchant_id = %d and account_id = %d".formatted(id.merchantId(), id.accountId());
    cook(sql.replace("?", where));

    try (Desk desk = new Desk(database)) {
      Set<String> found =
          new SelfCheck()
              .account(desk.connection(), id).stream()
                  .map(Discrepancy::check)
                  .collect(Collectors.toSet());
      assertEquals(Set.of(checks.split(" ")), found);
      desk.rollback();
      List<Discrepancy> all = new SelfCheck().merchant(desk.connection(), 1);
      assertTrue(
          all.stream().anyMatch(one -> one.accountId() == id.accountId()), "merchant-wide check");
      assertTrue(
          all.stream().noneMatch(one -> one.accountId() == honest.accountId()), "false alarm");
      desk.rollback();
    }
  }

  /** An active lot, a pending lot, a payment, a part of it returned, an open hold. */
  private static void fill(AccountId id) throws SQLException {
    try (Desk desk = new Desk(database)) {
      Instant end = NOW.plusSeconds(86_400);
      desk.done(Opening.of(id, NOW), a -> desk.ledger.gift(a, 100, NOW, end, NOW, Note.NONE));
      desk.done(
          Opening.of(id, NOW),
          a -> desk.ledger.gift(a, 40, NOW.plusSeconds(60), Times.NEVER, NOW, Note.NONE));
      Redemption paid =
          desk.done(
              Opening.of(id, NOW).covering(30), a -> desk.ledger.redeem(a, 30, NOW, Note.NONE));
      desk.done(
          Opening.of(id, NOW).withRedemption(paid.seq()),
          a -> desk.ledger.refund(a, paid.seq(), 10, new ExpiredLots.Strict(), NOW, Note.NONE));
      desk.done(
          Opening.of(id, NOW).covering(20),
          a -> desk.ledger.hold(a, 20, NOW.plusSeconds(900), NOW));
    }
  }

  /** Only a superuser who switches the triggers off gets this far. */
  private static void cook(String sql) throws SQLException {
    try (Connection connection = database.admin().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("set session_replication_role = replica");
      assertEquals(1, statement.executeUpdate(sql), sql);
    }
  }
}
