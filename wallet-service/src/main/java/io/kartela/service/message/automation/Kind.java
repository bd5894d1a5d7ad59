package io.kartela.service.message.automation;

import io.kartela.service.message.words.Variable;
import io.kartela.service.platform.http.LocalText;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** On which occasions a shop speaks by itself. */
enum Kind {
  /** Somebody joined by the page or at a till; people from a file are not greeted. */
  WELCOME("Новый участник", "New member", new Joined(), 0, 0),
  /** A receipt was booked that earned or spent. */
  PURCHASE(
      "Покупка", "Purchase", new Bought(), 0, 0, Variable.EARNED, Variable.SPENT, Variable.DATE),
  /** A member's tier rose. */
  TIER_UP("Новый уровень", "New tier", new TierRose(), 0, 0, Variable.TIER, Variable.DATE),
  /** So many days before bonuses burn. */
  BURN_WARNING(
      "Скоро сгорят бонусы",
      "Bonuses about to expire",
      new Burning(),
      1,
      60,
      Variable.DATE,
      Variable.DAYS),
  /** So many days before the birthday, or on it. */
  BIRTHDAY("День рождения", "Birthday", new Birthday(), 0, 30, Variable.DATE, Variable.DAYS),
  /** So many days without a purchase; further steps as long as there is none. */
  WIN_BACK(
      "Давно не был", "Has not come for long", new Away(), 1, 730, Variable.DATE, Variable.DAYS);

  /** Most steps of a chain. */
  static final int MOST_STEPS = 5;

  @SuppressWarnings("ImmutableEnumChecker") // a record of texts
  private final LocalText title;

  @SuppressWarnings("ImmutableEnumChecker") // they hold nothing
  private final Finder finder;

  private final int leastDays;
  private final int mostDays;

  @SuppressWarnings("ImmutableEnumChecker") // nobody else has it
  private final Set<Variable> brings;

  Kind(String ru, String en, Finder finder, int leastDays, int mostDays, Variable... brings) {
    this.title = new LocalText(ru, en);
    this.finder = finder;
    this.leastDays = leastDays;
    this.mostDays = mostDays;
    this.brings = EnumSet.noneOf(Variable.class);
    this.brings.addAll(List.of(brings));
  }

  /** What a gift on this occasion is called in the books. */
  LocalText title() {
    return title;
  }

  Finder finder() {
    return finder;
  }

  int leastDays() {
    return leastDays;
  }

  int mostDays() {
    return mostDays;
  }

  /** Whether only the calendar brings it about: such words come by day. */
  boolean byTheClock() {
    return this != WELCOME && this != PURCHASE;
  }

  /** Whether it is advertising even without a gift: it calls people to come and buy. */
  boolean offersAnyway() {
    return this == BIRTHDAY || this == WIN_BACK;
  }

  /** What its texts may mention. */
  Set<Variable> variables(boolean gift) {
    Set<Variable> known = EnumSet.copyOf(Variable.OF_MEMBERS);
    known.addAll(brings);
    if (gift) {
      known.add(Variable.GIFT);
      known.add(Variable.GIFT_UNTIL);
    }
    return known;
  }
}
