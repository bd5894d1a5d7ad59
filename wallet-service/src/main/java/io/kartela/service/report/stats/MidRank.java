package io.kartela.service.report.stats;

import java.util.Arrays;

/** Scores by rank, as of RFM: equal members get equal scores, whatever order they come in. */
public final class MidRank {
  private static final int FEW = 50;

  private MidRank() {}

  /** Into how many groups so many buyers are put. */
  public static int buckets(int buyers) {
    return buyers < FEW ? 3 : 5;
  }

  /** From 1, the lowest values, up to the number of buckets. */
  public static int[] scores(long[] values, int buckets) {
    long[] sorted = values.clone();
    Arrays.sort(sorted);
    return Arrays.stream(values).mapToInt(value -> score(sorted, value, buckets)).toArray();
  }

  /** The same where little is good, such as days since the last purchase. */
  public static int[] reversed(long[] values, int buckets) {
    return Arrays.stream(scores(values, buckets)).map(score -> buckets + 1 - score).toArray();
  }

  private static int score(long[] sorted, long value, int buckets) {
    if (sorted.length == 1) {
      return buckets;
    }
    int less = first(sorted, value);
    int equal = first(sorted, value + 1) - less;
    double rank = (less + (equal - 1) / 2.0) / (sorted.length - 1);
    return Math.min(buckets - 1, (int) (rank * buckets)) + 1;
  }

  /** How many are smaller. */
  private static int first(long[] sorted, long value) {
    int low = 0;
    int high = sorted.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (sorted[middle] < value) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
