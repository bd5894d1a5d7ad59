package io.kartela.service.message.channel;

import io.kartela.ledger.postgres.RoundTrip;
import io.kartela.push.Delivery.AddressFate;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where members are reached, by which ways, and what vendors said of it. In the caller's
 * transaction, confined to the merchant. Stateless.
 */
public final class Addresses {
  /** A number that is barred may be somebody's again after this. */
  private static final Duration QUARANTINE = Duration.ofDays(30);

  private Addresses() {}

  /** The ways that lead to each of these members now; who has none is not in the answer. */
  public static Map<Long, Map<ChannelKind, String>> alive(
      Connection c, long merchantId, Collection<Long> members, Instant now) throws SQLException {
    Map<Long, Map<ChannelKind, String>> alive = new HashMap<>();
    try (PreparedStatement s =
        c.prepareStatement(
            """
            SELECT m.member_id, k.kind, k.address, a.state, a.until
            FROM kartela.member m
            CROSS JOIN LATERAL (
                SELECT 'SMS', m.phone WHERE m.phone IS NOT NULL
                UNION ALL SELECT 'MAIL', m.email WHERE m.email IS NOT NULL
                UNION ALL SELECT x.kind, x.address FROM kartela.member_address x
                    WHERE x.merchant_id = m.merchant_id AND x.member_id = m.member_id AND x.kind NOT IN ('SMS', 'MAIL')
            ) k (kind, address)
            LEFT JOIN kartela.member_address a ON a.merchant_id = m.merchant_id AND a.member_id = m.member_id
                AND a.kind = k.kind AND (a.address = k.address OR a.state = 'REFUSED')
            WHERE m.merchant_id = ? AND m.member_id = ANY (?)
            """)) {
      s.setLong(1, merchantId);
      s.setArray(2, c.createArrayOf("bigint", members.toArray()));
      try (ResultSet r = s.executeQuery()) {
        while (r.next()) {
          if (lives(r.getString(4), r.getTimestamp(5), now)) {
            alive
                .computeIfAbsent(r.getLong(1), _ -> new EnumMap<>(ChannelKind.class))
                .put(ChannelKind.valueOf(r.getString(2)), r.getString(3));
          }
        }
      }
    }
    return alive;
  }

  private static boolean lives(@Nullable String state, @Nullable Timestamp until, Instant now) {
    return state == null
        || state.equals("ALIVE")
        || (until != null && !until.toInstant().isAfter(now));
  }

  /** One way to one member. */
  public record Reach(long memberId, ChannelKind kind, String address) {
    /** Addresses stay out of logs. */
    @Override
    public String toString() {
      return kind + " of " + memberId;
    }
  }

  /** The vendor refused an address. */
  public static void refused(
      Connection c, long merchantId, Reach reach, AddressFate fate, String why, Instant now)
      throws SQLException {
    switch (fate) {
      case KEEP -> {}
      case QUARANTINE ->
          set(c, merchantId, reach, new State("QUARANTINED", now.plus(QUARANTINE), why, now));
      case DEAD -> set(c, merchantId, reach, new State("DEAD", null, why, now));
    }
  }

  /** The person wants nothing this way. */
  public static void closed(Connection c, long merchantId, Reach reach, String why, Instant now)
      throws SQLException {
    set(c, merchantId, reach, new State("REFUSED", null, why, now));
  }

  /** How it stands with one way to a member. */
  public record Standing(String address, String state, @Nullable Instant until, Instant at) {
    /** Nothing is sent until the person comes back. */
    public boolean closed() {
      return !state.equals("ALIVE") && !state.equals("MUTED");
    }

    public boolean muted(Instant now) {
      return state.equals("MUTED") && (until == null || until.isAfter(now));
    }

    /** Addresses stay out of logs. */
    @Override
    public String toString() {
      return state;
    }
  }

  /**
   * How a member stands to each way that something is known of; held until the transaction ends.
   */
  public static Map<ChannelKind, Standing> standing(Connection c, long merchantId, long memberId)
      throws SQLException {
    Map<ChannelKind, Standing> all = new EnumMap<>(ChannelKind.class);
    try (PreparedStatement s =
        c.prepareStatement(
            "SELECT kind, address, state, until, at FROM kartela.member_address WHERE merchant_id ="
                + " ? AND member_id = ? FOR UPDATE")) {
      s.setLong(1, merchantId);
      s.setLong(2, memberId);
      try (ResultSet r = s.executeQuery()) {
        while (r.next()) {
          Timestamp until = r.getTimestamp(4);
          all.put(
              ChannelKind.valueOf(r.getString(1)),
              new Standing(
                  r.getString(2),
                  r.getString(3),
                  until == null ? null : until.toInstant(),
                  r.getTimestamp(5).toInstant()));
        }
      }
    }
    return all;
  }

