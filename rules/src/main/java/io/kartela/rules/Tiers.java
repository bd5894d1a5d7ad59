package io.kartela.rules;

import io.kartela.rules.codec.Default;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tiers up and down; pure functions. A tier without upgrades that is not the lowest is given by
 * hand only: neither a return nor the monthly recomputation takes it away.
 */
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

  /**
   * What a member bought, in kopecks by {@link TierPolicy#measure}.
   *
   * @param window in the window of the policy (or of the recomputation)
   * @param total ever
   * @param largest largest single purchase in the window
   */
  public record History(long window, long total, long largest) {
    /** Nothing bought. */
    public static final History NONE = new History(0, 0, 0);
  }

  /**
   * A member's tier between recomputations.
   *
   * @param tier the tier held
   * @param graceUntil day on which a lost tier falls, or null
   * @param lastRun the first of the month of the last recomputation, or null
   */
  public record State(String tier, @Nullable LocalDate graceUntil, @Nullable LocalDate lastRun) {}

  /**
   * The way to the next tier.
   *
   * @param next the next tier, or null at the top
   * @param ways upgrades with what is missing for each, kopecks
   */
  public record Progress(@Nullable String next, @Default("[]") List<Way> ways) {
    public Progress {
      ways = List.copyOf(ways);
    }

    /** One upgrade and what is missing for it, kopecks. */
    public record Way(Tier.Upgrade upgrade, long missing) {}
  }

  /** The rise that a receipt causes, or null. A purchase never lowers a tier. */
  static @Nullable Change change(Ctx x) {
    Program p = x.plan.program;
    if (x.member == null || p.tiers().isEmpty()) {
      return null;
    }
    long purchase = x.total(p.tierPolicy().measure());
    Facts.Purchases window = x.facts.purchases().get(p.tierPolicy().window().key());
    Facts.Purchases all = x.facts.purchases().get(PurchaseWindow.ALL_TIME.key());
    // Unknown sums are not zero, but a sum is never below this one purchase.
    return rise(
        p,
        x.tier,
        new History(
            Math.addExact(window == null ? 0 : window.amount(), purchase),
            Math.addExact(all == null ? 0 : all.amount(), purchase),
            purchase));
  }

  /**
   * The rise that a purchase causes, or null.
   *
   * @param before tier before, or null for none
   * @param history what was bought before the purchase
   * @param purchase kopecks of the purchase
   */
  public static @Nullable Change afterPurchase(
      Program program, @Nullable String before, History history, long purchase) {
    Tier tier = before == null ? program.lowestTier() : program.tier(before);
    History after =
        new History(
            Math.addExact(history.window(), purchase),
            Math.addExact(history.total(), purchase),
            purchase);
    return rise(program, tier, after);
  }

  private static @Nullable Change rise(Program p, @Nullable Tier before, History history) {
    Tier best = before;
    Tier.Upgrade why = null;
    for (Tier t : p.tiers()) {
      if (best == null || t.rank() > best.rank()) {
        Tier.Upgrade reached = reached(t, history);
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

  /**
   * The tier after a return: what the purchases that are left give, but never below {@code floor}.
   *
   * @param current tier held now
   * @param floor tier of the last recomputation or set by hand; null = the lowest
   * @param left what was bought, the returned part taken out
   * @return the fall, or null when nothing changes
   */
  public static @Nullable Change afterReturn(
      Program program, String current, @Nullable String floor, History left) {
    Tier now = program.tier(current);
    if (now == null || byHand(program, now)) {
      return null;
    }
    Tier earned = earned(program, left);
    Tier least = floor == null ? program.lowestTier() : program.tier(floor);
    Tier after = earned == null || (least != null && least.rank() > earned.rank()) ? least : earned;
    return after == null || after.rank() >= now.rank()
        ? null
        : new Change(current, after.id(), null);
  }

  /**
   * The same for one returned receipt: the tier falls only because of it. Either the purchases with
   * it reach more than those without it, or it had lifted the member itself; otherwise the tier
   * rests on purchases that this return does not touch, even when their window is over.
   *
   * @param before what was bought with the returned part
   * @param lifted the receipt had caused a rise
   */
  public static @Nullable Change afterReturn(
      Program program,
      String current,
      @Nullable String floor,
      History left,
      History before,
      boolean lifted) {
    boolean carried = rank(earned(program, left)) < rank(earned(program, before));
    return carried || lifted ? afterReturn(program, current, floor, left) : null;
  }

  private static int rank(@Nullable Tier tier) {
    return tier == null ? Integer.MIN_VALUE : tier.rank();
  }

  /**
   * The tier that a history gives by itself: the best one reached, or the lowest; null without
   * tiers.
   */
  public static @Nullable Tier earned(Program program, History history) {
    Change up = rise(program, null, history);
    return up == null ? program.lowestTier() : program.tier(up.to());
  }

  private static boolean byHand(Program program, Tier tier) {
    return tier.upgrades().isEmpty() && !tier.equals(program.lowestTier());
  }

  private static Tier.@Nullable Upgrade reached(Tier t, History h) {
    for (Tier.Upgrade u : t.upgrades()) {
      if (missing(u, h) == 0) {
        return u;
      }
    }
    return null;
  }

  private static long missing(Tier.Upgrade u, History h) {
    return switch (u) {
      case Tier.Upgrade.TotalPurchases(long from) -> Math.max(0, from - h.total());
      case Tier.Upgrade.WindowPurchases(long from) -> Math.max(0, from - h.window());
      case Tier.Upgrade.SinglePurchase(long from) -> Math.max(0, from - h.largest());
    };
  }

  /**
   * What is missing for the next tier; single purchases are counted in full, they do not add up.
   */
  public static Progress progress(Program program, @Nullable String tier, History history) {
    Tier now = tier == null ? program.lowestTier() : program.tier(tier);
    Tier next = null;
    for (Tier t : program.tiers()) {
      boolean above = now == null || t.rank() > now.rank();
      if (above && !t.upgrades().isEmpty() && (next == null || t.rank() < next.rank())) {
        next = t;
      }
    }
    if (next == null) {
      return new Progress(null, List.of());
    }
    History open = new History(history.window(), history.total(), 0);
    List<Progress.Way> ways = new ArrayList<>();
    for (Tier.Upgrade u : next.upgrades()) {
      ways.add(new Progress.Way(u, missing(u, open)));
    }
    return new Progress(next.id(), ways);
  }

  /**
   * The day to which a recomputation at this moment belongs: the 1st of the month in the program's
   * zone.
   */
  public static LocalDate recomputeDay(Program program, Instant now) {
    return now.atZone(program.zone()).toLocalDate().withDayOfMonth(1);
  }

  /**
   * The full calendar months that the recomputation of that day sums, or null when the program has
   * none.
   */
  public static PurchaseWindow.@Nullable Range recomputeRange(Program program, LocalDate first) {
    TierPolicy.Recompute r = program.tierPolicy().recompute();
    return r == null
        ? null
        : new PurchaseWindow.Range(
            first.minusMonths(r.months()).atStartOfDay(program.zone()).toInstant(),
            first.atStartOfDay(program.zone()).toInstant());
  }

  /**
   * The recomputation on the night of the 1st. Running it again for a day already done changes
   * nothing. For a late receipt of an earlier month run it again from the state <em>before</em>
   * that day with the mended history; the result holds from that day on.
   *
   * @param before state before the run
   * @param first the 1st of a month
   * @param history purchases of {@link #recomputeRange}
   */
  public static State recompute(Program program, State before, LocalDate first, History history) {
    TierPolicy.Recompute policy = program.tierPolicy().recompute();
    Tier now = program.tier(before.tier());
    LocalDate done = before.lastRun();
    if (policy == null || now == null || (done != null && !done.isBefore(first))) {
      return before;
    }
    Tier earned = earned(program, history);
    if (earned == null || earned.rank() >= now.rank() || byHand(program, now)) {
      boolean rises = earned != null && earned.rank() > now.rank();
      return new State(rises && earned != null ? earned.id() : now.id(), null, first);
    }
    LocalDate grace = before.graceUntil();
    if (grace == null && policy.graceMonths() > 0) {
      return new State(now.id(), first.plusMonths(policy.graceMonths()), first);
    }
    if (grace != null && first.isBefore(grace)) {
      return new State(now.id(), grace, first);
    }
    Tier to = policy.downgrade() == TierPolicy.Downgrade.ONE_STEP ? below(program, now) : earned;
    return new State(to.id(), null, first);
  }

  private static Tier below(Program program, Tier now) {
    Tier best = null;
    for (Tier t : program.tiers()) {
      if (t.rank() < now.rank() && (best == null || t.rank() > best.rank())) {
        best = t;
      }
    }
    return best == null ? now : best;
  }
}
