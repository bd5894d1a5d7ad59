package io.kartela.service.job;

import io.kartela.service.message.delivery.Undelivered;
import io.kartela.service.platform.db.Database;
import io.kartela.service.platform.db.DatabaseException;
import io.kartela.service.platform.work.Troubles;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What background work suffers from, for the operator's health page: cards that could not be told,
 * and jobs that go wrong, for how many merchants but not for whom. Asks the database every few
 * seconds at most. Thread-safe.
 */
public final class WorkHealth {
  private static final Logger LOG = LoggerFactory.getLogger(WorkHealth.class);
  private static final Duration FRESH = Duration.ofSeconds(2);

  /** A job that should have run so long ago is stuck. */
  private static final String OVERDUE = "15 minutes";

  private final Database database;
  private final Supplier<List<Undelivered>> letters;
  private final Troubles troubles;
  private Map<String, Object> known = Map.of();
  private long readAt;

  public WorkHealth(Database database, Supplier<List<Undelivered>> letters) {
    this.database = database;
    this.letters = letters;
    this.troubles = new Troubles(database);
  }

  /** {@code undelivered} and {@code sickWork}; both empty when all is well. */
  public synchronized Map<String, Object> report() {
    long now = System.nanoTime();
    if (known.isEmpty() || now - readAt > FRESH.toNanos()) {
      try {
        known = read();
      } catch (DatabaseException e) {
        LOG.warn("what background work suffers from is not known: {}", e.toString());
      }
      readAt = now;
    }
    return known;
  }

  private Map<String, Object> read() {
    Map<String, Object> report = new LinkedHashMap<>();
    report.put("undelivered", letters.get().stream().map(WorkHealth::letter).toList());
    List<Map<String, Object>> sick = new ArrayList<>();
    troubles.sick().forEach(one -> sick.add(trouble(one)));
    sick.addAll(database.asWorker(WorkHealth::jobs));
    report.put("sickWork", sick);
    return report;
  }

  private static Map<String, Object> letter(Undelivered one) {
    Map<String, Object> shown = new LinkedHashMap<>();
    shown.put("channel", one.channel().name());
    shown.put("reason", one.reason().name());
    shown.put("cards", one.cards());
    shown.put("merchants", one.merchants());
    shown.put("since", one.since().toString());
    shown.put("detail", one.detail());
    return shown;
  }

  private static Map<String, Object> trouble(Troubles.Sick one) {
    Map<String, Object> shown = new LinkedHashMap<>();
    shown.put("work", one.work());
    shown.put("merchants", one.merchants());
    shown.put("cases", one.cases());
    shown.put("since", one.since().toString());
    shown.put("detail", one.detail());
    return shown;
  }

  /** Jobs that failed as a whole, or do not run at all. */
  private static List<Map<String, Object>> jobs(Connection c) throws SQLException {
    String sql =
        """
        SELECT task_name, coalesce(consecutive_failures, 0), coalesce(last_failure, execution_time)
        FROM kartela.scheduled_tasks
        WHERE consecutive_failures > 0 OR execution_time < now() - interval '%s' ORDER BY 1
        """
            .formatted(OVERDUE);
    List<Map<String, Object>> jobs = new ArrayList<>();
    try (PreparedStatement s = c.prepareStatement(sql);
        ResultSet r = s.executeQuery()) {
      while (r.next()) {
        int failures = r.getInt(2);
        Instant since = r.getTimestamp(3).toInstant();
        jobs.add(
            trouble(
                new Troubles.Sick(
                    "job " + r.getString(1),
                    0,
                    Math.max(1, failures),
                    since,
                    failures > 0 ? "failed" : "overdue")));
      }
    }
    return jobs;
  }
}
