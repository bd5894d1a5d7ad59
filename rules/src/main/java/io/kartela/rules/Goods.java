package io.kartela.rules;

import io.kartela.rules.codec.Default;
import java.util.Set;

/**
 * Chooses lines. A line is chosen when it is in {@code skus} or {@code categories} (both empty:
 * every line) and in neither excluded set and bears none of {@code withoutFlags}.
 *
 * @param skus goods by any of their codes
 * @param categories goods by category; a line lists all its categories, ancestors included
 * @param excludedSkus never these
 * @param excludedCategories never these
 * @param withoutFlags never lines with one of these marks (for example a till's "sale" mark)
 */
public record Goods(
    @Default("[]") Set<String> skus,
    @Default("[]") Set<String> categories,
    @Default("[]") Set<String> excludedSkus,
    @Default("[]") Set<String> excludedCategories,
    @Default("[]") Set<String> withoutFlags) {
  /** Every line. */
  public static final Goods ALL = new Goods(Set.of(), Set.of(), Set.of(), Set.of(), Set.of());

  public Goods {
    skus = Set.copyOf(skus);
    categories = Set.copyOf(categories);
    excludedSkus = Set.copyOf(excludedSkus);
    excludedCategories = Set.copyOf(excludedCategories);
    withoutFlags = Set.copyOf(withoutFlags);
  }

  /** Lines of one category. */
  public static Goods category(String category) {
    return new Goods(Set.of(), Set.of(category), Set.of(), Set.of(), Set.of());
  }

  /** Every line but those of one category. */
  public static Goods exceptCategory(String category) {
    return new Goods(Set.of(), Set.of(), Set.of(), Set.of(category), Set.of());
  }

  /** One sku. */
  public static Goods sku(String sku) {
    return new Goods(Set.of(sku), Set.of(), Set.of(), Set.of(), Set.of());
  }

  boolean isAll() {
    return equals(ALL);
  }

  /** Whether the line of this receipt is chosen. */
  boolean matches(Line line, Basket basket) {
    boolean in =
        (skus.isEmpty() && categories.isEmpty())
            || basket.isAnyOf(skus, line)
            || meets(categories, line.categories());
    return in
        && !basket.isAnyOf(excludedSkus, line)
        && !meets(excludedCategories, line.categories())
        && !meets(withoutFlags, line.flags());
  }

  private static boolean meets(Set<String> wanted, Set<String> has) {
    if (wanted.isEmpty() || has.isEmpty()) {
      return false;
    }
    for (String s : has) {
      if (wanted.contains(s)) {
        return true;
      }
    }
    return false;
  }
}
