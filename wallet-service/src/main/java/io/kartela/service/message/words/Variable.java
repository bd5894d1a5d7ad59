package io.kartela.service.message.words;

import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What can be mentioned in a text. */
public enum Variable {
  NAME("имя", "name", true),
  BALANCE("бонусы", "bonuses", false),
  BURN("сгорит", "expiring", false),
  BURN_DATE("дата сгорания", "expiry date", true),
  EARNED("заработано", "earned", false),
  SPENT("списано", "spent", false),
  DATE("дата", "date", false),
  DAYS("дней", "days", false),
  TIER("уровень", "tier", false),
  GIFT("подарок", "gift", false),
  GIFT_UNTIL("подарок до", "gift until", false);

  /** What is a member's own, whatever the occasion. */
  public static final Set<Variable> OF_MEMBERS = EnumSet.range(NAME, BURN_DATE);

  private final String ru;
  private final String en;
  private final boolean mayLack;

  Variable(String ru, String en, boolean mayLack) {
    this.ru = ru;
    this.en = en;
    this.mayLack = mayLack;
  }

  /** Whether members may have nothing of the kind. */
  boolean mayLack() {
    return mayLack;
  }

  static @Nullable Variable of(String word) {
    String plain = word.strip();
    return Stream.of(values())
        .filter(v -> v.ru.equalsIgnoreCase(plain) || v.en.equalsIgnoreCase(plain))
        .findFirst()
        .orElse(null);
  }
}
