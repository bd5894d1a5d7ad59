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
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What people do with the catalogue. Thread-safe. */
final class GoodsDesk {
  private final Database database;
  private final Ids ids;
  private final Audit audit;
  private final InstantSource clock;
  private final KnownGoods known;
  private final Categories categories;
  private final ItemStore items = new ItemStore();
  private final CodeStore codes = new CodeStore();

  GoodsDesk(House house, Audit audit, KnownGoods known, Categories categories) {
    this.database = house.database();
    this.ids = house.ids();
    this.clock = house.clock();
    this.audit = audit;
    this.known = known;
    this.categories = categories;
  }

  GoodsList.Page page(long merchantId, GoodsList.Query query) {
    CategoryTree tree = categories.tree(merchantId);
    return database.inTenant(merchantId, c -> GoodsList.page(c, merchantId, tree, query));
  }

  List<Item> codes(long merchantId, int limit, @Nullable String after) {
    return database.inTenant(merchantId, c -> codes.page(c, merchantId, limit, after));
  }

  Good.Kept get(long merchantId, long id) {
    return database.inTenant(merchantId, c -> found(c, merchantId, id));
  }

  private Good.Kept found(Connection c, long merchantId, long id) throws SQLException {
    return items.read(c, merchantId, List.of(id)).stream()
        .findFirst()
        .orElseThrow(() -> new Problem(ProblemCode.GOODS_NOT_FOUND));
  }

  /** Goods without a code get one of ours: rules, buttons and receipts know goods by a code. */
  Good.Kept create(StaffPrincipal staff, Good wanted) {
    long merchantId = staff.merchantId();
    Good.Kept made =
        alone(
            merchantId,
            c -> {
              needRoom(c, merchantId, 1);
              long id = ids.next();
              Good said = wanted.in(new CategoryStore().tree(c, merchantId));
              Good good = said.codes().isEmpty() ? said.withCodes(List.of("K" + id)) : said;
              give(c, merchantId, id, good);
              items.insert(c, merchantId, Map.of(id, good), false, null);
              keep(c, merchantId, List.of(id), good.categories());
              audit.record(c, staff, "GOODS_CREATED", good.title(), detail(c, merchantId, good));
              return found(c, merchantId, id);
            });
    forget(merchantId, made.good());
    return made;
  }

  private Map<String, ?> detail(Connection c, long merchantId, Good good) throws SQLException {
    Map<String, Object> detail = new LinkedHashMap<>();
    detail.put("codes", good.codes());
    detail.put("categories", names(new CategoryStore().tree(c, merchantId), good.categories()));
    return detail;
  }

  private static List<String> names(CategoryTree tree, Collection<String> keys) {
    return new TreeSet<>(keys)
        .stream()
            .map(
                key -> {
                  Category one = tree.said(key);
                  return one == null ? key : one.name();
                })
            .toList();
  }

  Good.Kept change(StaffPrincipal staff, long id, Good wanted) {
    long merchantId = staff.merchantId();
    List<Good> was = new ArrayList<>();
    Good.Kept now =
        alone(
            merchantId,
            c -> {
              Good old = found(c, merchantId, id).good();
              was.add(old);
              Good said = wanted.in(new CategoryStore().tree(c, merchantId));
              Good good = said.codes().isEmpty() ? said.withCodes(old.codes()) : said;
              codes.keepOnly(c, merchantId, id, good.codes());
              give(c, merchantId, id, good);
              items.update(c, merchantId, Map.of(id, good));
              keep(c, merchantId, List.of(id), good.categories());
              Changes changes = changes(c, merchantId, old, good);
              if (!changes.none()) {
                audit.record(c, staff, "GOODS_CHANGED", old.title(), changes.detail());
              }
              return found(c, merchantId, id);
            });
    was.forEach(old -> forget(merchantId, old));
    forget(merchantId, now.good());
    return now;
  }

  private Changes changes(Connection c, long merchantId, Good old, Good good) throws SQLException {
    CategoryTree tree = new CategoryStore().tree(c, merchantId);
    return new Changes()
        .of("name", old.name(), good.name())
        .of(
            "codes",
            List.copyOf(new TreeSet<>(old.codes())),
            List.copyOf(new TreeSet<>(good.codes())))
        .of("categories", names(tree, old.categories()), names(tree, good.categories()))
        .of(
            "flags",
            List.copyOf(new TreeSet<>(old.flags())),
            List.copyOf(new TreeSet<>(good.flags())))
        .of("price", amount(old.price()), amount(good.price()))
        .of("cost", amount(old.cost()), amount(good.cost()))
        .of("archived", old.archived(), good.archived());
  }

