package io.kartela.service.member.segment;

import io.kartela.rules.Condition.AmountRange;
import io.kartela.rules.Condition.Feb29;
import io.kartela.rules.PurchaseWindow;
import io.kartela.rules.codec.BadValueException;
import io.kartela.rules.codec.Bounds;
import io.kartela.rules.codec.Default;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which members are meant. Typed data, no expressions; spelled as the rules spell theirs, and what
 * says the same has the same name and fields there.
 *
 * <p>Adding one: a record here and its figure in {@link Leaves}; the compiler finds the place.
 */
public sealed interface MemberCondition {
  /** Everybody. */
  record Always() implements MemberCondition {}

  /** Every one of these. */
  record All(List<MemberCondition> of) implements MemberCondition {
    public All {
      of = List.copyOf(of);
      size(of.size(), 20, "of");
    }
  }

  /** At least one of these. */
  record Any(List<MemberCondition> of) implements MemberCondition {
    public Any {
      of = List.copyOf(of);
      size(of.size(), 20, "of");
    }
  }

  /** The opposite. */
  record Not(MemberCondition of) implements MemberCondition {}

  /** What is asked of a member's figures; the others put such together. */
  sealed interface Fact extends MemberCondition {}

  /** The member's tier is one of these. */
  record InTier(Set<String> tiers) implements Fact {
    public InTier {
      tiers = Set.copyOf(tiers);
      size(tiers.size(), 100, "tiers");
    }
  }

  /** The member bears one of these tags. */
  record MemberTag(Set<String> tags) implements Fact {
    public MemberTag {
      tags = Set.copyOf(tags);
      size(tags.size(), 100, "tags");
    }
  }

  /** The bonuses on the account, those that are frozen yet included. */
  record Balance(AmountRange range) implements Fact {}

  /** Sum of purchases in the window. */
  record PurchasesSum(PurchaseWindow window, AmountRange range) implements Fact {}

  /** Number of purchases in the window; {@code through} null = no upper end. */
  record PurchasesCount(
      PurchaseWindow window, @Default("0") @Bounds long from, @Nullable @Bounds Long through)
      implements Fact {
    public PurchasesCount {
      filled(through == null || from <= through, "through");
    }
  }

  /** Sum of purchases in the window by their number; who bought nothing in it has none. */
  record AverageReceipt(PurchaseWindow window, AmountRange range) implements Fact {}

  /**
   * When the member bought last. Days back from now by the shop's clock on the wall.
   *
   * @param fromDays at least so many days ago, or null
   * @param throughDays at most so many days ago, or null
   */
  record LastPurchase(
      @Nullable @Bounds(max = 36_600) Integer fromDays,
      @Nullable @Bounds(max = 36_600) Integer throughDays)
      implements Fact {
    public LastPurchase {
      days(fromDays, throughDays);
    }
  }

  /** The member has bought nothing yet: the next purchase would be the first. */
  record FirstPurchase() implements Fact {}

  /**
   * When the member joined; days as in {@link LastPurchase}.
   *
   * @param fromDays at least so many days ago, or null
   * @param throughDays at most so many days ago, or null
   */
  record Joined(
      @Nullable @Bounds(max = 36_600) Integer fromDays,
      @Nullable @Bounds(max = 36_600) Integer throughDays)
      implements Fact {
    public Joined {
      days(fromDays, throughDays);
    }
  }

  /**
   * Today lies around the birthday, both ends inclusive, in the shop's zone. Unlike a rule it does
   * not ask since when the date is known: a greeting is no gift.
   *
   * @param feb29 when people born on 29 February celebrate in common years
   */
  record Birthday(
      @Default("3") @Bounds(max = 90) int daysBefore,
      @Default("3") @Bounds(max = 90) int daysAfter,
      @Default("\"FEB_28\"") Feb29 feb29)
      implements Fact {}

  /** Where the member holds the card. */
  record Wallet(Holds holds) implements Fact {
    enum Holds {
      /** In some wallet. */
      ANY,
      APPLE,
      GOOGLE,
      /** In none. */
      NONE,
      /** In none any more. */
      REMOVED
    }
  }

  /** The member allowed messages, and is not blocked. */
  record Consent() implements Fact {}

  /** Somebody invited the member. */
  record Invited() implements Fact {}

  /** How many the member brought; {@code through} null = no upper end. */
  record Brought(@Default("1") @Bounds long from, @Nullable @Bounds Long through) implements Fact {
    public Brought {
      filled(through == null || from <= through, "through");
    }
  }

  /** The member bought in one of these stores in the window. */
  record BoughtInStore(Set<String> stores, PurchaseWindow window) implements Fact {
    public BoughtInStore {
      stores = Set.copyOf(stores);
      size(stores.size(), 100, "stores");
    }
  }

  /**
   * How many receipts of the window have any of these goods or categories; {@code through} null =
   * no upper end.
   *
   * @param skus goods by any of their codes
   * @param categories with all that lies under them
   */
  record BoughtGoods(
      @Default("[]") Set<String> skus,
      @Default("[]") Set<String> categories,
      PurchaseWindow window,
      @Default("1") @Bounds long from,
      @Nullable @Bounds Long through)
      implements Fact {
    public BoughtGoods {
      skus = Set.copyOf(skus);
      categories = Set.copyOf(categories);
      size(skus.size() + categories.size(), 100, skus.isEmpty() ? "categories" : "skus");
      filled(through == null || from <= through, "through");
    }
  }

  /** Offers may be sent to the member, and this way leads to them. */
  record Reachable(Way way) implements Fact {
    enum Way {
      /** The card on a phone. */
      CARD,
      SMS,
      MAIL,
      MAX,
      TELEGRAM,
      VK,
      WEB
    }
  }

  /** By yesterday's scores the member is one of these. */
  record Rfm(Set<RfmGroup> groups) implements Fact {
    public Rfm {
      groups = Set.copyOf(groups);
      size(groups.size(), RfmGroup.values().length, "groups");
    }
  }

  /** Yesterday's scores lie in these ranges, both ends included; 5 is best. */
  record RfmScore(
      @Default("1") @Bounds(min = 1, max = 5) int recencyFrom,
      @Default("5") @Bounds(min = 1, max = 5) int recencyThrough,
      @Default("1") @Bounds(min = 1, max = 5) int frequencyFrom,
      @Default("5") @Bounds(min = 1, max = 5) int frequencyThrough,
      @Default("1") @Bounds(min = 1, max = 5) int moneyFrom,
      @Default("5") @Bounds(min = 1, max = 5) int moneyThrough)
      implements Fact {
    public RfmScore {
      filled(recencyFrom <= recencyThrough, "recencyThrough");
      filled(frequencyFrom <= frequencyThrough, "frequencyThrough");
      filled(moneyFrom <= moneyThrough, "moneyThrough");
    }
  }

  private static void size(int size, int most, String field) {
    BadValueException.unless(
        size >= 1 && size <= most,
        field,
        "OUT_OF_RANGE",
        "Нужно от 1 до " + most,
        "From 1 to " + most + " are needed");
  }

  private static void days(@Nullable Integer from, @Nullable Integer through) {
    BadValueException.unless(
        from != null || through != null,
        "fromDays",
        "MISSING_FIELD",
        "Нужно fromDays или throughDays",
        "fromDays or throughDays is needed");
    filled(from == null || through == null || from < through, "throughDays");
  }

  private static void filled(boolean ok, String field) {
    BadValueException.unless(
        ok, field, "EMPTY_RANGE", "В промежутке нет ни одного значения", "The range holds nothing");
  }
}
