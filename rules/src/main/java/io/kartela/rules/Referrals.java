package io.kartela.rules;

import java.util.ArrayList;
import java.util.List;

/** Rewards of inviters (S23); pure functions. Who invited whom is the referral feature's. */
public final class Referrals {
  private Referrals() {}

  /**
   * Rewards by level, the inviter first. Rounded down like accrual. A level whose inviter is
   * blocked simply gets nothing: the others keep their levels.
   *
   * @param money kopecks the friend paid with money
   * @param firstPurchase whether this is the friend's first purchase
   * @return kopecks by level; empty when the program has no referral
   */
  public static List<Long> rewards(Program program, long money, boolean firstPurchase) {
    ReferralPolicy policy = program.referral();
    if (policy == null) {
      return List.of();
    }
    boolean which =
        firstPurchase || policy.purchases() != ReferralPolicy.Purchases.FIRST_PURCHASE_ONLY;
    boolean counts = which && money > 0 && money >= policy.minPurchase();
    long unit = program.earning().roundTo();
    List<Long> out = new ArrayList<>();
    for (int level = 0; level < policy.levelsBp().size(); level++) {
      long exact =
          counts ? Exact.percent(money, policy.levelsBp().get(level)) + policy.fixedAt(level) : 0;
      out.add(exact - exact % unit);
    }
    return out;
  }

  /**
   * What a return takes back from each level: cumulative, so any split of a return equals a cancel.
   *
   * @param paid kopecks of money of the receipt
   * @param returned kopecks of money returned so far, this return included
   * @param reversed what was taken back before, by level
   */
  public static List<Long> reversal(
      Program program, long paid, long returned, List<Long> reversed, boolean firstPurchase) {
    List<Long> given = rewards(program, paid, firstPurchase);
    List<Long> kept = rewards(program, paid - returned, firstPurchase);
    List<Long> out = new ArrayList<>();
    for (int i = 0; i < given.size(); i++) {
      out.add(Math.max(0, given.get(i) - kept.get(i) - reversed.get(i)));
    }
    return out;
  }
}
