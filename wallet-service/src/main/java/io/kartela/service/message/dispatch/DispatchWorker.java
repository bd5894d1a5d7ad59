package io.kartela.service.message.dispatch;

import io.kartela.push.Answer;
import io.kartela.push.Report;
import io.kartela.service.message.channel.Carriers;
import io.kartela.service.message.channel.ChannelKind;
import io.kartela.service.message.channel.SentLog;
import io.kartela.service.message.dispatch.Departure.Leave;
import io.kartela.service.platform.House;
import io.kartela.service.platform.work.Loop;
import io.kartela.service.platform.work.Troubles;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.LongFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends what waits by shops' channels, a loop for each kind, and asks vendors how it fared. Any
 * number of nodes may run it. A merchant's slow vendor delays only that merchant: no more than a
 * batch of his is in hand at once. Start it once; thread-safe.
 */
public final class DispatchWorker implements AutoCloseable {
  private static final Duration POLL = Duration.ofMillis(500);
  private static final Duration ASKED_EVERY = Duration.ofSeconds(2);
  private static final int BATCH = 32;

  /** Merchants whose batches are in hand at once, of each kind. */
  private static final int MERCHANTS = 64;

  private static final int MOST_FAULTS = 5;
  private static final Logger LOG = LoggerFactory.getLogger(DispatchWorker.class);

  private static final String SEND = "send by channels";

