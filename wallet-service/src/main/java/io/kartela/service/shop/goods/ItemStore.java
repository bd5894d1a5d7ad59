package io.kartela.service.shop.goods;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The table of the catalogue's items. Works in the caller's transaction. Stateless. */
final class ItemStore {
  /** Most goods of one shop. */
  static final int MOST = 200_000;

  private static final String READ =
      """
      SELECT i.item_id, i.name, i.categories, i.flags, i.price, i.cost, i.archived, i.learned,
          nullif(i.sold_on, '-infinity'),
          ARRAY(SELECT k.code FROM kartela.goods_item_code k WHERE k.merchant_id = i.merchant_id
              AND k.item_id = i.item_id ORDER BY k.code)
      FROM kartela.goods_item i WHERE i.merchant_id = ? AND i.item_id = ANY (?)
      """;

  /** In the order that is asked for; those that are gone are left out. */
  List<Good.Kept> read(Connection c, long merchantId, Collection<Long> ids) throws SQLException {
    Map<Long, Good.Kept> found = new HashMap<>();
    try (PreparedStatement s = c.prepareStatement(READ)) {
      s.setLong(1, merchantId);
      s.setArray(2, c.createArrayOf("bigint", ids.toArray()));
      try (ResultSet r = s.executeQuery()) {
        while (r.next()) {
          found.put(r.getLong(1), kept(r));
        }
      }
    }
    return ids.stream().filter(found::containsKey).map(found::get).toList();
  }

  /** Which goods have one of these names, as they are compared. */
  Map<String, List<Long>> named(Connection c, long merchantId, Collection<String> folded)
      throws SQLException {
    Map<String, List<Long>> found = new HashMap<>();
    if (folded.isEmpty()) {
      return found;
    }
    try (PreparedStatement s =
        c.prepareStatement(
            "SELECT name_key, item_id FROM kartela.goods_item WHERE merchant_id = ? AND archived IN"
                + " (false, true) AND name_key = ANY (?)")) {
      s.setLong(1, merchantId);
      s.setArray(2, CategoryStore.texts(c, folded));
      try (ResultSet r = s.executeQuery()) {
        while (r.next()) {
          found.computeIfAbsent(r.getString(1), name -> new ArrayList<>()).add(r.getLong(2));
        }
      }
    }
    return found;
  }

  private static Good.Kept kept(ResultSet r) throws SQLException {
    Good good =
        new Good(
            r.getString(2),
            List.of((String[]) r.getArray(10).getArray()),
            Set.of((String[]) r.getArray(3).getArray()),
            Set.of((String[]) r.getArray(4).getArray()),
            r.getObject(5, Long.class),
            r.getObject(6, Long.class),
            r.getBoolean(7));
    return new Good.Kept(r.getLong(1), good, r.getBoolean(8), r.getObject(9, LocalDate.class));
  }

