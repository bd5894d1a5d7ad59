package io.kartela.rules;

import io.kartela.rules.codec.Flaw;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Says which rules act together: same goods, same time, same members. That may be meant, so it is
 * no mistake. Nothing is said of rules that compete, for the program says that itself, and of rules
 * that surely never meet; a condition that cannot be compared is taken to hold.
 */
public final class Overlaps {
  static final int DAY = 24 * 60;
  static final int WEEK = 7 * DAY;

  private final Program program;
  private final List<Flaw> found = new ArrayList<>();

  private Overlaps(Program program) {
    this.program = program;
  }

  /** Each pair twice: at either rule what it does together with the other. */
  public static List<Flaw> of(Program program) {
    Overlaps check = new Overlaps(program);
    List<Rule> rules = program.rules();
    for (int i = 0; i < rules.size(); i++) {
      for (int k = 0; k < i; k++) {
        check.pair(rules, k, i);
      }
    }
    return List.copyOf(check.found);
  }

  private void pair(List<Rule> rules, int one, int other) {
    Rule first = rules.get(one);
    Rule second = rules.get(other);
    Phase phase = second.phase();
    boolean meet =
        first.enabled()
            && second.enabled()
            && first.phase() == phase
            && phase != Phase.GRANT
            && !compete(first, second)
            && days(first.validity(), second.validity())
            && common(first, second, Overlaps::tiers)
            && common(first, second, Overlaps::stores);
    String what = meet ? goods(first.then().goods(), second.then().goods()) : null;
    if (what == null) {
      return;
    }
    BitSet minutes = minutes(first.when());
    minutes.and(minutes(second.when()));
    if (!minutes.isEmpty()) {
      String ru = tail(first, second, what, minutes, new Words("ru"));
      String en = tail(first, second, what, minutes, new Words("en"));
      found.add(note(one, second, ru, en));
      found.add(note(other, first, ru, en));
    }
  }

  private static Flaw note(int at, Rule other, String ru, String en) {
    return Flaw.warning(
        "/rules/" + at,
        "RULES_OVERLAP",
        "Действует вместе с правилом " + Quotes.ru(other.name().ru()) + ru,
        "Applies together with " + Quotes.en(other.name().en()) + en);
  }

  private boolean compete(Rule a, Rule b) {
    String group = a.group();
    return group != null
        && group.equals(b.group())
        && program.groups().stream()
            .anyMatch(g -> g.id().equals(group) && g.mode() != Group.Mode.STACK);
  }

  private static boolean days(Rule.Validity a, Rule.Validity b) {
    return !ends(a.through(), b.from()) && !ends(b.through(), a.from());
  }

  private static boolean ends(@Nullable LocalDate through, @Nullable LocalDate from) {
    return through != null && from != null && through.isBefore(from);
  }

  /** Whether both may hold for one of these; null: for any. */
  private static boolean common(Rule a, Rule b, Function<Condition, @Nullable Set<String>> limit) {
    Set<String> all = null;
    for (Condition c : Stream.concat(parts(a.when()), parts(b.when())).toList()) {
      Set<String> these = limit.apply(c);
      if (these != null && all == null) {
        all = new HashSet<>(these);
      } else if (these != null && all != null) {
        all.retainAll(these);
      }
    }
    return all == null || !all.isEmpty();
  }

  private static @Nullable Set<String> tiers(Condition c) {
    return c instanceof Condition.InTier t ? t.tiers() : null;
  }

  private static @Nullable Set<String> stores(Condition c) {
    return c instanceof Condition.InStore s ? s.stores() : null;
  }

  /** What all must hold of. */
  static Stream<Condition> parts(Condition c) {
    return c instanceof Condition.All all
        ? all.of().stream().flatMap(Overlaps::parts)
        : Stream.of(c);
  }

