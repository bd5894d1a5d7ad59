package io.kartela.service.feedback;

import io.kartela.service.platform.http.Http;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;

/**
 * A shop's plan with its state. In the merchant's transaction.
 *
 * @param since when it was switched on last
 * @param lookedAt up to when it was looked who is to be asked
 */
record ReviewSettings(
    boolean active,
    Instant since,
    Instant lookedAt,
    ReviewPlan plan,
    int revision,
    String updatedBy) {

  static Optional<ReviewSettings> of(Connection c, long merchantId, String lock)
      throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            "SELECT active, since, looked_at, plan, revision, updated_by FROM"
                + " kartela.review_settings WHERE merchant_id = ? "
                + lock)) {
      s.setLong(1, merchantId);
      try (ResultSet r = s.executeQuery()) {
        if (!r.next()) {
          return Optional.empty();
        }
        return Optional.of(
            new ReviewSettings(
                r.getBoolean(1),
                r.getTimestamp(2).toInstant(),
                r.getTimestamp(3).toInstant(),
                Http.JSON.readValue(r.getString(4), ReviewPlan.class),
                r.getInt(5),
                r.getString(6)));
      }
    }
  }

  /** What was bought while it was off is not asked about afterwards. */
  static void keep(
      Connection c, long merchantId, boolean active, ReviewPlan plan, String by, Instant now)
      throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            """
            INSERT INTO kartela.review_settings AS r (merchant_id, active, since, looked_at, plan, updated_by, updated_at)
            VALUES (?, ?, ?, ?, ?::jsonb, ?, ?)
            ON CONFLICT (merchant_id) DO UPDATE SET active = excluded.active, plan = excluded.plan,
                since = CASE WHEN excluded.active AND NOT r.active THEN excluded.since ELSE r.since END,
                looked_at = CASE WHEN excluded.active AND NOT r.active THEN excluded.since ELSE r.looked_at END,
                revision = r.revision + 1, updated_by = excluded.updated_by, updated_at = excluded.updated_at
            """)) {
      Timestamp at = Timestamp.from(now);
      s.setLong(1, merchantId);
      s.setBoolean(2, active);
      s.setTimestamp(3, at);
      s.setTimestamp(4, at);
      s.setString(5, Http.JSON.writeValueAsString(plan));
      s.setString(6, by);
      s.setTimestamp(7, at);
      s.executeUpdate();
    }
  }

  /** All that was due then is decided, unless it was switched on anew meanwhile. */
  void looked(Connection c, long merchantId, Instant upTo) throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            "UPDATE kartela.review_settings SET looked_at = ? WHERE merchant_id = ? AND since ="
                + " ?")) {
      s.setTimestamp(1, Timestamp.from(upTo));
      s.setLong(2, merchantId);
      s.setTimestamp(3, Timestamp.from(since));
      s.executeUpdate();
    }
  }
}
