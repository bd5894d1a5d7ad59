package io.kartela.service.program.whatif;

import io.kartela.service.platform.db.Database;
import io.kartela.service.platform.http.Http;
import io.kartela.service.platform.http.Problem;
import io.kartela.service.platform.http.ProblemCode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Replays that were asked for, and what became of them. Thread-safe. */
final class WhatIfs {
  /** Most replays of one merchant that wait or run. */
  static final int MOST_OPEN = 10;

  /** Finished replays that are kept. */
  static final int KEPT = 50;

  private static final int MOST_ATTEMPTS = 3;

  private static final String HEAD =
      """
      SELECT what_if_id, state, draft_id, name, from_at, to_at, sample, spending, bonus_value_bp, created_by, created_at,
        started_at, finished_at, done, total, error, %s AS result
      FROM kartela.what_if
      """;

  private final Database database;
  private final InstantSource clock;

  /** As people see it. */
  record View(
      String id,
      String state,
      Progress progress,
      @Nullable String draftId,
      String name,
      Instant from,
      Instant to,
      int sample,
      String spending,
      int bonusValueBp,
      String createdBy,
      Instant createdAt,
      @Nullable Instant startedAt,
      @Nullable Instant finishedAt,
      @Nullable String error,
      @Nullable JsonNode result) {}

  record Progress(long done, long total, int percent) {
    static Progress of(String state, long done, long total) {
      int percent =
          state.equals("DONE") ? 100 : total == 0 ? 0 : Math.clamp(done * 100 / total, 0, 99);
      return new Progress(done, total, percent);
    }
  }

  record Page(List<View> items, @Nullable String nextCursor) {}

  /** A replay that this worker runs until it loses the lease. */
  record Claim(long merchantId, long id, int epoch) {}

