package io.kartela.rules;

import io.kartela.rules.Condition.AmountRange;
import java.time.LocalDate;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Why conditions that must all hold can never do so together. Says nothing where it is not sure:
 * alternatives and what cannot be compared are taken to hold.
 *
 * @param ru what they disagree about, after a colon
 */
record Contradiction(String ru, String en) {
  /** As far as the clocks of a country are apart, in minutes. */
  private static final int APART = 10 * 60;

  /** The first that is found, or null. */
  static @Nullable Contradiction of(Rule rule) {
    List<Condition> parts = Overlaps.parts(rule.when()).toList();
    if (opposites(parts)) {
      return new Contradiction("одно — обратное другому", "one is the opposite of another");
    }
    if (none(parts, c -> c instanceof Condition.InTier t ? t.tiers() : null)) {
      return new Contradiction("нет общего уровня", "they have no tier in common");
    }
    if (none(parts, c -> c instanceof Condition.InStore s ? s.stores() : null)) {
      return new Contradiction("нет общего магазина", "they have no store in common");
    }
    if (amounts(parts)) {
      return new Contradiction("ни одна сумма не подходит обоим", "no amount is right for both");
    }
    if (newcomer(parts)) {
      return new Contradiction(
          "у первой покупки нет прошлых", "a first purchase has none before it");
    }
    return time(rule);
  }

  private static boolean opposites(List<Condition> parts) {
    return parts.stream().anyMatch(c -> c instanceof Condition.Not not && parts.contains(not.of()));
  }

  /** Whether at least two name some and share none; what is excluded is not shared. */
  private static boolean none(
      List<Condition> parts, Function<Condition, @Nullable Set<String>> named) {
    Set<String> left = null;
    for (Condition c : parts) {
      Set<String> these = named.apply(c);
      if (these != null) {
        left = left == null ? new HashSet<>(these) : left;
        left.retainAll(these);
      }
    }
    if (left == null) {
      return false;
    }
    for (Condition c : parts) {
      Set<String> these = c instanceof Condition.Not not ? named.apply(not.of()) : null;
      if (these != null) {
        left.removeAll(these);
      }
    }
    return left.isEmpty();
  }

  /** Whether two ranges of the same amount have nothing in common. */
  private static boolean amounts(List<Condition> parts) {
    Map<Object, long[]> ends = new HashMap<>();
    for (Condition c : parts) {
      switch (c) {
        case Condition.ReceiptTotal r -> narrow(ends, r.basis(), r.range());
        case Condition.PurchasesSum s -> narrow(ends, "sum" + s.window().key(), s.range());
        case Condition.PurchasesCount p -> {
          Long through = p.through();
          narrow(
              ends,
              "count" + p.window().key(),
              p.from(),
              through == null ? Long.MAX_VALUE : through);
        }
        default -> {}
      }
    }
    return ends.values().stream().anyMatch(e -> e[0] > e[1]);
  }

  private static void narrow(Map<Object, long[]> ends, Object of, AmountRange range) {
    narrow(ends, of, first(range), last(range));
  }

  private static void narrow(Map<Object, long[]> ends, Object of, long first, long last) {
    long[] now = ends.computeIfAbsent(of, k -> new long[] {0, Long.MAX_VALUE});
    now[0] = Math.max(now[0], first);
    now[1] = Math.min(now[1], last);
  }

  private static long first(AmountRange range) {
    Long from = range.from();
    return from == null ? 0 : range.above() ? from + 1 : from;
  }

  private static long last(AmountRange range) {
    Long to = range.to();
    return to == null ? Long.MAX_VALUE : range.including() ? to : to - 1;
  }

  /** Whether somebody is to have bought before the first purchase. */
  private static boolean newcomer(List<Condition> parts) {
    return parts.contains(new Condition.FirstPurchase())
        && parts.stream()
            .anyMatch(
                c ->
                    switch (c) {
                      case Condition.QuickReturn _, Condition.EveryNthPurchase _ -> true;
                      case Condition.PurchasesCount p -> p.from() > 0;
                      case Condition.PurchasesSum s -> first(s.range()) > 0;
                      default -> false;
                    });
  }

  private static @Nullable Contradiction time(Rule rule) {
    BitSet minutes = Overlaps.minutes(rule.when());
    if (minutes.isEmpty()) {
      return new Contradiction("нет общего времени", "they have no time in common");
    }
    LocalDate from = rule.validity().from();
    LocalDate through = rule.validity().through();
    if (from == null || through == null || !through.isBefore(from.plusDays(6))) {
      return null;
    }
    // Stores see the rule's first and last day begin and end by their own clocks.
    BitSet lives = new BitSet(Overlaps.WEEK);
    int start = (from.getDayOfWeek().getValue() - 1) * Overlaps.DAY - APART;
    int length = (int) (through.toEpochDay() - from.toEpochDay() + 1) * Overlaps.DAY + 2 * APART;
    for (int m = 0; m < Math.min(length, Overlaps.WEEK); m++) {
      lives.set(Math.floorMod(start + m, Overlaps.WEEK));
    }
    return minutes.intersects(lives) || anotherZone(rule)
        ? null
        : new Contradiction(
            "в срок действия правила такого дня недели нет",
            "the rule's first and last day leave no such day of the week");
  }

  private static boolean anotherZone(Rule rule) {
    return Overlaps.parts(rule.when())
        .anyMatch(c -> c instanceof Condition.TimeWindow w && w.zone() != null);
  }
}
