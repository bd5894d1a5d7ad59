package io.kartela.ledger.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.kartela.ledger.AccountId;
import io.kartela.ledger.Entry;
import io.kartela.ledger.ExpiredLots;
import io.kartela.ledger.Hold;
import io.kartela.ledger.Lot;
import io.kartela.ledger.Note;
import io.kartela.ledger.Outcome;
import io.kartela.ledger.Redemption;
import io.kartela.ledger.Refund;
import io.kartela.ledger.Refusal;
import io.kartela.ledger.Reversal;
import io.kartela.ledger.ReversalPolicy;
import io.kartela.ledger.Times;
import io.kartela.ledger.testing.TestDatabase;
import io.kartela.ledger.testing.TestPostgres;
import java.sql.SQLException;
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
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The acceptance scenarios that are the ledger's, by their numbers; amounts in the table are ×100.
 */
class ScenariosTest {
  private static final ZoneId MOSCOW = ZoneId.of("Europe/Moscow");
  private static final Note NOTE = Note.ref("scenario");
  private static TestDatabase database;
  private static long members;

  private Desk desk;
  private AccountId id;

  ScenariosTest() throws SQLException {
    desk = new Desk(database);
    id = new AccountId(7, ++members);
  }

  @BeforeAll
  static void start() {
    database = TestPostgres.database();
  }

  @AfterAll
  static void stop() {
    database.close();
  }

  @AfterEach
  void close() throws SQLException {
    desk.close();
  }

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
    AccountId other = new AccountId(7, ++members);
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

    assertEquals(new Replay.First(), commitOnce(hold.id(), 350, "body", now));
    assertEquals(15_000, balance(now));
    assertEquals(15_000, desk.look(id, now).available(), "50 released");
    assertEquals(new Replay.Same("paid 350"), commitOnce(hold.id(), 350, "body", now));
    assertEquals(15_000, balance(now));
    assertEquals(new Replay.Other(), commitOnce(hold.id(), 340, "another body", now));
    assertEquals(15_000, balance(now));

