package io.kartela.service.bench;

import java.util.Arrays;
import java.util.Locale;

/** Collects durations and tells their quantiles. Thread-safe. */
final class Latencies {
  private long[] nanos = new long[1024];
  private int size;

  synchronized void add(long duration) {
    if (size == nanos.length) {
      nanos = Arrays.copyOf(nanos, size * 2);
    }
    nanos[size++] = duration;
  }

  synchronized int size() {
    return size;
  }

  /** In milliseconds; the share is 0..1. */
  synchronized double quantile(double share) {
    if (size == 0) {
      return Double.NaN;
    }
    long[] sorted = Arrays.copyOf(nanos, size);
    Arrays.sort(sorted);
    return sorted[(int) Math.min(size - 1L, (long) (size * share))] / 1e6;
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "p50 %7.1f ms   p95 %7.1f ms   p99 %7.1f ms   max %7.1f ms",
        quantile(0.5),
        quantile(0.95),
        quantile(0.99),
        quantile(1));
  }
}
