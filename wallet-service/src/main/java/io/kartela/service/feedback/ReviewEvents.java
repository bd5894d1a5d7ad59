package io.kartela.service.feedback;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What was done with reviews. In the merchant's transaction. Stateless. */
final class ReviewEvents {
  private ReviewEvents() {}

  /**
   * One of them, as the cabinet shows it.
   *
   * @param by empty: the member, or the service
   * @param words of an answer
   * @param outcome of an answer; null: on its way
   */
  record View(
      Instant at,
      String kind,
      String by,
      String detail,
      @Nullable String words,
      @Nullable String outcome,
      @Nullable String reason) {}

  static void add(
      Connection c,
      long merchantId,
      long id,
      long reviewId,
      String kind,
      String by,
      String detail,
      Instant now)
      throws SQLException {
    add(c, merchantId, id, reviewId, new What(kind, by, detail, null), now);
  }

  /**
   * What is written down.
   *
   * @param messageId of an answer
   */
  record What(String kind, String by, String detail, @Nullable Long messageId) {}

  static void add(Connection c, long merchantId, long id, long reviewId, What what, Instant now)
      throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            """
            INSERT INTO kartela.review_event (merchant_id, event_id, review_id, at, kind, by_name, detail, message_id)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            """)) {
      s.setLong(1, merchantId);
      s.setLong(2, id);
      s.setLong(3, reviewId);
      s.setTimestamp(4, Timestamp.from(now));
      s.setString(5, what.kind);
      s.setString(6, what.by);
      s.setString(7, what.detail);
      s.setObject(8, what.messageId, Types.BIGINT);
      s.executeUpdate();
    }
  }

  static List<View> of(Connection c, long merchantId, long reviewId) throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            """
            SELECT e.at, e.kind, e.by_name, e.detail, m.words, m.outcome, m.reason FROM kartela.review_event e
            LEFT JOIN kartela.review_message m ON m.merchant_id = e.merchant_id AND m.message_id = e.message_id
            WHERE e.merchant_id = ? AND e.review_id = ? ORDER BY e.event_id LIMIT 200
            """)) {
      s.setLong(1, merchantId);
      s.setLong(2, reviewId);
      List<View> all = new ArrayList<>();
      try (ResultSet r = s.executeQuery()) {
        while (r.next()) {
          all.add(
              new View(
                  r.getTimestamp(1).toInstant(),
                  r.getString(2),
                  r.getString(3),
                  r.getString(4),
                  r.getString(5),
                  r.getString(6),
                  r.getString(7)));
        }
      }
      return all;
    }
  }
}
