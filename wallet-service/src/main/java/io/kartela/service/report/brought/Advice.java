package io.kartela.service.report.brought;

import io.kartela.service.report.stats.HoldOutAdvice;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;

/**
 * How many should be held out, and what a share would see and cost. How often members buy anyway is
 * taken from all of the shop's: those of a segment such as "not seen for 30 days" have by its very
 * choice bought nothing, and come back all the same.
 *
 * @param advised percent; 0: too few to learn from
 * @param base the share of members who bought in the last such window
 * @param known false: the shop has sold too little yet, and {@code base} is a usual one
 */
record Advice(int advised, double base, boolean known, HoldOutAdvice.Option chosen) {
  private static final double USUAL_BASE = 0.05;

  /** With fewer members or buyers a share says nothing. */
  private static final int LEAST = 20;

  private record Habit(long members, long buyers, long purchases) {}

  /**
   * For a campaign.
   *
   * @param percent the share that is asked about; negative: the advised one
   */
  static Advice of(Connection c, long merchantId, long members, int days, int percent, Instant now)
      throws SQLException {
    Habit habit = habit(c, merchantId, now.minus(Duration.ofDays(days)), now);
    boolean known = habit.buyers >= LEAST;
    double base = known ? Math.min(0.99, (double) habit.buyers / habit.members) : USUAL_BASE;
    HoldOutAdvice advice =
        new HoldOutAdvice(members, base, habit.buyers == 0 ? 0 : habit.purchases / habit.buyers);
    int advised = advice.percent();
    return new Advice(advised, base, known, advice.option(percent < 0 ? advised : percent));
  }

  private static Habit habit(Connection c, long merchantId, Instant from, Instant until)
      throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            """
            SELECT (SELECT count(*) FROM kartela.member_list WHERE merchant_id = ?),
                count(DISTINCT member_id), coalesce(sum(net + spent), 0)::bigint
            FROM kartela.receipt
            WHERE merchant_id = ? AND at >= ? AND at <= ? AND member_id IS NOT NULL AND NOT undone
            """)) {
      s.setLong(1, merchantId);
      s.setLong(2, merchantId);
      s.setTimestamp(3, Timestamp.from(from));
      s.setTimestamp(4, Timestamp.from(until));
      try (ResultSet r = s.executeQuery()) {
        r.next();
        return new Habit(Math.max(r.getLong(1), r.getLong(2)), r.getLong(2), r.getLong(3));
      }
    }
  }
}
