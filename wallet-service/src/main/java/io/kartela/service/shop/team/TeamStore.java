package io.kartela.service.shop.team;

import io.kartela.service.platform.http.Problem;
import io.kartela.service.platform.http.ProblemCode;
import io.kartela.service.shop.staff.Passwords;
import io.kartela.service.shop.staff.Role;
import io.kartela.service.shop.staff.StaffPrincipal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The rows of a shop's staff. */
final class TeamStore {
  private static final String COLUMNS =
      """
      SELECT s.staff_id, s.name, s.email, s.role, s.joined_at, s.last_sign_in_at, s.ended_at,
          (SELECT max(i.expires_at) FROM kartela.staff_invitation i
           WHERE i.merchant_id = s.merchant_id AND i.staff_id = s.staff_id),
          ARRAY(SELECT t.store_id FROM kartela.staff_store t
           WHERE t.merchant_id = s.merchant_id AND t.staff_id = s.staff_id),
          EXISTS (SELECT FROM kartela.totp o WHERE o.merchant_id = s.merchant_id
            AND o.staff_id = s.staff_id AND o.confirmed_at IS NOT NULL)
            OR EXISTS (SELECT FROM kartela.passkey k WHERE k.merchant_id = s.merchant_id
              AND k.staff_id = s.staff_id)
      FROM kartela.staff s WHERE s.merchant_id = ?
      """;

  private TeamStore() {}

  /** Whether they are written how the week went. */
  static boolean weekly(Connection c, long merchantId, long staffId) throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            "SELECT weekly_letter FROM kartela.staff WHERE merchant_id = ? AND staff_id = ?")) {
      s.setLong(1, merchantId);
      s.setLong(2, staffId);
      try (ResultSet r = s.executeQuery()) {
        return r.next() && r.getBoolean(1);
      }
    }
  }

  static boolean weekly(Connection c, long merchantId, long staffId, boolean wanted)
      throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            "UPDATE kartela.staff SET weekly_letter = ? WHERE merchant_id = ? AND staff_id = ?")) {
      s.setBoolean(1, wanted);
      s.setLong(2, merchantId);
      s.setLong(3, staffId);
      return s.executeUpdate() == 1;
    }
  }

  /**
   * Waits until nobody else changes who owns the shop: two owners who let each other go must not
   * both succeed. A problem when the one who asks is no owner any more.
   */
  static void lockOwners(Connection c, StaffPrincipal asking) throws SQLException {
    boolean still = false;
    try (PreparedStatement s =
        c.prepareStatement(
            """
            SELECT staff_id FROM kartela.staff
            WHERE merchant_id = ? AND role = 'OWNER' AND ended_at IS NULL ORDER BY staff_id FOR UPDATE
            """)) {
      s.setLong(1, asking.merchantId());
      try (ResultSet r = s.executeQuery()) {
        while (r.next()) {
          still |= r.getLong(1) == asking.staffId();
        }
      }
    }
    if (!still) {
      throw new Problem(ProblemCode.UNAUTHENTICATED);
    }
  }

  /** Those who get in first, then by name. */
  static List<Colleague> all(Connection c, long merchantId, Instant now) throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(COLUMNS + " ORDER BY s.ended_at IS NOT NULL, s.name, s.staff_id")) {
      s.setLong(1, merchantId);
      return read(s, now);
    }
  }

  static Colleague get(Connection c, long merchantId, long id, Instant now) throws SQLException {
    try (PreparedStatement s = c.prepareStatement(COLUMNS + " AND s.staff_id = ?")) {
      s.setLong(1, merchantId);
      s.setLong(2, id);
      return read(s, now).stream()
          .findFirst()
          .orElseThrow(() -> new Problem(ProblemCode.STAFF_NOT_FOUND));
    }
  }

  /** By the address as it is kept. */
  static @Nullable Colleague byEmail(Connection c, long merchantId, String email, Instant now)
      throws SQLException {
    try (PreparedStatement s = c.prepareStatement(COLUMNS + " AND s.email = ?")) {
      s.setLong(1, merchantId);
      s.setString(2, email);
      return read(s, now).stream().findFirst().orElse(null);
    }
  }

  private static List<Colleague> read(PreparedStatement s, Instant now) throws SQLException {
    List<Colleague> people = new ArrayList<>();
    try (ResultSet r = s.executeQuery()) {
      while (r.next()) {
        Colleague.Times times =
            new Colleague.Times(
                instant(r, 5), instant(r, 6), instant(r, 7), instant(r, 8), r.getBoolean(10));
        people.add(
            new Colleague(
                r.getLong(1),
                r.getString(2),
                r.getString(3),
                Role.valueOf(r.getString(4)),
                times.state(now),
                times,
                Set.of((Long[]) r.getArray(9).getArray())));
      }
    }
    return people;
  }

  private static @Nullable Instant instant(ResultSet r, int column) throws SQLException {
    Timestamp at = r.getTimestamp(column);
    return at == null ? null : at.toInstant();
  }

  static void change(Connection c, long merchantId, long id, String name, Role role)
      throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            "UPDATE kartela.staff SET name = ?, role = ? WHERE merchant_id = ? AND staff_id = ?")) {
      s.setString(1, name);
      s.setString(2, role.name());
      s.setLong(3, merchantId);
      s.setLong(4, id);
      s.executeUpdate();
    }
  }

  /** What stores are called. */
  static List<String> names(Connection c, StaffPrincipal asking, Set<Long> stores)
      throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            "SELECT name FROM kartela.store WHERE merchant_id = ? AND store_id = ANY (?) ORDER BY"
                + " name, store_id")) {
      s.setLong(1, asking.merchantId());
      s.setArray(2, c.createArrayOf("bigint", stores.toArray()));
      List<String> names = new ArrayList<>();
      try (ResultSet r = s.executeQuery()) {
        while (r.next()) {
          names.add(r.getString(1));
        }
      }
      return names;
    }
  }

  /** What the shop is called. */
  static String shop(Connection c, long merchantId) throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement("SELECT name FROM kartela.merchant WHERE merchant_id = ?")) {
      s.setLong(1, merchantId);
      try (ResultSet r = s.executeQuery()) {
        return r.next() ? r.getString(1) : "";
      }
    }
  }

  /** Which stores they manage, of this shop's. */
  static void setStores(Connection c, long merchantId, long id, Set<Long> stores)
      throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            "DELETE FROM kartela.staff_store WHERE merchant_id = ? AND staff_id = ?")) {
      s.setLong(1, merchantId);
      s.setLong(2, id);
      s.executeUpdate();
    }
    try (PreparedStatement s =
        c.prepareStatement(
            """
            INSERT INTO kartela.staff_store (merchant_id, staff_id, store_id)
            SELECT merchant_id, ?, store_id FROM kartela.store
            WHERE merchant_id = ? AND store_id = ANY (?)
            """)) {
      s.setLong(1, id);
      s.setLong(2, merchantId);
      s.setArray(3, c.createArrayOf("bigint", stores.toArray()));
      if (s.executeUpdate() < stores.size()) {
        throw new Problem(ProblemCode.STORE_NOT_FOUND);
      }
    }
  }

  /** Their password is nobody's from now on. */
  static void end(Connection c, long merchantId, long id, Instant at) throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            "UPDATE kartela.staff SET ended_at = ?, password_hash = ? WHERE merchant_id = ? AND"
                + " staff_id = ?")) {
      s.setTimestamp(1, Timestamp.from(at));
      s.setString(2, Passwords.nobodys());
      s.setLong(3, merchantId);
      s.setLong(4, id);
      s.executeUpdate();
    }
  }
}
