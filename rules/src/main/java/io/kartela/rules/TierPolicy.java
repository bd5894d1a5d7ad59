package io.kartela.rules;

import io.kartela.rules.codec.Bounds;
import io.kartela.rules.codec.Default;
import org.jspecify.annotations.Nullable;

/**
 * When tiers change.
 *
 * @param window purchases that {@link Tier.Upgrade.WindowPurchases} sums at a purchase
 * @param measure which amount of a receipt counts as the purchase
 * @param receipt which tier the lifting receipt itself earns by (C9: the tier before it)
 * @param recompute monthly recomputation on the night of the 1st, or null for never
 */
public record TierPolicy(
    @Default("{\"unit\":\"ALL\"}") PurchaseWindow window,
    @Default("\"NET\"") Condition.Basis measure,
    @Default("\"TIER_BEFORE\"") Receipt receipt,
    @Nullable Recompute recompute) {
  /** Which tier the lifting receipt itself earns by. */
  public enum Receipt {
    TIER_BEFORE,
    SAME_RECEIPT
  }

  /**
   * Monthly recomputation.
   *
   * @param months previous full calendar months that are summed
   * @param graceMonths months during which a lost tier is kept
   * @param downgrade straight to the tier earned, or one step a month
   */
  public record Recompute(
      @Bounds(min = 1, max = 120) int months,
      @Default("0") @Bounds(max = 24) int graceMonths,
      @Default("\"TO_EARNED\"") Downgrade downgrade) {}

  /** How far a tier falls at once. */
  public enum Downgrade {
    TO_EARNED,
    ONE_STEP
  }
}
