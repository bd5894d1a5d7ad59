package io.kartela.service.shop.cashier;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;

/** Forgets sessions when no receipt made in them can come any more. Stateless. */
public final class CashierCleanUp {
  public static final int BATCH = 5_000;

  /** Longer than the oldest receipt without network that a shop may allow. */
  private static final Duration KEEP = Duration.ofDays(400);

  private CashierCleanUp() {}

  /** Deletes at most a batch; how many it were. */
  public static int run(Connection c, long merchantId, Instant now) throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            """
            DELETE FROM kartela.cashier_session WHERE merchant_id = ? AND token_hash IN
                (SELECT token_hash FROM kartela.cashier_session WHERE merchant_id = ? AND ends_at < ?
                 ORDER BY ends_at LIMIT ?)
            """)) {
      s.setLong(1, merchantId);
      s.setLong(2, merchantId);
      s.setTimestamp(3, Timestamp.from(now.minus(KEEP)));
      s.setInt(4, BATCH);
      return s.executeUpdate();
    }
  }
}
