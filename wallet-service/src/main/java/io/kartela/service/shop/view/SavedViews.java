package io.kartela.service.shop.view;

import io.kartela.service.platform.House;
import io.kartela.service.platform.db.Database;
import io.kartela.service.platform.db.Ids;
import io.kartela.service.platform.db.NamedLock;
import io.kartela.service.platform.http.Http;
import io.kartela.service.platform.http.Problem;
import io.kartela.service.platform.http.ProblemCode;
import io.kartela.service.shop.audit.Audit;
import io.kartela.service.shop.staff.Action;
import io.kartela.service.shop.staff.StaffPrincipal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The views of a shop's lists. What everybody uses stands in the audit. Thread-safe. */
final class SavedViews {
  /** Of one person, of one list. */
  static final int MOST_OWN = 50;

  /** Of one list. */
  static final int MOST_SHARED = 100;

  private static final String COLUMNS =
      """
      SELECT v.view_id, v.list, v.staff_id, s.name, v.shared, v.name, v.state, v.revision
      FROM kartela.saved_view v JOIN kartela.staff s ON s.merchant_id = v.merchant_id AND s.staff_id = v.staff_id
      WHERE v.merchant_id = ?
      """;

  private final Database database;
  private final Ids ids;
  private final Audit audit;

  /** What a view is to be. */
  record Wanted(String name, boolean shared, JsonNode state) {}

  SavedViews(House house, Audit audit) {
    this.database = house.database();
    this.ids = house.ids();
    this.audit = audit;
  }

  /** One's own and the shared ones, by name. */
  List<SavedView> of(StaffPrincipal staff, ListName list) {
    return database.inTenant(
        staff.merchantId(),
        c -> {
          try (PreparedStatement s =
              c.prepareStatement(
                  COLUMNS
                      + " AND v.list = ? AND (v.shared OR v.staff_id = ?) ORDER BY lower(v.name),"
                      + " v.view_id")) {
            s.setLong(1, staff.merchantId());
            s.setString(2, list.name());
            s.setLong(3, staff.staffId());
            List<SavedView> found = new ArrayList<>();
            try (ResultSet r = s.executeQuery()) {
              while (r.next()) {
                found.add(read(r));
              }
            }
            return found;
          }
        });
  }

  SavedView create(StaffPrincipal staff, ListName list, Wanted wanted) {
    long id = ids.next();
    return database.inTenant(
        staff.merchantId(),
        c -> {
          refuseTooMany(c, staff.merchantId(), list, wanted.shared ? null : staff.staffId());
          try (PreparedStatement s =
              c.prepareStatement(
                  """
                  INSERT INTO kartela.saved_view (merchant_id, view_id, list, staff_id, name, shared, state)
                  VALUES (?, ?, ?, ?, ?, ?, ?::json)
                  """)) {
            s.setLong(1, staff.merchantId());
            s.setLong(2, id);
            s.setString(3, list.name());
            s.setLong(4, staff.staffId());
            s.setString(5, wanted.name);
            s.setBoolean(6, wanted.shared);
            s.setString(7, Http.JSON.writeValueAsString(wanted.state));
            s.executeUpdate();
          }
          SavedView made = find(c, staff.merchantId(), id, "");
          if (made.shared()) {
            record(c, staff, "VIEW_SHARED", made, Map.of());
          }
          return made;
        });
  }

  SavedView change(StaffPrincipal staff, long id, int revision, Wanted wanted) {
    return database.inTenant(
        staff.merchantId(),
        c -> {
          SavedView before = free(c, staff, id, revision);
          if (before.shared() != wanted.shared) {
            Long whose = wanted.shared ? null : Long.valueOf(before.staffId());
            refuseTooMany(c, staff.merchantId(), before.list(), whose);
          }
          try (PreparedStatement s =
              c.prepareStatement(
                  """
                  UPDATE kartela.saved_view SET name = ?, shared = ?, state = ?::json, revision = revision + 1
                  WHERE merchant_id = ? AND view_id = ?
                  """)) {
            s.setString(1, wanted.name);
            s.setBoolean(2, wanted.shared);
            s.setString(3, Http.JSON.writeValueAsString(wanted.state));
            s.setLong(4, staff.merchantId());
            s.setLong(5, id);
            s.executeUpdate();
          }
          SavedView after = find(c, staff.merchantId(), id, "");
          told(c, staff, before, after);
          return after;
        });
  }

