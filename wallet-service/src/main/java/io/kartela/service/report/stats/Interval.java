package io.kartela.service.report.stats;

/** Where the truth probably lies. */
public record Interval(double low, double high) {
  static Interval around(double estimate, double half) {
    return new Interval(estimate - half, estimate + half);
  }

  public Interval times(double factor) {
    return factor < 0
        ? new Interval(high * factor, low * factor)
        : new Interval(low * factor, high * factor);
  }

  public Interval plus(double shift) {
    return new Interval(low + shift, high + shift);
  }

  /** As wide as it must be to hold this, too. */
  public Interval with(double value) {
    return new Interval(Math.min(low, value), Math.max(high, value));
  }

  public boolean contains(double value) {
    return low <= value && value <= high;
  }

  public double width() {
    return high - low;
  }
}
