package io.kartela.rules;

import io.kartela.rules.codec.BadValueException;
import java.util.Arrays;

/**
 * Amounts of some lines; arrays, because a trace of 1,000 rules over 5,000 lines must fit in
 * memory. Treat the arrays as immutable.
 *
 * @param lines line numbers, ascending
 * @param amounts kopecks, same length
 */
@SuppressWarnings("ArrayRecordComponent")
public record LineAmounts(int[] lines, long[] amounts) {
  /** No lines. */
  public static final LineAmounts NONE = new LineAmounts(new int[0], new long[0]);

  public LineAmounts {
    BadValueException.unless(
        lines.length == amounts.length,
        "amounts",
        "LENGTHS_DIFFER",
        "Строк и сумм должно быть поровну",
        "There must be as many amounts as lines");
  }

  /** Amount of a line, 0 when it is not among them. */
  public long of(int lineNo) {
    int i = Arrays.binarySearch(lines, lineNo);
    return i < 0 ? 0 : amounts[i];
  }

  static LineAmounts nonZero(int[] lineNos, long[] values) {
    int n = 0;
    for (long v : values) {
      if (v != 0) {
        n++;
      }
    }
    if (n == 0) {
      return NONE;
    }
    int[] ls = new int[n];
    long[] as = new long[n];
    int k = 0;
    for (int i = 0; i < values.length; i++) {
      if (values[i] != 0) {
        ls[k] = lineNos[i];
        as[k++] = values[i];
      }
    }
    return new LineAmounts(ls, as);
  }

  @Override
  public boolean equals(Object o) {
    return o instanceof LineAmounts other
        && Arrays.equals(lines, other.lines)
        && Arrays.equals(amounts, other.amounts);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(lines) + Arrays.hashCode(amounts);
  }

  @Override
  public String toString() {
    StringBuilder s = new StringBuilder("{");
    for (int i = 0; i < lines.length; i++) {
      s.append(i == 0 ? "" : ", ").append(lines[i]).append('=').append(amounts[i]);
    }
    return s.append('}').toString();
  }
}
