package io.kartela.service.member.referral;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is worth a look among invitations: reasons, never a verdict. Nothing is blocked by it, and
 * nobody but the owner is told. Stateless.
 */
final class FriendsFlags {
  /** As many of each kind, those with the most friends first. */
  private static final int MOST = 50;

  /** Why somebody is worth a look; never renamed. */
  enum Reason {
    /** One cashier signed the friends up and rings up nearly all that they buy. */
    CASHIERS_FRIENDS,
    /** The phones of friends, or of a friend and the inviter, stand in one run. */
    PHONES_IN_A_RUN,
    /** Cards of friends, or of a friend and the inviter, stand in the wallet of one phone. */
    ONE_PHONE
  }

  /**
   * One inviter and one reason.
   *
   * @param friends whom it concerns
   * @param reward kopecks that the inviter has got for them
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Flag(
      Reason reason,
      String inviterId,
      String inviterName,
      @Nullable String cashierName,
      long friends,
      long reward) {}

  private static final String CASHIERS =
      """
      SELECT m.invited_by, k.name, array_agg(DISTINCT m.member_id)
      FROM kartela.member m
      JOIN kartela.cashier k ON k.merchant_id = m.merchant_id AND k.cashier_id = m.signed_up_cashier
      JOIN kartela.receipt r ON r.merchant_id = m.merchant_id AND r.member_id = m.member_id AND NOT r.undone
      WHERE m.merchant_id = ? AND m.invited_by IS NOT NULL AND m.invited_at >= ?
      GROUP BY m.invited_by, m.signed_up_cashier, k.name
      HAVING count(DISTINCT m.member_id) >= 3
          AND count(*) FILTER (WHERE r.cashier_id = m.signed_up_cashier) * 5 >= count(*) * 4
      """;

  /** Within ten of each other: cards of one operator that were bought together. */
  private static final String RUNS =
      """
      WITH f AS (
          SELECT m.invited_by AS inviter, m.member_id, m.phone FROM kartela.member m
          WHERE m.merchant_id = ? AND m.invited_by IS NOT NULL AND m.invited_at >= ? AND m.phone ~ '^[+][0-9]{8,15}$'),
      p AS (
          SELECT inviter, member_id, phone::numeric AS n FROM f
          UNION SELECT i.member_id, i.member_id, i.phone::numeric FROM kartela.member i
          WHERE i.merchant_id = ? AND i.phone ~ '^[+][0-9]{8,15}$' AND i.member_id IN (SELECT inviter FROM f)),
      near AS (
          SELECT inviter, member_id, least(n - lag(n) OVER w, lead(n) OVER w - n) AS apart FROM p
          WINDOW w AS (PARTITION BY inviter ORDER BY n))
      SELECT inviter, NULL::text, array_agg(member_id) FROM near WHERE apart <= 10 AND member_id <> inviter
      GROUP BY inviter
      """;

  private static final String PHONES =
      """
      WITH on_phone AS (
          SELECT r.device_id, p.member_id, m.invited_by, m.invited_at FROM kartela.apple_registration r
          JOIN kartela.pass p ON p.merchant_id = r.merchant_id AND p.serial = r.serial
          JOIN kartela.member m ON m.merchant_id = p.merchant_id AND m.member_id = p.member_id
          WHERE r.merchant_id = ?)
      SELECT a.invited_by, NULL::text, array_agg(DISTINCT a.member_id) FROM on_phone a
      JOIN on_phone b ON b.device_id = a.device_id AND b.member_id <> a.member_id
          AND (b.member_id = a.invited_by OR b.invited_by = a.invited_by)
      WHERE a.invited_by IS NOT NULL AND a.invited_at >= ?
      GROUP BY a.invited_by
      """;

  private FriendsFlags() {}

  /** Of those who came since then. */
  static List<Flag> of(Connection c, long merchantId, Instant since) throws SQLException {
    List<Flag> flags = new ArrayList<>();
    for (Reason reason : Reason.values()) {
      String found =
          switch (reason) {
            case CASHIERS_FRIENDS -> CASHIERS;
            case PHONES_IN_A_RUN -> RUNS;
            case ONE_PHONE -> PHONES;
          };
      flags.addAll(read(c, merchantId, since, reason, found));
    }
    return flags;
  }

  private static List<Flag> read(
      Connection c, long merchantId, Instant since, Reason reason, String found)
      throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            """
            SELECT i.member_id, i.name, x.cashier, cardinality(x.friends),
                (SELECT coalesce(sum(w.given - w.taken), 0) FROM kartela.referral_reward w
                    WHERE w.merchant_id = i.merchant_id AND w.inviter_id = i.member_id AND w.friend_id = ANY (x.friends))
            FROM (%s) x (inviter, cashier, friends)
            JOIN kartela.member i ON i.merchant_id = ? AND i.member_id = x.inviter
            ORDER BY 4 DESC, 1 LIMIT ?
            """
                .formatted(found))) {
      int next = 1;
      s.setLong(next++, merchantId);
      s.setTimestamp(next++, Timestamp.from(since));
      if (reason == Reason.PHONES_IN_A_RUN) {
        s.setLong(next++, merchantId);
      }
      s.setLong(next++, merchantId);
      s.setInt(next, MOST);
      List<Flag> flags = new ArrayList<>();
      try (ResultSet r = s.executeQuery()) {
        while (r.next()) {
          flags.add(
              new Flag(
                  reason,
                  r.getString(1),
                  r.getString(2),
                  r.getString(3),
                  r.getLong(4),
                  r.getLong(5)));
        }
      }
      return flags;
    }
  }
}
