package io.kartela.service.member.bulk;

import io.kartela.service.member.bulk.BulkJob.Outcome;
import io.kartela.service.member.bulk.BulkJob.State;
import io.kartela.service.platform.http.Http;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Jobs and their rows in the database, in the caller's transaction. Stateless. */
final class BulkStore {
  private static final String JOBS =
      """
      SELECT job_id, kind, tag, amount, expires_at, reason, state, author, started_at, finished_at, outcomes
      FROM kartela.bulk_job WHERE merchant_id = ?
      """;

  private BulkStore() {}

  /** A request that is carried out once. */
  record Request(String key, String hash) {}

  /** A member of a job whose turn it is. */
  record Row(long memberId, @Nullable Long lotId) {}

  /**
   * A member that was not changed, or not back.
   *
   * @param code why
   */
  record Sick(long memberId, String name, Outcome outcome, String code) {}

  /** The job that came of this key; the hash tells whether it was the same request. */
  static Optional<Map.Entry<Long, String>> earlier(Connection c, long merchantId, String key)
      throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            "SELECT job_id, request_hash FROM kartela.bulk_job WHERE merchant_id = ? AND"
                + " request_key = ?")) {
      s.setLong(1, merchantId);
      s.setString(2, key);
      try (ResultSet r = s.executeQuery()) {
        return r.next() ? Optional.of(Map.entry(r.getLong(1), r.getString(2))) : Optional.empty();
      }
    }
  }

  static void insert(Connection c, long merchantId, BulkJob job, Request request, long[] members)
      throws SQLException {
    BulkAction action = job.action();
    try (PreparedStatement s =
        c.prepareStatement(
            """
            INSERT INTO kartela.bulk_job (merchant_id, job_id, kind, tag, amount, expires_at, reason, state, total, author,
                request_key, request_hash, started_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, 'RUNNING', ?, ?, ?, ?, ?)
            """)) {
      s.setLong(1, merchantId);
      s.setLong(2, job.id());
      s.setString(3, action.kind().name());
      s.setString(4, action.tag());
      s.setLong(5, action.amount());
      Instant expires = action.expires();
      s.setTimestamp(6, expires == null ? null : Timestamp.from(expires));
      s.setString(7, action.reason());
      s.setInt(8, members.length);
      s.setString(9, job.author());
      s.setString(10, request.key);
      s.setString(11, request.hash);
      s.setTimestamp(12, Timestamp.from(job.startedAt()));
      s.executeUpdate();
    }
    try (PreparedStatement s =
        c.prepareStatement(
            "INSERT INTO kartela.bulk_row (merchant_id, job_id, member_id) SELECT ?, ?, id FROM"
                + " unnest(?::bigint[]) AS one (id) ORDER BY id")) {
      s.setLong(1, merchantId);
      s.setLong(2, job.id());
      s.setArray(3, c.createArrayOf("bigint", Arrays.stream(members).boxed().toArray()));
      s.executeUpdate();
    }
  }

  static Optional<BulkJob> find(Connection c, long merchantId, long jobId, boolean hold)
      throws SQLException {
    return one(c, merchantId, jobId, hold ? " FOR UPDATE" : "", true);
  }

  /** The same without its outcomes: they are not counted for every part of a job. */
  static Optional<BulkJob> bare(Connection c, long merchantId, long jobId) throws SQLException {
    return one(c, merchantId, jobId, "", false);
  }

  private static Optional<BulkJob> one(
      Connection c, long merchantId, long jobId, String lock, boolean counted) throws SQLException {
    try (PreparedStatement s = c.prepareStatement(JOBS + " AND job_id = ?" + lock)) {
      s.setLong(1, merchantId);
      s.setLong(2, jobId);
      return read(c, merchantId, s, counted).stream().findFirst();
    }
  }

  static List<BulkJob> newest(Connection c, long merchantId, int most) throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(JOBS + " ORDER BY started_at DESC, job_id DESC LIMIT ?")) {
      s.setLong(1, merchantId);
      s.setInt(2, most);
      return read(c, merchantId, s, true);
    }
  }

  private static List<BulkJob> read(
      Connection c, long merchantId, PreparedStatement s, boolean counted) throws SQLException {
    List<BulkJob> jobs = new ArrayList<>();
    try (ResultSet r = s.executeQuery()) {
      while (r.next()) {
        Timestamp expires = r.getTimestamp(5);
        Timestamp finished = r.getTimestamp(10);
        BulkAction action =
            new BulkAction(
                BulkAction.Kind.valueOf(r.getString(2)),
                r.getString(3),
                r.getLong(4),
                expires == null ? null : expires.toInstant(),
                r.getString(6));
        jobs.add(
            new BulkJob(
                r.getLong(1),
                action,
                State.valueOf(r.getString(7)),
                counted ? outcomes(c, merchantId, r) : Map.of(),
                r.getString(8),
                r.getTimestamp(9).toInstant(),
                finished == null ? null : finished.toInstant()));
      }
    }
    return jobs;
  }

  /** As they were written when the job ended, or as they are now. */
  private static Map<Outcome, Long> outcomes(Connection c, long merchantId, ResultSet job)
      throws SQLException {
    String kept = job.getString(11);
    if (kept == null) {
      return outcomes(c, merchantId, job.getLong(1));
    }
    Map<Outcome, Long> counts = new EnumMap<>(Outcome.class);
    Http.JSON
        .readTree(kept)
        .forEachEntry((name, count) -> counts.put(Outcome.valueOf(name), count.asLong()));
    return counts;
  }

  /** Counted off the index: no row of a job is written by all its workers. */
  private static Map<Outcome, Long> outcomes(Connection c, long merchantId, long jobId)
      throws SQLException {
    Map<Outcome, Long> counts = new EnumMap<>(Outcome.class);
    try (PreparedStatement s =
        c.prepareStatement(
            "SELECT outcome, count(*) FROM kartela.bulk_row WHERE merchant_id = ? AND job_id = ?"
                + " GROUP BY outcome")) {
      s.setLong(1, merchantId);
      s.setLong(2, jobId);
      try (ResultSet r = s.executeQuery()) {
        while (r.next()) {
          counts.put(Outcome.valueOf(r.getString(1)), r.getLong(2));
        }
      }
    }
    return counts;
  }

  static List<Sick> sick(Connection c, long merchantId, long jobId, int most) throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            """
            SELECT b.member_id, coalesce(m.name, ''), b.outcome, coalesce(b.code, '') FROM kartela.bulk_row b
            LEFT JOIN kartela.member m USING (merchant_id, member_id)
            WHERE b.merchant_id = ? AND b.job_id = ? AND b.outcome IN ('FAILED', 'KEPT') ORDER BY b.member_id LIMIT ?
            """)) {
      s.setLong(1, merchantId);
      s.setLong(2, jobId);
      s.setInt(3, most);
      List<Sick> sick = new ArrayList<>();
      try (ResultSet r = s.executeQuery()) {
        while (r.next()) {
          sick.add(
              new Sick(
                  r.getLong(1), r.getString(2), Outcome.valueOf(r.getString(3)), r.getString(4)));
        }
      }
      return sick;
    }
  }

  /** The next rows of that kind, nobody else's until the transaction ends. */
  static List<Row> claim(Connection c, long merchantId, long jobId, Outcome of, int most)
      throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            """
            SELECT member_id, lot_id FROM kartela.bulk_row
            WHERE merchant_id = ? AND job_id = ? AND outcome = ? ORDER BY member_id LIMIT ? FOR UPDATE SKIP LOCKED
            """)) {
      s.setLong(1, merchantId);
      s.setLong(2, jobId);
      s.setString(3, of.name());
      s.setInt(4, most);
      List<Row> rows = new ArrayList<>();
      try (ResultSet r = s.executeQuery()) {
        while (r.next()) {
          rows.add(new Row(r.getLong(1), r.getObject(2, Long.class)));
        }
      }
      return rows;
    }
  }

  static void came(
      Connection c, long merchantId, long jobId, Row row, Outcome to, @Nullable String code)
      throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            "UPDATE kartela.bulk_row SET outcome = ?, code = ?, lot_id = ? WHERE merchant_id = ?"
                + " AND job_id = ? AND member_id = ?")) {
      s.setString(1, to.name());
      s.setString(2, code);
      s.setObject(3, row.lotId, java.sql.Types.BIGINT);
      s.setLong(4, merchantId);
      s.setLong(5, jobId);
      s.setLong(6, row.memberId);
      s.executeUpdate();
    }
  }

  /** Moves a job on; null: it is not finished. */
  static void move(Connection c, long merchantId, long jobId, State to, @Nullable Instant finished)
      throws SQLException {
    String counts =
        finished == null ? null : Http.JSON.writeValueAsString(outcomes(c, merchantId, jobId));
    try (PreparedStatement s =
        c.prepareStatement(
            "UPDATE kartela.bulk_job SET state = ?, finished_at = ?, outcomes = ?::json WHERE"
                + " merchant_id = ? AND job_id = ?")) {
      s.setString(1, to.name());
      s.setTimestamp(2, finished == null ? null : Timestamp.from(finished));
      s.setString(3, counts);
      s.setLong(4, merchantId);
      s.setLong(5, jobId);
      s.executeUpdate();
    }
  }

  /** Forgets one job that ended before; false: there is none. */
  static boolean forget(Connection c, long merchantId, Instant before) throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            """
            WITH old AS (DELETE FROM kartela.bulk_job WHERE merchant_id = ? AND job_id = (
                SELECT job_id FROM kartela.bulk_job WHERE merchant_id = ? AND finished_at < ? LIMIT 1) RETURNING job_id),
            rows AS (DELETE FROM kartela.bulk_row WHERE merchant_id = ? AND job_id IN (SELECT job_id FROM old))
            SELECT job_id FROM old
            """)) {
      s.setLong(1, merchantId);
      s.setLong(2, merchantId);
      s.setTimestamp(3, Timestamp.from(before));
      s.setLong(4, merchantId);
      try (ResultSet r = s.executeQuery()) {
        return r.next();
      }
    }
  }
}
