package io.kartela.service.platform.sheet;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * An Excel workbook of one sheet, written as its rows come: only the last thousand of them are
 * kept. Not thread-safe.
 */
public final class XlsxWriter implements TableFile {
  private static final int PART = 1_000;

  private final Workbook book;
  private final Worksheet sheet;
  private int row;

  public XlsxWriter(OutputStream out, List<String> titles) {
    this.book = new Workbook(out, "Kartela", "1.0");
    this.sheet = book.newWorksheet("1");
    for (int i = 0; i < titles.size(); i++) {
      sheet.value(0, i, titles.get(i));
      sheet.width(i, Math.max(14, titles.get(i).length() + 2));
      sheet.style(0, i).bold().set();
    }
    sheet.freezePane(0, 1);
    row = 1;
  }

  @Override
  public void row(List<?> cells) {
    for (int i = 0; i < cells.size(); i++) {
      switch (cells.get(i)) {
        case BigDecimal number -> sheet.value(row, i, number);
        case Number number -> sheet.value(row, i, number);
        case LocalDate day -> {
          sheet.value(row, i, day);
          sheet.style(row, i).format("yyyy-mm-dd").set();
        }
        // A text is no formula to Excel, however it begins.
        case Object text -> sheet.inlineString(row, i, text.toString());
      }
    }
    row++;
    if (row % PART == 0) {
      flush();
    }
  }

  private void flush() {
    try {
      sheet.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try {
      book.finish();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
