package io.kartela.service.wallet.design;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Until when cards are valid: a day for all of them, a period after issue or renewal, or whichever
 * of both comes first. The last day counts whole, in the merchant's zone.
 *
 * @param until the last day of all cards
 * @param period how long a card lives
 * @param refuse whether an expired card is refused at the till; otherwise it is taken with a hint
 */
public record Validity(@Nullable LocalDate until, @Nullable Period period, boolean refuse) {
  private static final int MOST_DAYS = 3_650;
  private static final int MOST_MONTHS = 120;
  private static final int MOST_YEARS_AHEAD = 30;

  public Validity {
    if (until == null && period == null) {
      throw new IllegalArgumentException("neither a day nor a period");
    }
  }

  /** The last second of a card that was issued or renewed at this time. */
  public Instant end(Instant from, ZoneId zone) {
    LocalDate own = period == null ? LocalDate.MAX : LocalDate.ofInstant(from, zone).plus(period);
    LocalDate last = until == null || own.isBefore(until) ? own : until;
    return last.plusDays(1).atStartOfDay(zone).toInstant().minusSeconds(1);
  }

  /**
   * Reads a design's part.
   *
   * @param today null: whether the end is past is not asked
   */
  static @Nullable Validity read(JsonNode node, Findings findings, @Nullable LocalDate today) {
    String path = "validity";
    if (node.isMissingNode() || node.isNull()) {
      return null;
    }
    if (!findings.object(node, path, "until", "days", "months", "expired")) {
      return null;
    }
    LocalDate until = until(node.path("until"), findings, today);
    Period period = period(node, findings);
    String expired = node.path("expired").asString("REFUSE");
    if (!expired.equals("REFUSE") && !expired.equals("WARN")) {
      findings.add(path + ".expired", "UNKNOWN_WAY", "REFUSE или WARN", "REFUSE or WARN");
    }
    if (node.path("until").isMissingNode()
        && node.path("days").isMissingNode()
        && node.path("months").isMissingNode()) {
      findings.add(
          path,
          "REQUIRED",
          "нужен последний день until или срок days либо months",
          "a last day until or a period days or months is wanted");
    }
    return until == null && period == null
        ? null
        : new Validity(until, period, !expired.equals("WARN"));
  }

  private static @Nullable LocalDate until(
      JsonNode node, Findings findings, @Nullable LocalDate today) {
    String path = "validity.until";
    if (node.isMissingNode()) {
      return null;
    }
    String text = node.asString("");
    LocalDate day = day(text);
    if (day == null) {
      findings.add(
          path, "BAD_DATE", "нужен день вида 2027-12-31", "a day such as 2027-12-31 is wanted");
    } else if (today != null && day.isBefore(today)) {
      findings.add(
          path,
          "END_IN_PAST",
          "этот день прошёл: карты были бы недействительны сразу после публикации",
          "this day is past: cards would be invalid as soon as this is published");
    } else if (today != null && day.isAfter(today.plusYears(MOST_YEARS_AHEAD))) {
      findings.add(
          path,
          "END_TOO_FAR",
          "не дальше " + MOST_YEARS_AHEAD + " лет",
          "at most " + MOST_YEARS_AHEAD + " years ahead");
    }
    return day;
  }

  private static @Nullable LocalDate day(String text) {
    try {
      return text.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}") ? LocalDate.parse(text) : null;
    } catch (DateTimeException e) {
      return null;
    }
  }

  private static @Nullable Period period(JsonNode node, Findings findings) {
    boolean days = !node.path("days").isMissingNode();
    boolean months = !node.path("months").isMissingNode();
    if (days && months) {
      findings.add(
          "validity.days",
          "TWO_PERIODS",
          "срок задают в днях или в месяцах, не в обоих",
          "a period is given in days or in months, not in both");
      return null;
    }
    if (days) {
      Integer n = within(node.path("days"), "validity.days", MOST_DAYS, findings);
      return n == null ? null : Period.ofDays(n);
    }
    if (months) {
      Integer n = within(node.path("months"), "validity.months", MOST_MONTHS, findings);
      return n == null ? null : Period.ofMonths(n);
    }
    return null;
  }

  private static @Nullable Integer within(JsonNode node, String path, int most, Findings findings) {
    if (!node.isIntegralNumber() || !node.canConvertToInt()) {
      findings.add(path, "WRONG_TYPE", "нужно целое число", "a whole number is wanted");
      return null;
    }
    int n = node.asInt();
    if (n < 1) {
      findings.add(path, "PERIOD_TOO_SHORT", "хотя бы 1", "at least 1");
      return null;
    }
    if (n > most) {
      findings.add(path, "PERIOD_TOO_LONG", "не больше " + most, "at most " + most);
      return null;
    }
    return n;
  }
}
