package io.kartela.service.shop.goods;

import io.kartela.service.platform.db.Ids;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The tree of categories while a list is taken in: finds a path in it, and makes what is missing.
 * The shop's lock of goods is held. Used for one part of a list.
 */
final class Shelves {
  /** Stands for a category that would be made. */
  private static final String TO_BE_MADE = "\u0000";

  private final CategoryStore store = new CategoryStore();
  private final long merchantId;
  private final Ids ids;
  private final boolean meant;
  private final List<Category> all = new ArrayList<>();
  private final Map<String, Category> byPlace = new HashMap<>();
  private final CategoryTree before;
  private final Map<String, Category> byPath;

  Shelves(Connection c, long merchantId, Ids ids, boolean meant) throws SQLException {
    this.merchantId = merchantId;
    this.ids = ids;
    this.meant = meant;
    this.before = store.tree(c, merchantId);
    this.byPath = before.byPath();
    before.all().forEach(this::add);
  }

  private void add(Category category) {
    all.add(category);
    byPlace.putIfAbsent(place(category.parent(), category.name()), category);
  }

  private static String place(long parent, String name) {
    return parent + " " + CategoryTree.fold(name);
  }

  /**
   * The key of the category at the end of a path; null: there would be too many.
   *
   * @param said the path as one cell says it; "": it stands in several
   */
  @Nullable String key(Connection c, String said, List<String> path) throws SQLException {
    Category whole = byPath.get(CategoryTree.fold(said));
    if (whole != null) {
      return whole.key();
    }
    // A single word may be any category's key or name, as registers say it.
    Category at = path.size() == 1 ? before.said(path.getFirst()) : null;
    if (at != null) {
      return at.key();
    }
    long parent = 0;
    String key = "";
    for (String name : path) {
      Category next = byPlace.get(place(parent, name));
      if (next == null) {
        if (all.size() >= Categories.MOST) {
          return null;
        }
        next = new Category(ids.next(), meant ? free(name) : TO_BE_MADE + name, name, parent);
        if (meant) {
          store.insert(c, merchantId, next);
        }
        add(next);
      }
      parent = next.id();
      key = next.key();
    }
    return key;
  }

  private String free(String name) {
    String key = name;
    for (int n = 2; isTaken(key); n++) {
      key = name + " " + n;
    }
    return key;
  }

  private boolean isTaken(String key) {
    return all.stream().anyMatch(one -> one.key().equals(key));
  }
}
