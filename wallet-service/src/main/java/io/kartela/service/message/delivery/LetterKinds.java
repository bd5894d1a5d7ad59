package io.kartela.service.message.delivery;

import io.kartela.service.message.delivery.Undelivered.Channel;
import io.kartela.service.message.delivery.Undelivered.Reason;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** What kinds of dead letters there are, and whose. */
final class LetterKinds {
  /** So many are counted of one channel and reason for the operator, who need not know more. */
  static final int COUNTED = 10_000;

  /**
   * Steps from one kind of letter to the next by an index, so that it costs as much as there are
   * kinds, not letters.
   */
  private static final String KINDS =
      """
      WITH RECURSIVE kind AS (
          (SELECT channel, reason, merchant_id FROM kartela.dead_letter ORDER BY channel, reason, merchant_id LIMIT 1)
          UNION ALL
          SELECT further.* FROM kind k CROSS JOIN LATERAL (
              SELECT channel, reason, merchant_id FROM kartela.dead_letter
              WHERE (channel, reason, merchant_id) > (k.channel, k.reason, k.merchant_id)
              ORDER BY channel, reason, merchant_id LIMIT 1) further
      ), span AS (
          SELECT k.*, oldest.created_at AS since, newest.created_at AS until, newest.detail
          FROM kind k
          CROSS JOIN LATERAL (
              SELECT created_at FROM kartela.dead_letter
              WHERE channel = k.channel AND reason = k.reason AND merchant_id = k.merchant_id
              ORDER BY created_at LIMIT 1) oldest
          CROSS JOIN LATERAL (
              SELECT created_at, detail FROM kartela.dead_letter
              WHERE channel = k.channel AND reason = k.reason AND merchant_id = k.merchant_id
              ORDER BY created_at DESC LIMIT 1) newest
      ), kinds AS (
          SELECT channel, reason, array_agg(merchant_id) AS merchants, min(since) AS since,
              (array_agg(detail ORDER BY until DESC))[1] AS detail
          FROM span GROUP BY channel, reason
      )
      SELECT channel, reason,
          (SELECT count(*) FROM (SELECT 1 FROM kartela.dead_letter l
              WHERE l.channel = k.channel AND l.reason = k.reason ORDER BY merchant_id LIMIT ?) counted),
          since, detail, merchants
      FROM kinds k ORDER BY channel, reason
      """;

  private static final String OF_ONE =
      """
      SELECT channel, reason, count(*), min(created_at), (array_agg(detail ORDER BY created_at DESC))[1]
      FROM kartela.dead_letter WHERE merchant_id = ? GROUP BY channel, reason ORDER BY channel, reason
      """;

  /**
   * A table that was empty until a vendor went away is one of which the planner knows nothing: it
   * would rather read and sort all of it. For the transaction, order comes from an index alone.
   */
  private static final String BY_INDEX =
      """
      SELECT set_config(way, 'off', true)
      FROM unnest(ARRAY['enable_seqscan', 'enable_bitmapscan', 'enable_sort', 'enable_incremental_sort']) AS way
      """;

  /** Letters of one channel and reason, and who has them. */
  record Kind(Undelivered shown, List<Long> merchants) {}

  private LetterKinds() {}

  /** What follows in this transaction reads letters in the order of an index, and no more. */
  static void byIndex(Connection c) throws SQLException {
    try (PreparedStatement s = c.prepareStatement(BY_INDEX)) {
      s.execute();
    }
  }

  /** Everybody's, by the worker. */
  static List<Kind> all(Connection c) throws SQLException {
    byIndex(c);
    List<Kind> found = new ArrayList<>();
    try (PreparedStatement s = c.prepareStatement(KINDS)) {
      s.setInt(1, COUNTED);
      try (ResultSet r = s.executeQuery()) {
        while (r.next()) {
          List<Long> merchants = List.of((Long[]) r.getArray(6).getArray());
          found.add(new Kind(read(r, merchants.size()), merchants));
        }
      }
    }
    return found;
  }

  /** One merchant's own, in a transaction confined to them. */
  static List<Undelivered> of(Connection c, long merchantId) throws SQLException {
    List<Undelivered> found = new ArrayList<>();
    try (PreparedStatement s = c.prepareStatement(OF_ONE)) {
      s.setLong(1, merchantId);
      try (ResultSet r = s.executeQuery()) {
        while (r.next()) {
          found.add(read(r, 1));
        }
      }
    }
    return found;
  }

  private static Undelivered read(ResultSet r, int merchants) throws SQLException {
    return new Undelivered(
        Channel.valueOf(r.getString(1)),
        Reason.valueOf(r.getString(2)),
        r.getLong(3),
        merchants,
        r.getTimestamp(4).toInstant(),
        r.getString(5));
  }
}
