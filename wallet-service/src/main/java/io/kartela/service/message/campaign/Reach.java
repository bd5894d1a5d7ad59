package io.kartela.service.message.campaign;

import io.kartela.service.member.standing.Members;
import io.kartela.service.wallet.pass.WalletHolders;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * Whom a campaign would reach now: counted where the members are, however many.
 *
 * @param withWallet who has the card on a device and may be written to
 * @param apple on how many devices of Apple they have it
 * @param google on how many at Google
 */
record Reach(int members, int withWallet, int apple, int google) {
  static Reach of(
      Connection c, Members members, WalletHolders holders, long merchantId, @Nullable String tier)
      throws SQLException {
    boolean byTier = tier != null;
    String sql =
        """
        SELECT (SELECT count(*) FROM (%s) everybody), count(*), coalesce(sum(held.apple), 0), coalesce(sum(held.google), 0)
        FROM (%s) held WHERE held.member_id IN (%s)
        """
            .formatted(
                members.audienceSql(byTier), holders.heldSql(), members.reachableSql(byTier));
    try (PreparedStatement s = c.prepareStatement(sql)) {
      int at = audience(s, 0, merchantId, tier);
      for (int i = 0; i < 4; i++) {
        s.setLong(++at, merchantId);
      }
      int _ = audience(s, at, merchantId, tier);
      try (ResultSet r = s.executeQuery()) {
        r.next();
        return new Reach(r.getInt(1), r.getInt(2), r.getInt(3), r.getInt(4));
      }
    }
  }

  private static int audience(
      PreparedStatement s, int after, long merchantId, @Nullable String tier) throws SQLException {
    int at = after;
    s.setLong(++at, merchantId);
    if (tier != null) {
      s.setString(++at, tier);
    }
    return at;
  }
}
