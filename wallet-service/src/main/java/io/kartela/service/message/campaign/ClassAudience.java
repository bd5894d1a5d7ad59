package io.kartela.service.message.campaign;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Whether a campaign is for everybody who has a card of a Google class. Stateless. */
final class ClassAudience {
  private static final String CAMPAIGN = "campaign-";

  private ClassAudience() {}

  /**
   * Cards that somebody may hold count, also those of members who do not want messages: one of them
   * in the class, and everybody is told singly. So is a lone card.
   */
  static boolean isEverybody(Connection c, long merchantId, String textId, String classId)
      throws SQLException {
    if (!textId.matches(CAMPAIGN + "[0-9]{1,18}")) {
      return false;
    }
    String sql =
        """
        SELECT count(*) > 1
            AND bool_and(r.member_id IS NOT NULL AND m.consent_messages AND m.status = 'ACTIVE')
        FROM kartela.google_object o
        JOIN kartela.pass p ON p.merchant_id = o.merchant_id AND p.serial = o.serial
        JOIN kartela.member m ON m.merchant_id = p.merchant_id AND m.member_id = p.member_id
        LEFT JOIN kartela.campaign_recipient r ON r.merchant_id = p.merchant_id
            AND r.campaign_id = ? AND r.member_id = p.member_id
            AND r.outcome IS DISTINCT FROM 'SKIPPED'
        WHERE o.merchant_id = ? AND o.class_id = ? AND o.state <> 'REMOVED'
        """;
    try (PreparedStatement s = c.prepareStatement(sql)) {
      s.setLong(1, Long.parseLong(textId.substring(CAMPAIGN.length())));
      s.setLong(2, merchantId);
      s.setString(3, classId);
      try (ResultSet r = s.executeQuery()) {
        return r.next() && r.getBoolean(1);
      }
    }
  }
}
