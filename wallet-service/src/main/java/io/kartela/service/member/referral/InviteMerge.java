package io.kartela.service.member.referral;

import io.kartela.service.platform.db.NamedLock;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Two records of one person become one, and so do their invitations: whom either invited, the one
 * who stays invited; who stays keeps their inviter, or else takes the other's. Nobody invites
 * themselves, not through others either.
 */
public final class InviteMerge {
  private final Connection connection;
  private final long merchantId;
  private final long from;
  private final long into;

  private record Origin(long inviter, Timestamp at) {}

  private InviteMerge(Connection connection, long merchantId, long from, long into) {
    this.connection = connection;
    this.merchantId = merchantId;
    this.from = from;
    this.into = into;
  }

  /**
   * Lets the merchant's other merges wait until this transaction ends: two at once could lead
   * invitations in a circle that neither of them sees. The first thing a merge does.
   */
  public static void alone(Connection c, long merchantId) throws SQLException {
    NamedLock.alone(c, "merge:" + merchantId);
  }

  /** To be called when {@code from} is a sign-post already, so that no newcomer is overlooked. */
  public static void run(Connection c, long merchantId, long from, long into) throws SQLException {
    new InviteMerge(c, merchantId, from, into).run();
  }

  private void run() throws SQLException {
    Origin own = origin(into);
    Origin other = origin(from);
    if (own != null || other != null) {
      set(from, null);
      set(into, null);
    }
    handOver();
    for (Origin origin : new Origin[] {own, other}) {
      if (origin != null && !isOneOfTheirs(origin.inviter)) {
        set(into, origin);
        return;
      }
    }
  }

  private @Nullable Origin origin(long memberId) throws SQLException {
    try (PreparedStatement s =
        connection.prepareStatement(
            "SELECT invited_by, invited_at FROM kartela.member WHERE merchant_id = ? AND member_id"
                + " = ? AND invited_by IS NOT NULL")) {
      s.setLong(1, merchantId);
      s.setLong(2, memberId);
      try (ResultSet r = s.executeQuery()) {
        return r.next() ? new Origin(r.getLong(1), r.getTimestamp(2)) : null;
      }
    }
  }

  private void set(long memberId, @Nullable Origin origin) throws SQLException {
    try (PreparedStatement s =
        connection.prepareStatement(
            "UPDATE kartela.member SET invited_by = ?, invited_at = ? WHERE merchant_id = ? AND"
                + " member_id = ?")) {
      s.setObject(1, Optional.ofNullable(origin).map(Origin::inviter).orElse(null));
      s.setTimestamp(2, Optional.ofNullable(origin).map(Origin::at).orElse(null));
      s.setLong(3, merchantId);
      s.setLong(4, memberId);
      s.executeUpdate();
    }
  }

  private void handOver() throws SQLException {
    try (PreparedStatement s =
        connection.prepareStatement(
            "UPDATE kartela.member SET invited_by = ? WHERE merchant_id = ? AND invited_by = ?")) {
      s.setLong(1, into);
      s.setLong(2, merchantId);
      s.setLong(3, from);
      s.executeUpdate();
    }
  }

  /** Whether somebody is the person, or was brought in by them through however many others. */
  private boolean isOneOfTheirs(long memberId) throws SQLException {
    try (PreparedStatement s =
        connection.prepareStatement(
            """
            WITH RECURSIVE up(id) AS (
                SELECT ?::bigint
                UNION SELECT m.invited_by FROM up JOIN kartela.member m ON m.merchant_id = ? AND m.member_id = up.id
                WHERE m.invited_by IS NOT NULL)
            SELECT EXISTS (SELECT 1 FROM up WHERE id = ANY (?))
            """)) {
      s.setLong(1, memberId);
      s.setLong(2, merchantId);
      s.setArray(3, connection.createArrayOf("bigint", new Object[] {from, into}));
      try (ResultSet r = s.executeQuery()) {
        r.next();
        return r.getBoolean(1);
      }
    }
  }
}
