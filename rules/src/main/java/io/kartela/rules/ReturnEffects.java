package io.kartela.rules;

import io.kartela.rules.codec.Default;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a return gives back and takes back. Amounts are kopecks, never negative.
 *
 * @param lines by ascending line number
 * @param money to the buyer
 * @param bonus back to the lots they came from
 * @param earn accrual to reverse
 * @param grants grants to reverse, by rule
 * @param counters stamps and rewarded marks to take back
 * @param complete true when nothing is left to return
 * @param budgets what rules with a budget had given and have again, by rule
 */
public record ReturnEffects(
    List<LineReversal> lines,
    long money,
    long bonus,
    long earn,
    @Default("{}") Map<String, Long> grants,
    @Default("[]") List<Evaluation.CounterMove> counters,
    boolean complete,
    @Default("{}") Map<String, Long> budgets)
    implements RefundOutcome {
  public ReturnEffects {
    lines = List.copyOf(lines);
    grants = Map.copyOf(grants);
    counters = List.copyOf(counters);
    budgets = Map.copyOf(budgets);
  }

  /** One line of a return. */
  public record LineReversal(int lineNo, long quantityMilli, long money, long bonus) {}

  /**
   * What is to be returned now.
   *
   * @param quantityMilli thousandths
   */
  public record Wanted(int lineNo, long quantityMilli) {}

  /**
   * Everything returned so far.
   *
   * @param lines by line number as text (JSON keys are text)
   * @param earn accrual reversed
   * @param grants grants reversed, by rule
   * @param counters stamps and marks taken back, by counter, as positive numbers
   * @param budgets given back to rules with a budget, by rule
   */
  public record Sofar(
      @Default("{}") Map<String, LineSofar> lines,
      @Default("0") long earn,
      @Default("{}") Map<String, Long> grants,
      @Default("{}") Map<String, Long> counters,
      @Default("{}") Map<String, Long> budgets) {
    /** Nothing yet. */
    public static final Sofar NOTHING = new Sofar(Map.of(), 0, Map.of(), Map.of(), Map.of());

    public Sofar {
      lines = Map.copyOf(lines);
      grants = Map.copyOf(grants);
      counters = Map.copyOf(counters);
      budgets = Map.copyOf(budgets);
    }

    /** This and one more return. */
    public Sofar plus(ReturnEffects r) {
      Map<String, LineSofar> ls = new HashMap<>(lines);
      for (LineReversal l : r.lines()) {
        LineSofar old = ls.getOrDefault(String.valueOf(l.lineNo()), LineSofar.NOTHING);
        ls.put(
            String.valueOf(l.lineNo()),
            new LineSofar(
                old.quantityMilli() + l.quantityMilli(),
                old.money() + l.money(),
                old.bonus() + l.bonus()));
      }
      Map<String, Long> gs = new HashMap<>(grants);
      r.grants().forEach((k, v) -> gs.merge(k, v, Long::sum));
      Map<String, Long> cs = new HashMap<>(counters);
      r.counters().forEach(c -> cs.merge(c.counter(), -c.by(), Long::sum));
      Map<String, Long> bs = new HashMap<>(budgets);
      r.budgets().forEach((k, v) -> bs.merge(k, v, Long::sum));
      return new Sofar(ls, earn + r.earn(), gs, cs, bs);
    }

    LineSofar line(int lineNo) {
      return lines.getOrDefault(String.valueOf(lineNo), LineSofar.NOTHING);
    }
  }

  /** What was returned of one line. */
  public record LineSofar(long quantityMilli, long money, long bonus) {
    static final LineSofar NOTHING = new LineSofar(0, 0, 0);
  }
}
