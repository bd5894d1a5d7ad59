package io.kartela.service.shop.goods;

import io.kartela.service.platform.db.Ids;
import io.kartela.service.platform.http.Problem;
import io.kartela.service.platform.http.ProblemCode;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Many goods said at once: those whose code is known are changed, the others are new. Whoever runs
 * it holds the shop's lock of goods. Not thread-safe; one per list.
 */
final class Upsert {
  private final ItemStore items;
  private final CodeStore codes = new CodeStore();
  private final Ids ids;
  private final long merchantId;
  private final Map<Long, Good> changed = new LinkedHashMap<>();
  private int added;
  private int unchanged;

  Upsert(ItemStore items, Ids ids, long merchantId) {
    this.items = items;
    this.ids = ids;
    this.merchantId = merchantId;
  }

  /** The new ones and those that are not what they were. */
  Map<Long, Good> changed() {
    return changed;
  }

  int added() {
    return added;
  }

  int unchanged() {
    return unchanged;
  }

  Set<String> categories() {
    Set<String> all = new TreeSet<>();
    changed.values().forEach(good -> all.addAll(good.categories()));
    return all;
  }

  /** No code stands twice among these. What a good does not say stays as it was. */
  void run(Connection c, List<Good> said) throws SQLException {
    List<String> keys =
        said.stream().flatMap(g -> g.codes().stream()).map(GoodsStore::codeKey).toList();
    Map<String, CodeStore.Holder> holders = codes.holders(c, merchantId, keys);
    List<Long> known = holders.values().stream().map(CodeStore.Holder::itemId).distinct().toList();
    Map<Long, Good.Kept> kept = new HashMap<>();
    items.read(c, merchantId, known).forEach(one -> kept.put(one.id(), one));
    Map<Long, Good> fresh = new LinkedHashMap<>();
    Map<Long, Good> other = new LinkedHashMap<>();
    for (Good good : said) {
      CodeStore.Holder holder = holder(good, holders);
      Good.Kept was = holder == null ? null : kept.get(holder.itemId());
      if (was == null) {
        fresh.put(ids.next(), good);
      } else {
        Good now = merged(other.getOrDefault(was.id(), was.good()), good);
        if (was.learned() || !now.equals(was.good())) {
          other.put(was.id(), now);
        }
      }
    }
    if (!fresh.isEmpty()
        && items.count(c, merchantId, ItemStore.MOST) + fresh.size() > ItemStore.MOST) {
      throw new Problem(ProblemCode.TOO_MANY_GOODS, ItemStore.MOST);
    }
    changed.putAll(fresh);
    changed.putAll(other);
    added += fresh.size();
    unchanged += said.size() - fresh.size() - other.size();
    List<String> _ = codes.give(c, merchantId, changed);
    items.insert(c, merchantId, fresh, false, null);
    items.update(c, merchantId, other);
  }

  private static CodeStore.@Nullable Holder holder(
      Good good, Map<String, CodeStore.Holder> holders) {
    for (String code : good.codes()) {
      CodeStore.Holder holder = holders.get(GoodsStore.codeKey(code));
      if (holder != null) {
        return holder;
      }
    }
    return null;
  }

  private static Good merged(Good was, Good said) {
    List<String> all = new ArrayList<>(was.codesWith(said.codes()));
    return new Good(
        said.name().isEmpty() ? was.name() : said.name(),
        all,
        said.categories(),
        was.flags(),
        said.price() == null ? was.price() : said.price(),
        said.cost() == null ? was.cost() : said.cost(),
        was.archived());
  }
}
