package io.kartela.ledger.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.kartela.ledger.Account;
import io.kartela.ledger.AccountId;
import io.kartela.ledger.Entry;
import io.kartela.ledger.LedgerException;
import io.kartela.ledger.Note;
import io.kartela.ledger.Posting;
import io.kartela.ledger.Times;
import io.kartela.ledger.testing.TestDatabase;
import io.kartela.ledger.testing.TestPostgres;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Statement, balances of lists, liability, what burns soon, and the housekeeping. */
class ReportsTest {
  private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
  private final TestDatabase database = TestPostgres.database();
  private final Desk desk;

  ReportsTest() throws SQLException {
    desk = new Desk(database);
  }

  @BeforeEach
  void fill() {
    for (long member = 1; member <= 30; member++) {
      AccountId id = new AccountId(4, member);
      Instant end = NOW.plus(Duration.ofDays(member));
      desk.done(Opening.of(id, NOW), a -> desk.ledger.gift(a, 100, NOW, end, NOW, Note.ref("g")));
      desk.done(
          Opening.of(id, NOW),
          a ->
              desk.ledger.accrue(
                  a, 10, NOW.plus(Duration.ofDays(14)), Times.NEVER, NOW, Note.ref("r")));
    }
  }

  @AfterEach
  void close() throws SQLException {
    desk.close();
    database.close();
  }

  @Test
  void aStatementIsPagedFromTheNewestAndKeepsReasonAndAuthor() {
    AccountId id = new AccountId(4, 1);
    for (int i = 1; i <= 5; i++) {
      Note note = Note.byHand("complaint " + i, "anna");
      desk.done(Opening.of(id, NOW).covering(1), a -> desk.ledger.debit(a, 1, NOW, note));
    }
    AccountStatement statement = new AccountStatement();
    List<Long> seen = new ArrayList<>();
    long before = AccountStatement.NEWEST;
    int pages = 0;
    do {
      AccountStatement.Page page = statement.page(desk.connection(), id, before, 3);
      page.lines().forEach(line -> seen.add(line.entry().seq()));
      before = page.next();
      pages++;
    } while (before != 0);
    assertEquals(List.of(7L, 6L, 5L, 4L, 3L, 2L, 1L), seen);
    assertEquals(3, pages);
    Entry newest =
        statement
            .page(desk.connection(), id, AccountStatement.NEWEST, 1)
            .lines()
            .getFirst()
            .entry();
    assertEquals("complaint 5", newest.note().reason());
    assertEquals("anna", newest.note().author());
    assertEquals(95, newest.balanceAfter());
  }

  @Test
  void balancesFollowTheClockForAWholeListAtOnce() {
    List<MemberBalance> list =
        new Balances()
            .at(desk.connection(), 4, List.of(3L, 20L, 999L), NOW.plus(Duration.ofDays(14)));
    assertEquals(
        new MemberBalance(3, 10, 10, 0, 0, 0, null), list.getFirst(), "burned and activated");
    assertEquals(110, list.get(1).available());
    assertEquals(
        new MemberBalance.Burn(NOW.plus(Duration.ofDays(20)), 100), list.get(1).nextBurn());
    assertEquals(new MemberBalance(999, 0, 0, 0, 0, 0, null), list.get(2), "no account yet");
  }

  @Test
  void figuresOfTheMerchant() {
    Figures figures = new Figures();
    assertEquals(new Liability(3_000, 300, 0, 0, 30), figures.liability(desk.connection(), 4, NOW));
    assertEquals(
        new Liability(2_900, 300, 0, 0, 30),
        figures.liability(desk.connection(), 4, NOW.plus(Duration.ofDays(1))));
    List<BurnForecast> burns =
        figures.burnsSoon(desk.connection(), 4, NOW, NOW.plus(Duration.ofDays(3)));
    assertEquals(3, burns.size());
    assertEquals(new BurnForecast(NOW.plus(Duration.ofDays(1)), 100, 1), burns.getFirst());
  }

  @Test
  void theNightlyJobBooksInBatchesAndForgetsWhatIsOld() throws SQLException {
    Instant night = NOW.plus(Duration.ofDays(14));
    BookingJob job = new BookingJob();
    try (Connection worker = database.worker().getConnection()) {
      worker.setAutoCommit(false);
      assertEquals(20, job.bookDue(worker, night, 20));
      worker.commit();
      assertEquals(10, job.bookDue(worker, night, 20));
      worker.commit();
      assertEquals(0, job.bookDue(worker, night, 20));
      worker.commit();
      assertEquals(0, job.prune(worker, Instant.now().minusSeconds(3_600), 100));
      RoundTrip trip = new RoundTrip();
      PostgresLedger.record(trip, 4, new Operation("old", "b", "r"));
      desk.store.open(desk.connection(), Opening.of(new AccountId(4, 3), night));
      trip.commit(desk.connection());
      assertEquals(1, job.prune(worker, Instant.now().plusSeconds(3_600), 100));
      worker.commit();
    }
    assertEquals(List.of(), new SelfCheck().merchant(desk.connection(), 4));
    desk.rollback();
    List<Entry.Op> ops = desk.history(new AccountId(4, 3)).stream().map(Entry::op).toList();
    assertEquals(List.of(Entry.Op.GIFT, Entry.Op.ACCRUE, Entry.Op.EXPIRE, Entry.Op.ACTIVATE), ops);
  }

  @Test
  void aSnapshotWithoutItsLockIsNotWritten() throws SQLException {
    AccountId id = new AccountId(4, 7);
    Account stale = desk.store.open(desk.connection(), Opening.of(id, NOW)).account();
    desk.rollback();
    desk.done(Opening.of(id, NOW), a -> desk.ledger.gift(a, 1, NOW, Times.NEVER, NOW, Note.NONE));
    Posting late =
        desk.ledger
            .gift(stale, 1, NOW, Times.NEVER, NOW, Note.NONE)
            .orThrow(refusal -> new IllegalStateException(refusal.code()))
            .posting();
    Posting bookedElsewhere =
        new Posting(late.before(), late.after(), List.of(), List.of(), Set.of(), Set.of(), false);
    desk.store.open(desk.connection(), Opening.of(new AccountId(4, 8), NOW));
    RoundTrip trip = new RoundTrip();
    desk.store.write(trip, List.of(bookedElsewhere), null);
    LedgerException trouble =
        assertThrows(LedgerException.class, () -> trip.commit(desk.connection()));
    assertEquals(LedgerException.Code.STALE_ACCOUNT, trouble.code());
    desk.rollback();
    assertEquals(101, desk.look(id, NOW).balance());
    assertEquals(3, desk.history(id).size());
  }
}
