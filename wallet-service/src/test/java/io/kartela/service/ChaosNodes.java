package io.kartela.service;

import io.kartela.certs.DevelopmentCa;
import io.kartela.ledger.testing.TestDatabase;
import io.kartela.service.bench.RunningService;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Several services, each a process of its own, on one database; any of them is killed and comes
 * back. For one thread.
 */
final class ChaosNodes implements AutoCloseable {
  private static final String DEMO = "demo.properties";

  private final TestDatabase database = TestKartela.freshDatabase();
  private final Path root;
  private final Path trust;
  private final DevelopmentCa ca;
  private final Map<String, String> settings;
  private final List<Node> nodes = new ArrayList<>();
  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

  private final class Node {
    private final Path folder;
    private final int port;
    private Process process;

    Node(int number) throws IOException {
      this.folder = Files.createDirectory(root.resolve("node-" + number));
      TestKartela.prepare(folder);
      if (number > 0) {
        // Who has no word of the demo's secrets makes them anew.
        Files.copy(nodes.getFirst().folder.resolve(DEMO), folder.resolve(DEMO));
      }
      try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
        this.port = socket.getLocalPort();
      }
      this.process = start();
    }

    private Process start() throws IOException {
      ProcessBuilder builder =
          new ProcessBuilder(
              Path.of(System.getProperty("java.home"), "bin", "java").toString(),
              "-XX:TieredStopAtLevel=1",
              "-XX:+UseSerialGC",
              "-Xmx512m",
              "--enable-native-access=ALL-UNNAMED",
              "--sun-misc-unsafe-memory-access=allow",
              "-Djavax.net.ssl.trustStore=" + trust,
              "-Djavax.net.ssl.trustStorePassword=" + RunningService.TRUST_PASSWORD,
              "-cp",
              System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
              CrashChild.class.getName());
      Map<String, String> env = builder.environment();
      env.keySet().removeIf(name -> name.startsWith("KARTELA_"));
      env.putAll(TestKartela.environment(database, folder));
      env.putAll(settings);
      env.put("KARTELA_HTTP_PORT", Integer.toString(port));
      return builder
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.appendTo(folder.resolve("log").toFile()))
          .start();
    }

    URI url() {
      return URI.create("http://127.0.0.1:" + port);
    }

    boolean answers() {
      try {
        return Api.at(http, url()).get("/health").status() == 200;
      } catch (UncheckedIOException e) {
        return false;
      }
    }
  }

  /**
   * Does not start any yet.
   *
   * @param more settings of all of them
   */
  ChaosNodes(Map<String, String> more) throws IOException, GeneralSecurityException {
    this.root = Files.createTempDirectory("kartela-chaos-");
    Path certs = Files.createDirectory(root.resolve("ca"));
    TestKartela.prepare(certs);
    this.ca = DevelopmentCa.openOrCreate(certs.resolve("certs"), TestClock.NOON);
    this.trust = root.resolve("trust.p12");
    RunningService.trust(ca, trust);
    Map<String, String> all = new HashMap<>(more);
    byte[] key = new byte[32];
    new SecureRandom().nextBytes(key);
    all.put("KARTELA_MASTER_KEY", Base64.getEncoder().encodeToString(key));
    this.settings = all;
  }

  DevelopmentCa ca() {
    return ca;
  }

  TestDatabase database() {
    return database;
  }

  /** Settings that are known only now, for those that start from now on. */
  void tell(Map<String, String> more) {
    settings.putAll(more);
  }

  /** One after the other, because the first makes the demo shop. */
  void start(int many) throws IOException, InterruptedException {
    for (int i = 0; i < many; i++) {
      nodes.add(new Node(nodes.size()));
      awaitAnswer(nodes.getLast());
    }
  }

  private void awaitAnswer(Node node) throws IOException, InterruptedException {
    long end = System.nanoTime() + Duration.ofMinutes(3).toNanos();
    while (!node.answers()) {
      if (System.nanoTime() > end || !node.process.isAlive()) {
        throw new AssertionError(
            "node does not answer\n" + Files.readString(node.folder.resolve("log")));
      }
      Thread.sleep(100);
    }
  }

  /**
   * Kills it as the kernel does when memory is out, and starts it again at once. False: it was
   * still starting, and is left alone.
   */
  boolean kill(int which) throws IOException, InterruptedException {
    Node node = nodes.get(which % nodes.size());
    if (!node.answers()) {
      return false;
    }
    node.process.destroyForcibly();
    if (!node.process.waitFor(20, TimeUnit.SECONDS)) {
      throw new AssertionError("a node survives SIGKILL");
    }
    node.process = node.start();
    return true;
  }

  /** Nobody, at the first node that answers. */
  Api api() throws InterruptedException {
    long end = System.nanoTime() + Duration.ofMinutes(3).toNanos();
    while (System.nanoTime() < end) {
      for (Node node : nodes) {
        if (node.answers()) {
          return Api.at(http, node.url());
        }
      }
      Thread.sleep(50);
    }
    throw new AssertionError("no node answers");
  }

  /** A secret of the demo shop. */
  String demo(String name) throws IOException {
    Properties demo = new Properties();
    try (InputStream in = Files.newInputStream(nodes.getFirst().folder.resolve(DEMO))) {
      demo.load(in);
    }
    return demo.getProperty(name);
  }

  @Override
  public void close() throws IOException {
    for (Node node : nodes) {
      node.process.destroyForcibly();
      try {
        node.process.waitFor(20, TimeUnit.SECONDS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
    http.close();
    database.close();
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}
