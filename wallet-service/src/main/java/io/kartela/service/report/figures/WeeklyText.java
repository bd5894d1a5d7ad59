package io.kartela.service.report.figures;

import io.kartela.push.mail.Mail;
import io.kartela.service.platform.http.Lang;
import io.kartela.service.shop.merchant.Merchant;
import java.math.BigDecimal;
import java.net.URI;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/** How a week went, in the words of a letter. Immutable. */
final class WeeklyText {
  private static final Locale RU = Locale.of("ru", "RU");

  private final Merchant shop;
  private final Figures.View week;
  private final URI cabinet;

  WeeklyText(Merchant shop, Figures.View week, URI cabinet) {
    this.shop = shop;
    this.week = week;
    this.cabinet = cabinet;
  }

  Mail to(String address, Lang lang) {
    Words words = new Words(lang);
    LocalDate from = week.now().from();
    LocalDate to = week.now().to();
    String title =
        words
            .say("%s: неделя %s", "%s: the week of %s")
            .formatted(shop.names().in(lang), words.days(from, to));
    String link = cabinet.resolve("/cabinet/figures?from=" + from + "&to=" + to).toString();
    String text =
        String.join(
            "\n",
            title,
            "",
            words.money("Выручка", "Revenue", Figures.Row::revenue),
            words.count("Чеков", "Receipts", Figures.Row::receipts),
            words.money("Средний чек", "Average receipt", Figures.Row::averageReceipt),
            words.share(),
            words.count(
                "Новых участников", "New members", row -> row.joined() == null ? 0 : row.joined()),
            words.money("Начислено бонусов на", "Bonuses earned", Figures.Row::earned),
            words.money("Оплачено бонусами", "Paid with bonuses", Figures.Row::spent),
            "",
            words.say(
                "В скобках: неделей раньше и год назад.",
                "In brackets: the week before and a year ago."),
            words.say("Подробнее: ", "More: ") + link,
            "",
            words.say("Не присылать эти письма: ", "No more of these letters: ")
                + cabinet.resolve("/cabinet/account"),
            "");
    return new Mail(address, title.replaceAll("\\p{Cntrl}+", " "), text);
  }

  /** One language's way of writing figures and days. */
  private final class Words {
    private final boolean russian;
    private final DecimalFormat format;

    Words(Lang lang) {
      this.russian = lang == Lang.RU;
      DecimalFormatSymbols signs = DecimalFormatSymbols.getInstance(russian ? RU : Locale.UK);
      signs.setMinusSign('−');
      this.format = new DecimalFormat("#,##0.##", signs);
    }

    String say(String ru, String en) {
      return russian ? ru : en;
    }

    String days(LocalDate from, LocalDate to) {
      boolean oneMonth = from.getMonth() == to.getMonth();
      DateTimeFormatter end = DateTimeFormatter.ofPattern("d MMMM yyyy", russian ? RU : Locale.UK);
      DateTimeFormatter start =
          DateTimeFormatter.ofPattern(
              oneMonth ? "d" : from.getYear() == to.getYear() ? "d MMMM" : "d MMMM yyyy",
              russian ? RU : Locale.UK);
      return start.format(from) + (oneMonth ? "–" : " – ") + end.format(to);
    }

    String count(String ru, String en, ToLongFunction<Figures.Row> figure) {
      return line(ru, en, row -> format.format(figure.applyAsLong(row)));
    }

    String money(String ru, String en, ToLongFunction<Figures.Row> figure) {
      return line(ru, en, row -> rubles(figure.applyAsLong(row)));
    }

    /** Whole ones without kopecks, as everywhere in the cabinet. */
    private String rubles(long minor) {
      format.setMinimumFractionDigits(minor % 100 == 0 ? 0 : 2);
      return format.format(BigDecimal.valueOf(minor, 2)) + "\u00a0₽";
    }

    /** How much of the revenue came from whoever showed a card. */
    String share() {
      return line(
          "С картой",
          "With a card",
          row ->
              row.revenue() <= 0
                  ? "—"
                  : Math.round(100.0 * row.memberRevenue() / row.revenue()) + "\u00a0%");
    }

    private String line(String ru, String en, Function<Figures.Row, String> shown) {
      return "%s: %s (%s; %s)"
          .formatted(
              say(ru, en),
              shown.apply(week.now()),
              shown.apply(week.before()),
              shown.apply(week.yearAgo()));
    }
  }
}
