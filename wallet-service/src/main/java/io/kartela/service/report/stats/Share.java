package io.kartela.service.report.stats;

import org.apache.commons.statistics.interval.BinomialConfidenceInterval;

/** So many of so many. */
public record Share(long count, long of) {
  public Share {
    if (count < 0 || count > of) {
      throw new IllegalArgumentException(count + " of " + of);
    }
  }

  public double value() {
    return (double) count / of;
  }

  /** Wilson's interval, which works with nobody and with everybody, too. */
  public Interval interval(Confidence confidence) {
    var wilson =
        BinomialConfidenceInterval.WILSON_SCORE.fromErrorRate(
            (int) of, (int) count, confidence.error());
    return new Interval(wilson.getLowerBound(), wilson.getUpperBound());
  }

  boolean hasCellUnder(int least) {
    return count < least || of - count < least;
  }
}
