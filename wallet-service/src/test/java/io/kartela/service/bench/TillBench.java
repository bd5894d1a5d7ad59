package io.kartela.service.bench;

import io.kartela.certs.DevelopmentCa;
import io.kartela.service.demo.DemoShop;
import io.kartela.service.platform.http.Http;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;

/**
 * What a hundred registers feel: scan, quote, commit over HTTP, with few cards and with many.
 * {@code ./bench till [cards] [more cards] [seconds]}. The service and its PostgreSQL (fsync on)
 * are processes of their own, the registers live in this one, on the same machine.
 */
public final class TillBench implements AutoCloseable {
  private static final int REGISTERS = 100;

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final RunningService service;
  private final Seed seed;
  private final List<String> keys = new ArrayList<>();
  private final AtomicInteger failures = new AtomicInteger();

  /** One measurement. */
  private static final class Run {
    final Latencies scan = new Latencies();
    final Latencies quote = new Latencies();
    final Latencies commit = new Latencies();
    final Latencies sale = new Latencies();
  }

  private TillBench(Path folder) throws Exception {
    Path data = RunningService.folderWithCa(folder);
    DevelopmentCa ca =
        DevelopmentCa.openOrCreate(data.resolve("certs"), InstantSource.system().instant());
    this.service = new RunningService(data, ca, "127.0.0.1", 1, 1024);
    this.seed = new Seed(data);
  }

  public static void main(String[] args) throws Exception {
    int few = args.length > 0 ? Integer.parseInt(args[0]) : 10_000;
    int many = args.length > 1 ? Integer.parseInt(args[1]) : 1_000_000;
    int seconds = args.length > 2 ? Integer.parseInt(args[2]) : 20;
    try (TillBench bench = new TillBench(Files.createTempDirectory("kartela-till"))) {
      String member = bench.prepare();
      bench.seed.grow(member, 1, few);
      bench.measure(few, Math.max(5, seconds / 2), 50); // warm-up
      double[] small = bench.report(few, seconds);
      bench.seed.grow(member, few + 1, many);
      bench.measure(many, Math.max(3, seconds / 4), 50);
      double[] large = bench.report(many, seconds);
      say(
          "%nfrom %,d to %,d cards: processor time of a sale × %.2f, scans/s × %.2f",
          few, many, large[1] / small[1], large[0] / small[0]);
    }
  }

  private String prepare() throws IOException, InterruptedException {
    say("starting the service and its demo shop …");
    String first = service.registerKey();
    HttpResponse<byte[]> session =
        send(
            "POST",
            "/api/v1/session",
            Map.of(),
            Map.of("email", DemoShop.OWNER, "password", service.demo("password")));
    String cookie = session.headers().firstValue("Set-Cookie").orElseThrow().split(";", 2)[0];
    Map<String, String> owner = Map.of("Cookie", cookie, "Sec-Fetch-Site", "same-origin");
    JsonNode stores = json(send("GET", "/api/v1/stores", owner, null));
    json(
        send(
            "PUT",
            "/api/v1/till-settings",
            owner,
            Map.of(
                "scansPerRegisterMinute",
                1_000_000,
                "scansPerCardHour",
                10_000,
                "phoneSpending",
                "CODE")));
    String store = stores.at("/items/0/id").asString();
    for (int i = 0; i < REGISTERS; i++) {
      JsonNode made =
          json(send("POST", "/api/v1/registers", owner, Map.of("storeId", store, "name", "R" + i)));
      keys.add(made.path("key").asString());
    }
    JsonNode member =
        json(
            send(
                "POST",
                "/api/v1/members",
                Map.of("Authorization", "Bearer " + first),
                Map.of(
                    "phone",
                    "+79167000000",
                    "name",
                    "Bench",
                    "consentTerms",
                    true,
                    "consentData",
                    true)));
    return member.path("memberId").asString();
  }

