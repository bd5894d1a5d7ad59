package io.kartela.service.shop.store;

import io.helidon.webserver.http.ServerRequest;
import io.kartela.service.platform.db.Ids;
import io.kartela.service.platform.db.Jpa;
import io.kartela.service.platform.http.Http;
import io.kartela.service.platform.http.Problem;
import io.kartela.service.platform.http.ProblemCode;
import io.kartela.service.platform.http.Tokens;
import io.kartela.service.shop.merchant.Merchants;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Stores, their registers and the registers' keys. A key is {@code
 * krt_<merchant>_<register>_<secret>}: it names its row, so no lookup crosses merchants.
 * Thread-safe.
 */
public final class Stores {
  /** For JPA. */
  public static final List<Class<?>> ENTITIES = List.of(StoreEntity.class, RegisterEntity.class);

  /** How long a node may go on accepting a key that another node has revoked. */
  private static final Duration CACHE = Duration.ofSeconds(5);

  private static final Duration LAST_SEEN_STEP = Duration.ofMinutes(1);

  private final Jpa jpa;
  private final Ids ids;
  private final InstantSource clock;
  private final Map<String, Cached> cache = new ConcurrentHashMap<>();

  private record Cached(RegisterPrincipal principal, long untilMillis) {}

  /**
   * A store with its registers, as the cabinet lists them.
   *
   * @param hours from Monday on; empty: not said
   */
  public record StoreView(
      String id,
      String name,
      String zone,
      String address,
      List<String> hours,
      boolean closed,
      List<RegisterView> registers) {}

  /**
   * A register without its key.
   *
   * @param oldKeyUntil until when the former key works beside the new one
   * @param oldKeySeenAt when the former key was last used: not before that is silent should it end
   */
  public record RegisterView(
      String id,
      String name,
      boolean revoked,
      @Nullable Instant lastSeenAt,
      @Nullable Instant keyChangedAt,
      @Nullable Instant oldKeyUntil,
      @Nullable Instant oldKeySeenAt) {}

  /** A new register; the key is never shown again. */
  public record NewRegister(String id, String name, String key) {}

  public Stores(Jpa jpa, Ids ids, InstantSource clock) {
    this.jpa = jpa;
    this.ids = ids;
    this.clock = clock;
  }

  public long createStore(long merchantId, String name, ZoneId zone) {
    return jpa.inTenant(merchantId, em -> createStore(em, merchantId, name, zone));
  }

  /** In the caller's transaction, which flushes before a register is made there. */
  public long createStore(EntityManager em, long merchantId, String name, ZoneId zone) {
    StoreEntity e = new StoreEntity();
    e.merchantId = merchantId;
    e.id = ids.next();
    e.name = name;
    e.zone = zone.getId();
    em.persist(e);
    return e.id;
  }

  public NewRegister createRegister(long merchantId, long storeId, String name) {
    return jpa.inTenant(merchantId, em -> createRegister(em, merchantId, storeId, name));
  }

  /** In the caller's transaction. */
  public NewRegister createRegister(EntityManager em, long merchantId, long storeId, String name) {
    if (Places.find(em, merchantId, storeId).closedAt != null) {
      throw new Problem(ProblemCode.STORE_CLOSED);
    }
    String secret = Tokens.random();
    RegisterEntity e = new RegisterEntity();
    e.merchantId = merchantId;
    e.id = ids.next();
    e.storeId = storeId;
    e.name = name;
    e.keyHash = Tokens.sha256(secret);
    em.persist(e);
    return new NewRegister(Long.toString(e.id), name, key(merchantId, e.id, secret));
  }

  /** Changes registers; every key is looked at anew. */
  <T> T change(long merchantId, Jpa.Mixed<T> work) {
    T changed = jpa.inTenantMixed(merchantId, work);
    cache.clear();
    return changed;
  }

  static String key(long merchantId, long registerId, String secret) {
    return "krt_" + merchantId + "_" + registerId + "_" + secret;
  }

  public List<StoreView> list(long merchantId) {
    return jpa.inTenant(
        merchantId,
        em -> {
          List<RegisterEntity> registers =
              em.createQuery(
                      "select r from Register r where r.merchantId = :m order by r.id",
                      RegisterEntity.class)
                  .setParameter("m", merchantId)
                  .getResultList();
          return em
              .createQuery(
                  "select s from Store s where s.merchantId = :m order by s.id", StoreEntity.class)
              .setParameter("m", merchantId)
              .getResultList()
              .stream()
              .map(s -> view(s, registers))
              .toList();
        });
  }

