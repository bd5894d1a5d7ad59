package io.kartela.service.member.bulk;

import io.kartela.service.member.profile.MemberChoice;
import io.kartela.service.member.segment.Audiences;
import io.kartela.service.platform.House;
import io.kartela.service.platform.http.Routes;
import io.kartela.service.shop.audit.Audit;
import io.kartela.service.shop.merchant.Merchants;
import io.kartela.service.shop.staff.Sessions;

/** Jobs over many members as the rest of the service sees them. */
public final class BulkFeature implements AutoCloseable {
  private final BulkWorker worker;
  private final Routes routes;

  public BulkFeature(
      House house, Sessions sessions, Merchants merchants, Audit audit, Audiences audiences) {
    this.worker = new BulkWorker(house);
    this.routes =
        new BulkRoutes(
            sessions,
            merchants,
            new Bulks(house, audit),
            new MemberChoice(audiences),
            house.clock(),
            worker::wake);
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
