package io.kartela.service.shop.goods;

import io.kartela.service.platform.http.Problem;
import io.kartela.service.platform.http.ProblemCode;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The cabinet's list of goods: searched, filtered and paged along the index of its order, so that
 * the last page costs what the first does.
 */
final class GoodsList {
  /** More words than these find nothing more in particular. */
  private static final int MOST_WORDS = 8;

  /** What the list may be sorted by; every order ends with the id, so that paging loses nothing. */
  enum Sort {
    NAME("name_key", "text", false),
    PRICE("price_key", "bigint", true),
    SOLD("sold_on", "date", true);

    private final String key;
    private final String type;
    private final boolean descending;

    Sort(String key, String type, boolean descending) {
      this.key = key;
      this.type = type;
      this.descending = descending;
    }

    private String direction() {
      return descending ? " DESC" : "";
    }
  }

  /**
   * What is looked for.
   *
   * @param category its id, with all that lies under it; 0: those in none; null: whatever
   */
  record Query(
      @Nullable String search,
      @Nullable Long category,
      boolean archived,
      Sort sort,
      int limit,
      @Nullable String cursor) {}

  record Page(List<Good.Kept> goods, @Nullable String nextCursor) {}

  private record Place(String key, long id) {}

  private GoodsList() {}

  static Page page(Connection c, long merchantId, CategoryTree tree, Query query)
      throws SQLException {
    Place after = query.cursor == null ? null : place(query.cursor);
    List<Object> values = new ArrayList<>();
    String sql = sql(merchantId, tree, query, after, values);
    List<Place> found;
    try {
      asIndexed(c);
      found = read(c, sql, values);
    } catch (SQLException e) {
      // Class 22: the cursor's text is no value of this order's type, so it is none of ours.
      if (after != null && String.valueOf(e.getSQLState()).startsWith("22")) {
        throw wrongCursor();
      }
      throw e;
    }
    boolean more = found.size() > query.limit;
    List<Place> shown = more ? found.subList(0, query.limit) : found;
    return new Page(
        new ItemStore().read(c, merchantId, shown.stream().map(Place::id).toList()),
        more ? encode(shown.getLast()) : null);
  }

  private static String sql(
      long merchantId, CategoryTree tree, Query query, @Nullable Place after, List<Object> values) {
    Sort sort = query.sort;
    StringBuilder where = new StringBuilder("merchant_id = ? AND archived = ?");
    values.add(merchantId);
    values.add(query.archived);
    if (after != null) {
      where.append(
          " AND (%s, item_id) %s (?::%s, ?)"
              .formatted(sort.key, sort.descending ? "<" : ">", sort.type));
      values.add(after.key);
      values.add(after.id);
    }
    Long category = query.category;
    if (category != null && category == 0) {
      where.append(" AND categories = '{}'");
    } else if (category != null) {
      where.append(" AND categories && ?");
      values.add(tree.below(category).toArray(new String[0]));
    }
    for (String word : words(query.search)) {
      where.append(" AND (search LIKE ? OR categories && ?)");
      values.add(like(word));
      values.add(tree.named(word).toArray(new String[0]));
    }
    values.add(query.limit + 1);
    // Under another name: ORDER BY would take the text, by which 99 is more than 250, for the key.
    return "SELECT item_id, %s::text AS place FROM kartela.goods_item WHERE %s ORDER BY %s%s, item_id%s LIMIT ?"
        .formatted(sort.key, where, sort.key, sort.direction(), sort.direction());
  }

  private static Set<String> words(@Nullable String search) {
    Set<String> words = new LinkedHashSet<>();
    if (search != null) {
      for (String word : CategoryTree.fold(search).split(" ", -1)) {
        if (!word.isEmpty() && words.size() < MOST_WORDS) {
          words.add(word);
        }
      }
    }
    return words;
  }

  private static String like(String word) {
    return "%" + word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
  }

  /** Statistics know little of one shop among many: the order's index is always the way. */
  private static void asIndexed(Connection c) throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            """
            SELECT set_config('enable_seqscan', 'off', true), set_config('enable_sort', 'off', true),
                set_config('enable_bitmapscan', 'off', true), set_config('plan_cache_mode', 'force_custom_plan', true)
            """)) {
      s.execute();
    }
  }

  private static List<Place> read(Connection c, String sql, List<Object> values)
      throws SQLException {
    try (PreparedStatement s = c.prepareStatement(sql)) {
      for (int i = 0; i < values.size(); i++) {
        switch (values.get(i)) {
          case String[] texts -> s.setArray(i + 1, c.createArrayOf("text", texts));
          case Object value -> s.setObject(i + 1, value);
        }
      }
      List<Place> places = new ArrayList<>();
      try (ResultSet r = s.executeQuery()) {
        while (r.next()) {
          places.add(new Place(r.getString(2), r.getLong(1)));
        }
      }
      return places;
    }
  }

  private static String encode(Place place) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString((place.id + ":" + place.key).getBytes(StandardCharsets.UTF_8));
  }

  private static Place place(String cursor) {
    try {
      String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
      int colon = text.indexOf(':');
      if (colon > 0) {
        return new Place(text.substring(colon + 1), Long.parseLong(text.substring(0, colon)));
      }
    } catch (IllegalArgumentException e) {
      // answered below
    }
    throw wrongCursor();
  }

  private static Problem wrongCursor() {
    return new Problem(ProblemCode.INVALID_PARAMETER, "cursor", "nextCursor");
  }
}
