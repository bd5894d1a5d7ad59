package io.kartela.service.member.referral;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How far each of a member's friends is, and what the member has of it. Stateless. */
final class FriendSteps {
  /** Where a friend stands; never renamed. */
  enum Step {
    JOINED,
    BOUGHT,
    /** A reward is given when the friend buys once more. */
    SECOND_PURCHASE_AWAITED,
    /** Given, to be spent from a later day on. */
    REWARD_WAITS,
    REWARDED
  }

  /**
   * One friend.
   *
   * @param reward kopecks that the inviter has got for the friend's purchases, net of returns
   * @param until when the last of it can be spent, while it waits
   */
  record Friend(
      long memberId,
      String name,
      Instant at,
      long purchases,
      @Nullable Instant lastPurchaseAt,
      Step step,
      long reward,
      @Nullable Instant until) {}

  private static final String FRIENDS =
      """
      SELECT m.member_id, m.name, m.invited_at, s.purchases, s.last_purchase_at, r.reward, r.until, r.awaited
      FROM kartela.member m JOIN kartela.member_standing s USING (merchant_id, member_id)
      CROSS JOIN LATERAL (
          SELECT coalesce(sum(w.given - w.taken), 0) AS reward,
              max(w.active_from) FILTER (WHERE w.active_from > ? AND w.given > w.taken) AS until,
              coalesce(bool_or(w.earned_at IS NULL AND w.kept > 0 AND w.refused IS NULL), false) AS awaited
          FROM kartela.referral_reward w
          WHERE w.merchant_id = m.merchant_id AND w.friend_id = m.member_id AND w.inviter_id = m.invited_by) r
      WHERE m.merchant_id = ? AND m.invited_by = ? AND m.member_id < ?
      ORDER BY m.member_id DESC LIMIT ?
      """;

  private FriendSteps() {}

  /** The newest first, from before this number on. */
  static List<Friend> of(
      Connection c, long merchantId, long inviterId, long before, int limit, Instant now)
      throws SQLException {
    try (PreparedStatement s = c.prepareStatement(FRIENDS)) {
      s.setTimestamp(1, Timestamp.from(now));
      s.setLong(2, merchantId);
      s.setLong(3, inviterId);
      s.setLong(4, before);
      s.setInt(5, limit);
      List<Friend> friends = new ArrayList<>();
      try (ResultSet r = s.executeQuery()) {
        while (r.next()) {
          friends.add(read(r));
        }
      }
      return friends;
    }
  }

  private static Friend read(ResultSet r) throws SQLException {
    long purchases = r.getLong(4);
    long reward = r.getLong(6);
    Timestamp last = r.getTimestamp(5);
    Timestamp until = r.getTimestamp(7);
    return new Friend(
        r.getLong(1),
        r.getString(2),
        r.getTimestamp(3).toInstant(),
        purchases,
        last == null ? null : last.toInstant(),
        step(purchases, reward, until != null, r.getBoolean(8)),
        reward,
        until == null ? null : until.toInstant());
  }

  private static Step step(long purchases, long reward, boolean waits, boolean awaited) {
    if (awaited && reward == 0) {
      return Step.SECOND_PURCHASE_AWAITED;
    }
    if (waits) {
      return Step.REWARD_WAITS;
    }
    if (reward > 0) {
      return Step.REWARDED;
    }
    return purchases > 0 ? Step.BOUGHT : Step.JOINED;
  }
}
