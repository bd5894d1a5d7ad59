package io.kartela.service.feedback;

import io.kartela.service.feedback.ReviewMessages.Saying;
import io.kartela.service.message.channel.ChannelKind;
import io.kartela.service.message.delivery.DeliveryListener;
import io.kartela.service.message.delivery.DeliveryResult;
import io.kartela.service.message.dispatch.DispatchTable;
import io.kartela.service.message.dispatch.DispatchTable.Fresh;
import io.kartela.service.message.dispatch.Ladder;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** What became of requests and answers on cards. Thread-safe. */
final class ReviewDeliveries implements DeliveryListener {
  static final String WORD = "review";

  /** Words that come later than this are of no use. */
  static final Duration LIFE = Duration.ofDays(1);

  private final InstantSource clock;

  ReviewDeliveries(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public void finished(Connection c, DeliveryResult result) throws SQLException {
    long id = result.payload().path(WORD).asLong();
    if (!result.notByCard() || !takesOver(c, result, id)) {
      ReviewMessages.over(c, result.merchantId(), id, result.outcome().name(), result.reason());
    }
  }

  /** Another way than the card, when one leads to this member. */
  private boolean takesOver(Connection c, DeliveryResult result, long id) throws SQLException {
    Optional<Saying> saying = ReviewMessages.find(c, result.merchantId(), id);
    return saying.isPresent()
        && beside(
            c, result.merchantId(), id, result.memberId(), saying.get(), true, clock.instant());
  }

  /**
   * Sends it beside the card; false when no way leads there.
   *
   * @param counted whether it counts as an offer already
   */
  static boolean beside(
      Connection c,
      long merchantId,
      long id,
      long member,
      Saying saying,
      boolean counted,
      Instant now)
      throws SQLException {
    ChannelKind way =
        Ladder.first(c, merchantId, saying.reason().purpose(), saying.ways(), List.of(member), now)
            .get(member);
    if (way == null) {
      return false;
    }
    Fresh fresh = new Fresh(0, member, way, counted);
    DispatchTable.add(c, merchantId, ReviewTexts.NAME, id, now, now.plus(LIFE), List.of(fresh));
    return true;
  }

  @Override
  public Wish wish(Connection c, long merchantId, JsonNode payload) throws SQLException {
    return ReviewMessages.find(c, merchantId, payload.path(WORD).asLong()).isPresent()
        ? Wish.SEND
        : Wish.DROP;
  }
}
