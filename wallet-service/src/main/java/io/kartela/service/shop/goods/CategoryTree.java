package io.kartela.service.shop.goods;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The categories of a shop, and what lies under what. Immutable. */
final class CategoryTree {
  /** Deeper than anybody sorts goods. */
  static final int DEEPEST = 10;

  /** The rules refuse a line with more. */
  private static final int MOST_OF_A_LINE = 100;

  private final Map<Long, Category> byId = new HashMap<>();
  private final Map<String, Category> byKey = new HashMap<>();
  private final Map<String, Category> byName = new HashMap<>();

  CategoryTree(Collection<Category> categories) {
    for (Category one : categories) {
      byId.put(one.id(), one);
      byKey.put(one.key(), one);
      byName.putIfAbsent(fold(one.name()), one);
    }
  }

  /** As names are compared: whatever the case, ё as е, single spaces. */
  static String fold(String text) {
    return text.toLowerCase(Locale.ROOT).replace('ё', 'е').strip().replaceAll("\\s+", " ");
  }

  Optional<Category> find(long id) {
    return Optional.ofNullable(byId.get(id));
  }

  /** By key; else by name, which registers know categories by as well. */
  @Nullable Category said(String text) {
    Category exact = byKey.get(text);
    return exact == null ? byName.get(fold(text)) : exact;
  }

  /** The same by their keys; what is not known stays as it was said. */
  Set<String> keys(Set<String> said) {
    Set<String> keys = new LinkedHashSet<>();
    for (String one : said) {
      Category known = said(one);
      keys.add(known == null ? one : known.key());
    }
    return keys;
  }

  /** These and all that they lie under: a rule on drinks counts coffee. */
  Set<String> complete(Set<String> said) {
    Set<String> all = new LinkedHashSet<>(said);
    for (String one : said) {
      for (Category c : upwards(said(one))) {
        if (all.size() < MOST_OF_A_LINE) {
          all.add(c.key());
        }
      }
    }
    return all;
  }

  /** It and what it lies under, from below. */
  private List<Category> upwards(@Nullable Category from) {
    List<Category> way = new ArrayList<>();
    for (Category c = from; c != null && way.size() <= DEEPEST; c = byId.get(c.parent())) {
      way.add(c);
    }
    return way;
  }

  /** As people write it, from the top: "Drinks / Coffee". */
  String path(Category category) {
    List<String> names = upwards(category).stream().map(Category::name).toList();
    return String.join(" / ", names.reversed());
  }

  /** Categories by their paths, folded, but those of which two read the same. */
  Map<String, Category> byPath() {
    Map<String, Category> paths = new HashMap<>();
    Set<String> twice = new HashSet<>();
    for (Category one : byId.values()) {
      String path = fold(path(one));
      if (paths.put(path, one) != null) {
        twice.add(path);
      }
    }
    paths.keySet().removeAll(twice);
    return paths;
  }

  /** How many levels it and what it lies under are. */
  int depth(long id) {
    return upwards(byId.get(id)).size();
  }

  /** How many levels there are from it down. */
  int height(long id) {
    int height = 1;
    for (Category one : byId.values()) {
      List<Category> way = upwards(one);
      for (int i = 0; i < way.size(); i++) {
        height = way.get(i).id() == id ? Math.max(height, i + 1) : height;
      }
    }
    return height;
  }

  /** Whether the one is the other, or lies somewhere under it. */
  boolean within(long id, long other) {
    return upwards(byId.get(id)).stream().anyMatch(c -> c.id() == other);
  }

  /** The keys of a category and of all that lie under it. */
  Set<String> below(long id) {
    Set<String> keys = new LinkedHashSet<>();
    for (Category one : byId.values()) {
      if (within(one.id(), id)) {
        keys.add(one.key());
      }
    }
    return keys;
  }

  /** The keys of those whose name has this in it, and of all that lie under them. */
  Set<String> named(String folded) {
    Set<String> keys = new LinkedHashSet<>();
    for (Category one : byId.values()) {
      if (fold(one.name()).contains(folded)) {
        keys.addAll(below(one.id()));
      }
    }
    return keys;
  }

  boolean hasChildren(long id) {
    return byId.values().stream().anyMatch(c -> c.parent() == id);
  }

  /** Whether another one lies beside it under the same name. */
  boolean taken(String name, long parent, long but) {
    String folded = fold(name);
    return byId.values().stream()
        .anyMatch(c -> c.id() != but && c.parent() == parent && fold(c.name()).equals(folded));
  }

  boolean hasKey(String key) {
    return byKey.containsKey(key);
  }

  int size() {
    return byId.size();
  }

  Collection<Category> all() {
    return byId.values();
  }
}
