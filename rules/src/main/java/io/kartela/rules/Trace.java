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

  /** Why a rule gave nothing. */
  enum Reason {
    DISABLED,
    NOT_YET_VALID,
    NO_LONGER_VALID,
    NO_MEMBER,
    TIER,
    RECEIPT_TOTAL,
    BASKET,
    TIME,
    BIRTHDAY,
    DOB_UNKNOWN,
    DOB_TOO_RECENT,
    QUICK_RETURN,
    NOT_FIRST_PURCHASE,
    PURCHASES_SUM,
    PURCHASES_COUNT,
    NTH_PURCHASE,
    CARD_KIND,
    STORE,
    TAG,
    NEGATED,
    FACT_UNKNOWN,
    NO_ELIGIBLE_GOODS,
    NOTHING_TO_GIVE,
    LOST_IN_GROUP,
    BUDGET_EXHAUSTED,
    USES_EXHAUSTED,
    ALREADY_GIVEN,
    SPENT_BONUSES,
    LIFE_OVER,
    CAP_REACHED
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
