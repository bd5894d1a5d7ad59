package io.kartela.service.message.automation;

import io.kartela.service.message.automation.Automation.Changed;
import io.kartela.service.message.automation.Automation.Plan;
import io.kartela.service.message.automation.Automation.Step;
import io.kartela.service.message.channel.ChannelKind;
import io.kartela.service.platform.http.Http;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;

/** The automations of a shop. In the merchant's transaction. Stateless. */
final class AutomationStore {
  private static final TypeReference<List<Step>> STEPS = new TypeReference<>() {};

  private static final String SELECT =
      """
      SELECT automation_id, kind, segment_id, ways, subject, steps, state = 'ON', since, looked_at, revision, updated_by, updated_at,
          hold_out_percent, budget
      FROM kartela.automation WHERE merchant_id = ? AND state <> 'DELETED'
      """;

  private static final String ONE = " WHERE merchant_id = ? AND automation_id = ?";

  private AutomationStore() {}

  static List<Automation> all(Connection c, long merchantId) throws SQLException {
    try (PreparedStatement s = c.prepareStatement(SELECT + " ORDER BY automation_id")) {
      s.setLong(1, merchantId);
      List<Automation> all = new ArrayList<>();
      try (ResultSet r = s.executeQuery()) {
        while (r.next()) {
          all.add(read(r));
        }
      }
      return all;
    }
  }

  /**
   * One of them.
   *
   * @param lock how it is held until the transaction ends
   */
  static Optional<Automation> one(Connection c, long merchantId, long id, String lock)
      throws SQLException {
    try (PreparedStatement s = c.prepareStatement(SELECT + " AND automation_id = ? " + lock)) {
      s.setLong(1, merchantId);
      s.setLong(2, id);
      try (ResultSet r = s.executeQuery()) {
        return r.next() ? Optional.of(read(r)) : Optional.empty();
      }
    }
  }

  private static Automation read(ResultSet r) throws SQLException {
    long segment = r.getLong(3);
    Long segmentId = r.wasNull() ? null : segment;
    return new Automation(
        r.getLong(1),
        new Plan(
            Kind.valueOf(r.getString(2)),
            segmentId,
            ways(r.getString(4)),
            r.getString(5),
            Http.JSON.readValue(r.getString(6), STEPS),
            new Plan.Limits(r.getInt(13), r.getObject(14, Long.class))),
        r.getBoolean(7),
        r.getTimestamp(8).toInstant(),
        r.getTimestamp(9).toInstant(),
        new Changed(r.getInt(10), r.getString(11), r.getTimestamp(12).toInstant()));
  }

  private static Set<ChannelKind> ways(String kept) {
    Set<ChannelKind> ways = EnumSet.noneOf(ChannelKind.class);
    for (String name : kept.split(",", -1)) {
      if (!name.isEmpty()) {
        ways.add(ChannelKind.valueOf(name));
      }
    }
    return ways;
  }

  /** A new one, which is off. */
  static void add(Connection c, long merchantId, long id, Plan plan, String by, Instant now)
      throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            """
            INSERT INTO kartela.automation (segment_id, ways, subject, steps, updated_by, updated_at, budget,
                hold_out_percent, merchant_id, automation_id, kind, state, since, looked_at)
            VALUES (?, ?, ?, ?::jsonb, ?, ?, ?, ?, ?, ?, ?, 'OFF', ?, ?)
            """)) {
      plan(s, plan, by, now);
      s.setInt(8, plan.limits().holdOutPercent());
      s.setLong(9, merchantId);
      s.setLong(10, id);
      s.setString(11, plan.kind().name());
      s.setTimestamp(12, Timestamp.from(now));
      s.setTimestamp(13, Timestamp.from(now));
      s.executeUpdate();
    }
  }

  static void change(Connection c, long merchantId, long id, Plan plan, String by, Instant now)
      throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            "UPDATE kartela.automation SET segment_id = ?, ways = ?, subject = ?, steps = ?::jsonb,"
                + " updated_by = ?, updated_at = ?, budget = ?, hold_out_since = CASE WHEN"
                + " hold_out_percent = ? THEN hold_out_since ELSE ? END, hold_out_percent = ?,"
                + " revision = revision + 1"
                + ONE)) {
      plan(s, plan, by, now);
      s.setInt(8, plan.limits().holdOutPercent());
      s.setTimestamp(9, Timestamp.from(now));
      s.setInt(10, plan.limits().holdOutPercent());
      s.setLong(11, merchantId);
      s.setLong(12, id);
      s.executeUpdate();
    }
  }

  private static void plan(PreparedStatement s, Plan plan, String by, Instant now)
      throws SQLException {
    @Nullable Long segmentId = plan.segmentId();
    s.setObject(1, segmentId, Types.BIGINT);
    s.setString(2, plan.ways().stream().map(ChannelKind::name).collect(Collectors.joining(",")));
    s.setString(3, plan.subject());
    s.setString(4, Http.JSON.writeValueAsString(plan.steps()));
    s.setString(5, by);
    s.setTimestamp(6, Timestamp.from(now));
    s.setObject(7, plan.limits().budget(), Types.BIGINT);
  }

  /** What happened while it was off is not told of afterwards. */
  static void set(Connection c, long merchantId, long id, boolean on, String by, Instant now)
      throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            """
            UPDATE kartela.automation SET state = CASE WHEN ? THEN 'ON' ELSE 'OFF' END,
                since = CASE WHEN ? THEN ? ELSE since END, looked_at = CASE WHEN ? THEN ? ELSE looked_at END,
                revision = revision + 1, updated_by = ?, updated_at = ?
            WHERE merchant_id = ? AND automation_id = ?
            """)) {
      Timestamp at = Timestamp.from(now);
      s.setBoolean(1, on);
      s.setBoolean(2, on);
      s.setTimestamp(3, at);
      s.setBoolean(4, on);
      s.setTimestamp(5, at);
      s.setString(6, by);
      s.setTimestamp(7, at);
      s.setLong(8, merchantId);
      s.setLong(9, id);
      s.executeUpdate();
    }
  }

  /** What it said and gave stays. */
  static void delete(Connection c, long merchantId, long id) throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement("UPDATE kartela.automation SET state = 'DELETED'" + ONE)) {
      s.setLong(1, merchantId);
      s.setLong(2, id);
      s.executeUpdate();
    }
  }

  /** All that happened up to then is decided, unless it was switched on anew meanwhile. */
  static void looked(Connection c, long merchantId, Automation a, Instant upTo)
      throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            "UPDATE kartela.automation SET looked_at = ?" + ONE + " AND since = ?")) {
      s.setTimestamp(1, Timestamp.from(upTo));
      s.setLong(2, merchantId);
      s.setLong(3, a.id());
      s.setTimestamp(4, Timestamp.from(a.since()));
      s.executeUpdate();
    }
  }

  /** Whether one of them is for this segment. */
  static boolean names(Connection c, long merchantId, long segmentId) throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            "SELECT 1 FROM kartela.automation WHERE merchant_id = ? AND segment_id = ? AND state <>"
                + " 'DELETED' LIMIT 1")) {
      s.setLong(1, merchantId);
      s.setLong(2, segmentId);
      try (ResultSet r = s.executeQuery()) {
        return r.next();
      }
    }
  }
}
