package io.kartela.service.message.automation;

import io.kartela.service.message.automation.Sayings.Saying;
import io.kartela.service.message.channel.ChannelKind;
import io.kartela.service.message.delivery.DeliveryListener;
import io.kartela.service.message.delivery.DeliveryResult;
import io.kartela.service.message.dispatch.DispatchTable;
import io.kartela.service.message.dispatch.DispatchTable.Fresh;
import io.kartela.service.message.dispatch.Ladder;
import io.kartela.service.message.post.Reason;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** What became of automations' words on cards. Thread-safe. */
final class Deliveries implements DeliveryListener {
  static final String WORD = "automation";

  private final InstantSource clock;

  Deliveries(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public void finished(Connection c, DeliveryResult result) throws SQLException {
    long id = result.payload().path(WORD).asLong();
    if (!result.notByCard() || !takesOver(c, result, id)) {
      Sayings.over(c, result.merchantId(), id, result.outcome().name(), result.reason());
    }
  }

  /** Another way than the card, when one leads to this member. */
  private boolean takesOver(Connection c, DeliveryResult result, long id) throws SQLException {
    Optional<Saying> saying = Sayings.find(c, result.merchantId(), id);
    if (saying.isEmpty()) {
      return false;
    }
    Instant now = clock.instant();
    long member = result.memberId();
    Reason reason = saying.get().offer() ? Reason.OCCASION : Reason.NOTICE;
    ChannelKind way =
        Ladder.first(
                c,
                result.merchantId(),
                reason.purpose(),
                saying.get().automation().plan().ways(),
                List.of(member),
                now)
            .get(member);
    if (way == null) {
      return false;
    }
    Fresh fresh = new Fresh(0, member, way, true);
    DispatchTable.add(
        c, result.merchantId(), Texts.NAME, id, now, now.plus(Deciding.LIFE), List.of(fresh));
    return true;
  }

  /** Nobody switches it off while its words of this transaction are made ready. */
  @Override
  public Wish wish(Connection c, long merchantId, JsonNode payload) throws SQLException {
    return Sayings.find(c, merchantId, payload.path(WORD).asLong()).isPresent()
        ? Wish.SEND
        : Wish.DROP;
  }
}
