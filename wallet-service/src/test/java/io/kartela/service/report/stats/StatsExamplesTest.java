package io.kartela.service.report.stats;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** The worked examples of STATS.md, whose figures another program found. */
class StatsExamplesTest {
  private static final long ROUBLE = 100;

  /** An arm in which every buyer spends the same. */
  static Arm arm(long members, int buyers, long each) {
    return Arm.of(members, LongStream.generate(() -> each).limit(buyers).toArray());
  }

  private static final Comparison S25 =
      new Comparison(arm(900, 90, 1500 * ROUBLE), arm(100, 6, 800 * ROUBLE), true, 25);

  private static void assertInterval(double low, double high, Interval seen, double within) {
    assertEquals(low, seen.low(), within);
    assertEquals(high, seen.high(), within);
  }

  @Test
  void e1WhatTheChainOfS25Earned() {
    ShareDifference shares = S25.shares();
    assertEquals(36.0, S25.buyers(), 1e-9);
    assertEquals(91_800 * ROUBLE, S25.amount());
    assertEquals(1.288, shares.z(), 5e-4);
    assertEquals(0.2807, shares.p(), 5e-5);
    assertEquals(ShareDifference.Test.FISHER, shares.test());
    assertInterval(-2.72, 7.86, shares.interval(Confidence.AT_THE_END).times(100), 0.005);
    assertInterval(-24.5, 70.8, S25.buyersInterval(), 0.05);
    assertEquals(0.907, shares.probabilityOfBetter(), 1e-3);
    Welch money = Welch.of(S25.treated(), S25.heldOut());
    assertEquals(4.20, money.t(), 0.005);
    assertEquals(249, money.df(), 0.5);
    assertInterval(48_749, 134_851, S25.amountInterval().times(1.0 / ROUBLE), 1);
    assertEquals(Label.NOT_PROVEN_YET, S25.label(), "six people are no proof");
  }

  @Test
  void e1ProfitAtAMarginOfFortyPercent() {
    // Hundredths of a kopeck: 40 % of what was bought, less the gift of 300 that 90 spent of it.
    Arm treated = S25.treated().map(bought -> 40 * bought - 100 * 300 * ROUBLE);
    Arm heldOut = S25.heldOut().map(bought -> 40 * bought);
    assertEquals(9_720 * ROUBLE, Increment.of(treated, heldOut, 100));
  }

  @Test
  void e2TenTimesAsManyAreProof() {
    Comparison ten =
        new Comparison(arm(9000, 900, 1500 * ROUBLE), arm(1000, 60, 800 * ROUBLE), true, 25);
    assertEquals(4.07, ten.shares().z(), 0.005);
    assertEquals(ShareDifference.Test.POOLED_Z, ten.shares().test());
    assertInterval(2.25, 5.46, ten.shares().interval(Confidence.AT_THE_END).times(100), 0.005);
    assertEquals(Label.PROVEN, ten.label());
    Comparison early = new Comparison(ten.treated(), ten.heldOut(), false, 25);
    assertEquals(Label.PROBABLY, early.label(), "nothing is proven before the end");
  }

  @Test
  void e3ASmallShop() {
    Comparison small = new Comparison(arm(240, 31, 100), arm(60, 4, 100), true, 3);
    assertEquals(6.25, 100 * small.shares().estimate(), 1e-9);
    assertEquals(1.349, small.shares().z(), 5e-4);
    assertEquals(0.260, small.shares().p(), 5e-4);
    assertInterval(-3.71, 12.55, small.shares().interval(Confidence.AT_THE_END).times(100), 0.005);
    assertEquals(15.0, small.buyers(), 1e-9);
    assertInterval(-8.9, 30.1, small.buyersInterval(), 0.05);
    assertEquals(0.917, small.shares().probabilityOfBetter(), 1e-3);
    assertEquals(Label.NOT_PROVEN_YET, small.label());
  }

  @Test
  void e4NobodyOfTheHoldOutBought() {
    ShareDifference shares = new ShareDifference(new Share(12, 150), new Share(0, 30));
    assertEquals(1.60, shares.z(), 0.005);
    assertEquals(0.222, shares.p(), 5e-4);
    assertInterval(-3.84, 13.46, shares.interval(Confidence.AT_THE_END).times(100), 0.005);
    assertEquals(0.114, shares.heldOut().interval(Confidence.AT_THE_END).high(), 5e-4);
  }

  @Test
  void e5UnequalVariances() {
    Welch welch =
        Welch.of(new Welch.Sample(150, 600 * 600, 900), new Welch.Sample(110, 250 * 250, 100));
    assertEquals(32.02, welch.se(), 0.005);
    assertEquals(1.249, welch.t(), 5e-4);
    assertEquals(254.8, welch.df(), 0.05);
    assertEquals(0.2127, welch.p(), 5e-5);
  }

