package io.kartela.service.wallet.design;

import io.kartela.service.wallet.design.CardDesign.Relevant;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads when a card is at hand, and warns of what phones make of it. Stateless. */
final class RelevantDates {
  private static final int MOST = 10;

  /** What phones read: four digits of a year, whole seconds. For anything else they refuse all. */
  private static final Pattern PLAIN =
      Pattern.compile(
          "[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(Z|[+-][0-9]{2}:[0-9]{2})");

  private RelevantDates() {}

  /**
   * @param today where the merchant is; null: the design is in force already
   */
  static List<Relevant> read(JsonNode node, Findings findings, @Nullable LocalDate today) {
    List<Relevant> dates =
        findings.list(node, "relevantDates", MOST, (one, path) -> one(one, path, findings));
    if (today != null) {
      warn(dates, findings, today);
    }
    return dates;
  }

  private static @Nullable Relevant one(JsonNode node, String path, Findings findings) {
    if (!findings.object(node, path, "from", "until")) {
      return null;
    }
    String from = node.path("from").asString("");
    String until = node.path("until").isMissingNode() ? null : node.path("until").asString("");
    try {
      Relevant read =
          new Relevant(Instant.parse(from), until == null ? null : Instant.parse(until));
      if (read.until() == null || read.until().isAfter(read.from())) {
        if (!isPlain(from) || (until != null && !isPlain(until)) || !read.isPlain()) {
          findings.addToNew(
              path,
              "BAD_DATE",
              "год из четырёх цифр от 1970 и целые секунды: иначе телефон не откроет всю карту",
              "a year of four digits from 1970 on and whole seconds: phones would refuse the whole"
                  + " card");
        }
        return read;
      }
    } catch (DateTimeException e) {
      // answered below
    }
    findings.add(
        path,
        "BAD_DATE",
        "нужно время вида 2026-12-31T10:00:00Z, конец позже начала",
        "a time such as 2026-12-31T10:00:00Z is wanted, the end after the beginning");
    return null;
  }

  private static boolean isPlain(String text) {
    return PLAIN.matcher(text).matches();
  }

  private static void warn(List<Relevant> dates, Findings findings, LocalDate today) {
    // A day's grace: what is past everywhere on earth is past.
    Instant now = today.minusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    for (int i = 0; i < dates.size(); i++) {
      if (!dates.get(i).end().isAfter(now)) {
        findings.warn(
            "relevantDates[" + i + "]",
            "DATE_IN_PAST",
            "этот момент прошёл: на картах его не будет",
            "this moment is past: cards will not name it");
      }
    }
    if (dates.stream().filter(date -> date.isAhead(now)).count() == 1) {
      findings.warn(
          "relevantDates",
          "LONE_DATE",
          "единственный момент: когда он пройдёт, телефон может убрать карту в просроченные, пока"
              + " она не обновится",
          "the only moment: once it is over, phones may file the card as expired until it is"
              + " updated");
    }
  }
}
