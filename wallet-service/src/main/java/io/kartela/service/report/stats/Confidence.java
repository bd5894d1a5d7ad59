package io.kartela.service.report.stats;

import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * How wide intervals are. Whoever looks at an experiment before its planned end, and again, must
 * not be alarmed falsely more often than who waits: until then intervals are wider.
 */
public enum Confidence {
  /** The planned end is reached: 95 %. */
  AT_THE_END(1.959964),
  /** Pocock's bound for five looks: 95 % for all of them together. */
  WHILE_IT_RUNS(2.413);

  private final double z;

  Confidence(double z) {
    this.z = z;
  }

  /** In standard errors, where these are known exactly. */
  public double z() {
    return z;
  }

  /** How often such an interval misses the truth. */
  double error() {
    return 2 * NormalDistribution.of(0, 1).survivalProbability(z);
  }
}