  WhatIfs(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  void create(WhatIfJob job) {
    database.inTenant(
        job.merchantId(),
        c -> {
          refuseTooMany(c, job.merchantId());
          forgetOld(c, job.merchantId());
          return insert(c, job);
        });
  }

  private static void refuseTooMany(Connection c, long merchantId) throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            "SELECT count(*) FROM kartela.what_if WHERE merchant_id = ? AND state IN ('QUEUED',"
                + " 'RUNNING')")) {
      s.setLong(1, merchantId);
      try (ResultSet r = s.executeQuery()) {
        r.next();
        if (r.getLong(1) >= MOST_OPEN) {
          throw new Problem(ProblemCode.TOO_MANY_WHAT_IFS, MOST_OPEN);
        }
      }
    }
  }

  private static void forgetOld(Connection c, long merchantId) throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            """
            DELETE FROM kartela.what_if WHERE merchant_id = ? AND state NOT IN ('QUEUED', 'RUNNING') AND what_if_id IN (
              SELECT what_if_id FROM kartela.what_if WHERE merchant_id = ? ORDER BY created_at DESC, what_if_id DESC OFFSET ?)
            """)) {
      s.setLong(1, merchantId);
      s.setLong(2, merchantId);
      s.setInt(3, KEPT - 1);
      s.executeUpdate();
    }
  }

  private static int insert(Connection c, WhatIfJob job) throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            """
            INSERT INTO kartela.what_if (merchant_id, what_if_id, state, draft_id, name, document, from_at, to_at, sample,
                spending, bonus_value_bp, created_by, created_at)
            VALUES (?, ?, 'QUEUED', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)) {
      s.setLong(1, job.merchantId());
      s.setLong(2, job.id());
      s.setObject(3, job.draftId());
      s.setString(4, job.name());
      s.setString(5, job.document());
      s.setTimestamp(6, Timestamp.from(job.from()));
      s.setTimestamp(7, Timestamp.from(job.to()));
      s.setInt(8, job.sample());
      s.setString(9, job.spending().name());
      s.setInt(10, job.bonusValueBp());
      s.setString(11, job.createdBy());
      s.setTimestamp(12, Timestamp.from(job.createdAt()));
      return s.executeUpdate();
    }
  }

  View get(long merchantId, long id) {
    return database.inTenant(
        merchantId,
        c -> {
          try (PreparedStatement s =
              c.prepareStatement(
                  HEAD.formatted("result") + " WHERE merchant_id = ? AND what_if_id = ?")) {
            s.setLong(1, merchantId);
            s.setLong(2, id);
            try (ResultSet r = s.executeQuery()) {
              if (!r.next()) {
                throw new Problem(ProblemCode.WHAT_IF_NOT_FOUND);
              }
              return view(r);
            }
          }
        });
  }

  /** Newest first, without the results. */
  Page page(long merchantId, int limit, @Nullable Long before) {
    return database.inTenant(
        merchantId,
        c -> {
          try (PreparedStatement s =
              c.prepareStatement(
                  HEAD.formatted("NULL")
                      + " WHERE merchant_id = ? AND what_if_id < ? ORDER BY what_if_id DESC LIMIT"
                      + " ?")) {
            s.setLong(1, merchantId);
            s.setLong(2, before == null ? Long.MAX_VALUE : before);
            s.setInt(3, limit + 1);
            List<View> items = new ArrayList<>();
            try (ResultSet r = s.executeQuery()) {
              while (r.next()) {
                items.add(view(r));
              }
            }
            boolean more = items.size() > limit;
            List<View> shown = more ? items.subList(0, limit) : items;
            return new Page(List.copyOf(shown), more ? shown.getLast().id() : null);
          }
        });
  }

  private static View view(ResultSet r) throws SQLException {
    String state = r.getString("state");
    long draft = r.getLong("draft_id");
    boolean noDraft = r.wasNull();
    String result = r.getString("result");
    return new View(
        Long.toString(r.getLong("what_if_id")),
        state,
        Progress.of(state, r.getLong("done"), r.getLong("total")),
        noDraft ? null : Long.toString(draft),
        r.getString("name"),
        r.getTimestamp("from_at").toInstant(),
        r.getTimestamp("to_at").toInstant(),
        r.getInt("sample"),
        r.getString("spending"),
        r.getInt("bonus_value_bp"),
        r.getString("created_by"),
        r.getTimestamp("created_at").toInstant(),
        instant(r.getTimestamp("started_at")),
        instant(r.getTimestamp("finished_at")),
        r.getString("error"),
        result == null ? null : Http.JSON.readTree(result));
  }

  private static @Nullable Instant instant(@Nullable Timestamp t) {
    return t == null ? null : t.toInstant();
  }

  /** Cancels a replay that waits or runs; one that is over is forgotten. */
  void remove(long merchantId, long id) {
    database.inTenant(
        merchantId,
        c -> {
          try (PreparedStatement cancel =
                  c.prepareStatement(
                      "UPDATE kartela.what_if SET state = 'CANCELLED', finished_at = ? WHERE"
                          + " merchant_id = ? AND what_if_id = ? AND state IN ('QUEUED',"
                          + " 'RUNNING')");
              PreparedStatement delete =
                  c.prepareStatement(
                      "DELETE FROM kartela.what_if WHERE merchant_id = ? AND what_if_id = ?")) {
            cancel.setTimestamp(1, Timestamp.from(clock.instant()));
            cancel.setLong(2, merchantId);
            cancel.setLong(3, id);
            if (cancel.executeUpdate() > 0) {
              return true;
            }
            delete.setLong(1, merchantId);
            delete.setLong(2, id);
            if (delete.executeUpdate() == 0) {
              throw new Problem(ProblemCode.WHAT_IF_NOT_FOUND);
            }
            return true;
          }
        });
  }

  /**
   * Takes the next replay of any merchant that has none running; one whose worker is gone is begun
   * anew, a few times.
   *
   * @param leaseSeconds how long it is this worker's without a word
   */
  Optional<Claim> claim(int leaseSeconds) {
    return database.asWorker(
        c -> {
          giveUp(c);
          return take(c, leaseSeconds);
        });
  }

  private void giveUp(Connection c) throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            """
            UPDATE kartela.what_if SET state = 'FAILED', error = 'INTERRUPTED', finished_at = ?
            WHERE state = 'RUNNING' AND lease_until < clock_timestamp() AND attempts >= ?
            """)) {
      s.setTimestamp(1, Timestamp.from(clock.instant()));
      s.setInt(2, MOST_ATTEMPTS);
      s.executeUpdate();
    }
  }

  private Optional<Claim> take(Connection c, int leaseSeconds) throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            """
            UPDATE kartela.what_if SET state = 'RUNNING', attempts = attempts + 1, epoch = epoch + 1, started_at = ?,
                lease_until = clock_timestamp() + ? * interval '1 second'
            WHERE (merchant_id, what_if_id) = (
              SELECT w.merchant_id, w.what_if_id FROM kartela.what_if w
              WHERE (w.state = 'RUNNING' AND w.lease_until < clock_timestamp()) OR (w.state = 'QUEUED' AND NOT EXISTS (
                SELECT FROM kartela.what_if o WHERE o.merchant_id = w.merchant_id AND o.state = 'RUNNING'))
              ORDER BY w.created_at, w.what_if_id LIMIT 1 FOR UPDATE SKIP LOCKED)
            RETURNING merchant_id, what_if_id, epoch
            """)) {
      s.setTimestamp(1, Timestamp.from(clock.instant()));
      s.setInt(2, leaseSeconds);
      try (ResultSet r = s.executeQuery()) {
        return r.next()
            ? Optional.of(new Claim(r.getLong(1), r.getLong(2), r.getInt(3)))
            : Optional.empty();
      }
    }
  }

  /** The replay's order. */
  WhatIfJob job(Claim claim) {
    return database.inTenant(
        claim.merchantId,
        c -> {
          try (PreparedStatement s =
              c.prepareStatement(
                  """
                  SELECT draft_id, name, document, from_at, to_at, sample, spending, bonus_value_bp, created_by, created_at
                  FROM kartela.what_if WHERE merchant_id = ? AND what_if_id = ?
                  """)) {
            s.setLong(1, claim.merchantId);
            s.setLong(2, claim.id);
            try (ResultSet r = s.executeQuery()) {
              if (!r.next()) {
                throw new Replay.Stopped();
              }
              return new WhatIfJob(
                  claim.merchantId,
                  claim.id,
                  r.getObject(1, Long.class),
                  r.getString(2),
                  r.getString(3),
                  r.getTimestamp(4).toInstant(),
                  r.getTimestamp(5).toInstant(),
                  r.getInt(6),
                  WhatIfJob.Spending.valueOf(r.getString(7)),
                  r.getInt(8),
                  r.getString(9),
                  r.getTimestamp(10).toInstant());
            }
          }
        });
  }

  /**
   * Tells how far it is and keeps the lease.
   *
   * @return false when the replay is cancelled or another worker has it
   */
  boolean progress(Claim claim, long done, long total, int leaseSeconds) {
    return update(
        claim,
        "done = ?, total = ?, lease_until = clock_timestamp() + ? * interval '1 second'",
        done,
        total,
        leaseSeconds);
  }

  void done(Claim claim, WhatIfResult result, long done) {
    update(
        claim,
        "state = 'DONE', result = ?::json, done = ?, total = ?, finished_at = ?",
        Http.JSON.writeValueAsString(result),
        done,
        done,
        Timestamp.from(clock.instant()));
  }

  void failed(Claim claim, String error) {
    update(
        claim,
        "state = 'FAILED', error = ?, finished_at = ?",
        error,
        Timestamp.from(clock.instant()));
  }

  /** Puts it back for the next worker: this one is stopping. */
  void release(Claim claim) {
    update(claim, "state = 'QUEUED', attempts = attempts - 1, done = ?", 0L);
  }

  private boolean update(Claim claim, String set, Object... values) {
    return database.inTenant(
        claim.merchantId,
        c -> {
          try (PreparedStatement s =
              c.prepareStatement(
                  "UPDATE kartela.what_if SET "
                      + set
                      + " WHERE merchant_id = ? AND what_if_id = ? AND epoch = ? AND state ="
                      + " 'RUNNING'")) {
            int i = 1;
            for (Object value : values) {
              s.setObject(i++, value);
            }
            s.setLong(i++, claim.merchantId);
            s.setLong(i++, claim.id);
            s.setInt(i, claim.epoch);
            return s.executeUpdate() > 0;
          }
        });
  }
}
