package io.kartela.service.bench;

import io.kartela.certs.DevelopmentCa;
import io.kartela.service.demo.DemoShop;
import io.kartela.service.platform.http.Http;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * What it costs a till to look for a member by name and the end of the phone, and how PostgreSQL
 * finds them: {@code ./bench till-search [members]}. The service and its PostgreSQL are processes
 * of their own; times are those of a client on the same machine, one request at a time.
 */
public final class TillSearchBench implements AutoCloseable {
  private static final double LIMIT_MILLIS = 50;
  private static final int ROUNDS = 15;

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final RunningService service;
  private final Crowd crowd;
  private final Seed seed;
  private boolean within = true;

  private TillSearchBench(Path folder) throws Exception {
    Path data = RunningService.folderWithCa(folder);
    DevelopmentCa ca =
        DevelopmentCa.openOrCreate(data.resolve("certs"), InstantSource.system().instant());
    this.service = new RunningService(data, ca, "127.0.0.1", 1, 1024);
    this.crowd = new Crowd(data);
    this.seed = new Seed(data);
  }

  public static void main(String[] args) throws Exception {
    int count = args.length > 0 ? Integer.parseInt(args[0]) : 1_000_000;
    try (TillSearchBench bench = new TillSearchBench(Files.createTempDirectory("kartela-search"))) {
      say("starting the service and its demo shop …");
      String key = bench.service.registerKey();
      bench.allow();
      long shop = Long.parseLong(bench.service.demo("merchant"));
      say("making %,d members …", count);
      bench.crowd.join(shop, count, 9_000_000_000L);
      for (String text :
          List.of(
              "4567",
              "012 34 56",
              "ан",
              "щу",
              "анна",
              "пётр королёв",
              "анна 4567",
              "ков ан",
              "никифор")) {
        bench.search(key, text);
      }
      bench.explain(shop, "456,567", "phone LIKE '%4567'", 'p');
      bench.explain(shop, "ан", "name_key LIKE '%ан%'", 'n');
      say("%n%s", bench.within ? "every p95 is under 50 ms" : "NOT every p95 is under 50 ms");
    }
  }

  /** More searches than a shop would allow. */
  private void allow() throws IOException, InterruptedException {
    HttpResponse<byte[]> session =
        http.send(
            post("/api/v1/session")
                .POST(json(Map.of("email", DemoShop.OWNER, "password", service.demo("password"))))
                .build(),
            BodyHandlers.ofByteArray());
    String cookie = session.headers().firstValue("Set-Cookie").orElseThrow().split(";", 2)[0];
    HttpResponse<byte[]> set =
        http.send(
            post("/api/v1/till-settings")
                .header("Cookie", cookie)
                .header("Origin", service.url().toString().replaceAll("/$", ""))
                .PUT(json(Map.of("searchesPerTenMinutes", 300)))
                .build(),
            BodyHandlers.ofByteArray());
    if (set.statusCode() != 200) {
      throw new IOException(new String(set.body(), StandardCharsets.UTF_8));
    }
  }

  private HttpRequest.Builder post(String path) {
    return HttpRequest.newBuilder(service.url().resolve(path))
        .header("Content-Type", "application/json");
  }

  private static HttpRequest.BodyPublisher json(Map<String, ?> body) {
    return BodyPublishers.ofByteArray(Http.JSON.writeValueAsBytes(body));
  }

  private void search(String key, String text) throws IOException, InterruptedException {
    Latencies took = new Latencies();
    JsonNode found = null;
    for (int i = 0; i < ROUNDS + 2; i++) {
      long from = System.nanoTime();
      HttpResponse<byte[]> answer =
          http.send(
              post("/api/v1/member-searches")
                  .header("Authorization", "Bearer " + key)
                  .POST(json(Map.of("text", text)))
                  .build(),
              BodyHandlers.ofByteArray());
      long nanos = System.nanoTime() - from;
      if (answer.statusCode() != 200) {
        throw new IOException(text + ": " + new String(answer.body(), StandardCharsets.UTF_8));
      }
      if (i >= 2) {
        took.add(nanos);
      }
      found = Http.JSON.readTree(answer.body());
    }
    boolean good = took.quantile(0.95) < LIMIT_MILLIS;
    within &= good;
    say(
        "  %-14s %s %d shown%s%s",
        "«" + text + "»",
        took,
        found == null ? 0 : found.path("items").size(),
        found != null && found.path("more").asBoolean() ? " of more" : "",
        good ? "" : "  !");
  }

  /** The plan of what {@code list_find} executes. */
  private void explain(long shop, String grams, String like, char kind) throws SQLException {
    StringBuilder array = new StringBuilder();
    for (String gram : grams.split(",", -1)) {
      array.append(array.isEmpty() ? "" : ",").append(shop).append(kind).append(gram);
    }
    Connection c = seed.connect();
    try (Statement s = c.createStatement()) {
      s.execute("SET enable_seqscan = off");
      say("%n%s", like);
      try (ResultSet r =
          s.executeQuery(
              "EXPLAIN (ANALYZE, BUFFERS, COSTS OFF) SELECT member_id FROM kartela.member_list"
                  + " WHERE merchant_id = "
                  + shop
                  + " AND kartela.list_grams(merchant_id, name_key, phone) @> '{"
                  + array
                  + "}'::text[] AND "
                  + like
                  + " LIMIT 200")) {
        while (r.next()) {
          say("    %s", r.getString(1));
        }
      }
    }
  }

  private static void say(String format, Object... args) {
    System.out.printf(Locale.ROOT, format + "%n", args);
  }

  @Override
  public void close() throws IOException {
    http.close();
    seed.close();
    crowd.close();
    service.close();
  }
}
