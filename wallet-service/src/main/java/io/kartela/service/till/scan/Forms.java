package io.kartela.service.till.scan;

import io.kartela.service.code.CardCode;
import io.kartela.service.code.CardNumber;
import io.kartela.service.code.ShortCode;
import io.kartela.service.code.Uid;
import io.kartela.service.till.scan.Reading.Candidate;
import io.kartela.service.till.scan.Reading.Repair;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The stored forms that a text may mean, the likeliest first. Pure. */
final class Forms {
  /** Start and stop of a Codabar, in every writing; between them nothing but its signs. */
  private static final Pattern CODABAR =
      Pattern.compile("(?i)^[ABCDTNE*]([0-9][0-9$:/.+ -]{2,})[ABCDTNE*]$");

  /** VTAP's letters for Apple, Google and its scanner, before anything. */
  private static final Pattern VTAP = Pattern.compile("[AGQ](?:[^AGQ].{3,})");

  /** Other readers' letters for the symbology: one before a number, or three as P01. */
  private static final Pattern CODE_ID = Pattern.compile("[A-Z]([0-9]{6,})");

  private static final Pattern LONG_CODE_ID = Pattern.compile("[LPSX]0[0-9](.{4,})");

  private Forms() {}

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
    boolean vtap = "AGQ".indexOf(best.charAt(0)) >= 0;
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
