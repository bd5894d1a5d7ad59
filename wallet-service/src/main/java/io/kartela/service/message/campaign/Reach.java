package io.kartela.service.message.campaign;

import io.kartela.service.member.segment.Audience;
import io.kartela.service.member.segment.Audiences;
import io.kartela.service.member.standing.Members;
import io.kartela.service.wallet.pass.WalletHolders;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/**
 * Whom a campaign would reach now: counted where the members are, however many.
 *
 * @param withWallet who has the card on a device and may be written to
 * @param apple on how many devices of Apple they have it
 * @param google on how many at Google
 * @param beside whom other ways lead to
 */
record Reach(int members, int withWallet, int apple, int google, List<ReachBeside.Way> beside) {
  Reach with(List<ReachBeside.Way> others) {
    return new Reach(members, withWallet, apple, google, others);
  }

  static Reach of(Connection c, long merchantId, Audience audience) throws SQLException {
    Audiences.asBig(c);
    String sql =
        """
        WITH audience AS (%s)
        SELECT (SELECT count(*) FROM audience), count(*), coalesce(sum(held.apple), 0), coalesce(sum(held.google), 0)
        FROM (%s) held
        WHERE held.member_id IN (SELECT member_id FROM audience) AND held.member_id IN (%s)
        """
            .formatted(audience.sql(), WalletHolders.heldSql(), Members.reachableSql());
    try (PreparedStatement s = c.prepareStatement(sql)) {
      int at = audience.bind(s, 0);
      for (int i = 0; i < 3; i++) {
        s.setLong(++at, merchantId);
      }
      try (ResultSet r = s.executeQuery()) {
        r.next();
        return new Reach(r.getInt(1), r.getInt(2), r.getInt(3), r.getInt(4), List.of());
      }
    }
  }
}
