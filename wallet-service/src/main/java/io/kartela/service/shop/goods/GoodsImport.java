package io.kartela.service.shop.goods;

import io.kartela.service.platform.House;
import io.kartela.service.platform.db.Ids;
import io.kartela.service.platform.db.NamedLock;
import io.kartela.service.platform.http.LocalText;
import io.kartela.service.shop.audit.Audit;
import io.kartela.service.shop.imports.Counts;
import io.kartela.service.shop.imports.ImportField;
import io.kartela.service.shop.imports.ImportKind;
import io.kartela.service.shop.imports.ImportRow;
import io.kartela.service.shop.imports.Order;
import io.kartela.service.shop.imports.Verdict;
import io.kartela.service.shop.imports.WrongRow;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Goods from a file: known by any of their codes, else by their name. Thread-safe. */
final class GoodsImport implements ImportKind<GoodsRow> {
  private final Ids ids;
  private final Audit audit;
  private final InstantSource clock;
  private final KnownGoods known;
  private final Categories categories;
  private final ItemStore items = new ItemStore();
  private final CodeStore codes = new CodeStore();

  GoodsImport(House house, Audit audit, KnownGoods known, Categories categories) {
    this.ids = house.ids();
    this.audit = audit;
    this.clock = house.clock();
    this.known = known;
    this.categories = categories;
  }

  @Override
  public String name() {
    return "GOODS";
  }

  @Override
  public List<ImportField> fields() {
    return GoodsRow.FIELDS;
  }

  @Override
  public List<String> needed() {
    return List.of("name", "code");
  }

  @Override
  public GoodsRow read(Order order, ImportRow row) throws WrongRow {
    return GoodsRow.read(row);
  }

  @Override
  public Map<String, String> keys(GoodsRow row) {
    Map<String, String> keys = new LinkedHashMap<>();
    row.codes().forEach(code -> keys.put(GoodsStore.codeKey(code), code));
    if (row.codes().isEmpty()) {
      keys.put(GoodsStore.nameKey(row.name()), row.name());
    }
    return keys;
  }

  /** What there is of a part of a list, and what comes to it. */
  private static final class Part {
    private final Map<String, CodeStore.Holder> holders;
    private final Map<Long, Good.Kept> kept = new HashMap<>();
    private final Map<String, List<Long>> named;
    private final Map<Long, Good> fresh = new LinkedHashMap<>();
    private final Map<Long, Good> other = new LinkedHashMap<>();
    private int room;

    Part(Map<String, CodeStore.Holder> holders, Map<String, List<Long>> named) {
      this.holders = holders;
      this.named = named;
    }

    /** As it is after the rows before this one. */
    Good now(long id) {
      return other.getOrDefault(id, kept(id).good());
    }

    Good.Kept kept(long id) {
      Good.Kept one = kept.get(id);
      if (one == null) {
        throw new IllegalStateException("no goods " + id);
      }
      return one;
    }
  }

  @Override
  public List<Verdict> take(Connection c, Order order, List<GoodsRow> rows, boolean meant)
      throws SQLException {
    long merchantId = order.merchantId();
    if (meant) {
      NamedLock.alone(c, "goods:" + merchantId);
    }
    Part part = part(c, merchantId, rows);
    Shelves shelves = new Shelves(c, merchantId, ids, meant);
    List<Verdict> verdicts = new ArrayList<>();
    for (GoodsRow row : rows) {
      verdicts.add(judge(c, part, shelves, row));
    }
    if (meant) {
      write(c, merchantId, part);
    }
    return verdicts;
  }

  private Part part(Connection c, long merchantId, List<GoodsRow> rows) throws SQLException {
    List<String> keys =
        rows.stream().flatMap(row -> row.codes().stream()).map(GoodsStore::codeKey).toList();
    List<String> names =
        rows.stream()
            .filter(row -> row.codes().isEmpty())
            .map(row -> CategoryTree.fold(row.name()))
            .toList();
    Part part = new Part(codes.holders(c, merchantId, keys), items.named(c, merchantId, names));
    Set<Long> there =
        part.holders.values().stream()
            .map(CodeStore.Holder::itemId)
            .collect(Collectors.toCollection(TreeSet::new));
    part.named.values().forEach(there::addAll);
    items.read(c, merchantId, there).forEach(one -> part.kept.put(one.id(), one));
    part.room = ItemStore.MOST - items.count(c, merchantId, ItemStore.MOST);
    return part;
  }

