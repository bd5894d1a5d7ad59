package io.kartela.service.member.referral;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What one inviter is owed for one receipt, and what was booked of it; see the table.
 *
 * @param accountId in which it was booked; 0: not yet
 */
record Reward(
    long receiptId,
    int level,
    long inviterId,
    int program,
    Instant at,
    Instant earnedAt,
    Amounts amounts,
    @Nullable Instant returnedAt,
    long accountId,
    long lotId) {
  static final String COLUMNS =
      "receipt_id, level, inviter_id, program_number, at, earned_at, kept, given, taken,"
          + " settled_at IS NOT NULL, returned_at, coalesce(account_id, 0), coalesce(lot_id, 0)";

  /** Kopecks; {@code settled}: it was decided what is given. */
  record Amounts(long kept, long given, long taken, boolean settled) {
    /** What is to be taken back now. */
    long excess() {
      return Math.max(0, given - taken - Math.min(given, kept));
    }
  }

  static Reward read(ResultSet r) throws SQLException {
    Timestamp returned = r.getTimestamp(11);
    return new Reward(
        r.getLong(1),
        r.getInt(2),
        r.getLong(3),
        r.getInt(4),
        r.getTimestamp(5).toInstant(),
        r.getTimestamp(6).toInstant(),
        new Amounts(r.getLong(7), r.getLong(8), r.getLong(9), r.getBoolean(10)),
        returned == null ? null : returned.toInstant(),
        r.getLong(12),
        r.getLong(13));
  }
}
