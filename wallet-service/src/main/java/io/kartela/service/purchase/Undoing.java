package io.kartela.service.purchase;

import io.kartela.ledger.Account;
import io.kartela.ledger.AccountId;
import io.kartela.ledger.Entry;
import io.kartela.ledger.ExpiredLots;
import io.kartela.ledger.Ledger;
import io.kartela.ledger.Note;
import io.kartela.ledger.Posting;
import io.kartela.ledger.ReversalPolicy;
import io.kartela.ledger.Times;
import io.kartela.ledger.postgres.Opening;
import io.kartela.rules.Program;
import io.kartela.rules.ReturnEffects;
import io.kartela.rules.ReturnPolicy;
import io.kartela.service.account.Accounts;
import java.time.Instant;

/**
 * What a judged return does to the account, worked out in memory: bonuses back to the lots they
 * came from, accrual and grants taken back.
 *
 * @param shortfall what could not be taken back under the program's debt policy
 * @param recovered what could not be taken back for an earlier return and is now: it came back here
 */
record Undoing(Posting posting, long shortfall, long recovered) {

  /**
   * Where what the receipt booked is found.
   *
   * @param account in which it was booked, when that was merged into the member's since; 0 = the
   *     member's own
   * @param lotOffset what is added to the numbers of its lots
   */
  record Place(long account, long lotOffset) {
    static final Place OWN = new Place(0, 0);

    long lot(long booked) {
      return Math.addExact(lotOffset, booked);
    }
  }

  /** What of the account must be read for it. */
  static Opening opening(
      AccountId id, Place place, ReceiptStore.Stored stored, ReturnEffects reversal, Instant at) {
    // At least the lots that burn first: the answer says what burns next.
    Opening opening = Opening.of(id, at).covering(Math.max(1, EarnedParts.total(reversal)));
    Long redemption = stored.redemptionSeq();
    if (redemption != null) {
      opening =
          place.account == 0
              ? opening.withRedemption(redemption)
              : opening.withInherited(
                  new Opening.Inherited(place.account, place.lotOffset, redemption));
    }
    Long accrual = stored.accrualLot();
    opening = accrual == null ? opening : opening.withLot(place.lot(accrual));
    for (long lot : stored.grantLots().values()) {
      opening = opening.withLot(place.lot(lot));
    }
    return opening;
  }

  static Undoing of(
      Ledger ledger,
      Program program,
      Place place,
      ReceiptStore.Stored stored,
      ReturnEffects reversal,
      Account account,
      Instant at) {
    Note note = Note.ref(Long.toString(stored.id()));
    Undoing undone = new Undoing(ledger.mature(account, at), 0, 0);
    if (reversal.bonus() > 0) {
      undone = undone.refund(ledger, program, place, stored, reversal.bonus(), at, note);
    }
    ReversalPolicy debt = Accounts.debtPolicy(program.returns().debt());
    Long accrual = stored.accrualLot();
    if (reversal.earn() > 0 && accrual != null) {
      undone = undone.reverse(ledger, place.lot(accrual), reversal.earn(), debt, at, note);
    }
    for (var grant : new java.util.TreeMap<>(reversal.grants()).entrySet()) {
      Long lot = stored.grantLots().get(grant.getKey());
      if (lot != null && grant.getValue() > 0) {
        undone = undone.reverse(ledger, place.lot(lot), grant.getValue(), debt, at, note);
      }
    }
    return undone;
  }

  private Undoing refund(
      Ledger ledger,
      Program program,
      Place place,
      ReceiptStore.Stored stored,
      long bonus,
      Instant at,
      Note note) {
    ReturnPolicy policy = program.returns();
    ExpiredLots expired =
        policy.expiredGraceDays() == 0
            ? new ExpiredLots.Strict()
            : new ExpiredLots.Grace(
                Times.endOfDayAfter(at, policy.expiredGraceDays(), program.zone()));
    Long seq = stored.redemptionSeq();
    if (seq == null) {
      throw new IllegalStateException(
          "receipt " + stored.id() + " was paid with bonuses but has no redemption");
    }
    var done =
        ledger
            .refund(posting.after(), place.account, seq, bonus, expired, at, note)
            .orThrow(Booking::problem);
    // Beside the refund the ledger reverses what it had to forgive while these bonuses were away.
    long forgiven =
        done.posting().entries().stream()
            .filter(entry -> entry.op() == Entry.Op.REVERSE)
            .mapToLong(entry -> -entry.change().balance())
            .sum();
    return new Undoing(posting.then(done.posting()), shortfall, recovered + forgiven);
  }

  private Undoing reverse(
      Ledger ledger, long lot, long amount, ReversalPolicy debt, Instant at, Note note) {
    var done =
        ledger.reverse(posting.after(), lot, amount, debt, at, note).orThrow(Booking::problem);
    return new Undoing(
        posting.then(done.posting()), shortfall + done.value().shortfall(), recovered);
  }
}
