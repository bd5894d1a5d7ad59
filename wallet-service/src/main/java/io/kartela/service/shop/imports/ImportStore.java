package io.kartela.service.shop.imports;

import io.kartela.service.platform.http.Http;
import io.kartela.service.platform.http.LocalText;
import io.kartela.service.platform.http.Problem;
import io.kartela.service.platform.http.ProblemCode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The table of imports as people ask for it. Works in the caller's transaction. Stateless. */
final class ImportStore {
  /** Those that are kept of a kind to be found again. */
  private static final int LISTED = 20;

  /** Remarks that are shown; the others stand in the file of them. */
  private static final int SHOWN = 50;

  private static final String ONE =
      """
      SELECT import_id, kind, name, state, created_by, created_at, finished_at, done, total, added, changed, same, wrong,
          taken_back, credits_back, kept, error, head, columns, file IS NOT NULL AS has_file
      FROM kartela.file_import WHERE merchant_id = ?\
      """;

  /** One row of the table. */
  record Kept(ImportView view, Head head, List<String> columns, boolean hasFile) {
    String kind() {
      return view.about().kind();
    }

    ImportView shown(ImportKind<?> kind, List<ImportView.Remark> remarks) {
      ImportView.Result r = view.result();
      boolean more = remarks.size() > SHOWN;
      return new ImportView(
          view.id(),
          view.state(),
          view.about(),
          new ImportView.Table(
              head.titles(),
              columns,
              head.sample(),
              kind.fields().stream().map(ImportView.Field::of).toList()),
          view.progress(),
          new ImportView.Result(
              r.counts(),
              more ? remarks.subList(0, SHOWN) : remarks,
              more,
              kind.canBeTakenBack(),
              r.takenBack(),
              r.error()));
    }
  }

