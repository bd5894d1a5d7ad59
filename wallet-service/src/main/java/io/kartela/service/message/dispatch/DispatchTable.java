package io.kartela.service.message.dispatch;

import io.kartela.service.message.channel.ChannelKind;
import io.kartela.service.message.channel.SentLog.Origin;
import io.kartela.service.message.dispatch.Dispatch.State;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The words on their way. In the caller's transaction. Stateless. */
public final class DispatchTable {
  private static final String ONE =
      " WHERE merchant_id = ? AND source = ? AND source_id = ? AND seq = ?";

  private DispatchTable() {}

  /**
   * Words that are to leave by a channel, for one of a source's recipients.
   *
   * @param counted whether they count as an offer already, by another way
   */
  public record Fresh(int seq, long memberId, ChannelKind kind, boolean counted) {}

  public static void add(
      Connection c,
      long merchantId,
      String source,
      long sourceId,
      Instant now,
      Instant deadline,
      Collection<Fresh> all)
      throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            """
            INSERT INTO kartela.dispatch (merchant_id, source, source_id, seq, member_id, kind, not_before, deadline, counted)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
            """)) {
      for (Fresh one : all) {
        s.setLong(1, merchantId);
        s.setString(2, source);
        s.setLong(3, sourceId);
        s.setInt(4, one.seq);
        s.setLong(5, one.memberId);
        s.setString(6, one.kind.name());
        s.setTimestamp(7, Timestamp.from(now));
        s.setTimestamp(8, Timestamp.from(deadline));
        s.setBoolean(9, one.counted);
        s.addBatch();
      }
      s.executeBatch();
    }
  }

  /** How many of a source wait, counted up to a limit. */
  public static int waiting(Connection c, long merchantId, String source, long sourceId, int most)
      throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            """
            SELECT count(*) FROM (SELECT 1 FROM kartela.dispatch
                WHERE merchant_id = ? AND source = ? AND source_id = ? AND state = 'NEW' LIMIT ?) found
            """)) {
      s.setLong(1, merchantId);
      s.setString(2, source);
      s.setLong(3, sourceId);
      s.setInt(4, most);
      try (ResultSet r = s.executeQuery()) {
        r.next();
        return r.getInt(1);
      }
    }
  }

  /** What was held back, or waits for a channel, is looked at again. */
  public static void releaseSource(
      Connection c, long merchantId, String source, long sourceId, Instant now)
      throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            """
            UPDATE kartela.dispatch SET not_before = ?
            WHERE merchant_id = ? AND source = ? AND source_id = ? AND state = 'NEW' AND not_before = 'infinity'
            """)) {
      s.setTimestamp(1, Timestamp.from(now));
      s.setLong(2, merchantId);
      s.setString(3, source);
      s.setLong(4, sourceId);
      s.executeUpdate();
    }
  }

  /** The same for all that stands at a channel. */
  public static void releaseKind(Connection c, long merchantId, ChannelKind kind, Instant now)
      throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            """
            UPDATE kartela.dispatch SET not_before = ?
            WHERE merchant_id = ? AND kind = ? AND state = 'NEW' AND not_before > ?
            """)) {
      s.setTimestamp(1, Timestamp.from(now));
      s.setLong(2, merchantId);
      s.setString(3, kind.name());
      s.setTimestamp(4, Timestamp.from(now));
      s.executeUpdate();
    }
  }

  /**
   * Takes some that are due, for as long as a lease: as the worker, who sees all merchants.
   *
   * @param busy merchants whose vendor has enough in hand
   */
  static List<Dispatch> claim(Connection c, ChannelKind kind, Set<Long> busy, int most, Instant now)
      throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            """
            UPDATE kartela.dispatch d SET leased_until = clock_timestamp() + interval '90 seconds', attempts = attempts + 1
            FROM (SELECT merchant_id, source, source_id, seq FROM kartela.dispatch
                WHERE kind = ? AND not_before <= ? AND leased_until < clock_timestamp() AND merchant_id <> ALL (?)
                ORDER BY not_before LIMIT ? FOR UPDATE SKIP LOCKED) due
            WHERE d.merchant_id = due.merchant_id AND d.source = due.source AND d.source_id = due.source_id
                AND d.seq = due.seq
            RETURNING d.merchant_id, d.source, d.source_id, d.seq, d.member_id, d.kind, d.tried, d.state, d.deadline, d.counted
            """)) {
      s.setString(1, kind.name());
      s.setTimestamp(2, Timestamp.from(now));
      s.setArray(3, c.createArrayOf("bigint", busy.toArray()));
      s.setInt(4, most);
      List<Dispatch> list = new ArrayList<>();
      try (ResultSet r = s.executeQuery()) {
        while (r.next()) {
          list.add(read(r));
        }
      }
      return list;
    }
  }

  private static Dispatch read(ResultSet r) throws SQLException {
    return new Dispatch(
        r.getLong(1),
        new Origin(r.getString(2), r.getLong(3), r.getInt(4)),
        r.getLong(5),
        ChannelKind.valueOf(r.getString(6)),
        kinds(r.getArray(7)),
        State.valueOf(r.getString(8)),
        r.getTimestamp(9).toInstant(),
        r.getBoolean(10));
  }

  private static Set<ChannelKind> kinds(Array array) throws SQLException {
    Set<ChannelKind> kinds = EnumSet.noneOf(ChannelKind.class);
    for (String name : (String[]) array.getArray()) {
      kinds.add(ChannelKind.valueOf(name));
    }
    return kinds;
  }

  /**
   * Those that stand as they were claimed; nobody else changes them before the transaction ends.
   */
  static boolean hold(Connection c, Dispatch d) throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            "SELECT 1 FROM kartela.dispatch" + ONE + " AND kind = ? AND state = ? FOR UPDATE")) {
      one(s, 1, d.merchantId(), d.origin());
      s.setString(5, d.kind().name());
      s.setString(6, d.state().name());
      try (ResultSet r = s.executeQuery()) {
        return r.next();
      }
    }
  }

  /** One that waits at this channel for the vendor's word. */
  static Optional<Dispatch> taken(Connection c, long merchantId, Origin origin, ChannelKind kind)
      throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            "SELECT merchant_id, source, source_id, seq, member_id, kind, tried, state, deadline,"
                + " counted FROM kartela.dispatch"
                + ONE
                + " AND kind = ? AND state = 'TAKEN' FOR UPDATE")) {
      one(s, 1, merchantId, origin);
      s.setString(5, kind.name());
      try (ResultSet r = s.executeQuery()) {
        return r.next() ? Optional.of(read(r)) : Optional.empty();
      }
    }
  }

  private static void one(PreparedStatement s, int from, long merchantId, Origin origin)
      throws SQLException {
    s.setLong(from, merchantId);
    s.setString(from + 1, origin.source());
    s.setLong(from + 2, origin.sourceId());
    s.setInt(from + 3, origin.seq());
  }

  /** They may leave from now on: whoever finds them so later does not send them again. */
  static void leaving(Connection c, Collection<Dispatch> all) throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement("UPDATE kartela.dispatch SET state = 'LEAVING', counted = true" + ONE)) {
      for (Dispatch d : all) {
        one(s, 1, d.merchantId(), d.origin());
        s.addBatch();
      }
      s.executeBatch();
    }
  }

  /** To be looked at again then; null: when somebody releases it. What failed stays counted. */
  static void later(Connection c, Dispatch d, State state, @Nullable Instant then)
      throws SQLException {
    put(c, d, state, then, "attempts");
  }

  /** The same when nothing failed: only its time has not come. */
  static void wait(Connection c, Dispatch d, @Nullable Instant then) throws SQLException {
    put(c, d, State.NEW, then, "0");
  }

  private static void put(
      Connection c, Dispatch d, State state, @Nullable Instant then, String attempts)
      throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            "UPDATE kartela.dispatch SET state = ?, not_before = coalesce(?::timestamptz,"
                + " 'infinity'), leased_until = '-infinity', attempts = "
                + attempts
                + ONE)) {
      s.setString(1, state.name());
      s.setTimestamp(2, then == null ? null : Timestamp.from(then));
      one(s, 3, d.merchantId(), d.origin());
      s.executeUpdate();
    }
  }

  /** On to another rung. */
  static void advance(Connection c, Dispatch d, ChannelKind next, Instant now) throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            "UPDATE kartela.dispatch SET kind = ?, tried = array_append(tried, kind), state ="
                + " 'NEW', attempts = 0, not_before = ?, leased_until = '-infinity'"
                + ONE)) {
      s.setString(1, next.name());
      s.setTimestamp(2, Timestamp.from(now));
      one(s, 3, d.merchantId(), d.origin());
      s.executeUpdate();
    }
  }

  static int attempts(Connection c, Dispatch d) throws SQLException {
    try (PreparedStatement s = c.prepareStatement("SELECT attempts FROM kartela.dispatch" + ONE)) {
      one(s, 1, d.merchantId(), d.origin());
      try (ResultSet r = s.executeQuery()) {
        return r.next() ? r.getInt(1) : 0;
      }
    }
  }

  static void remove(Connection c, Dispatch d) throws SQLException {
    try (PreparedStatement s = c.prepareStatement("DELETE FROM kartela.dispatch" + ONE)) {
      one(s, 1, d.merchantId(), d.origin());
      s.executeUpdate();
    }
  }
}
