package io.kartela.service.report.stats;

import java.util.List;

/**
 * How many of so many members should not be written to, so that something can be learned.
 *
 * @param members who would be written to without a hold-out
 * @param base the share of them who buy in the window anyway
 * @param perBuyer what a buyer spends in it, minor units
 */
public record HoldOutAdvice(long members, double base, long perBuyer) {
  private static final List<Integer> PERCENTS = List.of(1, 2, 5, 10, 20, 30, 50);

  /** More is not advised: it costs more than it shows. */
  private static final int MOST = 30;

  /** A campaign that brings half as many buyers again is a good one. */
  private static final double GOOD = 0.5;

  /**
   * What a share would show.
   *
   * @param heldOut how many members
   * @param detectable the smallest effect that is seen, as a share of members
   * @param price what these members would not buy for want of a message, if the effect is just that
   */
  public record Option(int percent, long heldOut, double detectable, long price) {}

  public Option option(int percent) {
    long heldOut = Math.round(members * percent / 100.0);
    if (heldOut == 0 || heldOut == members) {
      return new Option(percent, heldOut, 1, 0);
    }
    double detectable = Math.min(1, Detectable.difference(members - heldOut, heldOut, base));
    return new Option(percent, heldOut, detectable, Math.round(heldOut * detectable * perBuyer));
  }

  /**
   * The smallest share that sees a good campaign, with enough buyers to conclude anything; where
   * none does, the smallest with enough of these. Zero: the campaign is too small to learn from.
   */
  public int percent() {
    List<Option> enough =
        PERCENTS.stream()
            .filter(percent -> percent <= MOST)
            .map(this::option)
            .filter(one -> one.heldOut * base >= Comparison.LEAST_BUYERS)
            .toList();
    return enough.stream()
        .filter(one -> one.detectable <= base * GOOD)
        .findFirst()
        .or(() -> enough.stream().findFirst())
        .map(Option::percent)
        .orElse(0);
  }
}
