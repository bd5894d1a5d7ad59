package io.kartela.service.message.delivery;

import io.kartela.service.platform.db.Database;
import io.kartela.service.platform.http.Http;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * The outbox as the worker sees it. Times are the database's, so that nodes need not agree on the
 * clock. Rows are found by their index and changed by their place (ctid), whatever the planner
 * believes about a table that is empty most of the time: a row changed in between has another place
 * and is left alone.
 */
final class OutboxClaims {
  static final String PASS_CHANGED = io.kartela.service.platform.outbox.Outbox.PASS_CHANGED;
  static final String CARD_RESTYLED = io.kartela.service.platform.outbox.Outbox.CARD_RESTYLED;
  static final String GOOGLE_OBJECT = io.kartela.service.platform.outbox.Outbox.GOOGLE_OBJECT;
  static final String GOOGLE_RESTYLED = "GOOGLE_RESTYLED";
  static final String PASS_NEWS = io.kartela.service.platform.outbox.Outbox.PASS_NEWS;
  static final String GOOGLE_NEWS = io.kartela.service.platform.outbox.Outbox.GOOGLE_NEWS;
  static final List<String> KINDS =
      List.of(PASS_CHANGED, PASS_NEWS, CARD_RESTYLED, GOOGLE_OBJECT, GOOGLE_NEWS, GOOGLE_RESTYLED);

  /** Lease in milliseconds, kind, how many. */
  static final String CLAIM =
      """
      UPDATE kartela.outbox o SET attempts = o.attempts + 1, not_before = now() + ? * interval '1 millisecond', claimed_at = now()
      WHERE ctid = ANY (ARRAY(
          SELECT ctid FROM kartela.outbox WHERE kind = ? AND not_before <= now()
          ORDER BY not_before, outbox_id LIMIT ? FOR UPDATE SKIP LOCKED))
      RETURNING o.merchant_id, o.outbox_id, o.member_id, o.payload, o.attempts, o.created_at
      """;

  private final Database database;

  OutboxClaims(Database database) {
    this.database = database;
  }

  /** Leases due rows of any merchant. A worker that dies gives them back when the lease ends. */
  List<OutboxRow> claim(String kind, int limit, Duration lease) {
    return database.asWorker(
        c -> {
          List<OutboxRow> rows = new ArrayList<>();
          try (PreparedStatement s = c.prepareStatement(CLAIM)) {
            s.setLong(1, lease.toMillis());
            s.setString(2, kind);
            s.setInt(3, limit);
            try (ResultSet r = s.executeQuery()) {
              while (r.next()) {
                rows.add(read(r));
              }
            }
          }
          return rows;
        });
  }

  /**
   * Ends the leases of workers that lost their database server: one that is killed takes the server
   * it brought along with it. Says how many rows are due again.
   */
  int release() {
    String sql =
        """
        UPDATE kartela.outbox SET not_before = now(), claimed_at = NULL
        WHERE kind = ANY (?) AND not_before > now() AND claimed_at < pg_postmaster_start_time()
        """;
    return database.asWorker(
        c -> {
          try (PreparedStatement s = c.prepareStatement(sql)) {
            s.setArray(1, c.createArrayOf("text", KINDS.toArray()));
            return s.executeUpdate();
          }
        });
  }

  private static OutboxRow read(ResultSet r) throws SQLException {
    String payload = r.getString(4);
    JsonNode json = payload == null ? Http.JSON.createObjectNode() : Http.JSON.readTree(payload);
    return new OutboxRow(
        r.getLong(1), r.getLong(2), r.getLong(3), json, r.getInt(5), r.getTimestamp(6).toInstant());
  }

  /**
   * Removes finished rows in the caller's transaction, confined to the merchant.
   *
   * @return those that were still ours: a row whose lease ran out belongs to whoever claimed it
   *     since
   */
  static Set<Long> remove(Connection c, long merchantId, Collection<OutboxRow> rows)
      throws SQLException {
    String sql =
        """
        DELETE FROM kartela.outbox WHERE ctid = ANY (ARRAY(
            SELECT o.ctid FROM unnest(?::bigint[], ?::integer[]) AS done (outbox_id, attempts)
            CROSS JOIN LATERAL (
                SELECT ctid FROM kartela.outbox
                WHERE merchant_id = ? AND outbox_id = done.outbox_id AND attempts = done.attempts OFFSET 0) AS o))
        RETURNING outbox_id
        """;
    Set<Long> removed = new HashSet<>();
    try (PreparedStatement s = c.prepareStatement(sql)) {
      s.setArray(1, c.createArrayOf("bigint", rows.stream().map(OutboxRow::outboxId).toArray()));
      s.setArray(2, c.createArrayOf("integer", rows.stream().map(OutboxRow::attempts).toArray()));
      s.setLong(3, merchantId);
      try (ResultSet r = s.executeQuery()) {
        while (r.next()) {
          removed.add(r.getLong(1));
        }
      }
    }
    return removed;
  }

  /** Which of these are still ours: neither removed nor given back nor another's since. */
  List<OutboxRow> ours(Collection<OutboxRow> rows) {
    return renew(rows, "claimed_at");
  }

  /** Holds the claim on those that are still ours for longer. */
  void extend(Collection<OutboxRow> rows, Duration lease) {
    List<OutboxRow> _ =
        renew(
            rows,
            "claimed_at, not_before = now() + interval '%d milliseconds'"
                .formatted(lease.toMillis()));
  }

