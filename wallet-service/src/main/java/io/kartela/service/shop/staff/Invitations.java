package io.kartela.service.shop.staff;

import io.kartela.service.platform.db.Ids;
import io.kartela.service.platform.db.Jpa;
import io.kartela.service.platform.http.Lang;
import io.kartela.service.platform.http.Problem;
import io.kartela.service.platform.http.ProblemCode;
import io.kartela.service.platform.http.Tokens;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/**
 * People who are to set their password themselves: with a token that counts once and for three
 * days. Nobody else ever knows a password. Thread-safe.
 */
public final class Invitations {
  private static final Duration LIFE = Duration.ofDays(3);

  private final Jpa jpa;
  private final Ids ids;
  private final InstantSource clock;

  /** What is handed to the person; never shown again. */
  public record Invitation(String token, Instant expiresAt) {}

  public Invitations(Jpa jpa, Ids ids, InstantSource clock) {
    this.jpa = jpa;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * Invites somebody, who is made an employee unless he is one; a former invitation of his ends.
   * The caller flushes before anything else is asked of the tables.
   */
  public Invitation invite(
      EntityManager em,
      Connection c,
      long merchantId,
      String email,
      String name,
      Role role,
      Lang locale)
      throws SQLException {
    String normal = Sessions.normal(email);
    StaffEntity staff = Sessions.byEmail(em, merchantId, normal).stream().findFirst().orElse(null);
    if (staff == null) {
      staff = new StaffEntity();
      staff.merchantId = merchantId;
      staff.id = ids.next();
      staff.email = normal;
      staff.name = name;
      staff.locale = locale.tag();
      staff.passwordHash = Passwords.hash(Tokens.random()); // nobody's, until he sets his own
      em.persist(staff);
      route(c, normal, merchantId);
    }
    staff.role = role.name();
    end(c, merchantId, staff.id);
    String token = Tokens.random();
    Instant expires = clock.instant().plus(LIFE);
    try (PreparedStatement s =
        c.prepareStatement(
            "INSERT INTO kartela.staff_invitation (merchant_id, token_hash, staff_id, expires_at)"
                + " VALUES (?, ?, ?, ?)")) {
      s.setLong(1, merchantId);
      s.setBytes(2, Tokens.sha256(token));
      s.setLong(3, staff.id);
      s.setTimestamp(4, Timestamp.from(expires));
      s.executeUpdate();
    }
    return new Invitation(merchantId + "." + token, expires);
  }

  private static void route(Connection c, String email, long merchantId) throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            "INSERT INTO kartela.route_staff (email, merchant_id) VALUES (?, ?) ON CONFLICT DO"
                + " NOTHING")) {
      s.setString(1, email);
      s.setLong(2, merchantId);
      s.executeUpdate();
    }
  }

  private static void end(Connection c, long merchantId, long staffId) throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            "DELETE FROM kartela.staff_invitation WHERE merchant_id = ? AND staff_id = ?")) {
      s.setLong(1, merchantId);
      s.setLong(2, staffId);
      s.executeUpdate();
    }
  }

  /** Sets the password; the token is used up and the person's sessions end. */
  void accept(String token, String password) {
    int dot = token.indexOf('.');
    if (dot < 1 || dot > 18 || !token.substring(0, dot).matches("[1-9][0-9]*")) {
      throw new Problem(ProblemCode.INVITATION_INVALID);
    }
    long merchantId = Long.parseLong(token.substring(0, dot));
    byte[] hash = Tokens.sha256(token.substring(dot + 1));
    String passwordHash = Passwords.hash(password);
    boolean _ =
        jpa.inTenantMixed(
            merchantId,
            (em, c) -> {
              long staffId = use(c, merchantId, hash);
              List<StaffEntity> people =
                  em.createQuery(
                          "select s from Staff s where s.merchantId = :m and s.id = :s",
                          StaffEntity.class)
                      .setParameter("m", merchantId)
                      .setParameter("s", staffId)
                      .getResultList();
              people.forEach(staff -> staff.passwordHash = passwordHash);
              Sessions.endAll(c, merchantId, staffId);
              return true;
            });
  }

  private long use(Connection c, long merchantId, byte[] hash) throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            """
            DELETE FROM kartela.staff_invitation WHERE merchant_id = ? AND token_hash = ? AND expires_at > ?
            RETURNING staff_id
            """)) {
      s.setLong(1, merchantId);
      s.setBytes(2, hash);
      s.setTimestamp(3, Timestamp.from(clock.instant()));
      try (ResultSet r = s.executeQuery()) {
        if (!r.next()) {
          throw new Problem(ProblemCode.INVITATION_INVALID);
        }
        return r.getLong(1);
      }
    }
  }
}
