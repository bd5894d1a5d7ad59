package io.kartela.service.till.scan;

import io.kartela.service.member.profile.MemberSearch;
import io.kartela.service.member.standing.MemberRef;
import io.kartela.service.platform.http.Check;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a cashier typed to find a member: parts of the name in any order, the last digits of the
 * phone, or both.
 *
 * @param words lower case, ё as е
 * @param digits at the end of the phone; empty: none were typed
 */
record MemberQuery(List<String> words, String digits) {
  static final int LONGEST = 60;
  private static final int FEWEST_DIGITS = 4;
  private static final int FEWEST_LETTERS = 2;
  private static final int MOST_WORDS = 4;

  /** A whole number is looked up as it is; of more digits the national part is what fits. */
  private static final int MOST_DIGITS = 10;

  /** Reads it; what would find just anybody is told. */
  static MemberQuery of(Check check, @Nullable String text) {
    String given = check.text("text", text, LONGEST);
    List<String> words = new ArrayList<>();
    StringBuilder digits = new StringBuilder();
    for (String part : given.toLowerCase(Locale.ROOT).replace('ё', 'е').strip().split("\\s+", -1)) {
      if (part.matches("[0-9+().–-]+")) {
        digits.append(part.replaceAll("[^0-9]", ""));
      } else if (!part.isEmpty()) {
        words.add(part);
      }
    }
    boolean named = words.stream().anyMatch(word -> letters(word) >= FEWEST_LETTERS);
    check.require(
        (named || digits.length() >= FEWEST_DIGITS)
            && (digits.isEmpty() || digits.length() >= FEWEST_DIGITS),
        "text",
        "TOO_SHORT",
        "нужны 4 последние цифры телефона или 2 буквы имени",
        "takes the last 4 digits of the phone or 2 letters of the name");
    String all = digits.toString();
    return new MemberQuery(
        List.copyOf(words.subList(0, Math.min(words.size(), MOST_WORDS))),
        all.substring(Math.max(0, all.length() - MOST_DIGITS)));
  }

  private static long letters(String word) {
    return word.chars().filter(Character::isLetter).count();
  }

  MemberSearch search() {
    // No digits for the cards: their last ones are for whoever holds the card.
    return new MemberSearch(words, digits.isEmpty() ? List.of() : List.of("%" + digits), "", "");
  }

  /** Names that begin as typed come first. */
  Comparator<MemberRef> order() {
    return Comparator.comparingInt((MemberRef m) -> -beginnings(m.name()))
        .thenComparing(MemberRef::name)
        .thenComparingLong(MemberRef::id);
  }

  private int beginnings(String name) {
    String[] parts = name.toLowerCase(Locale.ROOT).replace('ё', 'е').split("\\s+", -1);
    return (int)
        words.stream()
            .filter(word -> Arrays.stream(parts).anyMatch(part -> part.startsWith(word)))
            .count();
  }

  /** The first name and an initial: enough to ask "Anna K.?", too little to look anybody up. */
  static String shortened(String name) {
    String[] parts = name.strip().split("\\s+", -1);
    String first = parts[0].length() > 30 ? parts[0].substring(0, 30) : parts[0];
    if (parts.length == 1) {
      return first;
    }
    return first + " " + parts[1].substring(0, parts[1].offsetByCodePoints(0, 1)) + ".";
  }

  /** Its last four digits, as people read them out. */
  static String ending(String phone) {
    String end = phone.substring(Math.max(0, phone.length() - 4));
    return end.length() < 4 ? "••" : "•• " + end.substring(0, 2) + "-" + end.substring(2);
  }
}
