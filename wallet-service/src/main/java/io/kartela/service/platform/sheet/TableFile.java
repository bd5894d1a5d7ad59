package io.kartela.service.platform.sheet;

import io.kartela.service.platform.http.Csv;
import io.kartela.service.platform.http.Lang;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.List;

/** A table that is written row by row, each a list of texts, numbers and days. */
public interface TableFile extends AutoCloseable {
  void row(List<?> cells);

  @Override
  void close();

  /** As spreadsheets of a language read it, decimal sign included. */
  static TableFile csv(OutputStream out, Lang lang, List<String> titles) {
    Csv csv = new Csv(out, lang);
    csv.row(titles.toArray(String[]::new));
    return new TableFile() {
      @Override
      public void row(List<?> cells) {
        csv.row(cells.stream().map(this::text).toArray(String[]::new));
      }

      private String text(Object cell) {
        String text = cell instanceof BigDecimal n ? n.toPlainString() : cell.toString();
        return cell instanceof BigDecimal && lang == Lang.RU ? text.replace('.', ',') : text;
      }

      @Override
      public void close() {
        csv.close();
      }
    };
  }

  static TableFile xlsx(OutputStream out, List<String> titles) {
    return new XlsxWriter(out, titles);
  }
}
