package io.kartela.service.shop.goods;

import io.kartela.service.platform.db.Database;
import io.kartela.service.platform.db.DatabaseException;
import io.kartela.service.platform.http.Problem;
import io.kartela.service.platform.http.ProblemCode;
import io.kartela.service.shop.audit.Audit;
import io.kartela.service.shop.goods.GoodsStore.Version;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which categories a shop's codes belong to. Known ones are kept for minutes on each node, so that
 * a sale asks the database for nothing; what this node writes it sees at once. Thread-safe.
 */
public final class Goods {
  /** Most rows of one merchant, several versions of one code included. */
  static final int MOST = 100_000;

  private static final Logger LOG = LoggerFactory.getLogger(Goods.class);
  private static final int CACHED = 50_000;
  private static final Duration KNOWN_FOR = Duration.ofMinutes(5);

  /** Shorter, because what is not known may be learned on another node. */
  private static final Duration UNKNOWN_FOR = Duration.ofSeconds(30);

  private static final Duration FULL_FOR = Duration.ofMinutes(10);

  /** Before anything was sold. */
  private static final Instant EVER = Instant.parse("2000-01-01T00:00:00Z");

  private final Database database;
  private final Audit audit;
  private final InstantSource clock;
  private final GoodsStore store = new GoodsStore();
  private final ReentrantLock lock = new ReentrantLock();
  private final Map<Key, Cached> cache = new Recent<>(CACHED);
  private final Map<Long, Instant> fullUntil = new Recent<>(1_000);

  private record Key(long merchantId, String key) {}

  private record Cached(List<Version> versions, long untilMillis) {}

  /** Forgets what was not asked for longest. */
  private static final class Recent<K, V> extends LinkedHashMap<K, V> {
    private static final long serialVersionUID = 1;
    private final int most;

    Recent(int most) {
      super(16, 0.75f, true);
      this.most = most;
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
      return size() > most;
    }
  }

  public Goods(Database database, Audit audit, InstantSource clock) {
    this.database = database;
    this.audit = audit;
    this.clock = clock;
  }

  /** A line of a receipt: goods without a code are looked for by their name. */
  public record Sold(String code, @Nullable String name) {
    String key() {
      return !code.isEmpty()
          ? GoodsStore.codeKey(code)
          : name == null ? "" : GoodsStore.nameKey(name);
    }
  }

  /** The categories of what was sold at that time; nothing for what is not known. */
  public Map<Sold, Set<String>> categories(long merchantId, Collection<Sold> sold, Instant at) {
    Map<String, List<Version>> known =
        known(merchantId, sold.stream().map(Sold::key).filter(k -> !k.isEmpty()).toList());
    Map<Sold, Set<String>> found = new HashMap<>();
    for (Sold one : sold) {
      Version version = at(of(one.code(), known.getOrDefault(one.key(), List.of())), at);
      if (version != null) {
        found.put(one, version.categories());
      }
    }
    return found;
  }

  /** Those of this very code, if there are any; else those that are written otherwise. */
  private static List<Version> of(String code, List<Version> alike) {
    List<Version> exact = exactly(code, alike);
    return exact.isEmpty() ? alike : exact;
  }

  private static List<Version> exactly(String code, List<Version> alike) {
    return alike.stream().filter(version -> version.code().equals(code)).toList();
  }

  /** The newest of that time; for a time before all of them the oldest. */
  private static @Nullable Version at(List<Version> newestFirst, Instant at) {
    for (Version version : newestFirst) {
      if (!version.since().isAfter(at)) {
        return version;
      }
    }
    return newestFirst.isEmpty() ? null : newestFirst.getLast();
  }

  private Map<String, List<Version>> known(long merchantId, Collection<String> keys) {
    Map<String, List<Version>> known = new HashMap<>();
    Set<String> missing = new LinkedHashSet<>();
    long now = clock.millis();
    lock.lock();
    try {
      for (String key : keys) {
        Cached cached = cache.get(new Key(merchantId, key));
        if (cached != null && cached.untilMillis > now) {
          known.put(key, cached.versions);
        } else {
          missing.add(key);
        }
      }
    } finally {
      lock.unlock();
    }
    if (!missing.isEmpty()) {
      Map<String, List<Version>> found =
          database.lookUp(merchantId, c -> store.find(c, merchantId, missing));
      missing.forEach(key -> known.put(key, found.getOrDefault(key, List.of())));
      keep(merchantId, missing, known);
    }
    return known;
  }