  private static StoreView view(StoreEntity store, List<RegisterEntity> registers) {
    return new StoreView(
        Long.toString(store.id),
        store.name,
        store.zone,
        store.address,
        Hours.read(store.hours),
        store.closedAt != null,
        registers.stream()
            .filter(r -> r.storeId == store.id)
            .map(
                r ->
                    new RegisterView(
                        Long.toString(r.id),
                        r.name,
                        r.revokedAt != null,
                        r.lastSeenAt,
                        r.keyChangedAt,
                        r.oldKeyUntil,
                        r.oldKeySeenAt))
            .toList());
  }

  long count(EntityManager em, long merchantId) {
    return em.createQuery("select count(s) from Store s where s.merchantId = :m", Long.class)
        .setParameter("m", merchantId)
        .getSingleResult();
  }

  /** A store's registers whose keys open. */
  List<RegisterEntity> working(EntityManager em, long merchantId, long storeId) {
    return em.createQuery(
            "select r from Register r where r.merchantId = :m and r.storeId = :s and r.revokedAt is"
                + " null",
            RegisterEntity.class)
        .setParameter("m", merchantId)
        .setParameter("s", storeId)
        .getResultList();
  }

  /** The register that sent this request; a problem when its key is missing, wrong or revoked. */
  public RegisterPrincipal authenticate(ServerRequest req) {
    return authenticate(
        Http.bearer(req).orElseThrow(() -> new Problem(ProblemCode.REGISTER_KEY_INVALID)));
  }

  private RegisterPrincipal authenticate(String key) {
    String cacheKey = HexFormat.of().formatHex(Tokens.sha256(key));
    long now = clock.millis();
    Cached known = cache.get(cacheKey);
    if (known != null && known.untilMillis > now) {
      return known.principal;
    }
    RegisterPrincipal principal = lookUp(key);
    if (cache.size() > 10_000) {
      cache.clear();
    }
    cache.put(cacheKey, new Cached(principal, now + CACHE.toMillis()));
    return principal;
  }

  private RegisterPrincipal lookUp(String key) {
    String[] parts = key.split("_", 4);
    if (parts.length != 4 || !parts[0].equals("krt")) {
      throw new Problem(ProblemCode.REGISTER_KEY_INVALID);
    }
    long merchantId = Http.id(parts[1], ProblemCode.REGISTER_KEY_INVALID);
    long registerId = Http.id(parts[2], ProblemCode.REGISTER_KEY_INVALID);
    return jpa.inTenant(
        merchantId,
        em -> {
          RegisterEntity e = register(em, merchantId, registerId);
          Instant now = clock.instant();
          byte[] hash = Tokens.sha256(parts[3]);
          // The hash is compared even when there is no such row, so that time tells nothing.
          boolean right = Tokens.same(hash, e == null ? new byte[32] : e.keyHash);
          boolean old = e != null && isOld(e, hash, now);
          if (e == null || !(right || old) || e.revokedAt != null) {
            throw new Problem(ProblemCode.REGISTER_KEY_INVALID);
          }
          Merchants.requireOpen(em, merchantId);
          if (old) {
            e.oldKeySeenAt = now;
          }
          if (e.lastSeenAt == null || e.lastSeenAt.plus(LAST_SEEN_STEP).isBefore(now)) {
            e.lastSeenAt = now;
          }
          StoreEntity store =
              em.createQuery(
                      "select s from Store s where s.merchantId = :m and s.id = :s",
                      StoreEntity.class)
                  .setParameter("m", merchantId)
                  .setParameter("s", e.storeId)
                  .getSingleResult();
          return new RegisterPrincipal(
              merchantId, registerId, e.name, store.id, store.name, ZoneId.of(store.zone));
        });
  }

  private static boolean isOld(RegisterEntity e, byte[] hash, Instant now) {
    byte[] old = e.oldKeyHash;
    Instant until = e.oldKeyUntil;
    return old != null && until != null && now.isBefore(until) && Tokens.same(hash, old);
  }

  static @Nullable RegisterEntity register(EntityManager em, long merchantId, long registerId) {
    return em.find(
        RegisterEntity.class, new io.kartela.service.platform.db.TenantId(merchantId, registerId));
  }
}
