package io.kartela.rules;

import io.kartela.rules.codec.BadValueException;
import io.kartela.rules.codec.Bounds;
import io.kartela.rules.codec.Default;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a rule does. The JSON {@code type} is the record's name in lower camel case. */
public sealed interface Effect {
  /** The phase of {@link Phase} in which the effect acts. */
  Phase phase();

  /** Goods the effect acts on. */
  Goods goods();

  /** Effects on the price. */
  sealed interface Discount extends Effect {
    @Override
    default Phase phase() {
      return Phase.DISCOUNT;
    }
  }

  /** Effects that earn bonuses on the money paid. */
  sealed interface Earn extends Effect {
    @Override
    default Phase phase() {
      return Phase.EARN;
    }
  }

  /** Percent of the money paid. */
  record EarnPercent(@Bounds(max = Percents.MAX_BP) int percentBp, @Default("{}") Goods goods)
      implements Earn {}

  /** The percent of the member's tier. */
  record EarnByTier(@Default("{}") Goods goods) implements Earn {}

  /**
   * Percent by bands of an amount.
   *
   * @param bands ascending; below the first nothing is earned
   * @param mode whole: the reached band's percent on everything; marginal: each slice at its own
   *     percent
   * @param measure which amount chooses the band; marginal slices always cut the receipt's eligible
   *     money
   */
  record EarnBands(
      List<Band> bands,
      @Default("\"WHOLE\"") BandMode mode,
      @Default("{\"type\":\"receiptAmount\"}") Measure measure,
      @Default("{}") Goods goods)
      implements Earn {
    public EarnBands {
      bands = Band.ascending(bands);
    }
  }

  /** {@code bonus} kopecks for each full {@code step} kopecks of eligible money. */
  record EarnPerStep(
      @Bounds(min = 1) long step, @Bounds(min = 1) long bonus, @Default("{}") Goods goods)
      implements Earn {}

  /**
   * Multiplies what the EARN phase gave. Several multipliers add their extras: ×2 and ×3 together
   * make ×4.
   *
   * @param factorPercent 200 = ×2; at least 100
   */
  record MultiplyEarn(
      @Bounds(min = 100, max = 100_000) int factorPercent, @Default("{}") Goods goods)
      implements Effect {
    @Override
    public Phase phase() {
      return Phase.MULTIPLY;
    }
  }

  /**
   * A fixed bonus in a lot of its own.
   *
   * @param amount kopecks
   * @param pendingDays days until it can be spent
   * @param life how long it can be spent
   * @param once how often one member may get it
   */
  record GrantBonus(
      @Bounds(min = 1) long amount,
      @Default("0") @Bounds(max = 3_660) int pendingDays,
      @Default("{\"type\":\"never\"}") Lifetime life,
      @Default("\"EACH_TIME\"") Once once)
      implements Effect {
    @Override
    public Phase phase() {
      return Phase.GRANT;
    }

    @Override
    public Goods goods() {
      return Goods.ALL;
    }
  }

  /** Percent off. LINE rounds down on every line, RECEIPT once and spreads. */
  record DiscountPercent(
      @Bounds(max = Percents.FULL_BP) int percentBp,
      @Default("\"LINE\"") Scope scope,
      @Default("{}") Goods goods)
      implements Discount {}

  /** Kopecks off: RECEIPT once, LINE for every whole piece. Never more than the price. */
  record DiscountFixed(
      @Bounds(min = 1) long amount, @Default("\"RECEIPT\"") Scope scope, @Default("{}") Goods goods)
      implements Discount {}

  /** The discount percent of the member's tier. */
  record DiscountByTier(@Default("{}") Goods goods) implements Discount {}

  /** Percent off by bands; with {@code purchases} of ALL it is the classic cumulative discount. */
  record DiscountBands(
      List<Band> bands,
      @Default("{\"type\":\"purchases\",\"window\":{\"unit\":\"ALL\"}}") Measure measure,
      @Default("{}") Goods goods)
      implements Discount {
    public DiscountBands {
      bands = Band.ascending(bands);
    }
  }

