package io.kartela.service.message.automation;

import io.kartela.service.message.words.Facts;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Who joined by the page or at a till; who came from a file did not join just now. */
final class Joined implements Finder {
  private static final String SQL =
      """
      SELECT m.member_id AS key, m.member_id, 'joined:' || m.member_id AS occasion
      FROM kartela.member m
      WHERE m.merchant_id = ? AND m.created_at >= ? AND m.created_at <= ? AND m.status = 'ACTIVE' AND EXISTS (
          SELECT FROM kartela.consent k WHERE k.merchant_id = m.merchant_id AND k.member_id = m.member_id
              AND k.source IN ('SIGN_UP_PAGE', 'TILL', 'SITE'))
      """;

  @Override
  public List<Occasion> find(Connection c, Look look, long after, int most) throws SQLException {
    return look.fresh(
        c,
        SQL,
        after,
        most,
        r -> new Occasion(r.getLong(1), r.getLong(2), r.getString(3), Facts.NONE),
        look.merchantId(),
        look.from(),
        look.to());
  }
}
