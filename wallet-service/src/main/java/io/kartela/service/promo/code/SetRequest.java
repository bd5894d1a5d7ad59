package io.kartela.service.promo.code;

import io.kartela.service.platform.http.Check;
import io.kartela.service.platform.http.Http;
import io.kartela.service.platform.http.LocalText;
import io.kartela.service.platform.http.ProblemCode;
import io.kartela.service.promo.code.PromoSet.Terms;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A set of promo codes as the cabinet sends it. */
record SetRequest(
    @Nullable Name name,
    @Nullable String prefix,
    @Nullable Integer symbols,
    @Nullable Long count,
    @Nullable List<@Nullable String> codes,
    @Nullable Integer usesPerCode,
    @Nullable Long usesInAll,
    @Nullable Integer usesPerMember,
    @Nullable List<String> storeIds,
    @Nullable LocalDate firstDay,
    @Nullable LocalDate lastDay,
    @Nullable Boolean firstPurchase,
    @Nullable String segmentId,
    @Nullable Boolean giveBack) {
  static final long MOST_AT_ONCE = 1_000_000;
  static final int MOST_LISTED = 1_000;
  private static final int LONGEST_PREFIX = 10;

  record Name(@Nullable String ru, @Nullable String en) {}

  /**
   * What is to be issued.
   *
   * @param count how many are to be made
   * @param codes those of a list
   */
  record Issue(PromoSet.Shape shape, long count, List<String> codes) {}

  /** Without an English name it is called the same in both languages. */
  LocalText name(Check check) {
    String ru = check.line("name.ru", name == null ? null : name.ru, 100);
    String en = check.optional("name.en", name == null ? null : name.en, 100);
    return new LocalText(ru, en == null ? ru : en);
  }

  Issue issue(Check check) {
    if (codes != null && !codes.isEmpty()) {
      return new Issue(new PromoSet.Shape("", null), 0, listed(check, codes));
    }
    String begins = CodeText.bare(prefix == null ? "" : prefix);
    check.require(
        begins.length() <= LONGEST_PREFIX
            && (!begins.isEmpty() || prefix == null || prefix.isBlank()),
        "prefix",
        "INVALID",
        "до " + LONGEST_PREFIX + " букв и цифр",
        "at most " + LONGEST_PREFIX + " letters and digits");
    int chance = symbols == null ? 0 : symbols;
    check.require(chance >= 4 && chance <= 20, "symbols", "INVALID", "от 4 до 20", "4 to 20");
    return new Issue(
        new PromoSet.Shape(begins, Math.clamp(chance, 4, 20)),
        count(check, count, chance, 0),
        List.of());
  }

  /** How many codes; of so few symbols that one in a thousand guesses hits, none are made. */
  static long count(Check check, @Nullable Long count, int symbols, long issued) {
    long wanted = count == null ? 0 : count;
    check.require(
        wanted >= 1 && wanted <= MOST_AT_ONCE,
        "count",
        "INVALID",
        "от 1 до 1 000 000",
        "1 to 1,000,000");
    double all = Math.pow(CodeText.SYMBOLS.length(), Math.clamp(symbols, 4, 20));
    check.require(
        (wanted + issued) * 1_000.0 <= all,
        "symbols",
        "TOO_SHORT",
        "так мало знаков, что код угадает каждый тысячный: добавьте знаков",
        "so few symbols that one guess in a thousand hits a code: add some");
    return wanted;
  }

  private static List<String> listed(Check check, List<@Nullable String> codes) {
    check.require(
        codes.size() <= MOST_LISTED,
        "codes",
        "TOO_MANY",
        "не больше " + MOST_LISTED + ", остальные — файлом",
        "at most " + MOST_LISTED + ", the others by a file");
    List<String> good = new ArrayList<>();
    for (String code : codes.subList(0, Math.min(MOST_LISTED, codes.size()))) {
      String text = code == null ? "" : code.strip();
      check.require(
          !CodeText.fold(text).isEmpty(),
          "codes",
          "INVALID",
          "«" + text + "»: нужны буквы и цифры, от 3 до 40",
          "\"" + text + "\": 3 to 40 letters and digits are needed");
      good.add(text);
    }
    return good;
  }

  Terms terms(Check check) {
    between(check, "usesPerCode", usesPerCode == null ? null : usesPerCode.longValue());
    between(check, "usesInAll", usesInAll);
    between(check, "usesPerMember", usesPerMember == null ? null : usesPerMember.longValue());
    check.require(
        firstDay == null || lastDay == null || !lastDay.isBefore(firstDay),
        "lastDay",
        "INVALID",
        "последний день раньше первого",
        "the last day is before the first");
    List<Long> stores = new ArrayList<>();
    for (String id : storeIds == null ? List.<String>of() : storeIds) {
      stores.add(Http.id(id, ProblemCode.STORE_NOT_FOUND));
    }
    return new Terms(
        usesPerCode,
        usesInAll,
        usesPerMember,
        stores,
        firstDay,
        lastDay,
        Boolean.TRUE.equals(firstPurchase),
        segmentId == null ? null : Http.id(segmentId, ProblemCode.SEGMENT_NOT_FOUND),
        !Boolean.FALSE.equals(giveBack));
  }

  private static void between(Check check, String field, @Nullable Long value) {
    check.require(
        value == null || (value >= 1 && value <= 1_000_000_000),
        field,
        "INVALID",
        "от 1 до 1 000 000 000",
        "1 to 1,000,000,000");
  }
}
