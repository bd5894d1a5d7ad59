package io.kartela.service.shop.goods;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The table of goods. Works in the caller's transaction. Stateless. */
final class GoodsStore {
  /** What a code meant since when; newest first in every list. */
  record Version(
      String code, Instant since, String name, Set<String> categories, boolean learned) {}

  /** By {@link #codeKey}, or by {@link #nameKey} for goods that are sold without a code. */
  Map<String, List<Version>> find(Connection c, long merchantId, Collection<String> keys)
      throws SQLException {
    Map<String, List<Version>> found = new HashMap<>();
    try (PreparedStatement s =
        c.prepareStatement(
            """
            SELECT code_key AS k, code, since, name, categories, learned FROM kartela.goods
            WHERE merchant_id = ? AND code_key = ANY (?)
            UNION ALL
            SELECT 'name:' || lower(name), code, since, name, categories, learned FROM kartela.goods
            WHERE merchant_id = ? AND name <> '' AND lower(name) = ANY (?)
            ORDER BY since DESC
            """)) {
      List<String> names =
          keys.stream().filter(k -> k.startsWith("name:")).map(k -> k.substring(5)).toList();
      Array codes = c.createArrayOf("text", keys.toArray());
      s.setLong(1, merchantId);
      s.setArray(2, codes);
      s.setLong(3, merchantId);
      s.setArray(4, c.createArrayOf("text", names.toArray()));
      try (ResultSet r = s.executeQuery()) {
        while (r.next()) {
          found
              .computeIfAbsent(r.getString(1), k -> new ArrayList<>())
              .add(
                  new Version(
                      r.getString(2),
                      r.getTimestamp(3).toInstant(),
                      r.getString(4),
                      strings(r.getArray(5)),
                      r.getBoolean(6)));
        }
      }
    }
    return found;
  }

  /** How codes are known: whatever the case. */
  static String codeKey(String code) {
    return code.toLowerCase(Locale.ROOT);
  }

  /** How goods without a code are known: by what they are called, whatever the case. */
  static String nameKey(String name) {
    return "name:" + name.strip().toLowerCase(Locale.ROOT);
  }

  private static Set<String> strings(Array array) throws SQLException {
    return Set.of((String[]) array.getArray());
  }

  /**
   * Writes what these codes mean from a moment on, in the order of the codes, so that two writers
   * never wait for each other in a circle.
   */
  void put(Connection c, long merchantId, Collection<Item> items, Instant since, boolean learned)
      throws SQLException {
    List<Item> sorted = items.stream().sorted(Comparator.comparing(Item::code)).toList();
    try (PreparedStatement s =
        c.prepareStatement(
            """
            INSERT INTO kartela.goods (merchant_id, code, since, name, categories, learned)
            VALUES (?, ?, ?, ?, ?, ?)
            ON CONFLICT (merchant_id, code, since) DO UPDATE SET
                name = CASE WHEN excluded.name = '' THEN goods.name ELSE excluded.name END,
                categories = excluded.categories, learned = excluded.learned
            WHERE goods.learned OR NOT excluded.learned
            """)) {
      for (Item item : sorted) {
        s.setLong(1, merchantId);
        s.setString(2, item.code());
        s.setTimestamp(3, Timestamp.from(since));
        s.setString(4, item.name());
        s.setArray(5, c.createArrayOf("text", new TreeSet<>(item.categories()).toArray()));
        s.setBoolean(6, learned);
        s.addBatch();
      }
      s.executeBatch();
    }
  }

  /** How many rows the merchant has, counted no further than this. */
  int count(Connection c, long merchantId, int most) throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            "SELECT count(*) FROM (SELECT FROM kartela.goods WHERE merchant_id = ? LIMIT ?) g")) {
      s.setLong(1, merchantId);
      s.setInt(2, most);
      try (ResultSet r = s.executeQuery()) {
        r.next();
        return r.getInt(1);
      }
    }
  }

  /** What the codes mean now, in their order. */
  List<Item> page(Connection c, long merchantId, int limit, @Nullable String after)
      throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            """
            SELECT DISTINCT ON (code) code, name, categories FROM kartela.goods
            WHERE merchant_id = ? AND code > ? ORDER BY code, since DESC LIMIT ?
            """)) {
      s.setLong(1, merchantId);
      s.setString(2, after == null ? "" : after);
      s.setInt(3, limit);
      List<Item> items = new ArrayList<>();
      try (ResultSet r = s.executeQuery()) {
        while (r.next()) {
          items.add(new Item(r.getString(1), r.getString(2), strings(r.getArray(3))));
        }
      }
      return items;
    }
  }
}
