package io.kartela.rules;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Turns an evaluation into sentences that a cashier or a member can read ("12 % because the receipt
 * is over 1,000; happy hours did not apply: Thursday 13:05"). Immutable and thread-safe.
 */
public final class Explain {
  /**
   * Reasons that mean nothing to a member: the rule is not theirs, or it is the shop's own
   * bookkeeping.
   */
  private static final Set<Trace.Reason> NOT_FOR_MEMBERS =
      EnumSet.of(
          Trace.Reason.DISABLED,
          Trace.Reason.NOT_YET_VALID,
          Trace.Reason.NO_LONGER_VALID,
          Trace.Reason.FACT_UNKNOWN,
          Trace.Reason.TAG,
          Trace.Reason.CODE,
          Trace.Reason.STORE,
          Trace.Reason.CARD_KIND,
          Trace.Reason.BUDGET_EXHAUSTED,
          Trace.Reason.CAP_REACHED,
          Trace.Reason.NOTHING_TO_GIVE,
          Trace.Reason.TOO_FEW_PIECES,
          Trace.Reason.NO_ELIGIBLE_GOODS);

  private static final int MAX_LINES_NAMED = 5;

  private final Program program;
  private final Words w;
  private final Phrases phrases;

  /**
   * @param program the version that judged the receipt
   * @param language {@code ru} for Russian, anything else is English
   */
  public Explain(Program program, String language) {
    this.program = program;
    this.w = new Words(language);
    this.phrases = new Phrases(w, program);
  }

  /** Who reads. */
  public enum Reader {
    CASHIER,
    MEMBER
  }

  /**
   * One sentence.
   *
   * @param rule the rule it is about, or null
   * @param applied whether that rule gave something; a rule that gave something on some lines and
   *     lost others has a sentence for each
   * @param about what it puts into words; null for payments and hints
   */
  public record Sentence(
      @Nullable String rule, boolean applied, String text, @Nullable Trace about) {}

  /**
   * Every sentence, in the order of evaluation: rules that gave first, then those that did not,
   * then hints.
   */
  public List<Sentence> sentences(Evaluation e, Reader reader) {
    List<Sentence> out = new ArrayList<>();
    for (Trace t : e.trace()) {
      if (t instanceof Trace.Applied a) {
        out.add(new Sentence(a.rule(), true, applied(a, e), a));
      }
      if (t instanceof Trace.Rounding r && reader == Reader.CASHIER) {
        out.add(
            new Sentence(null, false, w.of("Округление: ", "Rounding: ") + w.money(r.amount()), r));
      }
    }
    String spend = spend(e.spend());
    if (spend != null) {
      out.add(new Sentence(null, e.spend().paid() > 0, spend, null));
    }
    Set<String> gave = new HashSet<>();
    out.stream().filter(Sentence::applied).map(Sentence::rule).forEach(gave::add);
    for (Trace t : e.trace()) {
      if (t instanceof Trace.Rejected r && shown(r, reader)) {
        LineAmounts where = gave.contains(r.rule()) ? r.lines() : LineAmounts.NONE;
        out.add(new Sentence(r.rule(), false, rejected(r, where), r));
      }
    }
    for (Evaluation.Hint h : e.hints()) {
      out.add(new Sentence(h.rule(), false, hint(h), null));
    }
    return out;
  }

  /** What each rule gave on one line. */
  public List<Sentence> line(Evaluation e, int lineNo) {
    List<Sentence> out = new ArrayList<>();
    for (Trace t : e.trace()) {
      if (t instanceof Trace.Applied a && a.lines().of(lineNo) != 0) {
        out.add(
            new Sentence(a.rule(), true, name(a.rule()) + ": " + gave(a, a.lines().of(lineNo)), a));
      } else if (t instanceof Trace.Rejected r && r.lines().of(lineNo) != 0) {
        out.add(new Sentence(r.rule(), false, rejected(r, LineAmounts.NONE), r));
      }
    }
    return out;
  }

  /** All sentences in one paragraph. */
  public String paragraph(Evaluation e, Reader reader) {
    return String.join("; ", sentences(e, reader).stream().map(Sentence::text).toList());
  }

  private static boolean shown(Trace.Rejected r, Reader reader) {
    return reader == Reader.CASHIER || !NOT_FOR_MEMBERS.contains(r.reason());
  }

  private String name(String rule) {
    Rule r = program.rule(rule);
    return r == null ? rule : w.of(r.name().ru(), r.name().en());
  }

  private String quoted(String rule) {
    return w.ru ? Quotes.ru(name(rule)) : Quotes.en(name(rule));
  }

  private String gave(Trace.Applied a, long kopecks) {
    return switch (a.phase()) {
      case DISCOUNT, CODE -> w.of("скидка ", "discount ") + w.money(kopecks) + "\u00a0₽";
      default -> "+" + w.money(kopecks);
    };
  }

  private String applied(Trace.Applied a, Evaluation e) {
    Rule rule = program.rule(a.rule());
    StringBuilder s = new StringBuilder(name(a.rule())).append(": ").append(gave(a, a.amount()));
    if (rule == null) {
      return s.toString();
    }
    if (a.percentBp() > 0) {
      boolean times = rule.then() instanceof Effect.MultiplyEarn;
      s.append(" — ").append(times ? w.factor(a.percentBp()) : w.percent(a.percentBp()));
    }
    List<String> because = new ArrayList<>();
    String band = phrases.band(rule.then(), a.band());
    if (!band.isEmpty()) {
      because.add(band);
    }
    if (rule.then() instanceof Effect.EarnByTier || rule.then() instanceof Effect.DiscountByTier) {
      because.add(w.of("уровень ", "the tier is ") + phrases.tier(tierUsed(rule, e)));
    }
    if (!(rule.when() instanceof Condition.Always)) {
      because.add(phrases.condition(rule.when()));
    }
    if (!because.isEmpty()) {
      s.append(w.of(", потому что ", " because "))
          .append(String.join(w.of(" и ", " and "), because));
    }
    for (Evaluation.Grant g : e.grants()) {
      if (g.rule().equals(a.rule())) {
        s.append(life(g.expiresAt()));
      }
    }
    return s.append(limited(a.limitedBy())).toString();
  }

  private @Nullable String tierUsed(Rule rule, Evaluation e) {
    Tiers.Change change = e.tierAfter();
    boolean after =
        change != null
            && rule.then() instanceof Effect.EarnByTier
            && program.tierPolicy().receipt() == TierPolicy.Receipt.SAME_RECEIPT;
    return after && change != null ? change.to() : e.tier();
  }

  private String life(@Nullable Instant expiresAt) {
    return expiresAt == null
        ? ""
        : w.of(", действует по ", ", valid through ")
            + w.date(expiresAt.atZone(program.zone()).toLocalDate().minusDays(1));
  }

  private String limited(Trace.@Nullable Limit limit) {
    return switch (limit) {
      case null -> "";
      case CAP_PER_LINE -> w.of(" (предел на строку)", " (limit per line)");
      case CAP_PER_RECEIPT -> w.of(" (предел на чек)", " (limit per receipt)");
      case BUDGET -> w.of(" (остаток бюджета)", " (what is left of the budget)");
    };
  }

  /** The lines that were lost by a rule which gave something on others. */
  private String onLines(LineAmounts where) {
    int[] lines = where.lines();
    if (lines.length == 0) {
      return "";
    }
    StringBuilder s = new StringBuilder();
    for (int i = 0; i < Math.min(lines.length, MAX_LINES_NAMED); i++) {
      s.append(i == 0 ? "" : ", ").append(lines[i]);
    }
    s.append(lines.length > MAX_LINES_NAMED ? " …" : "");
    boolean one = lines.length == 1;
    return w.of(one ? " в строке " : " в строках ", one ? " on line " : " on lines ") + s;
  }

  /**
   * Why a rule gave nothing.
   *
   * @param where lines that are named, none when it gave nothing anywhere
   */
  private String rejected(Trace.Rejected r, LineAmounts where) {
    String start =
        quoted(r.rule()) + w.of(" не сработало", " did not apply") + onLines(where) + ": ";
    if (r.reason() == Trace.Reason.DOB_TOO_RECENT
        && r.expected() instanceof Condition.Birthday b
        && r.actual() instanceof Trace.Actual.Day(var entered)) {
      return start + phrases.knownTooLate(b, entered);
    }
    String winner = r.winner();
    String why =
        r.reason() == Trace.Reason.LOST_IN_GROUP && winner != null
            ? w.of("выгоднее " + quoted(winner), quoted(winner) + " is better")
            : r.reason().in(w);
    Condition expected = r.expected();
    String found =
        r.reason() == Trace.Reason.TIER && r.actual() instanceof Trace.Actual.Key(String k)
            ? phrases.tier(k)
            : phrases.actual(r.actual());
    if (!found.isEmpty() && r.reason() == Trace.Reason.TIME) {
      why = found; // "Thursday 13:05" says it all
    } else if (!found.isEmpty()) {
      why = why + ": " + found;
    }
    String needed =
        expected == null ? "" : w.of(" (нужно: ", " (needed: ") + phrases.condition(expected) + ")";
    return start + why + needed;
  }

  private @Nullable String spend(Evaluation.Spend s) {
    Evaluation.SpendReason why = Spending.why(s);
    if (s.paid() > 0) {
      String tail = why == null ? "" : " (" + why.in(w) + ")";
      return w.of("Оплачено бонусами ", "Paid with bonuses: ") + w.money(s.paid()) + tail;
    }
    if (s.requested() > 0 && why != null) {
      return w.of("Бонусами не оплатить: ", "Bonuses cannot pay: ") + why.in(w);
    }
    return null;
  }

  private String hint(Evaluation.Hint h) {
    return switch (h.kind()) {
      case NEXT_BAND ->
          w.of(
                  "Ещё " + w.wholeRoubles(h.missing()) + " — и будет ",
                  w.wholeRoubles(h.missing()) + " more for ")
              + w.percent(h.percentBp());
      case NEXT_STEP ->
          w.of(
                  "Ещё " + w.wholeRoubles(h.missing()) + " — и ещё +",
                  w.wholeRoubles(h.missing()) + " more for another +")
              + w.money(h.bonus());
      case RECEIPT_TOTAL ->
          w.of(
              "Ещё " + w.wholeRoubles(h.missing()) + " — и сработает " + quoted(h.rule()),
              w.wholeRoubles(h.missing()) + " more for " + quoted(h.rule()));
      case MORE_PIECES ->
          w.of(
              "Ещё "
                  + w.plural(h.missing(), "штука", "штуки", "штук", "", "")
                  + " — и сработает "
                  + quoted(h.rule()),
              h.missing() + " more for " + quoted(h.rule()));
    };
  }
}
