package io.kartela.service.bench;

import io.kartela.certs.DevelopmentCa;
import io.kartela.service.platform.embedded.DataFolder;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The service as its users run it: a process of its own with the PostgreSQL it brings along, fsync
 * on, no simulator. Its APNs is whatever the benchmark plays.
 */
public final class RunningService implements AutoCloseable {
  public static final String TRUST_PASSWORD = "changeit";

  private final Path folder;
  private final Process process;
  private final URI url;
  private final List<String> said = new CopyOnWriteArrayList<>();
  private final CountDownLatch history = new CountDownLatch(1);

  /** The folder of a service that is yet to start, with the development CA already in it. */
  public static Path folderWithCa(Path parent) throws IOException {
    Path folder = parent.resolve("data");
    DataFolder.open(folder, false).close();
    return folder;
  }

  RunningService(Path folder, DevelopmentCa ca, String apnsHost, int apnsPort, int memoryMegabytes)
      throws IOException, GeneralSecurityException {
    this(
        folder,
        ca,
        memoryMegabytes,
        Map.of(
            "KARTELA_APPLE_APNS_HOST",
            apnsHost,
            "KARTELA_APPLE_APNS_PORT",
            Integer.toString(apnsPort)));
  }

  /**
   * @param settings the service's environment, as in docs/configuration.md
   */
  public RunningService(
      Path folder, DevelopmentCa ca, int memoryMegabytes, Map<String, String> settings)
      throws IOException, GeneralSecurityException {
    this.folder = folder;
    int port = freePort();
    this.url = URI.create("http://127.0.0.1:" + port);
    Path trust = folder.resolveSibling("trust.p12");
    trust(ca, trust);
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + memoryMegabytes + "m",
                "-Djavax.net.ssl.trustStore=" + trust,
                "-Djavax.net.ssl.trustStorePassword=" + TRUST_PASSWORD,
                "-cp",
                System.getProperty("java.class.path"),
                "io.kartela.service.App",
                "--port",
                Integer.toString(port),
                "--data",
                folder.toString(),
                "--no-simulator"));
    command.addAll(1, optionsOfRun());
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    Map<String, String> env = builder.environment();
    env.keySet().removeIf(name -> name.startsWith("KARTELA_"));
    env.putAll(settings);
    this.process = builder.start();
    Thread.ofVirtual().start(this::read);
  }

  /** What {@code ./run} gives its JVM, {@code ./bench} has given this one. */
  private static List<String> optionsOfRun() {
    return ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(one -> one.startsWith("-XX:") || one.startsWith("--"))
        .toList();
  }

  /** What a JVM has to trust so that it speaks to vendors that this CA vouches for. */
  public static void trust(DevelopmentCa ca, Path file)
      throws IOException, GeneralSecurityException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    store.setCertificateEntry("root", ca.root());
    store.setCertificateEntry("intermediate", ca.intermediate());
    try (OutputStream out = Files.newOutputStream(file)) {
      store.store(out, TRUST_PASSWORD.toCharArray());
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  /**
   * Passes on what went wrong and waits for the end of the demo shop's past, which would disturb.
   */
  private void read() {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.contains("year is written") || line.contains("history stays incomplete")) {
          history.countDown();
        }
        said.add(line);
        if (line.contains("ERROR")
            || line.contains("Exception")
            || line.contains("at io.kartela")) {
          System.out.println("service: " + line);
        }
      }
    } catch (IOException e) {
      System.out.println("service: its output ended: " + e.getMessage());
    }
  }

  public URI url() {
    return url;
  }

  /** The demo shop's register key; waits until the service is up and its shop has its past. */
  public String registerKey() throws IOException, InterruptedException {
    for (int second = 0; !history.await(1, TimeUnit.SECONDS); second++) {
      if (!process.isAlive() || second > 300) {
        throw new IllegalStateException(
            "the service did not get ready:\n" + String.join("\n", said));
      }
    }
    return demo("register-key");
  }

  /** A secret of the demo shop. */
  String demo(String name) throws IOException {
    Properties demo = new Properties();
    try (var in = Files.newInputStream(folder.resolve("demo.properties"))) {
      demo.load(in);
    }
    return demo.getProperty(name);
  }

  /** The most memory that the service's process ever had. */
  long peakMemoryMegabytes() throws IOException {
    for (String line :
        Files.readAllLines(Path.of("/proc", Long.toString(process.pid()), "status"))) {
      if (line.startsWith("VmHWM:")) {
        return Long.parseLong(line.replaceAll("[^0-9]", "")) / 1024;
      }
    }
    return 0;
  }

  /** Processor seconds used so far. */
  record Cpu(double service, double postgres) {
    Cpu minus(Cpu before) {
      return new Cpu(service - before.service, postgres - before.postgres);
    }
  }

  Cpu cpu() {
    try {
      return new Cpu(ticks(process.pid(), false) / 100.0, postgresSeconds(folder));
    } catch (IOException e) {
      return new Cpu(0, 0);
    }
  }

  /** Processor seconds so far of the PostgreSQL whose data are somewhere in this folder. */
  public static double postgresSeconds(Path folder) throws IOException {
    return ticks(postmaster(folder), true) / 100.0;
  }

  private static long postmaster(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      Path file =
          files
              .filter(f -> f.endsWith("postmaster.pid"))
              .findFirst()
              .orElseThrow(() -> new IOException("no postmaster"));
      return Long.parseLong(Files.readAllLines(file).getFirst().strip());
    }
  }

  /** user + system ticks of a process; with children, those alive and those that ended. */
  private static long ticks(long pid, boolean children) throws IOException {
    long[] own = stat(Path.of("/proc", Long.toString(pid), "stat"));
    long sum = own[1] + own[2];
    if (children) {
      sum += own[3] + own[4];
      try (Stream<Path> all = Files.list(Path.of("/proc"))) {
        for (Path one : all.filter(p -> p.getFileName().toString().matches("\\d+")).toList()) {
          try {
            long[] child = stat(one.resolve("stat"));
            sum += child[0] == pid ? child[1] + child[2] : 0;
          } catch (IOException e) {
            sum += 0; // it ended in this moment
          }
        }
      }
    }
    return sum;
  }

  /** Parent, user and system ticks, and the same of ended children. */
  private static long[] stat(Path file) throws IOException {
    String text = Files.readString(file);
    String[] f = text.substring(text.lastIndexOf(')') + 2).split(" ", -1);
    return new long[] {
      Long.parseLong(f[1]),
      Long.parseLong(f[11]),
      Long.parseLong(f[12]),
      Long.parseLong(f[13]),
      Long.parseLong(f[14])
    };
  }

  @Override
  public void close() throws IOException {
    process.destroy();
    try {
      if (!process.waitFor(Duration.ofSeconds(20))) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
    Path parent = folder.getParent();
    if (parent != null) {
      try (Stream<Path> files = Files.walk(parent)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.deleteIfExists(file);
        }
      }
    }
  }
}
