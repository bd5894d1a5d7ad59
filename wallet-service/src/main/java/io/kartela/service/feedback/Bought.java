package io.kartela.service.feedback;

import io.kartela.service.platform.http.Lang;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A purchase that somebody may be asked about. */
record Bought(long receiptId, long memberId, Lang lang) {
  /** Of one that a till brings later than this nobody wants to be asked. */
  private static final Duration LATE = Duration.ofDays(1);

  /** Some whose hour has come and of which nothing was decided, in the order of their numbers. */
  static List<Bought> due(
      Connection c, long merchantId, ReviewSettings settings, long after, int most, Instant now)
      throws SQLException {
    Instant upTo = now.minus(settings.plan().after());
    Instant again = settings.lookedAt().minus(settings.plan().after()).minus(LATE);
    Instant from = again.isBefore(settings.since()) ? settings.since() : again;
    try (PreparedStatement s =
        c.prepareStatement(
            """
            SELECT r.receipt_id, r.member_id, m.locale FROM kartela.receipt r
            JOIN kartela.member m ON m.merchant_id = r.merchant_id AND m.member_id = r.member_id
            WHERE r.merchant_id = ? AND r.at >= ? AND r.at <= ? AND r.receipt_id > ? AND NOT r.undone
                AND r.net - r.returned >= ? AND NOT EXISTS (SELECT FROM kartela.review_message a
                    WHERE a.merchant_id = r.merchant_id AND a.receipt_id = r.receipt_id AND a.kind = 'ASK')
            ORDER BY r.receipt_id LIMIT ?
            """)) {
      s.setLong(1, merchantId);
      s.setTimestamp(2, Timestamp.from(from));
      s.setTimestamp(3, Timestamp.from(upTo));
      s.setLong(4, after);
      s.setLong(5, settings.plan().least());
      s.setInt(6, most);
      List<Bought> due = new ArrayList<>();
      try (ResultSet r = s.executeQuery()) {
        while (r.next()) {
          due.add(new Bought(r.getLong(1), r.getLong(2), Lang.of(r.getString(3))));
        }
      }
      return due;
    }
  }

  /** Of these members those who were asked not long ago. */
  static Set<Long> asked(
      Connection c, long merchantId, List<Long> members, int everyDays, Instant now)
      throws SQLException {
    Set<Long> asked = new HashSet<>();
    if (everyDays == 0) {
      return asked;
    }
    try (PreparedStatement s =
        c.prepareStatement(
            """
            SELECT DISTINCT member_id FROM kartela.review_message WHERE merchant_id = ? AND member_id = ANY (?)
                AND at > ? AND kind = 'ASK' AND outcome IS DISTINCT FROM 'SKIPPED'
            """)) {
      s.setLong(1, merchantId);
      s.setArray(2, c.createArrayOf("bigint", members.toArray()));
      s.setTimestamp(3, Timestamp.from(now.minus(Duration.ofDays(everyDays))));
      try (ResultSet r = s.executeQuery()) {
        while (r.next()) {
          asked.add(r.getLong(1));
        }
      }
    }
    return asked;
  }
}
