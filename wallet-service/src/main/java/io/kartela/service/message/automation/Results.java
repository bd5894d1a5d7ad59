package io.kartela.service.message.automation;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an automation did in the last thirty days.
 *
 * @param sent all that left or is about to
 * @param gifts minor units that were given
 */
record Results(
    long sent, long delivered, long failed, long waiting, long gifts, List<Skipped> skipped) {
  static final Results NONE = new Results(0, 0, 0, 0, 0, List.of());

  private static final Duration LATELY = Duration.ofDays(30);

  /** So many for one reason. */
  record Skipped(String code, long count) {}

  static Map<Long, Results> lately(Connection c, long merchantId, Instant now) throws SQLException {
    Map<Long, Results> all = new HashMap<>();
    try (PreparedStatement s =
        c.prepareStatement(
            """
            SELECT automation_id, outcome, CASE WHEN outcome = 'SKIPPED' THEN reason END, count(*), sum(gift)
            FROM kartela.automation_message WHERE merchant_id = ? AND at > ?
            GROUP BY 1, 2, 3 ORDER BY 1, 4 DESC, 3
            """)) {
      s.setLong(1, merchantId);
      s.setTimestamp(2, Timestamp.from(now.minus(LATELY)));
      try (ResultSet r = s.executeQuery()) {
        while (r.next()) {
          all.merge(
              r.getLong(1),
              one(r.getString(2), r.getString(3), r.getLong(4), r.getLong(5)),
              Results::plus);
        }
      }
    }
    return all;
  }

  private static Results one(
      @Nullable String outcome, @Nullable String reason, long count, long gifts) {
    return switch (outcome) {
      case null -> new Results(count, 0, 0, count, gifts, List.of());
      case "DELIVERED" -> new Results(count, count, 0, 0, gifts, List.of());
      case "FAILED" -> new Results(count, 0, count, 0, gifts, List.of());
      default ->
          new Results(0, 0, 0, 0, gifts, List.of(new Skipped(reason == null ? "" : reason, count)));
    };
  }

  private Results plus(Results o) {
    List<Skipped> all = new ArrayList<>(skipped);
    all.addAll(o.skipped);
    return new Results(
        sent + o.sent,
        delivered + o.delivered,
        failed + o.failed,
        waiting + o.waiting,
        gifts + o.gifts,
        all);
  }
}
