package io.kartela.service.till.plastic;

import io.kartela.ledger.postgres.Operation;
import io.kartela.ledger.postgres.Repeat;
import io.kartela.service.account.Earlier;
import io.kartela.service.platform.http.Problem;
import io.kartela.service.shop.staff.StaffPrincipal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What requests to re-issue a card brought about, by their keys; kept for a week. Stateless. */
final class ReissueLog {
  private static final Duration KEPT = Duration.ofDays(7);

  record Entry(String key, long memberId, String bodyHash, String response, Instant at) {}

  /**
   * The answer that was given before under this key; empty when it is new.
   *
   * @throws Problem IDEMPOTENCY_KEY_REUSED when the key came with another wish
   */
  Optional<String> answer(Connection c, StaffPrincipal staff, String key, String bodyHash)
      throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            """
            SELECT body_hash, response FROM kartela.card_reissue
            WHERE merchant_id = ? AND staff_id = ? AND request_key = ?
            """)) {
      s.setLong(1, staff.merchantId());
      s.setLong(2, staff.staffId());
      s.setString(3, key);
      try (ResultSet r = s.executeQuery()) {
        if (!r.next()) {
          return Optional.empty();
        }
        return Earlier.answer(
            Repeat.of(new Operation(key, r.getString(1), r.getString(2)), bodyHash));
      }
    }
  }

  /** Keeps an answer, and forgets those that are old. */
  void write(Connection c, StaffPrincipal staff, Entry entry) throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            "DELETE FROM kartela.card_reissue WHERE merchant_id = ? AND created_at < ?")) {
      s.setLong(1, staff.merchantId());
      s.setTimestamp(2, Timestamp.from(entry.at.minus(KEPT)));
      s.executeUpdate();
    }
    try (PreparedStatement s =
        c.prepareStatement(
            """
            INSERT INTO kartela.card_reissue (merchant_id, staff_id, request_key, member_id, body_hash, response, created_at)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            """)) {
      s.setLong(1, staff.merchantId());
      s.setLong(2, staff.staffId());
      s.setString(3, entry.key);
      s.setLong(4, entry.memberId);
      s.setString(5, entry.bodyHash);
      s.setString(6, entry.response);
      s.setTimestamp(7, Timestamp.from(entry.at));
      s.executeUpdate();
    }
  }

  /** The answer says more by now. */
  boolean update(Connection c, StaffPrincipal staff, String key, String response)
      throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            """
            UPDATE kartela.card_reissue SET response = ?
            WHERE merchant_id = ? AND staff_id = ? AND request_key = ?
            """)) {
      s.setString(1, response);
      s.setLong(2, staff.merchantId());
      s.setLong(3, staff.staffId());
      s.setString(4, key);
      return s.executeUpdate() > 0;
    }
  }
}
