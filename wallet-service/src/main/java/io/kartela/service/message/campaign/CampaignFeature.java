package io.kartela.service.message.campaign;

import io.kartela.service.account.Accounts;
import io.kartela.service.member.segment.Audiences;
import io.kartela.service.member.segment.SegmentUse;
import io.kartela.service.message.delivery.DeliveryListener;
import io.kartela.service.message.dispatch.Source;
import io.kartela.service.message.words.Personal;
import io.kartela.service.platform.House;
import io.kartela.service.platform.db.Jpa;
import io.kartela.service.platform.http.Routes;
import io.kartela.service.shop.audit.Audit;
import io.kartela.service.shop.staff.Sessions;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.function.LongFunction;

/**
 * Campaigns as the rest of the service sees them: routes, a sender to start and stop, and results
 * to report.
 */
public final class CampaignFeature implements AutoCloseable {
  /** For JPA. */
  public static final Class<?> ENTITY = CampaignEntity.class;

  /** How payloads of the outbox name a campaign. */
  public static final String WORD = "campaign";

  private final CampaignSender sender;
  private final CampaignRoutes routes;

  public CampaignFeature(
      House house, Jpa jpa, Audiences audiences, Sessions sessions, Audit audit, Saying saying) {
    Campaigns campaigns =
        new Campaigns(
            jpa, house.ids(), audiences, audit, house.clock(), saying.beside, house.wake());
    this.sender =
        new CampaignSender(
            house.database(), campaigns, saying.beside, saying.personal, house.wake());
    this.routes = new CampaignRoutes(sessions, campaigns, sender, house.database(), audiences);
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
  public static DeliveryListener listener(Saying saying) {
    return new CampaignDeliveries(saying.beside);
  }

  /** What is said where no card is held. */
  public static Source source(Saying saying) {
    return new CampaignTexts(saying.personal);
  }

  /** How campaigns say what they say: of each member's own, and when and how often. */
  public static final class Saying {
    private final Personal personal;
    private final Beside beside;

    /**
     * @param zones a merchant's zone, known without a connection of one's own
     */
    public Saying(Accounts accounts, LongFunction<ZoneId> zones, InstantSource clock) {
      this.personal = new Personal(accounts, zones, clock);
      this.beside = new Beside(zones, clock);
    }
  }

  /** A segment whose campaign is not over stays as it is: people see whom they write to. */
  public static SegmentUse segmentUse() {
    return Choice::stands;
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
