package io.kartela.service.message.holdout;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/**
 * How members are drawn. Chance is a hash of the member and of what is drawn for: whoever draws
 * again, on whatever node, draws the same.
 *
 * @param percent of a campaign's recipients
 * @param seed the campaign's
 * @param globalPercent of all members
 * @param globalSeed the shop's in this quarter; a larger share later in it holds the same members
 *     and more
 */
public record HoldOut(int percent, String seed, int globalPercent, String globalSeed) {
  /** Why a member is not written to: drawn for this campaign. */
  public static final String OWN = "HOLD_OUT";

  /** Drawn for all advertising of the quarter. */
  public static final String GLOBAL = "GLOBAL_HOLD_OUT";

  /** A campaign's, whose recipients are fixed now; quarters are the shop's. */
  public static HoldOut of(Connection c, long merchantId, long campaignId, int percent, Instant now)
      throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            """
            SELECT hold_out_salt || ':campaign:' || ?, global_hold_out_percent,
                hold_out_salt || ':quarter:' || to_char(? AT TIME ZONE zone, 'YYYY-Q')
            FROM kartela.merchant WHERE merchant_id = ?
            """)) {
      s.setLong(1, campaignId);
      s.setTimestamp(2, Timestamp.from(now));
      s.setLong(3, merchantId);
      try (ResultSet r = s.executeQuery()) {
        r.next();
        return new HoldOut(percent, r.getString(1), r.getInt(2), r.getString(3));
      }
    }
  }

  /**
   * A SELECT of {@code member_id} and {@code reason}, which is null for whoever is written to.
   * Exactly the share of the campaign's is drawn, of those whom the shop's leaves.
   *
   * @param members a SELECT of {@code member_id}
   */
  public String sql(String members) {
    return """
    SELECT member_id, CASE WHEN everywhere THEN '%s' WHEN %s THEN '%s' END AS reason
    FROM (SELECT member_id, %s AS everywhere FROM (%s) a) g
    """
        .formatted(
            GLOBAL,
            percent == 0
                ? "false"
                : """
                row_number() OVER (PARTITION BY everywhere
                    ORDER BY hashint8extended(member_id, hashtextextended(?, 0)), member_id)
                <= round(count(*) OVER (PARTITION BY everywhere) * ? / 100.0)\
                """,
            OWN,
            globalPercent == 0
                ? "false"
                : "(hashint8extended(member_id, hashtextextended(?, 0)) & 9223372036854775807) %"
                    + " 100 < ?",
            members);
  }

  /** Sets the values of {@link #sql} before those of the members; the number of its last. */
  public int bind(PreparedStatement s, int after) throws SQLException {
    int at = after;
    if (percent > 0) {
      s.setString(++at, seed);
      s.setInt(++at, percent);
    }
    if (globalPercent > 0) {
      s.setString(++at, globalSeed);
      s.setInt(++at, globalPercent);
    }
    return at;
  }

  /**
   * Of these members those whom an automation never writes to, whenever it is asked: a share of all
   * there are, by a hash of their own.
   *
   * @param what is drawn for, the shop's own name of it
   */
  public static Set<Long> drawn(
      Connection c, long merchantId, String what, int percent, Collection<Long> members)
      throws SQLException {
    Set<Long> drawn = new HashSet<>();
    if (percent == 0 || members.isEmpty()) {
      return drawn;
    }
    try (PreparedStatement s =
        c.prepareStatement(
            """
            SELECT m FROM unnest(?::bigint[]) m, kartela.merchant k WHERE k.merchant_id = ?
                AND (hashint8extended(m, hashtextextended(k.hold_out_salt || ':' || ?, 0)) & 9223372036854775807) % 100 < ?
            """)) {
      s.setArray(1, c.createArrayOf("bigint", members.toArray()));
      s.setLong(2, merchantId);
      s.setString(3, what);
      s.setInt(4, percent);
      try (ResultSet r = s.executeQuery()) {
        while (r.next()) {
          drawn.add(r.getLong(1));
        }
      }
    }
    return drawn;
  }
}
