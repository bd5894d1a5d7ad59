package io.kartela.service.shop.store;

import io.kartela.service.platform.http.Check;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** When a store is open, from Monday on, such as 09:00-21:00; a day without is closed. */
final class Hours {
  private static final int DAYS = 7;
  private static final Pattern DAY =
      Pattern.compile("([01][0-9]|2[0-3]):[0-5][0-9]-(([01][0-9]|2[0-3]):[0-5][0-9]|24:00)");

  private Hours() {}

  /** As the database keeps it; empty when nothing is said. */
  static String check(Check check, @Nullable List<@Nullable String> days) {
    if (days == null || days.isEmpty()) {
      return "";
    }
    check.require(days.size() == DAYS, "hours", "INVALID", "семь дней", "seven days");
    for (int i = 0; i < Math.min(days.size(), DAYS); i++) {
      String day = days.get(i);
      check.require(
          day != null && (day.isEmpty() || DAY.matcher(day).matches()),
          "hours[" + i + "]",
          "INVALID",
          "например 09:00-21:00",
          "such as 09:00-21:00");
    }
    String all = String.join(",", days);
    return all.length() < DAYS ? "" : all;
  }

  static List<String> read(String kept) {
    return kept.isEmpty() ? List.of() : List.of(kept.split(",", -1));
  }
}
