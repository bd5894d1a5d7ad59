package io.kartela.service.program.whatif;

import io.kartela.service.platform.db.Database;
import io.kartela.service.platform.db.DatabaseException;
import io.kartela.service.platform.http.Problem;
import io.kartela.service.program.Programs;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs replays one after another. Any number of nodes may have one: a lease keeps a replay with its
 * worker, and when the worker dies another begins the replay anew.
 */
final class WhatIfWorker implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(WhatIfWorker.class);

  private final Database database;
  private final Programs programs;
  private final WhatIfs whatIfs;
  private final InstantSource clock;
  private final Settings settings;
  private final Semaphore wake = new Semaphore(0);
  private final Thread thread;
  private volatile boolean running = true;
  private volatile @Nullable Replay current;

  /**
   * @param threads cores for one replay
   * @param poll how often work is looked for that another node was asked for
   * @param tick how often progress is written and a cancellation noticed
   * @param leaseSeconds after what silence another worker takes over
   */
  record Settings(int threads, Duration poll, Duration tick, int leaseSeconds) {
    static Settings usual() {
      int cores = Runtime.getRuntime().availableProcessors();
      return new Settings(
          Math.clamp(cores, 1, 4), Duration.ofSeconds(2), Duration.ofMillis(500), 30);
    }
  }

  WhatIfWorker(
      Database database,
      Programs programs,
      WhatIfs whatIfs,
      InstantSource clock,
      Settings settings) {
    this.database = database;
    this.programs = programs;
    this.whatIfs = whatIfs;
    this.clock = clock;
    this.settings = settings;
    this.thread = Thread.ofPlatform().name("what-if").daemon().unstarted(this::work);
  }

  void start() {
    thread.start();
  }

  /** There may be work: looks at once. */
  void wake() {
    wake.release();
  }

  private void work() {
    while (running) {
      try {
        wake.tryAcquire(settings.poll.toMillis(), TimeUnit.MILLISECONDS);
        wake.drainPermits();
        boolean more = true;
        while (running && more) {
          Optional<WhatIfs.Claim> next = claim();
          more = next.isPresent();
          if (next.isPresent()) {
            run(next.get());
          }
        }
      } catch (InterruptedException e) {
        return;
      } catch (RuntimeException | Error e) {
        if (running) {
          LOG.warn("what-ifs wait: {}", e.toString());
        }
      }
    }
  }

  private Optional<WhatIfs.Claim> claim() {
    try {
      return whatIfs.claim(settings.leaseSeconds);
    } catch (DatabaseException e) {
      if (e.isUniqueViolation()) {
        // Another node has just begun one of the same merchant.
        return Optional.empty();
      }
      throw e;
    }
  }

  private void run(WhatIfs.Claim claim) throws InterruptedException {
    CountDownLatch over = new CountDownLatch(1);
    try {
      Replay replay =
          new Replay(database, programs, whatIfs.job(claim), settings.threads, clock.instant());
      current = replay;
      Thread reporter =
          Thread.ofVirtual().name("what-if-progress").start(() -> report(claim, replay, over));
      WhatIfResult result;
      try {
        result = replay.run();
      } finally {
        over.countDown();
        reporter.join();
      }
      whatIfs.done(claim, result, replay.done());
    } catch (Replay.Stopped e) {
      if (!running) {
        whatIfs.release(claim);
      }
    } catch (Problem e) {
      whatIfs.failed(claim, e.code().name());
    } catch (RuntimeException | Error e) {
      // Whatever one replay does to itself, the next one's turn comes.
      LOG.error("what-if {} failed", claim.id(), e);
      whatIfs.failed(claim, "INTERNAL");
    } finally {
      current = null;
    }
  }

  private void report(WhatIfs.Claim claim, Replay replay, CountDownLatch over) {
    try {
      while (!over.await(settings.tick.toMillis(), TimeUnit.MILLISECONDS)) {
        try {
          if (!whatIfs.progress(claim, replay.done(), replay.total(), settings.leaseSeconds)) {
            replay.stop();
          }
        } catch (RuntimeException e) {
          LOG.warn("progress of what-if {}: {}", claim.id(), e.toString());
        }
      }
    } catch (InterruptedException e) {
      replay.stop();
    }
  }

  @Override
  public void close() {
    running = false;
    Replay replay = current;
    if (replay != null) {
      replay.stop();
    }
    wake.release();
    try {
      thread.join(Duration.ofSeconds(10));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
