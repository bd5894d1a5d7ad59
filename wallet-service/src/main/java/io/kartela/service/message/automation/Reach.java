package io.kartela.service.message.automation;

import io.kartela.service.message.automation.Automation.Plan;
import io.kartela.service.message.channel.Addresses;
import io.kartela.service.message.channel.ChannelKind;
import io.kartela.service.message.channel.ChannelStore;
import io.kartela.service.message.dispatch.Ladder;
import io.kartela.service.message.holdout.HoldOut;
import io.kartela.service.message.post.Reason;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Who is reached beside the card, and who is kept out of advertising. Stateless. */
final class Reach {
  private Reach() {}

  /** By which way each of these is reached first; who is reached by none is not in the answer. */
  static Map<Long, ChannelKind> beside(
      Connection c,
      long merchantId,
      Plan plan,
      Reason reason,
      Collection<Long> cardless,
      Instant now)
      throws SQLException {
    Map<Long, ChannelKind> ways = new HashMap<>();
    if (plan.ways().isEmpty() || cardless.isEmpty()) {
      return ways;
    }
    Ladder ladder = new Ladder(ChannelStore.all(c, merchantId));
    Map<Long, Map<ChannelKind, String>> addresses =
        Addresses.alive(c, merchantId, List.copyOf(cardless), now);
    for (Long member : cardless) {
      ladder
          .next(
              reason.purpose(),
              plan.ways(),
              addresses.getOrDefault(member, Map.of()),
              EnumSet.noneOf(ChannelKind.class))
          .ifPresent(channel -> ways.put(member, channel.kind()));
    }
    return ways;
  }

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
