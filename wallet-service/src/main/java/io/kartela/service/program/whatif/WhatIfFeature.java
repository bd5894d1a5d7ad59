package io.kartela.service.program.whatif;

import io.kartela.service.platform.House;
import io.kartela.service.platform.http.Routes;
import io.kartela.service.program.Drafts;
import io.kartela.service.program.Programs;
import io.kartela.service.shop.staff.Sessions;

/** "What if" as the rest of the service sees it: routes, and a worker to start and stop. */
public final class WhatIfFeature implements AutoCloseable {
  private final WhatIfWorker worker;
  private final WhatIfRoutes routes;

  public WhatIfFeature(House house, Programs programs, Drafts drafts, Sessions sessions) {
    WhatIfs whatIfs = new WhatIfs(house.database(), house.clock());
    this.worker = new WhatIfWorker(house, programs, whatIfs, WhatIfWorker.Settings.usual());
    this.routes =
        new WhatIfRoutes(
            sessions, programs, drafts, whatIfs, house.ids(), house.clock(), worker::wake);
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
