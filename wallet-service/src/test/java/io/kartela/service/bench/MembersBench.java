package io.kartela.service.bench;

import io.kartela.certs.DevelopmentCa;
import io.kartela.service.demo.DemoShop;
import io.kartela.service.platform.http.Http;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * What the cabinet's list of members costs: every order, filter and search, first pages and pages
 * from the middle, for a shop with few members beside a big one and for the big one; and what the
 * monthly recomputation of tiers costs with nothing to do and with much. {@code ./bench members
 * [members]}. The service and its PostgreSQL are processes of their own; times are those of a
 * client on the same machine, one request at a time.
 */
public final class MembersBench implements AutoCloseable {
  private static final double LIMIT_MILLIS = 300;
  private static final int ROUNDS = 20;

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final RunningService service;
  private final Crowd crowd;
  private String cookie = "";
  private boolean within = true;

  private MembersBench(Path folder) throws Exception {
    Path data = RunningService.folderWithCa(folder);
    DevelopmentCa ca =
        DevelopmentCa.openOrCreate(data.resolve("certs"), InstantSource.system().instant());
    this.service = new RunningService(data, ca, "127.0.0.1", 1, 1024);
    this.crowd = new Crowd(data);
  }

  public static void main(String[] args) throws Exception {
    int count = args.length > 0 ? Integer.parseInt(args[0]) : 1_000_000;
    try (MembersBench bench = new MembersBench(Files.createTempDirectory("kartela-members"))) {
      say("starting the service and its demo shop …");
      bench.service.registerKey();
      bench.signIn();
      long shop = Long.parseLong(bench.service.demo("merchant"));
      say("making %,d members of another shop …", count);
      bench.crowd.join(shop + 1_000_000, count, 8_000_000_000L);
      bench.lists("a few members beside a shop of " + String.format(Locale.ROOT, "%,d", count), 0);
      say("%nmaking %,d members of this shop …", count);
      bench.crowd.join(shop, count, 9_000_000_000L);
      bench.lists(String.format(Locale.ROOT, "%,d members", count), count / 2);
      bench.tiers(shop, count);
      say(
          "%n%s",
          bench.within
              ? "every p95 is under " + (long) LIMIT_MILLIS + " ms"
              : "NOT every p95 is under " + (long) LIMIT_MILLIS + " ms");
    }
  }

  private void signIn() throws IOException, InterruptedException {
    HttpResponse<byte[]> session =
        http.send(
            HttpRequest.newBuilder(service.url().resolve("/api/v1/session"))
                .header("Content-Type", "application/json")
                .POST(
                    BodyPublishers.ofByteArray(
                        Http.JSON.writeValueAsBytes(
                            Map.of("email", DemoShop.OWNER, "password", service.demo("password")))))
                .build(),
            BodyHandlers.ofByteArray());
    cookie = session.headers().firstValue("Set-Cookie").orElseThrow().split(";", 2)[0];
  }

  /**
   * @param middle how far into the list the deep pages lie; 0: there are none
   */
  private void lists(String of, int middle) throws IOException, InterruptedException, SQLException {
    say("%n%s; first pages of 50, limit %d ms", of, (long) LIMIT_MILLIS);
    for (String sort : List.of("created", "name", "balance", "spent", "lastPurchase")) {
      row("by " + sort, "sort=" + sort);
      row("by " + sort + ", one tier", "sort=" + sort + "&tier=silver");
      row("by " + sort + ", a rare tier", "sort=" + sort + "&tier=gold");
    }
    for (String text :
        List.of("щука", "анна", "пётр королёв", "ва щу", "а", "8901000", "8 (901) 000", "1234")) {
      for (String sort : List.of("created", "name", "spent", "balance")) {
        String q = "q=" + URLEncoder.encode(text, StandardCharsets.UTF_8);
        row("search «" + text + "» by " + sort, "sort=" + sort + "&" + q);
      }
    }
    row(
        "search «анна» in a tier by balance",
        "sort=balance&tier=silver&q=" + URLEncoder.encode("анна", StandardCharsets.UTF_8));
    if (middle > 0) {
      say("pages after the %,d-th member", middle);
      for (String sort : List.of("created", "name", "balance", "spent", "lastPurchase")) {
        String[] place = crowd.place(sort, Long.parseLong(service.demo("merchant")), middle);
        String cursor =
            Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(
                    Http.JSON.writeValueAsBytes(
                        Map.of(
                            "value", place[0], "id", Long.parseLong(place[1]), "total", 100_000)));
        row("by " + sort, "sort=" + sort + "&cursor=" + cursor);
      }
    }
    say("the first page of the cabinet");
    times("figures of 30 days", "/api/v1/reports/summary?days=30", false);
  }

  private void row(String what, String query) throws IOException, InterruptedException {
    times(what, "/api/v1/members?limit=50&" + query, true);
  }

  private void times(String what, String path, boolean limited)
      throws IOException, InterruptedException {
    Latencies took = new Latencies();
    String found = "";
    for (int i = 0; i < ROUNDS + 2; i++) {
      long from = System.nanoTime();
      HttpResponse<byte[]> answer =
          http.send(
              HttpRequest.newBuilder(URI.create(service.url() + path))
                  .header("Cookie", cookie)
                  .build(),
              BodyHandlers.ofByteArray());
      long nanos = System.nanoTime() - from;
      if (answer.statusCode() != 200) {
        throw new IOException(path + ": " + new String(answer.body(), StandardCharsets.UTF_8));
      }
      if (i >= 2) {
        took.add(nanos);
      }
      JsonNode page = Http.JSON.readTree(answer.body());
      found = page.path("total").asString("");
    }
    boolean good = !limited || took.quantile(0.95) < LIMIT_MILLIS;
    within &= good;
    say(
        "  %-42s %s %10s%s",
        what, took, found.isEmpty() ? "" : found + " found", good ? "" : "  !");
  }

  private void tiers(long shop, int count) throws Exception {
    say("%nthe recomputation of tiers");
    Instant now = Instant.now();
    List<Double> each = new ArrayList<>();
    for (int due : List.of(0, count / 100, count / 10, count)) {
      crowd.due(shop, due);
      double millis = crowd.recompute(shop, now);
      say(
          "  %,9d due: %,10.1f ms%s",
          due,
          millis,
          due == 0 ? "" : String.format(Locale.ROOT, ", %.1f µs each", millis * 1000 / due));
      if (due > 0) {
        each.add(millis / due);
      }
    }
    say("  each of all beside each of a hundredth: × %.2f", each.getLast() / each.getFirst());
  }

  private static void say(String format, Object... args) {
    System.out.printf(Locale.ROOT, format + "%n", args);
  }

  @Override
  public void close() throws IOException {
    http.close();
    crowd.close();
    service.close();
  }
}
