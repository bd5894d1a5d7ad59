package io.kartela.service.message.words;

import io.kartela.service.account.Accounts;
import io.kartela.service.account.BalanceView;
import io.kartela.service.platform.http.Check;
import io.kartela.service.platform.http.Lang;
import io.kartela.service.platform.http.LocalText;
import io.kartela.service.wallet.content.CardAmounts;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Texts with what is each member's own, in braces: {@code Привет, {имя|друг}! У вас {бонусы}}. What
 * stands behind the bar is said where a member has nothing of the kind. Thread-safe.
 */
public final class Personal {
  private static final Pattern BRACES = Pattern.compile("\\{([^{}|]*)(?:\\|([^{}]*))?}");

  private final Accounts accounts;
  private final LongFunction<ZoneId> zones;
  private final InstantSource clock;

  /** A member as texts mention them. */
  private record Person(String name, Lang lang, BalanceView balance) {}

  /**
   * @param zones a merchant's zone, known without a connection of one's own
   */
  public Personal(Accounts accounts, LongFunction<ZoneId> zones, InstantSource clock) {
    this.accounts = accounts;
    this.zones = zones;
    this.clock = clock;
  }

  /** Whether members get different texts. */
  private static boolean differs(String text) {
    return BRACES.matcher(text).results().anyMatch(m -> Variable.of(m.group(1)) != null);
  }

  /** Tells what is wrong with a text that may mention these. */
  public static void check(Check check, String field, String text, Set<Variable> known) {
    Matcher m = BRACES.matcher(text);
    while (m.find()) {
      Variable variable = Variable.of(m.group(1));
      String word = m.group(1).strip();
      boolean bar = m.group(2) != null && !m.group(2).isBlank();
      if (variable == null || !known.contains(variable)) {
        check.add(
            field,
            "UNKNOWN_VARIABLE",
            "мы не знаем, что подставить вместо {" + word + "}",
            "nothing is known by {" + word + "}");
        return;
      }
      if (variable.mayLack() && !bar) {
        check.add(
            field,
            "NO_FALLBACK",
            "не у всех это есть; допишите через черту, что сказать тогда: {" + word + "|…}",
            "not everybody has it; say behind a bar what to write then: {" + word + "|…}");
        return;
      }
    }
  }

  /** For those of the merchant's members who are asked for. */
  public Map<Long, String> texts(
      Connection c, long merchantId, String text, Collection<Long> members, Facts facts)
      throws SQLException {
    Map<Long, String> texts = new HashMap<>();
    if (!differs(text)) {
      members.forEach(member -> texts.put(member, text));
      return texts;
    }
    People people = people(c, merchantId, members);
    people.all.keySet().forEach(member -> texts.put(member, people.say(text, member, facts)));
    return texts;
  }

  /** Members as they are now. */
  public People people(Connection c, long merchantId, Collection<Long> members)
      throws SQLException {
    Map<Long, BalanceView> balances = accounts.balances(c, merchantId, members, clock.instant());
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
    return new People(people, zones.apply(merchantId));
  }

  /** A piece of a text as it is said to somebody. */
  public record Part(Kind kind, String text) {
    /** Where it comes from. */
    public enum Kind {
      /** It is everybody's. */
      WORDS,
      /** It is the member's own. */
      OWN,
      /** The member has nothing of the kind: what stands behind the bar. */
      INSTEAD
    }
  }

  /** Those whom texts mention. */
  public static final class People {
    private final Map<Long, Person> all;
    private final ZoneId zone;

    private People(Map<Long, Person> all, ZoneId zone) {
      this.all = all;
      this.zone = zone;
    }

    /** How a member is called; empty: there is none, or nobody said. */
    public String name(long member) {
      Person person = all.get(member);
      return person == null ? "" : person.name;
    }

    /** The language that a member reads. */
    public Lang lang(long member) {
      Person person = all.get(member);
      return person == null ? Lang.RU : person.lang;
    }

    /** The text for one of them; as it is for somebody who is not. */
    public String say(String text, long member, Facts facts) {
      return parts(text, member, facts).stream().map(Part::text).collect(Collectors.joining());
    }

    /** The same in pieces that say where each comes from. */
    public List<Part> parts(String text, long member, Facts facts) {
      Person person = all.get(member);
      if (person == null) {
        return List.of(new Part(Part.Kind.WORDS, text));
      }
      List<Part> parts = new ArrayList<>();
      Matcher m = BRACES.matcher(text);
      int from = 0;
      while (m.find()) {
        Variable variable = Variable.of(m.group(1));
        if (variable != null) {
          add(parts, Part.Kind.WORDS, text.substring(from, m.start()));
          String value = value(variable, person, facts);
          if (value.isEmpty()) {
            add(parts, Part.Kind.INSTEAD, m.group(2) == null ? "" : m.group(2));
          } else {
            add(parts, Part.Kind.OWN, value);
          }
          from = m.end();
        }
      }
      add(parts, Part.Kind.WORDS, text.substring(from));
      return parts;
    }

    private static void add(List<Part> parts, Part.Kind kind, String text) {
      if (!text.isEmpty()) {
        parts.add(new Part(kind, text));
      }
    }

    private String value(Variable variable, Person person, Facts facts) {
      BalanceView.Burns burns = person.balance.burns();
      return switch (variable) {
        case NAME -> firstName(person.name);
        case BALANCE -> CardAmounts.text(person.balance.available(), person.lang);
        case BURN ->
            amount(
                facts.burns() != null ? facts.burns() : burns == null ? 0L : burns.amount(),
                person);
        case BURN_DATE -> burns == null ? "" : day(burns.at(), person);
        case EARNED -> amount(facts.earned(), person);
        case SPENT -> amount(facts.spent(), person);
        case DATE -> day(facts.at(), person);
        case DAYS -> facts.days() == null ? "" : Integer.toString(facts.days());
        case TIER -> tier(facts.tier(), person);
        case GIFT -> amount(facts.gift(), person);
        case GIFT_UNTIL -> day(facts.giftUntil(), person);
      };
    }

    private static String amount(@Nullable Long minor, Person person) {
      return CardAmounts.text(minor == null ? 0 : minor, person.lang);
    }

    private String day(@Nullable Instant at, Person person) {
      return at == null ? "" : CardAmounts.day(at, zone, person.lang);
    }

    private static String tier(@Nullable LocalText tier, Person person) {
      return tier == null ? "" : tier.in(person.lang);
    }

    /** People write their first name first; a list from elsewhere may not. */
    private static String firstName(String name) {
      int space = name.indexOf(' ');
      return space < 0 ? name : name.substring(0, space);
    }
  }
}
