package io.kartela.service.shop.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A row of a list, by what its columns are.
 *
 * @param number as people count in the file
 */
public record ImportRow(int number, List<String> cells, List<String> columns) {
  /** What the columns of this field say, those that say something. */
  public List<String> all(String field) {
    List<String> said = new ArrayList<>();
    for (int i = 0; i < Math.min(cells.size(), columns.size()); i++) {
      if (columns.get(i).equals(field) && !isNothing(cells.get(i))) {
        said.add(cells.get(i));
      }
    }
    return said;
  }

  /** The same as one text; "": nothing is said. */
  public String text(String field) {
    return String.join(" ", all(field));
  }

  /** What programs write where they know nothing. */
  private static boolean isNothing(String cell) {
    return switch (cell.toLowerCase(Locale.ROOT)) {
      case "", "-", "—", "null", "none", "n/a", "#n/a", "нет", "нет данных" -> true;
      default -> false;
    };
  }
}
