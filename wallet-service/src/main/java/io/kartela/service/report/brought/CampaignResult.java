package io.kartela.service.report.brought;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.kartela.service.report.stats.Arm;
import io.kartela.service.report.stats.Comparison;
import io.kartela.service.report.stats.Detectable;
import io.kartela.service.report.stats.Increment;
import io.kartela.service.report.stats.Interval;
import io.kartela.service.report.stats.Label;
import io.kartela.service.report.stats.Resampling;
import io.kartela.service.report.stats.SampleRatio;
import io.kartela.service.report.stats.ShareDifference;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a campaign brought, as it is told. Amounts are minor units.
 *
 * @param hidden why there is no {@code above}; null: there is
 * @param ratio null without a hold-out
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record CampaignResult(
    Outcome outcome,
    Instant from,
    Instant until,
    boolean ended,
    int daysLeft,
    int holdOutPercent,
    ArmView treated,
    ArmView heldOut,
    long globalHeldOut,
    long messageCost,
    @Nullable Hidden hidden,
    @Nullable Ratio ratio,
    @Nullable Above above) {

  /** Everything here is added up, nothing compared: for the treated it is the naive figure. */
  record ArmView(long members, int buyers, long purchases, long money, long bonuses) {
    static ArmView of(Bought bought) {
      Arm purchases = bought.purchases();
      return new ArmView(
          bought.members(),
          purchases.buyers(),
          purchases.sum(),
          bought.money().sum(),
          bought.bonuses().sum());
    }
  }

  enum Hidden {
    /** Nobody was held out: whoever else did not get it differs from who did. */
    NO_HOLD_OUT,
    /** An arm has fewer than two members. */
    TOO_FEW,
    /** The arms are not as large as they were planned. */
    SAMPLE_RATIO
  }

  /** How likely arms so unequal are by chance. */
  record Ratio(double planned, double seen, double p) {}

  record Amount(long value, long low, long high) {}

  record Count(double value, double low, double high) {}

  /**
   * Above what would have come anyway.
   *
   * @param bootstrap another interval of purchases; null: there are buyers enough
   * @param bonuses spent above it, at face
   * @param net of these: the money
   * @param probability that more members bought because of it
   * @param moreMembers how many more would make it sure, if it is true; null: it shows no more
   *     buyers, or is sure
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Above(
      Count buyers,
      double buyersP,
      ShareDifference.Test buyersTest,
      double probability,
      Amount purchases,
      double purchasesP,
      Test purchasesTest,
      @Nullable Amount bootstrap,
      long bonuses,
      long net,
      @Nullable Profit profit,
      Label label,
      @Nullable Long moreMembers) {}

  enum Test {
    WELCH,
    PERMUTATION
  }

  /** Margin of the purchases above, less bonuses at face and what messages cost. */
  record Profit(int marginPercent, long value, long low, long high) {}

  static CampaignResult of(
      Trial trial, Arms arms, @Nullable Integer margin, long messageCost, Instant now) {
    Ratio ratio = ratio(trial, arms);
    Hidden hidden = hidden(trial, arms);
    return new CampaignResult(
        Outcome.of(trial.outcome()),
        trial.from(),
        trial.until(),
        trial.ended(now),
        trial.daysLeft(now),
        trial.percent(),
        ArmView.of(arms.treated()),
        ArmView.of(arms.heldOut()),
        arms.globalHeldOut(),
        messageCost,
        hidden,
        ratio,
        hidden == null ? above(trial, arms, margin, messageCost, now) : null);
  }

  private static @Nullable Ratio ratio(Trial trial, Arms arms) {
    long all = arms.treated().members() + arms.heldOut().members();
    if (trial.percent() == 0 || all == 0) {
      return null;
    }
    return new Ratio(
        trial.percent() / 100.0, (double) arms.heldOut().members() / all, sample(trial, arms).p());
  }

  private static SampleRatio sample(Trial trial, Arms arms) {
    return new SampleRatio(
        arms.treated().members(), arms.heldOut().members(), trial.percent() / 100.0);
  }

  private static @Nullable Hidden hidden(Trial trial, Arms arms) {
    if (trial.percent() == 0) {
      return Hidden.NO_HOLD_OUT;
    }
    if (arms.treated().members() + arms.heldOut().members() > 0 && sample(trial, arms).broken()) {
      return Hidden.SAMPLE_RATIO;
    }
    return Math.min(arms.treated().members(), arms.heldOut().members()) < 2 ? Hidden.TOO_FEW : null;
  }

  private static Above above(
      Trial trial, Arms arms, @Nullable Integer margin, long messageCost, Instant now) {
    Comparison c =
        new Comparison(
            arms.treated().purchases(),
            arms.heldOut().purchases(),
            trial.ended(now),
            trial.campaignId());
    ShareDifference shares = c.shares();
    long bonuses = Increment.of(arms.treated().bonuses(), arms.heldOut().bonuses());
    return new Above(
        new Count(c.buyers(), c.buyersInterval().low(), c.buyersInterval().high()),
        c.treated().buyers() + c.heldOut().buyers() == 0 ? 1 : shares.p(),
        shares.test(),
        shares.probabilityOfBetter(),
        amount(c.amount(), c.amountInterval()),
        c.amountP(),
        c.resampled() ? Test.PERMUTATION : Test.WELCH,
        c.resampled() ? bootstrap(c) : null,
        bonuses,
        c.amount() - bonuses,
        margin == null ? null : profit(arms, c, margin, messageCost),
        c.label(),
        moreMembers(c));
  }

  private static Amount amount(long value, Interval interval) {
    return new Amount(value, Math.round(interval.low()), Math.round(interval.high()));
  }

  private static Amount bootstrap(Comparison c) {
    return amount(
        c.amount(),
        Resampling.bootstrap(c.treated(), c.heldOut(), c.seed())
            .times((double) c.treated().members()));
  }

  private static Profit profit(Arms arms, Comparison c, int margin, long messageCost) {
    Arm treated = arms.treated().profit(margin);
    Arm heldOut = arms.heldOut().profit(margin);
    Interval interval =
        Comparison.amountInterval(treated, heldOut, c.confidence())
            .times(0.01)
            .plus((double) -messageCost);
    return new Profit(
        margin,
        Increment.of(treated, heldOut, 100) - messageCost,
        Math.round(interval.low()),
        Math.round(interval.high()));
  }

  private static @Nullable Long moreMembers(Comparison c) {
    if (c.label() == Label.PROVEN || c.shares().estimate() <= 0) {
      return null;
    }
    long more = Detectable.members(c.shares()) - c.treated().members() - c.heldOut().members();
    return more > 0 ? more : null;
  }
}
