package io.kartela.service.program.whatif;

import io.kartela.rules.PurchaseWindow;
import java.time.Instant;
import java.util.Arrays;

/**
 * One member's purchases in the order of time: what the draft counts and what was really counted.
 * Running sums make a window a subtraction. Kopecks. One thread.
 */
final class PurchaseHistory {
  private long[] at = new long[16];
  private long[] drafted = new long[16];
  private long[] real = new long[16];

  /** Sums of the first i purchases stand at index i. */
  private long[] draftedSum = new long[17];

  private long[] realSum = new long[17];
  private int[] draftedCount = new int[17];
  private int[] realCount = new int[17];
  private int size;

  /** Forgets everything: the next member. */
  void clear() {
    size = 0;
  }

  /**
   * Adds the latest purchase.
   *
   * @return its index, for a later return
   */
  int add(Instant when, long draftCounted, long realCounted) {
    if (size == at.length) {
      grow();
    }
    at[size] = micros(when);
    drafted[size] = draftCounted;
    real[size] = realCounted;
    sum(size);
    return size++;
  }

  private void grow() {
    int to = size * 2;
    at = Arrays.copyOf(at, to);
    drafted = Arrays.copyOf(drafted, to);
    real = Arrays.copyOf(real, to);
    draftedSum = Arrays.copyOf(draftedSum, to + 1);
    realSum = Arrays.copyOf(realSum, to + 1);
    draftedCount = Arrays.copyOf(draftedCount, to + 1);
    realCount = Arrays.copyOf(realCount, to + 1);
  }

  private void sum(int i) {
    draftedSum[i + 1] = draftedSum[i] + drafted[i];
    realSum[i + 1] = realSum[i] + real[i];
    draftedCount[i + 1] = draftedCount[i] + (drafted[i] > 0 ? 1 : 0);
    realCount[i + 1] = realCount[i] + (real[i] > 0 ? 1 : 0);
  }

  /** Takes a returned part off. */
  void giveBack(int index, long draftCounted, long realCounted) {
    drafted[index] -= draftCounted;
    real[index] -= realCounted;
    for (int i = index; i < size; i++) {
      sum(i);
    }
  }

  /** What the draft counts in the window. */
  long amount(PurchaseWindow.Range range) {
    return draftedSum[end(range)] - draftedSum[start(range)];
  }

  /** Purchases in the window of which something counts for the draft. */
  long count(PurchaseWindow.Range range) {
    return (long) draftedCount[end(range)] - draftedCount[start(range)];
  }

  /** Purchases in the window as they were really counted. */
  long realCount(PurchaseWindow.Range range) {
    return (long) realCount[end(range)] - realCount[start(range)];
  }

  /** What was really counted in the window. */
  long realAmount(PurchaseWindow.Range range) {
    return realSum[end(range)] - realSum[start(range)];
  }

  /** The largest purchase in the window as the draft counts; reads the whole window. */
  long largest(PurchaseWindow.Range range) {
    return max(drafted, range);
  }

  /** The largest purchase in the window as it was really counted; reads the whole window. */
  long realLargest(PurchaseWindow.Range range) {
    return max(real, range);
  }

  private long max(long[] values, PurchaseWindow.Range range) {
    long most = 0;
    int until = end(range);
    for (int i = start(range); i < until; i++) {
      most = Math.max(most, values[i]);
    }
    return most;
  }

  private int start(PurchaseWindow.Range range) {
    Instant from = range.from();
    return from == null ? 0 : first(micros(from));
  }

  private int end(PurchaseWindow.Range range) {
    return first(micros(range.until()));
  }

  /** The first purchase not before that moment. */
  private int first(long micros) {
    int low = 0;
    int high = size;
    while (low < high) {
      int mid = (low + high) >>> 1;
      if (at[mid] < micros) {
        low = mid + 1;
      } else {
        high = mid;
      }
    }
    return low;
  }

  private static long micros(Instant t) {
    return t.getEpochSecond() * 1_000_000 + t.getNano() / 1_000;
  }
}
