package io.kartela.rules;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Comparator;

/**
 * Whole-number arithmetic that is exact or throws {@link ArithmeticException}; never wraps around.
 */
final class Exact {
  private static final int INDEX_BITS = 13;

  private Exact() {}

  /** floor(a·b / c) for a, b ≥ 0 and c &gt; 0. */
  static long mulDiv(long a, long b, long c) {
    long low = a * b;
    if (Math.multiplyHigh(a, b) == 0 && low >= 0) {
      return low / c;
    }
    return BigInteger.valueOf(a)
        .multiply(BigInteger.valueOf(b))
        .divide(BigInteger.valueOf(c))
        .longValueExact();
  }

  /** a·b / c rounded half up, for a, b ≥ 0 and c &gt; 0. */
  static long mulDivHalfUp(long a, long b, long c) {
    return BigInteger.valueOf(a)
        .multiply(BigInteger.valueOf(b))
        .multiply(BigInteger.TWO)
        .add(BigInteger.valueOf(c))
        .divide(BigInteger.valueOf(c).shiftLeft(1))
        .longValueExact();
  }

  /** Percent in basis points, rounded down. */
  static long percent(long amount, int bp) {
    return mulDiv(amount, bp, Percents.FULL_BP);
  }

  /** Exact sum. */
  static long sum(long[] values) {
    long s = 0;
    for (long v : values) {
      s = Math.addExact(s, v);
    }
    return s;
  }

  /**
   * Spreads an amount over lines in proportion to their weights by largest remainder; ties go to
   * the lower index. The parts always add up to the amount, and no part exceeds its weight when the
   * amount does not exceed their sum.
   *
   * @param amount not negative; must be 0 when all weights are 0
   */
  static long[] spread(long amount, long[] weights) {
    long total = sum(weights);
    long[] parts = new long[weights.length];
    if (amount == 0) {
      return parts;
    }
    if (total <= 0) {
      throw new ArithmeticException("nothing to spread over");
    }
    if (amount == total) {
      return weights.clone();
    }
    boolean small = Math.multiplyHigh(amount, total) == 0 && amount * total >= 0;
    if (small) {
      spreadSmall(amount, weights, total, parts);
    } else {
      spreadBig(amount, weights, total, parts);
    }
    return parts;
  }

  private static void spreadSmall(long amount, long[] weights, long total, long[] parts) {
    long[] rest = new long[weights.length];
    long left = amount;
    for (int i = 0; i < weights.length; i++) {
      long product = amount * weights[i];
      parts[i] = product / total;
      rest[i] = product - parts[i] * total;
      left -= parts[i];
    }
    if (left == 0) {
      return;
    }
    if (weights.length <= 40) {
      for (; left > 0; left--) {
        int best = 0;
        for (int i = 1; i < rest.length; i++) {
          if (rest[i] > rest[best]) {
            best = i;
          }
        }
        parts[best]++;
        rest[best] = -1;
      }
      return;
    }
    for (int i : largest(rest, total, (int) left)) {
      parts[i]++;
    }
  }

  /**
   * Indexes of the largest remainders, ties to the lower index; packed into longs when they fit,
   * for speed.
   */
  private static int[] largest(long[] rest, long total, int wanted) {
    int[] out = new int[wanted];
    int n = rest.length;
    if (total < 1L << (63 - INDEX_BITS) && n <= 1 << INDEX_BITS) {
      long[] keys = new long[n];
      for (int i = 0; i < n; i++) {
        keys[i] = rest[i] << INDEX_BITS | (n - 1 - i);
      }
      Arrays.sort(keys);
      for (int k = 0; k < wanted; k++) {
        out[k] = n - 1 - (int) (keys[n - 1 - k] & ((1 << INDEX_BITS) - 1));
      }
      return out;
    }
    Integer[] order = indexes(n);
    Arrays.sort(order, Comparator.<Integer>comparingLong(i -> -rest[i]).thenComparingInt(i -> i));
    for (int k = 0; k < wanted; k++) {
      out[k] = order[k];
    }
    return out;
  }

  private static void spreadBig(long amount, long[] weights, long total, long[] parts) {
    BigInteger[] rest = new BigInteger[weights.length];
    BigInteger a = BigInteger.valueOf(amount);
    BigInteger t = BigInteger.valueOf(total);
    long left = amount;
    for (int i = 0; i < weights.length; i++) {
      BigInteger[] qr = a.multiply(BigInteger.valueOf(weights[i])).divideAndRemainder(t);
      parts[i] = qr[0].longValueExact();
      rest[i] = qr[1].negate();
      left -= parts[i];
    }
    Integer[] order = indexes(weights.length);
    Arrays.sort(
        order, Comparator.<Integer, BigInteger>comparing(i -> rest[i]).thenComparingInt(i -> i));
    for (int k = 0; k < left; k++) {
      parts[order[k]]++;
    }
  }

  private static Integer[] indexes(int n) {
    Integer[] order = new Integer[n];
    for (int i = 0; i < n; i++) {
      order[i] = i;
    }
    return order;
  }
}
