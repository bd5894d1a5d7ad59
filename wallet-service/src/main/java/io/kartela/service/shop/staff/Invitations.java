package io.kartela.service.shop.staff;

import io.kartela.service.platform.db.Ids;
import io.kartela.service.platform.db.Jpa;
import io.kartela.service.platform.http.Lang;
import io.kartela.service.platform.http.LocalText;
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
import java.util.Optional;

/**
 * People who are to set their password themselves: with a token that counts once and for three
 * days. Nobody else ever knows a password. Thread-safe.
 */
public final class Invitations {
  private static final Duration LIFE = Duration.ofDays(3);
  private static final Duration RESET_LIFE = Duration.ofHours(1);

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
      staff.passwordHash = Passwords.nobodys(); // until he sets his own
      em.persist(staff);
      route(c, normal, merchantId);
    }
    if (staff.endedAt != null) { // comes back
      staff.endedAt = null;
      staff.joinedAt = null;
      staff.name = name;
    }
    staff.role = role.name();
    end(c, merchantId, staff.id);
    return give(c, merchantId, staff.id, false);
  }

  /** A token for another password, for an hour; what the owner gave counts beside it. */
  Invitation reset(Connection c, long merchantId, long staffId) throws SQLException {
    return give(c, merchantId, staffId, true);
  }

  private Invitation give(Connection c, long merchantId, long staffId, boolean reset)
      throws SQLException {
    String token = Tokens.random();
    Instant expires = clock.instant().plus(reset ? RESET_LIFE : LIFE);
    try (PreparedStatement s =
        c.prepareStatement(
            "INSERT INTO kartela.staff_invitation (merchant_id, token_hash, staff_id, expires_at,"
                + " reset, given_at) VALUES (?, ?, ?, ?, ?, ?)")) {
      s.setLong(1, merchantId);
      s.setBytes(2, Tokens.sha256(token));
      s.setLong(3, staffId);
      s.setTimestamp(4, Timestamp.from(expires));
      s.setBoolean(5, reset);
      s.setTimestamp(6, Timestamp.from(clock.instant()));
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

  /** A token that was not used counts no more. */
  public static void end(Connection c, long merchantId, long staffId) throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            "DELETE FROM kartela.staff_invitation WHERE merchant_id = ? AND staff_id = ?")) {
      s.setLong(1, merchantId);
      s.setLong(2, staffId);
      s.executeUpdate();
    }
  }

  /**
   * Who is invited, where to, and as what.
   *
   * @param reset it is for another password, of somebody who was there before
   */
  record Invited(
      String email,
      String name,
      Role role,
      String merchantName,
      LocalText merchantNames,
      boolean reset) {}

  /** The two parts of a token. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Parsed(long merchantId, byte[] hash) {
    static Parsed of(String token) {
      int dot = token.indexOf('.');
      if (dot < 1 || dot > 18 || !token.substring(0, dot).matches("[1-9][0-9]*")) {
        throw new Problem(ProblemCode.INVITATION_INVALID);
      }
      return new Parsed(
          Long.parseLong(token.substring(0, dot)), Tokens.sha256(token.substring(dot + 1)));
    }
  }

  /** Whose token this is; it is not used up. */
  Invited look(String token) {
    Parsed parsed = Parsed.of(token);
    return jpa.inTenantMixed(
        parsed.merchantId,
        (em, c) -> {
          try (PreparedStatement s =
              c.prepareStatement(
                  """
                  SELECT f.email, f.name, f.role, m.name, coalesce(nullif(m.name_en, ''), m.name), reset
                  FROM kartela.staff_invitation JOIN kartela.staff f USING (merchant_id, staff_id)
                    JOIN kartela.merchant m USING (merchant_id)
                  WHERE merchant_id = ? AND token_hash = ? AND expires_at > ?
                  """)) {
            s.setLong(1, parsed.merchantId);
            s.setBytes(2, parsed.hash);
            s.setTimestamp(3, Timestamp.from(clock.instant()));
            try (ResultSet r = s.executeQuery()) {
              if (!r.next()) {
                throw new Problem(ProblemCode.INVITATION_INVALID);
              }
              return new Invited(
                  r.getString(1),
                  r.getString(2),
                  Role.valueOf(r.getString(3)),
                  r.getString(4),
                  new LocalText(r.getString(4), r.getString(5)),
                  r.getBoolean(6));
            }
          }
        });
  }

  /**
   * Sets the password; the person's tokens are used up and their sessions end.
   *
   * @return who had another one before
   */
  Optional<StaffPrincipal> accept(String token, String password) {
    Parsed parsed = Parsed.of(token);
    long merchantId = parsed.merchantId;
    byte[] hash = parsed.hash;
    String passwordHash = Passwords.hash(password);
    return jpa.inTenantMixed(
        merchantId,
        (em, c) -> {
          long staffId = use(c, merchantId, hash);
          StaffEntity staff =
              em.createQuery(
                      "select s from Staff s where s.merchantId = :m and s.id = :s",
                      StaffEntity.class)
                  .setParameter("m", merchantId)
                  .setParameter("s", staffId)
                  .getSingleResult();
          boolean first = staff.joinedAt == null;
          staff.passwordHash = passwordHash;
          if (first) {
            staff.joinedAt = clock.instant();
          }
          end(c, merchantId, staffId);
          Sessions.endAll(c, merchantId, staffId);
          return first ? Optional.empty() : Optional.of(Sessions.principal(staff));
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
