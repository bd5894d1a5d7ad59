package io.kartela.service.message.campaign;

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
 * What was said to one member and what became of it, single messages and campaigns together. Works
 * in the caller's transaction. Stateless.
 */
final class MemberMessages {
  /** More than anybody reads; single messages are kept for three months. */
  private static final int MOST = 100;

  /**
   * @param reason SIGN_UP_CODE, SPEND_CODE, PLACE_CODE, CARD_LINK or CAMPAIGN
   * @param verdict DELIVERED, SENT (it is not known whether it came), FAILED, SKIPPED or WAITING
   * @param why what the verdict leaves open, as a code
   * @param address the end of the number; campaigns go to the card
   * @param text a campaign's; the words of single messages, which may hold codes, are kept nowhere
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record MessageView(
      Instant at,
      String reason,
      String verdict,
      @Nullable String why,
      @Nullable String address,
      @Nullable String campaignId,
      @Nullable String name,
      @Nullable String text) {}

  /**
   * How it stands with one way to the member, of those that something is known of.
   *
   * @param state ALIVE, MUTED, REFUSED, QUARANTINED or DEAD
   * @param until of what ends by itself
   * @param why the vendor's own word for it; null while it is alive
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record WayView(
      String kind, String state, @Nullable Instant until, @Nullable String why, Instant at) {}

  private MemberMessages() {}

  /** What is said of a phone or letter box that the member had before is of no use. */
  static List<WayView> ways(Connection c, long merchantId, long memberId, Instant now)
      throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            """
            SELECT a.kind, a.state, a.until, a.why, a.at FROM kartela.member_address a
            JOIN kartela.member m USING (merchant_id, member_id)
            WHERE merchant_id = ? AND member_id = ? AND (a.state = 'REFUSED' OR a.kind NOT IN ('SMS', 'MAIL')
                OR a.address = CASE a.kind WHEN 'SMS' THEN m.phone ELSE m.email END)
            ORDER BY a.kind
            """)) {
      s.setLong(1, merchantId);
      s.setLong(2, memberId);
      List<WayView> ways = new ArrayList<>();
      try (ResultSet r = s.executeQuery()) {
        while (r.next()) {
          Timestamp until = r.getTimestamp(3);
          boolean over = until != null && !until.toInstant().isAfter(now);
          boolean alive = over || r.getString(2).equals("ALIVE");
          ways.add(
              new WayView(
                  r.getString(1),
                  alive ? "ALIVE" : r.getString(2),
                  alive || until == null ? null : until.toInstant(),
                  alive ? null : r.getString(4),
                  r.getTimestamp(5).toInstant()));
        }
      }
      return ways;
    }
  }

  /** The newest first. */
  static List<MessageView> of(Connection c, long merchantId, long memberId) throws SQLException {
    List<MessageView> messages = new ArrayList<>();
    try (PreparedStatement s =
        c.prepareStatement(
            """
            (SELECT m.at, m.reason, m.verdict, m.why, m.address, NULL::bigint, NULL::text, NULL::text
             FROM kartela.message m WHERE m.merchant_id = ? AND m.member_id = ? ORDER BY m.at DESC LIMIT ?)
            UNION ALL
            (SELECT c.created_at, 'CAMPAIGN', coalesce(r.outcome, CASE WHEN c.state = 'CANCELLED' THEN 'SKIPPED' ELSE 'WAITING' END),
                 CASE WHEN r.outcome IS NULL AND c.state = 'CANCELLED' THEN 'CANCELLED' ELSE r.reason END, NULL,
                 c.campaign_id, c.name, c.text
             FROM kartela.campaign c JOIN kartela.campaign_recipient r USING (merchant_id, campaign_id)
             WHERE c.merchant_id = ? AND r.member_id = ? ORDER BY c.created_at DESC LIMIT ?)
            ORDER BY 1 DESC LIMIT ?
            """)) {
      for (int half = 0; half < 2; half++) {
        s.setLong(1 + 3 * half, merchantId);
        s.setLong(2 + 3 * half, memberId);
        s.setInt(3 + 3 * half, MOST);
      }
      s.setInt(7, MOST);
      try (ResultSet r = s.executeQuery()) {
        while (r.next()) {
          messages.add(read(r));
        }
      }
    }
    return messages;
  }

  private static MessageView read(ResultSet r) throws SQLException {
    Long campaign = r.getObject(6, Long.class);
    String why = r.getString(4);
    return new MessageView(
        r.getTimestamp(1).toInstant(),
        r.getString(2),
        verdict(r.getString(3)),
        why == null || why.isEmpty() || why.equals("UNKNOWN") ? null : why,
        r.getString(5),
        campaign == null ? null : campaign.toString(),
        r.getString(7),
        r.getString(8));
  }

  /** A gateway that took a message does not say that it came. */
  private static String verdict(String stored) {
    return switch (stored) {
      case "ACCEPTED" -> "SENT";
      case "REFUSED" -> "FAILED";
      default -> stored;
    };
  }
}
