package io.kartela.service.member.profile;

import io.kartela.service.platform.http.Check;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** Dates of birth as people give them. Stateless. */
final class BirthDates {
  private static final int OLDEST = 130;

  private BirthDates() {}

  /** A mistake at {@code birthDate} unless somebody who lives can be born then; null is one. */
  static void require(Check check, @Nullable LocalDate born, Instant now) {
    LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
    check.require(
        born != null && born.isBefore(today) && born.isAfter(today.minusYears(OLDEST)),
        "birthDate",
        "INVALID",
        "проверьте дату рождения",
        "please check the date of birth");
  }
}