  private static String amount(@Nullable Long minor) {
    return minor == null ? "" : BigDecimal.valueOf(minor, 2).toPlainString();
  }

  private void give(Connection c, long merchantId, long id, Good good) throws SQLException {
    List<String> taken = codes.give(c, merchantId, Map.of(id, good));
    if (taken.isEmpty()) {
      return;
    }
    String code = taken.getFirst();
    CodeStore.Holder holder =
        codes
            .holders(c, merchantId, List.of(GoodsStore.codeKey(code)))
            .get(GoodsStore.codeKey(code));
    String other =
        holder == null
            ? code
            : items.read(c, merchantId, List.of(holder.itemId())).getFirst().good().title();
    throw new Problem(ProblemCode.GOODS_CODE_TAKEN, code, other);
  }

  void remove(StaffPrincipal staff, long id) {
    long merchantId = staff.merchantId();
    Good gone =
        alone(
            merchantId,
            c -> {
              Good good = found(c, merchantId, id).good();
              audit.record(c, staff, "GOODS_REMOVED", good.title(), detail(c, merchantId, good));
              codes.keepOnly(c, merchantId, id, List.of());
              items.delete(c, merchantId, id);
              return good;
            });
    known.forgetAll(merchantId);
    forget(merchantId, gone);
  }

  /**
   * Puts goods into one category, and no other.
   *
   * @param key null takes them out of all
   * @return how many were elsewhere
   */
  int categorise(StaffPrincipal staff, Collection<Long> itemIds, @Nullable String key) {
    long merchantId = staff.merchantId();
    Set<String> wanted = key == null ? Set.of() : Set.of(key);
    List<Good.Kept> moved =
        alone(
            merchantId,
            c -> {
              CategoryTree tree = new CategoryStore().tree(c, merchantId);
              if (key != null && !tree.hasKey(key)) {
                throw new Problem(ProblemCode.CATEGORY_NOT_FOUND);
              }
              List<Good.Kept> others =
                  items.read(c, merchantId, itemIds).stream()
                      .filter(one -> !one.good().categories().equals(wanted))
                      .map(
                          one ->
                              new Good.Kept(one.id(), one.good().in(wanted), false, one.soldOn()))
                      .toList();
              if (!others.isEmpty()) {
                items.update(c, merchantId, ItemStore.byId(others));
                keep(c, merchantId, others.stream().map(Good.Kept::id).toList(), Set.of());
                audit.record(
                    c,
                    staff,
                    "GOODS_MOVED",
                    String.join(", ", names(tree, wanted)),
                    Map.of("items", others.size()));
              }
              return others;
            });
    moved.forEach(one -> forget(merchantId, one.good()));
    return moved.size();
  }

  /** What people say of codes. What is so already is no change. */
  void set(long merchantId, String author, List<Item> said) {
    List<Good> changed =
        alone(
            merchantId,
            c -> {
              Upsert upsert = new Upsert(items, ids, merchantId);
              CategoryTree tree = new CategoryStore().tree(c, merchantId);
              upsert.run(c, said.stream().map(item -> Good.sold(item).in(tree)).toList());
              if (upsert.changed().isEmpty()) {
                return List.<Good>of();
              }
              keep(c, merchantId, upsert.changed().keySet(), upsert.categories());
              audit.record(
                  c, merchantId, author, "GOODS_SET", "goods", Map.of("items", said.size()));
              return List.copyOf(upsert.changed().values());
            });
    changed.forEach(good -> forget(merchantId, good));
  }

  private void keep(
      Connection c, long merchantId, Collection<Long> itemIds, Collection<String> named)
      throws SQLException {
    CategoryStore.name(c, merchantId, named);
    GoodsStore.remember(c, merchantId, itemIds, clock.instant());
  }

  private void needRoom(Connection c, long merchantId, int more) throws SQLException {
    if (items.count(c, merchantId, ItemStore.MOST) + more > ItemStore.MOST) {
      throw new Problem(ProblemCode.TOO_MANY_GOODS, ItemStore.MOST);
    }
  }

  private void forget(long merchantId, Good good) {
    known.forget(
        merchantId,
        Stream.concat(
                good.codes().stream().map(GoodsStore::codeKey),
                Stream.of(GoodsStore.nameKey(good.name())))
            .toList());
    categories.forget(merchantId);
  }

  private <T> T alone(long merchantId, Database.Work<T> work) {
    return database.inTenant(
        merchantId,
        c -> {
          NamedLock.alone(c, "goods:" + merchantId);
          return work.in(c);
        });
  }
}
