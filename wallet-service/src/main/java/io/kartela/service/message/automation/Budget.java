package io.kartela.service.message.automation;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What an automation may still spend in the month, gifts and messages together. In the merchant's
 * transaction, in which nobody else spends of it then. Stateless.
 */
final class Budget {
  /** Why somebody is told nothing: the month's money is spent. */
  static final String SPENT = "BUDGET";

  private static final String MONTH =
      "(SELECT date_trunc('month', ? AT TIME ZONE k.zone)::date FROM kartela.merchant k WHERE"
          + " k.merchant_id = ?)";

  private Budget() {}

  /** What is left; held until the transaction ends when there is a budget. */
  static long left(
      Connection c, long merchantId, long automationId, @Nullable Long budget, Instant now)
      throws SQLException {
    if (budget == null) {
      return Long.MAX_VALUE;
    }
    return Math.max(0, budget - spend(c, merchantId, automationId, 0, now));
  }

  /** Spends it; all that is spent in the month now. */
  static long spend(Connection c, long merchantId, long automationId, long amount, Instant now)
      throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            "INSERT INTO kartela.automation_month AS m (merchant_id, automation_id, month, spent)"
                + " VALUES (?, ?, "
                + MONTH
                + ", ?) ON CONFLICT (merchant_id, automation_id, month) DO UPDATE SET spent ="
                + " m.spent + excluded.spent RETURNING spent")) {
      s.setLong(1, merchantId);
      s.setLong(2, automationId);
      s.setTimestamp(3, Timestamp.from(now));
      s.setLong(4, merchantId);
      s.setLong(5, amount);
      try (ResultSet r = s.executeQuery()) {
        r.next();
        return r.getLong(1);
      }
    }
  }

  /** A message leaves beside the card for so much, if the month has it; minus what came back. */
  static boolean message(Connection c, long merchantId, long messageId, long cost, Instant now)
      throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            """
            SELECT a.automation_id, a.budget FROM kartela.automation_message m
            JOIN kartela.automation a ON a.merchant_id = m.merchant_id AND a.automation_id = m.automation_id
            WHERE m.merchant_id = ? AND m.message_id = ?
            """)) {
      s.setLong(1, merchantId);
      s.setLong(2, messageId);
      try (ResultSet r = s.executeQuery()) {
        if (!r.next()) {
          return true;
        }
        Long budget = r.getObject(2, Long.class);
        if (cost > 0 && left(c, merchantId, r.getLong(1), budget, now) < cost) {
          return false;
        }
        long _ = spend(c, merchantId, r.getLong(1), cost, now);
      }
    }
    try (PreparedStatement s =
        c.prepareStatement(
            "UPDATE kartela.automation_message SET cost = cost + ? WHERE merchant_id = ? AND"
                + " message_id = ?")) {
      s.setLong(1, cost);
      s.setLong(2, merchantId);
      s.setLong(3, messageId);
      s.executeUpdate();
    }
    return true;
  }
}
