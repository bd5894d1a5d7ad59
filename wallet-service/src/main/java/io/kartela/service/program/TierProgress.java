package io.kartela.service.program;

import io.kartela.rules.Program;
import io.kartela.rules.Tier;
import io.kartela.rules.Tiers;
import io.kartela.service.platform.http.LocalText;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The way to the next tier by purchases.
 *
 * @param remaining money still to be spent, minor units
 * @param percent how much of the way is done, 0 to 100
 */
public record TierProgress(String nextTierId, LocalText nextTierName, long remaining, int percent) {

  private record Way(long from, long missing) {}

  /** The shortest way up; empty at the top, or where one large purchase is the only way. */
  public static Optional<TierProgress> of(Program program, String tierId, Tiers.History history) {
    Tiers.Progress progress =
        Tiers.progress(program, program.tier(tierId) == null ? null : tierId, history);
    Tier next = progress.next() == null ? null : program.tier(progress.next());
    if (next == null) {
      return Optional.empty();
    }
    return progress.ways().stream()
        .flatMap(TierProgress::adding)
        .min(Comparator.comparingLong(Way::missing))
        .map(
            way ->
                new TierProgress(
                    next.id(),
                    new LocalText(next.name().ru(), next.name().en()),
                    way.missing,
                    percent(way)));
  }

  /** Single purchases do not add up, so they are no progress. */
  private static Stream<Way> adding(Tiers.Progress.Way way) {
    return switch (way.upgrade()) {
      case Tier.Upgrade.TotalPurchases(long from) -> Stream.of(new Way(from, way.missing()));
      case Tier.Upgrade.WindowPurchases(long from) -> Stream.of(new Way(from, way.missing()));
      case Tier.Upgrade.SinglePurchase s -> Stream.empty();
    };
  }

  private static int percent(Way way) {
    long done = Math.max(0, way.from - way.missing);
    return Math.clamp(done / Math.max(1, way.from / 100), 0, 100);
  }
}
