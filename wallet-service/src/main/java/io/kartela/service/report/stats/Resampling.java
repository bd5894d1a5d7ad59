package io.kartela.service.report.stats;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * What small samples are judged by: nothing is assumed of how amounts are spread. The same seed
 * gives the same answer, so that a report never changes by itself.
 */
public final class Resampling {
  private static final int TIMES = 4_000;

  /** More would keep whoever asks waiting; where there are so many buyers, fewer samples do. */
  private static final int MOST_DRAWS = 40_000_000;

  private static final int LEAST_TIMES = 500;

  private Resampling() {}

  private static int times(int buyers) {
    return Math.clamp(MOST_DRAWS / Math.max(1, buyers), LEAST_TIMES, TIMES);
  }

  /**
   * How often a difference of means at least as large comes about when members are dealt to the
   * arms anew.
   */
  public static double permutation(Arm treated, Arm heldOut, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    long[] pool =
        Arrays.copyOf(treated.amounts(), treated.amounts().length + heldOut.amounts().length);
    System.arraycopy(
        heldOut.amounts(), 0, pool, treated.amounts().length, heldOut.amounts().length);
    double total = (double) treated.sum() + heldOut.sum();
    double seen = Math.abs(treated.mean() - heldOut.mean());
    int asLarge = 0;
    int times = times(pool.length);
    for (int i = 0; i < times; i++) {
      double held = deal(pool, treated.members() + heldOut.members(), heldOut.members(), random);
      double difference = (total - held) / treated.members() - held / heldOut.members();
      if (Math.abs(difference) >= seen * (1 - 1e-12)) {
        asLarge++;
      }
    }
    return (asLarge + 1.0) / (times + 1.0);
  }

  /**
   * What so many members get who are drawn from all; those without an amount are not gone through.
   */
  private static double deal(long[] pool, long members, long drawn, SplittableRandom random) {
    long left = members;
    long wanted = drawn;
    double sum = 0;
    for (long amount : pool) {
      if (random.nextLong(left) < wanted) {
        wanted--;
        sum += amount;
      }
      left--;
    }
    return sum;
  }

  /** The middle 95 % of differences of means when members are drawn with putting back. */
  public static Interval bootstrap(Arm treated, Arm heldOut, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int times = times(treated.buyers() + heldOut.buyers());
    double[] differences = new double[times];
    for (int i = 0; i < times; i++) {
      differences[i] = mean(treated, random) - mean(heldOut, random);
    }
    Arrays.sort(differences);
    return new Interval(differences[(int) (0.025 * times)], differences[(int) (0.975 * times)]);
  }

  private static double mean(Arm arm, SplittableRandom random) {
    int buyers = arm.buyers();
    double sum = 0;
    for (long i = drawnBuyers(arm, random); i > 0; i--) {
      sum += arm.amounts()[random.nextInt(buyers)];
    }
    return sum / arm.members();
  }

  /** How many of as many draws as there are members hit a buyer: jumps from hit to hit. */
  private static long drawnBuyers(Arm arm, SplittableRandom random) {
    double share = arm.share().value();
    if (share == 0 || share == 1) {
      return arm.buyers();
    }
    double log = Math.log1p(-share);
    long hits = 0;
    double at = 0;
    while (true) {
      at += 1 + Math.floor(Math.log(1 - random.nextDouble()) / log);
      if (at > arm.members()) {
        return hits;
      }
      hits++;
    }
  }
}
