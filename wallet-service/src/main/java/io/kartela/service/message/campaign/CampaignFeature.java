package io.kartela.service.message.campaign;

import io.kartela.service.member.standing.Members;
import io.kartela.service.message.delivery.DeliveryListener;
import io.kartela.service.platform.db.Database;
import io.kartela.service.platform.db.Ids;
import io.kartela.service.platform.db.Jpa;
import io.kartela.service.platform.http.Routes;
import io.kartela.service.platform.work.Troubles;
import io.kartela.service.program.Programs;
import io.kartela.service.shop.audit.Audit;
import io.kartela.service.shop.staff.Sessions;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;

/**
 * Campaigns as the rest of the service sees them: routes, a sender to start and stop, and results
 * to report.
 */
public final class CampaignFeature implements AutoCloseable {
  /** For JPA. */
  public static final Class<?> ENTITY = CampaignEntity.class;

  private final CampaignSender sender;
  private final CampaignRoutes routes;

  /**
   * @param wakeDelivery called when messages were put into the outbox
   */
  public CampaignFeature(
      Database database,
      Jpa jpa,
      Ids ids,
      Members members,
      Programs programs,
      Sessions sessions,
      Audit audit,
      InstantSource clock,
      Runnable wakeDelivery) {
    Campaigns campaigns = new Campaigns(jpa, ids, members, audit, clock, wakeDelivery);
    this.sender =
        new CampaignSender(database, campaigns, members, new Troubles(database), wakeDelivery);
    this.routes = new CampaignRoutes(sessions, campaigns, sender, programs, database, members);
  }

  public void start() {
    sender.start();
  }

  public Routes routes() {
    return routes;
  }

  /**
   * Says whether a campaign's text is still meant, and counts what became of it; other changes of
   * cards are none of its business.
   */
  public static DeliveryListener listener() {
    return new CampaignDeliveries();
  }

  /** Whether a text is a campaign's for everybody who has a card of this Google class. */
  public static boolean isEverybody(Connection c, long merchantId, String textId, String classId)
      throws SQLException {
    return ClassAudience.isEverybody(c, merchantId, textId, classId);
  }

  @Override
  public void close() {
    sender.close();
  }
}
