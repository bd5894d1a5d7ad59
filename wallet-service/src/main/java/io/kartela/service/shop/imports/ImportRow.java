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
        said.add(plain(cells.get(i)));
      }
    }
    return said;
  }

  /** The same as one text; "": nothing is said. */
  public String text(String field) {
    return String.join(" ", all(field));
  }

  /**
   * Without the sign by which exports, ours too, keep a spreadsheet from taking it for a formula.
   */
  private static String plain(String cell) {
    return cell.length() > 1 && cell.charAt(0) == '\'' && "=+-@".indexOf(cell.charAt(1)) >= 0
        ? cell.substring(1)
        : cell;
  }

  /** What programs write where they know nothing. */
  private static boolean isNothing(String cell) {
    return switch (cell.toLowerCase(Locale.ROOT)) {
      case "", "-", "—", "null", "none", "n/a", "#n/a", "нет", "нет данных" -> true;
      default -> false;
    };
  }
}
