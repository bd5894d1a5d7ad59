package io.kartela.service.shop.cashier;

import io.kartela.service.platform.db.Database;
import io.kartela.service.platform.db.Ids;
import io.kartela.service.platform.http.Http;
import io.kartela.service.platform.http.Problem;
import io.kartela.service.platform.http.ProblemCode;
import io.kartela.service.platform.http.RateLimit;
import io.kartela.service.platform.http.Tokens;
import io.kartela.service.shop.audit.Audit;
import io.kartela.service.shop.staff.Passwords;
import io.kartela.service.shop.staff.StaffPrincipal;
import io.kartela.service.shop.store.CashierRef;
import io.kartela.service.shop.store.RegisterPrincipal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Who works at the registers. The register proves itself by its key, the cashier by a PIN: that
 * opens a session on this one register, and receipts made in it carry the cashier, also when they
 * are sent after its end. Thread-safe.
 */
public final class Cashiers {
  /** The header that carries a cashier's session. */
  public static final String HEADER = "Cashier-Session";

  private static final int TRIES = 5;
  private static final Duration FIRST_LOCK = Duration.ofMinutes(5);
  private static final Duration LONGEST_LOCK = Duration.ofHours(1);

  /** The longest shift. */
  private static final Duration LIFE = Duration.ofHours(16);

  /** How far a register's clock may be behind ours when its receipts are set beside a session. */
  private static final Duration SKEW = Duration.ofMinutes(10);

  /** How long a node may go on accepting a session that another node has ended. */
  private static final Duration CACHE = Duration.ofSeconds(5);

  private static final int MAX_CACHED = 10_000;

  private final Database database;
  private final Ids ids;
  private final Audit audit;
  private final InstantSource clock;
  private final CashierStore store = new CashierStore();
  private final RateLimit perRegister = new RateLimit(20, Duration.ofMinutes(1));
  private final Map<String, Cached<Session>> sessions = new ConcurrentHashMap<>();
  private final Map<Key, Cached<CashierStore.Known>> known = new ConcurrentHashMap<>();

  private record Cached<T>(T value, long untilMillis) {}

  private record Key(long merchantId, long cashierId) {}

  /** A cashier at work on a register. */
  record Session(CashierRef cashier, long registerId, Instant startedAt, Instant endsAt) {
    /** Whether it goes on now, by our clock. */
    boolean open(RegisterPrincipal register, Instant now) {
      return registerId == register.registerId() && now.isBefore(endsAt);
    }

    /** Whether it went on when the register says that something was made. */
    boolean covers(RegisterPrincipal register, Instant at) {
      return registerId == register.registerId()
          && !at.isBefore(startedAt.minus(SKEW))
          && at.isBefore(endsAt);
    }
  }

  /** What signing in gives; the session is told only here. */
  record SignedIn(String session, String cashierId, String name, Instant endsAt) {}

  public Cashiers(Database database, Ids ids, Audit audit, InstantSource clock) {
    this.database = database;
    this.ids = ids;
    this.audit = audit;
    this.clock = clock;
  }

  String create(StaffPrincipal staff, long storeId, String name, String pin) {
    long merchantId = staff.merchantId();
    if (!staff.reaches(storeId)) {
      throw new Problem(ProblemCode.STORE_NOT_FOUND);
    }
    long id = ids.next();
    String hash = Passwords.hash(pin);
    CashierStore.Made made =
        database.inTenant(
            merchantId,
            c -> {
              CashierStore.Made done =
                  store.insert(c, merchantId, id, storeId, name, hash, clock.instant());
              if (done == CashierStore.Made.DONE) {
                record(c, staff, "CREATED", id, Map.of("name", name, "storeId", storeId));
              }
              return done;
            });
    switch (made) {
      case NO_STORE -> throw new Problem(ProblemCode.STORE_NOT_FOUND);
      case NAME_TAKEN -> throw new Problem(ProblemCode.CASHIER_NAME_TAKEN);
      case TOO_MANY -> throw new Problem(ProblemCode.TOO_MANY_CASHIERS, CashierStore.MAX_PER_STORE);
      case DONE -> {}
    }
    return Long.toString(id);
  }

