package io.kartela.ledger.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.kartela.ledger.Account;
import io.kartela.ledger.AccountId;
import io.kartela.ledger.Entry;
import io.kartela.ledger.ExpiredLots;
import io.kartela.ledger.LedgerException;
import io.kartela.ledger.Lot;
import io.kartela.ledger.Redemption;
import io.kartela.ledger.Refund;
import io.kartela.ledger.Refusal;
import io.kartela.ledger.Reversal;
import io.kartela.ledger.ReversalPolicy;
import io.kartela.ledger.Times;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** C6b: a merge changes no lot; returns go to the lots they came from, wherever those are now. */
class MergeReturnsTest extends Scenario {
  private final AccountId other = member();
  private final AccountId third = member();

  @Test
  void whatTheReceiptEarnedIsTakenFromItsOwnLot() {
    earn(70, "2026-10-01", through("2026-12-31"));
    long earned = earn(other, 50, "2026-10-02", through("2027-03-31"));
    merge(other, id, noon("2026-11-01"));
    Instant now = noon("2026-11-21");
    assertEquals(List.of("70 2026-12-31", "50 2027-03-31"), lots(id, now));
    assertEquals(
        new Reversal(2_000, 0, 2_000, 0, 0, 0, 0),
        reverseAt(id, other, earned, 20, ReversalPolicy.DEBT, now));
    reverseAt(id, other, earned, 30, ReversalPolicy.DEBT, now);
    assertEquals(List.of("70 2026-12-31"), lots(id, now));
    assertEquals(
        new Refusal.ExceedsGrant(100, 0),
        desk.refused(
            Opening.of(id, now).withLot(offset(other, id) + earned).covering(100),
            a ->
                desk.ledger.reverse(
                    a, offset(other, id) + earned, 100, ReversalPolicy.DEBT, now, NOTE)));
    assertEquals(
        List.of(Entry.Op.ACCRUE, Entry.Op.TRANSFER_IN, Entry.Op.REVERSE, Entry.Op.REVERSE),
        desk.history(id).stream().map(Entry::op).toList());
  }

  @Test
  void whatWasPaidComesBackToTheLotsItBurnedAlongTwoMerges() {
    long never = earn(third, 40, "2026-09-01", Times.NEVER);
    earn(third, 100, "2026-09-02", through("2026-12-31"));
    Redemption paid = spend(third, 120, noon("2026-09-10"));
    Instant before = noon("2026-09-11");
    // A part comes back before the merges: the never-ending one first.
    desk.done(
        Opening.of(third, before).withRedemption(paid.seq()),
        a -> desk.ledger.refund(a, paid.seq(), 500, graceOf(before), before, NOTE));
    earn(other, 7, "2026-09-12", through("2026-12-31"));
    merge(third, other, noon("2026-09-20"));
    refundAt(other, third, paid.seq(), 10, graceOf(before), noon("2026-09-21"));
    earn(70, "2026-10-01", through("2027-01-31"));
    merge(other, id, noon("2026-10-05"));
    Instant now = noon("2026-11-21");
    assertEquals(List.of("7 2026-12-31", "70 2027-01-31", "35 never"), lots(id, now));
    Refund rest = refundAt(id, third, paid.seq(), 105, graceOf(now), now);
    assertEquals(10_500, rest.toLots());
    assertEquals(
        List.of("100 2026-12-31", "7 2026-12-31", "70 2027-01-31", "40 never"), lots(id, now));
    assertEquals(
        new Refusal.ExceedsRedemption(1, 0),
        desk.refused(
            past(id, third, paid.seq(), now),
            a -> desk.ledger.refund(a, third.accountId(), paid.seq(), 1, graceOf(now), now, NOTE)));
    assertEquals(4_000, left(offset(third, id) + never, now));
  }

  @Test
  void deadLotsAreJudgedByTheirOwnEnd() {
    for (boolean strict : new boolean[] {false, true}) {
      AccountId heir = member();
      AccountId gone = member();
      earn(gone, 100, "2026-06-01", through("2026-11-30"));
      Redemption paid = spend(gone, 100, noon("2026-11-21"));
      earn(heir, 10, "2026-06-01", Times.NEVER);
      merge(gone, heir, noon("2026-11-22"));
      Instant now = noon("2026-12-05");
      refundAt(heir, gone, paid.seq(), 60, strict ? new ExpiredLots.Strict() : graceOf(now), now);
      assertEquals(
          strict ? List.of("10 never") : List.of("60 2026-12-19", "10 never"), lots(heir, now));
    }
  }

  @Test
  void pendingSpentAndBurnedPartsKeepTheirPast() {
    Instant at = noon("2026-11-01");
    Lot pending =
        desk.done(
            Opening.of(other, at),
            a -> desk.ledger.accrue(a, 5_000, noon("2026-12-01"), through("2027-12-01"), at, NOTE));
    long spent = earn(other, 30, "2026-11-01", through("2026-11-20"));
    spend(other, 10, noon("2026-11-02"));
    long burned = earn(other, 8, "2026-11-01", through("2026-11-03"));
    earn(70, "2026-10-01", through("2027-01-31"));
    merge(other, id, noon("2026-11-10"));
    Instant now = noon("2026-11-15");
    assertEquals(
        new Reversal(5_000, 5_000, 0, 0, 0, 0, 0),
        reverseAt(id, other, pending.id(), 50, ReversalPolicy.ONLY_PENDING, now));
    // What burned unused is not asked for again; what was spent is taken from the others.
    assertEquals(800, reverseAt(id, other, burned, 8, ReversalPolicy.DEBT, now).burnedBefore());
    assertEquals(
        new Reversal(3_000, 0, 2_000, 0, 1_000, 0, 0),
        reverseAt(id, other, spent, 30, ReversalPolicy.WITHIN_BALANCE, now));
    assertEquals(List.of("60 2027-01-31"), lots(id, now));
  }

  @Test
  void nothingIsBookedInAnAccountThatWasMerged() {
    earn(other, 10, "2026-10-01", Times.NEVER);
    merge(other, id, noon("2026-11-01"));
    Instant now = noon("2026-11-21");
    Account gone = desk.store.open(desk.connection(), Opening.of(other, now)).account();
    desk.rollback();
    LedgerException refused =
        assertThrows(
            LedgerException.class, () -> desk.ledger.accrue(gone, 1, now, Times.NEVER, now, NOTE));
    assertEquals(LedgerException.Code.MERGED, refused.code());
    assertEquals(0, desk.ledger.available(gone, now));
  }
}
