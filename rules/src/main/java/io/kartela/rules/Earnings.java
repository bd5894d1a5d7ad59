package io.kartela.rules;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The EARN and MULTIPLY phases. Amounts are counted in millionths of a kopeck, in which every
 * percent (1/10,000) and every multiplier (1/100) is exact; rounding happens once, on the receipt.
 */
final class Earnings {
  static final long UNIT = 1_000_000;
  private static final long BP_UNIT = UNIT / Percents.FULL_BP;

  private final Ctx ctx;
  private final EarnPolicy policy;
  private final boolean[] may;
  private long[] exact;
  long[] byLine;
  long earned;

  Earnings(Ctx ctx, Tiers.@Nullable Change change) {
    this.ctx = ctx;
    this.policy = ctx.plan.program.earning();
    if (change != null
        && ctx.plan.program.tierPolicy().receipt() == TierPolicy.Receipt.SAME_RECEIPT) {
      ctx.tierNow = ctx.plan.tier(change.to());
    }
    this.may = new boolean[ctx.n];
    boolean[] goods = ctx.match(ctx.plan.earnGoods);
    for (int i = 0; i < ctx.n; i++) {
      may[i] = goods[i] && (policy.onDiscounted() || ctx.discount[i] == 0);
    }
    this.exact = new long[ctx.n];
    this.byLine = exact;
  }

  void run() {
    new Base().run(Phase.EARN);
    long[] base = exact.clone();
    new Multiply(base).run(Phase.MULTIPLY);
    long kopecks = Exact.sum(exact) / UNIT;
    long rounded = kopecks - kopecks % policy.roundTo();
    if (policy.maxPerReceipt() > 0) {
      rounded = Math.min(rounded, policy.maxPerReceipt());
    }
    earned = rounded;
    byLine = Exact.spread(rounded, exact);
    long applied = 0;
    for (Trace t : ctx.trace) {
      if (t instanceof Trace.Applied a
          && (a.phase() == Phase.EARN || a.phase() == Phase.MULTIPLY)) {
        applied += a.amount();
      }
    }
    if (applied != rounded) {
      ctx.trace.add(new Trace.Rounding(rounded - applied));
    }
  }

  Evaluation.@Nullable Accrual lot() {
    if (earned == 0) {
      return null;
    }
    ZoneId zone = ctx.plan.program.zone();
    Instant active = Lots.activeFrom(ctx.at, policy.pendingDays(), zone);
    return new Evaluation.Accrual(earned, active, policy.life().expiresAt(active, zone));
  }

  private void add(long[] amounts) {
    for (int i = 0; i < amounts.length; i++) {
      exact[i] = Math.addExact(exact[i], amounts[i]);
    }
  }

  private static long[] percentOf(long[] money, int bp) {
    long[] out = new long[money.length];
    long times = bp * BP_UNIT;
    for (int i = 0; i < money.length; i++) {
      out[i] = Math.multiplyExact(money[i], times);
    }
    return out;
  }

  /** Accrual on money. */
  private final class Base extends PhaseRun {
    private final boolean spent =
        policy.whenSpending() == EarnPolicy.WhenSpending.NOTHING && paidWithBonuses();

    Base() {
      super(Earnings.this.ctx, UNIT);
    }

    private boolean paidWithBonuses() {
      for (long b : Earnings.this.ctx.bonus) {
        if (b > 0) {
          return true;
        }
      }
      return false;
    }

    @Override
    void accept(Step step, long[] amounts) {
      add(amounts);
    }

    @Override
    @Nullable Offer offer(Step s) {
      if (ctx.member == null) {
        ctx.reject(s, Trace.Reason.NO_MEMBER);
        return null;
      }
      if (spent) {
        ctx.reject(s, Trace.Reason.SPENT_BONUSES);
        return null;
      }
      boolean[] goods = ctx.match(s.goods);
      boolean[] ok = new boolean[ctx.n];
      long[] money = new long[ctx.n];
      boolean any = false;
      for (int i = 0; i < ctx.n; i++) {
        ok[i] = goods[i] && may[i];
        any |= ok[i];
        money[i] = ok[i] ? ctx.net(i) : 0;
      }
      if (!any) {
        ctx.reject(s, Trace.Reason.NO_ELIGIBLE_GOODS);
        return null;
      }
      return switch ((Effect.Earn) s.rule.then()) {
        case Effect.EarnPercent e -> new Offer(s, percentOf(money, e.percentBp()), e.percentBp());
        case Effect.EarnByTier _ -> {
          Tier tier = ctx.tierNow;
          int bp = tier == null ? 0 : tier.earnBp();
          yield new Offer(s, percentOf(money, bp), bp);
        }
        case Effect.EarnBands e -> bands(s, e, ok, money);
        case Effect.EarnPerStep e -> perStep(s, e, money);
      };
    }

    private @Nullable Offer bands(Step s, Effect.EarnBands e, boolean[] ok, long[] money) {
      Long amount = Bands.measure(e.measure(), ctx, ok);
      if (amount == null) {
        ctx.reject(s, Trace.Reason.FACT_UNKNOWN);
        return null;
      }
      List<Effect.Band> bands = e.bands();
      int band = Bands.reached(bands, amount);
      Hints.nextBand(ctx, s, bands, band, amount);
      int bp = band < 0 ? 0 : bands.get(band).percentBp();
      if (e.mode() == Effect.BandMode.WHOLE) {
        return new Offer(s, percentOf(money, bp), bp).band(band, amount);
      }
      long[] parts = Exact.spread(Bands.marginal(bands, Exact.sum(money)), money);
      for (int i = 0; i < parts.length; i++) {
        parts[i] = Math.multiplyExact(parts[i], BP_UNIT);
      }
      return new Offer(s, parts, bp).band(band, amount);
    }

    private Offer perStep(Step s, Effect.EarnPerStep e, long[] money) {
      long total = Exact.sum(money);
      Hints.nextStep(ctx, s, e, total);
      long[] parts = Exact.spread(Math.multiplyExact(total / e.step(), e.bonus()), money);
      for (int i = 0; i < parts.length; i++) {
        parts[i] = Math.multiplyExact(parts[i], UNIT);
      }
      return new Offer(s, parts, 0);
    }
  }

  /** Extras on the base; each multiplier sees only the base, so their order cannot matter. */
  private final class Multiply extends PhaseRun {
    private final long[] base;

    Multiply(long[] base) {
      super(Earnings.this.ctx, UNIT);
      this.base = base;
    }

    @Override
    void accept(Step step, long[] amounts) {
      add(amounts);
    }

    @Override
    @Nullable Offer offer(Step s) {
      int factor = ((Effect.MultiplyEarn) s.rule.then()).factorPercent();
      boolean[] goods = ctx.match(s.goods);
      long[] extra = new long[ctx.n];
      for (int i = 0; i < ctx.n; i++) {
        extra[i] = goods[i] ? Math.multiplyExact(base[i] / 100, factor - 100) : 0;
      }
      return new Offer(s, extra, factor * 100);
    }
  }
}
