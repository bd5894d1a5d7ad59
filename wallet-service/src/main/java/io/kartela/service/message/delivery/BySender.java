package io.kartela.service.message.delivery;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * Tells each sender of texts what became of its own, known by a word in the payload. Thread-safe.
 */
public final class BySender implements DeliveryListener {
  private final Map<String, DeliveryListener> senders;

  /**
   * @param senders by their words
   */
  public BySender(Map<String, DeliveryListener> senders) {
    this.senders = new LinkedHashMap<>(senders);
  }

  private Optional<DeliveryListener> of(JsonNode payload) {
    return senders.entrySet().stream()
        .filter(one -> payload.has(one.getKey()))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  @Override
  public void finished(Connection c, DeliveryResult result) throws SQLException {
    Optional<DeliveryListener> sender = of(result.payload());
    if (sender.isPresent()) {
      sender.get().finished(c, result);
    }
  }

  @Override
  public Wish wish(Connection c, long merchantId, JsonNode payload) throws SQLException {
    Optional<DeliveryListener> sender = of(payload);
    return sender.isPresent() ? sender.get().wish(c, merchantId, payload) : Wish.SEND;
  }

  /** All of them judge an offer alike. */
  @Override
  public Map<Long, String> unwilling(Connection c, long merchantId, Collection<Long> memberIds)
      throws SQLException {
    Map<Long, String> unwilling = new LinkedHashMap<>();
    for (DeliveryListener sender : senders.values()) {
      unwilling.putAll(sender.unwilling(c, merchantId, memberIds));
    }
    return unwilling;
  }
}
