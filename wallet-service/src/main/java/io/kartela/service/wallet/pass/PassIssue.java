package io.kartela.service.wallet.pass;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Collection;

/** Writes new cards; who has a living one keeps it. */
final class PassIssue {
  private final PassNames names = new PassNames();

  void all(Connection c, long merchantId, Collection<Long> memberIds, OffsetDateTime now)
      throws SQLException {
    String sql =
        """
        INSERT INTO kartela.pass (merchant_id, member_id, serial, token, auth_token, modified_at, created_at)
        VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (merchant_id, member_id) WHERE voided_at IS NULL DO NOTHING
        """;
    try (PreparedStatement s = c.prepareStatement(sql)) {
      for (long memberId : memberIds) {
        s.setLong(1, merchantId);
        s.setLong(2, memberId);
        s.setString(3, names.next(merchantId));
        s.setString(4, names.next(merchantId));
        s.setString(5, names.random());
        s.setObject(6, now.truncatedTo(ChronoUnit.SECONDS));
        s.setObject(7, now);
        s.addBatch();
      }
      s.executeBatch();
    }
  }
}
