package io.kartela.rules.codec;

import java.util.Collection;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Guesses what was meant by a mistyped word. */
final class Near {
  private Near() {}

  /** " word?" when a known word is near, else empty; reads the same in every language. */
  static String hint(String typed, Collection<String> known) {
    String best = nearest(typed, known);
    return best == null ? "" : " → " + best + "?";
  }

  private static @Nullable String nearest(String typed, Collection<String> known) {
    if (typed.length() > 60) {
      return null;
    }
    String best = null;
    int least = Math.max(1, typed.length() / 3) + 1;
    for (String k : known) {
      int d = distance(typed.toLowerCase(Locale.ROOT), k.toLowerCase(Locale.ROOT));
      if (d < least) {
        least = d;
        best = k;
      }
    }
    return best;
  }

  private static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j < row.length; j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j < row.length; j++) {
        int up = row[j];
        int change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(change, Math.min(row[j - 1], up) + 1);
        diagonal = up;
      }
    }
    return row[b.length()];
  }
}
