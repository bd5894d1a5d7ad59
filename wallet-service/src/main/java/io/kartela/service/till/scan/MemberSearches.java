package io.kartela.service.till.scan;

import io.kartela.service.member.standing.MemberRef;
import io.kartela.service.member.standing.Members;
import io.kartela.service.platform.House;
import io.kartela.service.platform.db.Database;
import io.kartela.service.platform.db.Ids;
import io.kartela.service.platform.db.NamedLock;
import io.kartela.service.platform.http.Problem;
import io.kartela.service.platform.http.ProblemCode;
import io.kartela.service.program.Programs;
import io.kartela.service.program.Published;
import io.kartela.service.program.TierView;
import io.kartela.service.shop.audit.Audit;
import io.kartela.service.shop.store.CashierRef;
import io.kartela.service.shop.store.RegisterPrincipal;
import io.kartela.service.shop.store.TillSettings;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A cashier finds a member by name and the end of the phone, and sees of at most five no more than
 * it takes to ask which of them it is. A till neither pages through the members nor learns their
 * numbers: how often it searches is limited on all nodes together. Thread-safe.
 */
final class MemberSearches {
  static final int MOST = 5;
  static final Duration WINDOW = Duration.ofMinutes(10);

  /** So many that fit are looked at for the five that fit best. */
  private static final int LOOKED_AT = 200;

  /** Among so many of the newest a name that many have is met often enough. */
  private static final int NEWEST = 5_000;

  private static final int MANY = 20;

  private final Database database;
  private final Ids ids;
  private final Programs programs;
  private final Audit audit;
  private final InstantSource clock;
  private final Members members = new Members();

  /**
   * @param more whether others fit as well
   */
  record FoundMembers(String searchId, List<FoundMember> items, boolean more) {}

  /**
   * @param item by which it is chosen
   */
  record FoundMember(int item, String name, String phoneMasked, TierView tier) {}

  private sealed interface Said {
    record Found(FoundMembers found) implements Said {}

    record No(Problem problem) implements Said {}
  }

  MemberSearches(House house, Programs programs, Audit audit) {
    this.database = house.database();
    this.ids = house.ids();
    this.clock = house.clock();
    this.programs = programs;
    this.audit = audit;
  }

  FoundMembers find(RegisterPrincipal register, TillSettings settings, MemberQuery query) {
    Said said = database.inTenant(register.merchantId(), c -> find(c, register, settings, query));
    return switch (said) {
      case Said.Found(FoundMembers found) -> found;
      case Said.No(Problem problem) -> throw problem;
    };
  }

  private Said find(
      Connection c, RegisterPrincipal register, TillSettings settings, MemberQuery query)
      throws SQLException {
    Instant now = clock.instant();
    long id = ids.next();
    Optional<Problem> tooOften = counted(c, register, settings, now);
    if (tooOften.isPresent()) {
      insert(c, register, id, now, null);
      return new Said.No(tooOften.get());
    }
    Set<Long> fit = fit(c, register.merchantId(), query);
    List<MemberRef> active =
        members.all(c, register.merchantId(), fit).stream()
            .filter(m -> !m.blocked())
            .sorted(query.order())
            .toList();
    List<MemberRef> shown = active.subList(0, Math.min(MOST, active.size()));
    insert(c, register, id, now, shown.stream().map(MemberRef::id).toList());
    Published program = programs.current(register.merchantId());
    List<FoundMember> items = new ArrayList<>();
    for (MemberRef m : shown) {
      items.add(
          new FoundMember(
              items.size() + 1,
              MemberQuery.shortened(m.name()),
              MemberQuery.ending(m.phone()),
              program.tier(m.standing().tier())));
    }
    return new Said.Found(new FoundMembers(Long.toString(id), items, active.size() > shown.size()));
  }

  /** Looked up by an index, unless so many fit that the newest of them do: more has to be typed. */
  private static Set<Long> fit(Connection c, long merchantId, MemberQuery query)
      throws SQLException {
    if (query.digits().isEmpty()) {
      Set<Long> newest = query.search().findNewest(c, merchantId, NEWEST, LOOKED_AT);
      if (newest.size() >= MANY) {
        return newest;
      }
    }
    return query.search().find(c, merchantId, null, LOOKED_AT);
  }

