package io.kartela.service.wallet.content;

import io.kartela.service.platform.http.Lang;
import io.kartela.service.wallet.content.CardContent.Operation;
import io.kartela.service.wallet.content.CardContent.Text;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Amounts and dates as texts on the card. */
public final class CardAmounts {
  private static final DateTimeFormatter RU_DAY =
      DateTimeFormatter.ofPattern("dd.MM.yyyy", Locale.ROOT);
  private static final DateTimeFormatter EN_DAY =
      DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);
  private static final DateTimeFormatter RU_TIME =
      DateTimeFormatter.ofPattern("dd.MM HH:mm", Locale.ROOT);
  private static final DateTimeFormatter EN_TIME =
      DateTimeFormatter.ofPattern("d MMM, HH:mm", Locale.ENGLISH);

  private CardAmounts() {}

  /** 123450 → "1 234,50" or "1,234.50"; whole amounts without a fraction. */
  public static String text(long minor, Lang lang) {
    String group = lang == Lang.RU ? "\u00a0" : ",";
    String whole = Long.toString(Math.abs(minor / 100));
    StringBuilder out = new StringBuilder(minor < 0 ? "−" : "");
    for (int i = 0; i < whole.length(); i++) {
      if (i > 0 && (whole.length() - i) % 3 == 0) {
        out.append(group);
      }
      out.append(whole.charAt(i));
    }
    long fraction = Math.abs(minor % 100);
    if (fraction != 0) {
      out.append(lang == Lang.RU ? ',' : '.').append(fraction / 10).append(fraction % 10);
    }
    return out.toString();
  }

  /** A day with its year: bonuses often live longer than one. */
  public static String day(Instant at, ZoneId zone, Lang lang) {
    return (lang == Lang.RU ? RU_DAY : EN_DAY).format(at.atZone(zone));
  }

  /** A day and a time, without the year. */
  public static String dayAndTime(Instant at, ZoneId zone, Lang lang) {
    return (lang == Lang.RU ? RU_TIME : EN_TIME).format(at.atZone(zone));
  }

  /** The last operations, one a line. */
  public static Text operations(CardContent card) {
    return new Text(operations(card, Lang.RU), operations(card, Lang.EN));
  }

  private static String operations(CardContent card, Lang lang) {
    StringBuilder lines = new StringBuilder();
    for (Operation one : card.operations()) {
      lines
          .append(lines.isEmpty() ? "" : "\n")
          .append(dayAndTime(one.at(), card.zone(), lang))
          .append("  ")
          .append(one.amount() > 0 ? "+" : "")
          .append(text(one.amount(), lang))
          .append("  ")
          .append(one.text().in(lang));
    }
    return lines.toString();
  }
}
