package io.kartela.service.delivery;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Claims one kind of outbox row and hands batches to their handler, several at once. A slow vendor
 * fills only its own lane.
 */
final class Lane implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Lane.class);
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final String kind;
  private final Outbox outbox;
  private final Handler handler;
  private final DeliverySettings settings;
  private final Semaphore wakes = new Semaphore(0);
  private final Semaphore free;
  private final ExecutorService threads;
  private final Thread loop;
  private volatile boolean running = true;

  /** Delivers a batch. What it neither removes nor gives back returns when the lease ends. */
  @FunctionalInterface
  interface Handler {
    void deliver(List<OutboxRow> rows);
  }

  Lane(String kind, Outbox outbox, Handler handler, DeliverySettings settings) {
    this.kind = kind;
    this.outbox = outbox;
    this.handler = handler;
    this.settings = settings;
    this.free = new Semaphore(settings.parallelBatches());
    this.threads =
        Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("delivery-" + kind + "-", 0).factory());
    this.loop = Thread.ofVirtual().name("delivery-" + kind).unstarted(this::loop);
  }

  void start() {
    loop.start();
  }

  /** There is something to do now. */
  void wake() {
    // One waiting wake-up is enough, whoever else called.
    if (wakes.availablePermits() == 0) {
      wakes.release();
    }
  }

  private void loop() {
    try {
      while (running) {
        free.acquire();
        List<OutboxRow> rows = running ? claim() : List.of();
        if (rows.isEmpty()) {
          free.release();
          pause();
        } else {
          threads.execute(() -> deliver(rows));
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // closing
    }
  }

  private List<OutboxRow> claim() throws InterruptedException {
    wakes.drainPermits();
    try {
      return outbox.claim(kind, settings.batch(), settings.lease());
    } catch (RuntimeException e) {
      if (running) {
        LOG.error("cannot read the outbox; trying again", e);
        Thread.sleep(Duration.ofSeconds(1));
      }
      return List.of();
    }
  }

  private void pause() throws InterruptedException {
    // Woken or not, what counts is what the outbox holds.
    boolean _ = wakes.tryAcquire(settings.poll().toMillis(), TimeUnit.MILLISECONDS);
  }

  private void deliver(List<OutboxRow> rows) {
    try {
      handler.deliver(rows);
    } catch (RuntimeException e) {
      LOG.error(
          "{} changes of cards were not delivered; they come back after {}",
          rows.size(),
          settings.lease(),
          e);
    } finally {
      free.release();
    }
  }

  /** Claims nothing more and waits for the batches under way. */
  @Override
  public void close() {
    running = false;
    wake();
    try {
      // Not interrupted at once: that would tear down the connection it may be claiming on.
      if (!loop.join(Duration.ofSeconds(2))) {
        loop.interrupt();
      }
      threads.shutdown();
      if (!threads.awaitTermination(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        threads.shutdownNow();
      }
    } catch (InterruptedException e) {
      threads.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }
}