  /** Counts by register and by cashier, who may go from one to the next. */
  private Optional<Problem> counted(
      Connection c, RegisterPrincipal register, TillSettings settings, Instant now)
      throws SQLException {
    NamedLock.alone(c, "member-search " + register.merchantId() + " " + register.registerId());
    CashierRef cashier = register.cashier();
    if (cashier != null) {
      NamedLock.alone(c, "member-search " + register.merchantId() + " by " + cashier.id());
    }
    int most = settings.searchesPerTenMinutes();
    Instant free = freeAt(c, register, "register_id", register.registerId(), most, now);
    if (free == null && cashier != null) {
      free = freeAt(c, register, "cashier_id", cashier.id(), most, now);
    }
    if (free == null) {
      return Optional.empty();
    }
    tellOnce(c, register, now);
    return Optional.of(
        Problem.retryAfter(
            ProblemCode.MEMBER_SEARCH_LIMIT,
            Math.max(1, Duration.between(now, free).toSeconds() + 1)));
  }

  /** When another search is free; null: now. */
  private static @Nullable Instant freeAt(
      Connection c, RegisterPrincipal register, String whose, long id, int most, Instant now)
      throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            "SELECT at FROM kartela.member_search WHERE merchant_id = ? AND "
                + whose
                + " = ? AND at > ? AND members IS NOT NULL ORDER BY at DESC OFFSET ? LIMIT 1")) {
      s.setLong(1, register.merchantId());
      s.setLong(2, id);
      s.setTimestamp(3, Timestamp.from(now.minus(WINDOW)));
      s.setInt(4, most - 1);
      try (ResultSet r = s.executeQuery()) {
        return r.next() ? r.getTimestamp(1).toInstant().plus(WINDOW) : null;
      }
    }
  }

  /** The owner reads of it, once in those minutes. */
  private void tellOnce(Connection c, RegisterPrincipal register, Instant now) throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            "SELECT EXISTS (SELECT FROM kartela.member_search WHERE merchant_id = ? AND"
                + " register_id = ? AND at > ? AND members IS NULL)")) {
      s.setLong(1, register.merchantId());
      s.setLong(2, register.registerId());
      s.setTimestamp(3, Timestamp.from(now.minus(WINDOW)));
      try (ResultSet r = s.executeQuery()) {
        r.next();
        if (r.getBoolean(1)) {
          return;
        }
      }
    }
    CashierRef cashier = register.cashier();
    audit.record(
        c,
        register.merchantId(),
        cashier == null ? register.registerName() : cashier.name(),
        "MEMBER_SEARCH_LIMITED",
        "register:" + register.registerId(),
        Map.of("register", register.registerName(), "store", register.storeName()));
  }

  private static void insert(
      Connection c, RegisterPrincipal register, long id, Instant now, @Nullable List<Long> shown)
      throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            """
            INSERT INTO kartela.member_search (merchant_id, search_id, at, register_id, cashier_id, members)
            VALUES (?, ?, ?, ?, ?, ?)
            """)) {
      s.setLong(1, register.merchantId());
      s.setLong(2, id);
      s.setTimestamp(3, Timestamp.from(now));
      s.setLong(4, register.registerId());
      s.setObject(5, register.cashierId(), Types.BIGINT);
      s.setArray(6, shown == null ? null : c.createArrayOf("bigint", shown.toArray()));
      s.executeUpdate();
    }
  }

  /** One of those that this register was shown a moment ago. */
  MemberRef chosen(Connection c, RegisterPrincipal register, long searchId, int item, Instant now)
      throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            """
            SELECT members FROM kartela.member_search
            WHERE merchant_id = ? AND search_id = ? AND register_id = ? AND at > ? AND members IS NOT NULL
            """)) {
      s.setLong(1, register.merchantId());
      s.setLong(2, searchId);
      s.setLong(3, register.registerId());
      s.setTimestamp(4, Timestamp.from(now.minus(WINDOW)));
      try (ResultSet r = s.executeQuery()) {
        if (!r.next()) {
          throw new Problem(ProblemCode.MEMBER_SEARCH_OVER);
        }
        Array shown = r.getArray(1);
        Long[] found = (Long[]) shown.getArray();
        if (item < 1 || item > found.length) {
          throw new Problem(ProblemCode.MEMBER_SEARCH_OVER);
        }
        return members
            .find(c, register.merchantId(), found[item - 1])
            .orElseThrow(() -> new Problem(ProblemCode.MEMBER_SEARCH_OVER));
      }
    }
  }
}
