package io.kartela.service.message.campaign;

import io.kartela.service.message.delivery.DeliveryListener;
import io.kartela.service.message.delivery.DeliveryResult;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** What delivery and campaigns have to say to each other about single texts. Thread-safe. */
final class CampaignDeliveries implements DeliveryListener {
  private final Beside beside;

  CampaignDeliveries(Beside beside) {
    this.beside = beside;
  }

  @Override
  public void finished(Connection c, DeliveryResult result) throws SQLException {
    JsonNode campaign = result.payload().get("campaign");
    JsonNode seq = result.payload().get("seq");
    if (campaign == null || seq == null) {
      return;
    }
    if (result.notByCard()
        && beside.takesOver(
            c, result.merchantId(), campaign.asLong(), seq.asInt(), result.memberId())) {
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

  /** Since the text was put into the outbox, somebody may have taken the consent back. */
  @Override
  public Map<Long, String> unwilling(Connection c, long merchantId, Collection<Long> memberIds)
      throws SQLException {
    Map<Long, String> reasons = new HashMap<>();
    beside
        .unwilling(c, merchantId, memberIds)
        .forEach((member, why) -> reasons.put(member, why.name()));
    return reasons;
  }

  /** Nobody pauses the campaign while its texts of this transaction are made ready. */
  @Override
  public Wish wish(Connection c, long merchantId, JsonNode payload) throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            "SELECT state FROM kartela.campaign WHERE merchant_id = ? AND campaign_id = ? FOR"
                + " SHARE")) {
      s.setLong(1, merchantId);
      s.setLong(2, payload.path("campaign").asLong());
      try (ResultSet r = s.executeQuery()) {
        String state = r.next() ? r.getString(1) : "";
        return switch (state) {
          case "PAUSED" -> Wish.HOLD;
          case "CANCELLED" -> Wish.DROP;
          default -> Wish.SEND;
        };
      }
    }
  }
}
