package io.kartela.service.report.brought;

import io.kartela.service.report.stats.Arm;
import java.util.stream.IntStream;

/**
 * What the members of an arm bought in the window, net of returns in it. Of those who bought
 * nothing there is only the number.
 */
final class Bought {
  static final Bought NOBODY = new Bought(0, new long[0], new long[0]);

  private final long members;
  private final long[] money;
  private final long[] bonuses;

  /**
   * The same place in both arrays is the same member's.
   *
   * @param money paid
   * @param bonuses paid with them
   */
  Bought(long members, long[] money, long[] bonuses) {
    this.members = members;
    this.money = money;
    this.bonuses = bonuses;
  }

  long members() {
    return members;
  }

  /** Purchases, whatever they were paid with. */
  Arm purchases() {
    return arm(1, 1);
  }

  Arm money() {
    return arm(1, 0);
  }

  Arm bonuses() {
    return arm(0, 1);
  }

  /**
   * In hundredths of a minor unit: the margin of purchases, less the bonuses they were paid with.
   */
  Arm profit(int marginPercent) {
    return arm(marginPercent, marginPercent - 100);
  }

  private Arm arm(int ofMoney, int ofBonuses) {
    return Arm.of(
        members,
        IntStream.range(0, money.length)
            .mapToLong(i -> ofMoney * money[i] + ofBonuses * bonuses[i])
            .toArray());
  }
}
