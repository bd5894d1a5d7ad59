package io.kartela.service.member.referral;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** An invite code in the ways people give it: in any case, in groups, as a link, in Cyrillic. */
final class TypedCode {
  /** A link is the longest that is still looked at. */
  private static final int MOST = 300;

  private static final String IN_LINK = "invite=";

  /** What stands at the same place on the other keyboard. */
  private static final Map<Character, Character> SAME_KEY =
      pairs("ЙЦУКЕНГЗФЫВАПРОЛДЯЧСМИТЬ", "QWERTYUPASDFGHJKLZXCVBNM");

  /** What looks the same, when somebody copies a code from paper. */
  private static final Map<Character, Character> SAME_LOOK = pairs("АВЕКМНРСТУХЗ", "ABEKMHPCTYX3");

  private TypedCode() {}

  private static Map<Character, Character> pairs(String from, String to) {
    return IntStream.range(0, from.length())
        .boxed()
        .collect(Collectors.toMap(from::charAt, to::charAt));
  }

  /** What may be meant, the likeliest first; empty when it is no code at all. */
  static List<String> readings(String typed) {
    if (typed.length() > MOST) {
      return List.of();
    }
    int link = typed.indexOf(IN_LINK);
    String code = link < 0 ? typed : typed.substring(link + IN_LINK.length()).split("[&#]", 2)[0];
    String signs = code.replaceAll("[\\s\\p{Pd}._]+", "").toUpperCase(Locale.ROOT);
    List<String> readings = new ArrayList<>();
    for (Map<Character, Character> cyrillic : List.of(SAME_LOOK, SAME_KEY)) {
      String reading = reading(signs, cyrillic);
      if (reading != null && !readings.contains(reading)) {
        readings.add(reading);
      }
    }
    return readings;
  }

  private static @Nullable String reading(String signs, Map<Character, Character> cyrillic) {
    if (signs.length() != 8 && signs.length() != 12) {
      return null;
    }
    StringBuilder out = new StringBuilder(signs.length());
    for (int i = 0; i < signs.length(); i++) {
      char c = signs.charAt(i);
      // Codes have neither of the two; a small L looks like both.
      char sign = c == '1' || c == 'I' ? 'L' : cyrillic.getOrDefault(c, c);
      if (InviteCodes.ALPHABET.indexOf(sign) < 0) {
        return null;
      }
      out.append(sign);
    }
    return out.toString();
  }
}
