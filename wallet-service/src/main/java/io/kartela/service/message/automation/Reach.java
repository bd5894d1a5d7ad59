package io.kartela.service.message.automation;

import io.kartela.service.message.holdout.HoldOut;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** Who is kept out of advertising. Stateless. */
final class Reach {
  private Reach() {}

  /** Who stays out of all advertising of the quarter, with that word. */
  static Map<Long, String> heldOut(
      Connection c, long merchantId, Collection<Long> members, Instant now) throws SQLException {
    Map<Long, String> out = new HashMap<>();
    HoldOut holdOut = HoldOut.of(c, merchantId, 0, 0, now);
    if (holdOut.globalPercent() == 0 || members.isEmpty()) {
      return out;
    }
    try (PreparedStatement s =
        c.prepareStatement(holdOut.sql("SELECT unnest(?::bigint[]) AS member_id"))) {
      int last = holdOut.bind(s, 0);
      s.setArray(last + 1, c.createArrayOf("bigint", members.toArray()));
      try (ResultSet r = s.executeQuery()) {
        while (r.next()) {
          if (r.getString(2) != null) {
            out.put(r.getLong(1), r.getString(2));
          }
        }
      }
    }
    return out;
  }
}
