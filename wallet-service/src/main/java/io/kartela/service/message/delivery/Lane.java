package io.kartela.service.message.delivery;

import io.kartela.service.message.delivery.Undelivered.Channel;
import io.kartela.service.platform.db.Outage;
import io.kartela.service.platform.work.Troubles;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Claims one kind of outbox row and hands batches to their handler, several at once. A slow vendor
 * fills only its own lane; a row that breaks its handler is found out and left to itself. While a
 * batch is under way its claim is renewed, so that no other node sends it, too.
 */
final class Lane implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Lane.class);
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final String kind;
  private final Outbox outbox;
  private final Handler handler;
  private final Finish finish;
  private final Troubles troubles;
  private final DeliverySettings settings;
  private final Semaphore wakes = new Semaphore(0);
  private final Semaphore free;
  private final ExecutorService threads;
  private final Map<Long, List<OutboxRow>> underWay = new ConcurrentHashMap<>();
  private final Thread loop;
  private final Thread renewals;
  private long batches;
  private volatile boolean running = true;

  /** Delivers a batch. What it neither removes nor gives back returns when the lease ends. */
  @FunctionalInterface
  interface Handler {
    void deliver(List<OutboxRow> rows);
  }

  Lane(
      String kind,
      Outbox outbox,
      Handler handler,
      Finish finish,
      Troubles troubles,
      DeliverySettings settings) {
    this.kind = kind;
    this.outbox = outbox;
    this.handler = handler;
    this.finish = finish;
    this.troubles = troubles;
    this.settings = settings;
    this.free = new Semaphore(settings.parallelBatches());
    this.threads =
        Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("delivery-" + kind + "-", 0).factory());
    this.loop = Thread.ofVirtual().name("delivery-" + kind).unstarted(this::loop);
    this.renewals = Thread.ofVirtual().name("delivery-" + kind + "-leases").unstarted(this::renew);
  }

  void start() {
    loop.start();
    renewals.start();
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
          long batch = batches++;
          underWay.put(batch, rows);
          threads.execute(() -> deliver(batch, rows));
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // closing
    }
  }

  private List<OutboxRow> claim() throws InterruptedException {
    wakes.drainPermits();
    try {
      List<OutboxRow> rows = outbox.claim(kind, settings.batch(), settings.lease());
      troubles.well(Troubles.NOBODYS, "deliver " + kind, "");
      return rows;
    } catch (RuntimeException | Error e) {
      if (running) {
        if (Outage.isBehind(e)) {
          LOG.warn("cannot read the outbox; trying again: {}", e.toString());
        } else {
          LOG.error("cannot read the outbox; trying again", e);
          troubles.failed(Troubles.NOBODYS, "deliver " + kind, "", e);
        }
        Thread.sleep(Duration.ofSeconds(1));
      }
      return List.of();
    }
  }

  private void pause() throws InterruptedException {
    // Woken or not, what counts is what the outbox holds.
    boolean _ = wakes.tryAcquire(settings.poll().toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Holds the claims of batches that take long. */
  private void renew() {
    long interval = Math.max(1, settings.lease().toMillis() / 3);
    try {
      while (true) {
        Thread.sleep(interval);
        List<OutboxRow> rows = underWay.values().stream().flatMap(List::stream).toList();
        if (!rows.isEmpty()) {
          extend(rows);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // closing
    }
  }

  private void extend(List<OutboxRow> rows) {
    try {
      outbox.extend(rows, settings.lease());
    } catch (RuntimeException | Error e) {
      LOG.warn("claims cannot be renewed: {}", e.toString());
    }
  }

  private void deliver(long batch, List<OutboxRow> rows) {
    try {
      deliver(rows);
    } catch (RuntimeException | Error e) {
      LOG.error(
          "{} changes of cards were not delivered; they come back after {}",
          rows.size(),
          settings.lease(),
          e);
    } finally {
      underWay.remove(batch);
      free.release();
    }
  }

  /** Delivers in ever smaller parts, until whatever breaks it stands alone. */
  private void deliver(List<OutboxRow> rows) {
    try {
      handler.deliver(rows);
    } catch (RuntimeException | Error e) {
      if (Outage.isBehind(e) || rows.size() == 1) {
        apart(rows, e, Channel.of(kind), finish);
        return;
      }
      LOG.warn("one of {} changes of cards breaks their delivery: {}", rows.size(), e.toString());
      for (List<OutboxRow> part : parts(outbox.ours(rows))) {
        deliver(part);
      }
    }
  }

  /** By merchant, or by row when they are all of one. */
  private static Collection<List<OutboxRow>> parts(List<OutboxRow> rows) {
    Map<Long, List<OutboxRow>> byMerchant = new LinkedHashMap<>();
    rows.forEach(
        row -> byMerchant.computeIfAbsent(row.merchantId(), m -> new ArrayList<>()).add(row));
    return byMerchant.size() > 1 ? byMerchant.values() : rows.stream().map(List::of).toList();
  }

  /**
   * Rows whose delivery broke by themselves; when the database is away, nobody's row is to blame.
   */
  static void apart(List<OutboxRow> rows, Throwable e, Channel channel, Finish finish) {
    if (Outage.isBehind(e)) {
      LOG.warn("{} changes of cards wait for the database: {}", rows.size(), e.toString());
      return;
    }
    rows.forEach(row -> finish.faulty(channel, row, e));
  }

  /**
   * Claims nothing more and waits for the batches under way; those that take longer are another
   * node's when their claim ends.
   */
  @Override
  public void close() {
    running = false;
    wake();
    renewals.interrupt();
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
