package io.kartela.service.program;

import io.kartela.rules.Program;
import io.kartela.rules.Tier;
import io.kartela.service.http.LocalText;
import java.util.Optional;

/**
 * The way to the next tier by purchases.
 *
 * @param remaining money still to be spent, minor units
 * @param percent how much of the way is done, 0 to 100
 */
public record TierProgress(String nextTierId, LocalText nextTierName, long remaining, int percent) {

  /**
   * The next tier above this one that purchases lead to.
   *
   * @param spent what counts so far, minor units
   */
  public static Optional<TierProgress> of(Published published, String tierId, long spent) {
    Program program = published.program();
    int rank = published.tier(tierId).rank();
    return program.tiers().stream()
        .filter(t -> t.rank() > rank)
        .sorted(java.util.Comparator.comparingInt(Tier::rank))
        .flatMap(t -> threshold(t).stream().map(from -> progress(t, from, spent)))
        .findFirst();
  }

  private static Optional<Long> threshold(Tier tier) {
    return tier.upgrades().stream()
        .flatMap(
            u ->
                switch (u) {
                  case Tier.Upgrade.TotalPurchases(long from) -> java.util.stream.Stream.of(from);
                  case Tier.Upgrade.WindowPurchases(long from) -> java.util.stream.Stream.of(from);
                  case Tier.Upgrade.SinglePurchase s -> java.util.stream.Stream.<Long>empty();
                })
        .min(Long::compare);
  }

  private static TierProgress progress(Tier tier, long from, long spent) {
    long remaining = Math.max(0, from - spent);
    int percent = Math.clamp(Math.floorDiv(Math.max(0, spent), Math.max(1, from / 100)), 0, 100);
    return new TierProgress(
        tier.id(), new LocalText(tier.name().ru(), tier.name().en()), remaining, percent);
  }
}
