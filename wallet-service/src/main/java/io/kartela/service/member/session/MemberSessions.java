package io.kartela.service.member.session;

import io.kartela.service.platform.http.Tokens;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;

/**
 * Sessions of members at their own place. Of a session's secret only the hash is kept, and it holds
 * only while the member has the phone that took the code and is neither erased nor merged away. In
 * the caller's transaction. Stateless.
 */
public final class MemberSessions {
  public static final Duration LIFE = Duration.ofHours(2);

  /** How long one may lie unused. */
  public static final Duration IDLE = Duration.ofMinutes(30);

  /** How exactly its use is written down: not a write with every click. */
  private static final Duration SEEN_STEP = Duration.ofMinutes(1);

  private MemberSessions() {}

  /** Opens one; the answer is the secret. Those of the shop that are over are forgotten. */
  public static String open(Connection c, long merchantId, long memberId, String phone, Instant now)
      throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            "DELETE FROM kartela.member_session WHERE merchant_id = ? AND expires_at < ?")) {
      s.setLong(1, merchantId);
      s.setTimestamp(2, Timestamp.from(now));
      s.executeUpdate();
    }
    String secret = Tokens.random();
    try (PreparedStatement s =
        c.prepareStatement(
            """
            INSERT INTO kartela.member_session (merchant_id, token_hash, member_id, phone_hash, created_at, seen_at, expires_at)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            """)) {
      s.setLong(1, merchantId);
      s.setBytes(2, Tokens.sha256(secret));
      s.setLong(3, memberId);
      s.setBytes(4, Tokens.sha256(phone));
      s.setTimestamp(5, Timestamp.from(now));
      s.setTimestamp(6, Timestamp.from(now));
      s.setTimestamp(7, Timestamp.from(now.plus(LIFE)));
      s.executeUpdate();
    }
    return secret;
  }

  /** Whether this secret is of a session of this member, and not over. */
  public static boolean holds(
      Connection c, long merchantId, long memberId, String secret, Instant now)
      throws SQLException {
    byte[] hash = Tokens.sha256(secret);
    try (PreparedStatement s =
        c.prepareStatement(
            """
            SELECT s.phone_hash, m.phone, s.seen_at FROM kartela.member_session s
            JOIN kartela.member m USING (merchant_id, member_id) JOIN kartela.merchant k USING (merchant_id)
            WHERE s.merchant_id = ? AND s.token_hash = ? AND s.member_id = ? AND s.expires_at > ? AND s.seen_at > ?
                AND m.status IN ('ACTIVE', 'BLOCKED') AND k.disabled_at IS NULL
            """)) {
      s.setLong(1, merchantId);
      s.setBytes(2, hash);
      s.setLong(3, memberId);
      s.setTimestamp(4, Timestamp.from(now));
      s.setTimestamp(5, Timestamp.from(now.minus(IDLE)));
      try (ResultSet r = s.executeQuery()) {
        if (!r.next() || !Tokens.same(r.getBytes(1), Tokens.sha256(r.getString(2)))) {
          return false;
        }
        if (r.getTimestamp(3).toInstant().isBefore(now.minus(SEEN_STEP))) {
          seen(c, merchantId, hash, now);
        }
        return true;
      }
    }
  }

  private static void seen(Connection c, long merchantId, byte[] hash, Instant now)
      throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            "UPDATE kartela.member_session SET seen_at = ? WHERE merchant_id = ? AND token_hash ="
                + " ?")) {
      s.setTimestamp(1, Timestamp.from(now));
      s.setLong(2, merchantId);
      s.setBytes(3, hash);
      s.executeUpdate();
    }
  }

  /** Ends this one. */
  public static void end(Connection c, long merchantId, String secret) throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            "DELETE FROM kartela.member_session WHERE merchant_id = ? AND token_hash = ?")) {
      s.setLong(1, merchantId);
      s.setBytes(2, Tokens.sha256(secret));
      s.executeUpdate();
    }
  }

  /** Ends all of a member's, and the codes that were about to open one. */
  public static void endAll(Connection c, long merchantId, long memberId) throws SQLException {
    for (String table : new String[] {"member_session", "place_code"}) {
      try (PreparedStatement s =
          c.prepareStatement(
              "DELETE FROM kartela." + table + " WHERE merchant_id = ? AND member_id = ?")) {
        s.setLong(1, merchantId);
        s.setLong(2, memberId);
        s.executeUpdate();
      }
    }
  }
}
