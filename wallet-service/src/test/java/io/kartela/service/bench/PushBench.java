package io.kartela.service.bench;

import io.kartela.certs.DevelopmentCa;
import io.kartela.push.apns.FakeApns;
import io.kartela.service.platform.http.Lang;
import io.kartela.service.simulator.ApplePhone;
import io.kartela.service.wallet.preview.PhoneHttp;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import tools.jackson.databind.JsonNode;

/**
 * From a committed receipt to the new pass in the phone's hands: {@code ./bench push [phones]
 * [seconds]}. The service and its PostgreSQL (fsync on) are processes of their own; tills, APNs and
 * phones live in this one, on the same machine. A phone registers, gets its push over TLS and
 * HTTP/2, asks what changed, downloads and unpacks the signed pass, and checks every hash; it does
 * not check the signature, which would measure the phone.
 */
public final class PushBench implements AutoCloseable {
  private final PhoneHttp phoneHttp = new PhoneHttp();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Map<String, Customer> byToken = new ConcurrentHashMap<>();
  private final List<Customer> customers = new ArrayList<>();
  private final AtomicInteger failures = new AtomicInteger();
  private final FakeApns apns;
  private final RunningService service;
  private final Tills tills;

  /**
   * A member with a phone. At most one of their receipts is under way, so that a new pass has one
   * cause.
   */
  private final class Customer {
    private final String memberId;
    private final ApplePhone phone;
    private volatile long began;
    private volatile long answered;
    private volatile long received;
    private volatile Run run = new Run();

    Customer(String memberId) {
      this.memberId = memberId;
      this.phone =
          new ApplePhone(
              memberId,
              "phone " + memberId,
              new ApplePhone.World(
                  phoneHttp,
                  () -> service.url(),
                  null,
                  InstantSource.system(),
                  (p, serial) -> receivedPass()));
    }

    private synchronized void receivedPass() {
      if (began > 0 && received == 0) {
        received = System.nanoTime();
        finish();
      }
    }

    void buy(Run inRun) {
      synchronized (this) {
        run = inRun;
        answered = 0;
        received = 0;
        began = System.nanoTime();
      }
      boolean committed = tills.commit(memberId);
      synchronized (this) {
        if (committed) {
          answered = System.nanoTime();
          run.committed.incrementAndGet();
          run.till.add(answered - began);
          finish();
        } else {
          failures.incrementAndGet();
          began = 0;
          run.free.add(this);
        }
      }
      run.atTill.decrementAndGet();
    }

    /** Both are in: the till's answer and the phone's pass, in either order. */
    private void finish() {
      if (answered > 0 && received > 0) {
        run.fromAnswer.add(Math.max(0, received - answered));
        run.fromRequest.add(received - began);
        began = 0;
        run.free.add(this);
      }
    }
  }

  /** One measurement. */
  private static final class Run {
    final Latencies till = new Latencies();
    final Latencies fromAnswer = new Latencies();
    final Latencies fromRequest = new Latencies();
    final AtomicLong committed = new AtomicLong();
    final AtomicInteger atTill = new AtomicInteger();
    final BlockingQueue<Customer> free = new LinkedBlockingQueue<>();
  }

  private PushBench(Path folder) throws Exception {
    Path data = RunningService.folderWithCa(folder);
    InstantSource clock = InstantSource.system();
    DevelopmentCa ca = DevelopmentCa.openOrCreate(data.resolve("certs"), clock.instant());
    this.apns =
        new FakeApns(
            new FakeApns.Settings(
                0,
                ca.serverIdentity().key(),
                ca.serverIdentity().chain(),
                List.of(ca.root(), ca.intermediate())),
            clock,
            (token, topic, at) -> {
              Customer customer = byToken.get(token);
              if (customer != null) {
                threads.execute(customer.phone::pushed);
              }
            });
    this.service = new RunningService(data, ca, apns.host(), apns.port(), 1024);
    this.tills = new Tills(service.url());
  }

  public static void main(String[] args) throws Exception {
    int phones = args.length > 0 ? Integer.parseInt(args[0]) : 1_000;
    int seconds = args.length > 1 ? Integer.parseInt(args[1]) : 20;
    try (PushBench bench = new PushBench(Files.createTempDirectory("kartela-push-bench"))) {
      bench.prepare(phones);
      bench.saturated(32, 20, false); // warm-up: the compilers need some thousand receipts
      bench.paced(20, seconds, true);
      bench.paced(100, seconds, true);
      bench.saturated(32, seconds, true);
    }
  }

  private void prepare(int phones) throws Exception {
    say("starting the service and its demo shop …");
    tills.open(service.registerKey());
    say("%,d members put their card on a phone …", phones);
    List<Thread> workers = new ArrayList<>();
    AtomicInteger next = new AtomicInteger();
    for (int w = 0; w < 8; w++) {
      workers.add(
          Thread.ofVirtual()
              .start(
                  () -> {
                    for (int i = next.getAndIncrement(); i < phones; i = next.getAndIncrement()) {
                      enrol(i);
                    }
                  }));
    }
    for (Thread worker : workers) {
      worker.join();
    }
    if (customers.size() < phones) {
      throw new IllegalStateException("only " + customers.size() + " of the phones have a card");
    }
  }

