package io.kartela.service.member.segment;

import io.kartela.service.member.consent.Consents;
import io.kartela.service.platform.db.Database;
import io.kartela.service.platform.http.Problem;
import io.kartela.service.platform.http.ProblemCode;
import io.kartela.service.program.Programs;
import io.kartela.service.shop.merchant.Merchants;
import io.kartela.service.shop.store.Stores;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * From a condition to the members for whom it holds now: to use them, count them, show some, and
 * say of one why. Thread-safe; works on the caller's connection, inside a transaction that is
 * confined to the merchant.
 */
public final class Audiences {
  private final Programs programs;
  private final Stores stores;
  private final Merchants merchants;
  private final InstantSource clock;

  /**
   * What became of one fact of a condition for one member.
   *
   * @param at JSON pointer into the condition
   * @param found by its kind: {@code amount}, {@code count}, {@code key}, {@code day}, {@code at}
   *     or {@code yes}; empty: there is nothing
   */
  record Found(String at, String type, boolean holds, Map<String, Object> found) {}

  /**
   * Whether a condition holds for a member, fact by fact.
   *
   * @param id the member
   */
  record Why(String id, String name, String phone, boolean holds, List<Found> facts) {}

  Audiences(Programs programs, Stores stores, Merchants merchants, InstantSource clock) {
    this.programs = programs;
    this.stores = stores;
    this.merchants = merchants;
    this.clock = clock;
  }

  /**
   * Reads a condition as it comes in a request.
   *
   * @throws Problem CONDITION_INVALID with every mistake
   */
  public MemberCondition demand(long merchantId, JsonNode json) {
    return switch (ConditionJson.parse(
        json,
        tier -> hasTier(merchantId, tier),
        store -> stores.list(merchantId).stream().anyMatch(s -> s.id().equals(store)))) {
      case ConditionJson.Parsed.Good(MemberCondition condition) -> condition;
      case ConditionJson.Parsed.Bad(var problems) ->
          throw Problem.of(
              ProblemCode.CONDITION_INVALID,
              problems.stream()
                  .map(p -> new Problem.FieldError(p.pointer(), p.code(), p.ru(), p.en()))
                  .toList());
    };
  }

  public boolean hasTier(long merchantId, String tier) {
    return programs.current(merchantId).tiers().stream().anyMatch(t -> t.id().equals(tier));
  }

  /** The one spelling of a condition, to be kept. */
  public static String text(MemberCondition condition) {
    return ConditionJson.canonical(condition);
  }

  /** What {@link #text} was made of. */
  public static MemberCondition kept(String text) {
    return ConditionJson.kept(text);
  }

  /** For answers, with every default written out. */
  public static JsonNode tree(MemberCondition condition) {
    return ConditionJson.tree(condition);
  }

  /** The members for whom it holds as of now. */
  public Audience of(long merchantId, MemberCondition condition) {
    return new Audience(
        statement(merchantId, condition, null).members(),
        ids -> statement(merchantId, condition, ids).members());
  }

  private Statement statement(long merchantId, MemberCondition condition, Long @Nullable [] among) {
    return new Statement(
        condition,
        new MemberFigures(merchantId, merchants.get(merchantId).zone(), clock.instant(), among));
  }

