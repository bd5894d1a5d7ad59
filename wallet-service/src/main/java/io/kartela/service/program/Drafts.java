package io.kartela.service.program;

import io.kartela.service.platform.db.Database;
import io.kartela.service.platform.db.Ids;
import io.kartela.service.platform.http.Problem;
import io.kartela.service.platform.http.ProblemCode;
import io.kartela.service.shop.audit.Audit;
import io.kartela.service.shop.staff.StaffPrincipal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Drafts from the first line to the publication. Thread-safe. */
public final class Drafts {
  /** Most drafts of one merchant. */
  static final int MOST = 100;

  private static final String COLUMNS =
      """
      SELECT draft_id, name, document, based_on, revision, published_as, created_by, created_at, updated_by, updated_at
      FROM kartela.program_draft
      """;

  /** Without the documents, which may be 4 MB each. */
  private static final String HEADS = COLUMNS.replace(" document,", " '' AS document,");

  private final Database database;
  private final Ids ids;
  private final Audit audit;
  private final InstantSource clock;

  /** What a replay needs of a draft. */
  public record Text(String name, String document) {}

  public Drafts(Database database, Ids ids, Audit audit, InstantSource clock) {
    this.database = database;
    this.ids = ids;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Makes a draft.
   *
   * @param document null = what the version holds that it is based on
   * @param basedOn null = the version in force
   */
  Draft create(
      StaffPrincipal staff, String name, @Nullable String document, @Nullable Integer basedOn) {
    long merchantId = staff.merchantId();
    long id = ids.next();
    return database.inTenant(
        merchantId,
        c -> {
          refuseTooMany(c, merchantId);
          int newest = VersionStore.newest(c, merchantId);
          int base = basedOn == null ? newest : basedOn;
          if (base > newest) {
            throw new Problem(ProblemCode.PROGRAM_NOT_FOUND);
          }
          String text = document;
          if (text == null) {
            text = base == 0 ? "{}" : VersionStore.document(c, merchantId, base);
          }
          insert(c, staff, id, name, text, base);
          audit.record(
              c, staff, "PROGRAM_DRAFT_CREATED", "draft:" + id, Map.of("name", name, "on", base));
          return find(c, merchantId, id, false);
        });
  }

  private static void refuseTooMany(Connection c, long merchantId) throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement("SELECT count(*) FROM kartela.program_draft WHERE merchant_id = ?")) {
      s.setLong(1, merchantId);
      try (ResultSet r = s.executeQuery()) {
        r.next();
        if (r.getLong(1) >= MOST) {
          throw new Problem(ProblemCode.TOO_MANY_DRAFTS, MOST);
        }
      }
    }
  }

  private void insert(
      Connection c, StaffPrincipal staff, long id, String name, String document, int basedOn)
      throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            """
            INSERT INTO kartela.program_draft (merchant_id, draft_id, name, document, based_on, created_by, created_at,
                updated_by, updated_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)) {
      Timestamp now = Timestamp.from(clock.instant());
      s.setLong(1, staff.merchantId());
      s.setLong(2, id);
      s.setString(3, name);
      s.setString(4, document);
      s.setInt(5, basedOn);
      s.setString(6, staff.name());
      s.setTimestamp(7, now);
      s.setString(8, staff.name());
      s.setTimestamp(9, now);
      s.executeUpdate();
    }
  }

  Draft get(long merchantId, long id) {
    return database.inTenant(merchantId, c -> find(c, merchantId, id, false));
  }

  /** The text of a draft, for a replay. */
  public Text text(long merchantId, long id) {
    Draft d = get(merchantId, id);
    return new Text(d.name(), d.document());
  }

  /** All drafts without their documents, last changed first. */
  List<Draft> all(long merchantId) {
    return database.inTenant(
        merchantId,
        c -> {
          try (PreparedStatement s =
              c.prepareStatement(
                  HEADS + " WHERE merchant_id = ? ORDER BY updated_at DESC, draft_id DESC")) {
            s.setLong(1, merchantId);
            List<Draft> found = new ArrayList<>();
            try (ResultSet r = s.executeQuery()) {
              while (r.next()) {
                found.add(read(r));
              }
            }
            return found;
          }
        });
  }

  /**
   * Changes a draft that nobody else changed meanwhile.
   *
   * @param revision the revision the editor saw
   * @param name null = as it was
   * @param document null = as it was
   * @param basedOn null = as it was
   */
  Draft change(
      StaffPrincipal staff,
      long id,
      int revision,
      @Nullable String name,
      @Nullable String document,
      @Nullable Integer basedOn) {
    long merchantId = staff.merchantId();
    return database.inTenant(
        merchantId,
        c -> {
          Draft old = seen(c, merchantId, id, revision);
          if (basedOn != null && basedOn > VersionStore.newest(c, merchantId)) {
            throw new Problem(ProblemCode.PROGRAM_NOT_FOUND);
          }
          update(
              c,
              staff,
              id,
              name == null ? old.name() : name,
              document == null ? old.document() : document,
              basedOn == null ? old.basedOn() : basedOn,
              old.publishedAs());
          return find(c, merchantId, id, false);
        });
  }

  private void update(
      Connection c,
      StaffPrincipal staff,
      long id,
      String name,
      String document,
      int basedOn,
      @Nullable Integer publishedAs)
      throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            """
            UPDATE kartela.program_draft SET name = ?, document = ?, based_on = ?, published_as = ?, updated_by = ?,
                updated_at = ?, revision = revision + 1
            WHERE merchant_id = ? AND draft_id = ?
            """)) {
      s.setString(1, name);
      s.setString(2, document);
      s.setInt(3, basedOn);
      s.setObject(4, publishedAs);
      s.setString(5, staff.name());
      s.setTimestamp(6, Timestamp.from(clock.instant()));
      s.setLong(7, staff.merchantId());
      s.setLong(8, id);
      s.executeUpdate();
    }
  }

  /**
   * Throws a draft away.
   *
   * @param revision the revision the editor saw, or null
   */
  void delete(StaffPrincipal staff, long id, @Nullable Integer revision) {
    long merchantId = staff.merchantId();
    database.inTenant(
        merchantId,
        c -> {
          Draft old = seen(c, merchantId, id, revision);
          try (PreparedStatement s =
              c.prepareStatement(
                  "DELETE FROM kartela.program_draft WHERE merchant_id = ? AND draft_id = ?")) {
            s.setLong(1, merchantId);
            s.setLong(2, id);
            s.executeUpdate();
          }
          if (!livesOn(c, merchantId, old)) {
            audit.record(
                c, staff, "PROGRAM_DRAFT_DELETED", "draft:" + id, Map.of("name", old.name()));
          }
          return true;
        });
  }

  /** It was published, or waits to be: its removal only clears the desk. */
  private static boolean livesOn(Connection c, long merchantId, Draft draft) throws SQLException {
    Waiting waiting = Waiting.of(c, merchantId);
    return draft.publishedAs() != null || (waiting != null && waiting.name().equals(draft.name()));
  }

  /** The draft as somebody saw it, locked until the transaction ends. */
  Draft seen(Connection c, long merchantId, long id, @Nullable Integer revision)
      throws SQLException {
    Draft draft = find(c, merchantId, id, true);
    refuseChanged(draft, revision);
    return draft;
  }

  /** It is based from now on on the version that it became. */
  void published(Connection c, StaffPrincipal staff, Draft draft, int number) throws SQLException {
    update(c, staff, draft.id(), draft.name(), draft.document(), number, number);
  }

  /** A draft of what waited for its moment, as if somebody had changed it last. */
  Draft restore(Connection c, StaffPrincipal staff, Waiting taken) throws SQLException {
    refuseTooMany(c, staff.merchantId());
    long id = ids.next();
    insert(c, staff, id, taken.name(), taken.document(), taken.basedOn());
    update(c, staff, id, taken.name(), taken.document(), taken.basedOn(), null);
    return find(c, staff.merchantId(), id, false);
  }

  private static void refuseChanged(Draft draft, @Nullable Integer revision) {
    if (revision != null && revision != draft.revision()) {
      throw new Problem(ProblemCode.DRAFT_CHANGED, draft.revision(), draft.updatedBy());
    }
  }

  private static Draft find(Connection c, long merchantId, long id, boolean lock)
      throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            COLUMNS + " WHERE merchant_id = ? AND draft_id = ?" + (lock ? " FOR UPDATE" : ""))) {
      s.setLong(1, merchantId);
      s.setLong(2, id);
      try (ResultSet r = s.executeQuery()) {
        if (!r.next()) {
          throw new Problem(ProblemCode.DRAFT_NOT_FOUND);
        }
        return read(r);
      }
    }
  }

  private static Draft read(ResultSet r) throws SQLException {
    return new Draft(
        r.getLong("draft_id"),
        r.getString("name"),
        r.getString("document"),
        r.getInt("based_on"),
        r.getInt("revision"),
        r.getObject("published_as", Integer.class),
        r.getString("created_by"),
        r.getTimestamp("created_at").toInstant(),
        r.getString("updated_by"),
        r.getTimestamp("updated_at").toInstant());
  }
}
