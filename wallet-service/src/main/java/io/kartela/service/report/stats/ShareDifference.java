package io.kartela.service.report.stats;

import org.apache.commons.statistics.distribution.BetaDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.inference.FisherExactTest;

/** Whether one share is larger than another, and by how much. */
public record ShareDifference(Share treated, Share heldOut) {
  /** From here on the normal approximation will do. */
  private static final int LARGE_CELL = 10;

  /** So finely the distribution of the treated share is gone through. */
  private static final int STEPS = 400;

  /** By what a probability was found. */
  public enum Test {
    FISHER,
    POOLED_Z
  }

  public double estimate() {
    return treated.value() - heldOut.value();
  }

  /** Newcombe's interval from two of Wilson: arms may be unequal, and one without any buyer. */
  public Interval interval(Confidence confidence) {
    Interval t = treated.interval(confidence);
    Interval c = heldOut.interval(confidence);
    double difference = estimate();
    return new Interval(
        difference - Math.hypot(treated.value() - t.low(), c.high() - heldOut.value()),
        difference + Math.hypot(t.high() - treated.value(), heldOut.value() - c.low()));
  }

  public Test test() {
    return treated.hasCellUnder(LARGE_CELL) || heldOut.hasCellUnder(LARGE_CELL)
        ? Test.FISHER
        : Test.POOLED_Z;
  }

  /** How often chance alone would make such a difference. */
  public double p() {
    return switch (test()) {
      case FISHER ->
          FisherExactTest.withDefaults()
              .test(
                  new int[][] {
                    {(int) treated.count(), (int) (treated.of() - treated.count())},
                    {(int) heldOut.count(), (int) (heldOut.of() - heldOut.count())}
                  })
              .getPValue();
      case POOLED_Z -> 2 * NormalDistribution.of(0, 1).survivalProbability(Math.abs(z()));
    };
  }

  double z() {
    double pooled = (double) (treated.count() + heldOut.count()) / (treated.of() + heldOut.of());
    return estimate()
        / Math.sqrt(pooled * (1 - pooled) * (1.0 / treated.of() + 1.0 / heldOut.of()));
  }

  /** How probable it is that the treated share is the larger one, nothing being known before. */
  public double probabilityOfBetter() {
    BetaDistribution t = belief(treated);
    BetaDistribution c = belief(heldOut);
    double sum = 0;
    for (int i = 0; i < STEPS; i++) {
      sum += c.cumulativeProbability(t.inverseCumulativeProbability((i + 0.5) / STEPS));
    }
    return sum / STEPS;
  }

  private static BetaDistribution belief(Share share) {
    return BetaDistribution.of(share.count() + 0.5, share.of() - share.count() + 0.5);
  }
}
