package io.kartela.service.shop.goods;

import io.kartela.service.platform.http.LocalText;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** The table of categories. Works in the caller's transaction. Stateless. */
final class CategoryStore {
  /** What ready programs and registers call in one word; other keys are names already. */
  private static final Map<String, LocalText> WORDS =
      Map.ofEntries(
          word("coffee", "Кофе", "Coffee"),
          word("tea", "Чай", "Tea"),
          word("bakery", "Выпечка", "Bakery"),
          word("cake", "Торты", "Cakes"),
          word("food", "Еда", "Food"),
          word("beans", "Зерно", "Beans"),
          word("drinks", "Напитки", "Drinks"),
          word("alcohol", "Алкоголь", "Alcohol"),
          word("tobacco", "Табак", "Tobacco"),
          word("gift-card", "Подарочные карты", "Gift cards"),
          word("delivery", "Доставка", "Delivery"),
          word("vitamins", "Витамины", "Vitamins"),
          word("prescription", "Рецептурные препараты", "Prescription drugs"),
          word("wash", "Мойка", "Wash"));

  private static Map.Entry<String, LocalText> word(String key, String ru, String en) {
    return Map.entry(key, new LocalText(ru, en));
  }

  CategoryTree tree(Connection c, long merchantId) throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            "SELECT category_id, key, name, parent_id FROM kartela.goods_category"
                + " WHERE merchant_id = ?")) {
      s.setLong(1, merchantId);
      List<Category> found = new ArrayList<>();
      try (ResultSet r = s.executeQuery()) {
        while (r.next()) {
          found.add(new Category(r.getLong(1), r.getString(2), r.getString(3), r.getLong(4)));
        }
      }
      return new CategoryTree(found);
    }
  }

  /** Gives a name to each of these that the shop does not have yet. */
  static void name(Connection c, long merchantId, Collection<String> keys) throws SQLException {
    if (keys.isEmpty()) {
      return;
    }
    // The sequence gives blocks of ids; a category takes the first of one.
    try (PreparedStatement s =
        c.prepareStatement(
            """
            INSERT INTO kartela.goods_category (merchant_id, category_id, key, name)
            SELECT m.merchant_id, nextval('kartela.id_block'), w.key,
                CASE m.locale WHEN 'en' THEN w.en ELSE w.ru END
            FROM kartela.merchant m, unnest(?::text[], ?::text[], ?::text[]) AS w(key, ru, en)
            WHERE m.merchant_id = ? AND NOT EXISTS (SELECT FROM kartela.goods_category k
                WHERE k.merchant_id = m.merchant_id AND k.key = w.key)
            ON CONFLICT DO NOTHING
            """)) {
      List<String> sorted = List.copyOf(new TreeSet<>(keys));
      List<LocalText> names =
          sorted.stream().map(key -> WORDS.getOrDefault(key, LocalText.same(key))).toList();
      s.setArray(1, texts(c, sorted));
      s.setArray(2, texts(c, names.stream().map(LocalText::ru).toList()));
      s.setArray(3, texts(c, names.stream().map(LocalText::en).toList()));
      s.setLong(4, merchantId);
      s.executeUpdate();
    }
  }

  static Array texts(Connection c, Collection<String> texts) throws SQLException {
    return c.createArrayOf("text", texts.toArray());
  }

  void insert(Connection c, long merchantId, Category category) throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            "INSERT INTO kartela.goods_category (merchant_id, category_id, key, name, parent_id)"
                + " VALUES (?, ?, ?, ?, nullif(?, 0))")) {
      s.setLong(1, merchantId);
      s.setLong(2, category.id());
      s.setString(3, category.key());
      s.setString(4, category.name());
      s.setLong(5, category.parent());
      s.executeUpdate();
    }
  }

  void update(Connection c, long merchantId, long id, String name, long parent)
      throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            "UPDATE kartela.goods_category SET name = ?, parent_id = nullif(?, 0)"
                + " WHERE merchant_id = ? AND category_id = ?")) {
      s.setString(1, name);
      s.setLong(2, parent);
      s.setLong(3, merchantId);
      s.setLong(4, id);
      s.executeUpdate();
    }
  }

  /** Takes a category away; what lies under it comes under that one. */
  void remove(Connection c, long merchantId, long id, long under) throws SQLException {
    try (PreparedStatement moved =
            c.prepareStatement(
                "UPDATE kartela.goods_category SET parent_id = nullif(?, 0)"
                    + " WHERE merchant_id = ? AND parent_id = ?");
        PreparedStatement gone =
            c.prepareStatement(
                "DELETE FROM kartela.goods_category WHERE merchant_id = ? AND category_id = ?")) {
      moved.setLong(1, under);
      moved.setLong(2, merchantId);
      moved.setLong(3, id);
      moved.executeUpdate();
      gone.setLong(1, merchantId);
      gone.setLong(2, id);
      gone.executeUpdate();
    }
  }

  /** How many goods are in each category itself, by its key; "": in none. */
  Map<String, Integer> counts(Connection c, long merchantId) throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            """
            SELECT k.key, count(*) FROM kartela.goods_item i,
                unnest(CASE WHEN i.categories = '{}' THEN ARRAY[''] ELSE i.categories END) AS k(key)
            WHERE i.merchant_id = ? AND NOT i.archived GROUP BY k.key
            """)) {
      s.setLong(1, merchantId);
      Map<String, Integer> counts = new HashMap<>();
      try (ResultSet r = s.executeQuery()) {
        while (r.next()) {
          counts.put(r.getString(1), r.getInt(2));
        }
      }
      return counts;
    }
  }
}