  /** New ones, with their codes where those are nobody's yet. */
  void insert(
      Connection c,
      long merchantId,
      Map<Long, Good> goods,
      boolean learned,
      @Nullable LocalDate soldOn)
      throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            """
            INSERT INTO kartela.goods_item (merchant_id, item_id, name, search, categories, flags,
                price, cost, archived, learned, sold_on)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, coalesce(?::date, '-infinity'))
            """)) {
      for (Map.Entry<Long, Good> one : goods.entrySet()) {
        s.setLong(1, merchantId);
        s.setLong(2, one.getKey());
        fill(s, 3, one.getValue());
        s.setBoolean(10, learned);
        s.setObject(11, soldOn);
        s.addBatch();
      }
      s.executeBatch();
    }
  }

  private static void fill(PreparedStatement s, int first, Good good) throws SQLException {
    Connection c = s.getConnection();
    s.setString(first, good.name());
    s.setString(first + 1, good.search());
    s.setArray(first + 2, CategoryStore.texts(c, new TreeSet<>(good.categories())));
    s.setArray(first + 3, CategoryStore.texts(c, new TreeSet<>(good.flags())));
    s.setObject(first + 4, good.price());
    s.setObject(first + 5, good.cost());
    s.setBoolean(first + 6, good.archived());
  }

  /** What people say of some. */
  void update(Connection c, long merchantId, Map<Long, Good> goods) throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            """
            UPDATE kartela.goods_item SET name = ?, search = ?, categories = ?, flags = ?, price = ?,
                cost = ?, archived = ?, learned = false
            WHERE merchant_id = ? AND item_id = ?
            """)) {
      for (Map.Entry<Long, Good> one : goods.entrySet()) {
        fill(s, 1, one.getValue());
        s.setLong(8, merchantId);
        s.setLong(9, one.getKey());
        s.addBatch();
      }
      s.executeBatch();
    }
  }

  /** Its codes are taken away by {@link CodeStore#keepOnly}. */
  void delete(Connection c, long merchantId, long itemId) throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            "DELETE FROM kartela.goods_item WHERE merchant_id = ? AND item_id = ?")) {
      s.setLong(1, merchantId);
      s.setLong(2, itemId);
      s.executeUpdate();
    }
  }

  /** They were sold on this day, or later. */
  void sold(Connection c, long merchantId, Collection<Long> ids, LocalDate day)
      throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            "UPDATE kartela.goods_item SET sold_on = ?"
                + " WHERE merchant_id = ? AND item_id = ? AND sold_on < ?")) {
      // In one order, so that two registers never wait for each other in a circle.
      for (long id : new TreeSet<>(ids)) {
        s.setObject(1, day);
        s.setLong(2, merchantId);
        s.setLong(3, id);
        s.setObject(4, day);
        s.addBatch();
      }
      s.executeBatch();
    }
  }

  /** What registers teach of those that nobody has said anything of. */
  void teach(Connection c, long merchantId, Map<Long, Item> taught) throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            """
            UPDATE kartela.goods_item SET categories = ?,
                name = CASE WHEN ? = '' THEN name ELSE ? END,
                search = CASE WHEN ? = '' THEN search ELSE ? END
            WHERE merchant_id = ? AND item_id = ? AND learned
            """)) {
      for (Map.Entry<Long, Item> one : taught.entrySet()) {
        Item item = one.getValue();
        String search = Good.sold(item).search();
        s.setArray(1, CategoryStore.texts(c, new TreeSet<>(item.categories())));
        s.setString(2, item.name());
        s.setString(3, item.name());
        s.setString(4, item.name());
        s.setString(5, search);
        s.setLong(6, merchantId);
        s.setLong(7, one.getKey());
        s.addBatch();
      }
      s.executeBatch();
    }
  }

  /** Whether any goods are in one of these categories. */
  boolean any(Connection c, long merchantId, Collection<String> keys) throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            "SELECT FROM kartela.goods_item"
                + " WHERE merchant_id = ? AND NOT archived AND categories && ? LIMIT 1")) {
      s.setLong(1, merchantId);
      s.setArray(2, CategoryStore.texts(c, keys));
      try (ResultSet r = s.executeQuery()) {
        return r.next();
      }
    }
  }

  Set<Long> inCategory(Connection c, long merchantId, String key) throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            "SELECT item_id FROM kartela.goods_item WHERE merchant_id = ? AND ? = ANY"
                + " (categories)")) {
      s.setLong(1, merchantId);
      s.setString(2, key);
      Set<Long> ids = new LinkedHashSet<>();
      try (ResultSet r = s.executeQuery()) {
        while (r.next()) {
          ids.add(r.getLong(1));
        }
      }
      return ids;
    }
  }

  void moveCategory(Connection c, long merchantId, String from, String to) throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            """
            UPDATE kartela.goods_item SET learned = false,
                categories = ARRAY(SELECT DISTINCT CASE k WHEN ? THEN ? ELSE k END
                    FROM unnest(categories) k ORDER BY 1)
            WHERE merchant_id = ? AND ? = ANY (categories)
            """)) {
      s.setString(1, from);
      s.setString(2, to);
      s.setLong(3, merchantId);
      s.setString(4, from);
      s.executeUpdate();
    }
  }

  /** How many goods there are, counted no further than this. */
  int count(Connection c, long merchantId, int most) throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            "SELECT count(*) FROM (SELECT FROM kartela.goods_item WHERE merchant_id = ? LIMIT"
                + " ?) g")) {
      s.setLong(1, merchantId);
      s.setInt(2, most);
      try (ResultSet r = s.executeQuery()) {
        r.next();
        return r.getInt(1);
      }
    }
  }

  /** Which goods each of these ids is, in an order of theirs. */
  static Map<Long, Good> byId(Collection<Good.Kept> goods) {
    Map<Long, Good> all = new LinkedHashMap<>();
    goods.forEach(one -> all.put(one.id(), one.good()));
    return all;
  }
}
