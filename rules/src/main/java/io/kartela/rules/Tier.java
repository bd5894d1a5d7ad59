package io.kartela.rules;

import io.kartela.rules.codec.Bounds;
import io.kartela.rules.codec.Default;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A level of membership with its own terms.
 *
 * @param id stable key
 * @param name shown to people
 * @param rank higher is better; unique in a program
 * @param earnBp percent for {@link Effect.EarnByTier}
 * @param discountBp percent for {@link Effect.DiscountByTier}
 * @param maxSpendBp share of a receipt that bonuses may pay; absent = the program's {@link
 *     SpendPolicy#maxBp}
 * @param upgrades any one of these lifts a member to this tier; empty = by hand only (or the
 *     starting tier)
 */
public record Tier(
    String id,
    Texts name,
    @Bounds(max = 1_000_000) int rank,
    @Default("0") @Bounds(max = Percents.MAX_BP) int earnBp,
    @Default("0") @Bounds(max = Percents.FULL_BP) int discountBp,
    @Nullable @Bounds(max = Percents.FULL_BP) Integer maxSpendBp,
    @Default("[]") List<Upgrade> upgrades) {
  public Tier {
    Checks.id(id, "id");
    upgrades = List.copyOf(upgrades);
  }

  /** The share of a receipt that bonuses may pay in this tier. */
  public int spendBp(SpendPolicy policy) {
    return maxSpendBp == null ? policy.maxBp() : maxSpendBp;
  }

  /** A way up. Amounts are kopecks, reached when equal. */
  public sealed interface Upgrade {
    /** All purchases ever. */
    record TotalPurchases(@Bounds(min = 1) long from) implements Upgrade {}

    /** Purchases in the window of {@link TierPolicy} (or of the monthly recomputation). */
    record WindowPurchases(@Bounds(min = 1) long from) implements Upgrade {}

    /** One purchase. */
    record SinglePurchase(@Bounds(min = 1) long from) implements Upgrade {}
  }
}
