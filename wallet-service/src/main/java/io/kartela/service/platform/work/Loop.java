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
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final String name;
  private final Duration poll;
  private final Work work;
  private final Semaphore wake = new Semaphore(0);
  private final Thread thread;
  private volatile boolean running = true;

  /** Does what there is to do, then returns; asks {@link #running()} between long steps. */
  @FunctionalInterface
  public interface Work {
    void run() throws InterruptedException;
  }

  /**
   * @param poll how often to look without being woken
   */
  public Loop(String name, Duration poll, Work work) {
    this.name = name;
    this.poll = poll;
    this.work = work;
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
        wake.drainPermits();
        if (running) {
          work.run();
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
    running = false;
    wake();
    try {
      // Not interrupted at once: that would tear down the connection it may be working on.
      if (!thread.join(Duration.ofSeconds(1))) {
        thread.interrupt();
        boolean _ = thread.join(PATIENCE);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
