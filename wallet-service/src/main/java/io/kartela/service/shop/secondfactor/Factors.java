package io.kartela.service.shop.secondfactor;

import io.kartela.service.shop.staff.AccessRules;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * What somebody has besides the password.
 *
 * @param recoveryCodes how many are left; they alone are no second factor
 */
record Factors(boolean totp, int passkeys, int recoveryCodes) {

  static Factors of(Connection c, long merchantId, long staffId) throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            """
            SELECT
              EXISTS (SELECT FROM kartela.totp t WHERE t.merchant_id = p.m AND t.staff_id = p.s
                AND t.confirmed_at IS NOT NULL),
              (SELECT count(*) FROM kartela.passkey k WHERE k.merchant_id = p.m AND k.staff_id = p.s),
              (SELECT count(*) FROM kartela.recovery_code r WHERE r.merchant_id = p.m AND r.staff_id = p.s)
            FROM (SELECT ?::bigint AS m, ?::bigint AS s) p
            """)) {
      s.setLong(1, merchantId);
      s.setLong(2, staffId);
      try (ResultSet r = s.executeQuery()) {
        r.next();
        return new Factors(r.getBoolean(1), r.getInt(2), r.getInt(3));
      }
    }
  }

  boolean any() {
    return totp || passkeys > 0;
  }

  /** Whether nothing may be taken away any more. */
  boolean last(Connection c, long merchantId) throws SQLException {
    return (totp ? 1 : 0) + passkeys <= 1 && AccessRules.of(c, merchantId).secondFactorRequired();
  }

  /** Removes somebody's rows of one table. */
  static void remove(Connection c, String table, long merchantId, long staffId)
      throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            "DELETE FROM kartela.%s WHERE merchant_id = ? AND staff_id = ?".formatted(table))) {
      s.setLong(1, merchantId);
      s.setLong(2, staffId);
      s.executeUpdate();
    }
  }

  static void removeAll(Connection c, long merchantId, long staffId) throws SQLException {
    for (String table : new String[] {"totp", "passkey", "recovery_code"}) {
      remove(c, table, merchantId, staffId);
    }
  }
}
