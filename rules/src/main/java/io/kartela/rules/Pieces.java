package io.kartela.rules;

import java.util.Arrays;
import java.util.Comparator;
import java.util.function.LongUnaryOperator;

/**
 * Promotions over pieces. Lines of many pieces are never unrolled: pieces of one line stand side by
 * side in the order, so what a line gives is a difference of a counting function at its two ends.
 */
final class Pieces {
  /** Pieces of one line. */
  private record Run(int line, long pieces, long unitPrice) {}

  private static final Comparator<Run> PRICE_DESC =
      Comparator.comparingLong((Run r) -> -r.unitPrice).thenComparingInt(Run::line);

  private Pieces() {}

  static long[] nForM(Effect.NForM e, Ctx x, Step s, long[] base) {
    Run[] runs = runs(x, base, true);
    long total = count(runs);
    Hints.pieces(x, s, e.n(), total, Percents.FULL_BP);
    long groups = total / e.n();
    long[] free;
    long taking = total;
    if (e.pick() == Effect.Pick.CHEAPEST_OVERALL) {
      free = cheapest(runs, total, groups * (e.n() - e.m()));
    } else {
      taking = groups * e.n();
      free =
          positions(
              runs, taking, p -> p / e.n() * (e.n() - e.m()) + Math.max(0, p % e.n() - e.m()));
    }
    return spread(runs, free, taking, Percents.FULL_BP, e.spread(), base);
  }

  static long[] everyNth(Effect.EveryNth e, Ctx x, Step s, long[] base) {
    Run[] runs = runs(x, base, e.order() == Effect.Order.PRICE_DESC);
    long total = count(runs);
    Hints.pieces(x, s, e.n(), total, e.percentBp());
    long taking = total / e.n() * e.n();
    long[] free = positions(runs, taking, p -> p / e.n());
    Effect.Spread spread = e.spread();
    if (spread == null) {
      // A gift printed at zero is refused by many fiscal registers, a cheaper piece is not.
      spread =
          e.percentBp() == Percents.FULL_BP ? Effect.Spread.PROPORTIONAL : Effect.Spread.ON_ITEM;
    }
    return spread(runs, free, taking, e.percentBp(), spread, base);
  }

  static Offer stamps(Effect.StampCard e, Ctx x, Step s, long[] base) {
    Run[] runs = runs(x, base, true);
    long total = count(runs);
    long towards = e.towards(x.facts, total);
    Hints.pieces(x, s, e.n(), towards, e.percentBp());
    long free = Math.max(0, towards / e.n());
    long[] chosen = cheapest(runs, total, free);
    Offer offer =
        new Offer(s, spread(runs, chosen, total, e.percentBp(), e.spread(), base), e.percentBp());
    if (total > 0) {
      offer.stamps = new Evaluation.CounterMove(e.counter(), total);
    }
    if (free > 0) {
      long mark = (e.stamps(x.facts) + total) / e.n() * e.n();
      offer.rewarded.add(x.upTo(e.rewardedKey(), mark));
    }
    return offer;
  }

  private static Run[] runs(Ctx x, long[] base, boolean byPrice) {
    Run[] all = new Run[x.n];
    int k = 0;
    for (int i = 0; i < x.n; i++) {
      long pieces = base[i] > 0 ? x.lines.get(i).pieces() : 0;
      if (pieces > 0) {
        all[k++] = new Run(i, pieces, base[i] / pieces);
      }
    }
    Run[] runs = Arrays.copyOf(all, k);
    if (byPrice) {
      Arrays.sort(runs, PRICE_DESC);
    }
    return runs;
  }

  private static long count(Run[] runs) {
    long n = 0;
    for (Run r : runs) {
      n = Math.addExact(n, r.pieces);
    }
    return n;
  }

  /** Chosen pieces of each run when the last {@code wanted} of the order are chosen. */
  private static long[] cheapest(Run[] runs, long total, long wanted) {
    return positions(runs, total, p -> Math.max(0, p - (total - wanted)));
  }

  /** Chosen pieces of each run; {@code chosenBefore} counts the chosen among the first p pieces. */
  private static long[] positions(Run[] runs, long taking, LongUnaryOperator chosenBefore) {
    long[] free = new long[runs.length];
    long at = 0;
    for (int k = 0; k < runs.length; k++) {
      long end = Math.min(taking, at + runs[k].pieces);
      if (end > at) {
        free[k] = chosenBefore.applyAsLong(end) - chosenBefore.applyAsLong(at);
        at = end;
      }
    }
    return free;
  }

  private static long[] spread(
      Run[] runs, long[] free, long taking, int bp, Effect.Spread spread, long[] base) {
    long[] onItem = new long[base.length];
    long[] weights = new long[base.length];
    long left = taking;
    for (int k = 0; k < runs.length; k++) {
      Run r = runs[k];
      onItem[r.line] =
          bp == Percents.FULL_BP
              ? Exact.mulDiv(base[r.line], free[k], r.pieces)
              : Math.multiplyExact(Exact.percent(r.unitPrice, bp), free[k]);
      long part = Math.min(left, r.pieces);
      weights[r.line] = Exact.mulDiv(base[r.line], part, r.pieces);
      left -= part;
    }
    return spread == Effect.Spread.ON_ITEM ? onItem : Exact.spread(Exact.sum(onItem), weights);
  }
}
