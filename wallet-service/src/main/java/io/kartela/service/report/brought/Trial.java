package io.kartela.service.report.brought;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How a campaign is judged, as it was decided when it began.
 *
 * @param from when its recipients were fixed: for both arms
 * @param outcome the version of {@link Outcome}
 */
record Trial(
    long merchantId, long campaignId, Instant from, int days, int percent, int outcome, int total) {
  static Optional<Trial> of(Connection c, long merchantId, long campaignId) throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            """
            SELECT created_at, window_days, hold_out_percent, outcome, total FROM kartela.campaign
            WHERE merchant_id = ? AND campaign_id = ?
            """)) {
      s.setLong(1, merchantId);
      s.setLong(2, campaignId);
      try (ResultSet r = s.executeQuery()) {
        return r.next()
            ? Optional.of(
                new Trial(
                    merchantId,
                    campaignId,
                    r.getTimestamp(1).toInstant(),
                    r.getInt(2),
                    r.getInt(3),
                    r.getInt(4),
                    r.getInt(5)))
            : Optional.empty();
      }
    }
  }

  /** The first moment that is not counted any more. */
  Instant until() {
    return from.plus(Duration.ofDays(days));
  }

  boolean ended(Instant now) {
    return !now.isBefore(until());
  }

  /** Whole days that are begun count as whole. */
  int daysLeft(Instant now) {
    Duration left = Duration.between(now, until());
    return ended(now) ? 0 : (int) left.plusDays(1).minusNanos(1).toDays();
  }
}
