package io.kartela.service.platform.outbox;

import io.kartela.ledger.postgres.RoundTrip;
import io.kartela.service.platform.http.Http;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/**
 * Leaves word for the delivery worker, in the transaction that causes the side effect. Stateless.
 */
public final class Outbox {
  /** A member's card shows something else now. */
  public static final String PASS_CHANGED = "PASS_CHANGED";

  /**
   * The same for a new design, which every card gets at once: behind the changes of which somebody
   * stands at a till.
   */
  public static final String CARD_RESTYLED = "CARD_RESTYLED";

  /**
   * A text of a campaign for a card: in a lane of its own, so that no purchase waits behind
   * campaigns.
   */
  public static final String PASS_NEWS = "PASS_NEWS";

  /** One card at Google shows something else now. */
  public static final String GOOGLE_OBJECT = "GOOGLE_OBJECT";

  /** What becomes of {@link #PASS_NEWS} for cards at Google. */
  public static final String GOOGLE_NEWS = "GOOGLE_NEWS";

  private static final String INSERT =
      "INSERT INTO kartela.outbox (merchant_id, kind, member_id) VALUES (?, '%s', ?)";

  private static final String CHANGED = INSERT.formatted(PASS_CHANGED);
  private static final String CHANGED_BY_THE_CLOCK = INSERT.formatted(CARD_RESTYLED);

  private Outbox() {}

  /** A text for one member's card, with what the sender needs to recognise the result. */
  public record Message(long memberId, Map<String, Object> payload) {}

  public static void passChanged(RoundTrip trip, long merchantId, long memberId) {
    trip.update(CHANGED, p -> p.set(merchantId).set(memberId));
  }

  /**
   * The same for what a job changes for many at once, such as bonuses that burn at midnight: behind
   * the changes of which somebody stands at a till.
   */
  public static void passChangedByTheClock(RoundTrip trip, long merchantId, long memberId) {
    trip.update(CHANGED_BY_THE_CLOCK, p -> p.set(merchantId).set(memberId));
  }

  /**
   * A card ended: its phones are to fetch what is left of it. Other cards of the member are not
   * meant.
   */
  public static void passVoided(Connection c, long merchantId, long memberId, String serial)
      throws SQLException {
    messages(c, merchantId, List.of(new Message(memberId, Map.of("serial", serial))));
  }

  /** One device may hold an older copy of the card than there is: it is to ask. */
  public static void deviceMayBeBehind(
      Connection c, long merchantId, long memberId, String serial, String device)
      throws SQLException {
    messages(
        c, merchantId, List.of(new Message(memberId, Map.of("serial", serial, "device", device))));
  }

  /** A card at Google that nobody held is held again: it says what was true before. */
  public static void savedAgain(Connection c, long merchantId, long memberId, String serial)
      throws SQLException {
    add(
        c,
        GOOGLE_OBJECT,
        merchantId,
        List.of(new Message(memberId, Map.of("serial", serial, "report", false))));
  }

  private static void messages(Connection c, long merchantId, List<Message> messages)
      throws SQLException {
    add(c, PASS_CHANGED, merchantId, messages);
  }

  /** Texts of one campaign, by its number in {@code campaign}. */
  public static void news(Connection c, long merchantId, List<Message> messages)
      throws SQLException {
    add(c, PASS_NEWS, merchantId, messages);
  }

  /** How many texts of a campaign wait for delivery, counted up to a limit. */
  public static int newsWaiting(Connection c, long merchantId, long campaignId, int most)
      throws SQLException {
    String sql =
        """
        SELECT count(*) FROM (SELECT 1 FROM kartela.outbox WHERE merchant_id = ? AND payload ->> 'campaign' = ?
            AND kind IN ('PASS_NEWS', 'GOOGLE_NEWS') LIMIT ?) waiting
        """;
    try (PreparedStatement s = c.prepareStatement(sql)) {
      s.setLong(1, merchantId);
      s.setString(2, Long.toString(campaignId));
      s.setInt(3, most);
      try (ResultSet r = s.executeQuery()) {
        r.next();
        return r.getInt(1);
      }
    }
  }

  /**
   * Holds a campaign's waiting texts back, until {@link #releaseNews}; those that a worker has in
   * hand it must hold back itself.
   */
  public static int holdNews(Connection c, long merchantId, long campaignId) throws SQLException {
    return setNews(c, merchantId, campaignId, "not_before = 'infinity'", "claimed_at IS NULL");
  }

  /** Texts that were held back are due. */
  public static int releaseNews(Connection c, long merchantId, long campaignId)
      throws SQLException {
    return setNews(c, merchantId, campaignId, "not_before = now()", "not_before = 'infinity'");
  }

  private static int setNews(
      Connection c, long merchantId, long campaignId, String change, String which)
      throws SQLException {
    String sql =
        """
        UPDATE kartela.outbox SET %s WHERE merchant_id = ? AND payload ->> 'campaign' = ?
            AND kind IN ('PASS_NEWS', 'GOOGLE_NEWS') AND %s
        """
            .formatted(change, which);
    try (PreparedStatement s = c.prepareStatement(sql)) {
      s.setLong(1, merchantId);
      s.setString(2, Long.toString(campaignId));
      return s.executeUpdate();
    }
  }

  private static void add(Connection c, String kind, long merchantId, List<Message> messages)
      throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            "INSERT INTO kartela.outbox (merchant_id, kind, member_id, payload) VALUES (?, ?, ?,"
                + " ?::jsonb)")) {
      for (Message m : messages) {
        s.setLong(1, merchantId);
        s.setString(2, kind);
        s.setLong(3, m.memberId);
        s.setString(4, Http.JSON.writeValueAsString(m.payload));
        s.addBatch();
      }
      s.executeBatch();
    }
  }
}
