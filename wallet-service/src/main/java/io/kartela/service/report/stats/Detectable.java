package io.kartela.service.report.stats;

import org.apache.commons.statistics.distribution.NormalDistribution;

/** Which differences an experiment of a size can see: 5 % false alarms, 80 % of true ones seen. */
public final class Detectable {
  private static final double SURE = quantile(0.975);
  private static final double SEEN = quantile(0.8);

  private Detectable() {}

  private static double quantile(double p) {
    return NormalDistribution.of(0, 1).inverseCumulativeProbability(p);
  }

  /**
   * The smallest difference of shares that arms of these sizes see.
   *
   * @param base the share without any treatment
   */
  public static double difference(long treated, long heldOut, double base) {
    return (SURE + SEEN) * Math.sqrt(base * (1 - base) * (1.0 / treated + 1.0 / heldOut));
  }

  /** How many members each of two equal arms needs to tell these shares apart. */
  public static long perArm(double one, double other) {
    double mean = (one + other) / 2;
    double root =
        SURE * Math.sqrt(2 * mean * (1 - mean))
            + SEEN * Math.sqrt(one * (1 - one) + other * (1 - other));
    double ratio = root / (one - other);
    return (long) Math.ceil(ratio * ratio);
  }

  /**
   * How many members in all see what these arms show, if it is true and the arms keep their ratio.
   */
  public static long members(ShareDifference shown) {
    double all = shown.treated().of() + (double) shown.heldOut().of();
    double ratio =
        difference(shown.treated().of(), shown.heldOut().of(), pooled(shown)) / shown.estimate();
    return (long) Math.ceil(all * ratio * ratio);
  }

  private static double pooled(ShareDifference shown) {
    return (double) (shown.treated().count() + shown.heldOut().count())
        / (shown.treated().of() + shown.heldOut().of());
  }
}
