package io.kartela.service.shop.staff;

import io.kartela.service.platform.http.Lang;
import io.kartela.service.platform.http.Tokens;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;

/** The rows of sessions; of a token only the hash is kept. */
final class SessionStore {
  /** How exactly a session's use is written down: not a write with every click. */
  private static final Duration SEEN_STEP = Duration.ofMinutes(5);

  /** By which browser, from where. */
  record Device(String agent, String address) {}

  /**
   * Who holds a session.
   *
   * @param settingUp they are to set up a second factor before anything else
   */
  record Held(StaffPrincipal staff, boolean settingUp) {}

  private SessionStore() {}

  static int open(
      Connection c,
      StaffPrincipal staff,
      String token,
      Device device,
      boolean settingUp,
      Instant now)
      throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            "INSERT INTO kartela.session (merchant_id, token_hash, staff_id, created_at,"
                + " expires_at, seen_at, agent, address, setting_up)"
                + " VALUES (?,?,?,?,?,?,?,?,?)")) {
      s.setLong(1, staff.merchantId());
      s.setBytes(2, Tokens.sha256(token));
      s.setLong(3, staff.staffId());
      s.setTimestamp(4, Timestamp.from(now));
      s.setTimestamp(5, Timestamp.from(now.plus(Sessions.LIFE)));
      s.setTimestamp(6, Timestamp.from(now));
      s.setString(7, device.agent);
      s.setString(8, device.address);
      s.setBoolean(9, settingUp);
      s.executeUpdate();
    }
    try (PreparedStatement s =
        c.prepareStatement(
            "UPDATE kartela.staff SET last_sign_in_at = ? WHERE merchant_id = ? AND staff_id ="
                + " ?")) {
      s.setTimestamp(1, Timestamp.from(now));
      s.setLong(2, staff.merchantId());
      s.setLong(3, staff.staffId());
      return s.executeUpdate();
    }
  }

  /** Who holds the session, unless it is over or they get in no more. */
  static Optional<Held> holder(Connection c, SessionCookie cookie, Instant now)
      throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            """
            SELECT f.staff_id, f.name, f.email, f.role, f.locale, s.seen_at,
              CASE WHEN f.role = 'MANAGER' THEN ARRAY(SELECT t.store_id FROM kartela.staff_store t
                WHERE t.merchant_id = f.merchant_id AND t.staff_id = f.staff_id) ELSE '{}' END,
              s.setting_up AND coalesce(a.second_factor_required, false)
            FROM kartela.session s JOIN kartela.staff f USING (merchant_id, staff_id)
              JOIN kartela.merchant m USING (merchant_id)
              LEFT JOIN kartela.access_rules a USING (merchant_id)
            WHERE s.merchant_id = ? AND s.token_hash = ? AND s.expires_at > ? AND s.seen_at > ?
              AND m.disabled_at IS NULL AND f.ended_at IS NULL
            """)) {
      s.setLong(1, cookie.merchantId());
      s.setBytes(2, cookie.hash());
      s.setTimestamp(3, Timestamp.from(now));
      s.setTimestamp(4, Timestamp.from(now.minus(Sessions.IDLE)));
      try (ResultSet r = s.executeQuery()) {
        if (!r.next()) {
          return Optional.empty();
        }
        if (r.getTimestamp(6).toInstant().isBefore(now.minus(SEEN_STEP))) {
          seen(c, cookie, now);
        }
        return Optional.of(
            new Held(
                new StaffPrincipal(
                    cookie.merchantId(),
                    r.getLong(1),
                    r.getString(2),
                    r.getString(3),
                    Role.valueOf(r.getString(4)),
                    Lang.of(r.getString(5)),
                    Set.of((Long[]) r.getArray(7).getArray())),
                r.getBoolean(8)));
      }
    }
  }

  private static void seen(Connection c, SessionCookie cookie, Instant now) throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            "UPDATE kartela.session SET seen_at = ? WHERE merchant_id = ? AND token_hash = ?")) {
      s.setTimestamp(1, Timestamp.from(now));
      s.setLong(2, cookie.merchantId());
      s.setBytes(3, cookie.hash());
      s.executeUpdate();
    }
  }

  static int delete(Connection c, SessionCookie cookie) throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            "DELETE FROM kartela.session WHERE merchant_id = ? AND token_hash = ?")) {
      s.setLong(1, cookie.merchantId());
      s.setBytes(2, cookie.hash());
      return s.executeUpdate();
    }
  }

  /** Locked; empty: gets in no more. */
  static Optional<StaffPrincipal> person(Connection c, long merchantId, long staffId)
      throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            """
            SELECT f.name, f.email, f.role, f.locale
            FROM kartela.staff f JOIN kartela.merchant m USING (merchant_id)
            WHERE f.merchant_id = ? AND f.staff_id = ? AND f.ended_at IS NULL AND m.disabled_at IS NULL
            FOR NO KEY UPDATE OF f
            """)) {
      s.setLong(1, merchantId);
      s.setLong(2, staffId);
      try (ResultSet r = s.executeQuery()) {
        return r.next()
            ? Optional.of(
                new StaffPrincipal(
                    merchantId,
                    staffId,
                    r.getString(1),
                    r.getString(2),
                    Role.valueOf(r.getString(3)),
                    Lang.of(r.getString(4)),
                    Set.of()))
            : Optional.empty();
      }
    }
  }

  static void settled(Connection c, StaffPrincipal staff, String own) throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            """
            UPDATE kartela.session SET setting_up = false
            WHERE merchant_id = ? AND staff_id = ? AND setting_up AND substr(token_hash, 1, ?) = ?
            """)) {
      s.setLong(1, staff.merchantId());
      s.setLong(2, staff.staffId());
      s.setInt(3, SessionCookie.ID_BYTES);
      s.setBytes(4, HexFormat.of().parseHex(own));
      s.executeUpdate();
    }
    try (PreparedStatement s =
        c.prepareStatement(
            "DELETE FROM kartela.session WHERE merchant_id = ? AND staff_id = ? AND setting_up")) {
      s.setLong(1, staff.merchantId());
      s.setLong(2, staff.staffId());
      s.executeUpdate();
    }
  }
}
