package io.kartela.service.shop.staff;

import io.helidon.http.HeaderNames;
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
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Staff who sign in to the cabinet. The session is a random token in an HttpOnly, SameSite cookie;
 * the database keeps only its hash, so any node answers and a stolen table signs nobody in.
 * Thread-safe.
 */
public final class Sessions {
  /** For JPA. */
  public static final Class<?> ENTITY = StaffEntity.class;

  static final Duration LIFE = Duration.ofHours(12);

  /** How long a session may lie unused. */
  static final Duration IDLE = Duration.ofHours(2);

  private final Database database;
  private final Jpa jpa;
  private final Ids ids;
  private final InstantSource clock;
  private final URI publicUrl;
  private final SignInAttempts attempts;

  public Sessions(Database database, Jpa jpa, Ids ids, InstantSource clock, URI publicUrl) {
    this.database = database;
    this.jpa = jpa;
    this.ids = ids;
    this.clock = clock;
    this.publicUrl = publicUrl;
    this.attempts = new SignInAttempts(database);
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
    e.joinedAt = clock.instant();
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

  /** Ends the person's sessions everywhere, and what was about to become one. */
  public static void endAll(Connection c, long merchantId, long staffId) throws SQLException {
    endSteps(c, merchantId, staffId);
    try (PreparedStatement s =
        c.prepareStatement("DELETE FROM kartela.session WHERE merchant_id = ? AND staff_id = ?")) {
      s.setLong(1, merchantId);
      s.setLong(2, staffId);
      s.executeUpdate();
    }
  }

  /** Whoever showed a password only has to show it again. */
  static void endSteps(Connection c, long merchantId, long staffId) throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            "DELETE FROM kartela.sign_in_step WHERE merchant_id = ? AND staff_id = ?")) {
      s.setLong(1, merchantId);
      s.setLong(2, staffId);
      s.executeUpdate();
    }
  }

  /**
   * Somebody who gets in, locked until the transaction ends: what is done about one person's access
   * is done one after the other.
   */
  public static Optional<StaffPrincipal> person(Connection c, long merchantId, long staffId)
      throws SQLException {
    return SessionStore.person(c, merchantId, staffId);
  }

  /** A session that set up a second factor is one like others; others that were to do so end. */
  public static void settled(Connection c, StaffPrincipal staff, String own) throws SQLException {
    SessionStore.settled(c, staff, own);
  }

  static List<StaffEntity> byEmail(EntityManager em, long merchantId, String email) {
    return em.createQuery(
            "select s from Staff s where s.merchantId = :m and s.email = :e", StaffEntity.class)
        .setParameter("m", merchantId)
        .setParameter("e", email)
        .getResultList();
  }

  /** Whose e-mail and password these are; that alone opens nothing. */
  StaffPrincipal byPassword(ServerRequest req, String email, String password) {
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
    return principal(staff);
  }

  /**
   * Opens a session of somebody who has shown all that is asked of them; the cookie goes out with
   * the answer.
   *
   * @param settingUp it sets up a second factor and does nothing else
   */
  public void open(ServerRequest req, ServerResponse res, StaffPrincipal staff, boolean settingUp) {
    String token = Tokens.random();
    SessionStore.Device device = new SessionStore.Device(agent(req), Http.client(req));
    int _ =
        database.inTenant(
            staff.merchantId(),
            c -> SessionStore.open(c, staff, token, device, settingUp, clock.instant()));
    res.headers().addCookie(cookie(staff.merchantId() + "." + token, LIFE));
  }

  private static String agent(ServerRequest req) {
    String agent = Http.header(req, HeaderNames.USER_AGENT).orElse("");
    return agent.substring(0, Math.min(200, agent.length()));
  }

  /** Where somebody of this address works or worked. */
  static List<Long> merchantsOf(Database database, String email) {
    return database.inTransaction(
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
  }

  private @Nullable StaffEntity findByPassword(String email, String password) {
    List<Long> merchants = merchantsOf(database, email);
    if (merchants.isEmpty()) {
      Passwords.matches(password, Passwords.NOBODY);
    }
    for (long merchantId : merchants) {
      List<StaffEntity> people = jpa.inTenant(merchantId, em -> byEmail(em, merchantId, email));
      for (StaffEntity staff : people) {
        if (Passwords.matches(password, staff.passwordHash) && staff.endedAt == null) {
          return staff;
        }
      }
    }
    return null;
  }

  /**
   * Whoever is signed in and may do this. That writes come from our own pages is seen to at the
   * door.
   */
  public StaffPrincipal require(ServerRequest req, Action action) {
    SessionStore.Held held = held(req);
    if (held.settingUp()) {
      throw new Problem(ProblemCode.SECOND_FACTOR_REQUIRED);
    }
    held.staff().require(action);
    return held.staff();
  }

  /** Who is signed in, also by a session that may set up a second factor and nothing else. */
  public StaffPrincipal requireAny(ServerRequest req) {
    return held(req).staff();
  }

  /** Whether the session is to set up a second factor before anything else. */
  boolean settingUp(ServerRequest req) {
    return held(req).settingUp();
  }

  private SessionStore.Held held(ServerRequest req) {
    return cookie(req)
        .flatMap(this::holder)
        .orElseThrow(() -> new Problem(ProblemCode.UNAUTHENTICATED));
  }

  /** Whether the request carries a session at all (it may still turn out to be over). */
  public boolean present(ServerRequest req) {
    return !Door.signsByKey(req) && req.headers().cookies().contains(SessionCookie.NAME);
  }

  /** Empty also beside a key, right or wrong: who signs by one does not act by the session. */
  private static Optional<SessionCookie> cookie(ServerRequest req) {
    if (Door.signsByKey(req)) {
      return Optional.empty();
    }
    return SessionCookie.of(
        req.headers().cookies().first(SessionCookie.NAME).map(v -> v).orElse(""));
  }

  /** What names the session that asks among its owner's. */
  public String idOf(ServerRequest req) {
    return cookie(req)
        .map(SessionCookie::id)
        .orElseThrow(() -> new Problem(ProblemCode.UNAUTHENTICATED));
  }

  private Optional<SessionStore.Held> holder(SessionCookie cookie) {
    return database.inTenant(
        cookie.merchantId(), c -> SessionStore.holder(c, cookie, clock.instant()));
  }

  void signOut(ServerRequest req, ServerResponse res) {
    cookie(req).ifPresent(this::end);
    res.headers().addCookie(cookie("", Duration.ZERO));
  }

  private void end(SessionCookie cookie) {
    int _ = database.inTenant(cookie.merchantId(), c -> SessionStore.delete(c, cookie));
  }

  private SetCookie cookie(String value, Duration life) {
    return SessionCookie.holding(value, life, "https".equals(publicUrl.getScheme()));
  }

  static String normal(String email) {
    return email.strip().toLowerCase(Locale.ROOT);
  }

  static StaffPrincipal principal(StaffEntity e) {
    return new StaffPrincipal(
        e.merchantId, e.id, e.name, e.email, Role.valueOf(e.role), Lang.of(e.locale), Set.of());
  }
}
