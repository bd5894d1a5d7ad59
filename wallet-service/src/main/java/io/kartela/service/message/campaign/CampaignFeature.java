package io.kartela.service.message.campaign;

import io.kartela.service.account.Accounts;
import io.kartela.service.member.segment.Audiences;
import io.kartela.service.member.segment.SegmentUse;
import io.kartela.service.message.channel.ChannelTrial;
import io.kartela.service.message.delivery.DeliveryListener;
import io.kartela.service.message.dispatch.Source;
import io.kartela.service.message.words.Personal;
import io.kartela.service.platform.House;
import io.kartela.service.platform.db.Jpa;
import io.kartela.service.platform.http.Routes;
import io.kartela.service.shop.audit.Audit;
import io.kartela.service.shop.merchant.Merchants;
import io.kartela.service.shop.staff.Sessions;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
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
  private final List<Routes> routes;

  public CampaignFeature(
      House house,
      Jpa jpa,
      Audiences audiences,
      Sessions sessions,
      Audit audit,
      Sayings saying,
      ChannelTrial trial) {
    Campaigns campaigns =
        new Campaigns(
            jpa, house.ids(), audiences, audit, house.clock(), saying.beside, house.wake());
    Merchants merchants = saying.merchants;
    WantedReader reader = new WantedReader(house.database(), audiences, merchants);
    this.sender =
        new CampaignSender(
            house.database(),
            campaigns,
            saying.beside,
            saying.personal,
            new Planner(house.database(), jpa, campaigns, reader, merchants, house.clock()),
            house.wake());
    this.routes =
        List.of(
            new CampaignRoutes(sessions, campaigns, sender, house.database(), audiences, reader),
            new DraftRoutes(
                sessions,
                new Drafts(house, jpa, campaigns, reader, merchants, audit),
                sender::wake),
            new PreviewRoutes(sessions, new Previews(house, saying, reader, trial, audit)));
  }

  public void start() {
    sender.start();
  }

  public Routes routes() {
    return routing -> routes.forEach(one -> one.add(routing));
  }

  /**
   * Says whether a campaign's text is still meant, and counts what became of it; other changes of
   * cards are none of its business.
   */
  public static DeliveryListener listener(Sayings saying) {
    return new CampaignDeliveries(saying.beside);
  }

  /** What is said where no card is held. */
  public static Source source(Sayings saying) {
    return new CampaignTexts(saying.personal);
  }

  /** How campaigns say what they say: of each member's own, and when and how often. */
  public static final class Sayings {
    final Personal personal;
    final Beside beside;
    private final Merchants merchants;

    public Sayings(Accounts accounts, Merchants merchants, InstantSource clock) {
      LongFunction<ZoneId> zones = merchantId -> merchants.get(merchantId).zone();
      this.merchants = merchants;
      this.personal = new Personal(accounts, zones, clock);
      this.beside = new Beside(zones, clock);
    }
  }

  /** A segment whose campaign is not over stays as it is: people see whom they write to. */
  public static SegmentUse segmentUse() {
    return Choice::stands;
  }

  /** Whether a planned campaign is for this segment: it may be changed then, but not deleted. */
  public static boolean plans(Connection c, long merchantId, long segmentId) throws SQLException {
    return DraftStore.plans(c, merchantId, segmentId);
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
