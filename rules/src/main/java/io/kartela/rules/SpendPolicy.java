package io.kartela.rules;

import io.kartela.rules.codec.Bounds;
import io.kartela.rules.codec.Default;
import java.time.DayOfWeek;
import java.util.List;
import java.util.Set;

/**
 * Paying with bonuses. The share comes from the member's {@link Tier#maxSpendBp}, or {@code maxBp}
 * where the tier does not name one of its own and in a program without tiers.
 *
 * @param enabled bonuses can be spent at all
 * @param maxBp share for members without a tier and for tiers without one of their own
 * @param capBase what the share is taken of
 * @param goods goods that bonuses may pay for
 * @param onDiscounted whether a line with a discount may be paid with bonuses
 * @param weekdays shares on some weekdays (store's zone)
 * @param minRedemption smallest payment with bonuses, kopecks
 * @param step bonuses are spent in multiples of this, kopecks
 * @param minLineMoney kopecks of money that every line keeps (0 = a line may be paid in full)
 */
public record SpendPolicy(
    @Default("true") boolean enabled,
    @Default("10000") @Bounds(max = Percents.FULL_BP) int maxBp,
    @Default("\"ELIGIBLE_LINES\"") CapBase capBase,
    @Default("{}") Goods goods,
    @Default("true") boolean onDiscounted,
    @Default("[]") List<Weekday> weekdays,
    @Default("0") @Bounds long minRedemption,
    @Default("1") @Bounds(min = 1, max = 100_000_000) long step,
    @Default("0") @Bounds(max = 100_000_000) long minLineMoney) {
  public SpendPolicy {
    weekdays = List.copyOf(weekdays);
  }

  /** What the share is taken of. */
  public enum CapBase {
    ELIGIBLE_LINES,
    WHOLE_RECEIPT
  }

  /**
   * Share on some weekdays.
   *
   * @param mode whether it only lowers the tier's share or replaces it
   */
  public record Weekday(
      Set<DayOfWeek> days,
      @Bounds(max = Percents.FULL_BP) int maxBp,
      @Default("\"AT_MOST\"") Mode mode) {
    public Weekday {
      days = Set.copyOf(days);
      Checks.range(days.size(), 1, 7, "days");
    }

    /** Lower only, or replace. */
    public enum Mode {
      AT_MOST,
      INSTEAD
    }
  }
}
