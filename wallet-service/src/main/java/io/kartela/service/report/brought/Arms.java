package io.kartela.service.report.brought;

import io.kartela.service.member.segment.Audiences;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A campaign's recipients by arm, each counted once and for good where they were put at the
 * beginning, whatever became of the message: who could not be reached stays among the treated.
 *
 * @param globalHeldOut members of neither arm
 */
record Arms(Bought treated, Bought heldOut, long globalHeldOut) {
  /**
   * Up to so many recipients' receipts are looked up; of more those of the window are gone through.
   */
  private static final int LOOKED_UP = 2_000;

  /**
   * Members who were merged are the one they have become: of a person who was in both arms the own
   * record decides, else the first. Receipts are looked up by member or gone through by time, as
   * fits the campaign; older ones are not touched. In the order of members, so that what is drawn
   * by chance is drawn alike.
   */
  private static final String SQL =
      """
      WITH RECURSIVE post (gone, next) AS (
          SELECT member_id, merged_into FROM kartela.member WHERE merchant_id = ? AND merged_into IS NOT NULL
          UNION SELECT p.gone, m.merged_into FROM post p
          JOIN kartela.member m ON m.merchant_id = ? AND m.member_id = p.next AND m.merged_into IS NOT NULL),
      heir AS (
          SELECT gone, next FROM post p WHERE NOT EXISTS (SELECT FROM kartela.member m
              WHERE m.merchant_id = ? AND m.member_id = p.next AND m.merged_into IS NOT NULL)),
      person AS (
          SELECT DISTINCT ON (member_id) member_id, arm FROM (
              SELECT coalesce(h.next, r.member_id) AS member_id, h.next IS NOT NULL AS gone, r.seq,
                  CASE WHEN r.reason IN ('HOLD_OUT', 'GLOBAL_HOLD_OUT') THEN r.reason ELSE '' END AS arm
              FROM kartela.campaign_recipient r LEFT JOIN heir h ON h.gone = r.member_id
              WHERE r.merchant_id = ? AND r.campaign_id = ?) x
          ORDER BY member_id, gone, seq),
      bought AS (
          SELECT r.member_id, sum(r.net)::bigint AS money, sum(r.spent)::bigint AS bonuses FROM kartela.receipt r
          WHERE r.merchant_id = ? AND r.at >= ? AND r.at < ? AND r.member_id IN (SELECT member_id FROM person)
          GROUP BY 1),
      back AS (
          SELECT member_id, sum(money)::bigint AS money, sum(bonuses_back)::bigint AS bonuses FROM (
              SELECT b.money, b.bonuses_back, (SELECT r.member_id FROM kartela.receipt r
                  WHERE r.merchant_id = b.merchant_id AND r.receipt_id = b.receipt_id AND r.at >= ? AND r.at < ?) AS member_id
              FROM kartela.receipt_return b WHERE b.merchant_id = ? AND b.at >= ? AND b.at < ?) y
          GROUP BY 1),
      figure AS (
          SELECT member_id, p.arm, b.money - coalesce(k.money, 0) AS money, b.bonuses - coalesce(k.bonuses, 0) AS bonuses
          FROM person p LEFT JOIN bought b USING (member_id) LEFT JOIN back k USING (member_id))
      SELECT arm, count(*), array_agg(money ORDER BY member_id) FILTER (WHERE money <> 0 OR bonuses <> 0),
          array_agg(bonuses ORDER BY member_id) FILTER (WHERE money <> 0 OR bonuses <> 0)
      FROM figure GROUP BY arm
      """;

  static Arms of(Connection c, Trial trial) throws SQLException {
    Audiences.asBig(c);
    if (trial.total() > LOOKED_UP) {
      goThrough(c);
    }
    try (PreparedStatement s = c.prepareStatement(SQL)) {
      bind(s, trial);
      return read(s);
    }
  }

  /** Of rows of an arm's name, its members, and what those paid who bought, as two arrays. */
  static Arms read(PreparedStatement s) throws SQLException {
    Map<String, Bought> found = new HashMap<>();
    try (ResultSet r = s.executeQuery()) {
      while (r.next()) {
        found.put(
            r.getString(1), new Bought(r.getLong(2), longs(r.getArray(3)), longs(r.getArray(4))));
      }
    }
    return new Arms(
        found.getOrDefault("", Bought.NOBODY),
        found.getOrDefault("HOLD_OUT", Bought.NOBODY),
        found.getOrDefault("GLOBAL_HOLD_OUT", Bought.NOBODY).members());
  }

  /**
   * Of a campaign that began a moment ago the database does not know how large it is, and would
   * look up every recipient among all the others.
   */
  private static void goThrough(Connection c) throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement("SELECT set_config('enable_nestloop', 'off', true)")) {
      s.execute();
    }
  }

  private static void bind(PreparedStatement s, Trial trial) throws SQLException {
    Timestamp from = Timestamp.from(trial.from());
    Timestamp until = Timestamp.from(trial.until());
    int at = 0;
    for (int i = 0; i < 4; i++) {
      s.setLong(++at, trial.merchantId());
    }
    s.setLong(++at, trial.campaignId());
    s.setLong(++at, trial.merchantId());
    s.setTimestamp(++at, from);
    s.setTimestamp(++at, until);
    s.setTimestamp(++at, from);
    s.setTimestamp(++at, until);
    s.setLong(++at, trial.merchantId());
    s.setTimestamp(++at, from);
    s.setTimestamp(++at, until);
  }

  private static long[] longs(java.sql.@Nullable Array array) throws SQLException {
    if (array == null) {
      return new long[0];
    }
    Long[] boxed = (Long[]) array.getArray();
    long[] longs = new long[boxed.length];
    for (int i = 0; i < boxed.length; i++) {
      longs[i] = boxed[i];
    }
    return longs;
  }
}
