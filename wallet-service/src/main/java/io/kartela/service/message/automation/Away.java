package io.kartela.service.message.automation;

import io.kartela.service.message.words.Facts;
import io.kartela.service.program.TierView;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Who has not bought for so many days; of a further step, who has not bought since the message
 * before either. An occasion bears the last purchase: another one ends the chain.
 */
final class Away implements Finder {
  private static final String OCCASION =
      "'away:' || s.member_id || ':' || (extract(epoch FROM s.last_purchase_at) *"
          + " 1000000)::bigint || ':'";

  /** As the index has it, which begins with the tier. */
  private static final String FIRST =
      """
      SELECT s.member_id AS key, s.member_id, %s || '0' AS occasion, s.last_purchase_at
      FROM kartela.member_standing s
      WHERE s.merchant_id = ? AND s.tier = ANY (?)
          AND (CASE WHEN s.last_purchase_at IS NULL THEN '-infinity'::timestamptz ELSE s.last_purchase_at END) >= ?
          AND (CASE WHEN s.last_purchase_at IS NULL THEN '-infinity'::timestamptz ELSE s.last_purchase_at END) <= ?
      """
          .formatted(OCCASION);

  private static final String NEXT =
      """
      SELECT s.member_id AS key, s.member_id, %s || ? AS occasion, s.last_purchase_at
      FROM kartela.automation_message p JOIN kartela.member_standing s ON s.merchant_id = p.merchant_id
          AND s.member_id = p.member_id AND p.occasion = %s || ?
      WHERE p.merchant_id = ? AND p.automation_id = ? AND p.step = ? AND p.at >= ? AND p.at <= ?
      """
          .formatted(OCCASION, OCCASION);

  @Override
  public List<Occasion> find(Connection c, Look look, long after, int most) throws SQLException {
    Duration days = Duration.ofDays(look.days());
    Instant from = look.from().minus(days);
    Instant to = look.to().minus(days);
    Look.Row row = r -> occasion(r, look.to());
    if (look.step() == 0) {
      Object[] tiers = look.tiers().stream().map(TierView::id).toArray();
      return look.fresh(
          c, FIRST, after, most, row, look.merchantId(), c.createArrayOf("text", tiers), from, to);
    }
    int before = look.step() - 1;
    return look.fresh(
        c,
        NEXT,
        after,
        most,
        row,
        Integer.toString(look.step()),
        Integer.toString(before),
        look.merchantId(),
        look.automation().id(),
        before,
        from,
        to);
  }

  private static Occasion occasion(ResultSet r, Instant now) throws SQLException {
    Instant last = r.getTimestamp(4).toInstant();
    int days = (int) Duration.between(last, now).toDays();
    return new Occasion(r.getLong(1), r.getLong(2), r.getString(3), Facts.day(last, days));
  }
}