  private void enrol(int i) {
    JsonNode done = tills.enrol(i);
    Customer customer = new Customer(done.path("memberId").asString());
    String _ = customer.phone.add(done.path("cardToken").asString());
    byToken.put(customer.phone.pushToken(), customer);
    synchronized (customers) {
      customers.add(customer);
    }
  }

  /**
   * Receipts at a fixed pace, whatever the service does: a slow answer does not slow the next
   * customer.
   */
  private void paced(int perSecond, int seconds, boolean print) throws InterruptedException {
    Run run = new Run();
    run.free.addAll(customers);
    RunningService.Cpu before = service.cpu();
    long start = System.nanoTime();
    int total = perSecond * seconds;
    int nobodyFree = 0;
    for (int i = 0; i < total; i++) {
      long at = start + i * 1_000_000_000L / perSecond;
      while (System.nanoTime() < at) {
        Thread.sleep(0, 200_000);
      }
      Customer customer = run.free.poll();
      if (customer == null) {
        nobodyFree++;
      } else {
        run.atTill.incrementAndGet();
        threads.execute(() -> customer.buy(run));
      }
    }
    drain(run);
    if (print) {
      report(run, perSecond + " receipts/s", start, before, nobodyFree);
    }
  }

  /** As many receipts as the service takes from so many tills. */
  private void saturated(int atOnce, int seconds, boolean print) throws InterruptedException {
    Run run = new Run();
    run.free.addAll(customers);
    RunningService.Cpu before = service.cpu();
    long start = System.nanoTime();
    long end = start + seconds * 1_000_000_000L;
    List<Thread> workers = new ArrayList<>();
    for (int w = 0; w < atOnce; w++) {
      workers.add(
          Thread.ofVirtual()
              .start(
                  () -> {
                    try {
                      while (System.nanoTime() < end) {
                        Customer customer = run.free.poll(1, TimeUnit.SECONDS);
                        if (customer != null) {
                          run.atTill.incrementAndGet();
                          customer.buy(run);
                        }
                      }
                    } catch (InterruptedException e) {
                      Thread.currentThread().interrupt();
                    }
                  }));
    }
    for (Thread worker : workers) {
      worker.join();
    }
    double rate = run.committed.get() / ((System.nanoTime() - start) / 1e9);
    drain(run);
    if (print) {
      report(
          run,
          String.format(
              Locale.ROOT, "saturation, %d tills: %,.0f receipts/s, each to a phone", atOnce, rate),
          start,
          before,
          0);
    }
  }

  private void drain(Run run) throws InterruptedException {
    long until = System.nanoTime() + 30_000_000_000L;
    while ((run.atTill.get() > 0 || run.fromAnswer.size() < run.committed.get())
        && System.nanoTime() < until) {
      Thread.sleep(20);
    }
  }

  private void report(Run run, String what, long start, RunningService.Cpu before, int nobodyFree) {
    double seconds = (System.nanoTime() - start) / 1e9;
    RunningService.Cpu used = service.cpu().minus(before);
    say("%n%s", what);
    say("  till: request → committed      %s", run.till);
    say("  committed → pass on the phone  %s", run.fromAnswer);
    say("  request → pass on the phone    %s", run.fromRequest);
    say(
        "  %,d receipts, %,d passes fetched, %,d not, %,d refused, %,d without a free customer",
        run.committed.get(),
        run.fromAnswer.size(),
        run.committed.get() - run.fromAnswer.size(),
        failures.getAndSet(0),
        nobodyFree);
    say(
        "  processor time per receipt: service %.2f ms, PostgreSQL %.2f ms (%.0f %% in PostgreSQL);"
            + " %.0f %% of the machine",
        used.service() * 1000 / Math.max(1, run.committed.get()),
        used.postgres() * 1000 / Math.max(1, run.committed.get()),
        100 * used.postgres() / Math.max(0.001, used.service() + used.postgres()),
        100
            * (used.service() + used.postgres())
            / seconds
            / Runtime.getRuntime().availableProcessors());
  }

  private static void say(String format, Object... arguments) {
    System.out.printf(Locale.ROOT, format + "%n", arguments);
  }

  /**
   * What phones show must be what was bought: a benchmark of wrong passes would be worth nothing.
   */
  private void verify() {
    Customer any = customers.getFirst();
    if (any.phone.cards(Lang.EN).getFirst().value("balance").isEmpty()) {
      throw new IllegalStateException("the phone shows no balance");
    }
  }

  @Override
  public void close() throws IOException {
    if (!customers.isEmpty()) {
      verify();
    }
    service.close();
    apns.close();
    threads.shutdownNow();
    phoneHttp.close();
    tills.close();
  }
}
