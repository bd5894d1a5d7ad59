package io.kartela.service.bench;

import io.kartela.certs.DevelopmentCa;
import io.kartela.service.demo.DemoShop;
import io.kartela.service.platform.http.Http;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What the cabinet of a big shop costs: lists in every order and under every condition, a member's
 * page, receipts, goods, reports, segments, and the list as a file. {@code ./bench cabinet
 * [members] [receipts] [explain]}: with the third, the plan of the slowest condition. The service
 * and its PostgreSQL are processes of their own; times are those of a client on the same machine,
 * one request at a time; {@code !} marks what is over the limit.
 */
public final class CabinetBench implements AutoCloseable {
  private static final double LIMIT_MILLIS = 300;

  /** Of how many a condition means, which is asked for beside what is shown. */
  private static final double COUNT_MILLIS = 1_000;

  private static final double ROWS_A_SECOND = 20_000;
  private static final int ROUNDS = 10;
  private static final String RECENT = "'window':{'unit':'DAYS','n':30}";

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final RunningService service;
  private final Crowd crowd;
  private String cookie = "";
  private String key = "";
  private int over;
  private String slowest = "";
  private double slowestMillis;

  private CabinetBench(Path folder) throws Exception {
    Path data = RunningService.folderWithCa(folder);
    DevelopmentCa ca =
        DevelopmentCa.openOrCreate(data.resolve("certs"), InstantSource.system().instant());
    this.service = new RunningService(data, ca, "127.0.0.1", 1, 1024);
    this.crowd = new Crowd(data);
  }

  public static void main(String[] args) throws Exception {
    int members = args.length > 0 ? Integer.parseInt(args[0]) : 1_000_000;
    int receipts = args.length > 1 ? Integer.parseInt(args[1]) : 5_000_000;
    try (CabinetBench bench = new CabinetBench(Files.createTempDirectory("kartela-cabinet"))) {
      say("starting the service and its demo shop …");
      bench.key = bench.service.registerKey();
      bench.signIn();
      long shop = Long.parseLong(bench.service.demo("merchant"));
      say("making %,d members and %,d receipts …", members, receipts);
      long from = System.nanoTime();
      Trade trade = new Trade(shop, members, 9_000_000_000L, receipts);
      bench.crowd.join(shop, members, 9_000_000_000L, trade::make);
      say(
          "made in %,d s; p95 limit %d ms, of a count %d ms",
          seconds(from), (long) LIMIT_MILLIS, (long) COUNT_MILLIS);
      bench.lists();
      bench.conditions();
      bench.member("9000000007");
      bench.rest();
      bench.export();
      if (args.length > 2) {
        say("%nthe slowest condition, %s", bench.slowest);
        bench.crowd.explain(shop, bench.slowest);
      }
      say(
          "%n%s; the service's peak memory %,d MB",
          bench.over == 0 ? "all within the limits" : bench.over + " over the limit",
          bench.service.peakMemoryMegabytes());
    }
  }

  private static long seconds(long from) {
    return (System.nanoTime() - from) / 1_000_000_000;
  }

