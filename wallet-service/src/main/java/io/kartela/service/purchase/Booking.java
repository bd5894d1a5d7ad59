package io.kartela.service.purchase;

import io.kartela.ledger.Account;
import io.kartela.ledger.Ledger;
import io.kartela.ledger.Lot;
import io.kartela.ledger.Note;
import io.kartela.ledger.Outcome;
import io.kartela.ledger.Posting;
import io.kartela.ledger.Redemption;
import io.kartela.ledger.Refusal;
import io.kartela.ledger.Times;
import io.kartela.rules.Evaluation;
import io.kartela.service.account.Amounts;
import io.kartela.service.platform.http.Problem;
import io.kartela.service.platform.http.ProblemCode;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a judged receipt does to the account, worked out in memory: the redemption, the accrual, the
 * grants.
 *
 * @param redemptionSeq where the payment was booked, for a later return; null when nothing was
 *     spent
 * @param accrualLot the lot of what was earned; null when nothing was
 * @param grantLots the lots of the grants, by rule
 */
record Booking(
    Posting posting,
    @Nullable Long redemptionSeq,
    @Nullable Long accrualLot,
    Map<String, Long> grantLots) {

  /**
   * Works it out.
   *
   * @param now until when the clock is booked: of a receipt that comes late something may be due
   *     already
   */
  static Booking of(
      Ledger ledger,
      Account account,
      Evaluation evaluation,
      long holdId,
      Instant at,
      Instant now,
      String ref) {
    Note note = Note.ref(ref);
    // What has fallen due is booked also when the receipt itself moves nothing: its answer says the
    // balance.
    Posting posting = ledger.mature(account, at);
    Long redemptionSeq = null;
    if (holdId != 0 || evaluation.bonusPaid() > 0) {
      Outcome<Redemption> paid =
          pay(ledger, posting.after(), evaluation.bonusPaid(), holdId, at, note);
      var done = paid.orThrow(Booking::problem);
      posting = posting.then(done.posting());
      redemptionSeq = done.value().seq();
    }
    Long accrualLot = null;
    Evaluation.Accrual accrual = evaluation.accrual();
    if (accrual != null) {
      var done =
          ledger
              .accrue(
                  posting.after(),
                  accrual.amount(),
                  accrual.activeFrom(),
                  end(accrual.expiresAt()),
                  at,
                  note)
              .orThrow(Booking::problem);
      posting = posting.then(done.posting());
      accrualLot = done.value().id();
    }
    Map<String, Long> grantLots = new LinkedHashMap<>();
    for (Evaluation.Grant grant : evaluation.grants()) {
      Outcome<Lot> given =
          ledger.gift(
              posting.after(),
              grant.amount(),
              grant.activeFrom(),
              end(grant.expiresAt()),
              at,
              note);
      var done = given.orThrow(Booking::problem);
      posting = posting.then(done.posting());
      grantLots.put(grant.rule(), done.value().id());
    }
    posting = posting.then(ledger.mature(posting.after(), now));
    return new Booking(posting, redemptionSeq, accrualLot, grantLots);
  }

  private static Outcome<Redemption> pay(
      Ledger ledger, Account account, long amount, long holdId, Instant at, Note note) {
    if (holdId == 0) {
      return ledger.redeem(account, amount, at, note);
    }
    if (amount == 0) {
      throw new Problem(ProblemCode.AMOUNT_INVALID);
    }
    return ledger.commit(account, holdId, amount, at, note);
  }

  private static Instant end(@Nullable Instant expiresAt) {
    return expiresAt == null ? Times.NEVER : expiresAt;
  }

  /** A ledger's "no" in the words of the API. */
  static Problem problem(Refusal refusal) {
    return switch (refusal) {
      case Refusal.Insufficient(long requested, long available) ->
          new Problem(ProblemCode.INSUFFICIENT_BONUSES, Amounts.text(available));
      case Refusal.HoldNotFound h -> new Problem(ProblemCode.HOLD_NOT_FOUND);
      case Refusal.HoldExpired h -> new Problem(ProblemCode.HOLD_NOT_FOUND);
      case Refusal.HoldClosed h -> new Problem(ProblemCode.HOLD_NOT_FOUND);
      case Refusal.ExceedsHold(long requested, long held) ->
          new Problem(ProblemCode.INSUFFICIENT_BONUSES, Amounts.text(held));
      case Refusal.TooLarge t -> new Problem(ProblemCode.AMOUNT_TOO_LARGE);
      case Refusal.RedemptionNotFound r -> new Problem(ProblemCode.RETURN_REFUSED, r.code());
      case Refusal.ExceedsRedemption r -> new Problem(ProblemCode.RETURN_REFUSED, r.code());
      case Refusal.LotNotFound r -> new Problem(ProblemCode.RETURN_REFUSED, r.code());
      case Refusal.ExceedsGrant r -> new Problem(ProblemCode.RETURN_REFUSED, r.code());
      case Refusal.HasOpenHolds r -> new Problem(ProblemCode.RETURN_REFUSED, r.code());
    };
  }
}
