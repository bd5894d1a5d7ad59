package io.kartela.rules;

import io.kartela.rules.codec.Bounds;
import io.kartela.rules.codec.Default;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * When + then.
 *
 * @param id stable key; with the priority it alone decides the order
 * @param name shown to people; changing it changes nothing else
 * @param when must hold for the rule to act
 * @param then what it does
 * @param priority lower acts first
 * @param group competing rules, or null: stacks with everything
 * @param audience members, or anybody who buys
 * @param caps limits on one receipt
 * @param budget limits over the rule's life, or null
 * @param validity days on which it lives
 * @param enabled a rule may be switched off and kept
 */
public record Rule(
    String id,
    Texts name,
    @Default("{\"type\":\"always\"}") Condition when,
    Effect then,
    @Default("100") @Bounds(min = -1_000_000, max = 1_000_000) int priority,
    @Nullable String group,
    @Default("\"MEMBERS\"") Audience audience,
    @Default("{}") Caps caps,
    @Nullable Budget budget,
    @Default("{}") Validity validity,
    @Default("true") boolean enabled) {
  public Rule {
    Checks.id(id, "id");
  }

  /** When it acts: a discount that demands a promo code does so after all the others (C2). */
  public Phase phase() {
    Phase usual = then.phase();
    return usual == Phase.DISCOUNT && Condition.demandsCode(when) ? Phase.CODE : usual;
  }

  /** A rule with every default. */
  public static Rule of(String id, Texts name, Condition when, Effect then) {
    return new Rule(
        id, name, when, then, 100, null, Audience.MEMBERS, Caps.NONE, null, Validity.ALWAYS, true);
  }

  /** Whom a rule serves. */
  public enum Audience {
    MEMBERS,
    EVERYBODY
  }

  /**
   * Most the rule may give, in kopecks of discount or bonus.
   *
   * @param perLine on one line, or null
   * @param perReceipt on one receipt, or null
   */
  public record Caps(@Nullable @Bounds Long perLine, @Nullable @Bounds Long perReceipt) {
    /** No limits. */
    public static final Caps NONE = new Caps(null, null);
  }

  /**
   * Most the rule may give over its life; what was already given comes with the {@link Facts#usage
   * facts}.
   *
   * @param total kopecks to all members together, or null
   * @param perMember kopecks to one member, or null
   * @param usesPerMember receipts of one member, or null
   */
  public record Budget(
      @Nullable @Bounds Long total,
      @Nullable @Bounds Long perMember,
      @Nullable @Bounds Long usesPerMember) {}

  /**
   * Days in the program zone.
   *
   * @param from first day, or null
   * @param through last day, inclusive, or null
   */
  public record Validity(@Nullable LocalDate from, @Nullable LocalDate through) {
    /** For ever. */
    public static final Validity ALWAYS = new Validity(null, null);

    public Validity {
      io.kartela.rules.codec.BadValueException.unless(
          from == null || through == null || !through.isBefore(from),
          "through",
          "EMPTY_VALIDITY",
          "Последний день раньше первого",
          "The last day is before the first");
    }
  }
}
