package io.kartela.service.report.stats;

import java.math.BigInteger;

/**
 * What an arm brought above what it would have brought anyway, exact: multiplied out first, divided
 * and rounded once.
 */
public final class Increment {
  private Increment() {}

  /** {@code S_t − n_t · S_c / n_c}, half away from zero. */
  public static long of(Arm treated, Arm heldOut) {
    return of(treated, heldOut, 1);
  }

  /**
   * The same of amounts that stand in smaller units.
   *
   * @param units how many of theirs are one of the answer's
   */
  public static long of(Arm treated, Arm heldOut, long units) {
    BigInteger above =
        times(treated.sum(), heldOut.members()).subtract(times(treated.members(), heldOut.sum()));
    return divide(above, times(heldOut.members(), units));
  }

  private static BigInteger times(long a, long b) {
    return BigInteger.valueOf(a).multiply(BigInteger.valueOf(b));
  }

  private static long divide(BigInteger a, BigInteger positive) {
    BigInteger twice = a.abs().shiftLeft(1).add(positive);
    BigInteger rounded = twice.divide(positive.shiftLeft(1));
    return (a.signum() < 0 ? rounded.negate() : rounded).longValueExact();
  }
}
