package io.kartela.ledger.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kartela.ledger.AccountId;
import io.kartela.ledger.Hold;
import io.kartela.ledger.LedgerException;
import io.kartela.ledger.Note;
import io.kartela.ledger.Outcome;
import io.kartela.ledger.Posting;
import io.kartela.ledger.Times;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Many tills at once. Any deadlock surfaces as a LedgerException and fails the test. */
@Timeout(120)
class ConcurrencyTest extends ManyTills {
  @Test
  void noTillSpendsABonusThatAnotherHasSpent() throws Exception {
    AccountId id = new AccountId(1, 1);
    give(id, 1_000);
    AtomicLong spent = new AtomicLong();
    AtomicInteger refused = new AtomicInteger();

    atOnce(
        (desk, number) -> {
          for (int i = 0; i < 40; i++) {
            long amount = 1L + ThreadLocalRandom.current().nextInt(9);
            Outcome<?> outcome =
                desk.run(
                    Opening.of(id, NOW).covering(amount),
                    a -> desk.ledger.redeem(a, amount, NOW, Note.NONE));
            switch (outcome) {
              case Outcome.Done<?> _ -> spent.addAndGet(amount);
              case Outcome.Refused<?> _ -> refused.incrementAndGet();
            }
          }
        });

    assertTrue(refused.get() > 0, "the card was never empty: the test proves nothing");
    assertEquals(1_000 - spent.get(), balance(id).balance());
  }

  @Test
  void holdsAndCommitsAndPaymentsNeverExceedTheCard() throws Exception {
    AccountId id = new AccountId(1, 2);
    give(id, 600);
    AtomicLong spent = new AtomicLong();

    atOnce(
        (desk, number) -> {
          for (int i = 0; i < 25; i++) {
            Outcome<Hold> held =
                desk.run(
                    Opening.of(id, NOW).covering(30),
                    a -> desk.ledger.hold(a, 30, NOW.plusSeconds(900), NOW));
            if (held instanceof Outcome.Done<Hold> done) {
              long hold = done.value().id();
              if (i % 3 == 0) {
                desk.done(
                    Opening.of(id, NOW).withHold(hold), a -> desk.ledger.release(a, hold, NOW));
              } else {
                desk.done(
                    Opening.of(id, NOW).withHold(hold),
                    a -> desk.ledger.commit(a, hold, 7, NOW, Note.NONE));
                spent.addAndGet(7);
              }
            }
          }
        });

    MemberBalance after = balance(id);
    assertEquals(600 - spent.get(), after.balance());
    assertEquals(0, after.held());
    assertTrue(spent.get() > 0);
  }

  @Test
  void theSameRequestFromManyConnectionsHasOneEffectAndOneAnswer() throws Exception {
    AccountId id = new AccountId(1, 21);
    give(id, 500);
    AtomicInteger first = new AtomicInteger();

    atOnce(
        (desk, number) -> {
          Opened opened =
              desk.store.open(
                  desk.connection(), Opening.of(id, NOW).covering(300).withOperation("same"));
          if (opened.replay("body") instanceof Repeat.Same same) {
            assertEquals("paid 300", same.response());
            desk.rollback();
            return;
          }
          first.incrementAndGet();
          Posting posting =
              desk.ledger
                  .redeem(opened.account(), 300, NOW, Note.NONE)
                  .orThrow(refusal -> new IllegalStateException(refusal.code()))
                  .posting();
          RoundTrip trip = new RoundTrip();
          desk.store.write(trip, List.of(posting), new Operation("same", "body", "paid 300"));
          trip.commit(desk.connection());
        });

    assertEquals(1, first.get());
    assertEquals(200, balance(id).balance());
  }

  @Test
  void oneKeyForTwoAccountsIsARaceWithOneWinner() throws Exception {
    AccountId one = new AccountId(1, 31);
    AccountId two = new AccountId(1, 32);
    try (Desk a = new Desk(DATABASE);
        Desk b = new Desk(DATABASE)) {
      Opened first = a.store.open(a.connection(), Opening.of(one, NOW).withOperation("shared"));
      Opened second = b.store.open(b.connection(), Opening.of(two, NOW).withOperation("shared"));
      assertInstanceOf(Repeat.First.class, first.replay("x"));
      assertInstanceOf(Repeat.First.class, second.replay("y"));
      write(a, first, "x");

      LedgerException lost = assertThrows(LedgerException.class, () -> write(b, second, "y"));

      assertEquals(LedgerException.Code.OPERATION_RACE, lost.code());
      assertTrue(lost.code().retryable());
      b.rollback();
      assertInstanceOf(
          Repeat.Other.class,
          b.store.open(b.connection(), Opening.of(two, NOW).withOperation("shared")).replay("y"));
    }
    assertEquals(0, balance(two).balance());
  }

  private static void write(Desk desk, Opened opened, String body) {
    Posting posting =
        desk.ledger
            .gift(opened.account(), 5, NOW, Times.NEVER, NOW, Note.NONE)
            .orThrow(refusal -> new IllegalStateException(refusal.code()))
            .posting();
    RoundTrip trip = new RoundTrip();
    desk.store.write(trip, List.of(posting), new Operation("shared", body, "answer"));
    trip.commit(desk.connection());
  }

  @Test
  void severalJobsAndTillsBookEveryExpiryOnce() throws Exception {
    long merchant = 2;
    Instant end = NOW.plusSeconds(3_600);
    try (Desk desk = new Desk(DATABASE)) {
      for (long member = 1; member <= 120; member++) {
        AccountId id = new AccountId(merchant, member);
        desk.done(Opening.of(id, NOW), a -> desk.ledger.gift(a, 10, NOW, end, NOW, Note.NONE));
        desk.done(
            Opening.of(id, NOW), a -> desk.ledger.gift(a, 5, end, Times.NEVER, NOW, Note.NONE));
      }
    }
    AtomicInteger booked = new AtomicInteger();

    atOnce(
        (desk, number) -> {
          if (number % 2 == 0) {
            booked.addAndGet(runJob(end));
          } else {
            for (long member = number; member <= 120; member += TILLS) {
              AccountId id = new AccountId(merchant, member);
              desk.done(
                  Opening.of(id, end).covering(1), a -> desk.ledger.redeem(a, 1, end, Note.NONE));
            }
          }
        });
    booked.addAndGet(runJob(end));

    assertTrue(booked.get() > 0);
    try (Desk desk = new Desk(DATABASE)) {
      assertEquals(List.of(), new SelfCheck().merchant(desk.connection(), merchant));
      Liability liability = new Figures().liability(desk.connection(), merchant, end);
      assertEquals(120 * 5 - 60, liability.active());
      assertEquals(0, liability.pending());
      desk.rollback();
    }
  }

  private static int runJob(Instant now) throws SQLException {
    int sum = 0;
    try (Connection worker = DATABASE.worker().getConnection()) {
      worker.setAutoCommit(false);
      int claimed;
      do {
        claimed = new BookingJob().bookDue(worker, now, 9);
        worker.commit();
        sum += claimed;
      } while (claimed > 0);
    }
    return sum;
  }
}
