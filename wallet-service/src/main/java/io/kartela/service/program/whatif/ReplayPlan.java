package io.kartela.service.program.whatif;

import io.kartela.rules.Condition;
import io.kartela.rules.Evaluation;
import io.kartela.rules.Prepared;
import io.kartela.rules.Program;
import io.kartela.rules.PurchaseWindow;
import io.kartela.rules.Rule;
import io.kartela.rules.Rules;
import io.kartela.rules.Tier;
import io.kartela.service.program.Published;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** A draft made ready for a replay; shared by its threads. Thread-safe. */
final class ReplayPlan {
  final Program program;
  final Prepared prepared;
  final Condition.Basis measure;
  final List<PurchaseWindow> windows;

  /** Rules with a budget, by id. */
  final List<String> budgeted;

  final SharedBudgets shared;
  final boolean asAllowed;
  final Instant end;
  private final IntFunction<Published> versions;
  private final Map<Integer, Version> known = new ConcurrentHashMap<>();

  /**
   * A version that judged receipts of the period.
   *
   * @param sameTierRules it moves members between tiers exactly as the draft does
   */
  record Version(Published published, boolean sameTierRules) {
    Condition.Basis measure() {
      return published.program().tierPolicy().measure();
    }

    boolean recomputes() {
      return published.program().tierPolicy().recompute() != null;
    }
  }

  /**
   * @param versions published programs by number
   * @param givenBefore what rules with a budget for all had given before the period
   * @param asAllowed whoever paid with as many bonuses as allowed does so again
   * @param end the moment at which tiers are compared
   */
  ReplayPlan(
      Program program,
      IntFunction<Published> versions,
      Map<String, Long> givenBefore,
      boolean asAllowed,
      Instant end) {
    this.program = program;
    this.prepared = Rules.prepare(program);
    this.measure = program.tierPolicy().measure();
    this.windows = List.copyOf(program.windowsNeeded());
    this.budgeted = program.rules().stream().filter(r -> r.budget() != null).map(Rule::id).toList();
    this.shared = new SharedBudgets(program, givenBefore);
    this.versions = versions;
    this.asAllowed = asAllowed;
    this.end = end;
  }

  Version version(int number) {
    return known.computeIfAbsent(
        number,
        n -> {
          Published p = versions.apply(n);
          return new Version(p, sameTierRules(p.program(), program));
        });
  }

  private static boolean sameTierRules(Program a, Program b) {
    return a.zone().equals(b.zone())
        && a.tierPolicy().equals(b.tierPolicy())
        && ladder(a).equals(ladder(b));
  }

  private record Rung(int rank, List<Tier.Upgrade> upgrades) {}

  private static Map<String, Rung> ladder(Program p) {
    Map<String, Rung> rungs = new HashMap<>();
    p.tiers().forEach(t -> rungs.put(t.id(), new Rung(t.rank(), t.upgrades())));
    return rungs;
  }

  /** The tier of this id, or the lowest when the draft does not have it; null without tiers. */
  @Nullable String home(@Nullable String tier) {
    if (tier != null && program.tier(tier) != null) {
      return tier;
    }
    Tier lowest = program.lowestTier();
    return lowest == null ? null : lowest.id();
  }

  /** What the draft counts of a receipt. */
  long counted(Evaluation e) {
    return e.counted(measure);
  }

  /**
   * What it counts of goods whose lines are not known.
   *
   * @param bought full price of what was paid for: what nobody paid counts in no measure
   */
  long counted(long bought, long discount, long money) {
    return counted(measure, bought, discount, money);
  }

  static long counted(Condition.Basis measure, long bought, long discount, long money) {
    return switch (measure) {
      case GROSS -> bought;
      case DISCOUNTED -> bought - discount;
      case NET -> money;
    };
  }
}
