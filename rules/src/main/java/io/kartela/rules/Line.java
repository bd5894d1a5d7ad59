package io.kartela.rules;

import io.kartela.rules.codec.Default;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One line of a receipt as the till sent it; judged by {@link Rules}, which refuses bad values with
 * a code.
 *
 * @param lineNo unique number; ascending numbers are the scan order
 * @param sku goods; need not be known to the program
 * @param categories all categories of the goods, ancestors included
 * @param quantityMilli thousandths: 1.5 kg = 1500
 * @param total kopecks for the whole quantity before discounts
 * @param cost kopecks of cost price for the whole quantity, or null when unknown; only for reports
 * @param flags marks of the till, for example "sale"
 */
public record Line(
    int lineNo,
    String sku,
    @Default("[]") Set<String> categories,
    @Default("1000") long quantityMilli,
    long total,
    @Nullable Long cost,
    @Default("[]") Set<String> flags) {
  public Line {
    categories = Set.copyOf(categories);
    flags = Set.copyOf(flags);
  }

  /** One piece. */
  public static Line piece(int lineNo, String sku, String category, long total) {
    return new Line(lineNo, sku, Set.of(category), 1000, total, null, Set.of());
  }

  /**
   * A quantity at a unit price; the total is rounded half up to a kopeck.
   *
   * @throws ArithmeticException when the total does not fit
   */
  public static Line of(
      int lineNo, String sku, Set<String> categories, long quantityMilli, long unitPrice) {
    long total = Exact.mulDivHalfUp(unitPrice, quantityMilli, 1000);
    return new Line(lineNo, sku, categories, quantityMilli, total, null, Set.of());
  }

  /**
   * Whole pieces, or 0 when the quantity is fractional (weighed goods take no part in piece
   * promotions).
   */
  long pieces() {
    return quantityMilli % 1000 == 0 ? quantityMilli / 1000 : 0;
  }
}
