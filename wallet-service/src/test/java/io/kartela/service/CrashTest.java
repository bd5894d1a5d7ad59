package io.kartela.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kartela.ledger.postgres.SelfCheck;
import io.kartela.service.platform.db.Database;
import io.kartela.service.platform.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A real process with its own PostgreSQL is killed in the middle of its work: what it acknowledged
 * is there after a restart, once, and nothing of PostgreSQL is left behind.
 */
class CrashTest {
  private static final int TILLS = 8;
  private static final int ENOUGH = 40;

  private final List<Process> children = new ArrayList<>();
  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

  @TempDir Path temp;

  /** Receipts by idempotency key: the request's body, and the answer of those acknowledged. */
  private final Map<String, String> sent = new ConcurrentHashMap<>();

  private final Map<String, String> acknowledged = new ConcurrentHashMap<>();

  @AfterEach
  void endChildren() throws InterruptedException {
    for (Process child : children) {
      child.destroyForcibly().waitFor(20, TimeUnit.SECONDS);
    }
    http.close();
  }

  @Test
  void whatWasAcknowledgedSurvivesAKillOnce() throws Exception {
    Path folder = Files.createDirectory(temp.resolve("data"));
    TestKartela.prepare(folder);
    int port = freePort();
    Process first = start(folder, port);
    Api till = ready(first, folder, port);
    List<String> members = members(till);
    long postmaster = postmaster(folder);
    List<Thread> tills = traffic(till, members);
    await("no receipts come through", () -> acknowledged.size() >= ENOUGH);
    first.destroyForcibly();
    assertTrue(first.waitFor(20, TimeUnit.SECONDS), "the child survives SIGKILL");
    for (Thread each : tills) {
      each.join(30_000);
    }
    assertTrue(acknowledged.size() >= ENOUGH);
    await("PostgreSQL outlives its owner", () -> !isAlive(postmaster));

    Process second = start(folder, port);
    Api again = ready(second, folder, port);
    assertNotEquals(postmaster, postmaster(folder));
    sent.forEach(
        (key, body) -> {
          Answer answer = again.once(key).postText("/api/v1/receipts", body).expectStatus(201);
          String before = acknowledged.get(key);
          assertEquals(before == null ? answer.text() : before, answer.text());
        });
    long newPostmaster = postmaster(folder);
    second.destroy();
    assertTrue(second.waitFor(30, TimeUnit.SECONDS), "the child does not stop when asked to");
    await("PostgreSQL is not stopped", () -> !isAlive(newPostmaster));
    assertBooks(folder, members);
  }

  /** Looks into the database once nobody else uses it. */
  private void assertBooks(Path folder, List<String> members) {
    try (EmbeddedPostgres postgres = EmbeddedPostgres.start(folder);
        Database database =
            Database.open(
                postgres.jdbcUrl(), postgres.serviceUser(), postgres.servicePassword(), 2)) {
      long merchant =
          database.inTransaction(c -> number(c, "SELECT merchant_id FROM kartela.route_slug"));
      assertEquals(sent.size(), ask(database, merchant, "count(*) FROM kartela.receipt"));
      assertEquals(
          sent.size(), ask(database, merchant, "count(DISTINCT number) FROM kartela.receipt"));
      for (String member : members) {
        long expected =
            sent.values().stream().filter(b -> b.contains("\"" + member + "\"")).count();
        String accruals = "count(*) FROM ledger.entry WHERE op = 'ACCRUE' AND account_id = ";
        assertEquals(
            expected, ask(database, merchant, accruals + member), "each receipt earns once");
      }
      assertEquals(List.of(), database.inTransaction(c -> new SelfCheck().merchant(c, merchant)));
    }
  }

  private static long ask(Database database, long merchant, String what) {
    return database.inTenant(merchant, c -> number(c, "SELECT " + what));
  }

  private static long number(Connection c, String sql) throws SQLException {
    try (Statement s = c.createStatement();
        ResultSet r = s.executeQuery(sql)) {
      r.next();
      return r.getLong(1);
    }
  }

