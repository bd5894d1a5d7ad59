package io.kartela.rules;

import io.kartela.rules.codec.Bounds;
import io.kartela.rules.codec.Default;

/**
 * What is common to all accrual.
 *
 * @param goods goods that may earn
 * @param onDiscounted whether a line with a discount earns
 * @param whenSpending whether a receipt partly paid with bonuses earns
 * @param roundTo accrual is rounded down to a multiple of this, once per receipt (C1); 100 = a
 *     whole bonus
 * @param maxPerReceipt most that one receipt may earn, kopecks; 0 = no limit
 * @param pendingDays days until the accrual can be spent
 * @param life how long it can be spent
 */
public record EarnPolicy(
    @Default("{}") Goods goods,
    @Default("true") boolean onDiscounted,
    @Default("\"ON_MONEY\"") WhenSpending whenSpending,
    @Default("100") @Bounds(min = 1, max = 1_000_000) long roundTo,
    @Default("0") @Bounds long maxPerReceipt,
    @Default("0") @Bounds(max = 3_660) int pendingDays,
    @Default("{\"type\":\"never\"}") Lifetime life) {
  /** What a receipt earns when bonuses paid a part of it. */
  public enum WhenSpending {
    /** On the money paid. */
    ON_MONEY,
    /** Nothing. */
    NOTHING
  }
}
