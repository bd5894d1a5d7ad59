package io.kartela.service.report;

import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.kartela.ledger.postgres.BurnForecast;
import io.kartela.ledger.postgres.Liability;
import io.kartela.service.account.Accounts;
import io.kartela.service.platform.db.Database;
import io.kartela.service.platform.http.Http;
import io.kartela.service.platform.http.Routes;
import io.kartela.service.shop.merchant.Merchants;
import io.kartela.service.shop.staff.Action;
import io.kartela.service.shop.staff.Sessions;
import io.kartela.service.shop.staff.StaffPrincipal;
import java.sql.Connection;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What the merchant owes its members in bonuses, and on which days it burns. */
public final class LiabilityRoutes implements Routes {
  private final Sessions sessions;
  private final Database database;
  private final Merchants merchants;
  private final Accounts accounts;
  private final InstantSource clock;

  /**
   * What burns at the end of a day.
   *
   * @param lastDay the last day on which it can be spent
   */
  private record Burn(LocalDate lastDay, long amount) {}

  private record LiabilityView(
      Instant at,
      long active,
      long pending,
      long held,
      long debt,
      long members,
      long burning,
      List<Burn> burns) {}

  public LiabilityRoutes(
      Sessions sessions,
      Database database,
      Merchants merchants,
      Accounts accounts,
      InstantSource clock) {
    this.sessions = sessions;
    this.database = database;
    this.merchants = merchants;
    this.accounts = accounts;
    this.clock = clock;
  }

  @Override
  public void add(HttpRouting.Builder routing) {
    routing.get("/api/v1/reports/liability", this::liability);
  }

  private void liability(ServerRequest req, ServerResponse res) {
    StaffPrincipal staff = sessions.require(req, Action.REPORTS);
    int days = Http.query(req, "days", 30, 1, 366);
    long merchantId = staff.merchantId();
    Http.send(res, 200, database.inTenant(merchantId, c -> view(c, merchantId, days)));
  }

  private LiabilityView view(Connection c, long merchantId, int days) {
    ZoneId zone = merchants.get(merchantId).zone();
    Instant now = clock.instant();
    Instant until = now.atZone(zone).toLocalDate().plusDays(days).atStartOfDay(zone).toInstant();
    Liability owed = accounts.liability(c, merchantId, now);
    Map<LocalDate, Long> byDay = new TreeMap<>();
    for (BurnForecast burn : accounts.forecast(c, merchantId, now, until)) {
      byDay.merge(burn.at().minusNanos(1).atZone(zone).toLocalDate(), burn.amount(), Long::sum);
    }
    return new LiabilityView(
        now,
        owed.active(),
        owed.pending(),
        owed.held(),
        owed.debt(),
        owed.accounts(),
        byDay.values().stream().mapToLong(Long::longValue).sum(),
        byDay.entrySet().stream().map(e -> new Burn(e.getKey(), e.getValue())).toList());
  }
}
