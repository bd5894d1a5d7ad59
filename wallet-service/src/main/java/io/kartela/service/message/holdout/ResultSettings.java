package io.kartela.service.message.holdout;

import io.kartela.service.shop.audit.Changes;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the owner decides about judging advertising.
 *
 * @param globalHoldOutPercent of all members, out of all advertising for a quarter
 * @param marginPercent what of a price is left after the goods are paid; null: not said
 */
public record ResultSettings(int globalHoldOutPercent, @Nullable Integer marginPercent) {
  static final int MOST_GLOBAL = 10;

  public static ResultSettings of(Connection c, long merchantId) throws SQLException {
    return read(c, merchantId, "");
  }

  /** Nobody else changes them until the transaction ends. */
  static ResultSettings lock(Connection c, long merchantId) throws SQLException {
    return read(c, merchantId, " FOR UPDATE");
  }

  private static ResultSettings read(Connection c, long merchantId, String lock)
      throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            "SELECT global_hold_out_percent, margin_percent FROM kartela.merchant WHERE merchant_id"
                + " = ?"
                + lock)) {
      s.setLong(1, merchantId);
      try (ResultSet r = s.executeQuery()) {
        r.next();
        return new ResultSettings(r.getInt(1), r.getObject(2, Integer.class));
      }
    }
  }

  void write(Connection c, long merchantId, Instant now) throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            """
            UPDATE kartela.merchant SET global_hold_out_since = CASE WHEN global_hold_out_percent = ?
                THEN global_hold_out_since ELSE ? END, global_hold_out_percent = ?, margin_percent = ?
            WHERE merchant_id = ?
            """)) {
      s.setInt(1, globalHoldOutPercent);
      s.setTimestamp(2, Timestamp.from(now));
      s.setInt(3, globalHoldOutPercent);
      s.setObject(4, marginPercent);
      s.setLong(5, merchantId);
      s.executeUpdate();
    }
  }

  Changes since(ResultSettings was) {
    return new Changes()
        .of("globalHoldOutPercent", was.globalHoldOutPercent, globalHoldOutPercent)
        .of("marginPercent", told(was.marginPercent), told(marginPercent));
  }

  private static Object told(@Nullable Integer percent) {
    return percent == null ? "" : percent;
  }
}