  /** Minutes of a week at which the windows hold, from Monday's midnight. */
  static BitSet minutes(Condition when) {
    BitSet all = new BitSet(WEEK);
    all.set(0, WEEK);
    parts(when)
        .filter(c -> c instanceof Condition.TimeWindow w && w.zone() == null)
        .forEach(c -> all.and(minutes((Condition.TimeWindow) c)));
    return all;
  }

  private static BitSet minutes(Condition.TimeWindow w) {
    BitSet week = new BitSet(WEEK);
    int from = minute(w.from());
    int to = minute(w.to());
    for (DayOfWeek day : w.days()) {
      int start = (day.getValue() - 1) * DAY;
      int end = start + to + (to > from ? 0 : DAY);
      for (int m = start + from; m < end; m++) {
        week.set(m % WEEK);
      }
    }
    return week;
  }

  private static int minute(LocalTime t) {
    return t.getHour() * 60 + t.getMinute();
  }

  /** The goods that both act on; empty: some of them; null: none for sure. */
  private static @Nullable String goods(Goods a, Goods b) {
    boolean everyA = a.skus().isEmpty() && a.categories().isEmpty();
    boolean everyB = b.skus().isEmpty() && b.categories().isEmpty();
    if (everyA && everyB) {
      return "";
    }
    Set<String> both = new HashSet<>(everyA ? b.categories() : a.categories());
    Set<String> skus = new HashSet<>(everyA ? b.skus() : a.skus());
    if (!everyA && !everyB) {
      both.retainAll(b.categories());
      skus.retainAll(b.skus());
    }
    both.removeAll(a.excludedCategories());
    both.removeAll(b.excludedCategories());
    skus.removeAll(a.excludedSkus());
    skus.removeAll(b.excludedSkus());
    if (both.isEmpty() && skus.isEmpty()) {
      return null;
    }
    return skus.isEmpty() ? String.join(", ", both.stream().sorted().toList()) : "";
  }

  private String tail(Rule first, Rule second, String goods, BitSet minutes, Words w) {
    return (goods.isEmpty() ? "" : w.of(" на товары категории ", " to goods of ") + goods)
        + time(minutes, w)
        + ": "
        + outcome(first.then(), second.then(), w);
  }

  /** " (Mon, Tue 09:00–12:00)"; nothing when there is no limit or none that words can tell. */
  private static String time(BitSet minutes, Words w) {
    if (minutes.cardinality() == WEEK) {
      return "";
    }
    EnumSet<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
    Set<List<Integer>> spans = new HashSet<>();
    for (DayOfWeek day : DayOfWeek.values()) {
      BitSet one = minutes.get((day.getValue() - 1) * DAY, day.getValue() * DAY);
      if (!one.isEmpty()) {
        int from = one.nextSetBit(0);
        int to = one.nextClearBit(from);
        days.add(day);
        spans.add(List.of(from, to, one.cardinality()));
      }
    }
    List<Integer> span = spans.iterator().next();
    if (spans.size() > 1 || span.get(1) - span.get(0) != span.get(2)) {
      return w.of(" в одно и то же время", " at the same time");
    }
    String hours = span.get(2) == DAY ? "" : " " + clock(span.get(0)) + "–" + clock(span.get(1));
    return " (" + w.weekdays(days) + hours + ")";
  }

  private static String clock(int minute) {
    return "%02d:%02d".formatted(minute / 60, minute % 60);
  }

  private String outcome(Effect a, Effect b, Words w) {
    if (a instanceof Effect.MultiplyEarn x && b instanceof Effect.MultiplyEarn y) {
      String both = w.factor((x.factorPercent() + y.factorPercent() - 100) * 100);
      return w.of("вместе будет ", "together they make ") + both;
    }
    if (a instanceof Effect.Discount) {
      return program.discounts().stacking() == DiscountPolicy.Stacking.REMAINING
          ? w.of(
              "покупатель получит обе скидки, вторую — с остатка цены",
              "the customer gets both discounts, the second one off what is left")
          : w.of("скидки сложатся", "the discounts add up");
    }
    return w.of("начисления сложатся", "the bonuses add up");
  }
}