  /** A file that has come. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Fresh(long id, String kind, String name, byte[] file, int rows) {}

  void insert(Connection c, Order order, Fresh fresh, Head head, List<String> columns, Instant now)
      throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            """
            INSERT INTO kartela.file_import (merchant_id, import_id, kind, name, file, head, columns, created_by, author,
                created_at, total)
            VALUES (?, ?, ?, ?, ?, ?::json, ?, ?, ?, ?, ?)
            """)) {
      s.setLong(1, order.merchantId());
      s.setLong(2, fresh.id());
      s.setString(3, fresh.kind());
      s.setString(4, fresh.name());
      s.setBytes(5, fresh.file());
      s.setString(6, Http.JSON.writeValueAsString(head));
      s.setArray(7, c.createArrayOf("text", columns.toArray()));
      s.setString(8, order.person());
      s.setString(9, order.author());
      s.setTimestamp(10, Timestamp.from(now));
      s.setInt(11, fresh.rows());
      s.executeUpdate();
    }
  }

  Kept find(Connection c, long merchantId, long id) throws SQLException {
    try (PreparedStatement s = c.prepareStatement(ONE + " AND import_id = ?")) {
      s.setLong(1, merchantId);
      s.setLong(2, id);
      try (ResultSet r = s.executeQuery()) {
        if (!r.next()) {
          throw new Problem(ProblemCode.IMPORT_NOT_FOUND);
        }
        return kept(r);
      }
    }
  }

  /** Newest first. */
  List<Kept> list(Connection c, long merchantId, String kind) throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(ONE + " AND kind = ? ORDER BY import_id DESC LIMIT ?")) {
      s.setLong(1, merchantId);
      s.setString(2, kind);
      s.setInt(3, LISTED);
      List<Kept> all = new ArrayList<>();
      try (ResultSet r = s.executeQuery()) {
        while (r.next()) {
          all.add(kept(r));
        }
      }
      return all;
    }
  }

  private static Kept kept(ResultSet r) throws SQLException {
    String state = r.getString("state");
    Timestamp finished = r.getTimestamp("finished_at");
    boolean back = state.equals("UNDOING") || state.equals("UNDONE");
    ImportView view =
        new ImportView(
            Long.toString(r.getLong("import_id")),
            state,
            new ImportView.About(
                r.getString("kind"),
                r.getString("name"),
                r.getString("created_by"),
                r.getTimestamp("created_at").toInstant(),
                finished == null ? null : finished.toInstant()),
            null,
            new ImportView.Progress(r.getInt("done"), r.getInt("total")),
            new ImportView.Result(
                counts(r),
                List.of(),
                false,
                false,
                back
                    ? new TakenBack(
                        r.getInt("taken_back"), r.getInt("credits_back"), r.getInt("kept"))
                    : null,
                r.getString("error")));
    return new Kept(
        view,
        Http.JSON.readValue(r.getString("head"), Head.class),
        Arrays.asList((String[]) r.getArray("columns").getArray()),
        r.getBoolean("has_file"));
  }

  private static Counts counts(ResultSet r) throws SQLException {
    return new Counts(r.getInt("added"), r.getInt("changed"), r.getInt("same"), r.getInt("wrong"));
  }

  /** The first remarks, one more than are shown. */
  List<ImportView.Remark> remarks(Connection c, long merchantId, long id) throws SQLException {
    List<ImportView.Remark> found = new ArrayList<>();
    for (Told told : told(c, merchantId, id, 0, SHOWN + 1)) {
      found.add(told.remark);
    }
    return found;
  }

  /** A remark with its row. */
  record Told(ImportView.Remark remark, List<String> cells) {}

  /** Remarks on the rows after this one. */
  List<Told> told(Connection c, long merchantId, long id, int after, int most) throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            """
            SELECT line, wrong, ru, en, cells FROM kartela.import_remark
            WHERE merchant_id = ? AND import_id = ? AND line > ? ORDER BY line LIMIT ?
            """)) {
      s.setLong(1, merchantId);
      s.setLong(2, id);
      s.setInt(3, after);
      s.setInt(4, most);
      List<Told> found = new ArrayList<>();
      try (ResultSet r = s.executeQuery()) {
        while (r.next()) {
          found.add(
              new Told(
                  new ImportView.Remark(
                      r.getInt(1), r.getBoolean(2), new LocalText(r.getString(3), r.getString(4))),
                  List.of((String[]) r.getArray(5).getArray())));
        }
      }
      return found;
    }
  }

  /** Whether something of the merchant's is at work. */
  boolean isBusy(Connection c, long merchantId) throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            "SELECT FROM kartela.file_import WHERE merchant_id = ? AND state IN ('CHECKING',"
                + " 'RUNNING', 'UNDOING') LIMIT 1")) {
      s.setLong(1, merchantId);
      try (ResultSet r = s.executeQuery()) {
        return r.next();
      }
    }
  }

  /** Begins to go through it; what was found before is forgotten unless it goes on. */
  void begin(Connection c, long merchantId, long id, String state, @Nullable List<String> columns)
      throws SQLException {
    clear(c, merchantId, id);
    try (PreparedStatement s =
        c.prepareStatement(
            """
            UPDATE kartela.file_import SET state = ?, columns = coalesce(?, columns), done = 0, last_row = 0, added = 0,
                changed = 0, same = 0, wrong = 0, attempts = 0, lease_until = '-infinity', error = NULL, finished_at = NULL
            WHERE merchant_id = ? AND import_id = ?
            """)) {
      s.setString(1, state);
      s.setArray(2, columns == null ? null : c.createArrayOf("text", columns.toArray()));
      s.setLong(3, merchantId);
      s.setLong(4, id);
      s.executeUpdate();
    }
  }

  /** Another state, and nothing else. */
  void set(Connection c, long merchantId, long id, String state) throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            "UPDATE kartela.file_import SET state = ?, attempts = 0, lease_until = '-infinity'"
                + " WHERE merchant_id = ? AND import_id = ?")) {
      s.setString(1, state);
      s.setLong(2, merchantId);
      s.setLong(3, id);
      s.executeUpdate();
    }
  }

  private static void clear(Connection c, long merchantId, long id) throws SQLException {
    run(
        c,
        "DELETE FROM kartela.import_remark WHERE merchant_id = ? AND import_id = ?",
        merchantId,
        id);
  }

  void delete(Connection c, long merchantId, long id) throws SQLException {
    clear(c, merchantId, id);
    run(
        c,
        "UPDATE kartela.opening_credit SET import_id = NULL WHERE merchant_id = ? AND import_id ="
            + " ?",
        merchantId,
        id);
    run(
        c,
        "DELETE FROM kartela.import_member WHERE merchant_id = ? AND import_id = ?",
        merchantId,
        id);
    run(
        c,
        "DELETE FROM kartela.file_import WHERE merchant_id = ? AND import_id = ?",
        merchantId,
        id);
  }

  private static void run(Connection c, String sql, long merchantId, long id) throws SQLException {
    try (PreparedStatement s = c.prepareStatement(sql)) {
      s.setLong(1, merchantId);
      s.setLong(2, id);
      s.executeUpdate();
    }
  }

  /** One that nobody has touched since then; empty: there is none. */
  Optional<Long> old(Connection c, long merchantId, Instant before) throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            """
            SELECT import_id FROM kartela.file_import WHERE merchant_id = ? AND created_at < ?
                AND state NOT IN ('CHECKING', 'RUNNING', 'UNDOING') LIMIT 1
            """)) {
      s.setLong(1, merchantId);
      s.setTimestamp(2, Timestamp.from(before));
      try (ResultSet r = s.executeQuery()) {
        return r.next() ? Optional.of(r.getLong(1)) : Optional.empty();
      }
    }
  }
}
