package io.kartela.service.bench;

import io.kartela.certs.DevelopmentCa;
import io.kartela.push.apns.FakeApns;
import io.kartela.service.platform.http.Http;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A herd of phones: {@code ./bench herd [cards] [phones]}. How many passes and how many 304s a
 * second the service gives out when all phones ask at once, what memory that takes, and how long it
 * is from publishing a design until every card has its new version and every phone its new pass.
 * Service and PostgreSQL (fsync on) are processes of their own; APNs and phones live in this one,
 * on the same machine. A phone looks for the new colour in the pass it got; signatures it leaves
 * be.
 */
public final class HerdBench implements AutoCloseable {
  private static final int AT_ONCE = 64;

  private final int phones;
  private final FakeApns apns;
  private final RunningService service;
  private final Seed seed;
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .cookieHandler(new CookieManager())
          .connectTimeout(Duration.ofSeconds(10))
          .build();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Semaphore atOnce = new Semaphore(AT_ONCE);
  private final AtomicReferenceArray<String> tags;
  private final Map<Integer, Boolean> restyled = new ConcurrentHashMap<>();
  private volatile String color = "nothing yet";

  private HerdBench(Path folder, int phones) throws Exception {
    this.phones = phones;
    this.tags = new AtomicReferenceArray<>(phones);
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
            (token, topic, at) -> threads.execute(() -> pushed(Integer.parseInt(token, 16))));
    this.service = new RunningService(data, ca, apns.host(), apns.port(), 1024);
    this.seed = new Seed(data);
  }

  public static void main(String[] args) throws Exception {
    int cards = args.length > 0 ? Integer.parseInt(args[0]) : 100_000;
    int phones = args.length > 1 ? Integer.parseInt(args[1]) : 20_000;
    try (HerdBench bench = new HerdBench(Files.createTempDirectory("kartela-herd"), phones)) {
      bench.prepare(cards);
      bench.fetchAll("warm-up", Math.min(phones, 3_000), false);
      bench.fetchAll("passes, each new to its phone", phones, false);
      bench.fetchAll("the same again: 304 Not Modified", phones, true);
      bench.restyle(cards);
    }
  }

  private void prepare(int cards) throws Exception {
    say("starting the service and its demo shop …");
    String key = service.registerKey();
    try (Tills tills = new Tills(service.url())) {
      tills.open(key);
      seed.multiply(tills.enrol(0).path("memberId").asString(), cards, phones);
    }
    say("%,d cards, %,d of them on a phone", cards, phones);
  }

  private void fetchAll(String what, int count, boolean unchanged) throws Exception {
    AtomicInteger wrong = new AtomicInteger();
    RunningService.Cpu before = service.cpu();
    long from = System.nanoTime();
    AtomicInteger next = new AtomicInteger();
    Thread[] workers = new Thread[AT_ONCE];
    for (int w = 0; w < workers.length; w++) {
      workers[w] =
          Thread.ofVirtual()
              .start(
                  () -> {
                    for (int i = next.getAndIncrement(); i < count; i = next.getAndIncrement()) {
                      int status = fetch(i, unchanged).statusCode();
                      if (status != (unchanged ? 304 : 200)) {
                        wrong.incrementAndGet();
                      }
                    }
                  });
    }
    for (Thread worker : workers) {
      worker.join();
    }
    double seconds = (System.nanoTime() - from) / 1e9;
    RunningService.Cpu used = service.cpu().minus(before);
    say(
        "%-34s %,7.0f/s   processor time each: service %.2f ms, PostgreSQL %.2f ms   %d wrong"
            + " answers   peak memory %,d MB",
        what,
        count / seconds,
        used.service() * 1000 / count,
        used.postgres() * 1000 / count,
        wrong.get(),
        service.peakMemoryMegabytes());
  }

  private HttpResponse<byte[]> fetch(int phone, boolean unchanged) {
    Seed.Card card = seed.card(phone);
    HttpRequest.Builder request =
        HttpRequest.newBuilder(
                URI.create(
                    service.url()
                        + "/apple/v1/passes/"
                        + DevelopmentCa.PASS_TYPE_IDENTIFIER
                        + "/"
                        + card.serial()))
            .header("Authorization", "ApplePass " + card.authToken());
    if (unchanged) {
      request.header("If-Modified-Since", "Sun, 01 Jan 2040 00:00:00 GMT");
    }
    return send(request.GET());
  }

  /** As a phone does: what changed, and then the pass. */
  private void pushed(int phone) {
    atOnce.acquireUninterruptibly();
    try {
      String tag = tags.get(phone);
      HttpResponse<byte[]> changed =
          send(
              HttpRequest.newBuilder(
                      URI.create(
                          service.url()
                              + "/apple/v1/devices/"
                              + Seed.device(phone)
                              + "/registrations/"
                              + DevelopmentCa.PASS_TYPE_IDENTIFIER
                              + (tag == null ? "" : "?passesUpdatedSince=" + tag)))
                  .GET());
      if (changed.statusCode() == 200) {
        String file = new String(fetch(phone, false).body(), StandardCharsets.ISO_8859_1);
        tags.set(phone, Http.JSON.readTree(changed.body()).path("lastUpdated").asString());
        if (file.contains(color)) {
          restyled.put(phone, true);
        }
      }
    } finally {
      atOnce.release();
    }
  }

  private void restyle(int cards) throws Exception {
    post(
        "/api/v1/session",
        Map.of("email", "owner@zerno.example", "password", service.demo("password")));
    JsonNode draft = call("GET", "/api/v1/design/draft", null);
    ObjectNode document = (ObjectNode) draft.path("document");
    document.set("colors", Http.JSON.readTree("{\"background\":\"#102a43\"}"));
    color = "rgb(16, 42, 67)";
    call(
        "PUT",
        "/api/v1/design/draft",
        Map.of("revision", draft.path("revision").asInt(), "document", document));
    long versions = seed.versions();
    RunningService.Cpu before = service.cpu();
    long from = System.nanoTime();
    post("/api/v1/design/publish", Map.of("revision", draft.path("revision").asInt() + 1));
    double cardsAfter = 0;
    double phonesAfter = 0;
    while ((cardsAfter == 0 || phonesAfter == 0) && System.nanoTime() - from < 600_000_000_000L) {
      Thread.sleep(100);
      double now = (System.nanoTime() - from) / 1e9;
      if (cardsAfter == 0 && seed.versions() >= versions + cards) {
        cardsAfter = now;
      }
      if (phonesAfter == 0 && restyled.size() >= phones) {
        phonesAfter = now;
      }
    }
    RunningService.Cpu used = service.cpu().minus(before);
    say(
        "a design is published: every one of %,d cards has its new version after %.1f s, every one"
            + " of %,d phones its new pass after %.1f s (%,d have it)%n  processor time: service"
            + " %.1f s, PostgreSQL %.1f s; peak memory of the service %,d MB",
        cards,
        cardsAfter,
        phones,
        phonesAfter,
        restyled.size(),
        used.service(),
        used.postgres(),
        service.peakMemoryMegabytes());
  }

  private void post(String path, Object body) {
    JsonNode _ = call("POST", path, body);
  }

  private JsonNode call(
      String method, String path, @org.jspecify.annotations.Nullable Object body) {
    HttpResponse<byte[]> answer =
        send(
            HttpRequest.newBuilder(URI.create(service.url() + path))
                .header("Content-Type", "application/json")
                .header("Origin", service.url().toString())
                .method(
                    method,
                    body == null
                        ? BodyPublishers.noBody()
                        : BodyPublishers.ofByteArray(Http.JSON.writeValueAsBytes(body))));
    if (answer.statusCode() >= 300) {
      throw new IllegalStateException(
          path + ": " + new String(answer.body(), StandardCharsets.UTF_8));
    }
    return Http.JSON.readTree(answer.body());
  }

  private HttpResponse<byte[]> send(HttpRequest.Builder request) {
    try {
      return http.send(request.timeout(Duration.ofSeconds(60)).build(), BodyHandlers.ofByteArray());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static void say(String format, Object... arguments) {
    System.out.printf(Locale.ROOT, format + "%n", arguments);
  }

  @Override
  public void close() throws IOException {
    seed.close();
    service.close();
    apns.close();
    threads.shutdownNow();
    http.shutdownNow();
  }
}
