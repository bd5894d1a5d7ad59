package io.kartela.service.report.stats;

import java.util.Arrays;
import java.util.function.LongUnaryOperator;

/**
 * One arm of an experiment: everybody who was assigned to it, with one amount for each. Amounts of
 * zero are not kept, only counted, because most members buy nothing.
 */
public final class Arm {
  private final long members;
  private final long[] amounts;
  private final long sum;

  private Arm(long members, long[] amounts) {
    if (amounts.length > members) {
      throw new IllegalArgumentException("more amounts than members");
    }
    this.members = members;
    this.amounts = amounts;
    this.sum = Arrays.stream(amounts).reduce(0, Math::addExact);
  }

  /**
   * Of everybody's amounts.
   *
   * @param members all of the arm, those without an amount as well
   * @param amounts zeros may be left out
   */
  public static Arm of(long members, long... amounts) {
    return new Arm(members, Arrays.stream(amounts).filter(a -> a != 0).toArray());
  }

  public long members() {
    return members;
  }

  /** With an amount other than nothing. */
  public int buyers() {
    return amounts.length;
  }

  public long sum() {
    return sum;
  }

  /** Of buyers among members. */
  public Share share() {
    return new Share(buyers(), members);
  }

  /** The same members with amounts made of these. */
  Arm map(LongUnaryOperator of) {
    return of(members, Arrays.stream(amounts).map(of).toArray());
  }

  /** What is not zero; not to be changed. */
  long[] amounts() {
    return amounts;
  }

  double mean() {
    return (double) sum / members;
  }

  /** Of the members' amounts, zeros included. */
  double variance() {
    double mean = mean();
    double squares = (members - amounts.length) * mean * mean;
    for (long amount : amounts) {
      squares += (amount - mean) * (amount - mean);
    }
    return squares / (members - 1);
  }
}
