package io.kartela.service.program;

import io.kartela.service.platform.db.Database;
import io.kartela.service.platform.http.Routes;
import io.kartela.service.shop.staff.Sessions;
import java.util.List;

/** Programs as the rest of the service sees them: the history and the drafts. Thread-safe. */
public final class ProgramFeature {
  private final List<Routes> routes;

  public ProgramFeature(Database database, Programs programs, Drafts drafts, Sessions sessions) {
    this.routes =
        List.of(
            new ProgramRoutes(sessions, programs),
            new DraftRoutes(sessions, drafts, programs, database));
  }

  public List<Routes> routes() {
    return routes;
  }
}
