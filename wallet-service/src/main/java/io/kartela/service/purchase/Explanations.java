package io.kartela.service.purchase;

import io.kartela.rules.Evaluation;
import io.kartela.rules.Explain;
import io.kartela.rules.Explain.Sentence;
import io.kartela.rules.Trace;
import io.kartela.service.platform.http.LocalText;
import io.kartela.service.program.Published;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Why: every rule that gave something or did not, as the cashier reads it, and what a little more
 * would bring.
 *
 * @param omitted how many sentences a short explanation leaves out
 */
record Explanations(List<Views.ExplanationView> views, List<LocalText> hints, int omitted) {
  /** Of a short explanation; the programs of most shops are told whole. */
  private static final int MOST_APPLIED = 30;

  private static final int MOST_REJECTED = 20;

  /** What the customer could still change, or may have expected. */
  private static final Set<Trace.Reason> TOLD_FIRST =
      EnumSet.of(
          Trace.Reason.RECEIPT_TOTAL,
          Trace.Reason.BASKET,
          Trace.Reason.LOST_IN_GROUP,
          Trace.Reason.SPENT_BONUSES,
          Trace.Reason.PURCHASES_SUM,
          Trace.Reason.PURCHASES_COUNT,
          Trace.Reason.NTH_PURCHASE,
          Trace.Reason.QUICK_RETURN,
          Trace.Reason.CAP_REACHED);

  private static final Set<Trace.Reason> TOLD_LAST =
      EnumSet.of(
          Trace.Reason.DISABLED,
          Trace.Reason.NOT_YET_VALID,
          Trace.Reason.NO_LONGER_VALID,
          Trace.Reason.STORE,
          Trace.Reason.TAG,
          Trace.Reason.CARD_KIND,
          Trace.Reason.NO_ELIGIBLE_GOODS,
          Trace.Reason.NOTHING_TO_GIVE,
          Trace.Reason.TOO_FEW_PIECES);

  /** All of them. */
  static Explanations all(Published program, Evaluation e) {
    return of(program, e, Explain.Reader.CASHIER, Integer.MAX_VALUE, Integer.MAX_VALUE);
  }

  /** What the member may read of it: not who is kept out of a rule, and why. */
  static Explanations forMember(Published program, Evaluation e) {
    return of(program, e, Explain.Reader.MEMBER, MOST_APPLIED, MOST_REJECTED);
  }

  /** What was given and what is within reach, bounded whatever the number of rules. */
  static Explanations brief(Published program, Evaluation e) {
    return of(program, e, Explain.Reader.CASHIER, MOST_APPLIED, MOST_REJECTED);
  }

  private static Explanations of(
      Published program, Evaluation e, Explain.Reader reader, int mostApplied, int mostRejected) {
    List<Sentence> ru = program.russian().sentences(e, reader);
    List<Sentence> en = program.english().sentences(e, reader);
    int end = ru.size() - e.hints().size();
    Set<String> gave = new HashSet<>();
    Set<String> lost = new HashSet<>();
    ru.subList(0, end).forEach(s -> count(s, gave, lost));
    gave.retainAll(lost);
    boolean[] told = new boolean[end];
    int left = mostApplied;
    for (int i = 0; i < end; i++) {
      boolean rejected = ru.get(i).about() instanceof Trace.Rejected;
      if (!rejected && (ru.get(i).rule() == null || left-- > 0)) {
        told[i] = true;
      }
    }
    left = mostRejected;
    for (int urgency = 0; urgency <= 2; urgency++) {
      for (int i = 0; i < end && left > 0; i++) {
        if (ru.get(i).about() instanceof Trace.Rejected r && urgency(r) == urgency) {
          told[i] = true;
          left--;
        }
      }
    }
    List<Views.ExplanationView> views = new ArrayList<>();
    for (int i = 0; i < end; i++) {
      if (told[i]) {
        views.add(view(ru.get(i), en.get(i), gave));
      }
    }
    List<LocalText> hints = new ArrayList<>();
    for (int i = end; i < ru.size(); i++) {
      hints.add(new LocalText(ru.get(i).text(), en.get(i).text()));
    }
    return new Explanations(views, hints, end - views.size());
  }

  private static void count(Sentence s, Set<String> gave, Set<String> lost) {
    if (s.about() instanceof Trace.Applied a) {
      gave.add(a.rule());
    } else if (s.about() instanceof Trace.Rejected r) {
      lost.add(r.rule());
    }
  }

  private static int urgency(Trace.Rejected r) {
    return TOLD_FIRST.contains(r.reason()) ? 0 : TOLD_LAST.contains(r.reason()) ? 2 : 1;
  }

  /**
   * One sentence.
   *
   * @param split rules that gave something on some lines and lost others
   */
  private static Views.ExplanationView view(Sentence ru, Sentence en, Set<String> split) {
    String code = null;
    Long amount = null;
    List<Integer> lines = null;
    switch (ru.about()) {
      case Trace.Applied a -> {
        amount = a.amount();
        lines = split.contains(a.rule()) ? lines(a.lines().lines()) : null;
      }
      case Trace.Rejected r -> {
        code = r.reason().name();
        lines = split.contains(r.rule()) ? lines(r.lines().lines()) : null;
      }
      case null, default -> {}
    }
    return new Views.ExplanationView(
        ru.rule(), ru.applied(), code, amount, lines, new LocalText(ru.text(), en.text()));
  }

  private static List<Integer> lines(int[] numbers) {
    return Arrays.stream(numbers).boxed().toList();
  }
}
