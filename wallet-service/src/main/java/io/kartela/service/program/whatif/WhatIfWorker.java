package io.kartela.service.program.whatif;

import io.kartela.service.platform.House;
import io.kartela.service.platform.db.Database;
import io.kartela.service.platform.db.DatabaseException;
import io.kartela.service.platform.http.Problem;
import io.kartela.service.platform.work.Loop;
import io.kartela.service.program.Programs;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
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
  private static final Duration TO_STOP = Duration.ofSeconds(10);

  private final Database database;
  private final Programs programs;
  private final WhatIfs whatIfs;
  private final InstantSource clock;
  private final Settings settings;
  private final Loop loop;
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

  WhatIfWorker(House house, Programs programs, WhatIfs whatIfs, Settings settings) {
    this.database = house.database();
    this.programs = programs;
    this.whatIfs = whatIfs;
    this.clock = house.clock();
    this.settings = settings;
    this.loop = Loop.ofSteps("what-if", settings.poll, this::step);
  }

  void start() {
    loop.start();
  }

  /** There may be work: looks at once. */
  void wake() {
    loop.wake();
  }

  /** The next replay; false when there is none. */
  private boolean step() throws InterruptedException {
    Optional<WhatIfs.Claim> next = claim();
    if (next.isPresent()) {
      run(next.get());
    }
    return next.isPresent();
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
      if (!loop.running()) {
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

  /** The replay under way is stopped and given back: another worker begins it anew. */
  @Override
  public void close() {
    loop.close(TO_STOP, this::stop);
  }

  private void stop() {
    Replay replay = current;
    if (replay != null) {
      replay.stop();
    }
  }
}
