package io.kartela.service.message.channel;

import io.kartela.service.platform.http.Check;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** By which of the shop's channels somebody wants words to go. Stateless. */
public final class WantedWays {
  private WantedWays() {}

  /**
   * Those of the shop's channels that are wanted and fit, in the shop's order.
   *
   * @param wanted names of kinds; null: none
   * @param offer what is for people's own business goes by any that is on, an offer by those that
   *     carry offers
   */
  public static List<Channel> known(
      List<Channel> channels, @Nullable List<String> wanted, boolean offer) {
    return channels.stream()
        .filter(channel -> wanted != null && wanted.contains(channel.kind().name()))
        .filter(channel -> offer ? channel.carriesOffers() : channel.use().active())
        .toList();
  }

  /** The same as kinds; a mistake at {@code ways} unless all that are wanted are known. */
  public static Set<ChannelKind> check(
      Check check, List<Channel> channels, @Nullable List<String> wanted, boolean offer) {
    Set<ChannelKind> kinds = EnumSet.noneOf(ChannelKind.class);
    known(channels, wanted, offer).forEach(channel -> kinds.add(channel.kind()));
    check.require(
        wanted == null || kinds.size() == wanted.size(),
        "ways",
        "NO_CHANNEL",
        "этот канал не подключён или не для рекламы",
        "this channel is not set up, or not for offers");
    return kinds;
  }
}
