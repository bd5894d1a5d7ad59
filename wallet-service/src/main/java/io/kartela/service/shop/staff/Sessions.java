package io.kartela.service.shop.staff;

import io.helidon.http.SetCookie;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.kartela.service.platform.db.Database;
import io.kartela.service.platform.db.Ids;
import io.kartela.service.platform.db.Jpa;
import io.kartela.service.platform.http.Door;
import io.kartela.service.platform.http.Http;
import io.kartela.service.platform.http.Lang;
import io.kartela.service.platform.http.Problem;
import io.kartela.service.platform.http.ProblemCode;
import io.kartela.service.platform.http.Tokens;
import io.kartela.service.shop.merchant.Merchants;
import jakarta.persistence.EntityManager;
import java.net.URI;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Staff who sign in to the cabinet. The session is a random token in an HttpOnly, SameSite cookie;
 * the database keeps only its hash, so any node answers and a stolen table signs nobody in.
 * Thread-safe.
 */
public final class Sessions {
  /** For JPA. */
  public static final Class<?> ENTITY = StaffEntity.class;

  private static final String COOKIE = Door.SESSION;
  private static final Duration LIFE = Duration.ofHours(12);

  /** How long a session may lie unused. */
  private static final Duration IDLE = Duration.ofHours(2);

  /** How exactly its use is written down: not a write with every click. */
  private static final Duration SEEN_STEP = Duration.ofMinutes(5);

  private final Database database;
  private final Jpa jpa;
  private final Ids ids;
  private final InstantSource clock;
  private final URI publicUrl;
  private final SignInAttempts attempts = new SignInAttempts();

  public Sessions(Database database, Jpa jpa, Ids ids, InstantSource clock, URI publicUrl) {
    this.database = database;
    this.jpa = jpa;
    this.ids = ids;
    this.clock = clock;
    this.publicUrl = publicUrl;
  }

  public void createStaff(
      long merchantId, String email, String name, Role role, String password, Lang locale) {
    String normal = normal(email);
    database.inTransaction(
        c -> {
          try (PreparedStatement s =
              c.prepareStatement(
                  "INSERT INTO kartela.route_staff (email, merchant_id) VALUES (?, ?) ON CONFLICT"
                      + " DO NOTHING")) {
            s.setString(1, normal);
            s.setLong(2, merchantId);
            return s.executeUpdate();
          }
        });
    StaffEntity e = new StaffEntity();
    e.merchantId = merchantId;
    e.id = ids.next();
    e.email = normal;
    e.name = name;
    e.role = role.name();
    e.passwordHash = Passwords.hash(password);
    e.locale = locale.tag();
    jpa.inTenant(
        merchantId,
        em -> {
          em.persist(e);
          return e;
        });
  }

  /**
   * Sets a new password and ends the person's sessions; does nothing when there is no such person.
   */
  public void setPassword(long merchantId, String email, String password) {
    String normal = normal(email);
    String hash = Passwords.hash(password);
    jpa.inTenantMixed(
        merchantId,
        (em, c) -> {
          for (StaffEntity staff : byEmail(em, merchantId, normal)) {
            staff.passwordHash = hash;
            endAll(c, merchantId, staff.id);
          }
          return true;
        });
  }

