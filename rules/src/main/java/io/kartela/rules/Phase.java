package io.kartela.rules;

/** Order of evaluation (C2). A phase sees what the earlier ones did. */
public enum Phase {
  /** Promotions and discounts. */
  DISCOUNT,
  /** Discounts that a promo code or coupon brings. */
  CODE,
  /** Payment with bonuses; not a rule's phase, it follows {@link SpendPolicy}. */
  SPEND,
  /** Accrual on the money paid. */
  EARN,
  /** Multipliers of the accrual. */
  MULTIPLY,
  /** Fixed grants. */
  GRANT
}
