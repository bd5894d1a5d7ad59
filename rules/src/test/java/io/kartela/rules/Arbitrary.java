package io.kartela.rules;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** Random programs, receipts and facts from a seed; the seed is what jqwik shrinks and prints. */
final class Arbitrary {
  private static final List<String> CATEGORIES = List.of("a", "b", "c", "tobacco");
  private static final List<String> TIERS = List.of("t1", "t2", "t3");
  private static final List<String> CODES = List.of("77", "78");

  private final Random random;

  Arbitrary(long seed) {
    this.random = new Random(seed);
  }

  private int upTo(int n) {
    return random.nextInt(n + 1);
  }

  private <T> T one(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }

  private boolean maybe() {
    return random.nextBoolean();
  }

  private Goods goods() {
    return switch (upTo(4)) {
      case 0 -> Goods.category(one(CATEGORIES));
      case 1 -> Goods.exceptCategory(one(CATEGORIES));
      case 2 -> new Goods(Set.of(), Set.of(), Set.of(), Set.of(), Set.of("sale"));
      default -> Goods.ALL;
    };
  }

  private List<Effect.Band> bands(int maxBp) {
    List<Effect.Band> bands = new ArrayList<>();
    long from = upTo(1) * 100L;
    for (int i = upTo(3); i >= 0; i--) {
      // Not monotone on purpose: a bigger receipt may earn less.
      bands.add(new Effect.Band(from, maybe(), upTo(maxBp)));
      from += 2 + random.nextInt(60_000);
    }
    return bands;
  }

  private Effect effect(int i) {
    return switch (upTo(13)) {
      case 0 ->
          new Effect.DiscountPercent(upTo(6_000), one(List.of(Effect.Scope.values())), goods());
      case 1 ->
          new Effect.DiscountFixed(1 + upTo(20_000), one(List.of(Effect.Scope.values())), goods());
      case 2 -> new Effect.DiscountByTier(goods());
      case 3 ->
          new Effect.DiscountBands(
              bands(5_000), new Effect.Measure.Purchases(PurchaseWindow.ALL_TIME), goods());
      case 4 ->
          new Effect.NForM(
              3,
              1 + upTo(1),
              one(List.of(Effect.Pick.values())),
              one(List.of(Effect.Spread.values())),
              goods());
      case 5 ->
          new Effect.EveryNth(
              2 + upTo(2),
              1 + upTo(9_999),
              one(List.of(Effect.Order.values())),
              maybe() ? null : Effect.Spread.ON_ITEM,
              goods());
      case 6 ->
          new Effect.StampCard("s" + i, 2 + upTo(4), 10_000, Effect.Spread.PROPORTIONAL, goods());
      case 7 -> new Effect.EarnByTier(goods());
      case 8 ->
          new Effect.EarnBands(
              bands(3_000),
              one(List.of(Effect.BandMode.values())),
              new Effect.Measure.ReceiptAmount(
                  one(List.of(Condition.Basis.values())), one(List.of(Effect.Over.values()))),
              goods());
      case 9 -> new Effect.EarnPerStep(1 + upTo(100_000), 1 + upTo(10_000), goods());
      case 10 -> new Effect.MultiplyEarn(100 + upTo(300), goods());
      case 11 ->
          new Effect.GrantBonus(
              1 + upTo(50_000),
              upTo(3),
              new Lifetime.Days(1 + upTo(30), maybe()),
              Effect.Once.EACH_TIME);
      default -> new Effect.EarnPercent(upTo(2_000), goods());
    };
  }

  private Condition condition(boolean discount) {
    return switch (upTo(10)) {
      case 0 -> new Condition.InTier(Set.copyOf(List.of(one(TIERS), one(TIERS))));
      case 1 ->
          new Condition.ReceiptTotal(
              maybe()
                  ? Condition.AmountRange.from(upTo(200_000))
                  : new Condition.AmountRange(null, false, 1L + upTo(200_000), maybe()),
              discount ? Condition.Basis.GROSS : one(List.of(Condition.Basis.values())));
      case 2 -> new Condition.BasketContains(goods(), 1 + upTo(3_000), upTo(20_000));
      case 3 ->
          new Condition.TimeWindow(
              Set.copyOf(List.of(DayOfWeek.SATURDAY, one(List.of(DayOfWeek.values())))),
              LocalTime.of(upTo(23), 0),
              LocalTime.of(upTo(23), 30),
              null);
      case 4 -> new Condition.Not(new Condition.InTier(Set.of(one(TIERS))));
      case 5 -> new Condition.Any(List.of(condition(discount), condition(discount)));
      case 6 -> new Condition.EveryNthPurchase(2 + upTo(1));
      case 7 -> new Condition.WithCode(Set.of(one(CODES)));
      default -> new Condition.Always();
    };
  }

  private Rule rule(int i) {
    Effect e = effect(i);
    Condition when = condition(e.phase() == Phase.DISCOUNT);
    Phase phase = Rule.of("r" + i, new Texts("Правило", "Rule"), when, e).phase();
    String group = maybe() ? null : phase + "-" + upTo(1);
    if (e.phase() == Phase.GRANT && maybe()) {
      group = null;
    }
    return new Rule(
        "r" + i,
        new Texts("Правило " + i, "Rule " + i),
        when,
        e,
        upTo(3),
        group,
        maybe() ? Rule.Audience.EVERYBODY : Rule.Audience.MEMBERS,
        new Rule.Caps(
            upTo(5) == 0 ? (long) upTo(5_000) : null, upTo(4) == 0 ? (long) upTo(20_000) : null),
        upTo(5) == 0 ? new Rule.Budget((long) upTo(50_000), null, null) : null,
        Rule.Validity.ALWAYS,
        upTo(20) > 0);
  }

