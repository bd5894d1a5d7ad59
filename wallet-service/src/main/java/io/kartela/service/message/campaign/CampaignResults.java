package io.kartela.service.message.campaign;

import io.kartela.service.message.delivery.DeliveryResult.Outcome;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Counts what became of a campaign's recipients, each once. */
final class CampaignResults {
  private CampaignResults() {}

  static void record(
      Connection c,
      long merchantId,
      long campaignId,
      int seq,
      Outcome outcome,
      @Nullable String reason)
      throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            """
            UPDATE kartela.campaign_recipient SET outcome = ?, reason = ?
            WHERE merchant_id = ? AND campaign_id = ? AND seq = ? AND outcome IS NULL
            """)) {
      s.setString(1, outcome.name());
      s.setString(2, reason);
      s.setLong(3, merchantId);
      s.setLong(4, campaignId);
      s.setInt(5, seq);
      if (s.executeUpdate() == 0) {
        return;
      }
    }
    try (PreparedStatement s =
        c.prepareStatement(
            """
            UPDATE kartela.campaign_chunk
            SET delivered = delivered + ?, failed = failed + ?, skipped = skipped + ?
            WHERE merchant_id = ? AND campaign_id = ? AND from_seq = ?
            """)) {
      s.setInt(1, outcome == Outcome.DELIVERED ? 1 : 0);
      s.setInt(2, outcome == Outcome.FAILED ? 1 : 0);
      s.setInt(3, outcome == Outcome.SKIPPED ? 1 : 0);
      s.setLong(4, merchantId);
      s.setLong(5, campaignId);
      s.setInt(6, (seq - 1) / Campaigns.CHUNK * Campaigns.CHUNK + 1);
      s.executeUpdate();
    }
  }
}
