package io.kartela.service.report.figures;

import io.kartela.service.account.Amounts;
import io.kartela.service.platform.http.Lang;
import io.kartela.service.platform.sheet.TableFile;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** The table of figures as a file: the rows that are seen, then the periods beside. */
final class FiguresFile {
  private FiguresFile() {}

  private enum Column {
    FROM("С", "From", Figures.Row::from),
    TO("По", "To", Figures.Row::to),
    REVENUE("Выручка", "Revenue", r -> amount(r.revenue())),
    RECEIPTS("Чеки", "Receipts", Figures.Row::receipts),
    AVERAGE_RECEIPT("Средний чек", "Average receipt", r -> amount(r.averageReceipt())),
    DISCOUNT("Скидки", "Discounts", r -> amount(r.discount())),
    AVERAGE_DISCOUNT("Средняя скидка", "Average discount", r -> amount(r.averageDiscount())),
    MEMBER_REVENUE("Выручка по картам", "Revenue with a card", r -> amount(r.memberRevenue())),
    MEMBER_RECEIPTS("Чеки по картам", "Receipts with a card", Figures.Row::memberReceipts),
    EARNED("Начислено бонусов", "Bonuses earned", r -> amount(r.earned())),
    SPENT("Списано бонусов", "Bonuses spent", r -> amount(r.spent())),
    JOINED("Новые участники", "New members", r -> r.joined() == null ? "" : r.joined());

    private final String ru;
    private final String en;

    @SuppressWarnings("ImmutableEnumChecker") // reads only
    private final Function<Figures.Row, Object> cell;

    Column(String ru, String en, Function<Figures.Row, Object> cell) {
      this.ru = ru;
      this.en = en;
      this.cell = cell;
    }
  }

  static List<String> titles(Lang lang) {
    List<String> titles = new ArrayList<>();
    titles.add(lang == Lang.RU ? "Период" : "Period");
    for (Column column : Column.values()) {
      titles.add(lang == Lang.RU ? column.ru : column.en);
    }
    return titles;
  }

  static void write(TableFile file, Figures.View view, Lang lang) {
    boolean ru = lang == Lang.RU;
    view.rows().forEach(row -> write(file, "", row));
    write(file, ru ? "Всего" : "Total", view.now());
    write(file, ru ? "Прошлый период" : "Period before", view.before());
    write(file, ru ? "Год назад" : "A year ago", view.yearAgo());
  }

  private static void write(TableFile file, String what, Figures.Row row) {
    List<Object> cells = new ArrayList<>();
    cells.add(what);
    for (Column column : Column.values()) {
      cells.add(column.cell.apply(row));
    }
    file.row(cells);
  }

  private static BigDecimal amount(long minor) {
    return new BigDecimal(Amounts.text(minor));
  }
}
