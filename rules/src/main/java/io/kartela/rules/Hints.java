package io.kartela.rules;

import io.kartela.rules.Evaluation.Hint;
import java.util.List;

/** What a little more would bring. */
final class Hints {
  /** A receipt of a thousand rules must not bury the cashier. */
  private static final int MOST = 20;

  private Hints() {}

  private static void add(Ctx x, Hint hint) {
    if (x.hints.size() < MOST) {
      x.hints.add(hint);
    }
  }

  static void nextBand(Ctx x, Step s, List<Effect.Band> bands, int reached, long amount) {
    boolean ofReceipt = Walk.measure(s.rule.then()) instanceof Effect.Measure.ReceiptAmount;
    if (ofReceipt && reached + 1 < bands.size()) {
      Effect.Band next = bands.get(reached + 1);
      if (reached >= 0 && next.percentBp() <= bands.get(reached).percentBp()) {
        return;
      }
      add(x, new Hint(Hint.Kind.NEXT_BAND, s.id, next.first() - amount, next.percentBp(), 0));
    }
  }

  static void nextStep(Ctx x, Step s, Effect.EarnPerStep e, long money) {
    add(x, new Hint(Hint.Kind.NEXT_STEP, s.id, e.step() - money % e.step(), 0, e.bonus()));
  }

  static void pieces(Ctx x, Step s, int n, long has, int percentBp) {
    if (has % n != 0 || has < 0) {
      add(x, new Hint(Hint.Kind.MORE_PIECES, s.id, n - Math.min(has, has % n), percentBp, 0));
    }
  }

  /** The rule fails only because the receipt is too small. */
  static void total(Ctx x, Step s, Conditions.Miss miss) {
    if (miss.expected() instanceof Condition.ReceiptTotal t
        && miss.actual() instanceof Trace.Actual.Amount(long has)) {
      Long from = t.range().from();
      if (from != null && has <= from) {
        long first = t.range().above() ? Math.addExact(from, 1) : from;
        if (first > has) {
          add(x, new Hint(Hint.Kind.RECEIPT_TOTAL, s.id, first - has, 0, 0));
        }
      }
    }
  }
}
