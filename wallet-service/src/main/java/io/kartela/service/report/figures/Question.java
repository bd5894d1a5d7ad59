package io.kartela.service.report.figures;

import io.kartela.service.member.segment.Audience;
import io.kartela.service.member.segment.Audiences;
import io.kartela.service.member.segment.MemberCondition;
import io.kartela.service.member.segment.Segments;
import io.kartela.service.platform.http.Http;
import io.kartela.service.platform.http.Problem;
import io.kartela.service.platform.http.ProblemCode;
import io.kartela.service.shop.merchant.Merchants;
import io.kartela.service.shop.staff.StaffPrincipal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is asked of the figures, as it stands in an address. */
final class Question {
  /** Five years. */
  private static final int MOST_DAYS = 1_830;

  private static final int MOST_DAYS_BY_DAY = 366;

  private final Merchants merchants;
  private final Audiences audiences;
  private final InstantSource clock;

  /**
   * What was asked.
   *
   * @param store null: all whom one may see
   * @param segment null: anybody
   */
  record Asked(
      Period period,
      Period.Step step,
      @Nullable Long store,
      @Nullable Long cashier,
      @Nullable String tier,
      @Nullable Long segment) {}

  /** An address's parameters. */
  interface Query {
    Optional<String> named(String name);
  }

  Question(Merchants merchants, Audiences audiences, InstantSource clock) {
    this.merchants = merchants;
    this.audiences = audiences;
    this.clock = clock;
  }

  /** Today, when no days are named; days to come are left out. */
  Asked read(Query query, StaffPrincipal staff) {
    LocalDate today = today(staff.merchantId());
    LocalDate to = day(query, "to", today);
    LocalDate from = day(query, "from", to.isAfter(today) ? today : to);
    if (to.isAfter(today)) {
      to = today;
    }
    if (from.isAfter(to) || from.plusDays(MOST_DAYS).isBefore(to)) {
      throw new Problem(ProblemCode.INVALID_PARAMETER, "from", "…" + to);
    }
    Period period = new Period(from, to);
    Period.Step step = step(query);
    if (step == Period.Step.DAY && period.length() > MOST_DAYS_BY_DAY) {
      throw new Problem(ProblemCode.INVALID_PARAMETER, "step", "week, month");
    }
    Long store = number(query, "store", ProblemCode.STORE_NOT_FOUND);
    if (store != null && !staff.reaches(store)) {
      throw new Problem(ProblemCode.STORE_NOT_FOUND);
    }
    return new Asked(
        period,
        step,
        store,
        number(query, "cashier", ProblemCode.CASHIER_NOT_FOUND),
        query.named("tier").orElse(null),
        number(query, "segment", ProblemCode.SEGMENT_NOT_FOUND));
  }

  /** A manager asks of his own stores. */
  Scope scope(Connection c, StaffPrincipal staff, Asked asked) throws SQLException {
    long merchantId = staff.merchantId();
    if (asked.store != null) {
      require(c, "kartela.store", "store_id", merchantId, asked.store, ProblemCode.STORE_NOT_FOUND);
    }
    if (asked.cashier != null) {
      require(
          c,
          "kartela.cashier",
          "cashier_id",
          merchantId,
          asked.cashier,
          ProblemCode.CASHIER_NOT_FOUND);
    }
    Set<Long> stores = null;
    if (asked.store != null) {
      stores = Set.of(asked.store);
    } else if (!staff.reaches(0)) {
      stores = new HashSet<>(staff.stores());
    }
    return new Scope(
        merchantId, zone(merchantId), stores, asked.cashier, members(c, merchantId, asked));
  }

  /** An id that is mistyped must not look as if nothing was sold. */
  private static void require(
      Connection c, String table, String column, long merchantId, long id, ProblemCode otherwise)
      throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            "SELECT FROM " + table + " WHERE merchant_id = ? AND " + column + " = ?")) {
      s.setLong(1, merchantId);
      s.setLong(2, id);
      try (ResultSet r = s.executeQuery()) {
        if (!r.next()) {
          throw new Problem(otherwise);
        }
      }
    }
  }

  private @Nullable Audience members(Connection c, long merchantId, Asked asked)
      throws SQLException {
    List<MemberCondition> both = new ArrayList<>();
    if (asked.tier != null) {
      if (!audiences.hasTier(merchantId, asked.tier)) {
        throw new Problem(ProblemCode.INVALID_PARAMETER, "tier", "GET /program");
      }
      both.add(new MemberCondition.InTier(Set.of(asked.tier)));
    }
    if (asked.segment != null) {
      both.add(Segments.held(c, merchantId, asked.segment));
    }
    if (both.isEmpty()) {
      return null;
    }
    Audiences.asBig(c);
    return audiences.of(
        merchantId, both.size() == 1 ? both.getFirst() : new MemberCondition.All(both));
  }

  ZoneId zone(long merchantId) {
    return merchants.get(merchantId).zone();
  }

  LocalDate today(long merchantId) {
    return clock.instant().atZone(zone(merchantId)).toLocalDate();
  }

  private static LocalDate day(Query query, String name, LocalDate byDefault) {
    try {
      LocalDate day = query.named(name).map(LocalDate::parse).orElse(byDefault);
      if (day.getYear() >= 2000 && day.getYear() < 2200) {
        return day;
      }
    } catch (DateTimeParseException e) {
      // answered below
    }
    throw new Problem(ProblemCode.INVALID_PARAMETER, name, "2026-12-31");
  }

  private static Period.Step step(Query query) {
    try {
      return Period.Step.valueOf(query.named("step").orElse("day").toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw new Problem(ProblemCode.INVALID_PARAMETER, "step", "day, week, month");
    }
  }

  private static @Nullable Long number(Query query, String name, ProblemCode notFound) {
    return query.named(name).map(id -> Http.id(id, notFound)).orElse(null);
  }
}
