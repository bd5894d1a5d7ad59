package io.kartela.service.feedback;

import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.kartela.service.platform.House;
import io.kartela.service.platform.http.Http;
import io.kartela.service.platform.http.Problem;
import io.kartela.service.platform.http.ProblemCode;
import io.kartela.service.platform.http.Routes;
import io.kartela.service.shop.merchant.Merchants;
import io.kartela.service.shop.staff.Action;
import io.kartela.service.shop.staff.Sessions;
import io.kartela.service.shop.staff.StaffPrincipal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;

/** NPS and counts of reviews by period, in the shop's days. */
final class ReviewReportRoutes implements Routes {
  private static final int USUAL_DAYS = 30;

  private final House house;
  private final Sessions sessions;
  private final Merchants merchants;

  ReviewReportRoutes(House house, Sessions sessions, Merchants merchants) {
    this.house = house;
    this.sessions = sessions;
    this.merchants = merchants;
  }

  @Override
  public void add(HttpRouting.Builder routing) {
    routing.get("/api/v1/reports/reviews", this::show);
  }

  private void show(ServerRequest req, ServerResponse res) {
    StaffPrincipal staff = sessions.require(req, Action.REVIEWS_READ);
    ZoneId zone = merchants.get(staff.merchantId()).zone();
    LocalDate today = LocalDate.ofInstant(house.clock().instant(), zone);
    LocalDate to = day(req, "to", today);
    LocalDate from = day(req, "from", to.minusDays(USUAL_DAYS - 1L));
    Instant begin = from.atStartOfDay(zone).toInstant();
    Instant end = to.plusDays(1).atStartOfDay(zone).toInstant();
    Http.send(
        res,
        200,
        house.database().inTenant(staff.merchantId(), c -> ReviewReport.of(c, staff, begin, end)));
  }

  private static LocalDate day(ServerRequest req, String name, LocalDate otherwise) {
    try {
      return Http.query(req, name)
          .map(LocalDate::parse)
          .filter(d -> d.getYear() > 1900 && d.getYear() < 10_000)
          .orElse(otherwise);
    } catch (DateTimeParseException e) {
      throw new Problem(ProblemCode.INVALID_PARAMETER, name, "2026-11-28");
    }
  }
}
