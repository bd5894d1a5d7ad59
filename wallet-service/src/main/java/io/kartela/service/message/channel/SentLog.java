package io.kartela.service.message.channel;

import io.kartela.push.Answer;
import io.kartela.push.Report;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Words that left beside the card, what they cost and what vendors told of them. In the caller's
 * transaction, confined to the merchant. Stateless.
 */
public final class SentLog {
  /** What is not told by then is not told. */
  private static final Duration ASKED_FOR = Duration.ofHours(24);

  private static final Duration FIRST_ASKED = Duration.ofSeconds(10);
  private static final int ASKED_AT_ONCE = 100;
  private static final String TEST = "TEST";

  private SentLog() {}

  /** Words that leave now. */
  public record Leaving(
      long sentId, Channel channel, Addresses.Reach to, Origin origin, int parts, long cost) {}

  /**
   * Whose words.
   *
   * @param seq which of the source's recipients
   */
  public record Origin(String source, long sourceId, int seq) {}

  /**
   * Words of which the vendor is asked.
   *
   * @param since when they left
   */
  public record Asked(
      long sentId, String vendorId, Addresses.Reach to, Origin origin, Instant since) {}

  public static void leaving(Connection c, long merchantId, List<Leaving> all, Instant now)
      throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            """
            INSERT INTO kartela.sent (merchant_id, sent_id, kind, vendor, source, source_id, seq, member_id, address, parts,
                cost, state, at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'LEAVING', ?)
            """)) {
      for (Leaving one : all) {
        s.setLong(1, merchantId);
        s.setLong(2, one.sentId);
        s.setString(3, one.channel.kind().name());
        s.setString(4, one.channel.vendor().name());
        s.setString(5, one.origin.source);
        s.setLong(6, one.origin.sourceId);
        s.setInt(7, one.origin.seq);
        s.setLong(8, one.to.memberId());
        s.setString(9, one.to.address());
        s.setInt(10, one.parts);
        s.setLong(11, one.cost);
        s.setTimestamp(12, Timestamp.from(now));
        s.addBatch();
      }
      s.executeBatch();
    }
  }

  /** The vendor took it; it is asked soon how it fared, when it tells at all. */
  public static void taken(Connection c, long merchantId, Leaving one, String vendorId, Instant now)
      throws SQLException {
    boolean tells = !one.channel.kind().patience().isZero() && !vendorId.isEmpty();
    try (PreparedStatement s =
        c.prepareStatement(
            """
            UPDATE kartela.sent SET state = 'TAKEN', vendor_id = nullif(?, ''), ask_at = ?, address = ?
            WHERE merchant_id = ? AND sent_id = ?
            """)) {
      s.setString(1, vendorId);
      s.setTimestamp(2, tells ? Timestamp.from(now.plus(FIRST_ASKED)) : null);
      s.setString(3, tells ? one.to.address() : end(one.to.address()));
      s.setLong(4, merchantId);
      s.setLong(5, one.sentId);
      s.executeUpdate();
    }
  }

  /** It did not go, and costs nothing; or nobody knows, and it may have cost. */
  public static void notTaken(
      Connection c, long merchantId, Leaving one, boolean unknown, String why) throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            """
            UPDATE kartela.sent SET state = ?, why = ?, cost = CASE WHEN ? THEN cost ELSE 0 END, address = ?
            WHERE merchant_id = ? AND sent_id = ?
            """)) {
      s.setString(1, unknown ? "UNKNOWN" : "REFUSED");
      s.setString(2, why);
      s.setBoolean(3, unknown);
      s.setString(4, end(one.to.address()));
      s.setLong(5, merchantId);
      s.setLong(6, one.sentId);
      s.executeUpdate();
    }
  }

  /**
   * What the vendor answered to words of which nobody asks later: a test, what a bot says by
   * itself.
   */
  public static void settled(Connection c, long merchantId, Leaving one, Answer answer, Instant now)
      throws SQLException {
    switch (answer) {
      case Answer.Accepted _ -> taken(c, merchantId, one, "", now);
      case Answer.Unknown(String why) -> notTaken(c, merchantId, one, true, why);
      case Answer.AddressRefused _,
          Answer.Withdrawn _,
          Answer.TextRefused _,
          Answer.CredentialRefused _,
          Answer.OutOfMoney _,
          Answer.Throttled _,
          Answer.NotSent _ ->
          notTaken(c, merchantId, one, false, answer.word());
    }
  }

  /** Words that left a node which ended before it heard the answer. */
  public static void lost(Connection c, long merchantId, Origin origin) throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            """
            UPDATE kartela.sent SET state = 'UNKNOWN', address = right(address, 4)
            WHERE merchant_id = ? AND source = ? AND source_id = ? AND seq = ? AND state = 'LEAVING'
            """)) {
      s.setLong(1, merchantId);
      s.setString(2, origin.source);
      s.setLong(3, origin.sourceId);
      s.setInt(4, origin.seq);
      s.executeUpdate();
    }
  }

  /** Takes some of which the vendor is due to be asked; whoever else asks gets others. */
  public static List<Asked> due(Connection c, long merchantId, ChannelKind kind, Instant now)
      throws SQLException {
    List<Asked> due = new ArrayList<>();
    try (PreparedStatement s =
        c.prepareStatement(
            """
            UPDATE kartela.sent SET ask_at = CASE WHEN at < ? THEN NULL ELSE ?::timestamptz + (?::timestamptz - at) END
            WHERE merchant_id = ? AND sent_id IN (
                SELECT sent_id FROM kartela.sent WHERE merchant_id = ? AND kind = ? AND ask_at <= ? ORDER BY ask_at LIMIT ?
                FOR UPDATE SKIP LOCKED)
            RETURNING sent_id, vendor_id, member_id, address, source, source_id, seq, at
            """)) {
      Timestamp at = Timestamp.from(now);
      s.setTimestamp(1, Timestamp.from(now.minus(ASKED_FOR)));
      s.setTimestamp(2, at);
      s.setTimestamp(3, at);
      s.setLong(4, merchantId);
      s.setLong(5, merchantId);
      s.setString(6, kind.name());
      s.setTimestamp(7, at);
      s.setInt(8, ASKED_AT_ONCE);
      try (ResultSet r = s.executeQuery()) {
        while (r.next()) {
          due.add(asked(r, kind));
        }
      }
    }
    return due;
  }

  private static Asked asked(ResultSet r, ChannelKind kind) throws SQLException {
    return new Asked(
        r.getLong(1),
        r.getString(2),
        new Addresses.Reach(r.getLong(3), kind, r.getString(4)),
        new Origin(r.getString(5), r.getLong(6), r.getInt(7)),
        r.getTimestamp(8).toInstant());
  }

  /** Words by the vendor's name for them, when its word of them is still waited for. */
  public static Optional<Asked> byVendorId(
      Connection c, long merchantId, ChannelKind kind, String vendorId) throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            """
            SELECT sent_id, vendor_id, member_id, address, source, source_id, seq, at FROM kartela.sent
            WHERE merchant_id = ? AND kind = ? AND vendor_id = ? AND state IN ('TAKEN', 'DELIVERED') FOR UPDATE
            """)) {
      s.setLong(1, merchantId);
      s.setString(2, kind.name());
      s.setString(3, vendorId);
      try (ResultSet r = s.executeQuery()) {
        return r.next() ? Optional.of(asked(r, kind)) : Optional.empty();
      }
    }
  }

  /** Whether words are with a vendor who has not answered yet. */
  public static boolean someLeave(Connection c, long merchantId, ChannelKind kind)
      throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            "SELECT EXISTS (SELECT 1 FROM kartela.sent WHERE merchant_id = ? AND kind = ?"
                + " AND vendor_id IS NULL AND state = 'LEAVING' AND source <> ?)")) {
      s.setLong(1, merchantId);
      s.setString(2, kind.name());
      s.setString(3, TEST);
      try (ResultSet r = s.executeQuery()) {
        return r.next() && r.getBoolean(1);
      }
    }
  }

  /** What the vendor told last; false when that says nothing new. */
  public static boolean told(Connection c, long merchantId, Asked asked, Report report)
      throws SQLException {
    String state = state(report.fate());
    if (state == null) {
      return false;
    }
    try (PreparedStatement s =
        c.prepareStatement(
            """
            UPDATE kartela.sent SET state = ?, why = ?, ask_at = NULL, address = right(address, 4)
            WHERE merchant_id = ? AND sent_id = ? AND (state = 'TAKEN' OR state = 'DELIVERED' AND ? = 'SEEN')
            """)) {
      s.setString(1, state);
      s.setString(2, report.code());
      s.setLong(3, merchantId);
      s.setLong(4, asked.sentId);
      s.setString(5, state);
      return s.executeUpdate() == 1;
    }
  }

  private static @Nullable String state(Report.Fate fate) {
    return switch (fate) {
      case ON_THE_WAY -> null;
      case DELIVERED -> "DELIVERED";
      case SEEN -> "SEEN";
      case EXPIRED -> "EXPIRED";
      case FAILED, BARRED, DEAD, WITHDRAWN -> "FAILED";
    };
  }

  static int tests(Connection c, long merchantId, Instant since) throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            "SELECT count(*) FROM kartela.sent WHERE merchant_id = ? AND source = ? AND at > ?")) {
      s.setLong(1, merchantId);
      s.setString(2, TEST);
      s.setTimestamp(3, Timestamp.from(since));
      try (ResultSet r = s.executeQuery()) {
        r.next();
        return r.getInt(1);
      }
    }
  }

  /** A test leaves: counted, but nobody's message. */
  static Leaving test(Connection c, long merchantId, long id, Channel channel, Instant now)
      throws SQLException {
    Leaving one =
        new Leaving(
            id,
            channel,
            new Addresses.Reach(0, channel.kind(), ""),
            new Origin(TEST, 0, 0),
            1,
            channel.price());
    leaving(c, merchantId, List.of(one), now);
    return one;
  }

  private static String end(String address) {
    return address.substring(Math.max(0, address.length() - 4));
  }
}
