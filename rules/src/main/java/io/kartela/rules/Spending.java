package io.kartela.rules;

import io.kartela.rules.Evaluation.Spend;
import io.kartela.rules.Evaluation.SpendReason;
import java.time.DayOfWeek;
import org.jspecify.annotations.Nullable;

/** The SPEND phase: how much of the receipt bonuses may pay, and the spread of what they do pay. */
final class Spending {
  private Spending() {}

  static Spend run(Ctx x, Wish wish) {
    SpendPolicy policy = x.plan.program.spending();
    long[] room = new long[x.n];
    Limit limit = maximum(x, policy, room);
    long asked =
        switch (wish) {
          case Wish.None _ -> 0;
          case Wish.Max _ -> limit.most;
          case Wish.Amount a -> a.kopecks();
        };
    long paid = Math.min(asked, limit.most);
    SpendReason cut = paid < asked ? limit.reason : null;
    long stepped = paid - paid % policy.step();
    if (stepped < paid) {
      cut = SpendReason.STEP;
    }
    if (stepped < policy.minRedemption() && asked > 0 && limit.most > 0) {
      stepped = 0;
      cut = SpendReason.BELOW_MINIMUM;
    }
    if (stepped > 0) {
      System.arraycopy(Exact.spread(stepped, room), 0, x.bonus, 0, x.n);
    }
    return new Spend(asked, limit.most, limit.reason, stepped, cut);
  }

  private record Limit(long most, SpendReason reason) {}

  private static Limit maximum(Ctx x, SpendPolicy policy, long[] room) {
    if (!policy.enabled() || x.plan.program.kind() == Program.Kind.DISCOUNT) {
      return new Limit(0, SpendReason.NOT_OFFERED);
    }
    Facts.Member member = x.member;
    if (member == null) {
      return new Limit(0, SpendReason.NO_MEMBER);
    }
    boolean[] ok = x.match(x.plan.spendGoods);
    long eligible = 0;
    long roomTotal = 0;
    for (int i = 0; i < x.n; i++) {
      if (ok[i] && (policy.onDiscounted() || x.discount[i] == 0)) {
        long left = x.gross[i] - x.discount[i];
        eligible += left;
        room[i] = Math.max(0, left - policy.minLineMoney());
        roomTotal += room[i];
      }
    }
    long capBase =
        policy.capBase() == SpendPolicy.CapBase.ELIGIBLE_LINES
            ? eligible
            : x.total(Condition.Basis.DISCOUNTED);
    long cap = Exact.percent(capBase, shareBp(x, policy));
    long most = cap;
    SpendReason reason = SpendReason.PERCENT_CAP;
    if (roomTotal <= most) {
      most = roomTotal;
      reason = SpendReason.ELIGIBLE_GOODS;
    }
    if (member.available() < most) {
      most = member.available();
      reason = SpendReason.BALANCE;
    }
    most -= most % policy.step();
    return most < policy.minRedemption()
        ? new Limit(0, SpendReason.BELOW_MINIMUM)
        : new Limit(most, reason);
  }

  static int shareBp(Ctx x, SpendPolicy policy) {
    Tier tier = x.tier;
    int bp = tier == null ? policy.maxBp() : tier.spendBp(policy);
    if (!policy.weekdays().isEmpty()) {
      DayOfWeek today = x.local().getDayOfWeek();
      for (SpendPolicy.Weekday w : policy.weekdays()) {
        if (w.days().contains(today)) {
          bp = w.mode() == SpendPolicy.Weekday.Mode.INSTEAD ? w.maxBp() : Math.min(bp, w.maxBp());
        }
      }
    }
    return bp;
  }

  /** Sentence key of a missing payment; null when nothing was asked. */
  static @Nullable SpendReason why(Spend spend) {
    return spend.cut() != null ? spend.cut() : spend.maximum() == 0 ? spend.maximumReason() : null;
  }
}
