package io.kartela.service.promo.code;

import io.kartela.ledger.postgres.RoundTrip;
import java.time.Instant;

/** Codes that receipts used up, as parts of their round trips. Stateless. */
public final class CodeUse {
  private CodeUse() {}

  /** What a set's rules gave on a receipt, kopecks off and bonuses. */
  public record Given(long discount, long granted) {}

  /** A receipt uses a code up. */
  public static void book(RoundTrip trip, Sale sale, long receiptId, Verdict code, Given given) {
    PromoSet set = code.set();
    if (set == null) {
      throw new IllegalArgumentException("a code of no set");
    }
    trip.update(
        """
        INSERT INTO kartela.promo_use (merchant_id, receipt_id, set_id, code_hash, member_id, at, discount, granted)
        VALUES (?, ?, ?, ?, nullif(?, 0), ?, ?, ?)
        """,
        p ->
            p.set(sale.merchantId())
                .set(receiptId)
                .set(set.id())
                .set(code.hash())
                .set(sale.memberId())
                .set(sale.at())
                .set(given.discount)
                .set(given.granted));
    if (set.terms().usesPerCode() != null) {
      trip.update(
          "UPDATE kartela.promo_code SET used = used + 1 WHERE merchant_id = ? AND code_hash = ?",
          p -> p.set(sale.merchantId()).set(code.hash()));
    }
    if (set.terms().usesInAll() != null) {
      trip.update(
          "UPDATE kartela.promo_set SET used = used + 1 WHERE merchant_id = ? AND set_id = ?",
          p -> p.set(sale.merchantId()).set(set.id()));
    }
  }

  /**
   * A return of the receipt.
   *
   * @param setId whose code it used
   * @param back what of the gift all its returns together took back
   * @param complete whether nothing is left of it: then the code is good again, if its set says so
   */
  public static void returned(
      RoundTrip trip,
      long merchantId,
      long receiptId,
      long setId,
      Given back,
      boolean complete,
      Instant at) {
    trip.update(
        """
        WITH again AS (
            UPDATE kartela.promo_use u SET discount_back = ?, granted_back = ?,
                given_back_at = CASE WHEN ? AND s.give_back THEN ?::timestamptz END
            FROM kartela.promo_set s
            WHERE u.merchant_id = ? AND u.receipt_id = ? AND u.set_id = ? AND u.given_back_at IS NULL
                AND s.merchant_id = u.merchant_id AND s.set_id = u.set_id
            RETURNING u.merchant_id, u.set_id, u.code_hash, u.given_back_at),
        codes AS (
            UPDATE kartela.promo_code k SET used = k.used - 1 FROM again
            WHERE again.given_back_at IS NOT NULL AND k.merchant_id = again.merchant_id AND k.code_hash = again.code_hash
                AND k.used > 0)
        UPDATE kartela.promo_set s SET used = s.used - 1 FROM again
        WHERE again.given_back_at IS NOT NULL AND s.merchant_id = again.merchant_id AND s.set_id = again.set_id AND s.used > 0
        """,
        p ->
            p.set(back.discount)
                .set(back.granted)
                .set(complete)
                .set(at)
                .set(merchantId)
                .set(receiptId)
                .set(setId));
  }

  /** A receipt of nobody becomes this member's. */
  public static void given(RoundTrip trip, long merchantId, long receiptId, long memberId) {
    trip.update(
        "UPDATE kartela.promo_use SET member_id = ? WHERE merchant_id = ? AND receipt_id = ?",
        p -> p.set(memberId).set(merchantId).set(receiptId));
  }

  /** Two records of one person: what both used counts for the one that stays. */
  public static void handOver(RoundTrip trip, long merchantId, long from, long to) {
    trip.update(
        "UPDATE kartela.promo_use SET member_id = ? WHERE merchant_id = ? AND member_id = ?",
        p -> p.set(to).set(merchantId).set(from));
  }
}
