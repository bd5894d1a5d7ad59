package io.kartela.service.message.dispatch;

import io.kartela.service.message.channel.Addresses;
import io.kartela.service.message.channel.Channel;
import io.kartela.service.message.channel.ChannelKind;
import io.kartela.service.message.channel.ChannelStore;
import io.kartela.service.message.post.Reason;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The order in which a shop's channels are tried.
 *
 * @param channels in the shop's order
 */
public record Ladder(List<Channel> channels) {
  /** The first that may carry this, leads to the member and was not tried. */
  Optional<Channel> next(
      Reason.Purpose purpose,
      Set<ChannelKind> ways,
      Map<ChannelKind, String> addresses,
      Set<ChannelKind> tried) {
    return channels.stream()
        .filter(channel -> ways.contains(channel.kind()) && !tried.contains(channel.kind()))
        .filter(channel -> carries(channel, purpose))
        .filter(channel -> addresses.containsKey(channel.kind()))
        .findFirst();
  }

  /**
   * By which way each of these is reached first, of those that may carry this; who is reached by
   * none is not in the answer. In the merchant's transaction.
   */
  public static Map<Long, ChannelKind> first(
      Connection c,
      long merchantId,
      Reason.Purpose purpose,
      Set<ChannelKind> ways,
      Collection<Long> members,
      Instant now)
      throws SQLException {
    Map<Long, ChannelKind> first = new HashMap<>();
    if (ways.isEmpty() || members.isEmpty()) {
      return first;
    }
    Ladder ladder = new Ladder(ChannelStore.all(c, merchantId));
    Addresses.alive(c, merchantId, members, now)
        .forEach(
            (member, addresses) ->
                ladder
                    .next(purpose, ways, addresses, Set.of())
                    .ifPresent(channel -> first.put(member, channel.kind())));
    return first;
  }

  Optional<Channel> of(ChannelKind kind) {
    return channels.stream().filter(channel -> channel.kind() == kind).findFirst();
  }

  static boolean carries(Channel channel, Reason.Purpose purpose) {
    return channel.use().active() && (purpose == Reason.Purpose.SERVICE || channel.carriesOffers());
  }
}
