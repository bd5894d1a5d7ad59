package io.kartela.service.message.campaign;

import io.kartela.service.member.segment.Audience;
import io.kartela.service.member.segment.Audiences;
import io.kartela.service.member.standing.Members;
import io.kartela.service.wallet.pass.WalletHolders;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;

/**
 * Whom a campaign would reach now: counted where the members are, however many.
 *
 * @param withWallet who has the card on a device and may be written to
 * @param apple on how many devices of Apple they have it
 * @param google on how many at Google
 * @param children of the members: too young to be advertised to
 * @param blocked of the members, by the shop
 * @param beside whom other ways lead to
 */
record Reach(
    int members,
    int withWallet,
    int apple,
    int google,
    int children,
    int blocked,
    List<ReachBeside.Way> beside) {
  Reach with(List<ReachBeside.Way> others) {
    return new Reach(members, withWallet, apple, google, children, blocked, others);
  }

  /**
   * Counts.
   *
   * @param bornAfter of whom it is a day of birth is a child
   */
  static Reach of(Connection c, long merchantId, Audience audience, LocalDate bornAfter)
      throws SQLException {
    Audiences.asBig(c);
    String sql =
        """
        WITH audience AS (%s)
        SELECT (SELECT count(*) FROM audience), count(*), coalesce(sum(held.apple), 0), coalesce(sum(held.google), 0),
            (SELECT count(*) FROM kartela.member WHERE merchant_id = ? AND birth_date > ? AND status = 'ACTIVE'
                AND member_id IN (SELECT member_id FROM audience)),
            (SELECT count(*) FROM kartela.member WHERE merchant_id = ? AND status = 'BLOCKED'
                AND member_id IN (SELECT member_id FROM audience))
        FROM (%s) held
        WHERE held.member_id IN (SELECT member_id FROM audience) AND held.member_id IN (%s)
        """
            .formatted(audience.sql(), WalletHolders.heldSql(), Members.reachableSql());
    try (PreparedStatement s = c.prepareStatement(sql)) {
      int at = audience.bind(s, 0);
      s.setLong(++at, merchantId);
      s.setObject(++at, bornAfter);
      for (int i = 0; i < 4; i++) {
        s.setLong(++at, merchantId);
      }
      s.setObject(++at, bornAfter);
      try (ResultSet r = s.executeQuery()) {
        r.next();
        return new Reach(
            r.getInt(1),
            r.getInt(2),
            r.getInt(3),
            r.getInt(4),
            r.getInt(5),
            r.getInt(6),
            List.of());
      }
    }
  }
}
