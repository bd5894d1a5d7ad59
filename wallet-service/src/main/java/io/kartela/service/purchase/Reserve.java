package io.kartela.service.purchase;

import io.kartela.ledger.Account;
import io.kartela.ledger.Hold;
import io.kartela.rules.Evaluation;
import io.kartela.service.platform.http.Problem;
import io.kartela.service.platform.http.ProblemCode;

/**
 * The hold that a receipt pays from, as it stands at the receipt's time.
 *
 * @param request the receipt, its spending bound by the hold
 * @param held what the hold keeps back from everybody else
 */
record Reserve(ReceiptRequest.Checked request, long held) {
  /**
   * Its hold.
   *
   * @param here whether it was placed at the receipt's register: another's is none
   */
  static Reserve of(Account account, ReceiptRequest.Checked request, boolean here) {
    if (request.holdId() == 0) {
      return new Reserve(request, 0);
    }
    Hold hold =
        account.contents().holds().stream()
            .filter(known -> here && known.id() == request.holdId())
            .findFirst()
            .orElse(null);
    if (hold != null && hold.openAt(request.at())) {
      return new Reserve(request.within(hold.amount()), hold.amount());
    }
    if (request.sold() == null) {
      throw new Problem(ProblemCode.HOLD_NOT_FOUND);
    }
    // Over by now; what it kept is paid from what there is.
    return new Reserve((hold == null ? request : request.within(hold.amount())).withoutHold(), 0);
  }

  /** The hold to commit; what is sold already and pays nothing leaves it to its end. */
  long holdFor(Evaluation evaluation) {
    return request.sold() != null && evaluation.bonusPaid() == 0 ? 0 : request.holdId();
  }
}
