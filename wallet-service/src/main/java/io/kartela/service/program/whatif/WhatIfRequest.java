package io.kartela.service.program.whatif;

import io.kartela.service.platform.http.Check;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A replay as it is asked for: exactly one of {@code draftId}, {@code program} and {@code version}.
 *
 * @param from an instant, or a day: its beginning in the zone of the program in force
 * @param to the end, not included
 */
record WhatIfRequest(
    @Nullable String draftId,
    @Nullable JsonNode program,
    @Nullable Integer version,
    @Nullable String from,
    @Nullable String to,
    @Nullable Integer sample,
    @Nullable String spending,
    @Nullable Integer bonusValueBp) {

  /** A request that makes sense. */
  record Checked(
      Instant from, Instant to, int sample, WhatIfJob.Spending spending, int bonusValueBp) {}

  Checked check(ZoneId zone) {
    Check check = new Check();
    int sources = (draftId == null ? 0 : 1) + (version == null ? 0 : 1);
    sources += program == null || program.isNull() ? 0 : 1;
    check.require(
        sources == 1,
        "draftId",
        "EXACTLY_ONE",
        "нужно ровно одно из: draftId, program, version",
        "exactly one of draftId, program and version is needed");
    Instant begin = instant(check, "from", from, zone);
    Instant end = instant(check, "to", to, zone);
    check.require(
        begin.isBefore(end) || begin.equals(Instant.EPOCH) || end.equals(Instant.EPOCH),
        "to",
        "NOT_AFTER_FROM",
        "должно быть позже from",
        "must be later than from");
    int percent = sample == null ? 100 : sample;
    check.require(
        percent >= 1 && percent <= 100, "sample", "OUT_OF_RANGE", "от 1 до 100 %", "1 to 100 %");
    int value = bonusValueBp == null ? 10_000 : bonusValueBp;
    check.require(
        value >= 0 && value <= 10_000,
        "bonusValueBp",
        "OUT_OF_RANGE",
        "от 0 до 10000",
        "0 to 10000");
    WhatIfJob.Spending wish = spending(check);
    check.done();
    return new Checked(begin, end, percent, wish, value);
  }

  private WhatIfJob.Spending spending(Check check) {
    for (WhatIfJob.Spending s : WhatIfJob.Spending.values()) {
      if (s.name().equals(spending)) {
        return s;
      }
    }
    check.require(
        spending == null,
        "spending",
        "INVALID",
        "AS_SPENT или AS_ALLOWED",
        "AS_SPENT or AS_ALLOWED");
    return WhatIfJob.Spending.AS_SPENT;
  }

  /** The moment; the epoch when it is wrong. */
  private static Instant instant(Check check, String field, @Nullable String text, ZoneId zone) {
    if (text == null || text.isBlank()) {
      check.add(field, "REQUIRED", "не заполнено", "is required");
      return Instant.EPOCH;
    }
    try {
      Instant at =
          text.length() == 10
              ? LocalDate.parse(text).atStartOfDay(zone).toInstant()
              : Instant.parse(text);
      check.require(
          at.isAfter(Instant.parse("2000-01-01T00:00:00Z"))
              && at.isBefore(Instant.parse("2200-01-01T00:00:00Z")),
          field,
          "OUT_OF_RANGE",
          "от 2000 до 2200 года",
          "between the years 2000 and 2200");
      return at;
    } catch (DateTimeException e) {
      check.add(
          field,
          "INVALID",
          "нужен день (2026-01-31) или момент (2026-01-31T10:00:00Z)",
          "a day (2026-01-31) or an instant (2026-01-31T10:00:00Z) is needed");
      return Instant.EPOCH;
    }
  }
}