  private void keep(long merchantId, Set<String> keys, Map<String, List<Version>> known) {
    long now = clock.millis();
    lock.lock();
    try {
      for (String key : keys) {
        List<Version> versions = known.getOrDefault(key, List.of());
        Duration life = versions.isEmpty() ? UNKNOWN_FOR : KNOWN_FOR;
        cache.put(new Key(merchantId, key), new Cached(versions, now + life.toMillis()));
      }
    } finally {
      lock.unlock();
    }
  }

  /**
   * Learns from lines that brought both code and categories, after their receipt was booked. What
   * is known already costs nothing; trouble here is nobody's trouble at the till.
   */
  public void learn(long merchantId, Collection<Item> sold, Instant at) {
    if (sold.isEmpty()) {
      return;
    }
    try {
      Map<String, List<Version>> known = known(merchantId, keys(sold));
      Map<String, Item> fresh = new LinkedHashMap<>();
      for (Item item : sold) {
        Version version = at(of(item.code(), alike(known, item)), at);
        if (version == null
            || (version.learned() && !version.categories().equals(item.categories()))) {
          fresh.put(item.code(), item);
        }
      }
      if (!fresh.isEmpty() && roomFor(merchantId)) {
        // At most one version a day: a register that cannot make up its mind must not fill the
        // disk.
        List<Item> items = new ArrayList<>(fresh.values());
        put(
            merchantId,
            items,
            c -> {
              store.put(c, merchantId, items, at.truncatedTo(ChronoUnit.DAYS), true);
              return true;
            });
      }
    } catch (DatabaseException e) {
      LOG.warn(
          "Merchant {}: the goods of a receipt were not learned: {}", merchantId, e.sqlState());
    }
  }

  private static List<String> keys(Collection<Item> items) {
    return items.stream().map(item -> GoodsStore.codeKey(item.code())).toList();
  }

  private static List<Version> alike(Map<String, List<Version>> known, Item item) {
    return known.getOrDefault(GoodsStore.codeKey(item.code()), List.of());
  }

  private boolean roomFor(long merchantId) {
    Instant now = clock.instant();
    lock.lock();
    try {
      Instant full = fullUntil.get(merchantId);
      if (full != null && now.isBefore(full)) {
        return false;
      }
    } finally {
      lock.unlock();
    }
    if (database.lookUp(merchantId, c -> store.count(c, merchantId, MOST)) < MOST) {
      return true;
    }
    lock.lock();
    try {
      fullUntil.put(merchantId, now.plus(FULL_FOR));
    } finally {
      lock.unlock();
    }
    LOG.warn("Merchant {}: {} goods are known, no more are learned", merchantId, MOST);
    return false;
  }

  /**
   * What people say: from now on, and for what was never known before for ever. What is so already
   * is no change.
   */
  public void set(long merchantId, String author, List<Item> items) {
    if (!roomFor(merchantId)) {
      throw new Problem(ProblemCode.TOO_MANY_GOODS, MOST);
    }
    Map<String, List<Version>> known = known(merchantId, keys(items));
    List<Item> fresh = new ArrayList<>();
    List<Item> changed = new ArrayList<>();
    for (Item item : items) {
      List<Version> versions = exactly(item.code(), alike(known, item));
      boolean same =
          !versions.isEmpty()
              && !versions.getFirst().learned()
              && versions.getFirst().categories().equals(item.categories())
              && versions.getFirst().name().equals(item.name());
      if (!same) {
        (versions.isEmpty() ? fresh : changed).add(item);
      }
    }
    List<Item> told = new ArrayList<>(fresh);
    told.addAll(changed);
    put(
        merchantId,
        told,
        c -> {
          store.put(c, merchantId, fresh, EVER, false);
          store.put(c, merchantId, changed, clock.instant(), false);
          audit.record(c, merchantId, author, "GOODS_SET", "goods", Map.of("items", items.size()));
          return true;
        });
  }

  private void put(long merchantId, List<Item> items, Database.Work<Boolean> work) {
    if (items.isEmpty()) {
      return;
    }
    boolean _ = database.inTenant(merchantId, work);
    lock.lock();
    try {
      for (Item item : items) {
        cache.remove(new Key(merchantId, GoodsStore.codeKey(item.code())));
        cache.remove(new Key(merchantId, GoodsStore.nameKey(item.name())));
      }
    } finally {
      lock.unlock();
    }
  }

  List<Item> page(long merchantId, int limit, @Nullable String after) {
    return database.inTenant(merchantId, c -> store.page(c, merchantId, limit, after));
  }
}
