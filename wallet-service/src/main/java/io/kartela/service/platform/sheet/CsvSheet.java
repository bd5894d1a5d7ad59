package io.kartela.service.platform.sheet;

import io.kartela.service.platform.http.Csv;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Comma, semicolon or tab; UTF-8, else windows-1251, as Russian spreadsheets save. */
final class CsvSheet {
  private static final Charset WINDOWS = Charset.forName("windows-1251");
  private static final char[] SEPARATORS = {';', ',', '\t'};

  private final String text;
  private final char separator;
  private int at;
  private int line = 1;

  private CsvSheet(String text) {
    this.text = text;
    this.separator = separator(text);
  }

  static boolean read(byte[] file, Sheets.Rows rows) {
    String text = decode(file);
    if (text.indexOf('\0') >= 0) {
      return false;
    }
    CsvSheet sheet = new CsvSheet(text.startsWith("\ufeff") ? text.substring(1) : text);
    boolean on = true;
    while (on && sheet.at < sheet.text.length()) {
      int first = sheet.line;
      on = Sheets.hand(rows, first, sheet.row());
    }
    return true;
  }

  private static String decode(byte[] file) {
    if (file.length > 1 && (file[0] & 0xff) == 0xff && (file[1] & 0xff) == 0xfe) {
      return new String(file, StandardCharsets.UTF_16);
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(file)).toString();
    } catch (CharacterCodingException e) {
      return new String(file, WINDOWS);
    }
  }

  /** The one that parts the first line most; what stands in quotation marks parts nothing. */
  private static char separator(String text) {
    int end = text.indexOf('\n');
    String first = (end < 0 ? text : text.substring(0, end)).replaceAll("\"[^\"]*\"", "");
    char best = SEPARATORS[0];
    long most = 0;
    for (char one : SEPARATORS) {
      long times = first.chars().filter(c -> c == one).count();
      if (times > most) {
        most = times;
        best = one;
      }
    }
    return best;
  }

  private List<String> row() {
    List<String> cells = new ArrayList<>();
    while (true) {
      String cell = cell();
      if (cells.size() < Sheets.MOST_COLUMNS) {
        cells.add(Sheets.tidy(Csv.plain(cell)));
      }
      if (at >= text.length()) {
        return cells;
      }
      char c = text.charAt(at++);
      if (c == '\n') {
        line++;
        return cells;
      }
    }
  }

  /** Up to a separator or the end of the line, which is left. */
  private String cell() {
    if (at < text.length() && text.charAt(at) == '"') {
      return quoted();
    }
    int from = at;
    while (at < text.length() && text.charAt(at) != separator && text.charAt(at) != '\n') {
      at++;
    }
    return text.substring(from, at);
  }

  private String quoted() {
    StringBuilder cell = new StringBuilder();
    at++;
    while (at < text.length()) {
      char c = text.charAt(at++);
      if (c == '"') {
        if (at < text.length() && text.charAt(at) == '"') {
          at++;
        } else {
          break;
        }
      }
      line += c == '\n' ? 1 : 0;
      cell.append(c);
    }
    // What stands between the quotation mark and the separator says nothing.
    while (at < text.length() && text.charAt(at) != separator && text.charAt(at) != '\n') {
      at++;
    }
    return cell.toString();
  }
}
