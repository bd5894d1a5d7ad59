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
import java.time.InstantSource;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * How long a million promo codes take, from the owner's click until the last of them is good;
 * {@code ./bench codes [codes]}. The service and its PostgreSQL are processes of their own.
 */
public final class CodesBench {
  private static final double LIMIT_SECONDS = 10;

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final RunningService service;
  private String cookie = "";

  private CodesBench(RunningService service) {
    this.service = service;
  }

  public static void main(String[] args) throws Exception {
    int count = args.length > 0 ? Integer.parseInt(args[0]) : 1_000_000;
    Path data = RunningService.folderWithCa(Files.createTempDirectory("kartela-codes"));
    DevelopmentCa ca =
        DevelopmentCa.openOrCreate(data.resolve("certs"), InstantSource.system().instant());
    try (RunningService service = new RunningService(data, ca, "127.0.0.1", 1, 1024)) {
      service.registerKey();
      CodesBench bench = new CodesBench(service);
      bench.signIn();
      bench.make(Math.min(count, 100_000), "to warm up");
      double seconds = bench.make(count, "measured");
      System.out.println(
          seconds < LIMIT_SECONDS
              ? "within the limit of " + (long) LIMIT_SECONDS + " s"
              : "NOT within the limit of " + (long) LIMIT_SECONDS + " s");
    }
  }

  private double make(int count, String why) throws IOException, InterruptedException {
    long start = System.nanoTime();
    Map<String, ?> body =
        Map.of("name", Map.of("ru", why), "symbols", 10, "count", count, "usesPerCode", 1);
    String id =
        send("POST", "/api/v1/promo-codes", Http.JSON.writeValueAsString(body))
            .path("id")
            .asString();
    long making;
    do {
      Thread.sleep(50);
      making = send("GET", "/api/v1/promo-codes/" + id, "").path("making").asLong();
    } while (making > 0);
    double seconds = (System.nanoTime() - start) / 1e9;
    System.out.printf("%,d codes: %.1f s, %,.0f/s (%s)%n", count, seconds, count / seconds, why);
    return seconds;
  }

  private void signIn() throws IOException, InterruptedException {
    Map<String, String> who = Map.of("email", DemoShop.OWNER, "password", service.demo("password"));
    HttpResponse<byte[]> session =
        http.send(
            HttpRequest.newBuilder(service.url().resolve("/api/v1/session"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(Http.JSON.writeValueAsString(who)))
                .build(),
            BodyHandlers.ofByteArray());
    String set = session.headers().firstValue("Set-Cookie").orElseThrow();
    cookie = set.substring(0, set.indexOf(';'));
  }

  private JsonNode send(String method, String path, String body)
      throws IOException, InterruptedException {
    HttpResponse<byte[]> answer =
        http.send(
            HttpRequest.newBuilder(service.url().resolve(path))
                .header("Cookie", cookie)
                .header("Content-Type", "application/json")
                .header("Sec-Fetch-Site", "same-origin")
                .method(method, BodyPublishers.ofString(body))
                .build(),
            BodyHandlers.ofByteArray());
    if (answer.statusCode() >= 300) {
      throw new IllegalStateException(
          answer.statusCode() + " " + new String(answer.body(), StandardCharsets.UTF_8));
    }
    return Http.JSON.readTree(answer.body());
  }
}
