package io.kartela.rules;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Bands of percents over an amount. */
final class Bands {
  private Bands() {}

  /** Index of the band that holds the amount, or −1 below the first. */
  static int reached(List<Effect.Band> bands, long amount) {
    int hit = -1;
    for (int i = 0; i < bands.size() && bands.get(i).first() <= amount; i++) {
      hit = i;
    }
    return hit;
  }

  /**
   * Each slice at its own percent, in ten-thousandths of a kopeck. A slice begins at its band's
   * amount whether the band says "from" or "over": a single point has no width.
   */
  static long marginal(List<Effect.Band> bands, long amount) {
    long sum = 0;
    for (int i = 0; i < bands.size(); i++) {
      long from = bands.get(i).from();
      long to = i + 1 < bands.size() ? Math.min(amount, bands.get(i + 1).from()) : amount;
      if (to > from) {
        sum = Math.addExact(sum, Math.multiplyExact(to - from, bands.get(i).percentBp()));
      }
    }
    return sum;
  }

  /** The measured amount, or null when a fact is missing. */
  static @Nullable Long measure(Effect.Measure measure, Ctx x, boolean[] eligible) {
    return switch (measure) {
      case Effect.Measure.ReceiptAmount r -> {
        if (r.over() == Effect.Over.RECEIPT) {
          yield x.total(r.basis());
        }
        long sum = 0;
        for (int i = 0; i < x.n; i++) {
          sum += eligible[i] ? x.amount(i, r.basis()) : 0;
        }
        yield sum;
      }
      case Effect.Measure.Purchases p -> {
        Facts.Purchases sums = x.facts.purchases().get(p.window().key());
        yield sums == null ? null : sums.amount();
      }
    };
  }
}