  private List<OutboxRow> renew(Collection<OutboxRow> rows, String change) {
    String sql =
        """
        UPDATE kartela.outbox AS o SET claimed_at = o.%s
        FROM unnest(?::bigint[], ?::bigint[], ?::integer[]) AS mine (merchant_id, outbox_id, attempts)
        WHERE o.merchant_id = mine.merchant_id AND o.outbox_id = mine.outbox_id AND o.attempts = mine.attempts
            AND o.claimed_at IS NOT NULL
        RETURNING o.outbox_id
        """
            .formatted(change);
    Set<Long> ours =
        database.asWorker(
            c -> {
              Set<Long> found = new HashSet<>();
              try (PreparedStatement s = c.prepareStatement(sql)) {
                s.setArray(
                    1,
                    c.createArrayOf("bigint", rows.stream().map(OutboxRow::merchantId).toArray()));
                s.setArray(
                    2, c.createArrayOf("bigint", rows.stream().map(OutboxRow::outboxId).toArray()));
                s.setArray(
                    3,
                    c.createArrayOf("integer", rows.stream().map(OutboxRow::attempts).toArray()));
                try (ResultSet r = s.executeQuery()) {
                  while (r.next()) {
                    found.add(r.getLong(1));
                  }
                }
              }
              return found;
            });
    return rows.stream().filter(row -> ours.contains(row.outboxId())).toList();
  }

  /**
   * Puts a campaign's text off until somebody resumes it, in the caller's transaction, which holds
   * the campaign's row.
   */
  static void hold(Connection c, long merchantId, Collection<OutboxRow> rows) throws SQLException {
    String sql =
        """
        UPDATE kartela.outbox SET not_before = 'infinity', claimed_at = NULL, payload = ?::jsonb
        WHERE merchant_id = ? AND outbox_id = ? AND attempts = ?
        """;
    try (PreparedStatement s = c.prepareStatement(sql)) {
      for (OutboxRow row : rows) {
        s.setString(1, row.payloadHeld());
        s.setLong(2, merchantId);
        s.setLong(3, row.outboxId());
        s.setInt(4, row.attempts());
        s.addBatch();
      }
      s.executeBatch();
    }
  }

  /** The devices of a card that could not be told yet become work of their own. */
  static void addWaiting(Connection c, String kind, OutboxRow row, String payload, Duration after)
      throws SQLException {
    String sql =
        """
        INSERT INTO kartela.outbox (merchant_id, kind, member_id, payload, created_at, not_before)
        VALUES (?, ?, ?, ?::jsonb || '{"report": false}'::jsonb, ?, now() + ? * interval '1 millisecond')
        """;
    try (PreparedStatement s = c.prepareStatement(sql)) {
      s.setLong(1, row.merchantId());
      s.setString(2, kind);
      s.setLong(3, row.memberId());
      s.setString(4, payload);
      s.setTimestamp(5, java.sql.Timestamp.from(row.createdAt()));
      s.setLong(6, after.toMillis());
      s.executeUpdate();
    }
  }

  /** Hands a change on to another kind of work, in the caller's transaction. */
  static void add(Connection c, String kind, OutboxRow row, boolean report) throws SQLException {
    String sql =
        "INSERT INTO kartela.outbox (merchant_id, kind, member_id, payload, created_at) VALUES (?,"
            + " ?, ?, ?::jsonb, ?)";
    try (PreparedStatement s = c.prepareStatement(sql)) {
      s.setLong(1, row.merchantId());
      s.setString(2, kind);
      s.setLong(3, row.memberId());
      s.setString(4, row.payloadFor(report));
      s.setTimestamp(5, java.sql.Timestamp.from(row.createdAt()));
      s.executeUpdate();
    }
  }

  /** Gives a row back for later, unless it is another's since. */
  void retry(OutboxRow row, Duration after, String payload) {
    String sql =
        """
        UPDATE kartela.outbox SET not_before = now() + ? * interval '1 millisecond', payload = ?::jsonb, claimed_at = NULL
        WHERE merchant_id = ? AND outbox_id = ? AND attempts = ?
        """;
    int _ =
        database.asWorker(
            c -> {
              try (PreparedStatement s = c.prepareStatement(sql)) {
                s.setLong(1, after.toMillis());
                s.setString(2, payload);
                s.setLong(3, row.merchantId());
                s.setLong(4, row.outboxId());
                s.setInt(5, row.attempts());
                return s.executeUpdate();
              }
            });
  }

  /** How many rows wait (counted up to 10,000) and the age in seconds of the oldest among them. */
  record Backlog(String kind, long rows, double oldestSeconds) {}

  List<Backlog> backlog() {
    String sql =
        """
        SELECT kind, count(*), coalesce(extract(epoch FROM now() - min(created_at)), 0)
        FROM unnest(ARRAY['%s']) AS lane (name) CROSS JOIN LATERAL (
            SELECT kind, created_at FROM kartela.outbox WHERE kind = lane.name
            ORDER BY not_before, outbox_id LIMIT 10000) AS first
        GROUP BY kind
        """
            .formatted(String.join("', '", KINDS));
    return database.asWorker(
        c -> {
          List<Backlog> found = new ArrayList<>();
          try (PreparedStatement s = c.prepareStatement(sql);
              ResultSet r = s.executeQuery()) {
            while (r.next()) {
              found.add(new Backlog(r.getString(1), r.getLong(2), r.getDouble(3)));
            }
          }
          return found;
        });
  }
}
