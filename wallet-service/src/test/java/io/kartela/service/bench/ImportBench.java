package io.kartela.service.bench;

import io.kartela.certs.DevelopmentCa;
import io.kartela.service.demo.DemoShop;
import io.kartela.service.platform.http.Http;
import io.kartela.service.platform.sheet.XlsxWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * What it takes to bring the members of another system: an Excel workbook with phones, names,
 * birthdays, cards and balances, one row of a hundred wrong; read, checked and taken in, then the
 * same once more. {@code ./bench import [rows]}. The service and its PostgreSQL are processes of
 * their own.
 */
public final class ImportBench implements AutoCloseable {
  /** For a hundred thousand rows, from the file's coming to the last of them. */
  private static final double LIMIT_SECONDS = 60;

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final RunningService service;
  private String cookie = "";

  private ImportBench(Path folder) throws Exception {
    Path data = RunningService.folderWithCa(folder);
    DevelopmentCa ca =
        DevelopmentCa.openOrCreate(data.resolve("certs"), InstantSource.system().instant());
    this.service = new RunningService(data, ca, "127.0.0.1", 1, 1024);
  }

  public static void main(String[] args) throws Exception {
    int rows = args.length > 0 ? Integer.parseInt(args[0]) : 100_000;
    try (ImportBench bench = new ImportBench(Files.createTempDirectory("kartela-import"))) {
      say("starting the service and its demo shop …");
      bench.service.registerKey();
      bench.signIn();
      byte[] file = file(rows);
      say("%,d rows in %,d bytes, one in a hundred wrong", rows, file.length);
      double limit = LIMIT_SECONDS * rows / 100_000;
      double first = bench.bring(file);
      say("first:  %6.1f s of %.0f s (× %.2f)", first, limit, first / limit);
      double second = bench.bring(file);
      say("second: %6.1f s of %.0f s (× %.2f)", second, limit, second / limit);
      say(first < limit && second < limit ? "within the limit" : "NOT within the limit");
    }
  }

  private static byte[] file(int rows) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (XlsxWriter book =
        new XlsxWriter(
            out, List.of("Телефон", "ФИО", "Дата рождения", "Номер карты", "Бонусы", "Почта"))) {
      for (int i = 0; i < rows; i++) {
        book.row(
            List.of(
                i % 100 == 50 ? "номер" : "+7 917 " + (1_000_000 + i),
                "Фамилия" + i % 997 + " Имя" + i % 89,
                "%02d.%02d.%d".formatted(1 + i % 28, 1 + i % 12, 1950 + i % 50),
                30_000_000L + i,
                BigDecimal.valueOf(i % 100_000, 2),
                "m" + i + "@example.com"));
      }
    }
    return out.toByteArray();
  }

  /** Seconds from the file's coming until all rows are taken in. */
  private double bring(byte[] file) throws Exception {
    long from = System.nanoTime();
    JsonNode one =
        send(
            "POST",
            "/api/v1/imports?kind=MEMBERS&name=members.xlsx",
            "application/octet-stream",
            file);
    say("  read      %6.1f s", seconds(from));
    String path = "/api/v1/imports/" + one.path("id").asString();
    byte[] columns = Http.JSON.writeValueAsBytes(Map.of("columns", one.at("/table/columns")));
    JsonNode now = send("POST", path + "/check", "application/json", columns);
    now = over(path, now);
    say("  checked   %6.1f s  %s", seconds(from), now.at("/result/counts"));
    now = over(path, send("POST", path + "/run", "application/json", new byte[0]));
    say("  taken in  %6.1f s  %s", seconds(from), now.at("/result/counts"));
    return seconds(from);
  }

  private JsonNode over(String path, JsonNode begun) throws Exception {
    JsonNode now = begun;
    while (List.of("CHECKING", "RUNNING").contains(now.path("state").asString())) {
      Thread.sleep(100);
      now = send("GET", path, "application/json", new byte[0]);
    }
    return now;
  }

  private static double seconds(long from) {
    return (System.nanoTime() - from) / 1e9;
  }

  private void signIn() throws IOException, InterruptedException {
    byte[] body =
        Http.JSON.writeValueAsBytes(
            Map.of("email", DemoShop.OWNER, "password", service.demo("password")));
    HttpResponse<byte[]> session =
        http.send(
            HttpRequest.newBuilder(service.url().resolve("/api/v1/session"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(body))
                .build(),
            BodyHandlers.ofByteArray());
    cookie = session.headers().firstValue("Set-Cookie").orElseThrow().split(";", 2)[0];
  }

  private JsonNode send(String method, String path, String type, byte[] body)
      throws IOException, InterruptedException {
    HttpResponse<byte[]> answer =
        http.send(
            HttpRequest.newBuilder(service.url().resolve(path))
                .header("Cookie", cookie)
                .header("Origin", service.url().toString().replaceAll("/$", ""))
                .header("Content-Type", type)
                .method(
                    method,
                    body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body))
                .build(),
            BodyHandlers.ofByteArray());
    if (answer.statusCode() >= 300) {
      throw new IOException(path + ": " + new String(answer.body(), StandardCharsets.UTF_8));
    }
    return Http.JSON.readTree(answer.body());
  }

  private static void say(String format, Object... args) {
    System.out.printf(Locale.ROOT, format + "%n", args);
  }

  @Override
  public void close() throws IOException {
    http.close();
    service.close();
  }
}
