package io.kartela.service.report.stats;

/**
 * Takes out of every member's figure what was to be expected of that member before the experiment.
 */
public final class Cuped {
  private final double theta;
  private final double correlation;
  private final double[] adjusted;

  private Cuped(double theta, double correlation, double[] adjusted) {
    this.theta = theta;
    this.correlation = correlation;
    this.adjusted = adjusted;
  }

  /**
   * Both arms are adjusted together.
   *
   * @param figures of all members, both arms together
   * @param before the same figure before anybody was assigned
   */
  public static Cuped of(double[] figures, double[] before) {
    int n = figures.length;
    double meanY = mean(figures);
    double meanX = mean(before);
    double xy = 0;
    double xx = 0;
    double yy = 0;
    for (int i = 0; i < n; i++) {
      xy += (before[i] - meanX) * (figures[i] - meanY);
      xx += (before[i] - meanX) * (before[i] - meanX);
      yy += (figures[i] - meanY) * (figures[i] - meanY);
    }
    double theta = xx == 0 ? 0 : xy / xx;
    double[] adjusted = new double[n];
    for (int i = 0; i < n; i++) {
      adjusted[i] = figures[i] - theta * (before[i] - meanX);
    }
    return new Cuped(theta, xx == 0 || yy == 0 ? 0 : xy / Math.sqrt(xx * yy), adjusted);
  }

  /** How much a figure follows the one of before. */
  public double theta() {
    return theta;
  }

  /** Of the figures with those of before. */
  public double correlation() {
    return correlation;
  }

  /** What is left of each figure, in their order. */
  public double[] adjusted() {
    return adjusted.clone();
  }

  /** So much of the variance is left. */
  public double varianceLeft() {
    return 1 - correlation * correlation;
  }

  private static double mean(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum / values.length;
  }
}
