package io.kartela.service.shop.goods;

import io.kartela.service.platform.House;
import io.kartela.service.platform.db.Database;
import io.kartela.service.platform.db.DatabaseException;
import io.kartela.service.platform.db.Ids;
import io.kartela.service.shop.audit.Audit;
import io.kartela.service.shop.goods.GoodsStore.Version;
import io.kartela.service.shop.imports.ImportKind;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What goods mean to a receipt: their categories with all that these lie under, and their marks.
 * Learns from what is sold. Thread-safe.
 */
public final class GoodsCatalogue {
  private static final Logger LOG = LoggerFactory.getLogger(GoodsCatalogue.class);
  private static final Duration FULL_FOR = Duration.ofMinutes(10);

  private final Database database;
  private final Ids ids;
  private final InstantSource clock;
  private final GoodsStore store = new GoodsStore();
  private final ItemStore items = new ItemStore();
  private final CodeStore codes = new CodeStore();
  private final KnownGoods known;
  private final Categories categories;
  private final GoodsDesk desk;
  private final GoodsImport files;
  private final Map<Long, Instant> fullUntil = new ConcurrentHashMap<>();

  public GoodsCatalogue(House house, Audit audit) {
    this.database = house.database();
    this.ids = house.ids();
    this.clock = house.clock();
    this.known = new KnownGoods(database, clock);
    this.categories = new Categories(house, audit, known);
    this.desk = new GoodsDesk(house, audit, known, categories);
    this.files = new GoodsImport(house, audit, known, categories);
  }

  /** A line of a receipt: goods without a code are looked for by their name. */
  public record Sold(String code, @Nullable String name) {
    String key() {
      return !code.isEmpty()
          ? GoodsStore.codeKey(code)
          : name == null ? "" : GoodsStore.nameKey(name);
    }
  }

  /**
   * What goods are to the rules.
   *
   * @param codes all that they are sold under now
   */
  public record Meaning(Set<String> categories, Set<String> flags, Set<String> codes) {
    /** Of what is not known. */
    public static final Meaning NONE = new Meaning(Set.of(), Set.of(), Set.of());
  }

  Categories categories() {
    return categories;
  }

  GoodsDesk desk() {
    return desk;
  }

  /** Lists of goods in files. */
  public ImportKind<?> files() {
    return files;
  }

  /** What the goods were at that time; nothing for what is not known. */
  public Map<Sold, Meaning> meanings(long merchantId, Collection<Sold> sold, Instant at) {
    Map<String, List<Version>> all =
        known.of(merchantId, sold.stream().map(Sold::key).filter(k -> !k.isEmpty()).toList());
    Map<Sold, Meaning> found = new HashMap<>();
    for (Sold one : sold) {
      Version version = at(of(one.code(), all.getOrDefault(one.key(), List.of())), at);
      if (version != null) {
        found.put(one, new Meaning(version.categories(), version.flags(), version.codes()));
      }
    }
    return found;
  }

  /** These categories and all that they lie under, as the tree is now. */
  public Set<String> complete(long merchantId, Set<String> said) {
    return said.isEmpty() ? said : categories.tree(merchantId).complete(said);
  }

