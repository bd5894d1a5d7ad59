package io.kartela.service.member.segment;

import io.kartela.service.platform.db.Database;
import io.kartela.service.platform.db.Ids;
import io.kartela.service.platform.db.NamedLock;
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
import java.util.Optional;

/** The segments of a shop. Thread-safe. */
public final class Segments {
  /** Most segments of one merchant. */
  static final int MOST = 200;

  private static final String COLUMNS =
      """
      SELECT segment_id, name, condition, revision, created_by, updated_by, updated_at FROM kartela.segment
      WHERE merchant_id = ?
      """;

  private final Database database;
  private final Ids ids;
  private final Audit audit;
  private final InstantSource clock;
  private final SegmentUse use;

  Segments(Database database, Ids ids, Audit audit, InstantSource clock, SegmentUse use) {
    this.database = database;
    this.ids = ids;
    this.audit = audit;
    this.clock = clock;
    this.use = use;
  }

  Segment create(StaffPrincipal staff, String name, MemberCondition condition) {
    long merchantId = staff.merchantId();
    long id = ids.next();
    return database.inTenant(
        merchantId,
        c -> {
          // Two who create the last one at once are counted one after the other.
          NamedLock.alone(c, "segments:" + merchantId);
          refuseTooMany(c, merchantId);
          try (PreparedStatement s =
              c.prepareStatement(
                  """
                  INSERT INTO kartela.segment (merchant_id, segment_id, name, condition, created_by, updated_by, updated_at)
                  VALUES (?, ?, ?, ?, ?, ?, ?)
                  """)) {
            s.setLong(1, merchantId);
            s.setLong(2, id);
            s.setString(3, name);
            s.setString(4, ConditionJson.canonical(condition));
            s.setString(5, staff.name());
            s.setString(6, staff.name());
            s.setTimestamp(7, Timestamp.from(clock.instant()));
            s.executeUpdate();
          }
          record(c, staff, "SEGMENT_CREATED", id, name, condition);
          return find(c, merchantId, id, "");
        });
  }

  private static void refuseTooMany(Connection c, long merchantId) throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement("SELECT count(*) FROM kartela.segment WHERE merchant_id = ?")) {
      s.setLong(1, merchantId);
      try (ResultSet r = s.executeQuery()) {
        r.next();
        if (r.getLong(1) >= MOST) {
          throw new Problem(ProblemCode.TOO_MANY_SEGMENTS, MOST);
        }
      }
    }
  }

  Segment change(
      StaffPrincipal staff, long id, int revision, String name, MemberCondition condition) {
    long merchantId = staff.merchantId();
    return database.inTenant(
        merchantId,
        c -> {
          Segment _ = free(c, merchantId, id, revision);
          try (PreparedStatement s =
              c.prepareStatement(
                  """
                  UPDATE kartela.segment SET name = ?, condition = ?, revision = revision + 1, updated_by = ?, updated_at = ?
                  WHERE merchant_id = ? AND segment_id = ?
                  """)) {
            s.setString(1, name);
            s.setString(2, ConditionJson.canonical(condition));
            s.setString(3, staff.name());
            s.setTimestamp(4, Timestamp.from(clock.instant()));
            s.setLong(5, merchantId);
            s.setLong(6, id);
            s.executeUpdate();
          }
          record(c, staff, "SEGMENT_CHANGED", id, name, condition);
          return find(c, merchantId, id, "");
        });
  }

  void delete(StaffPrincipal staff, long id, int revision) {
    long merchantId = staff.merchantId();
    database.inTenant(
        merchantId,
        c -> {
          Segment gone = free(c, merchantId, id, revision);
          if (use.needs(c, merchantId, id)) {
            throw new Problem(ProblemCode.SEGMENT_OF_AUTOMATION);
          }
          try (PreparedStatement s =
              c.prepareStatement(
                  "DELETE FROM kartela.segment WHERE merchant_id = ? AND segment_id = ?")) {
            s.setLong(1, merchantId);
            s.setLong(2, id);
            s.executeUpdate();
          }
          record(c, staff, "SEGMENT_DELETED", id, gone.name(), gone.condition());
          return gone;
        });
  }

  /** A segment that nobody builds on, locked; as it was seen. */
  private Segment free(Connection c, long merchantId, long id, int revision) throws SQLException {
    Segment segment = find(c, merchantId, id, " FOR UPDATE");
    if (segment.revision() != revision) {
      throw new Problem(ProblemCode.SEGMENT_CHANGED, segment.revision(), segment.updatedBy());
    }
    if (use.uses(c, merchantId, id)) {
      throw new Problem(ProblemCode.SEGMENT_IN_USE);
    }
    return segment;
  }

  private void record(
      Connection c,
      StaffPrincipal staff,
      String action,
      long id,
      String name,
      MemberCondition condition)
      throws SQLException {
    audit.record(
        c,
        staff,
        action,
        "segment:" + id,
        Map.of("name", name, "condition", ConditionJson.tree(condition)));
  }

  Segment get(long merchantId, long id) {
    return database.inTenant(merchantId, c -> find(c, merchantId, id, ""));
  }

  /** The condition of a segment, which stays as it is until the caller's transaction ends. */
  public static MemberCondition held(Connection c, long merchantId, long id) throws SQLException {
    return find(c, merchantId, id, " FOR SHARE").condition();
  }

  /** The condition of a segment as it is now; empty: there is no such segment any more. */
  static Optional<MemberCondition> now(Connection c, long merchantId, long id) throws SQLException {
    try {
      return Optional.of(find(c, merchantId, id, "").condition());
    } catch (Problem e) {
      return Optional.empty();
    }
  }

  List<Segment> all(long merchantId) {
    return database.inTenant(
        merchantId,
        c -> {
          try (PreparedStatement s =
              c.prepareStatement(COLUMNS + " ORDER BY lower(name), segment_id")) {
            s.setLong(1, merchantId);
            List<Segment> all = new ArrayList<>();
            try (ResultSet r = s.executeQuery()) {
              while (r.next()) {
                all.add(read(r));
              }
            }
            return all;
          }
        });
  }

  private static Segment find(Connection c, long merchantId, long id, String lock)
      throws SQLException {
    try (PreparedStatement s = c.prepareStatement(COLUMNS + " AND segment_id = ?" + lock)) {
      s.setLong(1, merchantId);
      s.setLong(2, id);
      try (ResultSet r = s.executeQuery()) {
        if (!r.next()) {
          throw new Problem(ProblemCode.SEGMENT_NOT_FOUND);
        }
        return read(r);
      }
    }
  }

  private static Segment read(ResultSet r) throws SQLException {
    return new Segment(
        r.getLong(1),
        r.getString(2),
        ConditionJson.kept(r.getString(3)),
        r.getInt(4),
        r.getString(5),
        r.getString(6),
        r.getTimestamp(7).toInstant());
  }
}