  private Verdict judge(Connection c, Part part, Shelves shelves, GoodsRow row)
      throws SQLException {
    Set<Long> found = found(part, row);
    if (found.size() > 1) {
      String titles =
          found.stream().map(id -> part.now(id).title()).collect(Collectors.joining("», «"));
      return row.codes().isEmpty()
          ? Verdict.wrong(
              "товаров с таким названием несколько: нужен код",
              "several goods have this name: a code is needed")
          : Verdict.wrong(
              "коды разных товаров: «" + titles + "»", "codes of several goods: «" + titles + "»");
    }
    if (found.isEmpty() && row.name().isEmpty()) {
      return Verdict.wrong(
          "товара с таким кодом нет, а для нового нужно название",
          "no goods have this code, and new ones need a name");
    }
    if (found.isEmpty() && part.fresh.size() >= part.room) {
      return Verdict.wrong(
          "товаров уже " + ItemStore.MOST, "there are " + ItemStore.MOST + " goods already");
    }
    String key = row.path().isEmpty() ? "" : shelves.key(c, row.shelf(), row.path());
    if (key == null) {
      return Verdict.wrong(
          "категорий уже " + Categories.MOST,
          "there are " + Categories.MOST + " categories already");
    }
    return found.isEmpty() ? add(part, row, key) : change(part, row, key, found.iterator().next());
  }

  private static Set<Long> found(Part part, GoodsRow row) {
    Set<Long> found = new TreeSet<>();
    for (String code : row.codes()) {
      CodeStore.Holder holder = part.holders.get(GoodsStore.codeKey(code));
      if (holder != null) {
        found.add(holder.itemId());
      }
    }
    if (row.codes().isEmpty()) {
      found.addAll(part.named.getOrDefault(CategoryTree.fold(row.name()), List.of()));
    }
    return found;
  }

  /** Goods without a code get one of ours, as in {@link GoodsDesk#create}. */
  private Verdict add(Part part, GoodsRow row, String key) {
    long id = ids.next();
    List<String> own = row.codes().isEmpty() ? List.of("K" + id) : row.codes();
    Good nothing = new Good("", own, Set.of(), Set.of(), null, null, false);
    part.fresh.put(id, row.merged(nothing, key.isEmpty() ? Set.of() : Set.of(key)));
    return Verdict.ADDED;
  }

  private static Verdict change(Part part, GoodsRow row, String key, long id) {
    Good was = part.now(id);
    boolean there = key.isEmpty() || was.categories().contains(key);
    Good now = row.merged(was, there ? was.categories() : Set.of(key));
    boolean same = now.equals(was) && !part.kept(id).learned();
    if (!same) {
      part.other.put(id, now);
    }
    LocalText sold =
        was.archived()
            ? new LocalText("товар в архиве и остаётся там", "the goods are archived and stay so")
            : null;
    return (same ? Verdict.SAME : Verdict.CHANGED).but(sold);
  }

  private void write(Connection c, long merchantId, Part part) throws SQLException {
    Map<Long, Good> all = new LinkedHashMap<>(part.fresh);
    all.putAll(part.other);
    if (all.isEmpty()) {
      return;
    }
    List<String> taken = codes.give(c, merchantId, all);
    if (!taken.isEmpty()) {
      throw new IllegalStateException("codes were taken meanwhile");
    }
    items.insert(c, merchantId, part.fresh, false, null);
    items.update(c, merchantId, part.other);
    GoodsStore.remember(c, merchantId, all.keySet(), clock.instant());
  }

  @Override
  public void committed(Order order) {
    known.forgetAll(order.merchantId());
    categories.forget(order.merchantId());
  }

  @Override
  public void audit(Connection c, Order order, String file, Counts counts) throws SQLException {
    Map<String, Object> detail = new LinkedHashMap<>();
    detail.put("added", counts.added());
    detail.put("changed", counts.changed());
    audit.record(c, order.merchantId(), order.author(), "GOODS_IMPORTED", file, detail);
  }
}