  private Process start(Path folder, int port) throws IOException {
    String classPath =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-cp",
            classPath,
            CrashChild.class.getName());
    builder.environment().keySet().removeIf(name -> name.startsWith("KARTELA_"));
    builder.environment().put("KARTELA_DATA_FOLDER", folder.toString());
    builder.environment().put("KARTELA_HTTP_PORT", Integer.toString(port));
    builder.environment().put("KARTELA_SIMULATOR_ENABLED", "false");
    Path log = temp.resolve("child-" + children.size() + ".log");
    Process child = builder.redirectErrorStream(true).redirectOutput(log.toFile()).start();
    children.add(child);
    return child;
  }

  /** The demo shop's register, once the service answers. */
  private Api ready(Process child, Path folder, int port) throws IOException {
    Api api = Api.at(http, URI.create("http://127.0.0.1:" + port));
    await(
        "the service does not become ready, see " + temp,
        () -> {
          assertTrue(child.isAlive(), this::logs);
          try {
            return api.get("/health").status() == 200;
          } catch (UncheckedIOException e) {
            return false;
          }
        });
    Properties demo = new Properties();
    try (InputStream in = Files.newInputStream(folder.resolve("demo.properties"))) {
      demo.load(in);
    }
    return api.key(demo.getProperty("register-key"));
  }

  private String logs() {
    StringBuilder all = new StringBuilder("the child ended\n");
    for (int i = 0; i < children.size(); i++) {
      try {
        all.append(Files.readString(temp.resolve("child-" + i + ".log")));
      } catch (IOException e) {
        all.append(e);
      }
    }
    return all.toString();
  }

  private static List<String> members(Api till) {
    List<String> members = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      members.add(
          till.post(
                  "/api/v1/members",
                  Map.of(
                      "phone",
                      "+7916400000" + i,
                      "name",
                      "Anna",
                      "consentTerms",
                      true,
                      "consentData",
                      true))
              .expect(201)
              .path("memberId")
              .asString());
    }
    return members;
  }

  /** Tills that send receipts, each under a key of its own, until the service is gone. */
  private List<Thread> traffic(Api till, List<String> members) {
    AtomicInteger numbers = new AtomicInteger();
    AtomicBoolean gone = new AtomicBoolean();
    List<Thread> tills = new ArrayList<>();
    for (int i = 0; i < TILLS; i++) {
      tills.add(
          Thread.ofVirtual()
              .start(
                  () -> {
                    while (!gone.get()) {
                      int n = numbers.incrementAndGet();
                      String key = "crash-" + n;
                      String body =
                          "{\"memberId\":\"%s\",\"number\":\"%s\",\"lines\":[{\"lineNo\":1,\"amount\":100000}]}"
                              .formatted(members.get(n % members.size()), key);
                      sent.put(key, body);
                      try {
                        Answer answer = till.once(key).postText("/api/v1/receipts", body);
                        if (answer.status() == 201) {
                          acknowledged.put(key, answer.text());
                        }
                      } catch (UncheckedIOException e) {
                        gone.set(true); // killed: whether this one was booked nobody knows
                      }
                    }
                  }));
    }
    return tills;
  }

  /** The process that PostgreSQL's own file names. */
  private static long postmaster(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder.resolve("postgres"))) {
      Path file = files.filter(f -> f.endsWith("postmaster.pid")).findFirst().orElseThrow();
      return Long.parseLong(Files.readAllLines(file).getFirst().strip());
    }
  }

  /** Dead also when nobody has collected the exit status yet. */
  private static boolean isAlive(long pid) {
    Path status = Path.of("/proc", Long.toString(pid), "status");
    try {
      return Files.exists(status) && !Files.readString(status).contains("State:\tZ");
    } catch (IOException e) {
      return false;
    }
  }

  private static void await(String complaint, BooleanSupplier so) {
    long end = System.nanoTime() + Duration.ofSeconds(90).toNanos();
    while (!so.getAsBoolean()) {
      assertFalse(System.nanoTime() > end, complaint);
      try {
        Thread.sleep(50);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
