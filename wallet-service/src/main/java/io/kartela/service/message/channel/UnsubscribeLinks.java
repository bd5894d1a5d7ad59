package io.kartela.service.message.channel;

import io.kartela.service.member.standing.Members;
import io.kartela.service.platform.http.Tokens;
import java.net.URI;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Links by which members refuse further offers of one kind: of random bits, with the merchant's
 * number in front, so that it is known whose they are. Thread-safe.
 */
public final class UnsubscribeLinks {
  private static final Pattern NAME = Pattern.compile("([0-9a-z]{1,13})-([A-Za-z0-9_-]{10,80})");

  private final URI publicUrl;

  /** Whose link it is. */
  record Of(long merchantId, long memberId, ChannelKind kind) {}

  public UnsubscribeLinks(URI publicUrl) {
    this.publicUrl = publicUrl;
  }

  /** The same for the same member and kind. In the merchant's transaction. */
  public URI of(Connection c, long merchantId, long memberId, ChannelKind kind)
      throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            """
            WITH made AS (
                INSERT INTO kartela.unsubscribe_link (merchant_id, member_id, kind, token) VALUES (?, ?, ?, ?)
                ON CONFLICT DO NOTHING RETURNING token)
            SELECT token FROM made UNION ALL
            SELECT token FROM kartela.unsubscribe_link WHERE merchant_id = ? AND member_id = ? AND kind = ? LIMIT 1
            """)) {
      s.setLong(1, merchantId);
      s.setLong(2, memberId);
      s.setString(3, kind.name());
      s.setString(4, Tokens.random());
      s.setLong(5, merchantId);
      s.setLong(6, memberId);
      s.setString(7, kind.name());
      try (ResultSet r = s.executeQuery()) {
        r.next();
        return publicUrl.resolve(
            "/u/" + Long.toString(merchantId, Character.MAX_RADIX) + "-" + r.getString(1));
      }
    }
  }

  /** The merchant that a link's name speaks of, who may know nothing of it. */
  static Optional<Long> merchant(String name) {
    Matcher m = NAME.matcher(name);
    try {
      return m.matches()
          ? Optional.of(Long.parseLong(m.group(1), Character.MAX_RADIX))
          : Optional.empty();
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  /** In the merchant's transaction. */
  static Optional<Of> find(Connection c, long merchantId, String name) throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            "SELECT member_id, kind FROM kartela.unsubscribe_link WHERE merchant_id = ? AND token ="
                + " ?")) {
      s.setLong(1, merchantId);
      s.setString(2, name.substring(name.indexOf('-') + 1));
      try (ResultSet r = s.executeQuery()) {
        if (!r.next()) {
          return Optional.empty();
        }
        // The record may have become another; the person is the same.
        long member = r.getLong(1);
        long now = Members.heirs(c, merchantId, List.of(member)).getOrDefault(member, member);
        return Optional.of(new Of(merchantId, now, ChannelKind.valueOf(r.getString(2))));
      }
    }
  }
}
