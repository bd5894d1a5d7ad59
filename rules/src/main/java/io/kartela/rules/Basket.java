package io.kartela.rules;

import io.kartela.rules.codec.Default;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A receipt before the rules.
 *
 * @param lines what is bought; at most {@value #MAX_LINES}
 * @param store key of the store, or null
 * @param codes keys of the sets whose promo codes were presented and are honoured
 * @param otherCodes by sku, under which other codes the same goods are sold: a rule that names one
 *     of them means them all
 */
public record Basket(
    List<Line> lines,
    @Nullable String store,
    @Default("[]") List<String> codes,
    @Default("{}") Map<String, Set<String>> otherCodes) {
  /** Most lines of a receipt. */
  public static final int MAX_LINES = 5_000;

  public Basket {
    lines = List.copyOf(lines);
    codes = List.copyOf(codes);
    otherCodes = Map.copyOf(otherCodes);
  }

  /** A basket without a store. */
  public static Basket of(Line... lines) {
    return of(List.of(lines));
  }

  /** A basket without a store. */
  public static Basket of(List<Line> lines) {
    return new Basket(lines, null, List.of(), Map.of());
  }

  /** The same receipt with these lines. */
  public Basket with(List<Line> others) {
    return new Basket(others, store, codes, otherCodes);
  }

  /** The same receipt, bought in this store. */
  public Basket in(@Nullable String otherStore) {
    return new Basket(lines, otherStore, codes, otherCodes);
  }

  /** The same receipt with codes of these sets. */
  public Basket presenting(List<String> sets) {
    return new Basket(lines, store, sets, otherCodes);
  }

  /** The same receipt of goods that have these codes, too. */
  public Basket alsoKnownAs(Map<String, Set<String>> others) {
    return new Basket(lines, store, codes, others);
  }

  /** Whether the line's goods have one of these codes. */
  boolean isAnyOf(Set<String> skus, Line line) {
    if (skus.isEmpty()) {
      return false;
    }
    if (skus.contains(line.sku())) {
      return true;
    }
    Set<String> others = otherCodes.get(line.sku());
    return others != null && !Collections.disjoint(others, skus);
  }
}
