package io.kartela.service.program.whatif;

import io.kartela.rules.Program;
import io.kartela.rules.PurchaseWindow;
import io.kartela.rules.TierPolicy;
import io.kartela.service.platform.db.Database;
import io.kartela.service.program.Programs;
import io.kartela.service.program.Validation;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Runs one replay: several threads take ranges of members, each on a connection of its own, all in
 * one read-only snapshot and confined to the merchant. Used once.
 */
final class Replay {
  private static final int MOST_RANGE = 500;

  private final Database database;
  private final Programs programs;
  private final WhatIfJob job;
  private final int threads;
  private final Instant now;
  private final AtomicLong done = new AtomicLong();
  private final AtomicLong total = new AtomicLong();
  private final AtomicBoolean stopped = new AtomicBoolean();

  /** The replay was told to stop. */
  static final class Stopped extends RuntimeException {
    private static final long serialVersionUID = 1;

    Stopped() {
      super("stopped", null, false, false);
    }
  }

  /**
   * @param threads connections and cores to use
   */
  Replay(Database database, Programs programs, WhatIfJob job, int threads, Instant now) {
    this.database = database;
    this.programs = programs;
    this.job = job;
    this.threads = threads;
    this.now = now;
  }

  /** Receipts judged so far. */
  long done() {
    return done.get();
  }

  /** Receipts to judge in all; 0 until they are counted. */
  long total() {
    return total.get();
  }

  /** Makes {@link #run} end soon with {@link Stopped}. */
  void stop() {
    stopped.set(true);
  }

  /** Judges every receipt of the period. */
  WhatIfResult run() {
    long begun = System.nanoTime();
    Program program = Validation.demand(job.document());
    return database.inTransaction(
        c -> {
          snapshot(c, null);
          Database.enter(c, job.merchantId());
          String snapshot = export(c);
          ReceiptStream stream = new ReceiptStream(c, job, job.from());
          total.set(stream.count());
          ReplayPlan plan = plan(program, stream);
          Tally sum = new Tally(done);
          for (Tally part : parts(plan, stream, snapshot)) {
            sum.add(part);
          }
          long millis = (System.nanoTime() - begun) / 1_000_000;
          return new ResultWriter(plan, job, programs).write(sum, millis);
        });
  }

  private static void snapshot(Connection c, @Nullable String shared) throws SQLException {
    try (Statement s = c.createStatement()) {
      s.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY");
      if (shared != null) {
        s.execute("SET TRANSACTION SNAPSHOT '" + shared + "'");
      }
    }
  }

  private static String export(Connection c) throws SQLException {
    try (Statement s = c.createStatement();
        var r = s.executeQuery("SELECT pg_export_snapshot()")) {
      r.next();
      return r.getString(1);
    }
  }

  private ReplayPlan plan(Program program, ReceiptStream stream) throws SQLException {
    Map<String, Long> given = new HashMap<>();
    byte[] first = stream.firstDocument();
    if (first != null) {
      new StoredReader()
          .read(first)
          .ifPresent(s -> s.facts().usage().forEach((rule, u) -> given.put(rule, u.total())));
    }
    return new ReplayPlan(
        program,
        n -> programs.version(job.merchantId(), n),
        given,
        job.spending() == WhatIfJob.Spending.AS_ALLOWED,
        job.to().isBefore(now) ? job.to() : now);
  }

  private List<Tally> parts(ReplayPlan plan, ReceiptStream stream, String snapshot)
      throws SQLException {
    Instant historyFrom = historyFrom(plan);
    long members = stream.memberCount();
    int range = Math.clamp(members / (threads * 16L), 1, MOST_RANGE);
    Ranges ranges = new Ranges(stream, range);
    List<Tally> tallies = new ArrayList<>();
    List<Future<?>> running = new ArrayList<>();
    try (ExecutorService pool =
        Executors.newFixedThreadPool(
            threads, Thread.ofPlatform().name("what-if-", 0).daemon().factory())) {
      for (int i = 0; i < threads; i++) {
        Tally tally = new Tally(done);
        tallies.add(tally);
        running.add(pool.submit(() -> work(plan, snapshot, historyFrom, ranges, tally)));
      }
      await(running);
    }
    return tallies;
  }

