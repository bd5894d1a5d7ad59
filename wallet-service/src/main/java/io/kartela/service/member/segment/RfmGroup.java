package io.kartela.service.member.segment;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What members are called by their scores; the first that fits, so that everybody is in one. */
enum RfmGroup {
  CHAMPIONS("recency >= 4 AND frequency >= 4 AND money >= 4"),
  /** Bought often, and has not come for long. */
  AT_RISK("recency <= 2 AND frequency >= 3"),
  LOYAL("frequency >= 4"),
  LOST("recency = 1 AND frequency <= 2"),
  NEW("frequency = 1 AND recency >= 4"),
  OTHERS("true");

  private final String fits;

  RfmGroup(String fits) {
    this.fits = fits;
  }

  /** The group's name in SQL, of columns {@code recency}, {@code frequency} and {@code money}. */
  static String sql() {
    return Stream.of(values())
        .map(group -> "WHEN " + group.fits + " THEN '" + group + "'")
        .collect(Collectors.joining(" ", "CASE ", " END"));
  }
}
