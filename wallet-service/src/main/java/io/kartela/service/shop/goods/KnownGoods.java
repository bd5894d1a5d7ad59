package io.kartela.service.shop.goods;

import io.kartela.service.platform.db.Database;
import io.kartela.service.shop.goods.GoodsStore.Version;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;

/**
 * What the codes of goods mean, kept for minutes on each node, so that a sale asks the database for
 * nothing. Thread-safe.
 */
final class KnownGoods {
  private static final int CACHED = 50_000;
  private static final Duration KNOWN_FOR = Duration.ofMinutes(5);

  /** Shorter, because what is not known may be learned on another node. */
  private static final Duration UNKNOWN_FOR = Duration.ofSeconds(30);

  private final Database database;
  private final InstantSource clock;
  private final GoodsStore store = new GoodsStore();
  private final ReentrantLock lock = new ReentrantLock();
  private final Map<Key, Cached> cache = new Recent<>(CACHED);
  private final Map<Key, LocalDate> sold = new Recent<>(CACHED);

  private record Key(long merchantId, String key) {}

  private record Cached(List<Version> versions, long untilMillis) {}

  KnownGoods(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  /** By the keys of {@link GoodsStore}; an empty list for what is not known. */
  Map<String, List<Version>> of(long merchantId, Collection<String> keys) {
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

  /** Whether this node has written down that the code was sold on this day, or later. */
  boolean noted(long merchantId, String codeKey, LocalDate day) {
    lock.lock();
    try {
      LocalDate last = sold.get(new Key(merchantId, codeKey));
      return last != null && !last.isBefore(day);
    } finally {
      lock.unlock();
    }
  }

  void note(long merchantId, Collection<String> codeKeys, LocalDate day) {
    lock.lock();
    try {
      codeKeys.forEach(key -> sold.put(new Key(merchantId, key), day));
    } finally {
      lock.unlock();
    }
  }

  void forget(long merchantId, Collection<String> keys) {
    lock.lock();
    try {
      keys.forEach(key -> cache.remove(new Key(merchantId, key)));
    } finally {
      lock.unlock();
    }
  }

  /** After goods were changed of which nobody knows how many. */
  void forgetAll(long merchantId) {
    lock.lock();
    try {
      cache.keySet().removeIf(key -> key.merchantId == merchantId);
      sold.keySet().removeIf(key -> key.merchantId == merchantId);
    } finally {
      lock.unlock();
    }
  }

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
}
