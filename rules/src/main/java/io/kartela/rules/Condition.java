package io.kartela.rules;

import io.kartela.rules.codec.Bounds;
import io.kartela.rules.codec.Default;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * When a rule acts. Typed data, no expressions; the JSON {@code type} is the record's name in lower
 * camel case.
 *
 * <p>Adding one: a record here, its test in {@code Conditions}, its sentence in {@code Phrases};
 * the compiler asks for both.
 */
public sealed interface Condition {
  /** About whoever shows the card: does not hold for anybody else. */
  sealed interface OfMember extends Condition {}

  /** No condition. */
  record Always() implements Condition {}

  /** Every one of these. */
  record All(List<Condition> of) implements Condition {
    public All {
      of = List.copyOf(of);
      Checks.range(of.size(), 1, 20, "of");
    }
  }

  /** At least one of these. */
  record Any(List<Condition> of) implements Condition {
    public Any {
      of = List.copyOf(of);
      Checks.range(of.size(), 1, 20, "of");
    }
  }

  /** The opposite. */
  record Not(Condition of) implements Condition {}

  /** The member's tier before the receipt is one of these. */
  record InTier(Set<String> tiers) implements OfMember {
    public InTier {
      tiers = Set.copyOf(tiers);
      Checks.range(tiers.size(), 1, 100, "tiers");
    }
  }

  /** The receipt's total lies in the range. Rules that discount can see only GROSS. */
  record ReceiptTotal(AmountRange range, @Default("\"NET\"") Basis basis) implements Condition {}

  /**
   * The receipt has at least so much of these goods.
   *
   * @param quantityMilli thousandths of a piece or kilogram
   * @param amount kopecks before discounts
   */
  record BasketContains(
      Goods goods, @Default("1") @Bounds long quantityMilli, @Default("0") @Bounds long amount)
      implements Condition {}

  /**
   * Local time in {@code [from, to)} on these weekdays; when {@code to} is not after {@code from}
   * the window runs over midnight and belongs to the day on which it began. Clock changes: what
   * counts is the clock on the wall.
   *
   * @param days weekdays on which the window begins
   * @param zone null = the store's
   */
  record TimeWindow(Set<DayOfWeek> days, LocalTime from, LocalTime to, @Nullable ZoneId zone)
      implements Condition {
    public TimeWindow {
      days = Set.copyOf(days);
      Checks.range(days.size(), 1, 7, "days");
    }
  }

  /**
   * Around the birthday, both ends inclusive, in the store's zone.
   *
   * @param feb29 when people born on 29 February celebrate in common years
   * @param dobKnownDays the date of birth must have been entered at least so many days before the
   *     day of the receipt
   */
  record Birthday(
      @Default("3") @Bounds(max = 90) int daysBefore,
      @Default("3") @Bounds(max = 90) int daysAfter,
      @Default("\"FEB_28\"") Feb29 feb29,
      @Default("7") @Bounds(max = 366) int dobKnownDays)
      implements OfMember {}

  /** The last purchase was at most so many days (of 24 h) ago. */
  record QuickReturn(@Bounds(min = 1, max = 3_660) int days) implements OfMember {}

  /** The member has bought nothing before. */
  record FirstPurchase() implements OfMember {}

  /** Sum of earlier purchases in the window, this receipt not counted. */
  record PurchasesSum(PurchaseWindow window, AmountRange range) implements OfMember {}

  /**
   * Number of earlier purchases in the window, this receipt not counted; {@code to} null = no upper
   * end.
   */
  record PurchasesCount(
      PurchaseWindow window, @Default("0") @Bounds long from, @Nullable @Bounds Long through)
      implements OfMember {}

  /**
   * This receipt is the n-th, 2n-th, … of the member, and the rule's reward for a purchase of this
   * number does not stand already.
   */
  record EveryNthPurchase(@Bounds(min = 2, max = 1_000) int n) implements OfMember {}

  /** The card shown is of one of these kinds. */
  record CardKind(Set<String> kinds) implements OfMember {
    public CardKind {
      kinds = Set.copyOf(kinds);
      Checks.range(kinds.size(), 1, 100, "kinds");
    }
  }

  /** The receipt is of one of these stores. */
  record InStore(Set<String> stores) implements Condition {
    public InStore {
      stores = Set.copyOf(stores);
      Checks.range(stores.size(), 1, 10_000, "stores");
    }
  }

  /** A promo code of one of these sets was presented and is honoured. */
  record WithCode(Set<String> sets) implements Condition {
    public WithCode {
      sets = Set.copyOf(sets);
      Checks.range(sets.size(), 1, 100, "sets");
    }
  }

  /** The member bears one of these tags. */
  record MemberTag(Set<String> tags) implements OfMember {
    public MemberTag {
      tags = Set.copyOf(tags);
      Checks.range(tags.size(), 1, 100, "tags");
    }
  }

  /** Whether it can hold only where a promo code was presented. */
  static boolean demandsCode(Condition c) {
    return switch (c) {
      case WithCode _ -> true;
      case All all -> all.of().stream().anyMatch(Condition::demandsCode);
      case Any any -> any.of().stream().allMatch(Condition::demandsCode);
      default -> false;
    };
  }

  /** The sets of promo codes that it asks for, wherever it does. */
  static Set<String> codeSets(Condition c) {
    Set<String> sets = new TreeSet<>();
    Walk.conditions(
        c,
        part -> {
          if (part instanceof WithCode w) {
            sets.addAll(w.sets());
          }
        });
    return sets;
  }

  /** Which amount of a receipt is meant. */
  enum Basis {
    /** Before discounts. */
    GROSS,
    /** After discounts, before bonuses. */
    DISCOUNTED,
    /** Money paid. */
    NET
  }

  /** Day on which people born on 29 February celebrate in common years. */
  enum Feb29 {
    FEB_28,
    MAR_1
  }

  /**
   * Range of kopecks, by default {@code [from, to)}.
   *
   * @param from lower end, or null
   * @param above true: strictly more than {@code from}
   * @param to upper end, or null
   * @param including true: {@code to} itself belongs
   */
  record AmountRange(
      @Nullable @Bounds Long from,
      @Default("false") boolean above,
      @Nullable @Bounds Long to,
      @Default("false") boolean including) {
    /** From this amount on. */
    public static AmountRange from(long from) {
      return new AmountRange(from, false, null, false);
    }

    /** Whether the amount lies inside. */
    public boolean contains(long amount) {
      return (from == null || (above ? amount > from : amount >= from))
          && (to == null || (including ? amount <= to : amount < to));
    }
  }
}
