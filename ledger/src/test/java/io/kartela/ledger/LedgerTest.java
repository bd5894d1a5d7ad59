package io.kartela.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.kartela.ledger.Account.Contents;
import io.kartela.ledger.Account.Counters;
import io.kartela.ledger.Account.Totals;
import io.kartela.ledger.Outcome.Done;
import io.kartela.ledger.Outcome.Refused;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Refusals, limits and joined operations, without a database. */
class LedgerTest {
  private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
  private static final AccountId ID = new AccountId(1, 2);
  private final Ledger ledger = new Ledger();

  private Account with(long amount, Instant until) {
    return done(ledger.gift(Account.fresh(ID), amount, NOW, until, NOW, Note.NONE)).after();
  }

  private static <T> Done<T> success(Outcome<T> outcome) {
    return outcome.orThrow(refusal -> new IllegalStateException(refusal.toString()));
  }

  private static Posting done(Outcome<?> outcome) {
    return success(outcome).posting();
  }

  private static Refusal refused(Outcome<?> outcome) {
    return assertInstanceOf(Refused.class, outcome).refusal();
  }

  @ParameterizedTest
  @ValueSource(longs = {0, -1, Long.MIN_VALUE})
  void anAmountIsPositive(long amount) {
    Account account = with(100, Times.NEVER);
    assertThrows(
        IllegalArgumentException.class, () -> ledger.redeem(account, amount, NOW, Note.NONE));
    assertThrows(
        IllegalArgumentException.class,
        () -> ledger.gift(account, amount, NOW, Times.NEVER, NOW, Note.NONE));
    assertThrows(
        IllegalArgumentException.class,
        () -> ledger.refund(account, 1, amount, new ExpiredLots.Strict(), NOW, Note.NONE));
    assertThrows(
        IllegalArgumentException.class,
        () -> ledger.reverse(account, 1, amount, ReversalPolicy.DEBT, NOW, Note.NONE));
  }

  @Test
  void amountsAtTheEndOfTheLongAreRefusedAndNeverWrapAround() {
    Account account = with(Ledger.MAX, Times.NEVER);
    assertEquals(
        new Refusal.TooLarge(Ledger.MAX),
        refused(ledger.gift(account, 1, NOW, Times.NEVER, NOW, Note.NONE)));
    assertEquals(
        new Refusal.TooLarge(Ledger.MAX),
        refused(ledger.gift(Account.fresh(ID), Long.MAX_VALUE, NOW, Times.NEVER, NOW, Note.NONE)));
    assertEquals(
        new Refusal.Insufficient(Long.MAX_VALUE, Ledger.MAX),
        refused(ledger.redeem(account, Long.MAX_VALUE, NOW, Note.NONE)));
  }

