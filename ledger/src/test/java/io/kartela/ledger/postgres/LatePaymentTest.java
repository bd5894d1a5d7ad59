package io.kartela.ledger.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.kartela.ledger.Account;
import io.kartela.ledger.AccountId;
import io.kartela.ledger.Entry;
import io.kartela.ledger.Redemption;
import io.kartela.ledger.Refusal;
import io.kartela.ledger.ReversalPolicy;
import io.kartela.ledger.Times;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * C7a: a payment made before a lot's end and told after it; the self-check runs after each step.
 */
class LatePaymentTest extends Scenario {
  private static final Instant END = through("2026-11-30");
  private static final Instant BEFORE = END.minusSeconds(60);
  private static final Instant AFTER = END.plus(Duration.ofHours(1));

  private void job(Instant now) throws SQLException {
    try (Connection worker = DATABASE.worker().getConnection()) {
      worker.setAutoCommit(false);
      while (new BookingJob().bookDue(worker, now, 100) > 0) {
        worker.commit();
      }
      worker.commit();
    }
    desk.assertSound(id);
  }

  private Refusal unpaid(AccountId whose, long kopecks, Instant at) {
    return desk.refused(
        Opening.of(whose, at).covering(kopecks), a -> desk.ledger.redeem(a, kopecks, at, NOTE));
  }

  private List<String> history() {
    return desk.history(id).stream()
        .map(e -> e.op() + " " + e.change().balance() / 100 + " " + e.balanceAfter() / 100)
        .toList();
  }

  @Test
  void theBookedEndIsCorrectedByANewLine() throws SQLException {
    long lot = earn(100, "2026-10-01", END);
    earn(30, "2026-10-02", Times.NEVER);
    job(AFTER);
    assertEquals(3_000, balance(AFTER));

    Redemption paid = spend(110, BEFORE);

    assertEquals(10_000, paid.portions().getFirst().amount());
    assertEquals(lot, paid.portions().getFirst().lotId());
    assertEquals(
        List.of(
            "ACCRUE 100 100",
            "ACCRUE 30 130",
            "EXPIRE -100 30",
            "EXPIRE 100 130",
            "REDEEM -110 20"),
        history());
    Entry correction = desk.history(id).get(3);
    assertEquals(END, correction.eventAt());
    assertEquals(NOTE.ref(), correction.note().ref());
    assertEquals(2_000, balance(AFTER));
    job(AFTER.plusSeconds(60));
    assertEquals(5, desk.history(id).size(), "nothing burns twice");
    // Its return goes to the lots it came from: the dead one's part lives on for the grace.
    refund(paid.seq(), 110, graceOf(AFTER), AFTER);
    assertEquals(13_000, balance(AFTER));
  }

  @Test
  void aPartBurnsAndTheInstantOfTheEndIsTooLate() throws SQLException {
    earn(100, "2026-10-01", END);
    job(AFTER);
    assertEquals(new Refusal.Insufficient(100, 0), unpaid(id, 100, END));
    spend(37, END.minusMillis(1));
    assertEquals(new Refusal.Insufficient(6_301, 6_300), unpaid(id, 6_301, BEFORE));
    spend(63, BEFORE);
    assertEquals(0, balance(AFTER));
  }

  @Test
  void whatWasGivenOrActivatedSinceIsNotTaken() throws SQLException {
    earn(50, "2026-10-01", END);
    earn(70, "2026-12-01", Times.NEVER);
    job(AFTER);
    assertEquals(new Refusal.Insufficient(5_001, 5_000), unpaid(id, 5_001, BEFORE));
    spend(50, BEFORE);
    assertEquals(7_000, balance(noon("2026-12-01")));
  }

  @Test
  void aLotThatWasPendingAndLivedAndBurnedSince() throws SQLException {
    Instant from = noon("2026-11-10");
    desk.done(
        Opening.of(id, noon("2026-11-01")),
        a -> desk.ledger.accrue(a, 4_000, from, END, noon("2026-11-01"), NOTE));
    job(AFTER);
    assertEquals(new Refusal.Insufficient(100, 0), unpaid(id, 100, noon("2026-11-09")));
    spend(40, BEFORE);
  }