  /** Sales at a pace that a hundred registers have in a busy hour, then as many as go. */
  private double[] report(int cards, int seconds) throws InterruptedException {
    Run paced = measure(cards, seconds, 50);
    say("%n%,d cards, %d registers, 50 sales/s", cards, REGISTERS);
    say("  scan                  %s", paced.scan);
    say("  quote                 %s", paced.quote);
    say("  commit                %s", paced.commit);
    say("  scan + quote + commit %s", paced.sale);
    RunningService.Cpu before = service.cpu();
    long from = System.nanoTime();
    Run full = measure(cards, seconds, 0);
    double rate = full.scan.size() / ((System.nanoTime() - from) / 1e9);
    RunningService.Cpu used = service.cpu().minus(before);
    double each = (used.service() + used.postgres()) * 1000 / Math.max(1, full.sale.size());
    say(
        "  as fast as they can: %,.0f scans/s with as many quotes and commits; %.2f ms of processor"
            + " time a sale (%.2f in PostgreSQL); %d refused",
        rate, each, used.postgres() * 1000 / Math.max(1, full.sale.size()), failures.getAndSet(0));
    say("  scan + quote + commit %s", full.sale);
    return new double[] {rate, each};
  }

  /**
   * @param perSecond sales of all registers together; 0 = each begins the next at once
   */
  private Run measure(int cards, int seconds, int perSecond) throws InterruptedException {
    Run run = new Run();
    long end = System.nanoTime() + seconds * 1_000_000_000L;
    List<Thread> registers = new ArrayList<>();
    for (String key : keys) {
      registers.add(
          Thread.ofVirtual()
              .start(
                  () -> {
                    while (System.nanoTime() < end) {
                      if (perSecond > 0) {
                        long mean = 1_000L * REGISTERS / perSecond;
                        pause(ThreadLocalRandom.current().nextLong(2 * mean));
                      }
                      sell(run, key, 1 + ThreadLocalRandom.current().nextInt(cards));
                    }
                  }));
    }
    for (Thread register : registers) {
      register.join();
    }
    return run;
  }

  private static void pause(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void sell(Run run, String key, int card) {
    Map<String, String> register =
        Map.of("Authorization", "Bearer " + key, "Idempotency-Key", UUID.randomUUID().toString());
    try {
      long start = System.nanoTime();
      JsonNode seen =
          json(
              send(
                  "POST",
                  "/api/v1/scans",
                  register,
                  Map.of("text", Seed.code(card), "source", "WEDGE")));
      long scanned = System.nanoTime();
      Map<String, Object> receipt =
          Map.of(
              "memberId",
              seen.path("memberId").asString(),
              "lines",
              List.of(
                  Map.of("lineNo", 1, "sku", "LATTE", "name", "Латте", "amount", 30_000),
                  Map.of("lineNo", 2, "sku", "CAKE", "name", "Чизкейк", "amount", 25_000)),
              "spend",
              Map.of("mode", "MAX"));
      json(send("POST", "/api/v1/quotes", register, receipt));
      long quoted = System.nanoTime();
      json(send("POST", "/api/v1/receipts", register, receipt));
      long done = System.nanoTime();
      run.scan.add(scanned - start);
      run.quote.add(quoted - scanned);
      run.commit.add(done - quoted);
      run.sale.add(done - start);
    } catch (IllegalStateException | IOException e) {
      if (failures.incrementAndGet() < 4) {
        say("  %s", e);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private HttpResponse<byte[]> send(
      String method,
      String path,
      Map<String, String> headers,
      @org.jspecify.annotations.Nullable Map<String, ?> body)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(service.url() + path))
            .header("Content-Type", "application/json")
            .method(
                method,
                body == null
                    ? BodyPublishers.noBody()
                    : BodyPublishers.ofByteArray(Http.JSON.writeValueAsBytes(body)));
    if (!headers.containsKey("Idempotency-Key")) {
      request.header("Idempotency-Key", UUID.randomUUID().toString());
    }
    headers.forEach(request::header);
    return http.send(request.build(), BodyHandlers.ofByteArray());
  }

  private static JsonNode json(HttpResponse<byte[]> answer) {
    if (answer.statusCode() >= 300) {
      throw new IllegalStateException(
          answer.statusCode()
              + " "
              + new String(answer.body(), java.nio.charset.StandardCharsets.UTF_8));
    }
    return Http.JSON.readTree(answer.body());
  }

  private static void say(String format, Object... arguments) {
    System.out.printf(Locale.ROOT, format + "%n", arguments);
  }

  @Override
  public void close() throws IOException {
    seed.close();
    service.close();
    http.shutdownNow();
  }
}
