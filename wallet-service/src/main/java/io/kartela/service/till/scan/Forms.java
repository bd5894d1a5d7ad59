package io.kartela.service.till.scan;

import io.kartela.service.code.CardCode;
import io.kartela.service.code.CardNumber;
import io.kartela.service.code.ShortCode;
import io.kartela.service.code.Uid;
import io.kartela.service.till.scan.Reading.Candidate;
import io.kartela.service.till.scan.Reading.Repair;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The stored forms that a text may mean, the likeliest first. Pure. */
final class Forms {
  /** Start and stop of a Codabar, in every writing. */
  private static final String CODABAR_ENDS = "ABCDTNE*";

  /** VTAP's letters for Apple, Google and its scanner, before anything. */
  private static final String VTAP_IDS = "AGQ";

  /** Other readers' letters for the symbology, before a number. */
  private static final String CODE_IDS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";

  /** The same of readers that write three signs, as P01. */
  private static final String LONG_CODE_IDS = "LPSX";

  private static final int CODE_ID_DIGITS = 6;

  /** Between start and stop there is nothing but the signs of a Codabar. */
  private static final Pattern CODABAR =
      Pattern.compile("(?i)^[%1$s]([0-9][0-9$:/.+ -]{2,})[%1$s]$".replace("%1$s", CODABAR_ENDS));

  private static final Pattern VTAP = Pattern.compile("[%1$s](?:[^%1$s].{3,})".formatted(VTAP_IDS));

  private static final Pattern CODE_ID =
      Pattern.compile("[%s]([0-9]{%d,})".formatted(CODE_IDS, CODE_ID_DIGITS));

  private static final Pattern LONG_CODE_ID =
      Pattern.compile("[%s]0[0-9](.{4,})".formatted(LONG_CODE_IDS));

  private Forms() {}

  /**
   * The texts of which readers' letters are taken off, so that this code is left: the other
   * direction of {@link #of}.
   */
  static List<String> adorned(String code) {
    Set<String> texts = new LinkedHashSet<>();
    letters(CODE_IDS).map(id -> id + code).filter(CODE_ID.asMatchPredicate()).forEach(texts::add);
    letters(VTAP_IDS).map(id -> id + code).filter(VTAP.asMatchPredicate()).forEach(texts::add);
    letters(LONG_CODE_IDS)
        .flatMap(id -> IntStream.range(0, 10).mapToObj(n -> id + "0" + n + code))
        .filter(LONG_CODE_ID.asMatchPredicate())
        .forEach(texts::add);
    letters(CODABAR_ENDS)
        .flatMap(start -> letters(CODABAR_ENDS).map(stop -> start + code + stop))
        .filter(CODABAR.asMatchPredicate())
        .forEach(texts::add);
    return List.copyOf(texts);
  }

  /** With which signs such texts begin. */
  static List<String> adorning() {
    return letters(CODE_IDS + CODABAR_ENDS).distinct().toList();
  }

  private static Stream<String> letters(String of) {
    return of.chars().mapToObj(Character::toString);
  }

  /**
   * The forms.
   *
   * @param raw what was given, without signs around it
   * @param latin the same as its keys were meant
   * @param signed as {@code latin} with the signs, one of which may be the start of a Codabar
   */
  static List<Candidate> of(String raw, String latin, String signed) {
    Map<String, Candidate> found = new LinkedHashMap<>();
    Optional<String> direct = CardNumber.canonical(raw);
    direct.ifPresent(
        n -> add(found, n, raw.equals(raw.toUpperCase(Locale.ROOT)) ? null : Repair.CASE));
    Optional<String> mended = CardNumber.canonical(latin);
    mended.ifPresent(n -> add(found, n, Repair.LAYOUT));
    String best = mended.or(() -> direct).orElse("");
    prefixes(found, best);
    Matcher codabar = CODABAR.matcher(signed);
    if (codabar.matches()) {
      CardNumber.canonical(codabar.group(1)).ifPresent(n -> add(found, n, Repair.READER_PREFIX));
    }
    if (CardNumber.isDigits(best)) {
      numbers(found, best);
    }
    List<String> uids = Uid.candidates(latin);
    for (int i = 0; i < uids.size(); i++) {
      Repair straight = latin.equals(raw) ? null : Repair.LAYOUT;
      add(found, uids.get(i), i == 0 ? straight : Repair.UID_ORDER);
    }
    return List.copyOf(found.values());
  }

  private static void prefixes(Map<String, Candidate> found, String best) {
    if (best.isEmpty()) {
      return;
    }
    String rest = best.substring(1);
    boolean vtap = VTAP_IDS.indexOf(best.charAt(0)) >= 0;
    if (VTAP.matcher(best).matches() || (vtap && Taps.looksLikeOne(rest))) {
      add(found, rest, Repair.READER_PREFIX);
    }
    for (Pattern id : List.of(CODE_ID, LONG_CODE_ID)) {
      Matcher prefixed = id.matcher(best);
      if (prefixed.matches()) {
        add(found, prefixed.group(1), Repair.READER_PREFIX);
      }
    }
  }

  /**
   * Forms of a number that readers make longer or shorter. Zeros in front are the key's matter, but
   * wallet cards have none.
   */
  private static void numbers(Map<String, Candidate> found, String digits) {
    String bare = digits.replaceFirst("^0+", "");
    if (CardCode.plausible(bare) || ShortCode.looksLikeOne(bare)) {
      add(found, bare, Repair.LEADING_ZEROS);
    }
    if (digits.length() == 12) {
      if (CardNumber.gs1Checks(digits)) {
        add(found, "0" + digits, Repair.UPC_LENGTH);
      }
      // A reader that keeps the check digit of an EAN-13 to itself.
      add(found, digits + CardNumber.gs1CheckDigit(digits), Repair.CHECK_DIGIT);
    }
    if (digits.length() == 13 && digits.startsWith("0")) {
      add(found, digits.substring(1), Repair.UPC_LENGTH);
    }
  }

  private static void add(Map<String, Candidate> to, String code, @Nullable Repair repair) {
    to.putIfAbsent(code, new Candidate(code, repair));
  }
}
