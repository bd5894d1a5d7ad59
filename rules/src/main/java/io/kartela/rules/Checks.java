package io.kartela.rules;

import io.kartela.rules.codec.BadValueException;
import java.util.regex.Pattern;

/** Checks shared by the compact constructors. */
final class Checks {
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9_.-]{1,64}");

  private Checks() {}

  static void id(String value, String field) {
    BadValueException.unless(
        ID.matcher(value).matches(),
        field,
        "BAD_ID",
        "Ключ: 1–64 латинских букв, цифр и знаков _ . -",
        "An id is 1–64 latin letters, digits and _ . -");
  }

  static void range(long value, long min, long max, String field) {
    BadValueException.unless(
        value >= min && value <= max,
        field,
        "OUT_OF_RANGE",
        "Число должно быть от " + min + " до " + max,
        "The number must be from " + min + " to " + max);
  }
}
