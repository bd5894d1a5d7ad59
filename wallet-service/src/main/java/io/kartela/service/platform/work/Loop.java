package io.kartela.service.platform.work;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does work when it is woken and at intervals, on a thread of its own, for as long as it is open:
 * whatever the work throws is told, and the loop goes on. Thread-safe.
 */
public final class Loop implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Loop.class);
  private static final Duration GRACE = Duration.ofSeconds(1);
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final String name;
  private final Duration poll;
  private final Step step;
  private final Semaphore wake = new Semaphore(0);
  private final Thread thread;
  private volatile boolean running = true;

  /** Does what there is to do, then returns; asks {@link #running()} between long steps. */
  @FunctionalInterface
  public interface Work {
    void run() throws InterruptedException;
  }

  /** Does one piece of what there is to do. */
  @FunctionalInterface
  public interface Step {
    /** True: there may be more, to be done at once. */
    boolean run() throws InterruptedException;
  }

  /**
   * @param poll how often to look without being woken
   */
  public Loop(String name, Duration poll, Work work) {
    this(
        name,
        () -> {
          work.run();
          return false;
        },
        poll);
  }

  /** Piece by piece, for as long as there is more and the loop is open. */
  public static Loop ofSteps(String name, Duration poll, Step step) {
    return new Loop(name, step, poll);
  }

  private Loop(String name, Step step, Duration poll) {
    this.name = name;
    this.poll = poll;
    this.step = step;
    this.thread = Thread.ofVirtual().name(name).unstarted(this::run);
  }

  public void start() {
    thread.start();
  }

  /** There may be work: looks at once. */
  public void wake() {
    // One waiting wake-up is enough, whoever else called.
    if (wake.availablePermits() == 0) {
      wake.release();
    }
  }

  /** False once it is being closed. */
  public boolean running() {
    return running;
  }

  private void run() {
    while (running) {
      try {
        boolean _ = wake.tryAcquire(poll.toMillis(), TimeUnit.MILLISECONDS);
        boolean more = true;
        while (running && more) {
          wake.drainPermits();
          more = step.run();
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      } catch (RuntimeException | Error e) {
        if (running) {
          LOG.warn("{} waits: {}", name, e.toString());
        }
      }
    }
  }

  @Override
  public void close() {
    close(GRACE, () -> {});
  }

  /**
   * Closes it when the work needs a word to come to its end.
   *
   * @param grace how long that may take
   * @param ending said once {@link #running()} is false
   */
  public void close(Duration grace, Runnable ending) {
    running = false;
    ending.run();
    wake();
    try {
      // Not interrupted at once: that would tear down the connection it may be working on.
      if (!thread.join(grace)) {
        thread.interrupt();
        boolean _ = thread.join(PATIENCE);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