  @Test
  void returnsCannotLiftAnAccountAboveItsLimit() {
    Posting paid = done(ledger.redeem(with(Ledger.MAX, Times.NEVER), 10, NOW, Note.NONE));
    long seq = paid.entries().getFirst().seq();
    Account full = done(ledger.gift(paid.after(), 10, NOW, Times.NEVER, NOW, Note.NONE)).after();
    assertEquals(
        new Refusal.TooLarge(Ledger.MAX),
        refused(ledger.refund(full, seq, 10, new ExpiredLots.Strict(), NOW, Note.NONE)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0000-12-31T23:59:59Z", "+10000-01-01T00:00:00Z"})
  void instantsOutsideTheCalendarAreRefused(String instant) {
    assertThrows(
        IllegalArgumentException.class,
        () ->
            ledger.gift(Account.fresh(ID), 1, Instant.parse(instant), Times.NEVER, NOW, Note.NONE));
  }

  @Test
  void aClockFarInThePastIsAnEventLikeAnyOther() {
    Instant past = Instant.parse("1900-01-01T00:00:00Z");
    Account account =
        done(ledger.gift(Account.fresh(ID), 5, past, past.plusSeconds(60), past, Note.NONE))
            .after();
    assertEquals(5, ledger.available(account, past));
    assertEquals(0, ledger.available(account, NOW));
  }

  @Test
  void aLotThatArrivesAfterItsEndIsBookedAndBurnsAtOnce() {
    Instant end = NOW.minusSeconds(60);
    Posting posting =
        done(
            ledger.accrue(
                Account.fresh(ID), 7, NOW.minusSeconds(600), end, NOW, Note.ref("offline")));
    assertEquals(
        List.of(Entry.Op.ACCRUE, Entry.Op.EXPIRE),
        posting.entries().stream().map(Entry::op).toList());
    assertEquals(0, posting.after().balance());
  }

  @Test
  void aHoldEndsWithTheFirstOfItsLots() {
    Instant end = NOW.plusSeconds(300);
    Done<Hold> done = success(ledger.hold(with(100, end), 40, NOW.plusSeconds(900), NOW));
    Hold hold = done.value();
    assertEquals(end, hold.expiresAt());
    assertEquals(
        new Refusal.HoldExpired(hold.id()),
        refused(ledger.commit(done.posting().after(), hold.id(), 40, end, Note.NONE)));
  }

  @Test
  void aHoldIsCommittedOnceAndNotBeyondItsAmount() {
    Posting held = done(ledger.hold(with(100, Times.NEVER), 40, NOW.plusSeconds(900), NOW));
    assertEquals(
        new Refusal.ExceedsHold(41, 40),
        refused(ledger.commit(held.after(), 1, 41, NOW, Note.NONE)));
    Account paid = done(ledger.commit(held.after(), 1, 40, NOW, Note.NONE)).after();
    assertEquals(
        new Refusal.HoldClosed(1, Hold.Status.COMMITTED),
        refused(ledger.commit(paid, 1, 40, NOW, Note.NONE)));
    assertEquals(
        new Refusal.HoldClosed(1, Hold.Status.COMMITTED), refused(ledger.release(paid, 1, NOW)));
    assertEquals(new Refusal.HoldNotFound(9), refused(ledger.commit(paid, 9, 40, NOW, Note.NONE)));
  }

  @Test
  void manualOperationsNeedAReasonAndAnAuthor() {
    Account account = with(100, Times.NEVER);
    assertThrows(
        IllegalArgumentException.class, () -> ledger.debit(account, 1, NOW, Note.ref("x")));
    assertThrows(
        IllegalArgumentException.class,
        () -> ledger.credit(account, 1, NOW, Times.NEVER, NOW, new Note(null, "why", " ")));
    assertThrows(IllegalArgumentException.class, () -> Note.byHand("", "anna"));
    assertEquals(
        90, done(ledger.debit(account, 10, NOW, Note.byHand("spoilt", "anna"))).after().balance());
  }

  @Test
  void aManualDebitIsNoPaymentAndCannotBeReturned() {
    Posting posting =
        done(ledger.debit(with(100, Times.NEVER), 10, NOW, Note.byHand("spoilt", "anna")));
    assertEquals(
        new Refusal.RedemptionNotFound(2),
        refused(ledger.refund(posting.after(), 2, 10, new ExpiredLots.Strict(), NOW, Note.NONE)));
  }

  @Test
  void whatBurnedUnusedIsNotTakenASecondTime() {
    Account account = with(100, NOW.plusSeconds(60));
    Instant later = NOW.plusSeconds(120);
    Account rich = done(ledger.gift(account, 50, NOW, Times.NEVER, later, Note.NONE)).after();
    Done<Reversal> done =
        success(ledger.reverse(rich, 1, 100, ReversalPolicy.DEBT, later, Note.NONE));
    assertEquals(new Reversal(100, 0, 0, 100, 0, 0, 0), done.value());
    assertEquals(50, done.posting().after().balance());
  }

  @Test
  void joinedPostingsMustFollowOneAnother() {
    Account account = with(100, Times.NEVER);
    Posting one = done(ledger.redeem(account, 10, NOW, Note.NONE));
    Posting two = done(ledger.redeem(account, 20, NOW, Note.NONE));
    LedgerException trouble = assertThrows(LedgerException.class, () -> one.then(two));
    assertEquals(LedgerException.Code.NOT_CONSECUTIVE, trouble.code());
    Posting both = one.then(done(ledger.redeem(one.after(), 20, NOW, Note.NONE)));
    assertEquals(70, both.after().balance());
    assertEquals(List.of(2L, 3L), both.entries().stream().map(Entry::seq).toList());
  }

  @Test
  void lotsThatWereNotReadAreNeverPassedOver() {
    // Two active lots of 50, of which only the later one was read by name.
    Lot.Terms terms = new Lot.Terms(Lot.Kind.GIFT, 50, NOW, NOW, NOW.plus(Duration.ofDays(9)));
    Lot named = new Lot(2, terms, Lot.Status.ACTIVE, 50, 0, 0, 0, StandIns.NONE);
    Account account =
        new Account(
            ID,
            1,
            new Totals(100, 0, 0, 0),
            new Counters(2, 2, 0),
            NOW.plus(Duration.ofDays(5)),
            new Contents(List.of(named), List.of(), List.of(), null, NOW));
    LedgerException trouble =
        assertThrows(LedgerException.class, () -> ledger.redeem(account, 10, NOW, Note.NONE));
    assertEquals(LedgerException.Code.LOTS_NOT_LOADED, trouble.code());
    trouble =
        assertThrows(
            LedgerException.class, () -> ledger.redeem(account, 10, NOW.plusSeconds(1), Note.NONE));
    assertEquals(LedgerException.Code.OPENED_FOR_EARLIER, trouble.code());
  }

  @Test
  void aTransferKeepsEveryExpiryAndAMergeMovesDebtAndPending() {
    AccountId otherId = new AccountId(1, 3);
    Account from = with(100, NOW.plusSeconds(500));
    from =
        done(ledger.gift(from, 30, NOW.plusSeconds(50), NOW.plusSeconds(900), NOW, Note.NONE))
            .after();
    Outcome<Transfer> transfer = ledger.transfer(from, Account.fresh(otherId), 60, NOW, Note.NONE);
    Done<Transfer> done = success(transfer);
    Account to = done.value().to().after();
    assertEquals(NOW.plusSeconds(500), to.contents().lots().getFirst().terms().expiresAt());
    assertEquals(Lot.Kind.TRANSFER, to.contents().lots().getFirst().terms().kind());

    Account owing = done(ledger.reverse(to, 1, 60, ReversalPolicy.DEBT, NOW, Note.NONE)).after();
    assertEquals(0, owing.balance());
    Outcome<Transfer> merge = ledger.merge(done.posting().after(), owing, NOW, Note.NONE);
    Account merged = success(merge).value().to().after();
    assertEquals(40, merged.balance());
    assertEquals(30, merged.totals().pending());
    assertThrows(
        IllegalArgumentException.class, () -> ledger.transfer(merged, merged, 1, NOW, Note.NONE));
  }
}
