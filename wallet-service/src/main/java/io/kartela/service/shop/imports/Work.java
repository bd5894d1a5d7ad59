package io.kartela.service.shop.imports;

import io.kartela.service.platform.db.Database;
import io.kartela.service.platform.http.LocalText;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The table of imports as the worker sees it: one is its own until it loses the lease. Thread-safe.
 */
final class Work {
  private static final int LEASE_SECONDS = 60;
  private static final int MOST_ATTEMPTS = 3;

  private final Database database;
  private final InstantSource clock;

  Work(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  /** One that this worker goes through. */
  record Claim(long merchantId, long id, int epoch, String kind, String state) {}

  /** What it is to do; a part of it may be done. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Job(
      Order order, String name, byte[] file, int titlesAt, List<String> columns, int after) {}

  /** It was stopped, or another worker has it. */
  static final class Stopped extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  Optional<Claim> claim() {
    return database.asWorker(
        c -> {
          giveUp(c);
          return take(c);
        });
  }

  private void giveUp(Connection c) throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            """
            UPDATE kartela.file_import SET state = 'FAILED', error = 'INTERRUPTED', finished_at = ?
            WHERE state IN ('CHECKING', 'RUNNING', 'UNDOING') AND lease_until < clock_timestamp() AND attempts >= ?
            """)) {
      s.setTimestamp(1, Timestamp.from(clock.instant()));
      s.setInt(2, MOST_ATTEMPTS);
      s.executeUpdate();
    }
  }

  private static Optional<Claim> take(Connection c) throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            """
            UPDATE kartela.file_import SET attempts = attempts + 1, epoch = epoch + 1,
                lease_until = clock_timestamp() + ? * interval '1 second'
            WHERE (merchant_id, import_id) = (
                SELECT merchant_id, import_id FROM kartela.file_import
                WHERE state IN ('CHECKING', 'RUNNING', 'UNDOING') AND lease_until < clock_timestamp()
                ORDER BY created_at LIMIT 1 FOR UPDATE SKIP LOCKED)
            RETURNING merchant_id, import_id, epoch, kind, state
            """)) {
      s.setInt(1, LEASE_SECONDS);
      try (ResultSet r = s.executeQuery()) {
        return r.next()
            ? Optional.of(
                new Claim(r.getLong(1), r.getLong(2), r.getInt(3), r.getString(4), r.getString(5)))
            : Optional.empty();
      }
    }
  }

  Job job(Claim claim) {
    return database.inTenant(
        claim.merchantId,
        c -> {
          try (PreparedStatement s =
              c.prepareStatement(
                  """
                  SELECT author, created_by, name, coalesce(file, ''), (head ->> 'row')::integer, columns, last_row
                  FROM kartela.file_import WHERE merchant_id = ? AND import_id = ?
                  """)) {
            s.setLong(1, claim.merchantId);
            s.setLong(2, claim.id);
            try (ResultSet r = s.executeQuery()) {
              if (!r.next()) {
                throw new Stopped();
              }
              return new Job(
                  new Order(claim.merchantId, claim.id, r.getString(1), r.getString(2)),
                  r.getString(3),
                  r.getBytes(4),
                  r.getInt(5),
                  Arrays.asList((String[]) r.getArray(6).getArray()),
                  r.getInt(7));
            }
          }
        });
  }

  /** What became of a row. */
  record Judged(ImportRow row, Verdict verdict) {}

  /**
   * Tells what became of rows, in the transaction that did it, and keeps the lease.
   *
   * @throws Stopped when it is nobody's business any more
   */
  void told(Connection c, Claim claim, List<Judged> judged) throws SQLException {
    Counts counts = Counts.of(judged.stream().map(Judged::verdict).toList());
    update(
        c,
        claim,
        "done = done + ?, last_row = ?, added = added + ?, changed = changed + ?, same = same + ?,"
            + " wrong = wrong + ?, attempts = 0, lease_until = clock_timestamp() + ? * interval '1"
            + " second'",
        judged.size(),
        judged.getLast().row.number(),
        counts.added(),
        counts.changed(),
        counts.same(),
        counts.wrong(),
        LEASE_SECONDS);
    try (PreparedStatement s =
        c.prepareStatement(
            "INSERT INTO kartela.import_remark (merchant_id, import_id, line, wrong, ru, en, cells)"
                + " VALUES (?, ?, ?, ?, ?, ?, ?)")) {
      for (Judged one : judged) {
        LocalText remark = one.verdict.remark();
        if (remark != null) {
          s.setLong(1, claim.merchantId);
          s.setLong(2, claim.id);
          s.setInt(3, one.row.number());
          s.setBoolean(4, one.verdict.outcome() == Verdict.Outcome.WRONG);
          s.setString(5, remark.ru());
          s.setString(6, remark.en());
          s.setArray(7, c.createArrayOf("text", one.row.cells().toArray()));
          s.addBatch();
        }
      }
      s.executeBatch();
    }
  }

  void tookBack(Connection c, Claim claim, TakenBack part) throws SQLException {
    update(
        c,
        claim,
        "taken_back = taken_back + ?, credits_back = credits_back + ?, kept = kept + ?, attempts ="
            + " 0, lease_until = clock_timestamp() + ? * interval '1 second'",
        part.taken(),
        part.credits(),
        part.kept(),
        LEASE_SECONDS);
  }

  Counts counts(Connection c, Claim claim) throws SQLException {
    int[] n = figures(c, claim, "added, changed, same, wrong");
    return new Counts(n[0], n[1], n[2], n[3]);
  }

  TakenBack takenBack(Connection c, Claim claim) throws SQLException {
    int[] n = figures(c, claim, "taken_back, credits_back, kept, 0");
    return new TakenBack(n[0], n[1], n[2]);
  }

  private static int[] figures(Connection c, Claim claim, String four) throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            "SELECT "
                + four
                + " FROM kartela.file_import WHERE merchant_id = ? AND import_id = ?")) {
      s.setLong(1, claim.merchantId);
      s.setLong(2, claim.id);
      try (ResultSet r = s.executeQuery()) {
        r.next();
        return new int[] {r.getInt(1), r.getInt(2), r.getInt(3), r.getInt(4)};
      }
    }
  }

  /** It is over; what was taken in needs its file no more. */
  void over(Connection c, Claim claim, String state) throws SQLException {
    Instant now = clock.instant();
    String file = state.equals("DONE") ? ", file = NULL" : "";
    update(c, claim, "state = ?, finished_at = ?" + file, state, Timestamp.from(now));
  }

  void failed(Claim claim, String error) {
    database.inTenant(
        claim.merchantId,
        c -> {
          update(
              c,
              claim,
              "state = 'FAILED', error = ?, finished_at = ?",
              error,
              Timestamp.from(clock.instant()));
          return true;
        });
  }

  /** For the next worker: this one is closing. */
  void release(Claim claim) {
    database.inTenant(
        claim.merchantId,
        c -> {
          update(c, claim, "lease_until = '-infinity', attempts = greatest(0, attempts - 1)");
          return true;
        });
  }

  private static void update(Connection c, Claim claim, String set, Object... values)
      throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            "UPDATE kartela.file_import SET "
                + set
                + " WHERE merchant_id = ? AND import_id = ? AND epoch = ? AND state = ?")) {
      int i = 1;
      for (Object value : values) {
        s.setObject(i++, value);
      }
      s.setLong(i++, claim.merchantId);
      s.setLong(i++, claim.id);
      s.setInt(i++, claim.epoch);
      s.setString(i, claim.state);
      if (s.executeUpdate() == 0) {
        throw new Stopped();
      }
    }
  }
}