  @Test
  void e6ThreeWaysAgree() {
    List<String> lines = lines("e6.txt");
    Arm treated = Arm.of(600, longs(lines.get(0)));
    Arm heldOut = Arm.of(150, longs(lines.get(1)));
    assertEquals(List.of(108_897L, 25_095L), List.of(treated.sum(), heldOut.sum()));
    assertEquals(List.of(77, 14), List.of(treated.buyers(), heldOut.buyers()));
    Welch welch = Welch.of(treated, heldOut);
    assertEquals(14.19, welch.difference(), 0.005);
    assertInterval(-94.07, 122.46, welch.interval(Confidence.AT_THE_END), 0.005);
    assertEquals(0.7963, welch.p(), 5e-5);
    // Chance of our own: near the script's, whose 4,000 draws are others.
    assertEquals(0.784, Resampling.permutation(treated, heldOut, 6), 0.025);
    assertInterval(-105.55, 116.27, Resampling.bootstrap(treated, heldOut, 1), 8);
    assertTrue(new Comparison(treated, heldOut, true, 6).resampled());
  }

  @Test
  void e7CupedTakesOutWhatWasToBeExpected() {
    List<String> lines = lines("e7.txt");
    double[] before = new double[lines.size()];
    double[] after = new double[lines.size()];
    for (int i = 0; i < lines.size(); i++) {
      String[] both = lines.get(i).split(" ", -1);
      before[i] = Double.parseDouble(both[0]);
      after[i] = Double.parseDouble(both[1]);
    }
    Cuped cuped = Cuped.of(after, before);
    assertEquals(0.807, cuped.theta(), 5e-4);
    assertEquals(0.790, cuped.correlation(), 5e-4);
    assertEquals(0.375, cuped.varianceLeft(), 6e-4);
    Welch raw = tenthHeldOut(after);
    Welch adjusted = tenthHeldOut(cuped.adjusted());
    assertEquals(45.3, raw.se(), 0.05);
    assertEquals(25.9, adjusted.se(), 0.05);
    assertEquals(56.5, raw.difference(), 0.06);
    assertEquals(35.1, adjusted.difference(), 0.05);
  }

  /** In kopecks, as amounts are whole. */
  private static Welch tenthHeldOut(double[] figures) {
    long[] treated = new long[900];
    long[] heldOut = new long[100];
    for (int i = 0; i < figures.length; i++) {
      long kopecks = Math.round(figures[i] * 100);
      if (i % 10 == 0) {
        heldOut[i / 10] = kopecks;
      } else {
        treated[i - i / 10 - 1] = kopecks;
      }
    }
    Welch welch = Welch.of(Arm.of(900, treated), Arm.of(100, heldOut));
    return new Welch(welch.difference() / 100, welch.se() / 100, welch.t(), welch.df(), welch.p());
  }

  @Test
  void e8WhatAnExperimentCanSee() {
    assertEquals(7.01, 100 * Detectable.difference(900, 100, 0.06), 0.005);
    assertEquals(5.26, 100 * Detectable.difference(800, 200, 0.06), 0.005);
    assertEquals(4.21, 100 * Detectable.difference(500, 500, 0.06), 0.005);
    assertEquals(2.22, 100 * Detectable.difference(9000, 1000, 0.06), 0.005);
    assertEquals(721, Detectable.perArm(0.06, 0.10));
    // 100 members who would each have bought for 102 roubles more.
    HoldOutAdvice.Option ten = new HoldOutAdvice(1000, 0.06, 150_000).option(10);
    assertEquals(100, ten.heldOut());
    assertEquals(
        10_510.0 * ROUBLE,
        (double) ten.price(),
        10.0 * ROUBLE,
        "seven of a hundred for 1,500 each");
    assertEquals(10, new HoldOutAdvice(10_000, 0.06, 150_000).percent());
    assertEquals(20, new HoldOutAdvice(1_000, 0.06, 150_000).percent(), "for ten buyers");
    assertEquals(0, new HoldOutAdvice(100, 0.06, 150_000).percent(), "nothing can be learned");
    assertEquals(1, new HoldOutAdvice(1_000_000, 0.06, 150_000).percent());
  }

