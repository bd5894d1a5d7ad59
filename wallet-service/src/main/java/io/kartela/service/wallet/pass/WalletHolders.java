package io.kartela.service.wallet.pass;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * On how many phones living cards are. Works on the caller's connection, inside a transaction that
 * is confined to the merchant. Stateless and thread-safe.
 */
public final class WalletHolders {
  /**
   * How many devices hold the living cards of these members; members that nobody holds are left
   * out.
   */
  public Map<Long, WalletCounts> walletCounts(
      Connection c, long merchantId, Collection<Long> memberIds) throws SQLException {
    Map<Long, WalletCounts> counts = new HashMap<>();
    String sql =
        """
        SELECT member_id,
            (SELECT count(*) FROM kartela.apple_registration r
                WHERE r.merchant_id = p.merchant_id AND r.serial = p.serial),
            (SELECT count(*) FROM kartela.google_object o
                WHERE o.merchant_id = p.merchant_id AND o.serial = p.serial AND o.state = 'SAVED')
        FROM unnest(?::bigint[]) AS one (id) CROSS JOIN LATERAL (SELECT merchant_id, member_id, serial FROM kartela.pass
            WHERE merchant_id = ? AND member_id = one.id AND voided_at IS NULL LIMIT 1) AS p
        """;
    try (PreparedStatement s = c.prepareStatement(sql)) {
      s.setArray(1, ids(c, memberIds));
      s.setLong(2, merchantId);
      try (ResultSet r = s.executeQuery()) {
        while (r.next()) {
          WalletCounts of = new WalletCounts(r.getInt(2), r.getInt(3));
          if (of.any()) {
            counts.put(r.getLong(1), of);
          }
        }
      }
    }
    return counts;
  }

  /**
   * Whose living cards are on devices, as a SELECT of {@code member_id} and how many devices of
   * {@code apple} and {@code google}, for use in a larger statement; its two placeholders are the
   * merchant. A member has one living card, so nothing is grouped by member.
   */
  public static String heldSql() {
    return """
    SELECT p.merchant_id, p.member_id, coalesce(a.devices, 0) AS apple, CASE WHEN g.serial IS NULL THEN 0 ELSE 1 END AS google
    FROM kartela.pass p
    LEFT JOIN (SELECT merchant_id, serial, count(*) AS devices FROM kartela.apple_registration
        WHERE merchant_id = ? GROUP BY merchant_id, serial) a USING (merchant_id, serial)
    LEFT JOIN kartela.google_object g ON g.merchant_id = p.merchant_id AND g.serial = p.serial AND g.state = 'SAVED'
    WHERE p.merchant_id = ? AND p.voided_at IS NULL AND (a.devices IS NOT NULL OR g.serial IS NOT NULL)
    """;
  }

  /** How many devices hold living cards of the merchant. */
  public WalletCounts totals(Connection c, long merchantId) throws SQLException {
    String sql =
        """
        SELECT
            (SELECT count(*) FROM kartela.apple_registration r JOIN kartela.pass p USING (merchant_id, serial)
                WHERE r.merchant_id = ? AND p.voided_at IS NULL),
            (SELECT count(*) FROM kartela.google_object o JOIN kartela.pass p USING (merchant_id, serial)
                WHERE o.merchant_id = ? AND o.state = 'SAVED' AND p.voided_at IS NULL)
        """;
    try (PreparedStatement s = c.prepareStatement(sql)) {
      s.setLong(1, merchantId);
      s.setLong(2, merchantId);
      try (ResultSet r = s.executeQuery()) {
        r.next();
        return new WalletCounts(r.getInt(1), r.getInt(2));
      }
    }
  }

  /** Which of these members hold their card on a phone: for campaigns. */
  public Set<Long> withWallet(Connection c, long merchantId, Collection<Long> memberIds)
      throws SQLException {
    return new HashSet<>(walletCounts(c, merchantId, memberIds).keySet());
  }

  private static Array ids(Connection c, Collection<Long> ids) throws SQLException {
    return c.createArrayOf("bigint", ids.toArray());
  }
}
