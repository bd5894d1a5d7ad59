package io.kartela.rules;

import static io.kartela.rules.codec.BadValueException.unless;

import io.kartela.rules.codec.Default;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A loyalty program: immutable data, published under its {@link ProgramJson#contentId content id}.
 *
 * <p>Amounts are kopecks (1 bonus = 100), percents are basis points (12 % = 1200).
 *
 * @param name shown to people
 * @param kind what the program is; guards against rules that do not belong
 * @param zone IANA zone of validity days, lot days and the monthly recomputation
 * @param tiers own terms by tier; may be empty
 * @param groups rules that compete with each other
 * @param rules when + then
 * @param discounts limits common to all discounts
 * @param spending paying with bonuses
 * @param earning rounding and life of what is earned
 * @param returns how a return reverses the earning
 * @param tierPolicy when tiers go up and down
 * @param referral rewards for inviters; evaluated by the referral feature, kept here so that it is
 *     versioned
 * @param signUp what a newcomer gets, or null
 */
public record Program(
    Texts name,
    Kind kind,
    @Default("\"Europe/Moscow\"") ZoneId zone,
    @Default("[]") List<Tier> tiers,
    @Default("[]") List<Group> groups,
    @Default("[]") List<Rule> rules,
    @Default("{}") DiscountPolicy discounts,
    @Default("{}") SpendPolicy spending,
    @Default("{}") EarnPolicy earning,
    @Default("{}") ReturnPolicy returns,
    @Default("{}") TierPolicy tierPolicy,
    @Nullable ReferralPolicy referral,
    @Nullable SignUpGift signUp) {

  /** Most rules a program may have. */
  public static final int MAX_RULES = 1_000;

  /**
   * What a program is to its members. MEMBERSHIP and COALITION have their place and are refused for
   * now.
   */
  public enum Kind {
    BONUS,
    DISCOUNT,
    BOTH,
    CASHBACK,
    STAMPS,
    MEMBERSHIP,
    COALITION
  }

  public Program {
    tiers = List.copyOf(tiers);
    groups = List.copyOf(groups);
    rules = List.copyOf(rules);
    unless(
        rules.size() <= MAX_RULES,
        "rules",
        "TOO_MANY_RULES",
        "Правил больше " + MAX_RULES,
        "More than " + MAX_RULES + " rules");
  }

  /** The tier with this id, or null. */
  public @Nullable Tier tier(@Nullable String id) {
    for (Tier t : tiers) {
      if (t.id().equals(id)) {
        return t;
      }
    }
    return null;
  }

  /** The tier of the lowest rank, or null when the program has none. */
  public @Nullable Tier lowestTier() {
    Tier low = null;
    for (Tier t : tiers) {
      if (low == null || t.rank() < low.rank()) {
        low = t;
      }
    }
    return low;
  }

  /** The same without some of its rules. */
  public Program without(Set<String> ruleIds) {
    return new Program(
        name,
        kind,
        zone,
        tiers,
        groups,
        rules.stream().filter(rule -> !ruleIds.contains(rule.id())).toList(),
        discounts,
        spending,
        earning,
        returns,
        tierPolicy,
        referral,
        signUp);
  }

  /** The rule with this id, or null. */
  public @Nullable Rule rule(String id) {
    for (Rule r : rules) {
      if (r.id().equals(id)) {
        return r;
      }
    }
    return null;
  }

  /** Whether the facts must hold {@link Facts#counters}: some rule rewards marks. */
  public boolean countersNeeded() {
    return rules.stream()
        .anyMatch(
            r ->
                r.then() instanceof Effect.StampCard
                    || Walk.has(r.when(), Condition.EveryNthPurchase.class));
  }

  /** Whether the facts must hold the member's tags: some rule asks for them. */
  public boolean tagsNeeded() {
    return rules.stream().anyMatch(r -> Walk.has(r.when(), Condition.MemberTag.class));
  }

  /**
   * Keys of every purchase window that the facts must hold sums for (see {@link
   * PurchaseWindow#key}).
   */
  public Set<PurchaseWindow> windowsNeeded() {
    Set<PurchaseWindow> all = new TreeSet<>();
    for (Rule r : rules) {
      Walk.windows(r, all::add);
    }
    if (!tiers.isEmpty()) {
      all.add(tierPolicy.window());
      all.add(PurchaseWindow.ALL_TIME);
    }
    return all;
  }
}
