package io.kartela.service.member.bulk;

import io.kartela.service.member.profile.MemberChoice;
import io.kartela.service.member.segment.Audiences;
import io.kartela.service.platform.House;
import io.kartela.service.platform.db.Database;
import io.kartela.service.platform.http.Routes;
import io.kartela.service.shop.audit.Audit;
import io.kartela.service.shop.merchant.Merchants;
import io.kartela.service.shop.staff.Sessions;
import java.time.Duration;
import java.time.Instant;

/** Jobs over many members as the rest of the service sees them. */
public final class BulkFeature implements AutoCloseable {
  private static final Duration KEPT = Duration.ofDays(180);

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

  /** Forgets jobs half a year after their end; until then they can be undone. */
  public static void forgetOld(Database database, long merchantId, Instant now) {
    boolean more;
    do {
      more = database.inTenant(merchantId, c -> BulkStore.forget(c, merchantId, now.minus(KEPT)));
    } while (more);
  }

  public void start() {
    worker.start();
  }

  @Override
  public void close() {
    worker.close();
  }
}
