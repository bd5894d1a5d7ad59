package io.kartela.service.report;

import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.kartela.ledger.postgres.Liability;
import io.kartela.service.account.Accounts;
import io.kartela.service.platform.db.Database;
import io.kartela.service.platform.http.Http;
import io.kartela.service.platform.http.Routes;
import io.kartela.service.program.Programs;
import io.kartela.service.program.TierView;
import io.kartela.service.shop.merchant.Merchants;
import io.kartela.service.shop.staff.Action;
import io.kartela.service.shop.staff.Sessions;
import io.kartela.service.shop.staff.StaffPrincipal;
import io.kartela.service.wallet.pass.WalletCounts;
import io.kartela.service.wallet.pass.WalletHolders;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The cabinet's first page in figures. Reports read other features' tables and write none.
 *
 * <p>All figures are net of returns, each movement on its own day: a sale counts on the day of the
 * sale, what came back on the day of the return. So a return changes no day but its own, every day
 * equals the ledger's entries of that day, and days add up to the period. A return of the last that
 * was left of a receipt takes the receipt off the count; one of a part does not. A day on which
 * more came back than was sold is negative.
 */
public final class SummaryRoutes implements Routes {
  private static final int BURNS_SOON_DAYS = 30;

  private final Sessions sessions;
  private final Database database;
  private final Merchants merchants;
  private final Programs programs;
  private final Accounts accounts;
  private final WalletHolders holders = new WalletHolders();
  private final InstantSource clock;

  private record Day(LocalDate date, long receipts, long revenue, long earned, long spent) {}

  private record TierCount(TierView tier, long members) {}

  private record Summary(
      long members,
      long newMembers,
      long receipts,
      long revenue,
      long averageReceipt,
      long earned,
      long spent,
      long liability,
      long burnsSoon,
      int walletsApple,
      int walletsGoogle,
      List<TierCount> byTier,
      List<Day> days) {}

  public SummaryRoutes(
      Sessions sessions,
      Database database,
      Merchants merchants,
      Programs programs,
      Accounts accounts,
      InstantSource clock) {
    this.sessions = sessions;
    this.database = database;
    this.merchants = merchants;
    this.programs = programs;
    this.accounts = accounts;
    this.clock = clock;
  }

  @Override
  public void add(HttpRouting.Builder routing) {
    routing.get("/api/v1/reports/summary", this::summary);
  }

  private void summary(ServerRequest req, ServerResponse res) {
    StaffPrincipal staff = sessions.require(req, Action.REPORTS);
    int days = Http.query(req, "days", 30, 1, 366);
    long merchantId = staff.merchantId();
    Http.send(res, 200, database.inTenant(merchantId, c -> summary(c, merchantId, days)));
  }

  private Summary summary(Connection c, long merchantId, int dayCount) throws SQLException {
    ZoneId zone = merchants.get(merchantId).zone();
    Instant now = clock.instant();
    LocalDate first = now.atZone(zone).toLocalDate().minusDays(dayCount - 1L);
    Instant from = first.atStartOfDay(zone).toInstant();
    List<Day> days = days(c, merchantId, zone, from, first, dayCount);
    long receipts = days.stream().mapToLong(Day::receipts).sum();
    long revenue = days.stream().mapToLong(Day::revenue).sum();
    Liability liability = accounts.liability(c, merchantId, now);
    WalletCounts wallets = holders.totals(c, merchantId);
    List<TierCount> byTier = byTier(c, merchantId);
    return new Summary(
        byTier.stream().mapToLong(TierCount::members).sum(),
        newMembers(c, merchantId, from),
        receipts,
        revenue,
        average(revenue, receipts),
        days.stream().mapToLong(Day::earned).sum(),
        days.stream().mapToLong(Day::spent).sum(),
        liability.active() + liability.pending(),
        accounts.burning(c, merchantId, now, now.plus(BURNS_SOON_DAYS, ChronoUnit.DAYS)),
        wallets.apple(),
        wallets.google(),
        byTier,
        days);
  }

  /** Half a kopeck up. */
  static long average(long revenue, long receipts) {
    return receipts <= 0 ? 0 : Math.floorDiv(2 * revenue + receipts, 2 * receipts);
  }

  private static List<Day> days(
      Connection c, long merchantId, ZoneId zone, Instant from, LocalDate first, int count)
      throws SQLException {
    Map<LocalDate, Day> found = new HashMap<>();
    try (PreparedStatement s =
        c.prepareStatement(
            """
            SELECT day, sum(receipts)::bigint, sum(revenue)::bigint, sum(earned)::bigint, sum(spent)::bigint FROM (
                SELECT (at AT TIME ZONE ?)::date AS day, count(*) AS receipts, sum(net) AS revenue,
                    sum(earned) AS earned, sum(spent) AS spent
                FROM kartela.receipt WHERE merchant_id = ? AND at >= ? GROUP BY 1
                UNION ALL
                SELECT (at AT TIME ZONE ?)::date, -count(*) FILTER (WHERE completes), -sum(money),
                    -sum(earn_reversed - shortfall + recovered), -sum(bonuses_back)
                FROM kartela.receipt_return WHERE merchant_id = ? AND at >= ? GROUP BY 1) AS movements
            GROUP BY day
            """)) {
      for (int i = 1; i <= 4; i += 3) {
        s.setString(i, zone.getId());
        s.setLong(i + 1, merchantId);
        s.setTimestamp(i + 2, Timestamp.from(from));
      }
      try (ResultSet r = s.executeQuery()) {
        while (r.next()) {
          LocalDate date = r.getObject(1, LocalDate.class);
          found.put(date, new Day(date, r.getLong(2), r.getLong(3), r.getLong(4), r.getLong(5)));
        }
      }
    }
    List<Day> days = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      LocalDate date = first.plusDays(i);
      days.add(found.getOrDefault(date, new Day(date, 0, 0, 0, 0)));
    }
    return days;
  }

  private List<TierCount> byTier(Connection c, long merchantId) throws SQLException {
    Map<String, Long> counts = new HashMap<>();
    try (PreparedStatement s =
        c.prepareStatement(
            "SELECT tier, count(*) FROM kartela.member_list WHERE merchant_id = ? GROUP BY"
                + " tier")) {
      s.setLong(1, merchantId);
      try (ResultSet r = s.executeQuery()) {
        while (r.next()) {
          // A tier that is gone from the program counts where its members are shown: in the lowest.
          counts.merge(
              programs.current(merchantId).tier(r.getString(1)).id(), r.getLong(2), Long::sum);
        }
      }
    }
    return programs.current(merchantId).tiers().stream()
        .map(t -> new TierCount(t, counts.getOrDefault(t.id(), 0L)))
        .toList();
  }

  private static long newMembers(Connection c, long merchantId, Instant from) throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            "SELECT count(*) FROM kartela.member WHERE merchant_id = ? AND created_at >= ? AND"
                + " status <> 'MERGED'")) {
      s.setLong(1, merchantId);
      s.setTimestamp(2, Timestamp.from(from));
      try (ResultSet r = s.executeQuery()) {
        r.next();
        return r.getLong(1);
      }
    }
  }
}
