package io.kartela.service.message.delivery;

import io.kartela.service.message.delivery.Undelivered.Channel;
import io.kartela.service.platform.db.Outage;
import io.kartela.service.platform.work.Loop;
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
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Claims one kind of outbox row and hands batches to their handler, several at once. A slow vendor
 * fills only its own lane; a batch whose answers do not come is set aside, so that its hand is free
 * for others; a row that breaks its handler is found out and left to itself. While a batch is under
 * way its claim is renewed, so that no other node sends it, too.
 */
final class Lane implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Lane.class);
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /**
   * Hands that all hold a batch for longer, and none of whose comes to its end meanwhile, wait for
   * somebody who may never answer. A machine that is busy ends batches all the time, slowly: more
   * of them at once would only make it slower.
   */
  private static final Duration SLOW = Duration.ofMillis(500);

  /** A batch that takes so long waits for somebody, however well others get on. */
  private static final Duration SILENT = SLOW.multipliedBy(10);

  /**
   * While others are on their way a change waits so long for company: one transaction serves them
   * all. Whoever comes alone goes at once.
   */
  private static final Duration COMPANY = Duration.ofMillis(10);

  private final String kind;
  private final OutboxClaims outbox;
  private final Handler handler;
  private final Finish finish;
  private final Troubles troubles;
  private final DeliverySettings settings;
  private final Semaphore free;
  private final Semaphore aside;
  private final ExecutorService threads;
  private final Map<Long, Batch> underWay = new ConcurrentHashMap<>();
  private final Loop loop;
  private final Loop renewals;
  private final Loop settingAside;
  private volatile long lastEnd = System.nanoTime();
  private long batches;

  /** Delivers a batch. What it neither removes nor gives back returns when the lease ends. */
  @FunctionalInterface
  interface Handler {
    void deliver(List<OutboxRow> rows);
  }

  /**
   * Rows under way.
   *
   * @param hand whether they still have one
   */
  private record Batch(List<OutboxRow> rows, long since, AtomicBoolean hand) {}

  /**
   * @param aside batches that may wait for answers beside those that have a hand
   */
  Lane(
      String kind,
      OutboxClaims outbox,
      Handler handler,
      Finish finish,
      Troubles troubles,
      DeliverySettings settings,
      int aside) {
    this.kind = kind;
    this.outbox = outbox;
    this.handler = handler;
    this.finish = finish;
    this.troubles = troubles;
    this.settings = settings;
    this.free = new Semaphore(settings.parallelBatches());
    this.aside = new Semaphore(aside);
    this.threads =
        Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("delivery-" + kind + "-", 0).factory());
    this.loop = Loop.ofSteps("delivery-" + kind, settings.poll(), this::step);
    this.renewals =
        new Loop("delivery-" + kind + "-leases", settings.lease().dividedBy(3), this::renew);
    this.settingAside = new Loop("delivery-" + kind + "-slow", SLOW.dividedBy(2), this::setAside);
  }

  void start() {
    loop.wake(); // what waits already goes out at once
    loop.start();
    renewals.start();
    settingAside.start();
  }

  /** There is something to do now. */
  void wake() {
    loop.wake();
  }

  /** Claims a batch for a free hand; false when there is nothing to claim. */
  private boolean step() throws InterruptedException {
    free.acquire();
    if (underWay.size() > 1 && loop.running()) {
      Thread.sleep(COMPANY);
    }
    List<OutboxRow> rows = loop.running() ? claim() : List.of();
    if (rows.isEmpty()) {
      free.release();
      return false;
    }
    long number = batches++;
    Batch batch = new Batch(rows, System.nanoTime(), new AtomicBoolean(true));
    underWay.put(number, batch);
    threads.execute(() -> deliver(number, batch));
    // Fewer than asked for: that was all, and whoever commits more will say so.
    return rows.size() >= settings.batch();
  }

  /** Takes their hand from batches that wait, as many as may wait without one. */
  private void setAside() {
    long now = System.nanoTime();
    Duration least = now - lastEnd > SLOW.toNanos() ? SLOW : SILENT;
    for (Batch batch : underWay.values()) {
      boolean waits = now - batch.since() > least.toNanos();
      if (waits && batch.hand().get() && aside.tryAcquire()) {
        letGo(batch);
      }
    }
  }

  /** Gives back the hand of a batch, or, when it had none any more, its place aside. */
  private void letGo(Batch batch) {
    (batch.hand().compareAndSet(true, false) ? free : aside).release();
  }

  private List<OutboxRow> claim() throws InterruptedException {
    try {
      List<OutboxRow> rows = outbox.claim(kind, settings.batch(), settings.lease());
      troubles.well(Troubles.NOBODYS, "deliver " + kind, "");
      return rows;
    } catch (RuntimeException | Error e) {
      if (loop.running()) {
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

  /** Holds the claims of batches that take long. */
  private void renew() {
    List<OutboxRow> rows =
        underWay.values().stream().flatMap(batch -> batch.rows().stream()).toList();
    if (!rows.isEmpty()) {
      extend(rows);
    }
  }

  private void extend(List<OutboxRow> rows) {
    try {
      outbox.extend(rows, settings.lease());
    } catch (RuntimeException | Error e) {
      LOG.warn("claims cannot be renewed: {}", e.toString());
    }
  }

  private void deliver(long number, Batch batch) {
    try {
      deliver(batch.rows());
    } catch (RuntimeException | Error e) {
      LOG.error(
          "{} changes of cards were not delivered; they come back after {}",
          batch.rows().size(),
          settings.lease(),
          e);
    } finally {
      lastEnd = System.nanoTime();
      underWay.remove(number);
      letGo(batch);
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
    loop.close();
    renewals.close();
    settingAside.close();
    threads.shutdown();
    try {
      if (!threads.awaitTermination(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        threads.shutdownNow();
      }
    } catch (InterruptedException e) {
      threads.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }
}
