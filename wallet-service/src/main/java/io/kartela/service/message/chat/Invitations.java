package io.kartela.service.message.chat;

import io.kartela.service.message.channel.ChannelKind;
import io.kartela.service.platform.http.Tokens;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What binds a chat to a member: a token that is good once, and not for long. In the caller's
 * transaction, confined to the merchant. Stateless.
 */
final class Invitations {
  private static final Duration LIFE = Duration.ofMinutes(30);

  private Invitations() {}

  /** A new one; the one before it is good no more. */
  static String make(Connection c, long merchantId, long memberId, ChannelKind kind, Instant now)
      throws SQLException {
    String token = Tokens.random();
    try (PreparedStatement s =
        c.prepareStatement(
            """
            INSERT INTO kartela.chat_invitation (merchant_id, member_id, kind, hash, until) VALUES (?, ?, ?, ?, ?)
            ON CONFLICT (merchant_id, member_id, kind) DO UPDATE SET hash = excluded.hash, until = excluded.until
            """)) {
      s.setLong(1, merchantId);
      s.setLong(2, memberId);
      s.setString(3, kind.name());
      s.setBytes(4, Tokens.sha256(token));
      s.setTimestamp(5, Timestamp.from(now.plus(LIFE)));
      s.executeUpdate();
    }
    return token;
  }

  /** Whose it is; it is good no more. */
  static Optional<Long> take(
      Connection c, long merchantId, ChannelKind kind, String token, Instant now)
      throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            "DELETE FROM kartela.chat_invitation WHERE merchant_id = ? AND kind = ? AND hash = ?"
                + " AND until > ? RETURNING member_id")) {
      s.setLong(1, merchantId);
      s.setString(2, kind.name());
      s.setBytes(3, Tokens.sha256(token));
      s.setTimestamp(4, Timestamp.from(now));
      try (ResultSet r = s.executeQuery()) {
        return r.next() ? Optional.of(r.getLong(1)) : Optional.empty();
      }
    }
  }
}
