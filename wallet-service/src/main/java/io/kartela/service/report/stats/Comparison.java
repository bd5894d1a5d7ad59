package io.kartela.service.report.stats;

import java.util.stream.LongStream;

/**
 * Two arms of an experiment compared by what each of their members bought, zeros included. The
 * total is exact; intervals are of amounts cut at the 99th percentile of all buyers', so that one
 * large receipt does not decide.
 *
 * @param ended whether the planned end is reached: before it intervals are wider, and nothing is
 *     proven
 * @param seed of whatever is left to chance
 */
public record Comparison(Arm treated, Arm heldOut, boolean ended, long seed) {
  /** With fewer buyers in an arm one large receipt could decide, and nothing is concluded. */
  public static final int LEAST_BUYERS = 10;

  /** With fewer of them the t distribution cannot be relied on. */
  private static final int FEW_BUYERS = 30;

  private static final double PROBABLE = 0.9;

  public Comparison {
    if (treated.members() < 2 || heldOut.members() < 2) {
      throw new IllegalArgumentException("an arm of one has no spread");
    }
  }

  public Confidence confidence() {
    return ended ? Confidence.AT_THE_END : Confidence.WHILE_IT_RUNS;
  }

  public ShareDifference shares() {
    return new ShareDifference(treated.share(), heldOut.share());
  }

  /** Buyers above those who would have come anyway. */
  public double buyers() {
    return treated.members() * shares().estimate();
  }

  public Interval buyersInterval() {
    return shares().interval(confidence()).times((double) treated.members());
  }

  /** What was bought above what would have been bought anyway. */
  public long amount() {
    return Increment.of(treated, heldOut);
  }

  public Interval amountInterval() {
    return amountInterval(treated, heldOut, confidence());
  }

  /** Of the increment of other amounts of the same arms, such as profit. */
  public static Interval amountInterval(Arm treated, Arm heldOut, Confidence confidence) {
    long[] all =
        LongStream.concat(LongStream.of(treated.amounts()), LongStream.of(heldOut.amounts()))
            .toArray();
    Winsorising cut = Winsorising.of(all);
    return Welch.of(treated.map(cut::cut), heldOut.map(cut::cut))
        .interval(confidence)
        .times((double) treated.members())
        .with((treated.mean() - heldOut.mean()) * treated.members());
  }

  /** Whether chance is played through, because there are too few buyers for a formula. */
  public boolean resampled() {
    return Math.min(treated.buyers(), heldOut.buyers()) < FEW_BUYERS;
  }

  /** How often chance alone would make such a difference of amounts. */
  public double amountP() {
    return resampled()
        ? Resampling.permutation(treated, heldOut, seed)
        : Welch.of(treated, heldOut).p();
  }

  public Label label() {
    if (amountInterval().high() < 0) {
      return Label.HARMFUL;
    }
    if (Math.min(treated.buyers(), heldOut.buyers()) < LEAST_BUYERS) {
      return Label.NOT_PROVEN_YET;
    }
    if (ended && amountInterval().low() > 0) {
      return Label.PROVEN;
    }
    return shares().probabilityOfBetter() >= PROBABLE ? Label.PROBABLY : Label.NOT_PROVEN_YET;
  }
}
