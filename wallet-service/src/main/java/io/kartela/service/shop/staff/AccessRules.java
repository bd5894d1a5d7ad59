package io.kartela.service.shop.staff;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * What an owner allows and demands of the shop's people.
 *
 * @param supportDailyMost minor units that one of support credits and debits by hand in 24 hours
 * @param secondFactorRequired nobody works in the cabinet without one
 */
public record AccessRules(long supportDailyMost, boolean secondFactorRequired) {
  public static final AccessRules USUAL = new AccessRules(50_000, false);

  public static AccessRules of(Connection c, long merchantId) throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            "SELECT support_daily_most, second_factor_required FROM kartela.access_rules WHERE"
                + " merchant_id = ?")) {
      s.setLong(1, merchantId);
      try (ResultSet r = s.executeQuery()) {
        return r.next() ? new AccessRules(r.getLong(1), r.getBoolean(2)) : USUAL;
      }
    }
  }

  public void keep(Connection c, long merchantId) throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            """
            INSERT INTO kartela.access_rules (merchant_id, support_daily_most, second_factor_required)
            VALUES (?, ?, ?)
            ON CONFLICT (merchant_id) DO UPDATE SET support_daily_most = excluded.support_daily_most,
              second_factor_required = excluded.second_factor_required
            """)) {
      s.setLong(1, merchantId);
      s.setLong(2, supportDailyMost);
      s.setBoolean(3, secondFactorRequired);
      s.executeUpdate();
    }
  }
}