  Program program(ReturnPolicy.Mode mode) {
    List<Tier> tiers = new ArrayList<>();
    for (int i = 1; i <= 3; i++) {
      tiers.add(
          new Tier(
              "t" + i,
              new Texts("У" + i, "T" + i),
              i,
              upTo(2_000),
              upTo(3_000),
              upTo(4) == 0 ? null : (Integer) upTo(10_000),
              i == 1 ? List.of() : List.of(new Tier.Upgrade.SinglePurchase(i * 70_000L))));
    }
    List<Group> groups = new ArrayList<>();
    for (Phase p : List.of(Phase.DISCOUNT, Phase.CODE, Phase.EARN, Phase.MULTIPLY, Phase.GRANT)) {
      groups.add(new Group(p + "-0", one(List.of(Group.Mode.values()))));
      groups.add(new Group(p + "-1", one(List.of(Group.Mode.values()))));
    }
    List<Rule> rules = new ArrayList<>();
    for (int i = upTo(11); i >= 0; i--) {
      rules.add(rule(i));
    }
    return new Program(
        new Texts("Проба", "Trial"),
        Program.Kind.BOTH,
        Try.MOSCOW,
        tiers,
        groups,
        rules,
        new DiscountPolicy(
            goods(), 10_000 - upTo(1) * 5_000, one(List.of(DiscountPolicy.Stacking.values()))),
        new SpendPolicy(
            true,
            upTo(10_000),
            one(List.of(SpendPolicy.CapBase.values())),
            goods(),
            maybe(),
            List.of(),
            upTo(3) == 0 ? upTo(20_000) : 0,
            maybe() ? 100 : 1,
            upTo(2) == 0 ? upTo(500) : 0),
        new EarnPolicy(
            goods(),
            maybe(),
            EarnPolicy.WhenSpending.ON_MONEY,
            maybe() ? 100 : 1,
            upTo(4) == 0 ? upTo(30_000) : 0,
            upTo(14),
            new Lifetime.Never()),
        new ReturnPolicy(mode, ReturnPolicy.Debt.DEBT, 14),
        new TierPolicy(
            PurchaseWindow.ALL_TIME,
            Condition.Basis.NET,
            one(List.of(TierPolicy.Receipt.values())),
            null),
        null,
        null);
  }

  Basket basket() {
    List<Line> lines = new ArrayList<>();
    for (int i = 1 + upTo(7); i > 0; i--) {
      long quantity = upTo(3) == 0 ? 1 + upTo(4_000) : 1_000L * (1 + upTo(6));
      long total = upTo(9) == 0 ? 0 : upTo(3) == 0 ? upTo(30) : upTo(90_000);
      lines.add(
          new Line(
              i * 2,
              "s" + upTo(9),
              Set.of(one(CATEGORIES)),
              quantity,
              total,
              null,
              upTo(4) == 0 ? Set.of("sale") : Set.of()));
    }
    return Basket.of(lines)
        .in(maybe() ? "store" : null)
        .presenting(maybe() ? List.of(one(CODES)) : List.of());
  }

  Facts facts() {
    if (upTo(9) == 0) {
      return Facts.anonymous();
    }
    return Facts.of(
            Facts.Member.of(one(TIERS), upTo(200_000))
                .born(LocalDate.of(1990, 11, 1 + upTo(29)), null)
                .bought(upTo(20), null, Instant.parse("2026-11-15T10:00:00Z")))
        .withPurchases(PurchaseWindow.ALL_TIME, upTo(300_000), upTo(9))
        .withCounter("s0", upTo(9))
        .withCounter("s1", upTo(9))
        .withCounter("stamps:s0", upTo(9))
        .withUsage("r1", new Facts.Usage(upTo(60_000), 0, 0));
  }

  Wish wish() {
    return switch (upTo(2)) {
      case 0 -> Wish.NONE;
      case 1 -> Wish.MAX;
      default -> Wish.amount(upTo(100_000));
    };
  }

  /** A random way to return everything: random lines, random parts. */
  List<List<ReturnEffects.Wanted>> split(Basket basket) {
    List<ReturnEffects.Wanted> parts = new ArrayList<>();
    for (Line l : basket.lines()) {
      long left = l.quantityMilli();
      while (left > 0) {
        long part = maybe() ? left : 1 + (long) (random.nextDouble() * left);
        part = Math.min(part, left);
        parts.add(new ReturnEffects.Wanted(l.lineNo(), part));
        left -= part;
      }
    }
    java.util.Collections.shuffle(parts, random);
    List<List<ReturnEffects.Wanted>> steps = new ArrayList<>();
    for (ReturnEffects.Wanted w : parts) {
      if (steps.isEmpty() || maybe()) {
        steps.add(new ArrayList<>());
      }
      steps.getLast().add(w);
    }
    return steps;
  }

  <T> List<T> shuffled(List<T> list) {
    List<T> copy = new ArrayList<>(list);
    java.util.Collections.shuffle(copy, random);
    return copy;
  }
}