  private void signIn() throws IOException, InterruptedException {
    Map<String, String> who = Map.of("email", DemoShop.OWNER, "password", service.demo("password"));
    HttpResponse<byte[]> session =
        http.send(
            HttpRequest.newBuilder(service.url().resolve("/api/v1/session"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(Http.JSON.writeValueAsBytes(who)))
                .build(),
            BodyHandlers.ofByteArray());
    cookie = session.headers().firstValue("Set-Cookie").orElseThrow().split(";", 2)[0];
  }

  private void lists() throws IOException, InterruptedException {
    say("%nthe list of members");
    for (String sort : List.of("created", "name", "balance", "spent", "lastPurchase")) {
      get("by " + sort, "/api/v1/members?limit=50&sort=" + sort);
    }
    for (String text : List.of("анна", "пётр королёв", "8901000", "1234", "567890")) {
      get("search «" + text + "»", "/api/v1/members?limit=50&q=" + encoded(text));
    }
  }

  /** One of each kind, met by few or by many. */
  private Map<String, String> each() throws IOException, InterruptedException {
    String store =
        Http.JSON.readTree(fetch("/api/v1/stores", null).body()).at("/items/0/id").asString();
    Map<String, String> each = new LinkedHashMap<>();
    each.put("inTier, many", "{'type':'inTier','tiers':['bronze']}");
    each.put("inTier, few", "{'type':'inTier','tiers':['gold']}");
    each.put("memberTag, many", "{'type':'memberTag','tags':['often']}");
    each.put("memberTag, few", "{'type':'memberTag','tags':['rare']}");
    each.put("balance", "{'type':'balance','range':{'from':100000}}");
    each.put("balance, none", "{'type':'balance','range':{'to':1}}");
    each.put("purchasesSum", "{'type':'purchasesSum'," + RECENT + ",'range':{'from':50000}}");
    each.put(
        "purchasesSum, all time",
        "{'type':'purchasesSum','window':{'unit':'ALL'},'range':{'from':500000}}");
    each.put("purchasesCount", "{'type':'purchasesCount'," + RECENT + ",'from':2}");
    each.put("purchasesCount, none", "{'type':'purchasesCount'," + RECENT + ",'through':0}");
    each.put("averageReceipt", "{'type':'averageReceipt'," + RECENT + ",'range':{'from':30000}}");
    each.put("lastPurchase", "{'type':'lastPurchase','fromDays':60}");
    each.put("firstPurchase", "{'type':'firstPurchase'}");
    each.put("joined", "{'type':'joined','fromDays':300}");
    each.put("birthday", "{'type':'birthday','daysBefore':7,'daysAfter':0}");
    each.put("wallet", "{'type':'wallet','holds':'ANY'}");
    each.put("consent", "{'type':'consent'}");
    each.put("invited", "{'type':'invited'}");
    each.put("brought", "{'type':'brought'}");
    each.put("boughtInStore", "{'type':'boughtInStore','stores':['" + store + "']," + RECENT + "}");
    each.put("boughtGoods", "{'type':'boughtGoods','skus':['LATTE']," + RECENT + "}");
    each.put(
        "boughtGoods, year",
        "{'type':'boughtGoods','skus':['LATTE'],'window':{'unit':'MONTHS','n':12},'from':2}");
    each.put(
        "not boughtGoods",
        "{'type':'not','of':{'type':'boughtGoods','skus':['LATTE']," + RECENT + "}}");
    each.put("wallet removed", "{'type':'wallet','holds':'REMOVED'}");
    each.put("reachable, card", "{'type':'reachable','way':'CARD'}");
    each.put("reachable, SMS", "{'type':'reachable','way':'SMS'}");
    each.put("rfm", "{'type':'rfm','groups':['AT_RISK']}");
    each.put("rfmScore", "{'type':'rfmScore','recencyFrom':5,'frequencyFrom':4}");
    each.put(
        "all of three",
        "{'type':'all','of':[{'type':'inTier','tiers':['silver']},{'type':'consent'},"
            + "{'type':'lastPurchase','fromDays':30}]}");
    return each;
  }

  private void conditions() throws IOException, InterruptedException {
    Map<String, String> each = each();
    say("%nthe list under a condition, the first page; then how many it means");
    for (Map.Entry<String, String> one : each.entrySet()) {
      String json = one.getValue().replace('\'', '"');
      get(one.getKey(), "/api/v1/members?limit=50&condition=" + encoded(json));
      double millis = times("  counted", "/api/v1/segments/count", "{\"condition\":" + json + "}");
      if (millis > slowestMillis) {
        slowestMillis = millis;
        slowest = json;
      }
    }
    String gold = encoded("{\"type\":\"inTier\",\"tiers\":[\"gold\"]}");
    String many = encoded("{\"type\":\"consent\"}");
    for (String sort : List.of("name", "balance", "spent", "lastPurchase")) {
      get("few by " + sort, "/api/v1/members?limit=50&sort=" + sort + "&condition=" + gold);
      get("many by " + sort, "/api/v1/members?limit=50&sort=" + sort + "&condition=" + many);
    }
    get("few and a search", "/api/v1/members?limit=50&q=1234&condition=" + gold);
    get("many and a search", "/api/v1/members?limit=50&q=" + encoded("а") + "&condition=" + many);
  }

  private void member(String id) throws IOException, InterruptedException {
    say("%na member's page");
    String one = "/api/v1/members/" + id;
    for (String part : List.of("", "/operations?limit=30", "/lots", "/consents", "/invited")) {
      get(part.isEmpty() ? "the member" : part, one + part);
    }
    get("the member's receipts", "/api/v1/receipts?limit=20&memberId=" + id);
  }

  private void rest() throws IOException, InterruptedException {
    say("%nreceipts, goods, reports");
    get("receipts", "/api/v1/receipts?limit=50");
    get("receipts by number", "/api/v1/receipts?limit=50&search=" + 123_456);
    get("goods", "/api/v1/goods/items?limit=50");
    for (int days : List.of(7, 30, 90)) {
      get("figures of " + days + " days", "/api/v1/reports/summary?days=" + days);
    }
    get("liability", "/api/v1/reports/liability");
    figures();
  }

  /** Of whole days from their sums, free questions from the receipts. */
  private void figures() throws IOException, InterruptedException {
    LocalDate today =
        LocalDate.ofInstant(InstantSource.system().instant(), ZoneId.of("Europe/Moscow"));
    String year = "from=" + today.minusDays(364) + "&to=" + today;
    String month = "from=" + today.minusDays(29) + "&to=" + today;
    String figures = "/api/v1/reports/figures?";
    get("figures of a month", figures + month);
    get("figures of a year", figures + year + "&step=month");
    get("… in a tier, a month", figures + month + "&tier=gold");
    get("… in a tier, a year", figures + year + "&step=month&tier=gold");
    get("buyers of a month", "/api/v1/reports/buyers?" + month);
    get("receipts of a year", "/api/v1/reports/movements?" + year);
  }

  private void export() throws IOException, InterruptedException {
    say("%nthe list as a file");
    long from = System.nanoTime();
    HttpResponse<java.io.InputStream> answer =
        http.send(request("/api/v1/members/export").build(), BodyHandlers.ofInputStream());
    long rows = -1;
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8))) {
      while (lines.readLine() != null) {
        rows++;
      }
    }
    double speed = rows / ((System.nanoTime() - from) / 1e9);
    boolean good = speed >= ROWS_A_SECOND;
    over += good ? 0 : 1;
    say("  %,d rows in %,d s: %,.0f rows/s%s", rows, seconds(from), speed, good ? "" : "  !");
  }

  private void get(String what, String path) throws IOException, InterruptedException {
    double _ = times(what, path, null);
  }

  private double times(String what, String path, @Nullable String body)
      throws IOException, InterruptedException {
    Latencies took = new Latencies();
    String found = "";
    for (int i = 0; i < ROUNDS + 2; i++) {
      long from = System.nanoTime();
      HttpResponse<byte[]> answer = fetch(path, body);
      long nanos = System.nanoTime() - from;
      if (i >= 2) {
        took.add(nanos);
      }
      JsonNode page = Http.JSON.readTree(answer.body());
      found = page.path("total").asString(page.path("members").asString(""));
    }
    boolean good = took.quantile(0.95) < (body == null ? LIMIT_MILLIS : COUNT_MILLIS);
    over += good ? 0 : 1;
    say("  %-26s %s %9s%s", what, took, found, good ? "" : "  !");
    return took.quantile(0.95);
  }

  private HttpResponse<byte[]> fetch(String path, @Nullable String body)
      throws IOException, InterruptedException {
    HttpRequest.Builder request = request(path);
    if (body != null) {
      request
          .header("Content-Type", "application/json")
          .header("Sec-Fetch-Site", "same-origin")
          .POST(BodyPublishers.ofString(body));
    }
    HttpResponse<byte[]> answer = http.send(request.build(), BodyHandlers.ofByteArray());
    if (answer.statusCode() != 200) {
      throw new IOException(path + ": " + new String(answer.body(), StandardCharsets.UTF_8));
    }
    return answer;
  }

  private HttpRequest.Builder request(String path) {
    HttpRequest.Builder request = HttpRequest.newBuilder(service.url().resolve(path));
    // Receipts are found at tills.
    return path.startsWith("/api/v1/receipts")
        ? request.header("Authorization", "Bearer " + key)
        : request.header("Cookie", cookie);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
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
