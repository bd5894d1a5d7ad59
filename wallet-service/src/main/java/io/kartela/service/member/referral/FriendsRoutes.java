package io.kartela.service.member.referral;

import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.kartela.service.platform.House;
import io.kartela.service.platform.db.Database;
import io.kartela.service.platform.http.Http;
import io.kartela.service.platform.http.Routes;
import io.kartela.service.shop.merchant.Merchants;
import io.kartela.service.shop.staff.Action;
import io.kartela.service.shop.staff.Sessions;
import io.kartela.service.shop.staff.StaffPrincipal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/** What inviting friends brought, and what is worth a look among it. */
public final class FriendsRoutes implements Routes {
  /** For flags: older ones were looked at. */
  private static final Duration LOOK_BACK = Duration.ofDays(90);

  private final Database database;
  private final Sessions sessions;
  private final Merchants merchants;
  private final InstantSource clock;

  private record FlagList(List<FriendsFlags.Flag> items) {}

  private record ReportView(LocalDate from, LocalDate to, FriendsReport.Figures figures) {}

  public FriendsRoutes(House house, Sessions sessions, Merchants merchants) {
    this.database = house.database();
    this.clock = house.clock();
    this.sessions = sessions;
    this.merchants = merchants;
  }

  @Override
  public void add(HttpRouting.Builder routing) {
    routing.get("/api/v1/reports/friends", this::report);
    routing.get("/api/v1/reports/friends/flags", this::flags);
  }

  /** The last so many days, today included. */
  private void report(ServerRequest req, ServerResponse res) {
    StaffPrincipal staff = sessions.require(req, Action.REPORTS);
    int days = Http.query(req, "days", 30, 1, 366);
    ZoneId zone = merchants.get(staff.merchantId()).zone();
    LocalDate to = clock.instant().atZone(zone).toLocalDate();
    LocalDate from = to.minusDays(days - 1L);
    FriendsReport.Figures figures =
        database.inTenant(
            staff.merchantId(),
            c ->
                FriendsReport.of(
                    c,
                    staff.merchantId(),
                    from.atStartOfDay(zone).toInstant(),
                    to.plusDays(1).atStartOfDay(zone).toInstant()));
    Http.send(res, 200, new ReportView(from, to, figures));
  }

  private void flags(ServerRequest req, ServerResponse res) {
    StaffPrincipal staff = sessions.require(req, Action.FRIENDS_FLAGS);
    Instant since = clock.instant().minus(LOOK_BACK);
    Http.send(
        res,
        200,
        new FlagList(
            database.inTenant(
                staff.merchantId(), c -> FriendsFlags.of(c, staff.merchantId(), since))));
  }
}
