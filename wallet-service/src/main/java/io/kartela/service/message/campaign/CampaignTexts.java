package io.kartela.service.message.campaign;

import io.kartela.service.message.channel.ChannelKind;
import io.kartela.service.message.delivery.DeliveryResult;
import io.kartela.service.message.dispatch.Source;
import io.kartela.service.message.post.Reason;
import io.kartela.service.message.words.Personal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Campaigns' texts where they leave beside the card. Thread-safe. */
final class CampaignTexts implements Source {
  static final String NAME = "CAMPAIGN";

  /** A vendor that refuses a text so often will not take it from anybody. */
  private static final int REFUSALS = 20;

  private final Personal personal;

  CampaignTexts(Personal personal) {
    this.personal = personal;
  }

  @Override
  public String name() {
    return NAME;
  }

  /** Nobody pauses the campaign while its texts of this transaction are made ready. */
  @Override
  public Content content(Connection c, long merchantId, long sourceId) throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            "SELECT state, ways FROM kartela.campaign WHERE merchant_id = ? AND campaign_id = ? FOR"
                + " NO KEY UPDATE")) {
      s.setLong(1, merchantId);
      s.setLong(2, sourceId);
      try (ResultSet r = s.executeQuery()) {
        String state = r.next() ? r.getString(1) : "";
        Set<ChannelKind> ways = state.isEmpty() ? Set.of() : ways(r.getString(2));
        Wish wish =
            switch (state) {
              case "PAUSED" -> Wish.HOLD;
              case "RUNNING" -> Wish.SEND;
              default -> Wish.DROP;
            };
        return new Content(wish, Reason.CAMPAIGN, ways);
      }
    }
  }

  static Set<ChannelKind> ways(String kept) {
    Set<ChannelKind> ways = EnumSet.noneOf(ChannelKind.class);
    for (String name : kept.split(",", -1)) {
      if (!name.isEmpty()) {
        ways.add(ChannelKind.valueOf(name));
      }
    }
    return ways;
  }

  @Override
  public Map<Long, Words> words(
      Connection c, long merchantId, long sourceId, Collection<Long> members) throws SQLException {
    throw new UnsupportedOperationException("campaigns have words for each way");
  }

  @Override
  public Map<Long, Words> words(
      Connection c, long merchantId, long sourceId, Collection<Long> members, ChannelKind kind)
      throws SQLException {
    Map<Long, Words> words = new HashMap<>();
    Saying saying = Saying.of(c, merchantId, sourceId);
    saying
        .wording()
        .texts(personal, c, merchantId, members, Wording.By.of(kind), saying.facts())
        .forEach((member, text) -> words.put(member, new Words(saying.subject(), text)));
    return words;
  }

  @Override
  public boolean afford(Connection c, long merchantId, long sourceId, long cost)
      throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            """
            UPDATE kartela.campaign SET cost = cost + ?
            WHERE merchant_id = ? AND campaign_id = ? AND (budget IS NULL OR cost + ? <= budget)
            """)) {
      s.setLong(1, cost);
      s.setLong(2, merchantId);
      s.setLong(3, sourceId);
      s.setLong(4, cost);
      return s.executeUpdate() == 1;
    }
  }

  @Override
  public void refund(Connection c, long merchantId, long sourceId, long cost) throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            "UPDATE kartela.campaign SET cost = cost - ? WHERE merchant_id = ? AND campaign_id ="
                + " ?")) {
      s.setLong(1, cost);
      s.setLong(2, merchantId);
      s.setLong(3, sourceId);
      s.executeUpdate();
    }
  }

  /** After so many of them the campaign pauses, so that somebody looks at the text. */
  @Override
  public void textRefused(Connection c, long merchantId, long sourceId, String code)
      throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            """
            UPDATE kartela.campaign SET state = 'PAUSED', paused_why = 'TEXT_REFUSED'
            WHERE merchant_id = ? AND campaign_id = ? AND state = 'RUNNING' AND (
                SELECT count(*) FROM kartela.campaign_recipient r
                WHERE r.merchant_id = ? AND r.campaign_id = ? AND r.reason = 'TEXT') >= ?
            """)) {
      s.setLong(1, merchantId);
      s.setLong(2, sourceId);
      s.setLong(3, merchantId);
      s.setLong(4, sourceId);
      s.setInt(5, REFUSALS - 1);
      s.executeUpdate();
    }
  }

  @Override
  public void finished(
      Connection c, long merchantId, long sourceId, int seq, Outcome outcome, String reason)
      throws SQLException {
    CampaignResults.record(
        c,
        merchantId,
        sourceId,
        seq,
        DeliveryResult.Outcome.valueOf(outcome.name()),
        reason.isEmpty() ? null : reason);
  }
}
