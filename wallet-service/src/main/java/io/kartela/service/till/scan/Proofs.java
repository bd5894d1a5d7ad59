package io.kartela.service.till.scan;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;

/**
 * What read cards proved of a member's being there. Works in the caller's transaction. Stateless.
 */
public final class Proofs {
  private Proofs() {}

  /**
   * A card of this member ended: what was read in the last minutes only finds the member now. Of
   * which of the cards that was is not kept, so one that is alive is read again, too.
   */
  public static void end(Connection c, long merchantId, long memberId, Instant now)
      throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            """
            UPDATE kartela.scan SET presence = 'FOUND'
            WHERE merchant_id = ? AND member_id = ? AND at > ? AND presence <> 'FOUND'
            """)) {
      s.setLong(1, merchantId);
      s.setLong(2, memberId);
      s.setTimestamp(3, Timestamp.from(now.minus(SpendPermits.LIFE).minus(SpendPermits.SKEW)));
      s.executeUpdate();
    }
  }
}
