package io.kartela.rules;

import org.jspecify.annotations.Nullable;

/** Tiers up and down; pure functions. */
public final class Tiers {
  private Tiers() {}

  /**
   * A change of tier.
   *
   * @param from tier before, or null
   * @param to tier after
   * @param because the upgrade that was reached, or null (a fall)
   */
  public record Change(@Nullable String from, String to, Tier.@Nullable Upgrade because) {}

  /** The rise that a receipt causes, or null. A purchase never lowers a tier. */
  static @Nullable Change change(Ctx x) {
    Program p = x.plan.program;
    if (x.member == null || p.tiers().isEmpty()) {
      return null;
    }
    long purchase = x.total(p.tierPolicy().measure());
    Facts.Purchases window = x.facts.purchases().get(p.tierPolicy().window().key());
    Facts.Purchases all = x.facts.purchases().get(PurchaseWindow.ALL_TIME.key());
    return rise(
        p,
        x.tier,
        window == null ? -1 : Math.addExact(window.amount(), purchase),
        all == null ? -1 : Math.addExact(all.amount(), purchase),
        purchase);
  }

  private static @Nullable Change rise(
      Program p, @Nullable Tier before, long window, long total, long single) {
    Tier best = before;
    Tier.Upgrade why = null;
    for (Tier t : p.tiers()) {
      if (best == null || t.rank() > best.rank()) {
        Tier.Upgrade reached = reached(t, window, total, single);
        if (reached != null) {
          best = t;
          why = reached;
        }
      }
    }
    return best == null || why == null
        ? null
        : new Change(before == null ? null : before.id(), best.id(), why);
  }

  private static Tier.@Nullable Upgrade reached(Tier t, long window, long total, long single) {
    for (Tier.Upgrade u : t.upgrades()) {
      boolean ok =
          switch (u) {
            case Tier.Upgrade.TotalPurchases(long from) -> total >= from;
            case Tier.Upgrade.WindowPurchases(long from) -> window >= from;
            case Tier.Upgrade.SinglePurchase(long from) -> single >= from;
          };
      if (ok) {
        return u;
      }
    }
    return null;
  }
}
