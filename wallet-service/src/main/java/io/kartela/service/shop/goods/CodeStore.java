package io.kartela.service.shop.goods;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The table of codes: whose each is. Works in the caller's transaction. Stateless. */
final class CodeStore {
  /** Whose a code is. */
  record Holder(long itemId, String code) {}

  /** By the codes' keys. */
  Map<String, Holder> holders(Connection c, long merchantId, Collection<String> codeKeys)
      throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            "SELECT code_key, item_id, code FROM kartela.goods_item_code"
                + " WHERE merchant_id = ? AND code_key = ANY (?)")) {
      s.setLong(1, merchantId);
      s.setArray(2, CategoryStore.texts(c, codeKeys));
      Map<String, Holder> found = new HashMap<>();
      try (ResultSet r = s.executeQuery()) {
        while (r.next()) {
          found.put(r.getString(1), new Holder(r.getLong(2), r.getString(3)));
        }
      }
      return found;
    }
  }

  /**
   * Gives codes to goods.
   *
   * @return the codes that are another's
   */
  List<String> give(Connection c, long merchantId, Map<Long, Good> goods) throws SQLException {
    Map<String, Holder> asked = new TreeMap<>();
    List<String> refused = new ArrayList<>();
    goods.forEach(
        (id, good) -> {
          for (String code : good.codes()) {
            Holder other = asked.putIfAbsent(GoodsStore.codeKey(code), new Holder(id, code));
            if (other != null && other.itemId != id) {
              refused.add(code);
            }
          }
        });
    try (PreparedStatement s =
        c.prepareStatement(
            """
            INSERT INTO kartela.goods_item_code (merchant_id, code_key, code, item_id)
            SELECT ?, k.key, k.code, k.item FROM unnest(?::text[], ?::text[], ?::bigint[]) AS k(key, code, item)
            ORDER BY k.key
            ON CONFLICT (merchant_id, code_key) DO UPDATE SET code = goods_item_code.code
            WHERE goods_item_code.item_id = excluded.item_id RETURNING code_key
            """)) {
      s.setLong(1, merchantId);
      s.setArray(2, CategoryStore.texts(c, asked.keySet()));
      s.setArray(3, CategoryStore.texts(c, asked.values().stream().map(Holder::code).toList()));
      s.setArray(
          4, c.createArrayOf("bigint", asked.values().stream().map(Holder::itemId).toArray()));
      try (ResultSet r = s.executeQuery()) {
        while (r.next()) {
          asked.remove(r.getString(1));
        }
      }
    }
    asked.values().forEach(left -> refused.add(left.code));
    return refused;
  }

  /** Takes away the codes that an item has beside these, and what they meant. */
  void keepOnly(Connection c, long merchantId, long itemId, Collection<String> codes)
      throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            """
            WITH gone AS (DELETE FROM kartela.goods_item_code WHERE merchant_id = ? AND item_id = ?
                AND NOT code_key = ANY (?) RETURNING merchant_id, code_key)
            DELETE FROM kartela.goods g USING gone
            WHERE g.merchant_id = gone.merchant_id AND g.code_key = gone.code_key
            """)) {
      s.setLong(1, merchantId);
      s.setLong(2, itemId);
      s.setArray(3, CategoryStore.texts(c, codes.stream().map(GoodsStore::codeKey).toList()));
      s.executeUpdate();
    }
  }

  /** What the codes mean now, in their order. */
  List<Item> page(Connection c, long merchantId, int limit, @Nullable String after)
      throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            """
            SELECT k.code, i.name, i.categories FROM kartela.goods_item_code k
            JOIN kartela.goods_item i USING (merchant_id, item_id)
            WHERE k.merchant_id = ? AND k.code_key > ? AND NOT i.archived ORDER BY k.code_key LIMIT ?
            """)) {
      s.setLong(1, merchantId);
      s.setString(2, after == null ? "" : GoodsStore.codeKey(after));
      s.setInt(3, limit);
      List<Item> items = new ArrayList<>();
      try (ResultSet r = s.executeQuery()) {
        while (r.next()) {
          items.add(
              new Item(
                  r.getString(1), r.getString(2), Set.of((String[]) r.getArray(3).getArray())));
        }
      }
      return items;
    }
  }
}
