package io.kartela.rules;

import io.kartela.rules.codec.Default;
import java.util.List;

/**
 * Rewards for inviters (S23). Stored and versioned here; the referral feature evaluates it.
 *
 * @param levelsBp percent of the friend's money for the inviter, the inviter's inviter, …
 * @param purchases which purchases of the friend count
 * @param welcome bonus for the invited, kopecks
 */
public record ReferralPolicy(
    List<Integer> levelsBp,
    @Default("\"ALL\"") Purchases purchases,
    @Default("0") @io.kartela.rules.codec.Bounds long welcome) {
  /** Which purchases of the friend count. */
  public enum Purchases {
    ALL,
    FIRST_PURCHASE_ONLY
  }

  public ReferralPolicy {
    levelsBp = List.copyOf(levelsBp);
    Checks.range(levelsBp.size(), 1, 10, "levelsBp");
    for (int bp : levelsBp) {
      Checks.range(bp, 0, Percents.FULL_BP, "levelsBp");
    }
  }
}
