package io.kartela.service.message.proof;

import io.kartela.service.platform.http.Tokens;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;

/**
 * From which phones a call is waited for. A call does not say which attempt it is for: if two
 * waited at once, a stranger's would be proven by the owner's own call. In the caller's
 * transaction. Stateless.
 */
final class AwaitedCalls {
  private AwaitedCalls() {}

  /** Waits for this phone; false: somebody does already. */
  static boolean take(Connection c, String phone, Instant now, Instant until) throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            """
            INSERT INTO kartela.call_awaited AS a (phone, until) VALUES (?, ?)
            ON CONFLICT (phone) DO UPDATE SET until = excluded.until WHERE a.until <= ?
            """)) {
      s.setBytes(1, Tokens.sha256(phone));
      s.setTimestamp(2, Timestamp.from(until));
      s.setTimestamp(3, Timestamp.from(now));
      if (s.executeUpdate() != 1) {
        return false;
      }
    }
    try (PreparedStatement s =
        c.prepareStatement(
            """
            DELETE FROM kartela.call_awaited WHERE phone IN
                (SELECT phone FROM kartela.call_awaited WHERE until <= ? LIMIT 20 FOR UPDATE SKIP LOCKED)
            """)) {
      s.setTimestamp(1, Timestamp.from(now));
      s.executeUpdate();
    }
    return true;
  }

  /** The call came, or the vendor does not wait for it. */
  static void release(Connection c, String phone) throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement("DELETE FROM kartela.call_awaited WHERE phone = ?")) {
      s.setBytes(1, Tokens.sha256(phone));
      s.executeUpdate();
    }
  }
}
