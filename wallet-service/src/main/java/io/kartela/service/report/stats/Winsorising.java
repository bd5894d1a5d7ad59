package io.kartela.service.report.stats;

import java.util.Arrays;

/**
 * Amounts cut at both ends: what lies beyond counts as what lies at the cut.
 *
 * <p>The percentiles are of those who bought: with members who bought nothing among them, a share
 * of buyers of one in a hundred would cut every purchase to nothing.
 */
record Winsorising(long low, long high) {
  private static final double TOP = 0.99;

  /** Amounts that are never negative are cut at the top only. */
  static Winsorising of(long[] amounts) {
    if (amounts.length == 0) {
      return new Winsorising(0, 0);
    }
    long[] sorted = amounts.clone();
    Arrays.sort(sorted);
    long high = sorted[(int) Math.ceil(TOP * sorted.length) - 1];
    long low = sorted[sorted.length - (int) Math.ceil(TOP * sorted.length)];
    return new Winsorising(Math.min(low, 0), Math.max(high, 0));
  }

  long cut(long amount) {
    return Math.clamp(amount, low, high);
  }
}
