package io.kartela.service.message.campaign;

import io.kartela.service.message.campaign.Draft.Content;
import io.kartela.service.platform.http.Http;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Campaigns of a shop that have not begun. In the merchant's transaction. Stateless. */
final class DraftStore {
  private static final String SELECT =
      """
      SELECT draft_id, content, plan, next_at, next_on, failed_why, revision, updated_by, updated_at
      FROM kartela.campaign_draft WHERE merchant_id = ?
      """;

  private static final String ONE = " WHERE merchant_id = ? AND draft_id = ?";

  private DraftStore() {}

  /** What is planned first, then drafts, the latest first. */
  static List<Draft> all(Connection c, long merchantId) throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(SELECT + " ORDER BY next_at NULLS LAST, updated_at DESC, draft_id")) {
      s.setLong(1, merchantId);
      List<Draft> all = new ArrayList<>();
      try (ResultSet r = s.executeQuery()) {
        while (r.next()) {
          all.add(read(r));
        }
      }
      return all;
    }
  }

  /**
   * One of them.
   *
   * @param lock how it is held until the transaction ends
   */
  static Optional<Draft> one(Connection c, long merchantId, long id, String lock)
      throws SQLException {
    try (PreparedStatement s = c.prepareStatement(SELECT + " AND draft_id = ? " + lock)) {
      s.setLong(1, merchantId);
      s.setLong(2, id);
      try (ResultSet r = s.executeQuery()) {
        return r.next() ? Optional.of(read(r)) : Optional.empty();
      }
    }
  }

  private static Draft read(ResultSet r) throws SQLException {
    Timestamp next = r.getTimestamp(4);
    return new Draft(
        r.getLong(1),
        new Content(
            Http.JSON.readValue(r.getString(2), CampaignRequest.class),
            Http.JSON.readValue(r.getString(3), When.Request.class)),
        next == null ? null : new When.Run(r.getObject(5, LocalDate.class), next.toInstant()),
        r.getString(6),
        r.getInt(7),
        r.getString(8),
        r.getTimestamp(9).toInstant());
  }

  static void add(Connection c, long merchantId, long id, Content content, String by, Instant now)
      throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            """
            INSERT INTO kartela.campaign_draft (content, plan, updated_by, updated_at, merchant_id, draft_id, state)
            VALUES (?::jsonb, ?::jsonb, ?, ?, ?, ?, 'DRAFT')
            """)) {
      bind(s, content, by, now);
      s.setLong(5, merchantId);
      s.setLong(6, id);
      s.executeUpdate();
    }
  }

  static void change(
      Connection c, long merchantId, long id, Content content, String by, Instant now)
      throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            "UPDATE kartela.campaign_draft SET content = ?::jsonb, plan = ?::jsonb, updated_by ="
                + " ?, updated_at = ?, failed_why = NULL, revision = revision + 1"
                + ONE)) {
      bind(s, content, by, now);
      s.setLong(5, merchantId);
      s.setLong(6, id);
      s.executeUpdate();
    }
  }

  private static void bind(PreparedStatement s, Content content, String by, Instant now)
      throws SQLException {
    s.setString(1, Http.JSON.writeValueAsString(content.campaign()));
    s.setString(2, Http.JSON.writeValueAsString(content.when()));
    s.setString(3, by);
    s.setTimestamp(4, Timestamp.from(now));
  }

  /** It begins then. */
  static void plan(
      Connection c, long merchantId, Draft draft, @Nullable Long segmentId, String by, When.Run run)
      throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            "UPDATE kartela.campaign_draft SET state = 'PLANNED', segment_id = ?, next_at = ?,"
                + " next_on = ?, updated_by = ?, failed_why = NULL, revision = revision + 1"
                + ONE)) {
      s.setObject(1, segmentId, Types.BIGINT);
      s.setTimestamp(2, Timestamp.from(run.at()));
      s.setObject(3, run.on());
      s.setString(4, by);
      s.setLong(5, merchantId);
      s.setLong(6, draft.id());
      s.executeUpdate();
    }
  }

  /** The run after one that is over; nobody changed it thereby. */
  static void next(Connection c, long merchantId, long id, When.Run run) throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement("UPDATE kartela.campaign_draft SET next_at = ?, next_on = ?" + ONE)) {
      s.setTimestamp(1, Timestamp.from(run.at()));
      s.setObject(2, run.on());
      s.setLong(3, merchantId);
      s.setLong(4, id);
      s.executeUpdate();
    }
  }

  /**
   * It is a draft again.
   *
   * @param why null: somebody called it off
   */
  static void unplan(Connection c, long merchantId, long id, @Nullable String why)
      throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            "UPDATE kartela.campaign_draft SET state = 'DRAFT', segment_id = NULL, next_at = NULL,"
                + " next_on = NULL, failed_why = ?, revision = revision + 1"
                + ONE)) {
      s.setString(1, why);
      s.setLong(2, merchantId);
      s.setLong(3, id);
      s.executeUpdate();
    }
  }

  static void delete(Connection c, long merchantId, long id) throws SQLException {
    try (PreparedStatement s = c.prepareStatement("DELETE FROM kartela.campaign_draft" + ONE)) {
      s.setLong(1, merchantId);
      s.setLong(2, id);
      s.executeUpdate();
    }
  }

  /** Whether one that is planned is for this segment. */
  static boolean plans(Connection c, long merchantId, long segmentId) throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            "SELECT 1 FROM kartela.campaign_draft WHERE merchant_id = ? AND segment_id = ? AND"
                + " state = 'PLANNED' LIMIT 1")) {
      s.setLong(1, merchantId);
      s.setLong(2, segmentId);
      try (ResultSet r = s.executeQuery()) {
        return r.next();
      }
    }
  }
}
