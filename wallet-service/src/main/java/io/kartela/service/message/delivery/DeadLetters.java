package io.kartela.service.message.delivery;

import io.kartela.service.message.delivery.Undelivered.Channel;
import io.kartela.service.message.delivery.Undelivered.Reason;
import io.kartela.service.platform.db.Database;
import io.kartela.service.platform.db.NamedLock;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Changes that could not be told. Of those that wait for a vendor to be well one is tried now and
 * then; when it succeeds, or anything else of the merchant's does, so many others are due, longest
 * waiting first, and when these are through, as many again: who has just come back is not met by
 * all at once. What a vendor refuses by itself is tried once a day. Times are the database's.
 * Thread-safe.
 */
public final class DeadLetters {
  private static final Logger LOG = LoggerFactory.getLogger(DeadLetters.class);

  /** How often a vendor that was not well is asked again. */
  private static final Duration PROBE = Duration.ofMinutes(1);

  /** So many of a merchant's letters are due together because the vendor is well. */
  static final int AT_ONCE = 250;

  private static final String PASSING = "('UNREACHABLE', 'ACCOUNT', 'CERTIFICATE')";

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
   * the merchant's next ones are due, unless some are already: their success is followed by others.
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
    if (!isTurn(c, merchantId, channel)) {
      return;
    }
    try (PreparedStatement s =
        c.prepareStatement(
            """
            UPDATE kartela.dead_letter SET next_try = clock_timestamp() WHERE ctid = ANY (ARRAY(
                SELECT ctid FROM kartela.dead_letter
                WHERE merchant_id = ? AND channel = ? AND next_try = 'infinity'
                    AND tried_at < clock_timestamp() - interval '20 seconds'
                ORDER BY tried_at LIMIT ? FOR UPDATE SKIP LOCKED))
            """)) {
      s.setLong(1, merchantId);
      s.setString(2, channel.name());
      s.setInt(3, AT_ONCE);
      s.executeUpdate();
    }
  }

  /** Whether none are due yet, and nobody else sees to it at this moment. */
  private static boolean isTurn(Connection c, long merchantId, Channel channel)
      throws SQLException {
    if (!NamedLock.tryToTake(c, "dead letters " + merchantId + " " + channel)) {
      return false;
    }
    try (PreparedStatement s =
        c.prepareStatement(
            """
            SELECT FROM kartela.dead_letter
            WHERE merchant_id = ? AND channel = ? AND next_try <= clock_timestamp() LIMIT 1
            """)) {
      s.setLong(1, merchantId);
      s.setString(2, channel.name());
      try (ResultSet r = s.executeQuery()) {
        return !r.next();
      }
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
   * Puts what is due back into the outbox, a batch at a time; any number of nodes may. Due is what
   * was so when the transaction began: an index finds that, and no clock that goes on.
   *
   * @param channels whose letters
   * @return how many changes
   */
  int resend(Set<Channel> channels, int most) {
    return database.asWorker(
        c -> {
          LetterKinds.byIndex(c);
          probe(c);
          return resend(c, channels, most);
        });
  }

  /**
   * One letter of each merchant whose vendor was not asked for a while; only those that wait for
   * the vendor have no time of their own.
   */
  private static void probe(Connection c) throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            """
            WITH RECURSIVE owner AS (
                (SELECT merchant_id, channel FROM kartela.dead_letter WHERE next_try = 'infinity'
                    ORDER BY merchant_id, channel LIMIT 1)
                UNION ALL
                SELECT further.* FROM owner o CROSS JOIN LATERAL (
                    SELECT merchant_id, channel FROM kartela.dead_letter
                    WHERE next_try = 'infinity' AND (merchant_id, channel) > (o.merchant_id, o.channel)
                    ORDER BY merchant_id, channel LIMIT 1) further)
            UPDATE kartela.dead_letter SET next_try = now() WHERE ctid = ANY (ARRAY(
                SELECT oldest.ctid FROM owner o
                CROSS JOIN LATERAL (
                    SELECT tried_at FROM kartela.dead_letter
                    WHERE merchant_id = o.merchant_id AND channel = o.channel AND next_try = 'infinity'
                    ORDER BY tried_at DESC LIMIT 1) newest
                CROSS JOIN LATERAL (
                    SELECT ctid FROM kartela.dead_letter
                    WHERE merchant_id = o.merchant_id AND channel = o.channel AND next_try = 'infinity'
                    ORDER BY tried_at LIMIT 1) oldest
                WHERE newest.tried_at < clock_timestamp() - ? * interval '1 second'))
              AND next_try = 'infinity'
            """)) {
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
                SELECT ctid FROM kartela.dead_letter WHERE next_try <= now() AND channel = ANY (?)
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
          List<LetterKinds.Kind> kinds = LetterKinds.all(c);
          Set<Owner> owners = new HashSet<>();
          for (LetterKinds.Kind kind : kinds) {
            kind.merchants().forEach(id -> owners.add(new Owner(id, kind.shown().channel())));
          }
          groups = kinds.stream().map(LetterKinds.Kind::shown).toList();
          troubled = Set.copyOf(owners);
          told.keySet().retainAll(owners);
          return !owners.isEmpty();
        });
  }

  /**
   * Everybody's, as of some seconds ago; of each kind no more than {@link LetterKinds#COUNTED} are
   * counted.
   */
  public List<Undelivered> all() {
    return groups;
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
