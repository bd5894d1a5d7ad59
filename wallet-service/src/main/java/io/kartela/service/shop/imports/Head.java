package io.kartela.service.shop.imports;

import java.util.List;

/**
 * What stands at the top of a list.
 *
 * @param row the number of the row with the titles; 0: there is none
 * @param titles of the columns; without a row of titles the letters that spreadsheets give them
 * @param sample the first rows
 */
record Head(int row, List<String> titles, List<List<String>> sample) {
  /** Rows that are shown. */
  static final int SHOWN = 5;

  /** "A", "B" … "AA" */
  static String letter(int column) {
    String last = String.valueOf((char) ('A' + column % 26));
    return column < 26 ? last : letter(column / 26 - 1) + last;
  }
}