  private final House house;
  private final Map<String, Source> sources;
  private final Reports reports;
  private final LongFunction<ZoneId> zones;
  private final Departure departure;
  private final Arrival arrival;
  private final Ends ends = new Ends();
  private final Troubles troubles;
  private final ExecutorService threads =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("dispatch-", 0).factory());
  private final List<Way> ways = new ArrayList<>();
  private final Loop asking;

  /** One kind of channel: its loop, and the merchants whose batch is in hand. */
  private final class Way {
    private final ChannelKind kind;
    private final Loop loop;
    private final Set<Long> inHand = ConcurrentHashMap.newKeySet();

    Way(ChannelKind kind) {
      this.kind = kind;
      this.loop = Loop.ofSteps("dispatch-" + kind, POLL, () -> step(this));
    }
  }

  /**
   * @param zones a merchant's zone
   */
  public DispatchWorker(
      House house, Carriers carriers, LongFunction<ZoneId> zones, List<Source> sources) {
    this.house = house;
    this.zones = zones;
    this.sources = new LinkedHashMap<>();
    sources.forEach(source -> this.sources.put(source.name(), source));
    Pace pace = new Pace();
    this.departure = new Departure(carriers, pace, house, ends);
    this.arrival = new Arrival(pace, ends);
    this.troubles = new Troubles(house.database());
    this.reports = new Reports(house, carriers, arrival, this.sources);
    for (ChannelKind kind : ChannelKind.values()) {
      ways.add(new Way(kind));
    }
    this.asking = new Loop("dispatch-reports", ASKED_EVERY, reports::ask);
    house.wake().listen(this::wake);
  }

  public void start() {
    ways.forEach(way -> way.loop.start());
    asking.start();
  }

  public void wake() {
    ways.forEach(way -> way.loop.wake());
  }

  /** Claims what is due of merchants that have nothing in hand. */
  private boolean step(Way way) {
    if (way.inHand.size() >= MERCHANTS) {
      return false;
    }
    Set<Long> left = new HashSet<>(way.inHand);
    troubles.waiting(SEND).forEach(waiting -> left.add(waiting.merchantId()));
    Instant now = house.clock().instant();
    List<Dispatch> claimed =
        house.database().asWorker(c -> DispatchTable.claim(c, way.kind, left, BATCH, now));
    Map<Long, List<Dispatch>> byMerchant = new LinkedHashMap<>();
    for (Dispatch d : claimed) {
      byMerchant.computeIfAbsent(d.merchantId(), _ -> new ArrayList<>()).add(d);
    }
    byMerchant.forEach(
        (merchantId, rows) -> {
          way.inHand.add(merchantId);
          var _ =
              threads.submit(
                  () -> {
                    try {
                      boolean _ = troubles.apart(merchantId, SEND, () -> send(merchantId, rows));
                    } finally {
                      way.inHand.remove(merchantId);
                      way.loop.wake();
                    }
                  });
        });
    return !claimed.isEmpty();
  }

  private void send(long merchantId, List<Dispatch> rows) {
    Map<Long, List<Dispatch>> bySource = new LinkedHashMap<>();
    for (Dispatch d : rows) {
      bySource.computeIfAbsent(d.origin().sourceId(), _ -> new ArrayList<>()).add(d);
    }
    for (List<Dispatch> of : bySource.values()) {
      Source source = source(of.getFirst().origin());
      ZoneId zone = zones.apply(merchantId);
      List<Leave> leaves = prepared(merchantId, source, of, zone);
      List<Future<?>> under = new ArrayList<>();
      for (Leave one : leaves) {
        under.add(threads.submit(() -> carry(source, one)));
      }
      await(under);
    }
  }

  private Source source(SentLog.Origin origin) {
    Source source = sources.get(origin.source());
    if (source == null) {
      throw new IllegalStateException("nobody is " + origin.source());
    }
    return source;
  }

  /** A row that breaks the batch is found out, and left to itself. */
  private List<Leave> prepared(long merchantId, Source source, List<Dispatch> rows, ZoneId zone) {
    try {
      return prepare(merchantId, source, rows, zone);
    } catch (RuntimeException e) {
      LOG.warn("Merchant {}: a batch of words breaks: {}", merchantId, e.toString());
    }
    List<Leave> leaves = new ArrayList<>();
    for (Dispatch d : rows) {
      try {
        leaves.addAll(prepare(merchantId, source, List.of(d), zone));
      } catch (RuntimeException e) {
        LOG.error("Merchant {}: words for one member break", merchantId, e);
        poisoned(source, d);
      }
    }
    return leaves;
  }

  private List<Leave> prepare(long merchantId, Source source, List<Dispatch> rows, ZoneId zone) {
    Instant now = house.clock().instant();
    return house
        .database()
        .inTenant(merchantId, c -> departure.prepare(c, source, rows, zone, now));
  }

  /** Tried again when its lease ends, a few times. */
  private void poisoned(Source source, Dispatch d) {
    boolean _ =
        house
            .database()
            .inTenant(
                d.merchantId(),
                c -> {
                  if (DispatchTable.attempts(c, d) >= MOST_FAULTS && DispatchTable.hold(c, d)) {
                    ends.over(c, source, d, Source.Outcome.FAILED, "INTERNAL");
                  }
                  return true;
                });
  }

  /** A carrier that breaks may have sent it: said once, and never again. */
  private static Answer answer(Leave one) {
    try {
      return one.carrier().send(one.parcel());
    } catch (RuntimeException e) {
      LOG.error("Merchant {}: a carrier breaks", one.dispatch().merchantId(), e);
      return new Answer.Unknown(e.getClass().getSimpleName());
    }
  }

  private void carry(Source source, Leave one) {
    Answer answer = answer(one);
    boolean _ =
        house
            .database()
            .inTenant(
                one.dispatch().merchantId(),
                c -> {
                  arrival.answered(c, source, one, answer, house.clock().instant());
                  return true;
                });
  }

  private static void await(List<Future<?>> under) {
    RuntimeException first = null;
    for (var one : under) {
      try {
        one.get();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      } catch (ExecutionException e) {
        first = new IllegalStateException(e.getCause());
      }
    }
    if (first != null) {
      throw first;
    }
  }

  /**
   * What a vendor tells unasked. False: nobody knows these words yet, while some are just leaving:
   * to be told again.
   */
  public boolean told(long merchantId, ChannelKind kind, Report report) {
    return reports.told(merchantId, kind, report);
  }

  @Override
  public void close() {
    ways.forEach(way -> way.loop.close());
    asking.close();
    threads.shutdown();
    try {
      if (!threads.awaitTermination(10, TimeUnit.SECONDS)) {
        threads.shutdownNow();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
