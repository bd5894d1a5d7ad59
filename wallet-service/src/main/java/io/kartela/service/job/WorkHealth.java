package io.kartela.service.job;

import io.kartela.service.message.delivery.Undelivered;
import io.kartela.service.platform.db.Database;
import io.kartela.service.platform.db.DatabaseException;
import io.kartela.service.platform.work.Silences;
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
 * What background work suffers from, for the operator's health page: vendors that answer nobody,
 * cards that could not be told, and jobs that go wrong, for how many merchants but not for whom.
 * Asks the database every few seconds at most. Thread-safe.
 */
public final class WorkHealth {
  private static final Logger LOG = LoggerFactory.getLogger(WorkHealth.class);
  private static final Duration FRESH = Duration.ofSeconds(2);

  /** A job that was due so long ago runs long, or is stuck when nobody runs it. */
  private static final String LONG = "15 minutes";

  private final Database database;
  private final Supplier<List<Undelivered>> letters;
  private final Supplier<List<Silences.Silence>> silences;
  private final Troubles troubles;
  private Map<String, Object> known = Map.of();
  private long readAt;

  public WorkHealth(
      Database database,
      Supplier<List<Undelivered>> letters,
      Supplier<List<Silences.Silence>> silences) {
    this.database = database;
    this.silences = silences;
    this.letters = letters;
    this.troubles = new Troubles(database);
  }

  /**
   * {@code silentVendors}, {@code undelivered}, {@code sickWork} and {@code runningWork}; all but
   * the last empty when all is well.
   */
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
    // Who is silent is known without asking, also while the database does not answer.
    Map<String, Object> report = new LinkedHashMap<>();
    report.put("silentVendors", silences.get().stream().map(WorkHealth::silence).toList());
    report.putAll(known);
    return report;
  }

  private static Map<String, Object> silence(Silences.Silence one) {
    Map<String, Object> shown = new LinkedHashMap<>();
    shown.put("vendor", one.vendor().name());
    shown.put("since", one.since().toString());
    shown.put("attempts", one.attempts());
    shown.put("detail", one.detail());
    return shown;
  }

  private Map<String, Object> read() {
    Map<String, Object> report = new LinkedHashMap<>();
    report.put("undelivered", letters.get().stream().map(WorkHealth::letter).toList());
    List<Map<String, Object>> sick = new ArrayList<>();
    troubles.sick().forEach(one -> sick.add(trouble(one)));
    List<Map<String, Object>> running = new ArrayList<>();
    database.asWorker(WorkHealth::jobs).forEach(job -> job.tell(sick, running));
    report.put("sickWork", sick);
    report.put("runningWork", running);
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

  /** A job that went wrong as a whole, or was due long ago. */
  private record Job(String work, int failures, Instant failed, Instant due, boolean running) {
    void tell(List<Map<String, Object>> sick, List<Map<String, Object>> busy) {
      if (running) {
        busy.add(Map.of("work", work, "since", due.toString()));
      }
      if (failures > 0) {
        sick.add(trouble(new Troubles.Sick(work, 0, failures, failed, "failed")));
      } else if (!running) {
        sick.add(trouble(new Troubles.Sick(work, 0, 1, due, "overdue")));
      }
    }
  }

  /** Whose node runs a job says so every few minutes; nobody does when that node has died. */
  private static List<Job> jobs(Connection c) throws SQLException {
    String sql =
        """
        SELECT task_name, coalesce(consecutive_failures, 0), coalesce(last_failure, execution_time), execution_time,
            picked AND late AND coalesce(last_heartbeat > now() - interval '%1$s', false)
        FROM (SELECT *, execution_time < now() - interval '%1$s' AS late FROM kartela.scheduled_tasks) t
        WHERE late OR consecutive_failures > 0 ORDER BY 1
        """
            .formatted(LONG);
    List<Job> jobs = new ArrayList<>();
    try (PreparedStatement s = c.prepareStatement(sql);
        ResultSet r = s.executeQuery()) {
      while (r.next()) {
        jobs.add(
            new Job(
                "job " + r.getString(1),
                r.getInt(2),
                r.getTimestamp(3).toInstant(),
                r.getTimestamp(4).toInstant(),
                r.getBoolean(5)));
      }
    }
    return jobs;
  }
}
