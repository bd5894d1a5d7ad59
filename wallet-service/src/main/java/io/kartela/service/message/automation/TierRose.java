package io.kartela.service.message.automation;

import io.kartela.service.message.words.Facts;
import io.kartela.service.program.TierView;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Whose tier rose and is held still; a receipt that came late lifts as of its own time. */
final class TierRose implements Finder {
  private static final Duration LATE = Duration.ofDays(1);

  private static final String SQL =
      """
      SELECT t.member_id AS key, t.member_id,
          'tier:' || t.member_id || ':' || (extract(epoch FROM t.at) * 1000000)::bigint AS occasion, t.became, t.at
      FROM kartela.tier_change t JOIN kartela.member_standing s ON s.merchant_id = t.merchant_id
          AND s.member_id = t.member_id AND s.tier = t.became AND s.tier_since = t.at
      WHERE t.merchant_id = ? AND t.at >= ? AND t.at <= ?
          AND array_position(?::text[], t.became) > array_position(?::text[], t.was)
      """;

  @Override
  public List<Occasion> find(Connection c, Look look, long after, int most) throws SQLException {
    Instant since = look.automation().since();
    Instant late = look.from().minus(LATE);
    Map<String, TierView> tiers =
        look.tiers().stream().collect(Collectors.toMap(TierView::id, Function.identity()));
    String[] order = look.tiers().stream().map(TierView::id).toArray(String[]::new);
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
                Facts.reached(
                    Objects.requireNonNull(tiers.get(r.getString(4))).name(),
                    r.getTimestamp(5).toInstant())),
        look.merchantId(),
        late.isBefore(since) ? since : late,
        look.to(),
        c.createArrayOf("text", order),
        c.createArrayOf("text", order));
  }
}
