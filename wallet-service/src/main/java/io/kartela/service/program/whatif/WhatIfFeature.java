package io.kartela.service.program.whatif;

import io.kartela.service.platform.db.Database;
import io.kartela.service.platform.db.Ids;
import io.kartela.service.platform.http.Routes;
import io.kartela.service.program.Drafts;
import io.kartela.service.program.Programs;
import io.kartela.service.shop.staff.Sessions;
import java.time.InstantSource;

/** "What if" as the rest of the service sees it: routes, and a worker to start and stop. */
public final class WhatIfFeature implements AutoCloseable {
  private final WhatIfWorker worker;
  private final WhatIfRoutes routes;

  public WhatIfFeature(
      Database database,
      Ids ids,
      Programs programs,
      Drafts drafts,
      Sessions sessions,
      InstantSource clock) {
    WhatIfs whatIfs = new WhatIfs(database, clock);
    this.worker =
        new WhatIfWorker(database, programs, whatIfs, clock, WhatIfWorker.Settings.usual());
    this.routes = new WhatIfRoutes(sessions, programs, drafts, whatIfs, ids, clock, worker::wake);
  }

  public Routes routes() {
    return routes;
  }

  public void start() {
    worker.start();
  }

  @Override
  public void close() {
    worker.close();
  }
}
