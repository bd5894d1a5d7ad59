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

/**
 * What each code meant since when, which receipts are judged by. Works in the caller's transaction.
 * Stateless.
 */
final class GoodsStore {
  /** Most rows of one merchant that registers may teach. */
  static final int MOST = 500_000;

  /** Before anything was sold. */
  private static final Instant EVER = Instant.parse("2000-01-01T00:00:00Z");

  /**
   * What a code meant since when; newest first in every list.
   *
   * @param codes all that the goods have now, this one among them; none of what nobody holds
   */
  record Version(
      String code,
      Set<String> codes,
      Instant since,
      String name,
      Set<String> categories,
      Set<String> flags,
      boolean learned) {}

  /** By {@link #codeKey}, or by {@link #nameKey} for goods that are sold without a code. */
  Map<String, List<Version>> find(Connection c, long merchantId, Collection<String> keys)
      throws SQLException {
    Map<String, List<Version>> found = new HashMap<>();
    try (PreparedStatement s =
        c.prepareStatement(
            """
            SELECT g.k, g.code, g.since, g.name, g.categories, g.flags, g.learned,
              ARRAY(SELECT o.code FROM kartela.goods_item_code c
                  JOIN kartela.goods_item_code o ON o.merchant_id = c.merchant_id AND o.item_id = c.item_id
                  WHERE c.merchant_id = ? AND c.code_key = g.code_key)
            FROM (SELECT code_key AS k, * FROM kartela.goods WHERE merchant_id = ? AND code_key = ANY (?)
              UNION ALL
              SELECT 'name:' || lower(name), * FROM kartela.goods
              WHERE merchant_id = ? AND name <> '' AND lower(name) = ANY (?)) g
            ORDER BY g.since DESC
            """)) {
      List<String> names =
          keys.stream().filter(k -> k.startsWith("name:")).map(k -> k.substring(5)).toList();
      s.setLong(1, merchantId);
      s.setLong(2, merchantId);
      s.setArray(3, CategoryStore.texts(c, keys));
      s.setLong(4, merchantId);
      s.setArray(5, CategoryStore.texts(c, names));
      try (ResultSet r = s.executeQuery()) {
        while (r.next()) {
          found
              .computeIfAbsent(r.getString(1), k -> new ArrayList<>())
              .add(
                  new Version(
                      r.getString(2),
                      strings(r.getArray(8)),
                      r.getTimestamp(3).toInstant(),
                      r.getString(4),
                      strings(r.getArray(5)),
                      strings(r.getArray(6)),
                      r.getBoolean(7)));
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
   * Writes what registers taught of these codes, from a moment on, in the order of the codes, so
   * that two writers never wait for each other in a circle.
   */
  void learn(Connection c, long merchantId, Collection<Item> items, Instant since)
      throws SQLException {
    List<Item> sorted = items.stream().sorted(Comparator.comparing(Item::code)).toList();
    try (PreparedStatement s =
        c.prepareStatement(
            """
            INSERT INTO kartela.goods (merchant_id, code, since, name, categories, learned)
            VALUES (?, ?, ?, ?, ?, true)
            ON CONFLICT (merchant_id, code, since) DO UPDATE SET
                name = CASE WHEN excluded.name = '' THEN goods.name ELSE excluded.name END,
                categories = excluded.categories
            WHERE goods.learned
            """)) {
      for (Item item : sorted) {
        s.setLong(1, merchantId);
        s.setString(2, item.code());
        s.setTimestamp(3, Timestamp.from(since));
        s.setString(4, item.name());
        s.setArray(5, CategoryStore.texts(c, new TreeSet<>(item.categories())));
        s.addBatch();
      }
      s.executeBatch();
    }
  }

  /**
   * Writes what the codes of these goods mean now that somebody changed them: from now on, and for
   * what was never known before for ever. What is so already is left alone.
   */
  static void remember(Connection c, long merchantId, Collection<Long> itemIds, Instant now)
      throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            """
            INSERT INTO kartela.goods (merchant_id, code, since, name, categories, flags, learned)
            SELECT k.merchant_id, k.code, CASE WHEN g.code IS NULL THEN ?::timestamptz ELSE ?::timestamptz END,
                i.name, i.categories, i.flags, i.learned
            FROM kartela.goods_item_code k JOIN kartela.goods_item i USING (merchant_id, item_id)
            LEFT JOIN LATERAL (SELECT h.code, h.name, h.categories, h.flags, h.learned FROM kartela.goods h
                WHERE h.merchant_id = k.merchant_id AND h.code = k.code ORDER BY h.since DESC LIMIT 1) g ON true
            WHERE k.merchant_id = ? AND k.item_id = ANY (?)
              AND (g.code IS NULL
                OR (g.name, g.categories, g.flags, g.learned) <> (i.name, i.categories, i.flags, i.learned))
            ORDER BY k.code
            ON CONFLICT (merchant_id, code, since) DO UPDATE SET name = excluded.name,
                categories = excluded.categories, flags = excluded.flags, learned = excluded.learned
            """)) {
      s.setTimestamp(1, Timestamp.from(EVER));
      s.setTimestamp(2, Timestamp.from(now));
      s.setLong(3, merchantId);
      s.setArray(4, c.createArrayOf("bigint", itemIds.toArray()));
      s.executeUpdate();
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
}
