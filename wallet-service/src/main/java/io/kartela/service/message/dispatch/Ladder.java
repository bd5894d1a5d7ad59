package io.kartela.service.message.dispatch;

import io.kartela.service.message.channel.Channel;
import io.kartela.service.message.channel.ChannelKind;
import io.kartela.service.message.post.Reason;
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
  public Optional<Channel> next(
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

  Optional<Channel> of(ChannelKind kind) {
    return channels.stream().filter(channel -> channel.kind() == kind).findFirst();
  }

  static boolean carries(Channel channel, Reason.Purpose purpose) {
    return channel.use().active() && (purpose == Reason.Purpose.SERVICE || channel.carriesOffers());
  }
}
