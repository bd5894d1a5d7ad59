package io.kartela.rules;

import org.jspecify.annotations.Nullable;

/**
 * The input cannot be judged; the fault is the caller's.
 *
 * @param code stable code
 * @param lineNo the line at fault, or null
 * @param message for people
 */
public record InputRefusal(Code code, @Nullable Integer lineNo, Texts message)
    implements Ruling, RefundOutcome {
  /** Why. */
  public enum Code {
    EMPTY_BASKET,
    TOO_MANY_LINES,
    DUPLICATE_LINE,
    BAD_QUANTITY,
    NEGATIVE_AMOUNT,
    AMOUNT_TOO_LARGE,
    BAD_SKU,
    BAD_FACT,
    BAD_WISH,
    BAD_PAYMENT,
    BAD_TIME,
    UNKNOWN_TIER,
    UNKNOWN_LINE,
    NOTHING_TO_RETURN,
    MORE_THAN_BOUGHT,
    BAD_RETURN_STATE
  }

  static InputRefusal of(Code code, String ru, String en) {
    return new InputRefusal(code, null, new Texts(ru, en));
  }

  static InputRefusal line(Code code, int lineNo, String ru, String en) {
    return new InputRefusal(
        code, lineNo, new Texts("Строка " + lineNo + ": " + ru, "Line " + lineNo + ": " + en));
  }
}
