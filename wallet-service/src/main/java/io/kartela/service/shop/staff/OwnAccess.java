package io.kartela.service.shop.staff;

import io.kartela.service.platform.http.Problem;
import io.kartela.service.platform.http.ProblemCode;
import io.kartela.service.platform.http.RateLimit;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** What somebody who is signed in does with their own sessions and password. Thread-safe. */
public final class OwnAccess {
  private final InstantSource clock;
  private final RateLimit guesses = new RateLimit(10, Duration.ofMinutes(10));

  /**
   * An open session.
   *
   * @param current whether it is the one that asks
   * @param agent what the browser calls itself
   * @param address from where it was opened
   */
  public record View(
      String id,
      boolean current,
      Instant startedAt,
      Instant lastSeenAt,
      String agent,
      String address) {}

  public OwnAccess(InstantSource clock) {
    this.clock = clock;
  }

  /**
   * The open ones, last used first.
   *
   * @param own the session that asks
   */
  public List<View> list(Connection c, StaffPrincipal staff, String own) throws SQLException {
    Instant now = clock.instant();
    try (PreparedStatement s =
        c.prepareStatement(
            """
            SELECT substr(token_hash, 1, %d), created_at, seen_at, agent, address FROM kartela.session
            WHERE merchant_id = ? AND staff_id = ? AND expires_at > ? AND seen_at > ?
            ORDER BY seen_at DESC, created_at DESC LIMIT 100
            """
                .formatted(SessionCookie.ID_BYTES))) {
      s.setLong(1, staff.merchantId());
      s.setLong(2, staff.staffId());
      s.setTimestamp(3, Timestamp.from(now));
      s.setTimestamp(4, Timestamp.from(now.minus(Sessions.IDLE)));
      List<View> sessions = new ArrayList<>();
      try (ResultSet r = s.executeQuery()) {
        while (r.next()) {
          String id = HexFormat.of().formatHex(r.getBytes(1));
          sessions.add(
              new View(
                  id,
                  id.equals(own),
                  r.getTimestamp(2).toInstant(),
                  r.getTimestamp(3).toInstant(),
                  r.getString(4),
                  r.getString(5)));
        }
      }
      return sessions;
    }
  }

  /** Ends one of one's own; a problem when there is none. */
  public void end(Connection c, StaffPrincipal staff, String id) throws SQLException {
    if (!id.matches("[0-9a-f]{" + 2 * SessionCookie.ID_BYTES + "}")) {
      throw new Problem(ProblemCode.SESSION_NOT_FOUND);
    }
    try (PreparedStatement s =
        c.prepareStatement(
            "DELETE FROM kartela.session WHERE merchant_id = ? AND staff_id = ? AND"
                + " substr(token_hash, 1, ?) = ?")) {
      s.setLong(1, staff.merchantId());
      s.setLong(2, staff.staffId());
      s.setInt(3, SessionCookie.ID_BYTES);
      s.setBytes(4, HexFormat.of().parseHex(id));
      if (s.executeUpdate() == 0) {
        throw new Problem(ProblemCode.SESSION_NOT_FOUND);
      }
    }
  }

  /** Sets another password; every other session ends, and so do links that set one. */
  public void changePassword(
      Connection c, StaffPrincipal staff, String own, String present, String wanted)
      throws SQLException {
    requirePassword(c, staff, present);
    try (PreparedStatement s =
        c.prepareStatement(
            "UPDATE kartela.staff SET password_hash = ? WHERE merchant_id = ? AND staff_id = ?")) {
      s.setString(1, Passwords.hash(wanted));
      s.setLong(2, staff.merchantId());
      s.setLong(3, staff.staffId());
      s.executeUpdate();
    }
    Invitations.end(c, staff.merchantId(), staff.staffId());
    Sessions.endSteps(c, staff.merchantId(), staff.staffId());
    try (PreparedStatement s =
        c.prepareStatement(
            "DELETE FROM kartela.session WHERE merchant_id = ? AND staff_id = ? AND"
                + " substr(token_hash, 1, ?) <> ?")) {
      s.setLong(1, staff.merchantId());
      s.setLong(2, staff.staffId());
      s.setInt(3, SessionCookie.ID_BYTES);
      s.setBytes(4, HexFormat.of().parseHex(own));
      s.executeUpdate();
    }
  }

  /** Refuses whoever is signed in but does not know the password. */
  public void requirePassword(Connection c, StaffPrincipal staff, String present)
      throws SQLException {
    guesses.take(staff.merchantId() + ":" + staff.staffId());
    if (!Passwords.matches(present, hashOf(c, staff))) {
      throw new Problem(ProblemCode.PASSWORD_WRONG);
    }
  }

  private static String hashOf(Connection c, StaffPrincipal staff) throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            "SELECT password_hash FROM kartela.staff WHERE merchant_id = ? AND staff_id = ? FOR"
                + " UPDATE")) {
      s.setLong(1, staff.merchantId());
      s.setLong(2, staff.staffId());
      try (ResultSet r = s.executeQuery()) {
        r.next();
        return r.getString(1);
      }
    }
  }
}
