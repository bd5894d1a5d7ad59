package io.kartela.service.member.bulk;

import io.kartela.ledger.LedgerException;
import io.kartela.service.account.Retry;
import io.kartela.service.member.bulk.BulkJob.Outcome;
import io.kartela.service.member.bulk.BulkJob.State;
import io.kartela.service.member.bulk.BulkStore.Row;
import io.kartela.service.platform.House;
import io.kartela.service.platform.db.Database;
import io.kartela.service.platform.db.Outage;
import io.kartela.service.platform.http.Problem;
import io.kartela.service.platform.work.Loop;
import io.kartela.service.platform.work.PerMerchant;
import io.kartela.service.platform.work.Troubles;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does the jobs' rows, some at a time; nodes share them by row locks. What a row does and what
 * became of it are one transaction, so a crash repeats nothing; a row that goes wrong is put back
 * to its beginning and told, the others go on.
 */
final class BulkWorker implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(BulkWorker.class);
  private static final String WORK = "change many members";
  private static final Duration POLL = Duration.ofSeconds(2);
  private static final Duration BREATH = Duration.ofMillis(20);

  /** Accounts are held so long as a part takes: tills wait for one that is in it. */
  private static final int PART = 50;

  private final Database database;
  private final PerMerchant perMerchant;
  private final BulkSteps steps = new BulkSteps();
  private final InstantSource clock;
  private final Runnable delivery;
  private final Loop loop;

  private record Open(long merchantId, long jobId) {}

  BulkWorker(House house) {
    this.database = house.database();
    this.perMerchant = new PerMerchant(house.database());
    this.clock = house.clock();
    this.delivery = house.wake();
    this.loop = Loop.ofSteps("bulk", POLL, this::work);
  }

  void start() {
    loop.start();
  }

  void wake() {
    loop.wake();
  }

  /** A part of each job; false when there is none. */
  private boolean work() throws InterruptedException {
    boolean[] any = {false};
    List<Open> turn =
        perMerchant.each(
            WORK,
            open(),
            Open::merchantId,
            job ->
                any[0] |=
                    Retry.transaction(
                        () ->
                            database.inTenantRepeatable(
                                job.merchantId, c -> part(c, job.merchantId, job.jobId))));
    if (any[0]) {
      delivery.run();
    } else if (!turn.isEmpty()) {
      Thread.sleep(BREATH); // other nodes hold the last rows
    }
    return !turn.isEmpty();
  }

  private List<Open> open() {
    return database.asWorker(
        c -> {
          try (PreparedStatement s =
              c.prepareStatement(
                  """
                  SELECT merchant_id, job_id FROM kartela.bulk_job WHERE state IN ('RUNNING', 'UNDOING')
                  ORDER BY started_at LIMIT 1000
                  """)) {
            List<Open> open = new ArrayList<>();
            try (ResultSet r = s.executeQuery()) {
              while (r.next()) {
                open.add(new Open(r.getLong(1), r.getLong(2)));
              }
            }
            return open;
          }
        });
  }

  /** The next rows of a job, or its end; whether there were any. */
  private boolean part(Connection c, long merchantId, long jobId) throws SQLException {
    BulkJob job = BulkStore.bare(c, merchantId, jobId).orElse(null);
    if (job == null || job.state() == State.DONE || job.state() == State.UNDONE) {
      return false;
    }
    boolean undoing = job.state() == State.UNDOING;
    Outcome of = undoing ? Outcome.CHANGED : Outcome.WAITING;
    List<Row> rows = BulkStore.claim(c, merchantId, jobId, of, PART);
    for (Row row : rows) {
      row(c, merchantId, job, row, undoing);
    }
    if (rows.isEmpty()) {
      end(c, merchantId, jobId, of);
    }
    return !rows.isEmpty();
  }

  private void end(Connection c, long merchantId, long jobId, Outcome of) throws SQLException {
    boolean undoing = of == Outcome.CHANGED;
    BulkJob job = BulkStore.find(c, merchantId, jobId, true).orElseThrow();
    if (job.count(of) == 0 && job.state() == (undoing ? State.UNDOING : State.RUNNING)) {
      BulkStore.move(c, merchantId, jobId, undoing ? State.UNDONE : State.DONE, clock.instant());
    }
  }

  private void row(Connection c, long merchantId, BulkJob job, Row row, boolean undoing)
      throws SQLException {
    Instant now = clock.instant();
    Savepoint before = c.setSavepoint();
    String code;
    try {
      BulkSteps.Done done =
          undoing
              ? steps.undo(c, merchantId, job, row, now)
              : steps.apply(c, merchantId, job, row, now);
      c.releaseSavepoint(before);
      BulkStore.came(c, merchantId, job.id(), done.row(), done.outcome(), null);
      return;
    } catch (Problem e) {
      code = e.code().name();
    } catch (RuntimeException | SQLException e) {
      if (isEverybodys(e)) {
        throw e;
      }
      LOG.warn("A row of bulk job {} stays as it is: {}", job.id(), Troubles.detail(e));
      code = "INTERNAL";
    }
    c.rollback(before);
    BulkStore.came(c, merchantId, job.id(), row, undoing ? Outcome.KEPT : Outcome.FAILED, code);
  }

  /** What says nothing about the row: the whole part is tried again. */
  private static boolean isEverybodys(Exception e) {
    boolean raced =
        e instanceof LedgerException ledger
            ? ledger.code().retryable()
            : e instanceof SQLException sql && String.valueOf(sql.getSQLState()).startsWith("40");
    return raced || Outage.isBehind(e);
  }

  @Override
  public void close() {
    loop.close();
  }
}
