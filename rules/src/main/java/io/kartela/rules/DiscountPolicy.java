package io.kartela.rules;

import io.kartela.rules.codec.Bounds;
import io.kartela.rules.codec.Default;

/**
 * Limits common to all discounts.
 *
 * @param goods goods that may be discounted at all
 * @param maxLineBp most of a line's price that all discounts together may take
 * @param stacking what a second discount is taken from
 */
public record DiscountPolicy(
    @Default("{}") Goods goods,
    @Default("10000") @Bounds(max = Percents.FULL_BP) int maxLineBp,
    @Default("\"REMAINING\"") Stacking stacking) {
  /** What a second discount is taken from. */
  public enum Stacking {
    /** What the earlier discounts left. */
    REMAINING,
    /** The full price; together never more than the price. */
    GROSS
  }
}
