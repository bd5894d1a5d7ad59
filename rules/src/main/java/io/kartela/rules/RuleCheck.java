package io.kartela.rules;

import io.kartela.rules.codec.Flaw;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Checks one rule against its program. */
final class RuleCheck {
  private final Program program;
  private final Collection<ZoneId> zones;
  private final String at;
  private final List<Flaw> problems;

  RuleCheck(Program program, Collection<ZoneId> zones, String at, List<Flaw> problems) {
    this.program = program;
    this.zones = zones;
    this.at = at;
    this.problems = problems;
  }

  private void error(String where, String code, String ru, String en) {
    problems.add(Flaw.error(at + where, code, ru, en));
  }

  private void warn(String where, String code, String ru, String en) {
    problems.add(Flaw.warning(at + where, code, ru, en));
  }

  void check(Rule rule, Map<String, Set<Phase>> phases, Set<String> counters) {
    if (rule.name().ru().isBlank() || rule.name().en().isBlank()) {
      error("/name", "NO_NAME", "Правилу нужно имя на двух языках", "A rule needs both names");
    }
    group(rule, phases);
    condition(rule, rule.when(), "/when");
    effect(rule, counters);
    if (program.kind() == Program.Kind.DISCOUNT && !(rule.then() instanceof Effect.Discount)) {
      error(
          "/then/type",
          "EFFECT_NOT_OF_KIND",
          "Скидочная программа не начисляет бонусы; выберите вид BOTH",
          "A discount program earns no bonuses; choose the kind BOTH");
    }
  }

  private void group(Rule rule, Map<String, Set<Phase>> phases) {
    String id = rule.group();
    if (id == null) {
      return;
    }
    Group group = program.groups().stream().filter(g -> g.id().equals(id)).findFirst().orElse(null);
    if (group == null) {
      error(
          "/group",
          "UNKNOWN_GROUP",
          "Группы «" + id + "» нет в программе",
          "The program has no group \"" + id + "\"");
      return;
    }
    phases.computeIfAbsent(id, k -> new HashSet<>()).add(rule.phase());
    boolean pieces =
        rule.then() instanceof Effect.NForM
            || rule.then() instanceof Effect.EveryNth
            || rule.then() instanceof Effect.StampCard;
    if (pieces && group.mode() == Group.Mode.MAX_PER_LINE) {
      warn(
          "/group",
          "PROMO_IN_LINE_GROUP",
          "Акция на несколько штук может распасться по строкам; лучше MAX_PER_RECEIPT",
          "A promotion over several pieces may fall apart by lines; MAX_PER_RECEIPT is better");
    }
  }

  private void effect(Rule rule, Set<String> counters) {
    Effect e = rule.then();
    boolean byTier = e instanceof Effect.EarnByTier || e instanceof Effect.DiscountByTier;
    if (byTier && program.tiers().isEmpty()) {
      error("/then", "NO_TIERS", "В программе нет уровней", "The program has no tiers");
    }
    if (e instanceof Effect.MultiplyEarn
        && program.rules().stream().noneMatch(r -> r.then() instanceof Effect.Earn)) {
      warn("/then", "NOTHING_TO_MULTIPLY", "Умножать нечего", "There is nothing to multiply");
    }
    if (e instanceof Effect.StampCard s && !counters.add(s.counter())) {
      error(
          "/then/counter",
          "DUPLICATE_COUNTER",
          "Счётчик «" + s.counter() + "» уже занят другим правилом",
          "The counter \"" + s.counter() + "\" is used by another rule");
    }
    if (e instanceof Effect.GrantBonus g
        && g.once() == Effect.Once.PER_BIRTHDAY_YEAR
        && !sureBirthday(rule.when())) {
      error(
          "/then/once",
          "NO_BIRTHDAY",
          "«Раз в год рождения» требует условия дня рождения",
          "Once per birthday year needs a birthday condition");
    }
    if (e instanceof Effect.DiscountBands b
        && b.measure() instanceof Effect.Measure.ReceiptAmount m
        && m.basis() != Condition.Basis.GROSS) {
      tooEarly("/then/measure/basis");
    }
  }

  /** Whether the condition cannot hold outside a birthday window. */
  private static boolean sureBirthday(Condition c) {
    return switch (c) {
      case Condition.Birthday _ -> true;
      case Condition.All all -> all.of().stream().anyMatch(RuleCheck::sureBirthday);
      case Condition.Any any -> any.of().stream().allMatch(RuleCheck::sureBirthday);
      default -> false;
    };
  }

  private void tooEarly(String where) {
    error(
        where,
        "BASIS_TOO_EARLY",
        "Скидка считается раньше: она видит только сумму до скидок (GROSS)",
        "A discount comes first: it sees only the amount before discounts (GROSS)");
  }

  private void condition(Rule rule, Condition c, String where) {
    switch (c) {
      case Condition.All all -> each(rule, all.of(), where);
      case Condition.Any any -> each(rule, any.of(), where);
      case Condition.Not not -> {
        if (not.of() instanceof Condition.Always) {
          error(where, "NEVER_TRUE", "Условие не выполнится никогда", "The condition never holds");
        }
        condition(rule, not.of(), where + "/of");
      }
      case Condition.InTier t -> {
        for (String id : t.tiers()) {
          if (program.tier(id) == null) {
            error(
                where + "/tiers",
                "UNKNOWN_TIER",
                "Уровня «" + id + "» нет в программе",
                "The program has no tier \"" + id + "\"");
          }
        }
      }
      case Condition.ReceiptTotal r -> {
        if (rule.then() instanceof Effect.Discount && r.basis() != Condition.Basis.GROSS) {
          tooEarly(where + "/basis");
        }
        range(r.range(), where + "/range");
      }
      case Condition.PurchasesSum s -> range(s.range(), where + "/range");
      case Condition.PurchasesCount s -> {
        Long through = s.through();
        if (through != null && through < s.from()) {
          emptyRange(where);
        }
      }
      case Condition.TimeWindow w -> problems.addAll(WindowCheck.check(w, zones, at + where));
      default -> {}
    }
  }

  private void each(Rule rule, List<Condition> of, String where) {
    for (int i = 0; i < of.size(); i++) {
      condition(rule, of.get(i), where + "/of/" + i);
    }
  }

  private void range(Condition.AmountRange r, String where) {
    Long from = r.from();
    Long to = r.to();
    if (from != null && to != null) {
      long first = r.above() ? from + 1 : from;
      long last = r.including() ? to : to - 1;
      if (first > last) {
        emptyRange(where);
      }
    }
  }

  private void emptyRange(String where) {
    error(where, "EMPTY_RANGE", "В промежутке нет ни одного значения", "The range holds nothing");
  }
}
