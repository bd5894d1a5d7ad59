package io.kartela.service.message.dispatch;

import io.kartela.service.message.channel.Addresses;
import io.kartela.service.message.channel.Channel;
import io.kartela.service.message.channel.ChannelKind;
import io.kartela.service.message.channel.ChannelStore;
import io.kartela.service.message.dispatch.Source.Content;
import io.kartela.service.message.dispatch.Source.Outcome;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** How words come to their end, or to the next rung. In the caller's transaction. Stateless. */
final class Ends {
  /** It is over: its source hears of it once. */
  void over(Connection c, Source source, Dispatch d, Outcome outcome, String reason)
      throws SQLException {
    DispatchTable.remove(c, d);
    source.finished(c, d.merchantId(), d.origin().sourceId(), d.origin().seq(), outcome, reason);
  }

  /** The next rung, or the end with this reason. */
  void next(Connection c, Source source, Dispatch d, String reason, Instant now)
      throws SQLException {
    if (!nextIfAny(c, source, d, now)) {
      Outcome outcome = reason.equals("NO_ADDRESS") ? Outcome.SKIPPED : Outcome.FAILED;
      over(c, source, d, outcome, reason);
    }
  }

  /** The next rung; false: there is none. */
  boolean nextIfAny(Connection c, Source source, Dispatch d, Instant now) throws SQLException {
    Content content = source.content(c, d.merchantId(), d.origin().sourceId());
    Set<ChannelKind> tried = EnumSet.of(d.kind());
    tried.addAll(d.tried());
    Optional<Channel> next =
        new Ladder(ChannelStore.all(c, d.merchantId()))
            .next(
                content.reason().purpose(),
                content.ways(),
                Addresses.alive(c, d.merchantId(), List.of(d.memberId()), now)
                    .getOrDefault(d.memberId(), Map.of()),
                tried);
    if (next.isEmpty()) {
      return false;
    }
    DispatchTable.advance(c, d, next.get().kind(), now);
    return true;
  }
}
