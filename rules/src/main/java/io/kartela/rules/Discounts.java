package io.kartela.rules;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The DISCOUNT and CODE phases: promotions, then what promo codes take off; kopecks by line. */
final class Discounts extends PhaseRun {
  private final DiscountPolicy policy;

  Discounts(Ctx ctx) {
    super(ctx, 1);
    this.policy = ctx.plan.program.discounts();
  }

  void run() {
    run(Phase.DISCOUNT);
    run(Phase.CODE);
  }

  @Override
  void accept(Step step, long[] amounts) {
    for (int i = 0; i < amounts.length; i++) {
      ctx.discount[i] += amounts[i];
    }
  }

  @Override
  @Nullable Offer offer(Step s) {
    boolean[] ok = eligible(s);
    long[] base = new long[ctx.n];
    boolean any = false;
    for (int i = 0; i < ctx.n; i++) {
      if (ok[i]) {
        base[i] =
            policy.stacking() == DiscountPolicy.Stacking.GROSS
                ? ctx.gross[i]
                : ctx.gross[i] - ctx.discount[i];
        any |= base[i] > 0;
      }
    }
    if (!any) {
      ctx.reject(s, Trace.Reason.NO_ELIGIBLE_GOODS);
      return null;
    }
    Offer o = compute(s, ok, base);
    if (o != null) {
      if (countsPieces(s.rule.then()) && Exact.sum(o.amounts) == 0) {
        o.nothing = Trace.Reason.TOO_FEW_PIECES;
      }
      clamp(o.amounts);
    }
    return o;
  }

  private static boolean countsPieces(Effect effect) {
    return effect instanceof Effect.NForM
        || effect instanceof Effect.EveryNth
        || effect instanceof Effect.StampCard;
  }

  private boolean[] eligible(Step s) {
    boolean[] rule = ctx.match(s.goods);
    boolean[] common = ctx.match(ctx.plan.discountGoods);
    boolean[] ok = new boolean[ctx.n];
    for (int i = 0; i < ctx.n; i++) {
      ok[i] = rule[i] && common[i];
    }
    return ok;
  }

  private @Nullable Offer compute(Step s, boolean[] ok, long[] base) {
    return switch ((Effect.Discount) s.rule.then()) {
      case Effect.DiscountPercent p ->
          new Offer(s, percent(base, p.percentBp(), p.scope()), p.percentBp());
      case Effect.DiscountFixed f -> new Offer(s, fixed(f, base), 0);
      case Effect.DiscountByTier _ -> {
        Tier tier = ctx.tier;
        int bp = tier == null ? 0 : tier.discountBp();
        yield new Offer(s, percent(base, bp, Effect.Scope.LINE), bp);
      }
      case Effect.DiscountBands b -> bands(s, b.bands(), b.measure(), ok, base);
      case Effect.NForM e -> new Offer(s, Pieces.nForM(e, ctx, s, base), 0);
      case Effect.EveryNth e -> new Offer(s, Pieces.everyNth(e, ctx, s, base), e.percentBp());
      case Effect.StampCard e -> {
        if (ctx.member == null) {
          ctx.reject(s, Trace.Reason.NO_MEMBER);
          yield null;
        }
        yield Pieces.stamps(e, ctx, s, base);
      }
    };
  }

  private @Nullable Offer bands(
      Step s, List<Effect.Band> bands, Effect.Measure measure, boolean[] ok, long[] base) {
    if (measure instanceof Effect.Measure.Purchases && ctx.member == null) {
      ctx.reject(s, Trace.Reason.NO_MEMBER);
      return null;
    }
    Long amount = Bands.measure(measure, ctx, ok);
    if (amount == null) {
      ctx.reject(s, Trace.Reason.FACT_UNKNOWN);
      return null;
    }
    int band = Bands.reached(bands, amount);
    Hints.nextBand(ctx, s, bands, band, amount);
    int bp = band < 0 ? 0 : Math.min(Percents.FULL_BP, bands.get(band).percentBp());
    return new Offer(s, percent(base, bp, Effect.Scope.LINE), bp).band(band, amount);
  }

  private static long[] percent(long[] base, int bp, Effect.Scope scope) {
    if (scope == Effect.Scope.RECEIPT) {
      return Exact.spread(Exact.percent(Exact.sum(base), bp), base);
    }
    long[] out = new long[base.length];
    for (int i = 0; i < base.length; i++) {
      out[i] = Exact.percent(base[i], bp);
    }
    return out;
  }

  private long[] fixed(Effect.DiscountFixed f, long[] base) {
    if (f.scope() == Effect.Scope.RECEIPT) {
      return Exact.spread(Math.min(f.amount(), Exact.sum(base)), base);
    }
    long[] out = new long[base.length];
    for (int i = 0; i < base.length; i++) {
      long pieces = ctx.lines.get(i).pieces();
      boolean tooMuch = pieces > 0 && f.amount() > base[i] / pieces;
      out[i] = tooMuch ? base[i] : f.amount() * pieces;
    }
    return out;
  }

  /** All discounts of a line together stay within the policy's share of its price. */
  private void clamp(long[] amounts) {
    for (int i = 0; i < amounts.length; i++) {
      if (amounts[i] > 0) {
        long most = Exact.percent(ctx.gross[i], policy.maxLineBp()) - ctx.discount[i];
        amounts[i] = Math.min(amounts[i], Math.max(0, most));
      }
    }
  }
}
