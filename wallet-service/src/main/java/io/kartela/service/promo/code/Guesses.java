package io.kartela.service.promo.code;

import io.kartela.ledger.postgres.Answer;
import io.kartela.ledger.postgres.RoundTrip;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Codes that there are not, counted in the database by register and by address: whoever tries too
 * many is not listened to for the rest of the hour. The same wrong code again, as a till asks on
 * every change of a sale, is one guess. Stateless.
 */
public final class Guesses {
  static final int PER_REGISTER = 20;
  static final int PER_ADDRESS = 60;
  static final Duration HOUR = Duration.ofHours(1);

  private Guesses() {}

  /** How long nobody listens; zero: somebody does. */
  public static Answer<Duration> wait(RoundTrip trip, Sale sale) {
    return trip.query(
        """
        SELECT max(since) FROM kartela.promo_guess WHERE merchant_id = ? AND since > ?
            AND ((who = ? AND wrong >= ?) OR (who = ? AND wrong >= ?))
        """,
        p ->
            p.set(sale.merchantId())
                .set(sale.now().minus(HOUR))
                .set(sale.byRegister())
                .set(PER_REGISTER)
                .set(sale.byAddress())
                .set(PER_ADDRESS),
        rows -> {
          boolean _ = rows.next();
          Timestamp since = rows.getTimestamp(1);
          return since == null
              ? Duration.ZERO
              : Duration.between(sale.now(), since.toInstant().plus(HOUR));
        });
  }

  /** One more that was wrong. */
  public static void count(Connection c, Sale sale, long hash) throws SQLException {
    for (String who : List.of(sale.byRegister(), sale.byAddress())) {
      if (!who.isEmpty()) {
        count(c, sale, who, hash);
      }
    }
  }

  private static void count(Connection c, Sale sale, String who, long hash) throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            """
            INSERT INTO kartela.promo_guess AS g (merchant_id, who, since, wrong, last_hash) VALUES (?, ?, ?, 1, ?)
            ON CONFLICT (merchant_id, who) DO UPDATE SET
                wrong = CASE WHEN g.since <= ? THEN 1 WHEN g.last_hash = excluded.last_hash THEN g.wrong
                    ELSE g.wrong + 1 END,
                since = CASE WHEN g.since <= ? THEN excluded.since ELSE g.since END, last_hash = excluded.last_hash
            """)) {
      Timestamp over = Timestamp.from(sale.now().minus(HOUR));
      s.setLong(1, sale.merchantId());
      s.setString(2, who);
      s.setTimestamp(3, Timestamp.from(sale.now()));
      s.setLong(4, hash);
      s.setTimestamp(5, over);
      s.setTimestamp(6, over);
      s.executeUpdate();
    }
  }

  static void forget(Connection c, long merchantId, Instant now) throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            "DELETE FROM kartela.promo_guess WHERE merchant_id = ? AND since <= ?")) {
      s.setLong(1, merchantId);
      s.setTimestamp(2, Timestamp.from(now.minus(HOUR)));
      s.executeUpdate();
    }
  }
}
