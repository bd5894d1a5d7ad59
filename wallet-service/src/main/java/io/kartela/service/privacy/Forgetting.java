package io.kartela.service.privacy;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;

/**
 * Takes away what is personal of members; what the law lets stay stays under their numbers. Their
 * cards in wallets and their bonuses are the caller's business. Stateless.
 */
public final class Forgetting {
  /** In this order; each is asked the merchant and the members. */
  private static final List<String> FORGET =
      List.of(
          "DELETE FROM kartela.member_tag WHERE merchant_id = ? AND member_id = ANY (?)",
          """
          DELETE FROM kartela.sign_up s USING kartela.member m WHERE m.merchant_id = ? AND m.member_id = ANY (?)
              AND s.merchant_id = m.merchant_id AND s.phone = m.phone
          """,
          """
          DELETE FROM kartela.phone_proof p USING kartela.member m WHERE m.merchant_id = ? AND m.member_id = ANY (?)
              AND p.merchant_id = m.merchant_id AND p.phone = m.phone
          """,
          "DELETE FROM kartela.card WHERE merchant_id = ? AND member_id = ANY (?)",
          "DELETE FROM kartela.rotating_card WHERE merchant_id = ? AND member_id = ANY (?)",
          "DELETE FROM kartela.erasure_request WHERE merchant_id = ? AND member_id = ANY (?)",
          "DELETE FROM kartela.place_code WHERE merchant_id = ? AND member_id = ANY (?)",
          "DELETE FROM kartela.member_session WHERE merchant_id = ? AND member_id = ANY (?)",
          "DELETE FROM kartela.spend_code WHERE merchant_id = ? AND member_id = ANY (?)",
          "DELETE FROM kartela.member_address WHERE merchant_id = ? AND member_id = ANY (?)",
          "DELETE FROM kartela.web_subscription WHERE merchant_id = ? AND member_id = ANY (?)",
          "DELETE FROM kartela.unsubscribe_link WHERE merchant_id = ? AND member_id = ANY (?)",
          "DELETE FROM kartela.offer_made WHERE merchant_id = ? AND member_id = ANY (?)",
          "UPDATE kartela.sent SET address = '', ask_at = NULL WHERE merchant_id = ? AND member_id"
              + " = ANY (?)",
          "DELETE FROM kartela.message WHERE merchant_id = ? AND member_id = ANY (?)",
          "DELETE FROM kartela.chat_invitation WHERE merchant_id = ? AND member_id = ANY (?)",
          // Their reviews stay, without a name; links that were not used end.
          "UPDATE kartela.review_message SET words = '', token_hash = NULL WHERE merchant_id = ?"
              + " AND member_id = ANY (?)",
          // Whoever bears a certificate may still use it; it is no named person's any more.
          "UPDATE kartela.certificate SET member_id = NULL, recipient = '' WHERE merchant_id = ?"
              + " AND member_id = ANY (?)",
          // Without a standing nobody is a member any more: no list, no till, no segment finds
          // them.
          "DELETE FROM kartela.member_standing WHERE merchant_id = ? AND member_id = ANY (?)",
          """
          UPDATE kartela.member SET name = '', phone = 'erased-' || member_id, email = NULL, birth_date = NULL,
              birth_date_entered_at = NULL, consent_messages = false, signed_up_key = NULL, invited_by = NULL,
              invited_at = NULL, status = CASE WHEN merged_into IS NULL THEN 'ERASED' ELSE status END
          WHERE merchant_id = ? AND member_id = ANY (?)
          """,
          "SELECT kartela.forget(x.ids) FROM (SELECT ?::bigint, ?) x (m, ids)");

  private Forgetting() {}

  public static void people(Connection c, long merchantId, Collection<Long> memberIds)
      throws SQLException {
    for (String sql : FORGET) {
      try (PreparedStatement s = c.prepareStatement(sql)) {
        s.setLong(1, merchantId);
        s.setArray(2, c.createArrayOf("bigint", memberIds.toArray()));
        s.execute();
      }
    }
  }
}
