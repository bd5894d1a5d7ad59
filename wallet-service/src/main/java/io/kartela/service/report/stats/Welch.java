package io.kartela.service.report.stats;

import org.apache.commons.statistics.distribution.TDistribution;
import org.apache.commons.statistics.inference.TTest;

/**
 * Whether the arms' amounts per member differ: variances and sizes may be unequal, as those of a
 * large arm and a small hold-out are.
 *
 * @param difference of the means
 * @param se its standard error
 */
public record Welch(double difference, double se, double t, double df, double p) {
  /** Both arms have two members at least. */
  public static Welch of(Arm treated, Arm heldOut) {
    return of(
        new Sample(treated.mean(), treated.variance(), treated.members()),
        new Sample(heldOut.mean(), heldOut.variance(), heldOut.members()));
  }

  record Sample(double mean, double variance, long size) {}

  static Welch of(Sample a, Sample b) {
    double difference = a.mean - b.mean;
    double se = Math.sqrt(a.variance / a.size + b.variance / b.size);
    if (se == 0) {
      // All alike on both sides: no spread from which anything could be concluded.
      return new Welch(difference, 0, 0, a.size + b.size - 2.0, 1);
    }
    TTest.Result test =
        TTest.withDefaults().test(a.mean, a.variance, a.size, b.mean, b.variance, b.size);
    return new Welch(
        difference, se, test.getStatistic(), test.getDegreesOfFreedom(), test.getPValue());
  }

  /** Of the difference of the means. */
  public Interval interval(Confidence confidence) {
    double half =
        TDistribution.of(df).inverseSurvivalProbability(Confidence.AT_THE_END.error() / 2) * se;
    return Interval.around(difference, half * confidence.z() / Confidence.AT_THE_END.z());
  }
}
