package io.kartela.service.report.brought;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** What a campaign's messages cost, minor units: texts on cards are free. */
final class MessageCosts {
  private MessageCosts() {}

  static long of(Connection c, long merchantId, long campaignId) throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            "SELECT cost FROM kartela.campaign WHERE merchant_id = ? AND campaign_id = ?")) {
      s.setLong(1, merchantId);
      s.setLong(2, campaignId);
      try (ResultSet r = s.executeQuery()) {
        return r.next() ? r.getLong(1) : 0;
      }
    }
  }
}