  @Test
  void laterPaymentsTookOtherLotsAndADebtMadeSinceStays() throws SQLException {
    long earned = earn(20, "2026-10-01", Times.NEVER);
    earn(100, "2026-10-01", END);
    job(AFTER);
    spend(20, AFTER);
    reverse(earned, 20, ReversalPolicy.DEBT, AFTER);
    assertEquals(-2_000, balance(AFTER));
    spend(60, BEFORE);
    assertEquals(-2_000, balance(AFTER));
    assertEquals(2_000, desk.look(id, AFTER).debt());
    assertEquals(new Refusal.Insufficient(4_001, 4_000), unpaid(id, 4_001, BEFORE));
  }

  @Test
  void aGrantThatWasTakenBackAfterItBurnedIsGone() throws SQLException {
    long lot = earn(100, "2026-10-01", END);
    job(AFTER);
    assertEquals(7_000, reverse(lot, 70, ReversalPolicy.DEBT, AFTER).burnedBefore());
    assertEquals(new Refusal.Insufficient(3_001, 3_000), unpaid(id, 3_001, BEFORE));
    spend(30, BEFORE);
  }

  /** Told in time or late, before or after the job: the same is left of every lot. */
  @Test
  void theOrderOfArrivalChangesNothing() throws SQLException {
    for (int soon = 5; soon <= 95; soon += 15) {
      assertEquals(left(soon, false), left(soon, true), "paid " + soon);
    }
  }

  private List<Long> left(int roubles, boolean late) throws SQLException {
    AccountId whose = member();
    earn(whose, 60, "2026-10-01", END);
    earn(whose, 80, "2026-10-02", through("2026-12-31"));
    if (!late) {
      spend(whose, roubles, BEFORE);
    }
    job(AFTER);
    spend(whose, 30, AFTER);
    if (late) {
      spend(whose, roubles, BEFORE);
    }
    job(AFTER.plusSeconds(60));
    Account account =
        desk.store
            .open(desk.connection(), Opening.of(whose, AFTER).withLot(1).withLot(2))
            .account();
    desk.rollback();
    return List.of(
        account.contents().lots().getFirst().remaining(),
        account.contents().lots().getFirst().expired(),
        account.contents().lots().getLast().remaining(),
        account.balance());
  }

  /** The heir pays with what burned before the merge, and no self-check takes it for a mistake. */
  @Test
  void whatBurnedBeforeAMergeIsTheHeirsToTakeBack() throws SQLException {
    AccountId heir = member();
    earn(100, "2026-10-01", END);
    earn(heir, 30, "2026-10-01", Times.NEVER);
    job(AFTER);
    merge(id, heir, AFTER);
    spend(heir, 110, BEFORE);
    assertEquals(2_000, desk.look(heir, AFTER).balance());
    desk.assertSound(id);
    assertEquals(new Refusal.Insufficient(2_001, 2_000), unpaid(heir, 2_001, BEFORE));
  }

  /** A quote of the past says what the payment may take. */
  @Test
  void theFigureForALateQuoteIsThePayments() throws SQLException {
    earn(60, "2026-10-01", END);
    earn(80, "2026-12-01", Times.NEVER);
    earn(7, "2026-10-01", Times.NEVER);
    job(AFTER);
    for (Instant at : List.of(BEFORE, END, noon("2026-10-01"), noon("2026-09-30"))) {
      Account account =
          desk.store.open(desk.connection(), Opening.of(id, at).covering(1_000_000)).account();
      long payable = desk.ledger.payable(account, at);
      desk.rollback();
      RoundTrip trip = new RoundTrip();
      PostgresLedger.setMerchant(trip, id.merchantId());
      Answer<Long> figure = new Balances().payable(trip, id, at);
      trip.run(desk.connection());
      desk.rollback();
      assertEquals(payable, figure.get(), at::toString);
    }
  }
}