  /** Those of this very code, if there are any; else those that are written otherwise. */
  private static List<Version> of(String code, List<Version> alike) {
    List<Version> exact = alike.stream().filter(version -> version.code().equals(code)).toList();
    return exact.isEmpty() ? alike : exact;
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

  /**
   * Learns from the lines of a receipt that was booked: which goods there are, and the categories
   * of those whose lines say them. What is known already costs nothing; trouble here is nobody's
   * trouble at the till.
   *
   * @param day on which it was sold, by the store's clock
   */
  public void learn(long merchantId, Collection<Item> sold, Instant at, LocalDate day) {
    if (sold.isEmpty()) {
      return;
    }
    try {
      Map<String, Item> taught = taught(merchantId, sold, at);
      Map<String, Item> unnoted = new LinkedHashMap<>();
      for (Item item : sold) {
        String key = GoodsStore.codeKey(item.code());
        if (taught.containsKey(item.code()) || !known.noted(merchantId, key, day)) {
          unnoted.put(key, item);
        }
      }
      if (!unnoted.isEmpty()) {
        List<Item> versions = roomFor(merchantId) ? List.copyOf(taught.values()) : List.of();
        boolean _ =
            database.inTenant(merchantId, c -> note(c, merchantId, unnoted, versions, at, day));
        known.note(merchantId, unnoted.keySet(), day);
        forget(merchantId, versions);
      }
    } catch (DatabaseException e) {
      LOG.warn(
          "Merchant {}: the goods of a receipt were not learned: {}", merchantId, e.sqlState());
    }
  }

  /** What lines say that is not known yet, by code. */
  private Map<String, Item> taught(long merchantId, Collection<Item> sold, Instant at) {
    List<Item> saying = sold.stream().filter(item -> !item.categories().isEmpty()).toList();
    Map<String, List<Version>> all =
        known.of(merchantId, saying.stream().map(item -> GoodsStore.codeKey(item.code())).toList());
    Map<String, Item> fresh = new LinkedHashMap<>();
    for (Item item : saying) {
      List<Version> alike = all.getOrDefault(GoodsStore.codeKey(item.code()), List.of());
      Version version = at(of(item.code(), alike), at);
      if (version == null
          || (version.learned() && !version.categories().equals(item.categories()))) {
        fresh.put(item.code(), item);
      }
    }
    return fresh;
  }

  private boolean note(
      Connection c,
      long merchantId,
      Map<String, Item> sold,
      List<Item> taught,
      Instant at,
      LocalDate day)
      throws SQLException {
    Map<String, CodeStore.Holder> holders = codes.holders(c, merchantId, sold.keySet());
    CategoryTree tree = categories.tree(merchantId);
    boolean room = holders.size() == sold.size() || roomFor(merchantId);
    Map<Long, Good> fresh = new LinkedHashMap<>();
    List<Long> old = new ArrayList<>();
    for (Map.Entry<String, Item> one : sold.entrySet()) {
      CodeStore.Holder holder = holders.get(one.getKey());
      if (holder != null) {
        old.add(holder.itemId());
      } else if (room) {
        fresh.put(ids.next(), Good.sold(one.getValue()).in(tree));
      }
    }
    // Another register may have brought the same code meanwhile: then it is that one's.
    List<String> lost = fresh.isEmpty() ? List.of() : codes.give(c, merchantId, fresh);
    fresh.values().removeIf(good -> lost.contains(good.codes().getFirst()));
    items.insert(c, merchantId, fresh, true, day);
    items.sold(c, merchantId, old, day);
    if (!taught.isEmpty()) {
      teach(c, merchantId, taught, holders, tree);
      // At most one version a day: a register that cannot make up its mind must not fill the disk.
      store.learn(c, merchantId, taught, at.truncatedTo(ChronoUnit.DAYS));
    }
    return true;
  }

  private void teach(
      Connection c,
      long merchantId,
      List<Item> taught,
      Map<String, CodeStore.Holder> holders,
      CategoryTree tree)
      throws SQLException {
    Map<Long, Item> of = new TreeMap<>();
    for (Item item : taught) {
      CodeStore.Holder holder = holders.get(GoodsStore.codeKey(item.code()));
      if (holder != null) {
        of.put(holder.itemId(), item.in(tree.keys(item.categories())));
      }
    }
    items.teach(c, merchantId, of);
    CategoryStore.name(
        c, merchantId, taught.stream().flatMap(i -> tree.keys(i.categories()).stream()).toList());
  }

  private void forget(long merchantId, Collection<Item> changed) {
    if (changed.isEmpty()) {
      return;
    }
    List<String> keys = new ArrayList<>();
    for (Item item : changed) {
      keys.add(GoodsStore.codeKey(item.code()));
      keys.add(GoodsStore.nameKey(item.name()));
    }
    known.forget(merchantId, keys);
    categories.forget(merchantId);
  }

  private boolean roomFor(long merchantId) {
    Instant now = clock.instant();
    Instant full = fullUntil.get(merchantId);
    if (full != null && now.isBefore(full)) {
      return false;
    }
    boolean room =
        database.lookUp(
            merchantId,
            c ->
                items.count(c, merchantId, ItemStore.MOST) < ItemStore.MOST
                    && store.count(c, merchantId, GoodsStore.MOST) < GoodsStore.MOST);
    if (!room) {
      fullUntil.put(merchantId, now.plus(FULL_FOR));
      LOG.warn("Merchant {}: too many goods are known, no more are learned", merchantId);
    }
    return room;
  }

  /** What people say of codes: see {@link GoodsDesk#set}. */
  public void set(long merchantId, String author, List<Item> said) {
    desk.set(merchantId, author, said);
  }
}
