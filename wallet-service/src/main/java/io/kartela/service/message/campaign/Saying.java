package io.kartela.service.message.campaign;

import io.kartela.service.message.channel.ChannelKind;
import io.kartela.service.message.words.Facts;
import io.kartela.service.platform.http.Lang;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a campaign that has begun says and gives.
 *
 * @param subject of letters
 * @param ways by which it may leave where no card is held
 * @param gift null: none
 * @param by who began it
 * @param home the language that the shop speaks
 */
record Saying(
    Wording wording,
    String subject,
    Set<ChannelKind> ways,
    Instant began,
    @Nullable Gift gift,
    Lang home,
    String by) {
  /** A text that comes later than this after the beginning is of no use. */
  private static final Duration LIFE = Duration.ofDays(3);

  private static final String SELECT =
      """
      SELECT k.text, k.variants, k.tail, k.subject, k.ways, k.created_at, k.gift_amount, k.gift_days, m.locale, k.created_by
      FROM kartela.campaign k JOIN kartela.merchant m USING (merchant_id)
      WHERE k.merchant_id = ? AND k.campaign_id = ?
      """;

  static Saying of(Connection c, long merchantId, long campaignId) throws SQLException {
    return read(c, SELECT, merchantId, campaignId).orElseThrow();
  }

  /** Nobody pauses it before the transaction ends. */
  static Optional<Saying> ifRunning(Connection c, long merchantId, long campaignId)
      throws SQLException {
    return read(c, SELECT + "AND k.state = 'RUNNING' FOR SHARE OF k", merchantId, campaignId);
  }

  private static Optional<Saying> read(Connection c, String sql, long merchantId, long campaignId)
      throws SQLException {
    try (PreparedStatement s = c.prepareStatement(sql)) {
      s.setLong(1, merchantId);
      s.setLong(2, campaignId);
      try (ResultSet r = s.executeQuery()) {
        return r.next() ? Optional.of(read(r)) : Optional.empty();
      }
    }
  }

  private static Saying read(ResultSet r) throws SQLException {
    long amount = r.getLong(7);
    return new Saying(
        Wording.kept(r.getString(1), r.getString(2), r.getString(3)),
        r.getString(4),
        CampaignTexts.ways(r.getString(5)),
        r.getTimestamp(6).toInstant(),
        amount == 0 ? null : new Gift(amount, r.getInt(8)),
        Lang.of(r.getString(9)),
        r.getString(10));
  }

  Instant deadline() {
    return began.plus(LIFE);
  }

  /** When the gift burns: for everybody at the same time, as the text says it. */
  Instant giftUntil() {
    return gift == null ? began : began.plus(Duration.ofDays(gift.days()));
  }

  Facts facts() {
    return gift == null ? Facts.NONE : Facts.NONE.with(gift.amount(), giftUntil());
  }
}
