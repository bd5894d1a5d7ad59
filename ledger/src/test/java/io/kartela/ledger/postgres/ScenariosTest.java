package io.kartela.ledger.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.kartela.ledger.AccountId;
import io.kartela.ledger.Entry;
import io.kartela.ledger.Hold;
import io.kartela.ledger.Outcome;
import io.kartela.ledger.Redemption;
import io.kartela.ledger.Refusal;
import io.kartela.ledger.Reversal;
import io.kartela.ledger.ReversalPolicy;
import io.kartela.ledger.Times;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** The acceptance scenarios that are the ledger's, by their numbers: spending, expiry, holds. */
class ScenariosTest extends Scenario {
  // --- S01

  @Test
  void s01FifoByExpiry() {
    long a = earn(100, "2026-01-15", through("2026-12-31"));
    long c = earn(200, "2026-02-15", Times.NEVER);
    long b = earn(50, "2026-03-15", through("2026-11-30"));
    Instant now = noon("2026-11-21");

    Redemption paid = spend(120, now);

    assertEquals(List.of(b, a), paid.portions().stream().map(portion -> portion.lotId()).toList());
    assertEquals(
        List.of(5_000L, 7_000L),
        paid.portions().stream().map(portion -> portion.amount()).toList());
    assertEquals(3_000, left(a, now));
    assertEquals(0, left(b, now));
    assertEquals(20_000, left(c, now));
    assertEquals(23_000, balance(now));
  }

  // --- S02

  @Test
  void s02aGiftBurnsFirst() {
    long regular = earn(300, "2026-06-30", through("2027-06-30"));
    long gift = gift(200, "2026-11-20", through("2026-11-27"));
    Instant now = noon("2026-11-25");

    spend(250, now);

    assertEquals(0, left(gift, now));
    assertEquals(25_000, left(regular, now));
  }

  @Test
  void s02bAnExpiredGiftIsNotSpent() {
    long regular = earn(300, "2026-06-30", through("2027-06-30"));
    long gift = gift(200, "2026-11-20", through("2026-11-27"));
    Instant now = LocalDate.parse("2026-11-28").atStartOfDay(MOSCOW).toInstant();

    spend(250, now);

    assertEquals(0, left(gift, now));
    assertEquals(5_000, left(regular, now));
    Entry expiry =
        desk.history(id).stream().filter(e -> e.op() == Entry.Op.EXPIRE).findFirst().orElseThrow();
    assertEquals(-20_000, expiry.change().balance());
    assertEquals(now, expiry.eventAt());
  }

  // --- S03

  @Test
  void s03TheInstantOfExpiryIsTooLateWhateverTheSweeperDid() {
    Instant end = Times.endOf(LocalDate.parse("2026-11-30"), ZoneId.of("Asia/Yekaterinburg"));
    assertEquals(Instant.parse("2026-11-30T19:00:00Z"), end);
    earn(100, "2026-10-01", end);
    AccountId other = member();
    earn(other, 100, "2026-10-01", end);

    spend(60, Instant.parse("2026-11-30T18:59:59.999Z"));

    Instant late = Instant.parse("2026-11-30T19:00:00Z");
    assertEquals(
        new Refusal.Insufficient(1, 0),
        desk.refused(Opening.of(id, late).covering(1), a -> desk.ledger.redeem(a, 1, late, NOTE)));
    assertEquals(
        new Refusal.Insufficient(6_000, 0),
        desk.refused(
            Opening.of(other, late).covering(6_000),
            a -> desk.ledger.redeem(a, 6_000, late, NOTE)));
    assertEquals(0, desk.look(id, late).available());
    assertEquals(0, desk.look(id, late.plusSeconds(2 * 86_400)).balance());
  }

  // --- S04

  private static final Instant BOUGHT = OffsetDateTime.parse("2026-11-01T12:00+03:00").toInstant();
  private static final Instant ACTIVE = OffsetDateTime.parse("2026-11-15T12:00+03:00").toInstant();

  private long pendingHundred() {
    Instant end = Times.endOfDayAfter(ACTIVE, 365, MOSCOW);
    assertEquals(OffsetDateTime.parse("2027-11-16T00:00+03:00").toInstant(), end);
    return desk.done(
            Opening.of(id, BOUGHT), a -> desk.ledger.accrue(a, 10_000, ACTIVE, end, BOUGHT, NOTE))
        .id();
  }

