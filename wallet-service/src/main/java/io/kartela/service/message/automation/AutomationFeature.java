package io.kartela.service.message.automation;

import io.kartela.service.account.Accounts;
import io.kartela.service.member.segment.Audiences;
import io.kartela.service.message.delivery.DeliveryListener;
import io.kartela.service.message.dispatch.Source;
import io.kartela.service.message.words.Personal;
import io.kartela.service.platform.House;
import io.kartela.service.platform.http.Routes;
import io.kartela.service.program.Programs;
import io.kartela.service.shop.audit.Audit;
import io.kartela.service.shop.merchant.Merchants;
import io.kartela.service.shop.staff.Sessions;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Automations as the rest of the service sees them. */
public final class AutomationFeature {
  /** How payloads of the outbox name an automation's message. */
  public static final String WORD = Deliveries.WORD;

  public static final int BATCH = 5_000;

  /** Longer than anybody looks back for changes of tiers. */
  private static final Duration KEEP = Duration.ofDays(31);

  private final House house;
  private final Automations automations;
  private final Deciding deciding;
  private final Audiences audiences;
  private final Personal personal;
  private final Merchants merchants;
  private final Programs programs;

  public AutomationFeature(
      House house, Accounts accounts, Audiences audiences, Merchants merchants, Programs programs) {
    this.house = house;
    this.audiences = audiences;
    this.merchants = merchants;
    this.programs = programs;
    this.personal = personal(accounts, merchants, house.clock());
    this.deciding = new Deciding(house.ids(), personal, audiences);
    this.automations =
        new Automations(
            house.database(), deciding, merchants, programs, house.clock(), house.wake());
  }

  private static Personal personal(Accounts accounts, Merchants merchants, InstantSource clock) {
    return new Personal(accounts, merchantId -> merchants.get(merchantId).zone(), clock);
  }

  /** Decides what happened to a merchant's members since the last time; may run anywhere, twice. */
  public void run(long merchantId) {
    automations.run(merchantId);
  }

  public Routes routes(Sessions sessions, Audit audit) {
    return new AutomationRoutes(
        sessions,
        house.database(),
        new AutomationDesk(house.database(), house.ids(), audit, house.clock()),
        new DryRun(deciding, personal, merchants, programs, house.clock()),
        new Replay(audiences, merchants, house.clock()));
  }

  /** Says whether words for a card are still meant, and what became of them. */
  public static DeliveryListener listener(InstantSource clock) {
    return new Deliveries(clock);
  }

  /** What is said where no card is held. */
  public static Source source(Accounts accounts, Merchants merchants, InstantSource clock) {
    return new Texts(personal(accounts, merchants, clock), clock);
  }

  /** Whether an automation is for this segment: it may be changed then, but not deleted. */
  public static boolean names(Connection c, long merchantId, long segmentId) throws SQLException {
    return AutomationStore.names(c, merchantId, segmentId);
  }

  /** Forgets old changes of tiers, at most a batch; how many. */
  public static int cleanUp(Connection c, long merchantId, Instant now) throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            """
            DELETE FROM kartela.tier_change WHERE merchant_id = ? AND (at, member_id) IN
                (SELECT at, member_id FROM kartela.tier_change WHERE merchant_id = ? AND at < ? ORDER BY at LIMIT ?)
            """)) {
      s.setLong(1, merchantId);
      s.setLong(2, merchantId);
      s.setTimestamp(3, Timestamp.from(now.minus(KEEP)));
      s.setInt(4, BATCH);
      return s.executeUpdate();
    }
  }
}
