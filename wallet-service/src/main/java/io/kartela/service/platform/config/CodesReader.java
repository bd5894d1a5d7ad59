package io.kartela.service.platform.config;

import io.kartela.service.platform.config.Config.Codes;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;

/** How many one-time codes go out. */
final class CodesReader {
  private static final int MANY = 1_000_000;

  private final Settings settings;
  private final Values values;

  CodesReader(Settings settings, Values values) {
    this.settings = settings;
    this.values = values;
  }

  Codes codes() {
    return new Codes(
        values.number(Key.CODES_PER_PHONE, 1, 100),
        values.number(Key.CODES_PER_SHOP, 1, MANY),
        countries(),
        values.number(Key.CODES_PER_FOREIGN_COUNTRY, 0, MANY));
  }

  private Set<String> countries() {
    Set<String> countries = new TreeSet<>();
    Arrays.stream(values.text(Key.CODES_HOME_COUNTRIES).split(",", -1))
        .map(String::strip)
        .forEach(countries::add);
    if (!countries.stream().allMatch(c -> c.matches("[A-Z]{2}"))) {
      settings.mistake(
          "%s must be countries of two capital letters such as RU,KZ, not %s.",
          settings.where(Key.CODES_HOME_COUNTRIES), values.text(Key.CODES_HOME_COUNTRIES));
    }
    return countries;
  }
}