  @Test
  void e9LookingEarlyIsAllowedForInWiderIntervals() {
    assertEquals(0.05, falseAlarms(1, Confidence.AT_THE_END), 0.005);
    assertEquals(0.082, falseAlarms(2, Confidence.AT_THE_END), 0.005);
    assertEquals(0.143, falseAlarms(5, Confidence.AT_THE_END), 0.006);
    assertEquals(0.194, falseAlarms(10, Confidence.AT_THE_END), 0.007);
    assertEquals(0.051, falseAlarms(5, Confidence.WHILE_IT_RUNS), 0.005);
    Welch welch = Welch.of(S25.treated(), S25.heldOut());
    assertEquals(
        1.23,
        welch.interval(Confidence.WHILE_IT_RUNS).width()
            / welch.interval(Confidence.AT_THE_END).width(),
        0.005);
  }

  private static double falseAlarms(int looks, Confidence confidence) {
    Random random = new Random(3);
    int runs = 40_000;
    int alarms = 0;
    for (int run = 0; run < runs; run++) {
      double sum = 0;
      for (int i = 1; i <= looks; i++) {
        sum += random.nextGaussian();
        if (Math.abs(sum) / Math.sqrt(i) > confidence.z()) {
          alarms++;
          break;
        }
      }
    }
    return (double) alarms / runs;
  }

  @Test
  void e10RecommendationsOfFew() {
    Nps.Score hundred = new Nps(62, 25, 13).score();
    assertEquals(49, hundred.value(), 1e-9);
    assertInterval(35, 63, hundred.interval(), 0.05);
    assertInterval(18.9, 101.1, new Nps(7, 2, 1).plain().interval(), 0.05);
    Nps.Score ten = new Nps(7, 2, 1).score();
    assertEquals(46, ten.value(), 0.5);
    assertInterval(6, 87, ten.interval(), 0.5);
    Nps one = new Nps(0, 0, 1).towards(new Nps(62, 25, 13));
    assertEquals(24.2, one.plain().value(), 0.05, "one bad note among five as the store's");
  }

  @Test
  void e11ABrokenHoldOutIsNoticed() {
    assertEquals(1, new SampleRatio(900, 100, 0.1).p(), 1e-9);
    assertFalse(new SampleRatio(900, 100, 0.1).broken());
    SampleRatio broken = new SampleRatio(940, 60, 0.1);
    assertEquals(17.8, broken.chiSquare(), 0.05);
    assertEquals(0.000025, broken.p(), 5e-7);
    assertTrue(broken.broken());
  }

  @Test
  void e12ClassicAndRollingRetention() {
    LocalDate first = LocalDate.of(2026, 1, 1);
    List<List<LocalDate>> buyers =
        List.of(
            days(first, 0, 35, 64),
            days(first, 0),
            days(first, 0, 31),
            days(first, 0, 95),
            days(first, 0, 20));
    assertEquals(
        new Retention(List.of(5, 2, 1, 1), List.of(5, 3, 2, 1)), Retention.byDays(buyers, 4, 30));
    // 31 and 35 days after New Year are in February, 64 in March, 95 in April.
    assertEquals(
        new Retention(List.of(5, 2, 1, 1), List.of(5, 3, 2, 1)), Retention.byMonths(buyers, 4));
    assertEquals(
        List.of(1, 1),
        Retention.byMonths(List.of(days(LocalDate.of(2026, 1, 31), 0, 1)), 2).classic(),
        "the day after the 31st is another month");
  }

  private static List<LocalDate> days(LocalDate first, Integer... after) {
    return Arrays.stream(after).map(first::plusDays).toList();
  }

  @Test
  void e13EqualMembersGetEqualScores() {
    long[] frequency = {1, 1, 1, 1, 1, 1, 2, 2, 3, 9};
    assertArrayEquals(new int[] {2, 2, 2, 2, 2, 2, 4, 4, 5, 5}, MidRank.scores(frequency, 5));
    assertArrayEquals(new int[] {4, 4, 4, 4, 4, 4, 2, 2, 1, 1}, MidRank.reversed(frequency, 5));
    assertEquals(List.of(3, 5), List.of(MidRank.buckets(49), MidRank.buckets(50)));
  }

  @Test
  void e14HowHardCodesAreToGuess() {
    assertEquals(29.7, new CodeSpace(6, 31).bits(), 0.05);
    assertEquals(8_875, new CodeSpace(6, 31).guesses(0.01, 1_000), 0.5);
    assertEquals(852_891, new CodeSpace(8, 31).guesses(0.01, 10_000), 1);
    assertEquals(8.2e7, new CodeSpace(10, 31).guesses(0.01, 100_000), 0.05e7);
  }

  private static long[] longs(String line) {
    return Arrays.stream(line.split(" ", -1)).mapToLong(Long::parseLong).toArray();
  }

  private static List<String> lines(String name) {
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                StatsExamplesTest.class.getResourceAsStream("/stats/" + name),
                StandardCharsets.UTF_8))) {
      return reader.lines().filter(line -> !line.startsWith("#")).toList();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
