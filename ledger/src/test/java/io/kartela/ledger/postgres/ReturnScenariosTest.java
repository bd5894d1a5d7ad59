package io.kartela.ledger.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.kartela.ledger.Entry;
import io.kartela.ledger.ExpiredLots;
import io.kartela.ledger.Redemption;
import io.kartela.ledger.Refund;
import io.kartela.ledger.Refusal;
import io.kartela.ledger.Reversal;
import io.kartela.ledger.ReversalPolicy;
import io.kartela.ledger.Times;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The acceptance scenarios of returns, as far as they are the ledger's, by their numbers. */
class ReturnScenariosTest extends Scenario {
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
}
