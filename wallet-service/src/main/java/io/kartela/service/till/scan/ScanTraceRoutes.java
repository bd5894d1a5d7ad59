package io.kartela.service.till.scan;

import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.kartela.service.platform.House;
import io.kartela.service.platform.db.Database;
import io.kartela.service.platform.http.Http;
import io.kartela.service.platform.http.ProblemCode;
import io.kartela.service.platform.http.Routes;
import io.kartela.service.shop.staff.Action;
import io.kartela.service.shop.staff.Role;
import io.kartela.service.shop.staff.Sessions;
import io.kartela.service.shop.staff.StaffPrincipal;
import java.util.Set;

/** What was read at the registers, for the cabinet. */
public final class ScanTraceRoutes implements Routes {
  private final Database database;
  private final Sessions sessions;
  private final ScanTraces traces = new ScanTraces();

  public ScanTraceRoutes(House house, Sessions sessions) {
    this.database = house.database();
    this.sessions = sessions;
  }

  @Override
  public void add(HttpRouting.Builder routing) {
    routing.get("/api/v1/scans", this::list);
  }

  private void list(ServerRequest req, ServerResponse res) {
    StaffPrincipal staff = sessions.require(req, Action.SCANS_READ);
    ScanTraces.Query query =
        new ScanTraces.Query(
            Http.query(req, "memberId")
                .map(t -> Http.id(t, ProblemCode.MEMBER_NOT_FOUND))
                .orElse(null),
            Http.query(req, "registerId")
                .map(t -> Http.id(t, ProblemCode.REGISTER_NOT_FOUND))
                .orElse(null),
            staff.role() == Role.MANAGER ? Set.copyOf(staff.stores()) : null,
            ScanTraces.Place.of(Http.query(req, "cursor").orElse(null)),
            Http.limit(req));
    Http.send(
        res,
        200,
        database.inTenant(staff.merchantId(), c -> traces.page(c, staff.merchantId(), query)));
  }
}
