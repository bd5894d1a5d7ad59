package io.kartela.service.message.campaign;

import io.kartela.ledger.AccountId;
import io.kartela.service.account.Handouts;
import io.kartela.service.platform.http.LocalText;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.stream.Stream;

/**
 * Gives a campaign's gift to those who are written to, in the transaction that closes their chunk:
 * to each once. Stateless.
 */
final class Gifts {
  private static final LocalText WHY = new LocalText("Подарок", "Gift");

  private final Handouts handouts = new Handouts();

  void give(
      Connection c,
      Chunk chunk,
      Saying saying,
      Collection<Chunk.Recipient> byCard,
      Collection<Chunk.Recipient> beside,
      Instant now)
      throws SQLException {
    Gift gift = saying.gift();
    if (gift == null || !saying.giftUntil().isAfter(now)) {
      return;
    }
    Handouts.Gift each =
        new Handouts.Gift(gift.amount(), saying.giftUntil(), WHY.in(saying.home()), saying.by());
    // In one order everywhere, so that nobody waits for each other.
    long[] members =
        Stream.concat(byCard.stream(), beside.stream())
            .mapToLong(Chunk.Recipient::memberId)
            .sorted()
            .toArray();
    for (long member : members) {
      long _ = handouts.give(c, new AccountId(chunk.merchantId(), member), each, now);
    }
    given(c, chunk, members.length);
  }

  private static void given(Connection c, Chunk chunk, int count) throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            "UPDATE kartela.campaign_chunk SET gifts = gifts + ? WHERE merchant_id = ? AND"
                + " campaign_id = ? AND from_seq = ?")) {
      s.setInt(1, count);
      s.setLong(2, chunk.merchantId());
      s.setLong(3, chunk.campaignId());
      s.setInt(4, chunk.fromSeq());
      s.executeUpdate();
    }
  }
}
