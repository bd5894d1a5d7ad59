package io.kartela.rules;

import io.kartela.rules.codec.Default;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A receipt before the rules.
 *
 * @param lines what is bought; at most {@value #MAX_LINES}
 * @param store key of the store, or null
 * @param codes promo codes and coupons shown; kept for the CODE phase, nothing acts on them yet
 */
public record Basket(List<Line> lines, @Nullable String store, @Default("[]") List<String> codes) {
  /** Most lines of a receipt. */
  public static final int MAX_LINES = 5_000;

  public Basket {
    lines = List.copyOf(lines);
    codes = List.copyOf(codes);
  }

  /** A basket without a store. */
  public static Basket of(Line... lines) {
    return new Basket(List.of(lines), null, List.of());
  }

  /** A basket without a store. */
  public static Basket of(List<Line> lines) {
    return new Basket(lines, null, List.of());
  }
}
