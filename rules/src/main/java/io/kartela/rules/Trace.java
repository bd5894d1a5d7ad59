package io.kartela.rules;

import io.kartela.rules.codec.Default;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/** What became of one rule. {@link Explain} turns it into sentences. */
public sealed interface Trace {
  /**
   * The rule gave something.
   *
   * @param amount kopecks of discount, accrual (before the receipt's rounding) or grant
   * @param lines the amount by lines; empty for grants
   * @param percentBp percent used, or 0
   * @param band index of the band reached, or −1
   * @param measured amount that chose the band, or null
   * @param limitedBy what cut the amount, or null
   */
  record Applied(
      String rule,
      Phase phase,
      long amount,
      LineAmounts lines,
      @Default("0") int percentBp,
      @Default("-1") int band,
      @Nullable Long measured,
      @Nullable Limit limitedBy)
      implements Trace {}

  /**
   * The rule gave nothing, or nothing on some lines.
   *
   * @param reason why
   * @param expected the condition that did not hold, or null
   * @param actual what was found instead, or null
   * @param winner rule that won the group, or null
   * @param lines lines lost to the winner with what would have been given; empty = the whole
   *     receipt
   */
  record Rejected(
      String rule,
      Phase phase,
      Reason reason,
      @Nullable Condition expected,
      @Nullable Actual actual,
      @Nullable String winner,
      LineAmounts lines)
      implements Trace {}

  /**
   * The receipt's rounding of the accrual (C1): accrual = sum of applied amounts + this.
   *
   * @param amount kopecks, usually negative
   */
  record Rounding(long amount) implements Trace {}

  /** What cut an amount. */
  enum Limit {
    CAP_PER_LINE,
    CAP_PER_RECEIPT,
    BUDGET
  }

  /** Why a rule gave nothing, in words. */
  enum Reason {
    DISABLED("правило выключено", "the rule is switched off"),
    NOT_YET_VALID("ещё не началось", "it has not begun"),
    NO_LONGER_VALID("уже закончилось", "it has ended"),
    NO_MEMBER("карта не показана", "no card was shown"),
    TIER("другой уровень", "another tier"),
    RECEIPT_TOTAL("сумма чека", "the receipt's total"),
    BASKET("нет нужных товаров", "the goods are not in the receipt"),
    TIME("другое время", "another time"),
    BIRTHDAY("день рождения не сейчас", "the birthday is not now"),
    DOB_UNKNOWN("дата рождения не указана", "the date of birth is unknown"),
    DOB_TOO_RECENT(
        "дата рождения указана слишком недавно", "the date of birth was entered too recently"),
    QUICK_RETURN("прошло дней", "days since the last purchase"),
    NOT_FIRST_PURCHASE("покупок до этой", "purchases before this one"),
    PURCHASES_SUM("сумма покупок", "sum of purchases"),
    PURCHASES_COUNT("число покупок", "number of purchases"),
    NTH_PURCHASE("номер покупки", "the purchase's number"),
    CARD_KIND("вид карты", "kind of card"),
    STORE("магазин", "store"),
    CODE("промокод не предъявлен", "no promo code was presented"),
    TAG("нет нужной метки", "the tag is missing"),
    NEGATED("исключающее условие выполнено", "the excluding condition holds"),
    FACT_UNKNOWN("нет данных", "data is missing"),
    NO_ELIGIBLE_GOODS("нет подходящих товаров", "no suitable goods"),
    NOTHING_TO_GIVE("сумма слишком мала", "the amount is too small"),
    TOO_FEW_PIECES("не хватает штук", "too few pieces"),
    LOST_IN_GROUP("другое правило выгоднее", "another rule is better"),
    BUDGET_EXHAUSTED("бюджет исчерпан", "the budget is used up"),
    USES_EXHAUSTED("уже использовано", "already used"),
    ALREADY_GIVEN("уже подарено", "already given"),
    SPENT_BONUSES("при оплате бонусами не начисляется", "nothing is earned when bonuses pay"),
    LIFE_OVER("срок подарка уже прошёл", "the gift's life is over"),
    CAP_REACHED("предел исчерпан", "the limit is used up");

    private final String russian;
    private final String english;

    Reason(String russian, String english) {
      this.russian = russian;
      this.english = english;
    }

    String in(Words w) {
      return w.of(russian, english);
    }
  }

  /** What was found where a condition expected something else. */
  sealed interface Actual {
    /** Kopecks. */
    record Amount(long kopecks) implements Actual {}

    /** A number of things. */
    record Count(long count) implements Actual {}

    /** A key: tier, card kind, store. */
    record Key(@Nullable String key) implements Actual {}

    /** Local date and time in the zone of the window. */
    record Moment(LocalDateTime local) implements Actual {}

    /** A date. */
    record Day(LocalDate date) implements Actual {}
  }
}
