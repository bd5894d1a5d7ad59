package io.kartela.service.program;

import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.kartela.service.http.Http;
import io.kartela.service.http.LocalText;
import io.kartela.service.http.Routes;
import io.kartela.service.staff.Role;
import io.kartela.service.staff.Sessions;
import java.time.Instant;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** The program in the cabinet. */
public final class ProgramRoutes implements Routes {
  private final Sessions sessions;
  private final Programs programs;

  private record PublishedView(
      String version,
      int number,
      Instant publishedAt,
      LocalText name,
      List<TierView> tiers,
      JsonNode program) {}

  public ProgramRoutes(Sessions sessions, Programs programs) {
    this.sessions = sessions;
    this.programs = programs;
  }

  @Override
  public void add(HttpRouting.Builder routing) {
    routing.get("/api/v1/program", this::current);
  }

  private void current(ServerRequest req, ServerResponse res) {
    Published p = programs.current(sessions.require(req, Role.CASHIER).merchantId());
    Http.send(
        res,
        200,
        new PublishedView(
            p.contentId(),
            p.number(),
            p.publishedAt(),
            new LocalText(p.program().name().ru(), p.program().name().en()),
            p.tiers(),
            Http.JSON.readTree(p.document())));
  }
}
