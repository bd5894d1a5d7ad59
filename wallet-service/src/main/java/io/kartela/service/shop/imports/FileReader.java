package io.kartela.service.shop.imports;

import io.kartela.service.platform.http.Problem;
import io.kartela.service.platform.http.ProblemCode;
import io.kartela.service.platform.sheet.Sheets;
import java.util.ArrayList;
import java.util.List;

/** Looks a file through when it comes: its top, and how many rows there are. Used once. */
final class FileReader {
  static final int MOST_ROWS = 200_000;

  private final Titles guesses;
  private final List<List<String>> sample = new ArrayList<>();
  private List<String> titles = List.of();
  private int titlesAt;
  private int columns;
  private int rows;

  FileReader(List<ImportField> fields) {
    this.guesses = new Titles(fields);
  }

  /**
   * Reads it.
   *
   * @throws Problem when it is no table, or too long
   */
  Head read(byte[] file) {
    boolean first = Sheets.read(file, this::row);
    if (rows > MOST_ROWS) {
      throw new Problem(ProblemCode.IMPORT_TOO_LONG, MOST_ROWS);
    }
    if (!first || rows == 0) {
      throw new Problem(ProblemCode.IMPORT_UNREADABLE);
    }
    List<String> names = new ArrayList<>();
    for (int i = 0; i < columns; i++) {
      String title = i < titles.size() ? titles.get(i) : "";
      names.add(title.isEmpty() ? Head.letter(i) : title);
    }
    return new Head(titlesAt, names, sample);
  }

  int rows() {
    return rows;
  }

  /** What the columns seem to be. */
  List<String> guess() {
    List<String> all = new ArrayList<>(titles);
    while (all.size() < columns) {
      all.add("");
    }
    return guesses.guess(all);
  }

  private boolean row(int number, List<String> cells) {
    columns = Math.max(columns, cells.size());
    if (rows == 0 && titles.isEmpty() && guesses.are(cells)) {
      titles = cells;
      titlesAt = number;
      return true;
    }
    if (sample.size() < Head.SHOWN) {
      sample.add(cells);
    }
    rows++;
    return rows <= MOST_ROWS;
  }
}