  @Test
  void s04PendingBecomesActiveByTheClock() {
    pendingHundred();

    MemberBalance day13 = desk.look(id, BOUGHT.plusSeconds(13 * 86_400));
    assertEquals(10_000, day13.pending());
    assertEquals(0, day13.available());
    MemberBalance active = desk.look(id, ACTIVE);
    assertEquals(0, active.pending());
    assertEquals(10_000, active.available());
    assertEquals(
        OffsetDateTime.parse("2027-11-16T00:00+03:00").toInstant(),
        Objects.requireNonNull(active.nextBurn()).at());
  }

  @Test
  void s04AnEarlyReturnCancelsWhatIsPendingWithoutDebt() {
    long lot = pendingHundred();
    Instant early = BOUGHT.plusSeconds(5 * 86_400);

    Reversal reversal = reverse(lot, 100, ReversalPolicy.DEBT, early);

    assertEquals(new Reversal(10_000, 10_000, 0, 0, 0, 0, 0), reversal);
    assertEquals(new MemberBalance(id.accountId(), 0, 0, 0, 0, 0, null), desk.look(id, ACTIVE));
  }

  // --- S05

  @Test
  void s05HoldCommitRepeatConflictTimeout() {
    earn(500, "2026-11-01", Times.NEVER);
    Instant now = noon("2026-11-21");
    Hold hold = hold(400, now, now.plusSeconds(900));
    assertEquals(10_000, desk.look(id, now).available(), "till 2 quotes");

    assertEquals(new Repeat.First(), commitOnce(hold.id(), 350, "body", now));
    assertEquals(15_000, balance(now));
    assertEquals(15_000, desk.look(id, now).available(), "50 released");
    assertEquals(new Repeat.Same("paid 350"), commitOnce(hold.id(), 350, "body", now));
    assertEquals(15_000, balance(now));
    assertEquals(new Repeat.Other(), commitOnce(hold.id(), 340, "another body", now));
    assertEquals(15_000, balance(now));

    hold(100, now, now.plusSeconds(900));
    assertEquals(5_000, desk.look(id, now).available());
    MemberBalance later = desk.look(id, now.plusSeconds(900));
    assertEquals(15_000, later.balance());
    assertEquals(15_000, later.available());
    assertEquals(0, later.held());
  }

  /** The way of the service: the key's record is read under the lock and written with the entry. */
  private Repeat commitOnce(long holdId, long roubles, String body, Instant now) {
    Opened opened =
        desk.store.open(
            desk.connection(),
            Opening.of(id, now).withHold(holdId).withOperation("key of " + holdId));
    Repeat replay = opened.replay(body);
    if (replay instanceof Repeat.First) {
      Outcome<Redemption> outcome =
          desk.ledger.commit(opened.account(), holdId, roubles * 100, now, NOTE);
      RoundTrip trip = new RoundTrip();
      desk.store.write(
          trip,
          List.of(outcome.orThrow(r -> new IllegalStateException(r.toString())).posting()),
          new Operation("key of " + holdId, body, "paid " + roubles));
      trip.commit(desk.connection());
    } else {
      desk.rollback();
    }
    desk.assertSound(id);
    return replay;
  }

  @Test
  void s05OfTwoSimultaneousPaymentsExactlyOneSucceeds() throws Exception {
    earn(500, "2026-11-01", Times.NEVER);
    Instant now = noon("2026-11-21");
    Callable<Boolean> payment =
        () -> {
          try (Desk till = new Desk(DATABASE)) {
            return till.run(
                    Opening.of(id, now).covering(30_000),
                    a -> till.ledger.redeem(a, 30_000, now, NOTE))
                instanceof Outcome.Done;
          }
        };
    try (ExecutorService tills = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Boolean>> paid = tills.invokeAll(List.of(payment, payment));
      assertEquals(1, paid.stream().filter(ScenariosTest::succeeded).count());
    }
    assertEquals(20_000, balance(now));
  }

  private static boolean succeeded(Future<Boolean> future) {
    return future.resultNow();
  }
}
