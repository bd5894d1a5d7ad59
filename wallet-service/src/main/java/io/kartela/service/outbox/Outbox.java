package io.kartela.service.outbox;

import io.kartela.ledger.postgres.RoundTrip;
import io.kartela.service.http.Http;
import java.sql.Connection;
import java.sql.PreparedStatement;
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

  private static final String INSERT =
      "INSERT INTO kartela.outbox (merchant_id, kind, member_id) VALUES (?, '"
          + PASS_CHANGED
          + "', ?)";

  private Outbox() {}

  /** A text for one member's card, with what the sender needs to recognise the result. */
  public record Message(long memberId, Map<String, Object> payload) {}

  public static void passChanged(RoundTrip trip, long merchantId, long memberId) {
    trip.update(INSERT, p -> p.set(merchantId).set(memberId));
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

  public static void messages(Connection c, long merchantId, List<Message> messages)
      throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            "INSERT INTO kartela.outbox (merchant_id, kind, member_id, payload) VALUES (?, '"
                + PASS_CHANGED
                + "', ?, ?::jsonb)")) {
      for (Message m : messages) {
        s.setLong(1, merchantId);
        s.setLong(2, m.memberId);
        s.setString(3, Http.JSON.writeValueAsString(m.payload));
        s.addBatch();
      }
      s.executeBatch();
    }
  }
}
