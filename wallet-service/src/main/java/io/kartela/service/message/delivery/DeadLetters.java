package io.kartela.service.message.delivery;

import io.kartela.service.message.delivery.Undelivered.Channel;
import io.kartela.service.message.delivery.Undelivered.Reason;
import io.kartela.service.platform.db.Database;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Changes that could not be told. Of those that wait for a vendor to be well one is tried now and
 * then; when it succeeds, or anything else of the merchant's does, all are due. What a vendor
 * refuses by itself is tried once a day. Times are the database's. Thread-safe.
 */
public final class DeadLetters {
  private static final Logger LOG = LoggerFactory.getLogger(DeadLetters.class);

  /** How often a vendor that was not well is asked again. */
  private static final Duration PROBE = Duration.ofMinutes(1);

  private static final String PASSING = "('UNREACHABLE', 'ACCOUNT', 'CERTIFICATE')";

  private static final String GROUPS =
      """
      SELECT channel, reason, count(*), count(DISTINCT merchant_id), min(created_at),
          (array_agg(detail ORDER BY tried_at DESC))[1]
      FROM kartela.dead_letter WHERE channel IN ('APPLE', 'GOOGLE') %s GROUP BY channel, reason ORDER BY channel, reason
      """;

  private final Database database;

  /** Whose letters this node knows of: whoever has none costs deliveries nothing. */
  private volatile Set<Owner> troubled = Set.of();

  private volatile List<Undelivered> groups = List.of();
  private final Map<Owner, Boolean> told = new ConcurrentHashMap<>();

  private record Owner(long merchantId, Channel channel) {}

  public DeadLetters(Database database) {
    this.database = database;
  }

  /** Keeps a change, in the transaction that takes it out of the outbox. */
  void bury(Connection c, Channel channel, OutboxRow row, Reason reason, String detail)
      throws SQLException {
    String sql =
        """
        INSERT INTO kartela.dead_letter AS l
            (merchant_id, channel, member_id, target, payload, reason, detail, created_at, next_try)
        VALUES (?, ?, ?, ?, ?::jsonb, ?, left(?, 200), ?, %s)
        ON CONFLICT (merchant_id, channel, member_id, target) DO UPDATE SET payload = excluded.payload,
            reason = excluded.reason, detail = excluded.detail, tried_at = clock_timestamp(),
            created_at = least(l.created_at, excluded.created_at), next_try = excluded.next_try
        """
            .formatted(
                reason.passesForAll() ? "'infinity'" : "clock_timestamp() + interval '1 day'");
    try (PreparedStatement s = c.prepareStatement(sql)) {
      s.setLong(1, row.merchantId());
      s.setString(2, channel.name());
      s.setLong(3, row.memberId());
      s.setString(4, row.target());
      s.setString(5, row.payloadPlain());
      s.setString(6, reason.name());
      s.setString(7, detail);
      s.setTimestamp(8, Timestamp.from(row.createdAt()));
      s.executeUpdate();
    }
    Owner owner = new Owner(row.merchantId(), channel);
    if (told.putIfAbsent(owner, true) == null) {
      LOG.error(
          "{} cannot be told of cards of merchant {}: {} ({}); they are kept and told later",
          channel,
          row.merchantId(),
          reason,
          detail);
    }
  }

  /**
   * Forgets the letters of what has been told now, in the same transaction; the vendor is well, so
   * the merchant's others are due.
   */
  void delivered(Connection c, long merchantId, Channel channel, Collection<OutboxRow> rows)
      throws SQLException {
    Owner owner = new Owner(merchantId, channel);
    if (!troubled.contains(owner)
        && !told.containsKey(owner)
        && rows.stream().allMatch(row -> row.letter() == null)) {
      return;
    }
    remove(c, merchantId, channel, rows);
    try (PreparedStatement s =
        c.prepareStatement(
            """
            UPDATE kartela.dead_letter SET next_try = clock_timestamp()
            WHERE merchant_id = ? AND channel = ? AND next_try = 'infinity'
                AND tried_at < clock_timestamp() - interval '20 seconds' AND reason IN %s
            """
                .formatted(PASSING))) {
      s.setLong(1, merchantId);
      s.setString(2, channel.name());
      s.executeUpdate();
    }
  }

