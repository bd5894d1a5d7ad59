package io.kartela.service.till.nfc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;

/** Reads that count once. Works in the caller's transaction. Stateless. */
public final class UsedReads {
  /**
   * Whether this is the first time, or the same use again; of two at once one waits for the other
   * and loses.
   */
  public boolean first(Connection c, long merchantId, byte[] hash, String use, Instant expiresAt)
      throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            """
            INSERT INTO kartela.used_read AS u (merchant_id, read_hash, used_by, expires_at) VALUES (?, ?, ?, ?)
            ON CONFLICT (merchant_id, read_hash) DO UPDATE SET expires_at = excluded.expires_at
                WHERE u.used_by = excluded.used_by
            """)) {
      s.setLong(1, merchantId);
      s.setBytes(2, hash);
      s.setString(3, use);
      s.setTimestamp(4, Timestamp.from(expiresAt));
      return s.executeUpdate() == 1;
    }
  }
}