  List<CashierStore.Row> list(long merchantId) {
    return database.inTenant(merchantId, c -> store.list(c, merchantId, null));
  }

  /** Who may sign in on this register. */
  List<CashierStore.Row> at(RegisterPrincipal register) {
    return database.inTenant(
        register.merchantId(), c -> store.list(c, register.merchantId(), register.storeId()));
  }

  /** A new PIN; it ends the cashier's sessions and locks. */
  void changePin(StaffPrincipal staff, long cashierId, String pin) {
    String hash = Passwords.hash(pin);
    change(
        staff,
        cashierId,
        "PIN_CHANGED",
        c -> store.setPin(c, staff.merchantId(), cashierId, hash, clock.instant()));
  }

  void revoke(StaffPrincipal staff, long cashierId) {
    change(
        staff,
        cashierId,
        "REVOKED",
        c -> store.revoke(c, staff.merchantId(), cashierId, clock.instant()));
  }

  private void change(
      StaffPrincipal staff, long cashierId, String what, Database.Work<Boolean> work) {
    boolean _ =
        database.inTenant(
            staff.merchantId(),
            c -> {
              boolean his =
                  store
                      .known(c, staff.merchantId(), cashierId)
                      .filter(known -> staff.reaches(known.storeId()))
                      .isPresent();
              if (!his || !work.in(c)) {
                throw new Problem(ProblemCode.CASHIER_NOT_FOUND);
              }
              record(c, staff, what, cashierId, Map.of());
              return true;
            });
    sessions.clear();
    known.clear();
  }

  private void record(
      Connection c, StaffPrincipal staff, String what, long cashierId, Map<String, ?> detail)
      throws SQLException {
    audit.record(c, staff, "CASHIER_" + what, "cashier:" + cashierId, detail);
  }

  /**
   * Opens a session when the PIN is right. Every try is counted before it is looked at, so that
   * guesses at the same time are counted, too; each fifth wrong one locks the cashier for longer.
   */
  SignedIn signIn(RegisterPrincipal register, long cashierId, String pin) {
    long merchantId = register.merchantId();
    perRegister.take(merchantId + ":" + register.registerId());
    Instant now = clock.instant();
    CashierStore.Attempt attempt =
        database
            .inTenant(
                merchantId, c -> store.attempt(c, register, cashierId, Cashiers::lockedFor, now))
            .orElseThrow(() -> new Problem(ProblemCode.CASHIER_NOT_FOUND));
    if (!attempt.counted()) {
      throw locked(attempt.lockedUntil(), now);
    }
    if (!Passwords.matches(pin, attempt.pinHash())) {
      throw attempt.lockedUntil() == null
          ? new Problem(ProblemCode.PIN_WRONG, TRIES - attempt.failures() % TRIES)
          : locked(attempt.lockedUntil(), now);
    }
    String token = Tokens.random();
    Instant end = now.plus(LIFE);
    boolean opened =
        database.inTenant(
            merchantId,
            c -> store.open(c, register, cashierId, attempt, Tokens.sha256(token), now, end));
    if (!opened) {
      throw new Problem(ProblemCode.CASHIER_NOT_FOUND);
    }
    return new SignedIn(token, Long.toString(cashierId), attempt.name(), end);
  }

  private static Problem locked(@Nullable Instant until, Instant now) {
    long wait = until == null ? 1 : Duration.between(now, until).toSeconds() + 1;
    return Problem.retryAfter(ProblemCode.CASHIER_LOCKED, wait);
  }