  void delete(StaffPrincipal staff, long id, int revision) {
    database.inTenant(
        staff.merchantId(),
        c -> {
          SavedView gone = free(c, staff, id, revision);
          try (PreparedStatement s =
              c.prepareStatement(
                  "DELETE FROM kartela.saved_view WHERE merchant_id = ? AND view_id = ?")) {
            s.setLong(1, staff.merchantId());
            s.setLong(2, id);
            s.executeUpdate();
          }
          if (gone.shared()) {
            record(c, staff, "SHARED_VIEW_DELETED", gone, Map.of());
          }
          return gone;
        });
  }

  private void told(Connection c, StaffPrincipal staff, SavedView before, SavedView after)
      throws SQLException {
    Map<String, Object> was =
        before.name().equals(after.name()) ? Map.of() : Map.of("formerName", before.name());
    if (before.shared() && after.shared()) {
      record(c, staff, "SHARED_VIEW_CHANGED", after, was);
    } else if (before.shared() || after.shared()) {
      record(c, staff, after.shared() ? "VIEW_SHARED" : "VIEW_UNSHARED", after, was);
    }
  }

  private void record(
      Connection c, StaffPrincipal staff, String action, SavedView view, Map<String, ?> more)
      throws SQLException {
    Map<String, Object> detail = new LinkedHashMap<>(more);
    detail.put("name", view.name());
    detail.put("list", view.list().name());
    audit.record(c, staff, action, "view:" + view.id(), detail);
  }

  /** Two who save the last one at once are counted one after the other. */
  private static void refuseTooMany(
      Connection c, long merchantId, ListName list, @Nullable Long staffId) throws SQLException {
    NamedLock.alone(c, "views:" + merchantId);
    String whose = staffId == null ? "shared" : "NOT shared AND staff_id = ?";
    try (PreparedStatement s =
        c.prepareStatement(
            "SELECT count(*) FROM kartela.saved_view WHERE merchant_id = ? AND list = ? AND "
                + whose)) {
      s.setLong(1, merchantId);
      s.setString(2, list.name());
      if (staffId != null) {
        s.setLong(3, staffId);
      }
      int most = staffId == null ? MOST_SHARED : MOST_OWN;
      try (ResultSet r = s.executeQuery()) {
        r.next();
        if (r.getInt(1) >= most) {
          throw new Problem(ProblemCode.TOO_MANY_VIEWS, most);
        }
      }
    }
  }

  /** Locked, as it was seen, by somebody who may change it. */
  private static SavedView free(Connection c, StaffPrincipal staff, long id, int revision)
      throws SQLException {
    SavedView view = find(c, staff.merchantId(), id, " FOR UPDATE OF v");
    if (!view.seenBy(staff)) {
      throw new Problem(ProblemCode.VIEW_NOT_FOUND);
    }
    if (!view.changedBy(staff)) {
      staff.require(Action.VIEWS_OF_OTHERS);
    }
    if (view.revision() != revision) {
      throw new Problem(ProblemCode.VIEW_CHANGED);
    }
    return view;
  }

  private static SavedView find(Connection c, long merchantId, long id, String lock)
      throws SQLException {
    try (PreparedStatement s = c.prepareStatement(COLUMNS + " AND v.view_id = ?" + lock)) {
      s.setLong(1, merchantId);
      s.setLong(2, id);
      try (ResultSet r = s.executeQuery()) {
        if (!r.next()) {
          throw new Problem(ProblemCode.VIEW_NOT_FOUND);
        }
        return read(r);
      }
    }
  }

  private static SavedView read(ResultSet r) throws SQLException {
    return new SavedView(
        r.getLong(1),
        ListName.valueOf(r.getString(2)),
        r.getLong(3),
        r.getString(4),
        r.getBoolean(5),
        r.getString(6),
        Http.JSON.readTree(r.getString(7)),
        r.getInt(8));
  }
}
