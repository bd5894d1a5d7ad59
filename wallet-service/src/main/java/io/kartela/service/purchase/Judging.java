package io.kartela.service.purchase;

import io.kartela.rules.Evaluation;
import io.kartela.rules.Facts;
import io.kartela.rules.InputRefusal;
import io.kartela.rules.Wish;
import io.kartela.service.account.Amounts;
import io.kartela.service.platform.http.Lang;
import io.kartela.service.platform.http.Problem;
import io.kartela.service.platform.http.ProblemCode;
import io.kartela.service.program.Published;
import io.kartela.service.shop.store.RegisterPrincipal;
import org.jspecify.annotations.Nullable;

/** What every receipt meets before anything is booked. Pure. */
final class Judging {
  private Judging() {}

  /**
   * The rules' word on it.
   *
   * @param taken the money that counts; null = what the program asks for
   */
  static Evaluation of(
      Published program,
      RegisterPrincipal register,
      ReceiptRequest.Checked request,
      Facts facts,
      @Nullable Long taken) {
    return switch (program
        .prepared()
        .evaluate(
            request.basket(), facts, request.wish(), request.at(), register.storeZone(), taken)) {
      case Evaluation e -> e;
      case InputRefusal r ->
          throw new Problem(
              ProblemCode.RECEIPT_REFUSED,
              request.lang() == Lang.RU ? r.message().ru() : r.message().en());
    };
  }

  /**
   * A quote cuts what is too much; a commit must not take other money than the till has counted.
   * What is sold already is told afterwards.
   *
   * @param room what certificates leave for bonuses
   */
  static void refuseOverspending(ReceiptRequest.Checked request, Evaluation evaluation, long room) {
    if (request.sold() == null
        && request.wish() instanceof Wish.Amount(long wanted)
        && wanted != evaluation.bonusPaid()) {
      if (wanted > room) {
        throw new Problem(ProblemCode.SPEND_TOO_MUCH, Amounts.text(evaluation.bonusPaid()));
      }
      if (wanted <= evaluation.spend().maximum()) {
        throw new Problem(
            ProblemCode.RECEIPT_REFUSED, ReceiptViews.limit(evaluation.spend().cut()));
      }
      throw new Problem(ProblemCode.SPEND_TOO_MUCH, Amounts.text(evaluation.spend().maximum()));
    }
  }
}
