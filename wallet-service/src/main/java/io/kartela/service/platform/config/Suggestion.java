package io.kartela.service.platform.config;

import java.util.Collection;
import java.util.Comparator;

/** "Did you mean …?" */
final class Suggestion {
  private Suggestion() {}

  /** A question to append to a sentence, starting with a space; empty when nothing is close. */
  static String forUnknown(String unknown, Collection<String> known) {
    int close = Math.max(2, unknown.length() / 3);
    return known.stream()
        .min(Comparator.comparingInt(candidate -> distance(unknown, candidate)))
        .filter(best -> distance(unknown, best) <= close)
        .map(best -> " Did you mean " + best + "?")
        .orElse("");
  }

  /** Levenshtein: how many letters to insert, remove or replace. */
  static int distance(String left, String right) {
    int[] previous = new int[right.length() + 1];
    for (int j = 0; j <= right.length(); j++) {
      previous[j] = j;
    }
    for (int i = 1; i <= left.length(); i++) {
      int[] current = new int[right.length() + 1];
      current[0] = i;
      for (int j = 1; j <= right.length(); j++) {
        int replaced = previous[j - 1] + (left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1);
        current[j] = Math.min(replaced, 1 + Math.min(previous[j], current[j - 1]));
      }
      previous = current;
    }
    return previous[right.length()];
  }
}
