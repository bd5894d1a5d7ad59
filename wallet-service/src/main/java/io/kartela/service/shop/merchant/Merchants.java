package io.kartela.service.shop.merchant;

import io.kartela.service.platform.db.Database;
import io.kartela.service.platform.db.Jpa;
import io.kartela.service.platform.http.Lang;
import io.kartela.service.platform.http.LocalText;
import io.kartela.service.platform.http.Problem;
import io.kartela.service.platform.http.ProblemCode;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The merchants of this installation. Reads are cached for some seconds, as every node must.
 * Thread-safe.
 */
public final class Merchants {
  /** For JPA. */
  public static final Class<?> ENTITY = MerchantEntity.class;

  private static final Duration CACHE = Duration.ofSeconds(5);

  private final Database database;
  private final Jpa jpa;
  private final InstantSource clock;
  private final Map<Long, Cached> cache = new ConcurrentHashMap<>();

  private record Cached(Found found, long untilMillis) {}

  private record Found(Merchant merchant, boolean disabled) {}

  public Merchants(Database database, Jpa jpa, InstantSource clock) {
    this.database = database;
    this.jpa = jpa;
    this.clock = clock;
  }

  public Merchant get(long merchantId) {
    return found(merchantId).merchant;
  }

  private Found found(long merchantId) {
    long now = clock.millis();
    Cached known = cache.get(merchantId);
    if (known != null && known.untilMillis > now) {
      return known.found;
    }
    // Asked in the middle of other transactions: see Database.lookUp.
    Found found =
        database
            .lookUp(merchantId, c -> read(c, merchantId))
            .orElseThrow(() -> new Problem(ProblemCode.SHOP_NOT_FOUND));
    cache.put(merchantId, new Cached(found, now + CACHE.toMillis()));
    return found;
  }

  private static Optional<Found> read(Connection c, long merchantId) throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            """
            SELECT slug, name, coalesce(nullif(name_en, ''), name), description_ru, description_en, zone,
                locale, color, disabled_at IS NOT NULL
            FROM kartela.merchant WHERE merchant_id = ?
            """)) {
      s.setLong(1, merchantId);
      try (ResultSet r = s.executeQuery()) {
        return r.next()
            ? Optional.of(
                new Found(
                    new Merchant(
                        merchantId,
                        r.getString(1),
                        new LocalText(r.getString(2), r.getString(3)),
                        new LocalText(r.getString(4), r.getString(5)),
                        ZoneId.of(r.getString(6)),
                        Lang.of(r.getString(7)),
                        r.getString(8)),
                    r.getBoolean(9)))
            : Optional.empty();
      }
    }
  }

  /** Looks at the shop anew, after it was changed on this node. */
  public void forget(long merchantId) {
    cache.remove(merchantId);
  }

  /** The shop at {@code /join/{slug}}; a problem when there is none that is open. */
  public Merchant bySlug(String slug) {
    long id = idOf(slug).orElseThrow(() -> new Problem(ProblemCode.SHOP_NOT_FOUND));
    requireOpen(id);
    return get(id);
  }

  /** The same as the database says now, in a transaction of the merchant's. */
  public static void requireOpen(EntityManager em, long merchantId) {
    if (em.createQuery(
                "select count(m) from Merchant m where m.id = :m and m.disabledAt is not null",
                Long.class)
            .setParameter("m", merchantId)
            .getSingleResult()
        > 0) {
      throw new Problem(ProblemCode.SHOP_DISABLED);
    }
  }

  /** A problem when the operator has closed the shop: nobody signs in, sells or signs up there. */
  public void requireOpen(long merchantId) {
    if (found(merchantId).disabled) {
      throw new Problem(ProblemCode.SHOP_DISABLED);
    }
  }

  public OptionalLong idOf(String slug) {
    return database.inTransaction(
        c -> {
          try (PreparedStatement s =
              c.prepareStatement("SELECT merchant_id FROM kartela.route_slug WHERE slug = ?")) {
            s.setString(1, slug);
            try (ResultSet r = s.executeQuery()) {
              return r.next() ? OptionalLong.of(r.getLong(1)) : OptionalLong.empty();
            }
          }
        });
  }

  /** Adds a merchant; it is reached by its address only after {@link #open}. */
  public void create(Merchant merchant) {
    boolean _ =
        jpa.inTenant(
            merchant.id(),
            em -> {
              create(em, merchant);
              return true;
            });
  }

  /** The same in the caller's transaction. */
  public void create(EntityManager em, Merchant merchant) {
    MerchantEntity e = new MerchantEntity();
    e.id = merchant.id();
    e.slug = merchant.slug();
    e.name = merchant.names().ru();
    e.nameEn = merchant.names().en().equals(e.name) ? "" : merchant.names().en();
    e.descriptionRu = merchant.description().ru();
    e.descriptionEn = merchant.description().en();
    e.zone = merchant.zone().getId();
    e.locale = merchant.locale().tag();
    e.color = merchant.color();
    e.createdAt = clock.instant();
    em.persist(e);
  }

  /** Lets the world in, once everything of the merchant is there; the slug must be free. */
  public void open(Merchant merchant) {
    if (!database.inTransaction(c -> reserve(c, merchant))) {
      throw new Problem(ProblemCode.SLUG_TAKEN, merchant.slug());
    }
  }

  /** Takes the address in the caller's transaction; false when it is somebody else's. */
  public boolean reserve(Connection c, Merchant merchant) throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            "INSERT INTO kartela.route_slug (slug, merchant_id) VALUES (?, ?) ON CONFLICT DO"
                + " NOTHING")) {
      s.setString(1, merchant.slug());
      s.setLong(2, merchant.id());
      return s.executeUpdate() == 1;
    }
  }
}
