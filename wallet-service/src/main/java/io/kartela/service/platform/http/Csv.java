package io.kartela.service.platform.http;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * Rows for a spreadsheet, written as they come. No cell is taken for a formula, whoever wrote it.
 */
public final class Csv implements AutoCloseable {
  /** Excel reads UTF-8 only of a file that says so. */
  private static final char BYTE_ORDER_MARK = '\ufeff';

  /** What a spreadsheet would work out, and what would be read back as the same kept from it. */
  private static final Pattern FORMULA = Pattern.compile("'*[=+\\-@\t\r\n]");

  private final Writer out;
  private final char separator;

  /** The separator is what a spreadsheet of that language splits by. */
  public Csv(OutputStream out, Lang lang) {
    this.out = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    this.separator = lang == Lang.RU ? ';' : ',';
    write(String.valueOf(BYTE_ORDER_MARK));
  }

  public void row(String... cells) {
    StringBuilder line = new StringBuilder();
    for (String cell : cells) {
      line.append(line.isEmpty() ? "" : separator).append(quoted(cell));
    }
    write(line.append("\r\n").toString());
  }

  private static String quoted(String cell) {
    boolean formula = FORMULA.matcher(cell).lookingAt();
    return '"' + (formula ? "'" : "") + cell.replace("\"", "\"\"") + '"';
  }

  /** A cell as it was before it was kept from being a formula, by us or another program. */
  public static String plain(String cell) {
    return cell.startsWith("'") && FORMULA.matcher(cell).lookingAt() ? cell.substring(1) : cell;
  }

  private void write(String text) {
    try {
      out.write(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try {
      out.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