  /** Ends the person's sessions everywhere. */
  static void endAll(Connection c, long merchantId, long staffId) throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement("DELETE FROM kartela.session WHERE merchant_id = ? AND staff_id = ?")) {
      s.setLong(1, merchantId);
      s.setLong(2, staffId);
      s.executeUpdate();
    }
  }

  static List<StaffEntity> byEmail(EntityManager em, long merchantId, String email) {
    return em.createQuery(
            "select s from Staff s where s.merchantId = :m and s.email = :e", StaffEntity.class)
        .setParameter("m", merchantId)
        .setParameter("e", email)
        .getResultList();
  }

  /** Checks the password and opens a session; the cookie goes out with the answer. */
  StaffPrincipal signIn(ServerRequest req, ServerResponse res, String email, String password) {
    String normal = normal(email);
    attempts.begin(Http.client(req), normal);
    @Nullable StaffEntity staff = findByPassword(normal, password);
    if (staff == null) {
      attempts.failed(Http.client(req), normal);
      throw new Problem(ProblemCode.SIGN_IN_FAILED);
    }
    boolean _ =
        jpa.inTenant(
            staff.merchantId,
            em -> {
              Merchants.requireOpen(em, staff.merchantId);
              return true;
            });
    String token = Tokens.random();
    Instant now = clock.instant();
    database.inTenant(
        staff.merchantId,
        c -> {
          try (PreparedStatement s =
              c.prepareStatement(
                  "INSERT INTO kartela.session (merchant_id, token_hash, staff_id, created_at,"
                      + " expires_at, seen_at) VALUES (?,?,?,?,?,?)")) {
            s.setLong(1, staff.merchantId);
            s.setBytes(2, Tokens.sha256(token));
            s.setLong(3, staff.id);
            s.setTimestamp(4, Timestamp.from(now));
            s.setTimestamp(5, Timestamp.from(now.plus(LIFE)));
            s.setTimestamp(6, Timestamp.from(now));
            return s.executeUpdate();
          }
        });
    res.headers().addCookie(cookie(staff.merchantId + "." + token, LIFE));
    return principal(staff);
  }

  private @Nullable StaffEntity findByPassword(String email, String password) {
    List<Long> merchants =
        database.inTransaction(
            c -> {
              List<Long> found = new ArrayList<>();
              try (PreparedStatement s =
                  c.prepareStatement(
                      "SELECT merchant_id FROM kartela.route_staff WHERE email = ? LIMIT 20")) {
                s.setString(1, email);
                try (ResultSet r = s.executeQuery()) {
                  while (r.next()) {
                    found.add(r.getLong(1));
                  }
                }
              }
              return found;
            });
    if (merchants.isEmpty()) {
      Passwords.matches(password, Passwords.NOBODY);
    }
    for (long merchantId : merchants) {
      List<StaffEntity> people = jpa.inTenant(merchantId, em -> byEmail(em, merchantId, email));
      for (StaffEntity staff : people) {
        if (Passwords.matches(password, staff.passwordHash)) {
          return staff;
        }
      }
    }
    return null;
  }

  /**
   * Whoever is signed in with at least this role. That writes come from our own pages is seen to at
   * the door.
   */
  public StaffPrincipal require(ServerRequest req, Role role) {
    StaffPrincipal principal =
        current(req).orElseThrow(() -> new Problem(ProblemCode.UNAUTHENTICATED));
    if (!principal.role().includes(role)) {
      throw new Problem(ProblemCode.FORBIDDEN, role.title());
    }
    return principal;
  }

  /** Whether the request carries a session at all (it may still turn out to be over). */
  public boolean present(ServerRequest req) {
    return req.headers().cookies().contains(COOKIE);
  }

  private Optional<StaffPrincipal> current(ServerRequest req) {
    String cookie = req.headers().cookies().first(COOKIE).map(v -> v).orElse("");
    int dot = cookie.indexOf('.');
    if (dot < 1
        || dot > 18
        || cookie.length() > 200
        || !cookie.substring(0, dot).matches("[0-9]+")) {
      return Optional.empty();
    }
    long merchantId = Long.parseLong(cookie.substring(0, dot));
    byte[] hash = Tokens.sha256(cookie.substring(dot + 1));
    Instant now = clock.instant();
    return database.inTenant(
        merchantId,
        c -> {
          try (PreparedStatement s =
              c.prepareStatement(
                  """
                  SELECT f.staff_id, f.name, f.email, f.role, f.locale, s.seen_at
                  FROM kartela.session s JOIN kartela.staff f USING (merchant_id, staff_id)
                    JOIN kartela.merchant m USING (merchant_id)
                  WHERE s.merchant_id = ? AND s.token_hash = ? AND s.expires_at > ? AND s.seen_at > ?
                    AND m.disabled_at IS NULL
                  """)) {
            s.setLong(1, merchantId);
            s.setBytes(2, hash);
            s.setTimestamp(3, Timestamp.from(now));
            s.setTimestamp(4, Timestamp.from(now.minus(IDLE)));
            try (ResultSet r = s.executeQuery()) {
              if (!r.next()) {
                return Optional.empty();
              }
              if (r.getTimestamp(6).toInstant().isBefore(now.minus(SEEN_STEP))) {
                seen(c, merchantId, hash, now);
              }
              return Optional.of(
                  new StaffPrincipal(
                      merchantId,
                      r.getLong(1),
                      r.getString(2),
                      r.getString(3),
                      Role.valueOf(r.getString(4)),
                      Lang.of(r.getString(5))));
            }
          }
        });
  }

  private static void seen(Connection c, long merchantId, byte[] hash, Instant now)
      throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            "UPDATE kartela.session SET seen_at = ? WHERE merchant_id = ? AND token_hash = ?")) {
      s.setTimestamp(1, Timestamp.from(now));
      s.setLong(2, merchantId);
      s.setBytes(3, hash);
      s.executeUpdate();
    }
  }

  void signOut(ServerRequest req, ServerResponse res) {
    String cookie = req.headers().cookies().first(COOKIE).map(v -> v).orElse("");
    int dot = cookie.indexOf('.');
    if (dot > 0 && dot <= 18 && cookie.substring(0, dot).matches("[0-9]+")) {
      long merchantId = Long.parseLong(cookie.substring(0, dot));
      database.inTenant(
          merchantId,
          c -> {
            try (PreparedStatement s =
                c.prepareStatement(
                    "DELETE FROM kartela.session WHERE merchant_id = ? AND token_hash = ?")) {
              s.setLong(1, merchantId);
              s.setBytes(2, Tokens.sha256(cookie.substring(dot + 1)));
              return s.executeUpdate();
            }
          });
    }
    res.headers().addCookie(cookie("", Duration.ZERO));
  }

  private SetCookie cookie(String value, Duration life) {
    return SetCookie.builder(COOKIE, value)
        .path("/")
        .httpOnly(true)
        .secure("https".equals(publicUrl.getScheme()))
        .sameSite(SetCookie.SameSite.STRICT)
        .maxAge(life)
        .build();
  }

  static String normal(String email) {
    return email.strip().toLowerCase(Locale.ROOT);
  }

  private static StaffPrincipal principal(StaffEntity e) {
    return new StaffPrincipal(
        e.merchantId, e.id, e.name, e.email, Role.valueOf(e.role), Lang.of(e.locale));
  }
}