  /** How long this many wrong PINs in a row lock: 5 minutes, 10, 20 … an hour. */
  private static Optional<Duration> lockedFor(int failures) {
    if (failures % TRIES != 0) {
      return Optional.empty();
    }
    Duration lock = FIRST_LOCK.multipliedBy(1L << Math.min(10, failures / TRIES - 1));
    return Optional.of(lock.compareTo(LONGEST_LOCK) > 0 ? LONGEST_LOCK : lock);
  }

  /** Ends the session; nothing happens when it is over already. */
  void signOut(RegisterPrincipal register, String token) {
    byte[] hash = Tokens.sha256(token);
    database.inTenant(
        register.merchantId(),
        c -> store.end(c, register.merchantId(), hash, register.registerId(), clock.instant()));
    sessions.clear();
  }

  /**
   * The register with the cashier who made this. What time the register gives decides whose it is
   * when its session has ended since, and never whether a PIN is needed: a register's clock proves
   * nothing.
   *
   * @param token the cashier's session; null when none is signed in
   * @param cashierId whom a register with a sign-in of its own names
   * @param at when it was made, as the register says
   * @param pinRequired whether the shop wants a PIN: a session that goes on now
   */
  public RegisterPrincipal working(
      RegisterPrincipal register,
      @Nullable String token,
      @Nullable String cashierId,
      Instant at,
      boolean pinRequired) {
    if (token != null) {
      Instant now = clock.instant();
      Session session =
          session(register.merchantId(), token)
              .filter(s -> s.open(register, now) || (!pinRequired && s.covers(register, at)))
              .orElseThrow(() -> new Problem(ProblemCode.CASHIER_SESSION_OVER));
      if (cashierId != null && !cashierId.equals(Long.toString(session.cashier.id()))) {
        throw new Problem(ProblemCode.CASHIER_NOT_FOUND);
      }
      return register.by(session.cashier);
    }
    if (pinRequired) {
      throw new Problem(ProblemCode.CASHIER_REQUIRED);
    }
    return cashierId == null ? register : register.by(named(register, cashierId, at));
  }

  private CashierRef named(RegisterPrincipal register, String cashierId, Instant at) {
    long id = Http.id(cashierId, ProblemCode.CASHIER_NOT_FOUND);
    CashierStore.Known cashier = known(register.merchantId(), id);
    Instant revoked = cashier.revokedAt();
    if (cashier.storeId() != register.storeId() || (revoked != null && at.isAfter(revoked))) {
      throw new Problem(ProblemCode.CASHIER_NOT_FOUND);
    }
    return new CashierRef(id, cashier.name());
  }

  private CashierStore.Known known(long merchantId, long cashierId) {
    Key key = new Key(merchantId, cashierId);
    long now = clock.millis();
    Cached<CashierStore.Known> cached = known.get(key);
    if (cached != null && cached.untilMillis > now) {
      return cached.value;
    }
    CashierStore.Known found =
        database
            .inTenant(merchantId, c -> store.known(c, merchantId, cashierId))
            .orElseThrow(() -> new Problem(ProblemCode.CASHIER_NOT_FOUND));
    if (known.size() > MAX_CACHED) {
      known.clear();
    }
    known.put(key, new Cached<>(found, now + CACHE.toMillis()));
    return found;
  }

  private Optional<Session> session(long merchantId, String token) {
    if (token.length() > 100) {
      return Optional.empty();
    }
    byte[] hash = Tokens.sha256(token);
    String key = merchantId + ":" + HexFormat.of().formatHex(hash);
    long now = clock.millis();
    Cached<Session> cached = sessions.get(key);
    if (cached != null && cached.untilMillis > now) {
      return Optional.of(cached.value);
    }
    Optional<Session> found =
        database.inTenant(merchantId, c -> store.session(c, merchantId, hash));
    if (sessions.size() > MAX_CACHED) {
      sessions.clear();
    }
    found.ifPresent(s -> sessions.put(key, new Cached<>(s, now + CACHE.toMillis())));
    return found;
  }
}
