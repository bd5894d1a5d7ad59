package io.kartela.service.feedback;

import io.kartela.service.message.channel.ChannelKind;
import io.kartela.service.message.post.Reason;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Words to members, one row for each. In the merchant's transaction. Stateless. */
final class ReviewMessages {
  private ReviewMessages() {}

  enum Kind {
    ASK,
    ANSWER
  }

  /**
   * Words as they are decided.
   *
   * @param tokenHash of a request's link
   * @param reward what it promises
   * @param skip why nothing is said; null: it is
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Fresh(
      long id,
      Kind kind,
      long receiptId,
      long memberId,
      Saying saying,
      byte @Nullable [] tokenHash,
      ReviewPlan.Reward reward,
      @Nullable String skip) {}

  /** What is said, and how. */
  record Saying(boolean offer, Set<ChannelKind> ways, String subject, String words) {
    Reason reason() {
      return offer ? Reason.OCCASION : Reason.NOTICE;
    }
  }

  /** False when this receipt's was decided before. */
  static boolean add(Connection c, long merchantId, Fresh m, Instant now) throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            """
            INSERT INTO kartela.review_message (merchant_id, message_id, kind, receipt_id, member_id, at, offer, ways,
                subject, words, token_hash, reward, reward_days, outcome, reason)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
            """)) {
      s.setLong(1, merchantId);
      s.setLong(2, m.id);
      s.setString(3, m.kind.name());
      s.setLong(4, m.receiptId);
      s.setLong(5, m.memberId);
      s.setTimestamp(6, Timestamp.from(now));
      s.setBoolean(7, m.saying.offer);
      s.setString(
          8, m.saying.ways.stream().map(ChannelKind::name).collect(Collectors.joining(",")));
      s.setString(9, m.saying.subject);
      s.setString(10, m.saying.words);
      s.setBytes(11, m.tokenHash);
      s.setLong(12, m.reward.amount());
      s.setInt(13, m.reward.days());
      s.setString(14, m.skip == null ? null : "SKIPPED");
      s.setString(15, m.skip);
      return s.executeUpdate() == 1;
    }
  }

  /**
   * What is on its way and still meant; nobody asks about what came back meanwhile, nor when the
   * shop has stopped asking.
   */
  static Optional<Saying> find(Connection c, long merchantId, long id) throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            """
            SELECT m.offer, m.ways, m.subject, m.words FROM kartela.review_message m
            JOIN kartela.receipt r ON r.merchant_id = m.merchant_id AND r.receipt_id = m.receipt_id
            JOIN kartela.review_settings k ON k.merchant_id = m.merchant_id
            WHERE m.merchant_id = ? AND m.message_id = ? AND m.outcome IS NULL AND m.words <> ''
                AND (m.kind = 'ANSWER' OR (NOT r.undone AND k.active))
            FOR SHARE OF m
            """)) {
      s.setLong(1, merchantId);
      s.setLong(2, id);
      try (ResultSet r = s.executeQuery()) {
        return r.next()
            ? Optional.of(
                new Saying(r.getBoolean(1), ways(r.getString(2)), r.getString(3), r.getString(4)))
            : Optional.empty();
      }
    }
  }

  private static Set<ChannelKind> ways(String kept) {
    Set<ChannelKind> ways = EnumSet.noneOf(ChannelKind.class);
    for (String name : kept.split(",", -1)) {
      if (!name.isEmpty()) {
        ways.add(ChannelKind.valueOf(name));
      }
    }
    return ways;
  }

  /** The verdict, once. A request's words go with it: they hold the link's secret. */
  static void over(Connection c, long merchantId, long id, String outcome, String reason)
      throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            """
            UPDATE kartela.review_message SET outcome = ?, reason = nullif(?, ''),
                words = CASE WHEN kind = 'ASK' THEN '' ELSE words END
            WHERE merchant_id = ? AND message_id = ? AND outcome IS NULL
            """)) {
      s.setString(1, outcome);
      s.setString(2, reason);
      s.setLong(3, merchantId);
      s.setLong(4, id);
      s.executeUpdate();
    }
  }
}