    hold(100, now, now.plusSeconds(900));
    assertEquals(5_000, desk.look(id, now).available());
    MemberBalance later = desk.look(id, now.plusSeconds(900));
    assertEquals(15_000, later.balance());
    assertEquals(15_000, later.available());
    assertEquals(0, later.held());
  }

  /** The way of the service: the key's record is read under the lock and written with the entry. */
  private Replay commitOnce(long holdId, long roubles, String body, Instant now) {
    Opened opened =
        desk.store.open(
            desk.connection(),
            Opening.of(id, now).withHold(holdId).withOperation("key of " + holdId));
    Replay replay = opened.replay(body);
    if (replay instanceof Replay.First) {
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
          try (Desk till = new Desk(database)) {
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

  // --- S11: the ledger's part of returning B, A and C of the S06 receipt

  @Test
  void s11PartialReturnOfAReceiptPartlyPaidByBonuses() {
    long l1 = earn(200, "2026-10-01", through("2026-12-31"));
    long l2 = earn(280, "2026-10-02", through("2027-03-31"));
    Instant sale = noon("2026-11-21");
    Redemption paid = spend(480, sale);
    long earned = earn(56, "2026-11-21", through("2027-11-21"));
    Instant returned = noon("2026-11-23");

    Refund b = refund(paid.seq(), 180, graceOf(returned), returned);
    reverse(earned, 21, ReversalPolicy.DEBT, returned);
    assertEquals(18_000, b.toLots());
    assertEquals(18_000, left(l2, returned));
    assertEquals(0, left(l1, returned));

    refund(paid.seq(), 300, graceOf(returned), returned);
    reverse(earned, 35, ReversalPolicy.DEBT, returned);
    assertEquals(28_000, left(l2, returned));
    assertEquals(20_000, left(l1, returned));

    // C was neither paid with bonuses nor earned any: there is nothing more to give back or take.
    assertEquals(
        new Refusal.ExceedsRedemption(1, 0),
        desk.refused(
            Opening.of(id, returned).withRedemption(paid.seq()),
            a -> desk.ledger.refund(a, paid.seq(), 1, graceOf(returned), returned, NOTE)));
    assertEquals(
        new Refusal.ExceedsGrant(1, 0),
        desk.refused(
            Opening.of(id, returned).withLot(earned).covering(1),
            a -> desk.ledger.reverse(a, earned, 1, ReversalPolicy.DEBT, returned, NOTE)));
    assertEquals(48_000, balance(returned));
    assertEquals(0, left(earned, returned));
  }

  // --- S12

  @Test
  void s12ReturnAfterLotExpiryWithGrace() {
    earn(100, "2026-06-01", through("2026-11-30"));
    Redemption paid = spend(100, noon("2026-11-21"));
    Instant returned = noon("2026-12-05");

    Refund refund = refund(paid.seq(), 100, graceOf(returned), returned);

    assertEquals(10_000, refund.toGrace());
    MemberBalance after = desk.look(id, returned);
    assertEquals(10_000, after.available());
    assertEquals(through("2026-12-19"), Objects.requireNonNull(after.nextBurn()).at());
  }

  @Test
  void s12ReturnAfterLotExpiryStrict() {
    earn(100, "2026-06-01", through("2026-11-30"));
    Redemption paid = spend(100, noon("2026-11-21"));
    Instant returned = noon("2026-12-05");

    Refund refund = refund(paid.seq(), 100, new ExpiredLots.Strict(), returned);

    assertEquals(10_000, refund.burned());
    assertEquals(0, balance(returned));
    List<Entry> last = desk.history(id).subList(2, 4);
    assertEquals(Entry.Op.REFUND, last.getFirst().op());
    assertEquals(10_000, last.getFirst().change().balance());
    assertEquals(Entry.Op.EXPIRE, last.getLast().op());
    assertEquals(-10_000, last.getLast().change().balance());
  }

  // --- S13

  private long hundredOfWhichEightyAreSpent() {
    long lot = earn(100, "2026-11-01", Times.NEVER);
    spend(80, noon("2026-11-10"));
    assertEquals(2_000, balance(noon("2026-11-10")));
    return lot;
  }

  @Test
  void s13DebtIsRepaidByLaterGrants() {
    long lot = hundredOfWhichEightyAreSpent();
    Instant now = noon("2026-11-21");

    assertEquals(
        new Reversal(10_000, 0, 2_000, 0, 0, 8_000, 0),
        reverse(lot, 100, ReversalPolicy.DEBT, now));
    assertEquals(-8_000, balance(now));
    assertEquals(0, desk.look(id, now).available());
    earn(60, "2026-11-22", Times.NEVER);
    assertEquals(-2_000, balance(noon("2026-11-22")));
    assertEquals(0, desk.look(id, noon("2026-11-22")).available());
    earn(50, "2026-11-23", Times.NEVER);
    assertEquals(3_000, balance(noon("2026-11-23")));
    assertEquals(3_000, desk.look(id, noon("2026-11-23")).available());
  }

  @Test
  void s13WithinBalanceReportsTheShortfall() {
    long lot = hundredOfWhichEightyAreSpent();
    Instant now = noon("2026-11-21");

    assertEquals(
        new Reversal(10_000, 0, 2_000, 0, 0, 0, 8_000),
        reverse(lot, 100, ReversalPolicy.WITHIN_BALANCE, now));
    assertEquals(0, balance(now));
    earn(60, "2026-11-22", Times.NEVER);
    assertEquals(6_000, balance(noon("2026-11-22")));
    earn(50, "2026-11-23", Times.NEVER);
    assertEquals(11_000, balance(noon("2026-11-23")));
  }

  @Test
  void s13OnlyPendingLeavesWhatIsActive() {
    long lot = hundredOfWhichEightyAreSpent();
    Instant now = noon("2026-11-21");

    assertEquals(
        new Reversal(10_000, 0, 0, 0, 0, 0, 10_000),
        reverse(lot, 100, ReversalPolicy.ONLY_PENDING, now));
    assertEquals(2_000, balance(now));
  }

  // --- words of the table, in kopecks

  private static Instant through(String day) {
    return Times.endOf(LocalDate.parse(day), MOSCOW);
  }

  private static Instant noon(String day) {
    return LocalDate.parse(day).atTime(12, 0).atZone(MOSCOW).toInstant();
  }

  private static ExpiredLots graceOf(Instant returned) {
    return new ExpiredLots.Grace(Times.endOfDayAfter(returned, 14, MOSCOW));
  }

  private long earn(long roubles, String day, Instant until) {
    return earn(id, roubles, day, until);
  }

  private long earn(AccountId whose, long roubles, String day, Instant until) {
    Instant at = noon(day);
    Lot lot =
        desk.done(
            Opening.of(whose, at), a -> desk.ledger.accrue(a, roubles * 100, at, until, at, NOTE));
    return lot.id();
  }

  private long gift(long roubles, String day, Instant until) {
    Instant at = noon(day);
    return desk.done(
            Opening.of(id, at), a -> desk.ledger.gift(a, roubles * 100, at, until, at, NOTE))
        .id();
  }

  private Redemption spend(long roubles, Instant at) {
    return desk.done(
        Opening.of(id, at).covering(roubles * 100),
        a -> desk.ledger.redeem(a, roubles * 100, at, NOTE));
  }

  private Hold hold(long roubles, Instant at, Instant until) {
    return desk.done(
        Opening.of(id, at).covering(roubles * 100),
        a -> desk.ledger.hold(a, roubles * 100, until, at));
  }

  private Refund refund(long redemption, long roubles, ExpiredLots expired, Instant at) {
    return desk.done(
        Opening.of(id, at).withRedemption(redemption),
        a -> desk.ledger.refund(a, redemption, roubles * 100, expired, at, NOTE));
  }

  private Reversal reverse(long lot, long roubles, ReversalPolicy policy, Instant at) {
    return desk.done(
        Opening.of(id, at).withLot(lot).covering(roubles * 100),
        a -> desk.ledger.reverse(a, lot, roubles * 100, policy, at, NOTE));
  }

  private long left(long lot, Instant at) {
    return desk.remaining(id, lot, at);
  }

  private long balance(Instant at) {
    return desk.look(id, at).balance();
  }
}
