package io.kartela.service.member.segment;

import io.kartela.service.platform.db.Database;
import io.kartela.service.platform.db.Ids;
import io.kartela.service.platform.http.Routes;
import io.kartela.service.program.Programs;
import io.kartela.service.shop.audit.Audit;
import io.kartela.service.shop.merchant.Merchants;
import io.kartela.service.shop.staff.Sessions;
import io.kartela.service.shop.store.Stores;
import java.time.InstantSource;

/** Segments as the rest of the service sees them. */
public final class SegmentFeature {
  private SegmentFeature() {}

  public static Audiences audiences(
      Programs programs, Stores stores, Merchants merchants, InstantSource clock) {
    return new Audiences(programs, stores, merchants, clock);
  }

  /**
   * Their routes.
   *
   * @param use what keeps a segment from being changed
   */
  public static Routes routes(
      Database database,
      Ids ids,
      Sessions sessions,
      Audit audit,
      InstantSource clock,
      Audiences audiences,
      SegmentUse use) {
    return new SegmentRoutes(
        sessions, new Segments(database, ids, audit, clock, use), audiences, database);
  }

  /** Reports of how members buy. */
  public static Routes reports(Database database, Sessions sessions) {
    return new RfmRoutes(sessions, database);
  }
}
