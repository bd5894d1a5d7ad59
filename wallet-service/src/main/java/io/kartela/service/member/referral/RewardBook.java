package io.kartela.service.member.referral;

import io.kartela.ledger.postgres.Answer;
import io.kartela.ledger.postgres.RoundTrip;
import io.kartela.rules.Program;
import io.kartela.rules.ReferralPolicy;
import io.kartela.rules.Referrals;
import java.time.Instant;
import java.util.List;

/**
 * What inviters are owed, written in the transaction of the receipt, of its return and of merges.
 * Nobody's account but the buyer's is locked by it; {@link Rewards} books it. Stateless.
 */
public final class RewardBook {
  /**
   * The chain as it is now, of a friend who was invited by then: what a batch brings of days before
   * is nobody's merit; whoever is blocked gets nothing, and nobody moves up for it. Of first
   * purchases one stands for each friend, in whatever order receipts come.
   */
  private static final String EARNED =
      """
      WITH RECURSIVE up(level, id, status, by) AS (
          SELECT 0, m.member_id, m.status, m.invited_by FROM kartela.member m
          WHERE m.merchant_id = ? AND m.member_id = ? AND m.invited_by IS NOT NULL AND m.invited_at <= ?
          UNION ALL SELECT up.level + 1, m.member_id, m.status, m.invited_by FROM up
          JOIN kartela.member m ON m.merchant_id = ? AND m.member_id = up.by WHERE up.level < ?)
      INSERT INTO kartela.referral_reward
          (merchant_id, receipt_id, level, friend_id, inviter_id, program_number, at, earned_at, amount, kept, refused, due)
      SELECT ?, ?, up.level, ?, up.id, ?, ?, CASE WHEN ? THEN NULL ELSE ?::timestamptz END, r.amount, r.amount,
          CASE up.status WHEN 'ACTIVE' THEN NULL WHEN 'BLOCKED' THEN 'BLOCKED' ELSE 'ERASED' END,
          up.status = 'ACTIVE' AND NOT ?
      FROM up JOIN unnest(?::bigint[]) WITH ORDINALITY r(amount, level) ON r.level = up.level
      WHERE r.amount > 0 AND NOT (? AND EXISTS (
          SELECT FROM kartela.referral_reward f WHERE f.merchant_id = ? AND f.friend_id = ? AND f.kept > 0))
      """;

  private RewardBook() {}

  /**
   * A purchase.
   *
   * @param programNumber the program that judged it
   * @param money kopecks paid with money
   * @param purchasesBefore how many the friend had made before it
   */
  public record Bought(
      long merchantId,
      long receiptId,
      long memberId,
      int programNumber,
      Instant at,
      long money,
      long purchasesBefore) {}

  /** The answer is how many rewards were written. */
  public static Answer<Long> earned(RoundTrip trip, Program program, Bought bought) {
    List<Long> rewards = Referrals.rewards(program, bought.money, bought.purchasesBefore == 0);
    ReferralPolicy policy = program.referral();
    if (policy == null || rewards.stream().allMatch(reward -> reward == 0)) {
      return trip.known(0L);
    }
    boolean waits = policy.untilSecondPurchase() && bought.purchasesBefore == 0;
    boolean once = policy.purchases() == ReferralPolicy.Purchases.FIRST_PURCHASE_ONLY;
    return trip.update(
        EARNED,
        p ->
            p.set(bought.merchantId)
                .set(bought.memberId)
                .set(bought.at)
                .set(bought.merchantId)
                .set(rewards.size())
                .set(bought.merchantId)
                .set(bought.receiptId)
                .set(bought.memberId)
                .set(bought.programNumber)
                .set(bought.at)
                .set(waits)
                .set(bought.at)
                .set(waits)
                .set(rewards.stream().mapToLong(Long::longValue).toArray())
                .set(once)
                .set(bought.merchantId)
                .set(bought.memberId));
  }

  /**
   * What a return leaves of it, by the program that judged the receipt.
   *
   * @param left kopecks of money that are not given back, after this return
   */
  public static void returned(
      RoundTrip trip, Program program, long merchantId, long receiptId, long left, Instant at) {
    if (program.referral() == null) {
      return;
    }
    // Whether it was a first purchase was settled when the rewards were written.
    List<Long> kept = Referrals.rewards(program, left, true);
    trip.update(
        """
        UPDATE kartela.referral_reward r SET kept = least(r.kept, k.amount), returned_at = ?,
            due = r.refused IS NULL AND r.earned_at IS NOT NULL
        FROM unnest(?::bigint[]) WITH ORDINALITY k(amount, level)
        WHERE r.merchant_id = ? AND r.receipt_id = ? AND r.level = k.level AND k.amount < r.kept
        """,
        p ->
            p.set(at)
                .set(kept.stream().mapToLong(Long::longValue).toArray())
                .set(merchantId)
                .set(receiptId));
  }

  /** Two records of one person become one: rewards go along, and know where they were booked. */
  public static void handOver(RoundTrip trip, long merchantId, long from, long to) {
    for (String who : List.of("friend_id", "inviter_id")) {
      trip.update(
          "UPDATE kartela.referral_reward SET %1$s = ? WHERE merchant_id = ? AND %1$s = ?"
              .formatted(who),
          p -> p.set(to).set(merchantId).set(from));
    }
  }
}
