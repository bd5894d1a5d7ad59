package io.kartela.service.message.campaign;

import io.kartela.service.message.channel.ChannelKind;
import io.kartela.service.message.channel.MessageRules;
import io.kartela.service.message.dispatch.DispatchTable;
import io.kartela.service.message.dispatch.DispatchTable.Fresh;
import io.kartela.service.message.dispatch.Ladder;
import io.kartela.service.message.post.Judgement;
import io.kartela.service.message.post.Reason;
import io.kartela.service.message.post.Skip;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongFunction;

/**
 * How campaigns go beside the card, and the shop's rules of when and how often. In the merchant's
 * transaction. Thread-safe.
 */
final class Beside {
  private final LongFunction<ZoneId> zones;
  private final InstantSource clock;

  Beside(LongFunction<ZoneId> zones, InstantSource clock) {
    this.zones = zones;
    this.clock = clock;
  }

  Instant now() {
    return clock.instant();
  }

  /** Whether offers may come to people at this hour. */
  boolean mayCome(Connection c, long merchantId) throws SQLException {
    Instant now = clock.instant();
    MessageRules rules = MessageRules.of(c, merchantId);
    return rules.day() == null || !rules.mayCome(now, zones.apply(merchantId)).isAfter(now);
  }

  /** Who is not written to by the card, and why. */
  Map<Long, Skip> skips(Connection c, long merchantId, Collection<Long> members)
      throws SQLException {
    return Judgement.ofCards(c, merchantId, Reason.CAMPAIGN, members, clock.instant());
  }

  /** Who must not have an offer, whatever way it would take. */
  Map<Long, Skip> unwilling(Connection c, long merchantId, Collection<Long> members)
      throws SQLException {
    return Judgement.of(c, merchantId, Reason.CAMPAIGN, members, clock.instant());
  }

  /** Who has had as many offers as they may. */
  Set<Long> full(Connection c, long merchantId, Collection<Long> members) throws SQLException {
    return MessageRules.of(c, merchantId).full(c, merchantId, members, clock.instant());
  }

  /** Offers leave for these. */
  void made(Connection c, long merchantId, Collection<Long> members) throws SQLException {
    if (MessageRules.of(c, merchantId).cap() != null && !members.isEmpty()) {
      MessageRules.made(c, merchantId, members, clock.instant());
    }
  }

  /** By which way each of these is reached first; who is reached by none is not in the answer. */
  Map<Long, ChannelKind> ways(
      Connection c, long merchantId, Saying saying, Collection<Long> cardless) throws SQLException {
    return Ladder.first(
        c, merchantId, Reason.CAMPAIGN.purpose(), saying.ways(), cardless, clock.instant());
  }

  void add(Connection c, Chunk chunk, Saying saying, Map<Chunk.Recipient, ChannelKind> ways)
      throws SQLException {
    DispatchTable.add(
        c,
        chunk.merchantId(),
        CampaignTexts.NAME,
        chunk.campaignId(),
        clock.instant(),
        saying.deadline(),
        ways.entrySet().stream()
            .map(e -> new Fresh(e.getKey().seq(), e.getKey().memberId(), e.getValue(), false))
            .toList());
  }

  /** Another way than the card, when one leads to this recipient. */
  boolean takesOver(Connection c, long merchantId, long campaignId, int seq, long memberId)
      throws SQLException {
    Optional<Saying> saying = Saying.ifRunning(c, merchantId, campaignId);
    if (saying.isEmpty()) {
      return false;
    }
    ChannelKind way = ways(c, merchantId, saying.get(), List.of(memberId)).get(memberId);
    if (way == null) {
      return false;
    }
    DispatchTable.add(
        c,
        merchantId,
        CampaignTexts.NAME,
        campaignId,
        clock.instant(),
        saying.get().deadline(),
        List.of(new Fresh(seq, memberId, way, true)));
    return true;
  }

  int waiting(Connection c, long merchantId, long campaignId, int most) throws SQLException {
    return DispatchTable.waiting(c, merchantId, CampaignTexts.NAME, campaignId, most);
  }

  /** What was held back goes on, or is dropped. */
  void release(Connection c, long merchantId, long campaignId) throws SQLException {
    DispatchTable.releaseSource(c, merchantId, CampaignTexts.NAME, campaignId, clock.instant());
  }
}
