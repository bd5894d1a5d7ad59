package io.kartela.service.message.campaign;

import io.kartela.service.member.segment.Audience;
import io.kartela.service.member.segment.Audiences;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** Whom a campaign is for, as of its beginning. */
final class Recipients {
  private Recipients() {}

  /** Fixes them and cuts them into chunks; how many they are. */
  static int fix(Connection c, long merchantId, long campaignId, Audience audience)
      throws SQLException {
    Audiences.asBig(c);
    int total;
    try (PreparedStatement s =
        c.prepareStatement(
            """
            INSERT INTO kartela.campaign_recipient (merchant_id, campaign_id, seq, member_id)
            SELECT ?, ?, row_number() OVER (ORDER BY member_id), member_id FROM (%s) a
            """
                .formatted(audience.sql()))) {
      s.setLong(1, merchantId);
      s.setLong(2, campaignId);
      int _ = audience.bind(s, 2);
      total = s.executeUpdate();
    }
    try (PreparedStatement s =
        c.prepareStatement(
            """
            INSERT INTO kartela.campaign_chunk (merchant_id, campaign_id, from_seq, to_seq)
            SELECT ?, ?, f, least(f + ? - 1, ?) FROM generate_series(1, ?, ?) f
            """)) {
      s.setLong(1, merchantId);
      s.setLong(2, campaignId);
      s.setInt(3, Campaigns.CHUNK);
      s.setInt(4, total);
      s.setInt(5, total);
      s.setInt(6, Campaigns.CHUNK);
      s.executeUpdate();
    }
    return total;
  }
}
