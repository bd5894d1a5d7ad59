package io.kartela.service.message.dispatch;

import io.kartela.service.message.channel.ChannelKind;
import io.kartela.service.message.channel.SentLog.Origin;
import java.time.Instant;
import java.util.Set;

/**
 * Words on their way to one member.
 *
 * @param kind the rung of the ladder they stand on
 * @param tried rungs that are behind
 * @param deadline from when on they are of no use
 * @param counted whether they count as an offer to this member already
 */
record Dispatch(
    long merchantId,
    Origin origin,
    long memberId,
    ChannelKind kind,
    Set<ChannelKind> tried,
    State state,
    Instant deadline,
    boolean counted) {
  /** How far they are on this rung. */
  enum State {
    NEW,
    /** They may have left: whoever had them in hand did not say. */
    LEAVING,
    /** The vendor has them and did not tell yet. */
    TAKEN
  }
}