  private void await(List<Future<?>> running) {
    RuntimeException failure = null;
    for (Future<?> f : running) {
      try {
        f.get();
      } catch (InterruptedException e) {
        stop();
        Thread.currentThread().interrupt();
        failure = new Stopped();
      } catch (ExecutionException e) {
        stop();
        RuntimeException cause =
            e.getCause() instanceof RuntimeException r
                ? r
                : new IllegalStateException(e.getCause());
        // The others stop because of the first one's trouble.
        failure = failure == null || failure instanceof Stopped ? cause : failure;
      }
    }
    if (failure != null) {
      throw failure;
    }
  }

  /** Ranges of members, handed out one after another; the one without cards comes first. */
  private static final class Ranges {
    private final ReceiptStream stream;
    private final int size;
    private long above = Long.MIN_VALUE;
    private boolean withoutCard = true;

    Ranges(ReceiptStream stream, int size) {
      this.stream = stream;
      this.size = size;
    }

    synchronized Optional<Range> next() throws SQLException {
      if (withoutCard) {
        withoutCard = false;
        return Optional.of(new Range(0, 0, true));
      }
      if (above == Long.MAX_VALUE) {
        return Optional.empty();
      }
      Range range = new Range(above, stream.rangeEnd(above, size), false);
      above = range.through;
      return Optional.of(range);
    }
  }

  private record Range(long above, long through, boolean withoutCard) {}

  private boolean work(
      ReplayPlan plan, String snapshot, Instant historyFrom, Ranges ranges, Tally tally) {
    return database.inTransaction(
        c -> {
          snapshot(c, snapshot);
          Database.enter(c, job.merchantId());
          ReceiptStream stream = new ReceiptStream(c, job, historyFrom);
          MemberReplay replay = new MemberReplay(plan, tally);
          StoredReader reader = new StoredReader();
          for (Optional<Range> next = ranges.next(); next.isPresent(); next = ranges.next()) {
            refuseStopped();
            Range range = next.get();
            if (range.withoutCard) {
              stream.withoutCard(row -> take(row, replay, reader, tally));
              replay.finish(null);
            } else {
              members(stream, range, replay, reader, tally);
            }
          }
          return true;
        });
  }

  private void members(
      ReceiptStream stream, Range range, MemberReplay replay, StoredReader reader, Tally tally)
      throws SQLException {
    // What members hold now is their tier at the end only when the period lasts until now.
    Map<Long, String> standings =
        job.to().isBefore(now) ? Map.of() : stream.standings(range.above, range.through);
    long[] member = {0};
    stream.members(
        range.above,
        range.through,
        row -> {
          if (row.memberId() != member[0]) {
            replay.finish(standings.get(member[0]));
            member[0] = row.memberId();
          }
          return take(row, replay, reader, tally);
        });
    replay.finish(standings.get(member[0]));
  }

  private boolean take(ReceiptRow row, MemberReplay replay, StoredReader reader, Tally tally) {
    byte[] document = row.document();
    if (document == null) {
      replay.before(row);
      return true;
    }
    refuseStopped();
    Optional<StoredReceipt> stored = reader.read(document);
    if (stored.isPresent()) {
      replay.replay(row, stored.get());
    } else {
      tally.unreadable++;
    }
    tally.step();
    return true;
  }

  private void refuseStopped() {
    if (stopped.get()) {
      throw new Stopped();
    }
  }

  /**
   * From where receipts before the period must be read: only for sums that were not stored with the
   * receipts, and for recomputations.
   */
  private Instant historyFrom(ReplayPlan plan) {
    Instant from = job.from();
    for (PurchaseWindow w : plan.windows) {
      if (!storedBy(plan, w)) {
        Instant begin = w.range(job.from(), plan.program.zone()).from();
        Instant earliest = begin == null ? Instant.EPOCH : begin;
        from = earliest.isBefore(from) ? earliest : from;
      }
    }
    TierPolicy.Recompute recompute = plan.program.tierPolicy().recompute();
    if (recompute != null) {
      Instant begin =
          job.from().atZone(plan.program.zone()).minusMonths(recompute.months() + 1L).toInstant();
      from = begin.isBefore(from) ? begin : from;
    }
    return from;
  }

  private boolean storedBy(ReplayPlan plan, PurchaseWindow w) {
    List<Integer> numbers = programs.inForce(job.merchantId(), job.from(), now);
    return !numbers.isEmpty()
        && numbers.stream()
            .map(plan::version)
            .allMatch(
                v ->
                    v.measure() == plan.measure
                        && v.published().program().windowsNeeded().contains(w));
  }
}
