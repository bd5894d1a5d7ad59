package io.kartela.service.shop.goods;

import io.kartela.service.platform.House;
import io.kartela.service.platform.db.Database;
import io.kartela.service.platform.db.Ids;
import io.kartela.service.platform.db.NamedLock;
import io.kartela.service.platform.http.Problem;
import io.kartela.service.platform.http.ProblemCode;
import io.kartela.service.shop.audit.Audit;
import io.kartela.service.shop.audit.Changes;
import io.kartela.service.shop.staff.StaffPrincipal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The categories of goods, which make a tree. Kept for a minute on each node, so that a sale asks
 * the database for nothing; what this node writes it sees at once. Thread-safe.
 */
public final class Categories {
  static final int MOST = 1_000;

  private static final Duration KNOWN_FOR = Duration.ofMinutes(1);
  private static final int MOST_CACHED = 2_000;

  private final Database database;
  private final Ids ids;
  private final Audit audit;
  private final InstantSource clock;
  private final CategoryStore store = new CategoryStore();
  private final ItemStore items = new ItemStore();
  private final KnownGoods known;
  private final Map<Long, Cached> trees = new ConcurrentHashMap<>();

  private record Cached(CategoryTree tree, long untilMillis) {}

  /**
   * What there is.
   *
   * @param counts how many goods are in each itself, by key; "": in none
   */
  record Counted(CategoryTree tree, Map<String, Integer> counts, int goods) {}

  Categories(House house, Audit audit, KnownGoods known) {
    this.database = house.database();
    this.ids = house.ids();
    this.clock = house.clock();
    this.audit = audit;
    this.known = known;
  }

  /** Gives a name to what a program calls by a key that the shop does not have yet. */
  public static void name(Connection c, long merchantId, Collection<String> keys)
      throws SQLException {
    CategoryStore.name(c, merchantId, keys);
  }

  /** Those of these keys that no goods are in, nor in what lies under them. */
  public static Set<String> empty(Connection c, long merchantId, Set<String> keys)
      throws SQLException {
    CategoryTree tree = new CategoryStore().tree(c, merchantId);
    Set<String> empty = new LinkedHashSet<>();
    for (String key : keys) {
      Category named = tree.said(key);
      Set<String> counted = named == null ? Set.of(key) : tree.below(named.id());
      if (!new ItemStore().any(c, merchantId, counted)) {
        empty.add(key);
      }
    }
    return empty;
  }

  CategoryTree tree(long merchantId) {
    Cached cached = trees.get(merchantId);
    if (cached != null && cached.untilMillis > clock.millis()) {
      return cached.tree;
    }
    CategoryTree tree = database.lookUp(merchantId, c -> store.tree(c, merchantId));
    if (trees.size() >= MOST_CACHED) {
      trees.clear();
    }
    trees.put(merchantId, new Cached(tree, clock.millis() + KNOWN_FOR.toMillis()));
    return tree;
  }

  void forget(long merchantId) {
    trees.remove(merchantId);
  }

  Counted counted(long merchantId) {
    return database.inTenant(
        merchantId,
        c ->
            new Counted(
                store.tree(c, merchantId),
                store.counts(c, merchantId),
                items.count(c, merchantId, ItemStore.MOST)));
  }

  /** Its key is its name, by which registers are likely to send it. */
  Category create(StaffPrincipal staff, String name, long parent) {
    Category made =
        alone(
            staff,
            (c, tree) -> {
              if (tree.size() >= MOST) {
                throw new Problem(ProblemCode.TOO_MANY_CATEGORIES, MOST);
              }
              place(tree, 0, name, parent);
              Category category = new Category(ids.next(), free(tree, name), name, parent);
              store.insert(c, staff.merchantId(), category);
              audit.record(
                  c, staff, "CATEGORY_CREATED", name, parent == 0 ? Map.of() : under(tree, parent));
              return category;
            });
    forget(staff.merchantId());
    return made;
  }

  private static Map<String, ?> under(CategoryTree tree, long parent) {
    return Map.of("parent", tree.find(parent).map(Category::name).orElse(""));
  }

  private static String free(CategoryTree tree, String name) {
    String key = name;
    for (int n = 2; tree.hasKey(key); n++) {
      key = name + " " + n;
    }
    return key;
  }

  /** Another name, another place. */
  void change(StaffPrincipal staff, long id, String name, long parent) {
    boolean _ =
        alone(
            staff,
            (c, tree) -> {
              Category was = found(tree, id);
              place(tree, id, name, parent);
              Changes changes =
                  new Changes()
                      .of("name", was.name(), name)
                      .of("parent", nameOf(tree, was.parent()), nameOf(tree, parent));
              if (!changes.none()) {
                store.update(c, staff.merchantId(), id, name, parent);
                audit.record(c, staff, "CATEGORY_CHANGED", was.name(), changes.detail());
              }
              return true;
            });
    forget(staff.merchantId());
  }

  private static String nameOf(CategoryTree tree, long id) {
    return tree.find(id).map(Category::name).orElse("");
  }

  private static Category found(CategoryTree tree, long id) {
    return tree.find(id).orElseThrow(() -> new Problem(ProblemCode.CATEGORY_NOT_FOUND));
  }

  private static void place(CategoryTree tree, long id, String name, long parent) {
    if (parent != 0) {
      Category _ = found(tree, parent);
    }
    if (tree.taken(name, parent, id)) {
      throw new Problem(ProblemCode.CATEGORY_EXISTS, name);
    }
    if (id != 0 && tree.within(parent, id)) {
      throw new Problem(ProblemCode.CATEGORY_IN_ITSELF);
    }
    int height = id == 0 ? 1 : tree.height(id);
    if (tree.depth(parent) + height > CategoryTree.DEEPEST) {
      throw new Problem(ProblemCode.CATEGORY_TOO_DEEP, CategoryTree.DEEPEST);
    }
  }

  /**
   * Takes one away.
   *
   * @param moveTo where its goods and what lies under it go; 0: it has to be empty
   */
  void remove(StaffPrincipal staff, long id, long moveTo) {
    long merchantId = staff.merchantId();
    boolean _ =
        alone(
            staff,
            (c, tree) -> {
              Category gone = found(tree, id);
              Set<Long> holders = items.inCategory(c, merchantId, gone.key());
              if (moveTo == 0) {
                if (!holders.isEmpty() || tree.hasChildren(id)) {
                  throw new Problem(ProblemCode.CATEGORY_NOT_EMPTY, holders.size());
                }
              } else {
                Category to = found(tree, moveTo);
                if (tree.within(moveTo, id)) {
                  throw new Problem(ProblemCode.CATEGORY_IN_ITSELF);
                }
                items.moveCategory(c, merchantId, gone.key(), to.key());
                GoodsStore.remember(c, merchantId, holders, clock.instant());
              }
              store.remove(c, merchantId, id, moveTo);
              audit.record(
                  c,
                  staff,
                  "CATEGORY_REMOVED",
                  gone.name(),
                  moveTo == 0 ? Map.of() : Map.of("to", nameOf(tree, moveTo)));
              return true;
            });
    forget(merchantId);
    known.forgetAll(merchantId);
  }

  /** A piece of work on the tree as it is, which nobody else changes meanwhile. */
  private interface Work<T> {
    T on(Connection c, CategoryTree tree) throws SQLException;
  }

  private <T> T alone(StaffPrincipal staff, Work<T> work) {
    return database.inTenant(
        staff.merchantId(),
        c -> {
          NamedLock.alone(c, "goods:" + staff.merchantId());
          return work.on(c, store.tree(c, staff.merchantId()));
        });
  }
}
