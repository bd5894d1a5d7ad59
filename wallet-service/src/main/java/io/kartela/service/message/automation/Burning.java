package io.kartela.service.message.automation;

import io.kartela.service.message.words.Facts;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/**
 * Whose bonuses burn so many days from now, once for each day on which some do. Whose next booking
 * by the clock lies behind that day has none that burn before.
 */
final class Burning implements Finder {
  private static final String SQL =
      """
      SELECT DISTINCT ON (b.member_id) b.member_id AS key, b.member_id,
          'burns:' || b.member_id || ':' || b.day AS occasion, b.amount, b.at
      FROM (SELECT l.account_id AS member_id, (l.expires_at AT TIME ZONE ?)::date AS day,
              sum(l.remaining - l.held)::bigint AS amount, min(l.expires_at) AS at
          FROM ledger.account a JOIN ledger.lot l ON l.merchant_id = a.merchant_id AND l.account_id = a.account_id
              AND l.status = 'ACTIVE'
          WHERE a.merchant_id = ? AND a.next_due < ? AND l.expires_at >= ? AND l.expires_at < ?
          GROUP BY 1, 2 HAVING sum(l.remaining - l.held) > 0) b
      ORDER BY b.member_id, b.day
      """;

  @Override
  public List<Occasion> find(Connection c, Look look, long after, int most) throws SQLException {
    if (look.seenToday()) {
      return List.of();
    }
    Instant from = look.begin(look.firstDay().plusDays(look.days()));
    Instant until = look.begin(look.today().plusDays(look.days() + 1L));
    Instant soon = look.to().isAfter(from) ? look.to() : from;
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
                Facts.burning(
                    r.getLong(4),
                    r.getTimestamp(5).toInstant(),
                    look.daysUntil(r.getTimestamp(5)))),
        look.zone().getId(),
        look.merchantId(),
        until,
        soon,
        until);
  }
}
