package io.kartela.rules;

import io.kartela.rules.codec.Default;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A judged receipt: what to charge, what to book, and why. Amounts are kopecks. Immutable; stored
 * with the receipt as {@link ReceiptJson} so that a return sees exactly this.
 *
 * @param lines by ascending line number; the discount is already spread as it must be printed
 * @param gross before discounts
 * @param discount all discounts
 * @param bonusPaid paid with bonuses
 * @param money paid with money: gross − discount − bonusPaid, unless the register had taken another
 *     sum already
 * @param spend how many bonuses could be spent and why
 * @param earned accrual in all, grants not counted
 * @param accrual the lot of the accrual, or null when nothing was earned
 * @param grants fixed bonuses in lots of their own
 * @param counters stamps and rewarded marks to book
 * @param tier tier the receipt was judged by, or null
 * @param tierAfter change of tier that the receipt causes, or null
 * @param trace every rule: applied, or rejected and why, in the order of evaluation
 * @param hints what a little more would bring
 */
public record Evaluation(
    List<LineResult> lines,
    long gross,
    long discount,
    long bonusPaid,
    long money,
    Spend spend,
    long earned,
    @Nullable Accrual accrual,
    @Default("[]") List<Grant> grants,
    @Default("[]") List<CounterMove> counters,
    @Nullable String tier,
    Tiers.@Nullable Change tierAfter,
    @Default("[]") List<Trace> trace,
    @Default("[]") List<Hint> hints)
    implements Ruling {
  public Evaluation {
    lines = List.copyOf(lines);
    grants = List.copyOf(grants);
    counters = List.copyOf(counters);
    trace = List.copyOf(trace);
    hints = List.copyOf(hints);
  }

  /** The line with this number. */
  public LineResult line(int lineNo) {
    for (LineResult l : lines) {
      if (l.lineNo() == lineNo) {
        return l;
      }
    }
    throw new IllegalArgumentException("no line " + lineNo);
  }

  /** What of it counts as bought. */
  public long counted(Condition.Basis measure) {
    long sum = 0;
    for (LineResult l : lines) {
      sum = Math.addExact(sum, l.counted(measure));
    }
    return sum;
  }

  /** Bonuses of all grants. */
  public long granted() {
    long sum = 0;
    for (Grant g : grants) {
      sum = Math.addExact(sum, g.amount());
    }
    return sum;
  }

  /**
   * One line. {@code net = gross − discount − bonus}, unless another sum had been taken already.
   *
   * @param lineNo as in the basket
   * @param gross before discounts
   * @param discount as it must be printed
   * @param bonus paid with bonuses
   * @param net paid with money
   * @param earned the line's part of the accrual
   */
  public record LineResult(
      int lineNo, long gross, long discount, long bonus, long net, long earned) {
    /** What was owed and not paid; below zero where more was paid than was owed. */
    public long unpaid() {
      return gross - discount - bonus - net;
    }

    /** What of it counts as bought; goods that nobody paid for count in no measure. */
    public long counted(Condition.Basis measure) {
      return switch (measure) {
        case GROSS -> gross - Math.max(0, unpaid());
        case DISCOUNTED -> gross - discount - Math.max(0, unpaid());
        case NET -> net;
      };
    }
  }

  /**
   * Payment with bonuses.
   *
   * @param requested what the wish asked for; for MAX the maximum
   * @param maximum most that could be spent
   * @param maximumReason what set the maximum
   * @param paid what was spent; less than requested when {@code cut} says why
   * @param cut null when the wish was granted
   */
  public record Spend(
      long requested,
      long maximum,
      SpendReason maximumReason,
      long paid,
      @Nullable SpendReason cut) {}

  /** What limits a payment with bonuses, in words. */
  public enum SpendReason {
    NOT_OFFERED("в этой программе нельзя", "not in this program"),
    NO_MEMBER("карта не показана", "no card was shown"),
    BALANCE("столько бонусов на счёте", "that is the balance"),
    PERCENT_CAP("предел доли чека", "the limit of the receipt's share"),
    ELIGIBLE_GOODS("предел подходящих товаров", "the limit of suitable goods"),
    BELOW_MINIMUM("меньше наименьшего списания", "below the smallest payment"),
    STEP("списание кратно шагу", "payments go by steps");

    private final String russian;
    private final String english;

    SpendReason(String russian, String english) {
      this.russian = russian;
      this.english = english;
    }

    String in(Words w) {
      return w.of(russian, english);
    }
  }

  /**
   * The lot of the accrual.
   *
   * @param activeFrom first instant at which it can be spent
   * @param expiresAt first instant at which it cannot any more, or null for never
   */
  public record Accrual(long amount, Instant activeFrom, @Nullable Instant expiresAt) {}

  /**
   * A fixed bonus.
   *
   * @param rule the rule that gave it
   * @param onceKey to be remembered among {@link Facts#usedKeys}, or null
   */
  public record Grant(
      String rule,
      long amount,
      Instant activeFrom,
      @Nullable Instant expiresAt,
      @Nullable String onceKey) {}

  /**
   * Stamps, or the mark up to which a rule has rewarded.
   *
   * @param counter key in {@link Facts#counters}
   * @param by pieces or purchases to add; negative in a return
   */
  public record CounterMove(String counter, long by) {}

  /**
   * Something within reach.
   *
   * @param missing kopecks, or pieces for MORE_PIECES
   * @param percentBp percent that would be reached, or 0
   * @param bonus kopecks that would be given, or 0
   */
  public record Hint(Kind kind, String rule, long missing, int percentBp, long bonus) {
    /** What is missing. */
    public enum Kind {
      NEXT_BAND,
      NEXT_STEP,
      RECEIPT_TOTAL,
      MORE_PIECES
    }
  }
}
