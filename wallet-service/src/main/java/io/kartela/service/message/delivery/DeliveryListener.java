package io.kartela.service.message.delivery;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Hears what became of changes, e.g. to count a campaign. Thread-safe. */
@FunctionalInterface
public interface DeliveryListener {
  /**
   * Called once per change, in the transaction that removes it from the outbox and that is confined
   * to the merchant: so a count is neither lost nor made twice. Throwing undoes the removal, and
   * the change is delivered again.
   */
  void finished(Connection c, DeliveryResult result) throws SQLException;

  /** Whether a text of a campaign or an automation is still meant. */
  enum Wish {
    SEND,
    /** Not now: it is left in the outbox until whoever holds it releases it. */
    HOLD,
    /** Not any more. */
    DROP
  }

  /**
   * Asked right before such a text goes out, in a transaction confined to the merchant. An answer
   * holds until that transaction ends.
   *
   * @param payload what the outbox row carries
   */
  default Wish wish(Connection c, long merchantId, JsonNode payload) throws SQLException {
    return Wish.SEND;
  }

  /**
   * Whom offers must not be told after all, with the reason: asked with {@link #wish}, for many at
   * once.
   */
  default Map<Long, String> unwilling(Connection c, long merchantId, Collection<Long> memberIds)
      throws SQLException {
    return Map.of();
  }
}
