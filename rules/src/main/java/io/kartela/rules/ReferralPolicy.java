package io.kartela.rules;

import io.kartela.rules.codec.BadValueException;
import io.kartela.rules.codec.Bounds;
import io.kartela.rules.codec.Default;
import java.util.List;

/**
 * Rewards for inviters (S23). Stored and versioned here; the referral feature books them.
 *
 * @param levelsBp percent of the friend's money for the inviter, the inviter's inviter, …
 * @param purchases which purchases of the friend count
 * @param welcome bonus for the invited beside the gift that every newcomer gets, kopecks
 * @param fixed kopecks by level beside the percent, for each purchase that counts; shorter than the
 *     levels: the others get none
 * @param minPurchase a purchase of less money brings nothing, kopecks
 * @param pendingDays days from the purchase until the reward can be spent: the time for returns
 * @param untilSecondPurchase nothing is given before the friend has bought once more
 * @param perDay most that one inviter gets for purchases of a day, kopecks; 0 = whatever it is
 * @param perMonth most that one inviter gets for purchases of a calendar month; 0 = whatever it is
 */
public record ReferralPolicy(
    List<Integer> levelsBp,
    @Default("\"ALL\"") Purchases purchases,
    @Default("0") @Bounds long welcome,
    @Default("[]") List<Long> fixed,
    @Default("0") @Bounds(max = MOST) long minPurchase,
    @Default("0") @Bounds(max = 365) int pendingDays,
    @Default("false") boolean untilSecondPurchase,
    @Default("0") @Bounds(max = MOST) long perDay,
    @Default("0") @Bounds(max = MOST) long perMonth) {
  /** No reward and no cap is more, kopecks. */
  public static final long MOST = 100_000_000_000L;

  /** Which purchases of the friend count. */
  public enum Purchases {
    ALL,
    FIRST_PURCHASE_ONLY
  }

  public ReferralPolicy {
    levelsBp = List.copyOf(levelsBp);
    fixed = List.copyOf(fixed);
    Checks.range(levelsBp.size(), 1, 10, "levelsBp");
    for (int bp : levelsBp) {
      Checks.range(bp, 0, Percents.FULL_BP, "levelsBp");
    }
    Checks.range(fixed.size(), 0, levelsBp.size(), "fixed");
    for (long amount : fixed) {
      Checks.range(amount, 0, MOST, "fixed");
    }
    BadValueException.unless(
        perDay == 0 || perMonth == 0 || perDay <= perMonth,
        "perDay",
        "OUT_OF_RANGE",
        "За день не больше, чем за месяц",
        "A day's limit is not above the month's");
  }

  /** Kopecks that a level gets beside its percent. */
  long fixedAt(int level) {
    return level < fixed.size() ? fixed.get(level) : 0;
  }
}
