package io.kartela.service.message.campaign;

import io.kartela.service.member.segment.Audience;
import io.kartela.service.member.segment.Audiences;
import io.kartela.service.message.holdout.HoldOut;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** Whom a campaign is for, as of its beginning. */
final class Recipients {
  private Recipients() {}

  /**
   * Fixes them and cuts them into chunks; how many they are. Who is held out is drawn here, once,
   * and has its verdict from the beginning.
   */
  static int fix(Connection c, long merchantId, long campaignId, Audience audience, HoldOut holdOut)
      throws SQLException {
    Audiences.asBig(c);
    int total;
    try (PreparedStatement s =
        c.prepareStatement(
            """
            INSERT INTO kartela.campaign_recipient (merchant_id, campaign_id, seq, member_id, outcome, reason)
            SELECT ?, ?, row_number() OVER (ORDER BY member_id), member_id,
                CASE WHEN reason IS NOT NULL THEN 'SKIPPED' END, reason
            FROM (%s) d
            """
                .formatted(holdOut.sql(audience.sql())))) {
      s.setLong(1, merchantId);
      s.setLong(2, campaignId);
      int _ = audience.bind(s, holdOut.bind(s, 2));
      total = s.executeUpdate();
    }
    try (PreparedStatement s =
        c.prepareStatement(
            """
            INSERT INTO kartela.campaign_chunk (merchant_id, campaign_id, from_seq, to_seq, skipped)
            SELECT merchant_id, campaign_id, min(seq), max(seq), count(outcome) FROM kartela.campaign_recipient
            WHERE merchant_id = ? AND campaign_id = ? GROUP BY merchant_id, campaign_id, (seq - 1) / ?
            """)) {
      s.setLong(1, merchantId);
      s.setLong(2, campaignId);
      s.setInt(3, Campaigns.CHUNK);
      s.executeUpdate();
    }
    return total;
  }
}
