package io.kartela.service.campaign;

import io.kartela.service.audit.Audit;
import io.kartela.service.db.Database;
import io.kartela.service.db.Ids;
import io.kartela.service.db.Jpa;
import io.kartela.service.delivery.DeliveryResult;
import io.kartela.service.http.Routes;
import io.kartela.service.member.Members;
import io.kartela.service.program.Programs;
import io.kartela.service.staff.Sessions;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import tools.jackson.databind.JsonNode;

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
    Campaigns campaigns = new Campaigns(jpa, ids, members, audit, clock);
    this.sender = new CampaignSender(database, campaigns, members, wakeDelivery);
    this.routes = new CampaignRoutes(sessions, campaigns, sender, programs, database, members);
  }

  public void start() {
    sender.start();
  }

  public Routes routes() {
    return routes;
  }

  /**
   * Counts what became of a campaign's message; other changes of cards are none of its business. In
   * the transaction that removes the change from the outbox.
   */
  public static void delivered(Connection c, DeliveryResult result) throws SQLException {
    JsonNode campaign = result.payload().get("campaign");
    JsonNode seq = result.payload().get("seq");
    if (campaign == null || seq == null) {
      return;
    }
    CampaignResults.record(
        c,
        result.merchantId(),
        campaign.asLong(),
        seq.asInt(),
        result.outcome(),
        result.reason().isEmpty() ? null : result.reason());
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
