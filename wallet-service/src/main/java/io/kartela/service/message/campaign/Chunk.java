package io.kartela.service.message.campaign;

import io.kartela.service.member.standing.Members;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A range of a campaign's recipients that one node works off at a time.
 *
 * @param epoch how often it was leased, this time included; names the lease
 */
record Chunk(long merchantId, long campaignId, int fromSeq, int toSeq, int epoch) {
  record Recipient(int seq, long memberId) {}

  /** The next of a campaign that nobody works on; a node that dies gives it back after a minute. */
  static Optional<Chunk> lease(Connection c, long merchantId, long campaignId) throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            """
            UPDATE kartela.campaign_chunk SET lease_until = clock_timestamp() + interval '60 seconds', epoch = epoch + 1
            WHERE (merchant_id, campaign_id, from_seq) = (
                SELECT k.merchant_id, k.campaign_id, k.from_seq FROM kartela.campaign_chunk k
                WHERE k.merchant_id = ? AND k.campaign_id = ? AND NOT k.done AND k.lease_until < clock_timestamp()
                ORDER BY k.lease_until, k.from_seq LIMIT 1 FOR UPDATE OF k SKIP LOCKED)
            RETURNING merchant_id, campaign_id, from_seq, to_seq, epoch
            """)) {
      s.setLong(1, merchantId);
      s.setLong(2, campaignId);
      try (ResultSet r = s.executeQuery()) {
        return r.next()
            ? Optional.of(
                new Chunk(r.getLong(1), r.getLong(2), r.getInt(3), r.getInt(4), r.getInt(5)))
            : Optional.empty();
      }
    }
  }

  /** Gives a lease back that was not needed. */
  static boolean release(Connection c, Chunk chunk) throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            """
            UPDATE kartela.campaign_chunk SET lease_until = '-infinity'
            WHERE merchant_id = ? AND campaign_id = ? AND from_seq = ? AND epoch = ? AND NOT done
            """)) {
      s.setLong(1, chunk.merchantId);
      s.setLong(2, chunk.campaignId);
      s.setInt(3, chunk.fromSeq);
      s.setInt(4, chunk.epoch);
      return s.executeUpdate() == 1;
    }
  }

  /** Those of whom nothing is known yet. */
  static List<Recipient> recipients(Connection c, Chunk chunk) throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            """
            SELECT seq, member_id FROM kartela.campaign_recipient
            WHERE merchant_id = ? AND campaign_id = ? AND seq BETWEEN ? AND ? AND outcome IS NULL
            """)) {
      s.setLong(1, chunk.merchantId);
      s.setLong(2, chunk.campaignId);
      s.setInt(3, chunk.fromSeq);
      s.setInt(4, chunk.toSeq);
      List<Recipient> list = new ArrayList<>();
      try (ResultSet r = s.executeQuery()) {
        while (r.next()) {
          list.add(new Recipient(r.getInt(1), r.getLong(2)));
        }
      }
      return list;
    }
  }

  /**
   * Whoever was merged into another member since the campaign began is addressed as that one,
   * unless the campaign has that one already; and whoever another record went on as, which had its
   * text already, has had it.
   */
  static List<Recipient> heirs(
      Connection c, Chunk chunk, List<Recipient> recipients, Map<Recipient, String> skipped)
      throws SQLException {
    Map<Long, Long> heirs =
        Members.heirs(c, chunk.merchantId, recipients.stream().map(Recipient::memberId).toList());
    Set<Long> told = told(c, chunk, recipients);
    List<Recipient> addressed = new ArrayList<>();
    for (Recipient r : recipients) {
      Long heir = heirs.get(r.memberId);
      if (heir == null && !told.contains(r.memberId)) {
        addressed.add(r);
      } else if (heir == null) {
        skipped.put(r, "MERGED");
      } else if (readdress(c, chunk, r, heir)) {
        addressed.add(new Recipient(r.seq, heir));
      } else {
        skipped.put(r, "MERGED");
      }
    }
    return addressed;
  }

  /** Those of these as whom a record went on that this campaign has written to. */
  private static Set<Long> told(Connection c, Chunk chunk, List<Recipient> recipients)
      throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            """
            WITH RECURSIVE gone (member_id, heir) AS (
                SELECT member_id, merged_into FROM kartela.member WHERE merchant_id = ? AND merged_into = ANY (?)
                UNION SELECT m.member_id, g.heir FROM gone g
                JOIN kartela.member m ON m.merchant_id = ? AND m.merged_into = g.member_id)
            SELECT DISTINCT g.heir FROM gone g
            JOIN kartela.campaign_recipient o ON o.merchant_id = ? AND o.campaign_id = ? AND o.member_id = g.member_id
            JOIN kartela.campaign_chunk k ON k.merchant_id = o.merchant_id AND k.campaign_id = o.campaign_id
                AND o.seq BETWEEN k.from_seq AND k.to_seq
            WHERE k.done AND o.outcome IS DISTINCT FROM 'SKIPPED'
            """)) {
      s.setLong(1, chunk.merchantId);
      s.setArray(
          2, c.createArrayOf("bigint", recipients.stream().map(Recipient::memberId).toArray()));
      s.setLong(3, chunk.merchantId);
      s.setLong(4, chunk.merchantId);
      s.setLong(5, chunk.campaignId);
      Set<Long> told = new HashSet<>();
      try (ResultSet r = s.executeQuery()) {
        while (r.next()) {
          told.add(r.getLong(1));
        }
      }
      return told;
    }
  }

  private static boolean readdress(Connection c, Chunk chunk, Recipient r, long heir)
      throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            """
            UPDATE kartela.campaign_recipient SET member_id = ?
            WHERE merchant_id = ? AND campaign_id = ? AND seq = ? AND NOT EXISTS (
                SELECT 1 FROM kartela.campaign_recipient o
                WHERE o.merchant_id = ? AND o.campaign_id = ? AND o.member_id = ?)
            """)) {
      s.setLong(1, heir);
      s.setLong(2, chunk.merchantId);
      s.setLong(3, chunk.campaignId);
      s.setInt(4, r.seq);
      s.setLong(5, chunk.merchantId);
      s.setLong(6, chunk.campaignId);
      s.setLong(7, heir);
      return s.executeUpdate() == 1;
    }
  }

  /** False when another node took the chunk over in the meantime. */
  static boolean close(Connection c, Chunk chunk, int skipped) throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            """
            UPDATE kartela.campaign_chunk SET done = true, skipped = skipped + ?
            WHERE merchant_id = ? AND campaign_id = ? AND from_seq = ? AND epoch = ? AND NOT done
            """)) {
      s.setInt(1, skipped);
      s.setLong(2, chunk.merchantId);
      s.setLong(3, chunk.campaignId);
      s.setInt(4, chunk.fromSeq);
      s.setInt(5, chunk.epoch);
      return s.executeUpdate() == 1;
    }
  }

  /** Notes why some are not written to. */
  static void skip(Connection c, Chunk chunk, Map<Recipient, String> skipped) throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            """
            UPDATE kartela.campaign_recipient SET outcome = 'SKIPPED', reason = ?
            WHERE merchant_id = ? AND campaign_id = ? AND seq = ?
            """)) {
      for (var e : skipped.entrySet()) {
        s.setString(1, e.getValue());
        s.setLong(2, chunk.merchantId);
        s.setLong(3, chunk.campaignId);
        s.setInt(4, e.getKey().seq);
        s.addBatch();
      }
      s.executeBatch();
    }
  }
}
