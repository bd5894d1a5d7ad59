package io.kartela.service.platform.sheet;

import io.kartela.service.platform.http.Signs;
import java.util.List;

/** Reads a table of whatever kind; the kind is told by the content, not by the name. Stateless. */
public final class Sheets {
  /** Longer cells are nobody's name or code. */
  static final int LONGEST_CELL = 2_000;

  static final int MOST_COLUMNS = 200;

  /** What an Excel workbook is called on its way. */
  public static final String XLSX =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  /** Takes the rows in, in their order. */
  @FunctionalInterface
  public interface Rows {
    /**
     * One row that is not empty.
     *
     * @param number as people count in the file, from 1
     * @return whether to go on
     */
    boolean row(int number, List<String> cells);
  }

  private Sheets() {}

  /**
   * Up to the end, or as far as is asked for.
   *
   * @return false when it is none of the kinds, damaged, or unpacks to more than anybody's list
   */
  public static boolean read(byte[] file, Rows rows) {
    if (file.length > 3 && file[0] == 'P' && file[1] == 'K') {
      return XlsxSheet.read(file, rows);
    }
    return YmlSheet.looksLike(file) ? YmlSheet.read(file, rows) : CsvSheet.read(file, rows);
  }

  /** Hands a row on unless it is empty. */
  static boolean hand(Rows rows, int number, List<String> cells) {
    return cells.stream().allMatch(String::isEmpty) || rows.row(number, List.copyOf(cells));
  }

  /** A cell's text without what cannot be seen. */
  static String tidy(String cell) {
    String text = Signs.clean(cell.replace('\u00a0', ' ').replace("\ufeff", "")).strip();
    return text.length() > LONGEST_CELL ? text.substring(0, LONGEST_CELL) : text;
  }
}
