package io.kartela.service.promo.certificate;

import io.kartela.ledger.postgres.RoundTrip;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One movement of a certificate. What is left is kept beside the certificate by the same statement,
 * and the database takes no movement below zero and changes none.
 *
 * @param amount kopecks, below zero when something goes
 * @param receiptId 0 = not by a receipt
 * @param at when it happened; {@code now} is later when it comes late
 */
record Move(Kind kind, long amount, long receiptId, Hand hand, Instant at, Instant now) {
  /** What moves it. */
  enum Kind {
    ISSUE,
    TOP_UP,
    SPEND,
    BACK,
    REFUND
  }

  /**
   * Who does it, and where.
   *
   * @param storeId null: not in a store
   */
  record Hand(@Nullable Long storeId, @Nullable Long registerId, String author) {}

  void book(RoundTrip trip, long merchantId, long certificateId) {
    trip.update(
        """
        WITH moved AS (
            UPDATE kartela.certificate SET rest = rest + ?, moves = moves + 1
            WHERE merchant_id = ? AND certificate_id = ? RETURNING merchant_id, certificate_id, moves, rest)
        INSERT INTO kartela.certificate_move (merchant_id, certificate_id, seq, kind, amount, rest, at, recorded_at,
            receipt_id, store_id, register_id, author)
        SELECT merchant_id, certificate_id, moves, ?, ?, rest, ?, ?, nullif(?::bigint, 0), ?::bigint, ?::bigint, ? FROM moved
        """,
        p ->
            p.set(amount)
                .set(merchantId)
                .set(certificateId)
                .set(kind.name())
                .set(amount)
                .set(at)
                .set(now)
                .set(receiptId)
                .setObject(hand.storeId)
                .setObject(hand.registerId)
                .set(hand.author));
  }
}
