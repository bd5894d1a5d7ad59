package io.kartela.rules;

import io.kartela.rules.codec.Bounds;
import io.kartela.rules.codec.Default;

/**
 * Returns (C6). The last two are the ledger's, kept here so that they are versioned with the
 * program.
 *
 * @param mode how the reversal of the earning is computed
 * @param debt what happens when the earned bonuses are already spent
 * @param expiredGraceDays days that bonuses given back live when their lot has expired; 0 = strict
 */
public record ReturnPolicy(
    @Default("\"RECOMPUTE\"") Mode mode,
    @Default("\"DEBT\"") Debt debt,
    @Default("14") @Bounds(max = 3_660) int expiredGraceDays) {
  /** How the reversal of the earning is computed. */
  public enum Mode {
    /** What the rest of the basket would have earned. */
    RECOMPUTE,
    /** In proportion to the goods returned. */
    PROPORTIONAL
  }

  /** What happens when the earned bonuses are already spent. */
  public enum Debt {
    DEBT,
    WITHIN_BALANCE,
    ONLY_PENDING
  }
}
