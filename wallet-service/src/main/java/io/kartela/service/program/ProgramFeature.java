package io.kartela.service.program;

import io.kartela.service.platform.House;
import io.kartela.service.platform.db.Database;
import io.kartela.service.platform.http.Routes;
import io.kartela.service.shop.audit.Audit;
import io.kartela.service.shop.staff.Sessions;
import java.util.List;

/** Programs as the rest of the service sees them: the history and the drafts. Thread-safe. */
public final class ProgramFeature {
  private final List<Routes> routes;

  public ProgramFeature(
      House house, Programs programs, Drafts drafts, Sessions sessions, Audit audit) {
    Database database = house.database();
    Publishing publishing = new Publishing(house, programs, drafts, audit);
    this.routes =
        List.of(
            new ProgramRoutes(sessions, programs),
            new DraftRoutes(sessions, drafts, programs, database),
            new PublishRoutes(sessions, publishing, programs),
            new TryRoutes(sessions, drafts, programs, database));
  }

  public List<Routes> routes() {
    return routes;
  }
}
