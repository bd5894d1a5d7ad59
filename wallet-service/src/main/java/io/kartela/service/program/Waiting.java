package io.kartela.service.program;

import io.kartela.service.platform.http.Problem;
import io.kartela.service.platform.http.ProblemCode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A program that comes into force at a chosen moment; a shop has one at most.
 *
 * @param at from this moment on receipts are judged by it
 * @param name of the draft it was
 * @param document sound, as it will be published
 * @param basedOn the version it was made from
 * @param author who chose the moment
 */
record Waiting(
    Instant at, String name, String document, int basedOn, String author, Instant plannedAt) {
  private static final String COLUMNS = " at, name, document, based_on, author, planned_at";

  static @Nullable Waiting of(Connection c, long merchantId) throws SQLException {
    return one(
        c,
        "SELECT" + COLUMNS + " FROM kartela.program_waiting WHERE merchant_id = ?",
        merchantId,
        null);
  }

  /** Takes away one whose moment has come. Of several who ask, one gets it. */
  static @Nullable Waiting takeDue(Connection c, long merchantId, Instant now) throws SQLException {
    return one(
        c,
        "DELETE FROM kartela.program_waiting WHERE merchant_id = ? AND at <= ? RETURNING" + COLUMNS,
        merchantId,
        now);
  }

  /**
   * Takes away the one there is.
   *
   * @throws Problem PROGRAM_NOT_WAITING
   */
  static Waiting take(Connection c, long merchantId) throws SQLException {
    Waiting taken =
        one(
            c,
            "DELETE FROM kartela.program_waiting WHERE merchant_id = ? RETURNING" + COLUMNS,
            merchantId,
            null);
    if (taken == null) {
      throw new Problem(ProblemCode.PROGRAM_NOT_WAITING);
    }
    return taken;
  }

  private static @Nullable Waiting one(
      Connection c, String sql, long merchantId, @Nullable Instant now) throws SQLException {
    try (PreparedStatement s = c.prepareStatement(sql)) {
      s.setLong(1, merchantId);
      if (now != null) {
        s.setTimestamp(2, Timestamp.from(now));
      }
      try (ResultSet r = s.executeQuery()) {
        return r.next()
            ? new Waiting(
                r.getTimestamp(1).toInstant(),
                r.getString(2),
                r.getString(3),
                r.getInt(4),
                r.getString(5),
                r.getTimestamp(6).toInstant())
            : null;
      }
    }
  }

  void put(Connection c, long merchantId) throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            """
            INSERT INTO kartela.program_waiting (merchant_id, at, name, document, based_on, author, planned_at)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            """)) {
      s.setLong(1, merchantId);
      s.setTimestamp(2, Timestamp.from(at));
      s.setString(3, name);
      s.setString(4, document);
      s.setInt(5, basedOn);
      s.setString(6, author);
      s.setTimestamp(7, Timestamp.from(plannedAt));
      s.executeUpdate();
    }
  }
}
