package io.kartela.service.purchase;

import io.kartela.rules.Condition;
import io.kartela.rules.Evaluation;
import io.kartela.rules.Program;
import io.kartela.rules.ReturnEffects;
import java.math.BigInteger;

/**
 * What of a receipt counts towards tiers and sums of purchases, as the program that judged it
 * measures purchases. Minor units.
 */
final class Counted {
  private Counted() {}

  static long of(Program program, Evaluation e) {
    return e.counted(program.tierPolicy().measure());
  }

  /** The part that belongs to everything returned so far; by the floors of the quantities. */
  static long back(Program program, ReceiptStore.Stored stored, ReturnEffects.Sofar sofar) {
    Condition.Basis measure = program.tierPolicy().measure();
    long back = 0;
    for (var line : stored.receipt().basket().lines()) {
      ReturnEffects.LineSofar of = sofar.lines().get(Integer.toString(line.lineNo()));
      if (of != null) {
        Evaluation.LineResult judged = stored.receipt().evaluation().line(line.lineNo());
        long whole = judged.counted(measure);
        back +=
            BigInteger.valueOf(whole)
                .multiply(BigInteger.valueOf(of.quantityMilli()))
                .divide(BigInteger.valueOf(line.quantityMilli()))
                .longValueExact();
      }
    }
    return back;
  }
}
