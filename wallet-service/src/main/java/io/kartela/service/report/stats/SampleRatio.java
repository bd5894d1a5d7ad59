package io.kartela.service.report.stats;

import org.apache.commons.statistics.inference.ChiSquareTest;

/**
 * Whether the arms are as large as they were planned: if not, something let members out of one of
 * them, and what the arms show is no comparison.
 *
 * @param planned the hold-out's share
 */
public record SampleRatio(long treated, long heldOut, double planned) {
  private static final double ALARM = 0.001;

  /** How often chance alone would make arms as unequal. */
  public double p() {
    long all = treated + heldOut;
    return ChiSquareTest.withDefaults()
        .test(new double[] {all * (1 - planned), all * planned}, new long[] {treated, heldOut})
        .getPValue();
  }

  double chiSquare() {
    double t = (treated + heldOut) * (1 - planned);
    double c = (treated + heldOut) * planned;
    return (treated - t) * (treated - t) / t + (heldOut - c) * (heldOut - c) / c;
  }

  public boolean broken() {
    return p() < ALARM;
  }
}
