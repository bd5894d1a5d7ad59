package io.kartela.service.message.campaign;

import io.kartela.service.account.Accounts;
import io.kartela.service.account.BalanceView;
import io.kartela.service.platform.http.Lang;
import io.kartela.service.wallet.content.CardAmounts;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Texts with what is each member's own, in braces: {@code Привет, {имя|друг}! У вас {бонусы}}. What
 * stands behind the bar is said where a member has nothing of the kind. Thread-safe.
 */
final class Personal {
  private static final Pattern BRACES = Pattern.compile("\\{([^{}|]*)(?:\\|([^{}]*))?}");

  private final Accounts accounts;
  private final LongFunction<ZoneId> zones;
  private final InstantSource clock;

  /** What can be mentioned. */
  private enum Fact {
    NAME("имя", "name", true),
    BALANCE("бонусы", "bonuses", false),
    BURN("сгорит", "expiring", false),
    BURN_DATE("дата сгорания", "expiry date", true);

    private final String ru;
    private final String en;

    /** Whether members may have nothing of the kind. */
    private final boolean mayLack;

    Fact(String ru, String en, boolean mayLack) {
      this.ru = ru;
      this.en = en;
      this.mayLack = mayLack;
    }

    static @Nullable Fact of(String word) {
      String plain = word.strip();
      return Stream.of(values())
          .filter(f -> f.ru.equalsIgnoreCase(plain) || f.en.equalsIgnoreCase(plain))
          .findFirst()
          .orElse(null);
    }
  }

  /** What is wrong with a text: nothing is known by this word, or it needs another behind a bar. */
  record Mistake(boolean unknown, String word) {}

  private record Person(String name, Lang lang, BalanceView balance) {}

  Personal(Accounts accounts, LongFunction<ZoneId> zones, InstantSource clock) {
    this.accounts = accounts;
    this.zones = zones;
    this.clock = clock;
  }

  /** Whether members get different texts. */
  static boolean differs(String text) {
    return BRACES.matcher(text).results().anyMatch(m -> Fact.of(m.group(1)) != null);
  }

  static Optional<Mistake> mistake(String text) {
    Matcher m = BRACES.matcher(text);
    while (m.find()) {
      Fact fact = Fact.of(m.group(1));
      boolean bar = m.group(2) != null && !m.group(2).isBlank();
      if (fact == null || (fact.mayLack && !bar)) {
        return Optional.of(new Mistake(fact == null, m.group(1).strip()));
      }
    }
    return Optional.empty();
  }

  /** For those of the merchant's members who are asked for. */
  Map<Long, String> texts(Connection c, long merchantId, String text, Collection<Long> members)
      throws SQLException {
    Map<Long, String> texts = new HashMap<>();
    if (!differs(text)) {
      members.forEach(member -> texts.put(member, text));
      return texts;
    }
    Instant now = clock.instant();
    ZoneId zone = zones.apply(merchantId);
    people(c, merchantId, members, now)
        .forEach((member, person) -> texts.put(member, filled(text, person, zone)));
    return texts;
  }

  private Map<Long, Person> people(
      Connection c, long merchantId, Collection<Long> members, Instant now) throws SQLException {
    Map<Long, BalanceView> balances = accounts.balances(c, merchantId, members, now);
    Map<Long, Person> people = new HashMap<>();
    try (PreparedStatement s =
        c.prepareStatement(
            "SELECT member_id, name, locale FROM kartela.member WHERE merchant_id = ? AND member_id"
                + " = ANY (?)")) {
      s.setLong(1, merchantId);
      s.setArray(2, c.createArrayOf("bigint", members.toArray()));
      try (ResultSet r = s.executeQuery()) {
        while (r.next()) {
          String name = r.getString(2) == null ? "" : r.getString(2).strip();
          people.put(
              r.getLong(1),
              new Person(
                  name,
                  Lang.of(r.getString(3)),
                  balances.getOrDefault(r.getLong(1), BalanceView.ZERO)));
        }
      }
    }
    return people;
  }

  private static String filled(String text, Person person, ZoneId zone) {
    return BRACES
        .matcher(text)
        .replaceAll(
            m -> {
              Fact fact = Fact.of(m.group(1));
              if (fact == null) {
                return Matcher.quoteReplacement(m.group());
              }
              String otherwise = m.group(2) == null ? "" : m.group(2);
              String value = value(fact, person, zone);
              return Matcher.quoteReplacement(value.isEmpty() ? otherwise : value);
            });
  }

  private static String value(Fact fact, Person person, ZoneId zone) {
    BalanceView.Burns burns = person.balance.burns();
    return switch (fact) {
      case NAME -> firstName(person.name);
      case BALANCE -> CardAmounts.text(person.balance.available(), person.lang);
      case BURN -> CardAmounts.text(burns == null ? 0 : burns.amount(), person.lang);
      case BURN_DATE -> burns == null ? "" : CardAmounts.day(burns.at(), zone, person.lang);
    };
  }

  /** People write their first name first; a list from elsewhere may not. */
  private static String firstName(String name) {
    int space = name.indexOf(' ');
    return space < 0 ? name : name.substring(0, space);
  }
}
