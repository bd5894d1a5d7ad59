package io.kartela.rules;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A program made ready for many evaluations. Immutable and thread-safe. */
public final class Prepared {
  private static final Comparator<Rule> ORDER =
      Comparator.comparingInt(Rule::priority).thenComparing(Rule::id);

  final Program program;
  final List<Goods> selectors;
  final int discountGoods;
  final int spendGoods;
  final int earnGoods;
  private final Map<String, Tier> tiers = new HashMap<>();
  private final Map<Phase, List<Contest>> contests = new EnumMap<>(Phase.class);
  private final @Nullable Tier lowest;

  Prepared(Program program) {
    this.program = program;
    Map<Goods, Integer> index = new LinkedHashMap<>();
    discountGoods = intern(index, program.discounts().goods());
    spendGoods = intern(index, program.spending().goods());
    earnGoods = intern(index, program.earning().goods());
    program.tiers().forEach(t -> tiers.put(t.id(), t));
    lowest = program.lowestTier();
    List<Step> steps = new ArrayList<>();
    program.rules().stream()
        .sorted(ORDER)
        .forEach(r -> steps.add(new Step(r, intern(index, r.then().goods()), program.zone())));
    selectors = List.copyOf(index.keySet());
    arrange(steps);
  }

  private static int intern(Map<Goods, Integer> index, Goods goods) {
    return index.computeIfAbsent(goods, g -> index.size());
  }

  private void arrange(List<Step> steps) {
    Map<String, Group.Mode> modes = new HashMap<>();
    program.groups().forEach(g -> modes.put(g.id(), g.mode()));
    for (Phase phase : Phase.values()) {
      Map<String, List<Step>> units = new LinkedHashMap<>();
      Map<String, Group.Mode> unitModes = new HashMap<>();
      for (Step s : steps) {
        if (s.phase == phase) {
          String group = s.rule.group();
          Group.Mode mode = group == null ? null : modes.get(group);
          boolean alone = mode == null || mode == Group.Mode.STACK;
          String key = alone ? "rule:" + s.id : "group:" + group;
          units.computeIfAbsent(key, k -> new ArrayList<>()).add(s);
          if (!alone) {
            unitModes.put(key, mode);
          }
        }
      }
      List<Contest> list = new ArrayList<>();
      units.forEach((k, v) -> list.add(new Contest(unitModes.get(k), v)));
      contests.put(phase, List.copyOf(list));
    }
  }

  /** The program this was made from. */
  public Program program() {
    return program;
  }

  List<Contest> contests(Phase phase) {
    return contests.getOrDefault(phase, List.of());
  }

  /** The member's tier before the receipt; members without one have the lowest. */
  @Nullable Tier tierOf(Facts facts) {
    Facts.Member m = facts.member();
    if (m == null) {
      return null;
    }
    String id = m.tier();
    return id == null ? lowest : tiers.get(id);
  }

  @Nullable Tier tier(String id) {
    return tiers.get(id);
  }

  boolean knowsTier(String id) {
    return tiers.containsKey(id);
  }

  /**
   * The keys of {@link Facts#usedKeys} that a receipt of this moment could depend on; others need
   * not be read.
   */
  public Set<String> onceKeys(Instant at, ZoneId storeZone) {
    return Grants.possibleKeys(program, at, storeZone);
  }

  /** As {@link Rules#evaluate}. */
  public Ruling evaluate(Basket basket, Facts facts, Wish wish, Instant at, ZoneId storeZone) {
    return evaluate(basket, facts, wish, at, storeZone, null);
  }

  /**
   * Judges a receipt for which the money was taken already, whatever the program asks for.
   *
   * @param taken kopecks, the base of accrual and of everything that counts money; more than the
   *     goods cost less bonuses does not count. Null = what the program asks for
   */
  public Ruling evaluate(
      Basket basket, Facts facts, Wish wish, Instant at, ZoneId storeZone, @Nullable Long taken) {
    InputRefusal bad = InputChecks.refuse(this, basket, facts, wish, at, taken);
    if (bad != null) {
      return bad;
    }
    try {
      Ctx ctx = new Ctx(this, basket, facts, at, storeZone);
      new Discounts(ctx).run();
      Evaluation.Spend spend = Spending.run(ctx, wish, taken);
      if (taken != null) {
        ctx.settle(taken);
      }
      Tiers.Change change = Tiers.change(ctx);
      Earnings earnings = new Earnings(ctx, change);
      earnings.run();
      new Grants(ctx).run();
      return ctx.result(spend, change, earnings);
    } catch (ArithmeticException e) {
      return InputRefusal.of(
          InputRefusal.Code.AMOUNT_TOO_LARGE,
          "Суммы слишком велики, чтобы посчитать их точно",
          "The amounts are too large to be counted exactly");
    } catch (DateTimeException e) {
      return InputRefusal.of(
          InputRefusal.Code.BAD_TIME,
          "Время вне пределов календаря",
          "The time is outside the calendar");
    }
  }

  /** As {@link Rules#refund}. */
  public RefundOutcome refund(
      Receipt receipt, ReturnEffects.Sofar sofar, List<ReturnEffects.Wanted> now) {
    return Refunds.refund(this, receipt, sofar, now);
  }
}
