package io.kartela.service.purchase;

import io.kartela.ledger.postgres.RoundTrip;
import java.util.List;

/** What goes over from one member to another when the two turn out to be one person. Stateless. */
public final class Handover {
  private Handover() {}

  /** Receipts change their owner and remember in whose account they were booked. */
  public static void receipts(RoundTrip trip, long merchantId, long from, long to) {
    trip.update(
        """
        UPDATE kartela.receipt SET account_id = coalesce(account_id, member_id), member_id = ?
        WHERE merchant_id = ? AND member_id = ?
        """,
        p -> p.set(to).set(merchantId).set(from));
  }

  /** What rules gave, stamps, and gifts that are given once. */
  public static void ruleUse(RoundTrip trip, long merchantId, long from, long to) {
    List<String> additions =
        List.of(
            """
            INSERT INTO kartela.rule_use AS u (merchant_id, member_id, rule_id, given, uses)
            SELECT merchant_id, ?, rule_id, given, uses FROM kartela.rule_use WHERE merchant_id = ? AND member_id = ?
            ON CONFLICT (merchant_id, member_id, rule_id) DO UPDATE
            SET given = u.given + excluded.given, uses = u.uses + excluded.uses
            """,
            """
            INSERT INTO kartela.member_counter AS u (merchant_id, member_id, counter, value)
            SELECT merchant_id, ?, counter, value FROM kartela.member_counter WHERE merchant_id = ? AND member_id = ?
            ON CONFLICT (merchant_id, member_id, counter) DO UPDATE SET value = u.value + excluded.value
            """,
            """
            INSERT INTO kartela.member_once (merchant_id, member_id, once_key, receipt_id, given_at)
            SELECT merchant_id, ?, once_key, receipt_id, given_at FROM kartela.member_once
            WHERE merchant_id = ? AND member_id = ?
            ON CONFLICT DO NOTHING
            """);
    for (String addition : additions) {
      trip.update(addition, p -> p.set(to).set(merchantId).set(from));
    }
    for (String table : List.of("rule_use", "member_counter", "member_once")) {
      trip.update(
          "DELETE FROM kartela." + table + " WHERE merchant_id = ? AND member_id = ?",
          p -> p.set(merchantId).set(from));
    }
  }
}