  /** Whose chat it is. */
  public static Optional<Long> whose(
      Connection c, long merchantId, ChannelKind kind, String address) throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            "SELECT member_id FROM kartela.member_address WHERE merchant_id = ? AND kind = ? AND"
                + " address = ? ORDER BY at DESC LIMIT 1")) {
      s.setLong(1, merchantId);
      s.setString(2, kind.name());
      s.setString(3, address);
      try (ResultSet r = s.executeQuery()) {
        return r.next() ? Optional.of(r.getLong(1)) : Optional.empty();
      }
    }
  }

  /** The chat of the member with this phone; empty when no words reach it now. */
  static String chatOf(Connection c, long merchantId, ChannelKind kind, String phone, Instant now)
      throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            """
            SELECT a.address, a.state, a.until FROM kartela.member m
            JOIN kartela.member_address a ON a.merchant_id = m.merchant_id AND a.member_id = m.member_id AND a.kind = ?
            WHERE m.merchant_id = ? AND m.phone = ?
            """)) {
      s.setString(1, kind.name());
      s.setLong(2, merchantId);
      s.setString(3, phone);
      try (ResultSet r = s.executeQuery()) {
        return r.next() && lives(r.getString(2), r.getTimestamp(3), now) ? r.getString(1) : "";
      }
    }
  }

  /** The person lets us write there. A chat is one member's: whoever had it has it no more. */
  public static void opened(Connection c, long merchantId, Reach reach, String why, Instant at)
      throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            "DELETE FROM kartela.member_address WHERE merchant_id = ? AND kind = ? AND address = ?"
                + " AND member_id <> ?")) {
      s.setLong(1, merchantId);
      s.setString(2, reach.kind.name());
      s.setString(3, reach.address);
      s.setLong(4, reach.memberId);
      s.executeUpdate();
    }
    set(c, merchantId, reach, new State("ALIVE", null, why, at));
  }

  /** The person has it no more; what was refused stays so. */
  public static void left(Connection c, long merchantId, long memberId, ChannelKind kind)
      throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            "DELETE FROM kartela.member_address WHERE merchant_id = ? AND member_id = ? AND kind ="
                + " ? AND state <> 'REFUSED'")) {
      s.setLong(1, merchantId);
      s.setLong(2, memberId);
      s.setString(3, kind.name());
      s.executeUpdate();
    }
  }

  /**
   * The person wants quiet.
   *
   * @param until null: until they say otherwise
   */
  public static void muted(
      Connection c, long merchantId, Reach reach, @Nullable Instant until, Instant at)
      throws SQLException {
    set(c, merchantId, reach, new State("MUTED", until, "MUTED", at));
  }

  /** Whether the person wants nothing this way, wherever it leads. */
  static boolean isClosed(Connection c, long merchantId, long memberId, ChannelKind kind)
      throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            "SELECT 1 FROM kartela.member_address WHERE merchant_id = ? AND member_id = ? AND kind"
                + " = ? AND state = 'REFUSED'")) {
      s.setLong(1, merchantId);
      s.setLong(2, memberId);
      s.setString(3, kind.name());
      try (ResultSet r = s.executeQuery()) {
        return r.next();
      }
    }
  }

  /** One person's two records become one: what was refused stays so, chats go along. */
  public static void handOver(RoundTrip trip, long merchantId, long from, long into) {
    trip.update(
        """
        INSERT INTO kartela.member_address AS stays (merchant_id, member_id, kind, address, state, until, why, at)
        SELECT merchant_id, ?, kind, CASE WHEN kind = 'WEB' THEN ?::text ELSE address END, state, until, why, at
        FROM kartela.member_address
        WHERE merchant_id = ? AND member_id = ? AND (state = 'REFUSED' OR kind NOT IN ('SMS', 'MAIL'))
        ON CONFLICT (merchant_id, member_id, kind) DO UPDATE SET address = excluded.address, state = excluded.state,
            until = excluded.until, why = excluded.why, at = excluded.at
        WHERE excluded.state = 'REFUSED' AND stays.state <> 'REFUSED'
        """,
        p -> p.set(into).set(into).set(merchantId).set(from));
    trip.update(
        "DELETE FROM kartela.member_address WHERE merchant_id = ? AND member_id = ?",
        p -> p.set(merchantId).set(from));
  }

  private record State(String name, @Nullable Instant until, String why, Instant at) {}

  private static void set(Connection c, long merchantId, Reach reach, State state)
      throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            """
            INSERT INTO kartela.member_address (merchant_id, member_id, kind, address, state, until, why, at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (merchant_id, member_id, kind) DO UPDATE SET address = excluded.address, state = excluded.state,
                until = excluded.until, why = excluded.why, at = excluded.at
            """)) {
      s.setLong(1, merchantId);
      s.setLong(2, reach.memberId);
      s.setString(3, reach.kind.name());
      s.setString(4, reach.address);
      s.setString(5, state.name);
      s.setTimestamp(6, state.until == null ? null : Timestamp.from(state.until));
      s.setString(7, state.why);
      s.setTimestamp(8, Timestamp.from(state.at));
      s.executeUpdate();
    }
  }
}
