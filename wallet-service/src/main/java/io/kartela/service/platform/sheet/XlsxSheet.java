package io.kartela.service.platform.sheet;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.jspecify.annotations.Nullable;

/** The first sheet of an Excel workbook. */
final class XlsxSheet {
  /** What a file may unpack to: a small one can be made to fill the memory. */
  private static final long MOST_UNPACKED = 400_000_000;

  /** All but sheets is kept in memory while the sheet is read. */
  private static final long MOST_KEPT = 64_000_000;

  private static final int MOST_ENTRIES = 5_000;

  /**
   * Formats tell days of days: "dd.mm.yy", "yyyy-mm-dd"; colours and texts in them tell nothing.
   */
  private static final Pattern DAY = Pattern.compile("[^\\\\]*(d+[^\\w]*m|m+[^\\w]*d|yy).*");

  private static final Pattern NO_FORMAT = Pattern.compile("\"[^\"]*\"|\\[[^\\]]*]|\\\\.");

  private XlsxSheet() {}

  static boolean read(byte[] file, Sheets.Rows rows) {
    try {
      if (!isBounded(file)) {
        return false;
      }
      try (ReadableWorkbook book =
              new ReadableWorkbook(
                  new ByteArrayInputStream(file), new ReadingOptions(hasStyles(file), false));
          Stream<Row> all = book.getFirstSheet().openStream()) {
        boolean on = true;
        for (Iterator<Row> i = all.iterator(); on && i.hasNext(); ) {
          Row row = i.next();
          on = Sheets.hand(rows, row.getRowNum(), cells(row));
        }
        return true;
      }
    } catch (IOException
        | UncheckedIOException
        | ExcelReaderException
        | IllegalArgumentException
        | IndexOutOfBoundsException
        | java.util.NoSuchElementException e) {
      return false; // what the reader makes of damaged and of forged files
    }
  }

  /** Unpacks it into nothing, and stops where it becomes too much. */
  private static boolean isBounded(byte[] file) throws IOException {
    long size = 0;
    long kept = 0;
    int entries = 0;
    byte[] buffer = new byte[64 * 1024];
    // Not as a stream: programs that write row by row leave the sizes to the directory at the end.
    try (ZipFile zip = ZipFile.builder().setByteArray(file).get()) {
      for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
        long one;
        try (InputStream in = zip.getInputStream(entry)) {
          one = size(in, buffer, MOST_UNPACKED - size);
        }
        size += one;
        kept += entry.getName().startsWith("xl/worksheets/") ? 0 : one;
        entries++;
        if (size > MOST_UNPACKED || kept > MOST_KEPT || entries > MOST_ENTRIES) {
          return false;
        }
      }
    }
    return true;
  }

  /** Formats tell numbers from days; a workbook without any is read without them. */
  private static boolean hasStyles(byte[] file) throws IOException {
    try (ZipFile zip = ZipFile.builder().setByteArray(file).get()) {
      return zip.getEntry("xl/styles.xml") != null;
    }
  }

  private static long size(InputStream in, byte[] buffer, long most) throws IOException {
    long size = 0;
    for (int n = in.read(buffer); n >= 0 && size <= most; n = in.read(buffer)) {
      size += n;
    }
    return size;
  }

  private static List<String> cells(Row row) {
    List<String> cells = new ArrayList<>();
    for (int i = 0; i < Math.min(row.getCellCount(), Sheets.MOST_COLUMNS); i++) {
      @Nullable Cell cell = row.getCell(i);
      cells.add(cell == null ? "" : Sheets.tidy(text(cell)));
    }
    return cells;
  }

  /** A number as it is, not as it is shown: codes have no thousands and no exponent. */
  private static String text(Cell cell) {
    @Nullable String raw = cell.getRawValue();
    boolean number = cell.getType() == CellType.NUMBER;
    if (raw == null || !(number || isNumber(cell, raw))) {
      return cell.getText();
    }
    if (isDay(cell.getDataFormatString())) {
      LocalDateTime at = cell.asDate();
      return at == null ? raw : at.toLocalDate().toString();
    }
    try {
      return new BigDecimal(raw).stripTrailingZeros().toPlainString();
    } catch (NumberFormatException e) {
      return raw;
    }
  }

  /** A formula that came to a number. */
  private static boolean isNumber(Cell cell, String raw) {
    return cell.getType() == CellType.FORMULA
        && raw.matches("-?[0-9]+([.][0-9]+)?([eE][+-]?[0-9]+)?");
  }

  private static boolean isDay(@Nullable String format) {
    return format != null
        && DAY.matcher(NO_FORMAT.matcher(format.toLowerCase(Locale.ROOT)).replaceAll("")).matches();
  }
}
