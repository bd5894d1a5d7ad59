package io.kartela.rules;

import io.kartela.rules.codec.Default;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Everything a program may know besides the receipt; stored with it, so that a return sees the
 * same.
 *
 * @param member null = anonymous buyer
 * @param purchases earlier purchases by {@link PurchaseWindow#key}; {@link Program#windowsNeeded}
 *     says which
 * @param usage what rules with a budget already gave, by rule id; absent = nothing
 * @param counters stamps so far, by counter key, and the marks up to which rules have rewarded
 *     stamps or purchases; absent = none
 * @param usedKeys keys of {@link Grant#onceKey} that the member already got
 */
public record Facts(
    @Nullable Member member,
    @Default("{}") Map<String, Purchases> purchases,
    @Default("{}") Map<String, Usage> usage,
    @Default("{}") Map<String, Long> counters,
    @Default("[]") Set<String> usedKeys) {
  private static final Facts ANONYMOUS = new Facts(null, Map.of(), Map.of(), Map.of(), Set.of());

  public Facts {
    purchases = Map.copyOf(purchases);
    usage = Map.copyOf(usage);
    counters = Map.copyOf(counters);
    usedKeys = Set.copyOf(usedKeys);
  }

  /** A buyer without a card. */
  public static Facts anonymous() {
    return ANONYMOUS;
  }

  /** A member of whom nothing else is known. */
  public static Facts of(Member member) {
    return new Facts(member, Map.of(), Map.of(), Map.of(), Set.of());
  }

  /** Key among the counters of the last purchase that a rule rewarded as one of every n. */
  public static String purchasesKey(String rule) {
    return "purchases:" + rule;
  }

  long counter(String key) {
    return counters.getOrDefault(key, 0L);
  }

  /** The same with one more window's sums. */
  public Facts withPurchases(PurchaseWindow window, long amount, long count) {
    return withPurchases(window, new Purchases(amount, count, 0));
  }

  /** The same with one more window's sums. */
  public Facts withPurchases(PurchaseWindow window, Purchases sums) {
    Map<String, Purchases> more = new java.util.HashMap<>(purchases);
    more.put(window.key(), sums);
    return new Facts(member, more, usage, counters, usedKeys);
  }

  /** The same with a rule's usage. */
  public Facts withUsage(String rule, Usage used) {
    Map<String, Usage> more = new java.util.HashMap<>(usage);
    more.put(rule, used);
    return new Facts(member, purchases, more, counters, usedKeys);
  }

  /** The same with a counter. */
  public Facts withCounter(String counter, long value) {
    Map<String, Long> more = new java.util.HashMap<>(counters);
    more.put(counter, value);
    return new Facts(member, purchases, usage, more, usedKeys);
  }

  /** The same with these once-keys. */
  public Facts withUsedKeys(Set<String> keys) {
    return new Facts(member, purchases, usage, counters, keys);
  }

  /**
   * Whoever shows the card.
   *
   * @param tier tier before the receipt; null in a program without tiers, or = the lowest
   * @param available bonuses that can be spent now, kopecks; a debt counts as 0
   * @param birthDate null = unknown
   * @param dobEnteredAt when the date of birth was entered; null = long ago
   * @param firstPurchaseAt null = never bought
   * @param lastPurchaseAt null = never bought
   * @param purchaseCount purchases before this one
   * @param cardKind kind of the card shown, or null
   * @param tags member's tags
   */
  public record Member(
      @Nullable String tier,
      @Default("0") long available,
      @Nullable LocalDate birthDate,
      @Nullable Instant dobEnteredAt,
      @Nullable Instant firstPurchaseAt,
      @Nullable Instant lastPurchaseAt,
      @Default("0") long purchaseCount,
      @Nullable String cardKind,
      @Default("[]") Set<String> tags) {
    public Member {
      tags = Set.copyOf(tags);
    }

    /** A member with a tier and a balance. */
    public static Member of(@Nullable String tier, long available) {
      return new Member(tier, available, null, null, null, null, 0, null, Set.of());
    }

    /** The same, born on that day; the date was entered at {@code enteredAt} (null = long ago). */
    public Member born(LocalDate date, @Nullable Instant enteredAt) {
      return new Member(
          tier,
          available,
          date,
          enteredAt,
          firstPurchaseAt,
          lastPurchaseAt,
          purchaseCount,
          cardKind,
          tags);
    }

    /** The same with a history. */
    public Member bought(long count, @Nullable Instant first, @Nullable Instant last) {
      return new Member(
          tier, available, birthDate, dobEnteredAt, first, last, count, cardKind, tags);
    }

    /** The same with a card kind and tags. */
    public Member card(@Nullable String kind, Set<String> withTags) {
      return new Member(
          tier,
          available,
          birthDate,
          dobEnteredAt,
          firstPurchaseAt,
          lastPurchaseAt,
          purchaseCount,
          kind,
          withTags);
    }
  }

  /**
   * Earlier purchases in one window.
   *
   * @param amount kopecks, by {@link TierPolicy#measure}
   * @param count receipts
   * @param largest largest single purchase, kopecks
   */
  public record Purchases(long amount, @Default("0") long count, @Default("0") long largest) {}

  /**
   * What a rule already gave.
   *
   * @param total kopecks to all members
   * @param toMember kopecks to this member
   * @param memberUses receipts of this member
   */
  public record Usage(
      @Default("0") long total, @Default("0") long toMember, @Default("0") long memberUses) {}
}
