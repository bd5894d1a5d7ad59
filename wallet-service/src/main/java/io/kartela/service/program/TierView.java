package io.kartela.service.program;

import io.kartela.rules.Program;
import io.kartela.rules.SpendPolicy;
import io.kartela.rules.Tier;
import io.kartela.service.platform.http.LocalText;
import java.util.Comparator;
import java.util.List;

/**
 * A tier as screens and cards show it. Percents are for display only.
 *
 * @param color {@code #rrggbb}, by rank from bronze upwards
 */
public record TierView(
    String id, LocalText name, int rank, String color, double earnPercent, double spendPercent) {
  private static final List<String> COLORS =
      List.of("#9a5c33", "#7d8b99", "#b8860b", "#3f4c5c", "#5b3e96", "#0f766e");

  /** A member of a program without tiers. */
  private static TierView none(SpendPolicy spending) {
    LocalText name = new LocalText("Участник", "Member");
    return new TierView("member", name, 0, "#3f4c5c", 0, spending.maxBp() / 100.0);
  }

  /** All tiers, lowest rank first. */
  public static List<TierView> all(Program program) {
    List<Tier> sorted =
        program.tiers().stream().sorted(Comparator.comparingInt(Tier::rank)).toList();
    SpendPolicy spending = program.spending();
    if (sorted.isEmpty()) {
      return List.of(none(spending));
    }
    return java.util.stream.IntStream.range(0, sorted.size())
        .mapToObj(i -> view(sorted.get(i), spending, COLORS.get(Math.min(i, COLORS.size() - 1))))
        .toList();
  }

  private static TierView view(Tier t, SpendPolicy spending, String color) {
    return new TierView(
        t.id(),
        new LocalText(t.name().ru(), t.name().en()),
        t.rank(),
        color,
        t.earnBp() / 100.0,
        t.spendBp(spending) / 100.0);
  }
}