  /**
   * "N for the price of M". Whole pieces only.
   *
   * @param n taken
   * @param m paid; less than n
   */
  record NForM(
      @Bounds(min = 2, max = 1_000) int n,
      @Bounds(min = 1, max = 999) int m,
      @Default("\"CHEAPEST_OVERALL\"") Pick pick,
      @Default("\"PROPORTIONAL\"") Spread spread,
      @Default("{}") Goods goods)
      implements Discount {
    public NForM {
      BadValueException.unless(
          m < n, "m", "M_NOT_LESS_THAN_N", "Платят меньше, чем берут", "Pay for fewer than taken");
    }
  }

  /** Every n-th piece at a percent off; 100 % is the n-th as a gift. Whole pieces only. */
  record EveryNth(
      @Bounds(min = 2, max = 1_000) int n,
      @Bounds(min = 1, max = Percents.FULL_BP) int percentBp,
      @Default("\"PRICE_DESC\"") Order order,
      @Nullable Spread spread,
      @Default("{}") Goods goods)
      implements Discount {}

  /**
   * Stamp card: of all pieces a member ever bought every n-th is free; the cheapest pieces of the
   * receipt go free. A mark whose free piece was not given back is not crossed again, however many
   * paid ones come back.
   *
   * @param counter key of the stamps in {@link Facts#counters}
   */
  record StampCard(
      String counter,
      @Bounds(min = 2, max = 1_000) int n,
      @Default("10000") @Bounds(min = 1, max = Percents.FULL_BP) int percentBp,
      @Default("\"PROPORTIONAL\"") Spread spread,
      @Default("{}") Goods goods)
      implements Discount {
    public StampCard {
      Checks.id(counter, "counter");
    }

    /** Key in {@link Facts#counters} of the stamp up to which pieces went free. */
    String rewardedKey() {
      return "stamps:" + counter;
    }

    long stamps(Facts facts) {
      return Math.max(0, facts.counter(counter));
    }

    /**
     * Stamps since the last mark, so many new ones included; below zero short of a rewarded one.
     */
    long towards(Facts facts, long pieces) {
      long passed = Math.max(stamps(facts), facts.counter(rewardedKey()));
      return Math.addExact(stamps(facts), pieces) - passed / n * n;
    }
  }

  /** One band's percent on everything, or each slice at its own. */
  enum BandMode {
    WHOLE,
    MARGINAL
  }

  /** Each line by itself, or the receipt as one. */
  enum Scope {
    LINE,
    RECEIPT
  }

  /**
   * Which pieces go free: the cheapest of all, or the cheapest of each group of n by falling price.
   */
  enum Pick {
    CHEAPEST_OVERALL,
    GROUPED_DESC
  }

  /** How pieces are counted off. */
  enum Order {
    PRICE_DESC,
    SCAN_ORDER
  }

  /**
   * Where a promotion's discount is printed: over all pieces that took part, or on the cheapened
   * piece.
   */
  enum Spread {
    PROPORTIONAL,
    ON_ITEM
  }

  /** How often one member may get a grant. */
  enum Once {
    EACH_TIME,
    ONCE,
    PER_BIRTHDAY_YEAR,
    PER_DAY
  }

  /**
   * One band.
   *
   * @param from kopecks
   * @param above true: begins strictly above {@code from} ("over 1,000")
   */
  record Band(
      @Bounds long from,
      @Default("false") boolean above,
      @Bounds(max = Percents.MAX_BP) int percentBp) {
    /** Smallest amount inside. */
    public long first() {
      return above ? Math.addExact(from, 1) : from;
    }

    static List<Band> ascending(List<Band> bands) {
      Checks.range(bands.size(), 1, 100, "bands");
      for (int i = 1; i < bands.size(); i++) {
        BadValueException.unless(
            bands.get(i).first() > bands.get(i - 1).first(),
            "bands",
            "BANDS_OVERLAP",
            "Пороги должны возрастать: порог " + (i + 1) + " не выше порога " + i,
            "Bands must ascend: band " + (i + 1) + " is not above band " + i);
      }
      return List.copyOf(bands);
    }
  }

  /** The amount that chooses a band. */
  sealed interface Measure {
    /** An amount of this receipt; {@code over} says whether goods that earn nothing count too. */
    record ReceiptAmount(
        @Default("\"NET\"") Condition.Basis basis, @Default("\"RECEIPT\"") Over over)
        implements Measure {}

    /** Earlier purchases in a window. */
    record Purchases(PurchaseWindow window) implements Measure {}
  }

  /** Lines that make up a measured amount. */
  enum Over {
    RECEIPT,
    ELIGIBLE
  }
}
