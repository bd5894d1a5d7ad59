package io.kartela.service.message.automation;

import io.kartela.service.message.words.Facts;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Receipts that earned or spent; of one that a till brings after a day nobody wants to hear. */
final class Bought implements Finder {
  private static final Duration NEWS = Duration.ofDays(1);

  private static final String SQL =
      """
      SELECT r.receipt_id AS key, r.member_id, 'receipt:' || r.receipt_id AS occasion, r.earned, r.spent, r.at
      FROM kartela.receipt r
      WHERE r.merchant_id = ? AND r.recorded_at >= ? AND r.recorded_at <= ? AND r.at >= ?
          AND r.member_id IS NOT NULL AND (r.earned > 0 OR r.spent > 0) AND NOT r.undone
      """;

  @Override
  public List<Occasion> find(Connection c, Look look, long after, int most) throws SQLException {
    Instant news = look.to().minus(NEWS);
    Instant since = look.automation().since();
    return look.fresh(
        c,
        SQL,
        after,
        most,
        r ->
            new Occasion(
                r.getLong(1),
                r.getLong(2),
                r.getString(3),
                Facts.bought(r.getLong(4), r.getLong(5), r.getTimestamp(6).toInstant())),
        look.merchantId(),
        look.from(),
        look.to(),
        since.isAfter(news) ? since : news);
  }
}