  /** Forgets the letters of what is over: told, or nobody's any more. */
  void remove(Connection c, long merchantId, Channel channel, Collection<OutboxRow> rows)
      throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            """
            DELETE FROM kartela.dead_letter WHERE merchant_id = ? AND channel = ? AND member_id = ? AND target = ?
            """)) {
      for (OutboxRow row : rows) {
        s.setLong(1, merchantId);
        s.setString(2, channel.name());
        s.setLong(3, row.memberId());
        s.setString(4, row.target());
        s.addBatch();
      }
      s.executeBatch();
    }
    for (OutboxRow row : rows) {
      Long letter = row.letter();
      if (letter != null) {
        try (PreparedStatement s =
            c.prepareStatement(
                "DELETE FROM kartela.dead_letter WHERE merchant_id = ? AND letter_id = ?")) {
          s.setLong(1, merchantId);
          s.setLong(2, letter);
          s.executeUpdate();
        }
      }
    }
  }

  /**
   * Puts what is due back into the outbox, a batch at a time; any number of nodes may.
   *
   * @param channels whose letters
   * @return how many changes
   */
  int resend(Set<Channel> channels, int most) {
    return database.asWorker(
        c -> {
          probe(c);
          return resend(c, channels, most);
        });
  }

  /** One letter of each merchant whose vendor was not asked for a while. */
  private static void probe(Connection c) throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            """
            UPDATE kartela.dead_letter SET next_try = clock_timestamp() WHERE ctid = ANY (ARRAY(
                SELECT (array_agg(ctid ORDER BY tried_at))[1] FROM kartela.dead_letter
                WHERE reason IN %s
                GROUP BY merchant_id, channel
                HAVING max(tried_at) < clock_timestamp() - ? * interval '1 second'))
              AND next_try = 'infinity'
            """
                .formatted(PASSING))) {
      s.setLong(1, PROBE.toSeconds());
      s.executeUpdate();
    }
  }

  private static int resend(Connection c, Set<Channel> channels, int most) throws SQLException {
    String sql =
        """
        WITH due AS (
            UPDATE kartela.dead_letter SET tried_at = clock_timestamp(), next_try =
                CASE WHEN reason IN %s THEN 'infinity' ELSE clock_timestamp() + interval '1 day' END
            WHERE ctid = ANY (ARRAY(
                SELECT ctid FROM kartela.dead_letter WHERE next_try <= clock_timestamp() AND channel = ANY (?)
                ORDER BY next_try, merchant_id, letter_id LIMIT ? FOR UPDATE SKIP LOCKED))
            RETURNING merchant_id, channel, member_id, payload, letter_id, created_at)
        INSERT INTO kartela.outbox (merchant_id, kind, member_id, payload, created_at)
        SELECT merchant_id, CASE channel WHEN 'GOOGLE' THEN ? ELSE ? END, member_id,
            coalesce(payload, '{}') || jsonb_build_object('letter', letter_id, 'report', false), created_at
        FROM due
        """
            .formatted(PASSING);
    try (PreparedStatement s = c.prepareStatement(sql)) {
      s.setArray(1, c.createArrayOf("text", channels.stream().map(Channel::name).toArray()));
      s.setInt(2, most);
      s.setString(3, Channel.GOOGLE.kind());
      s.setString(4, Channel.APPLE.kind());
      return s.executeUpdate();
    }
  }

  /** Looks whose letters there are; false when there are none. */
  boolean refresh() {
    return database.asWorker(
        c -> {
          Set<Owner> owners = new TreeSet<>(java.util.Comparator.comparing(Owner::toString));
          try (PreparedStatement s =
                  c.prepareStatement(
                      "SELECT merchant_id, channel FROM kartela.dead_letter WHERE channel IN"
                          + " ('APPLE', 'GOOGLE') GROUP BY 1, 2");
              ResultSet r = s.executeQuery()) {
            while (r.next()) {
              owners.add(new Owner(r.getLong(1), Channel.valueOf(r.getString(2))));
            }
          }
          groups = owners.isEmpty() ? List.of() : groups(c, GROUPS.formatted(""), 0);
          troubled = Set.copyOf(owners);
          told.keySet().retainAll(owners);
          return !owners.isEmpty();
        });
  }

  private static List<Undelivered> groups(Connection c, String sql, long merchantId)
      throws SQLException {
    List<Undelivered> found = new ArrayList<>();
    try (PreparedStatement s = c.prepareStatement(sql)) {
      if (merchantId != 0) {
        s.setLong(1, merchantId);
      }
      try (ResultSet r = s.executeQuery()) {
        while (r.next()) {
          found.add(
              new Undelivered(
                  Channel.valueOf(r.getString(1)),
                  Reason.valueOf(r.getString(2)),
                  r.getLong(3),
                  r.getLong(4),
                  r.getTimestamp(5).toInstant(),
                  r.getString(6)));
        }
      }
    }
    return found;
  }

  /** Everybody's, as of some seconds ago. */
  public List<Undelivered> all() {
    return groups;
  }

  /** One merchant's own, in a transaction confined to them. */
  public static List<Undelivered> of(Connection c, long merchantId) throws SQLException {
    return groups(c, GROUPS.formatted("AND merchant_id = ?"), merchantId);
  }

  /** One merchant's own are due now; says how many cards. */
  public static int retry(Connection c, long merchantId) throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            "UPDATE kartela.dead_letter SET next_try = clock_timestamp() WHERE merchant_id = ?")) {
      s.setLong(1, merchantId);
      return s.executeUpdate();
    }
  }
}
