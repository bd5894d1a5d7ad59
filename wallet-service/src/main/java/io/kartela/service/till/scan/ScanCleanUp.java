package io.kartela.service.till.scan;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;

/** Forgets what scans left behind when its time is over. Stateless. */
public final class ScanCleanUp {
  public static final int BATCH = 5_000;
  private static final Duration KEEP = Duration.ofDays(30);
  private static final Duration KEEP_CODES = Duration.ofDays(1);

  private ScanCleanUp() {}

  /** Deletes at most a batch of each kind; the largest number deleted. */
  public static int run(Connection c, long merchantId, Instant now) throws SQLException {
    int scans =
        delete(
            c,
            """
            DELETE FROM kartela.scan WHERE merchant_id = ? AND scan_id IN
                (SELECT scan_id FROM kartela.scan WHERE merchant_id = ? AND at < ? ORDER BY at LIMIT ?)
            """,
            merchantId,
            now.minus(KEEP));
    int reads =
        delete(
            c,
            """
            DELETE FROM kartela.used_read WHERE merchant_id = ? AND read_hash IN
                (SELECT read_hash FROM kartela.used_read WHERE merchant_id = ? AND expires_at < ?
                 ORDER BY expires_at LIMIT ?)
            """,
            merchantId,
            now);
    int codes =
        delete(
            c,
            """
            DELETE FROM kartela.spend_code WHERE merchant_id = ? AND (member_id, register_id) IN
                (SELECT member_id, register_id FROM kartela.spend_code WHERE merchant_id = ? AND expires_at < ?
                 ORDER BY expires_at LIMIT ?)
            """,
            merchantId,
            now.minus(KEEP_CODES));
    int searches =
        delete(
            c,
            """
            DELETE FROM kartela.member_search WHERE merchant_id = ? AND search_id IN
                (SELECT search_id FROM kartela.member_search WHERE merchant_id = ? AND at < ? ORDER BY at LIMIT ?)
            """,
            merchantId,
            now.minus(KEEP_CODES));
    return Math.max(Math.max(scans, searches), Math.max(reads, codes));
  }

  private static int delete(Connection c, String sql, long merchantId, Instant before)
      throws SQLException {
    try (PreparedStatement s = c.prepareStatement(sql)) {
      s.setLong(1, merchantId);
      s.setLong(2, merchantId);
      s.setTimestamp(3, Timestamp.from(before));
      s.setInt(4, BATCH);
      return s.executeUpdate();
    }
  }
}
