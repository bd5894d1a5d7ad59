package io.kartela.service.member.profile;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * Where and by whom a member was signed up.
 *
 * @param cashierName null when nobody was named
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record SignedUp(
    String registerId,
    String registerName,
    @Nullable String cashierId,
    @Nullable String cashierName) {

  /** Null: by themselves. */
  static @Nullable SignedUp of(Connection c, long merchantId, long memberId) throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            """
            SELECT r.register_id, r.name, k.cashier_id, k.name FROM kartela.member m
            JOIN kartela.register r ON r.merchant_id = m.merchant_id AND r.register_id = m.signed_up_register
            LEFT JOIN kartela.cashier k ON k.merchant_id = m.merchant_id AND k.cashier_id = m.signed_up_cashier
            WHERE m.merchant_id = ? AND m.member_id = ?
            """)) {
      s.setLong(1, merchantId);
      s.setLong(2, memberId);
      try (ResultSet r = s.executeQuery()) {
        return r.next()
            ? new SignedUp(r.getString(1), r.getString(2), r.getString(3), r.getString(4))
            : null;
      }
    }
  }
}
