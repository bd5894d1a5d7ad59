package io.kartela.service.account;

import io.kartela.service.platform.http.Problem;
import io.kartela.service.platform.http.ProblemCode;
import io.kartela.service.shop.staff.AccessRules;
import io.kartela.service.shop.staff.Role;
import io.kartela.service.shop.staff.StaffPrincipal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;

/** How much one of support moves by hand in a day; what was moved stands in the audit. */
final class Allowance {
  private static final Duration DAY = Duration.ofHours(24);

  private Allowance() {}

  /**
   * A problem when this is more than is left; their other bookings wait until this one is done.
   *
   * @param amount minor units; taking away counts as much as giving
   */
  static void require(Connection c, StaffPrincipal staff, long amount, Instant now)
      throws SQLException {
    if (staff.role() != Role.SUPPORT) {
      return;
    }
    lock(c, staff);
    long left =
        AccessRules.of(c, staff.merchantId()).supportDailyMost() - moved(c, staff, now.minus(DAY));
    if (Math.abs(amount) > left) {
      throw new Problem(ProblemCode.ALLOWANCE_SPENT, Amounts.text(Math.max(0, left)));
    }
  }

  private static void lock(Connection c, StaffPrincipal staff) throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            "SELECT FROM kartela.staff WHERE merchant_id = ? AND staff_id = ? FOR NO KEY UPDATE")) {
      s.setLong(1, staff.merchantId());
      s.setLong(2, staff.staffId());
      s.execute();
    }
  }

  private static long moved(Connection c, StaffPrincipal staff, Instant since) throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            """
            SELECT coalesce(sum(abs((detail ->> 'amount')::bigint)), 0) FROM kartela.audit
            WHERE merchant_id = ? AND author = ? AND at > ? AND action = 'BALANCE_ADJUSTED'
            """)) {
      s.setLong(1, staff.merchantId());
      s.setString(2, staff.email());
      s.setTimestamp(3, Timestamp.from(since));
      try (ResultSet r = s.executeQuery()) {
        r.next();
        return r.getLong(1);
      }
    }
  }
}
