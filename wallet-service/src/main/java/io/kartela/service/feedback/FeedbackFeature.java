package io.kartela.service.feedback;

import io.kartela.ledger.postgres.RoundTrip;
import io.kartela.push.mail.MailSender;
import io.kartela.service.message.delivery.DeliveryListener;
import io.kartela.service.message.dispatch.Source;
import io.kartela.service.platform.House;
import io.kartela.service.platform.http.Routes;
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
import java.util.List;
import java.util.Optional;

/** Reviews as the rest of the service sees them. Thread-safe. */
public final class FeedbackFeature {
  /** By which results of deliveries are known to be ours. */
  public static final String WORD = ReviewDeliveries.WORD;

  /** How many rows are forgotten at once. */
  public static final int BATCH = 5_000;

  private static final Duration KEEP = Duration.ofDays(180);

  private final House house;
  private final Merchants merchants;
  private final Asking asking;
  private final BadNews badNews;

  /**
   * @param mail by whom owners are told; empty: nobody carries letters
   */
  public FeedbackFeature(House house, Merchants merchants, Optional<MailSender> mail) {
    this.house = house;
    this.merchants = merchants;
    this.asking = new Asking(house, merchants);
    this.badNews = new BadNews(house, merchants, mail);
  }

  /** Says whether words for a card are still meant, and what became of them. */
  public static DeliveryListener listener(InstantSource clock) {
    return new ReviewDeliveries(clock);
  }

  /** What is said where no card is held. */
  public static Source source() {
    return new ReviewTexts();
  }

  public List<Routes> routes(Sessions sessions, Audit audit) {
    return List.of(
        new PublicReviewRoutes(new Rating(house, merchants), house.clock()),
        new ReviewRoutes(house, sessions, new ReviewDesk(house, merchants, audit)),
        new ReviewSettingsRoutes(house, sessions, audit),
        new ReviewReportRoutes(house, sessions, merchants));
  }

  /** Asks whoever is to be asked now, and tells owners of bad answers. */
  public void run(long merchantId) {
    asking.run(merchantId);
    badNews.run(merchantId);
  }

  /** Two records of one person: what one said, the other said. */
  public static void handOver(RoundTrip trip, long merchantId, long from, long into) {
    trip.update(
        "UPDATE kartela.review SET member_id = ? WHERE merchant_id = ? AND member_id = ?",
        p -> p.set(into).set(merchantId).set(from));
    trip.update(
        "UPDATE kartela.review_message SET member_id = ? WHERE merchant_id = ? AND member_id = ?",
        p -> p.set(into).set(merchantId).set(from));
  }

  /** Forgets purchases that nobody was asked about, at most a batch; how many. */
  public static int cleanUp(Connection c, long merchantId, Instant now) throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            """
            DELETE FROM kartela.review_message WHERE merchant_id = ? AND message_id IN
                (SELECT message_id FROM kartela.review_message WHERE merchant_id = ? AND at < ? AND kind = 'ASK'
                    AND outcome = 'SKIPPED' AND reason <> 'EXPIRED' AND token_hash IS NULL ORDER BY at LIMIT ?)
            """)) {
      s.setLong(1, merchantId);
      s.setLong(2, merchantId);
      s.setTimestamp(3, Timestamp.from(now.minus(KEEP)));
      s.setInt(4, BATCH);
      return s.executeUpdate();
    }
  }
}