  /**
   * A plan made for a condition's own values, with room for its tables; compiling it would take
   * longer than running it, and with helpers each of them would add up the same sums. A list that
   * somebody looks at takes no more than one processor from the tills.
   */
  public static void asBig(Connection c) throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            """
            SELECT set_config('plan_cache_mode', 'force_custom_plan', true), set_config('jit', 'off', true),
                set_config('work_mem', '64MB', true), set_config('max_parallel_workers_per_gather', '0', true)
            """)) {
      s.execute();
    }
  }

  /** Whether a member is in a segment now; in one that is gone nobody is. */
  public boolean has(Connection c, long merchantId, long segmentId, long memberId)
      throws SQLException {
    Optional<MemberCondition> condition = Segments.now(c, merchantId, segmentId);
    return condition.isPresent()
        && explain(c, merchantId, condition.get(), List.of(memberId)).stream().anyMatch(Why::holds);
  }

  /**
   * How many.
   *
   * @param children of them: too young to be advertised to
   * @param blocked of them, by the shop
   */
  record Size(long members, long children, long blocked) {}

  Size count(Connection c, long merchantId, MemberCondition condition) throws SQLException {
    asBig(c);
    Sql all = statement(merchantId, condition, null).members();
    Sql of =
        Sql.of(
            """
            SELECT count(*),
                count(*) FILTER (WHERE member_id IN (SELECT k.member_id FROM kartela.member k
                    WHERE k.merchant_id = ? AND k.birth_date > ? AND k.status = 'ACTIVE')),
                count(*) FILTER (WHERE member_id IN (SELECT k.member_id FROM kartela.member k
                    WHERE k.merchant_id = ? AND k.status = 'BLOCKED'))
            FROM (\
            """,
            merchantId,
            childrenBornAfter(merchantId),
            merchantId);
    Sql sql = of.then(all).in("", ") x");
    try (PreparedStatement s = c.prepareStatement(sql.text())) {
      int _ = sql.bind(s, 0);
      try (ResultSet r = s.executeQuery()) {
        r.next();
        return new Size(r.getLong(1), r.getLong(2), r.getLong(3));
      }
    }
  }

  /** Keeps what conditions look at and purchases do not write: by the clock, anywhere, twice. */
  public void follow(Database database, long merchantId) {
    Instant now = clock.instant();
    boolean all;
    do {
      all = database.inTenant(merchantId, c -> SoldGoods.follow(c, merchantId, now));
    } while (!all);
    ZoneId zone = merchants.get(merchantId).zone();
    boolean _ = database.inTenant(merchantId, c -> RfmScores.compute(c, merchantId, zone, now));
  }

  /**
   * Living members whom one of these ways leads to.
   *
   * @param offers only those who may be sent offers
   * @param ways CARD and names of channels; none: any way, known or not
   */
  public Audience reached(long merchantId, boolean offers, List<String> ways) {
    if (ways.isEmpty()) {
      return of(merchantId, offers ? new MemberCondition.Consent() : new MemberCondition.Always());
    }
    List<MemberCondition> any = new ArrayList<>();
    for (MemberCondition.Reachable.Way way : MemberCondition.Reachable.Way.values()) {
      if (ways.contains(way.name())) {
        any.add(offers ? new MemberCondition.Reachable(way) : service(way));
      }
    }
    return of(
        merchantId,
        any.isEmpty()
            ? new MemberCondition.Not(new MemberCondition.Always())
            : new MemberCondition.Any(any));
  }

  /** Without consent; whether a channel leads to somebody is only known of offers. */
  private static MemberCondition service(MemberCondition.Reachable.Way way) {
    return way == MemberCondition.Reachable.Way.CARD
        ? new MemberCondition.Wallet(MemberCondition.Wallet.Holds.ANY)
        : new MemberCondition.Always();
  }

  /** Members born after that day are children today. */
  public LocalDate childrenBornAfter(long merchantId) {
    return Consents.childrenBornAfter(clock.instant(), merchants.get(merchantId).zone());
  }

  /** Some of those for whom it holds: the same ones while somebody looks, and from everywhere. */
  List<Why> sample(Connection c, long merchantId, MemberCondition condition, int most)
      throws SQLException {
    asBig(c);
    Sql sql =
        statement(merchantId, condition, null)
            .members()
            .then(Sql.of(" ORDER BY hashint8(member_id), member_id LIMIT ?", most));
    List<Long> ids = new ArrayList<>();
    try (PreparedStatement s = c.prepareStatement(sql.text())) {
      int _ = sql.bind(s, 0);
      try (ResultSet r = s.executeQuery()) {
        while (r.next()) {
          ids.add(r.getLong(1));
        }
      }
    }
    return explain(c, merchantId, condition, ids);
  }

  /** Of each of these members, in their order; who is none any more is left out. */
  List<Why> explain(Connection c, long merchantId, MemberCondition condition, List<Long> ids)
      throws SQLException {
    Statement statement = statement(merchantId, condition, ids.toArray(Long[]::new));
    List<Sql> columns = new ArrayList<>();
    columns.add(statement.predicate());
    for (Statement.Placed p : statement.leaves()) {
      columns.add(p.leaf().test());
      columns.add(Sql.of(p.leaf().value()));
    }
    Sql figures = Sql.join(", ", columns).in("SELECT member_id, ", "").then(statement.everybody());
    Map<Long, Why> found = new HashMap<>();
    Map<Long, Person> people = people(c, merchantId, ids);
    try (PreparedStatement s = c.prepareStatement(figures.text())) {
      int _ = figures.bind(s, 0);
      try (ResultSet r = s.executeQuery()) {
        while (r.next()) {
          long id = r.getLong(1);
          Person person = people.get(id);
          if (person != null) {
            found.put(id, why(r, id, person, statement.leaves()));
          }
        }
      }
    }
    return ids.stream().filter(found::containsKey).map(found::get).toList();
  }

  private record Person(String name, String phone) {}

  private static Map<Long, Person> people(Connection c, long merchantId, List<Long> ids)
      throws SQLException {
    Map<Long, Person> people = new HashMap<>();
    try (PreparedStatement s =
        c.prepareStatement(
            "SELECT member_id, name, phone FROM kartela.member WHERE merchant_id = ? AND member_id"
                + " = ANY (?)")) {
      s.setLong(1, merchantId);
      s.setArray(2, c.createArrayOf("bigint", ids.toArray()));
      try (ResultSet r = s.executeQuery()) {
        while (r.next()) {
          people.put(r.getLong(1), new Person(r.getString(2), r.getString(3)));
        }
      }
    }
    return people;
  }

  private static Why why(ResultSet r, long id, Person person, List<Statement.Placed> leaves)
      throws SQLException {
    List<Found> facts = new ArrayList<>();
    int at = 3;
    for (Statement.Placed p : leaves) {
      boolean holds = r.getBoolean(at);
      facts.add(
          new Found(p.at(), ConditionJson.tag(p.fact()), holds, found(r, at + 1, p.leaf().kind())));
      at += 2;
    }
    return new Why(Long.toString(id), person.name, person.phone, r.getBoolean(2), facts);
  }

  private static Map<String, Object> found(ResultSet r, int at, Leaves.Kind kind)
      throws SQLException {
    Object value =
        switch (kind) {
          case AMOUNT, COUNT -> r.getLong(at);
          case KEY, TAGS -> r.getString(at);
          case DAY -> r.getObject(at, LocalDate.class);
          case AT -> r.getTimestamp(at) == null ? null : r.getTimestamp(at).toInstant();
          case YES -> r.getBoolean(at);
        };
    Map<String, Object> found = new LinkedHashMap<>();
    if (value != null && !r.wasNull()) {
      found.put(kind.name().toLowerCase(java.util.Locale.ROOT), value);
    }
    return found;
  }
}
