package io.kartela.service.platform.embedded;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kartela.service.platform.embedded.EmbeddedPostgresException.Code;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** On the real server, as whichever user runs the tests. */
class EmbeddedPostgresTest {
  @TempDir Path temp;

  private Path folder;

  @BeforeEach
  void nameFolder() {
    folder = temp.resolve("data");
  }

  @Test
  void dataSurviveARestartOnTheSamePort() throws SQLException {
    String url;
    try (EmbeddedPostgres postgres = EmbeddedPostgres.start(folder)) {
      url = postgres.jdbcUrl();
      execute(postgres, "CREATE TABLE kept (n int)");
      execute(postgres, "INSERT INTO kept VALUES (42)");
    }
    try (EmbeddedPostgres postgres = EmbeddedPostgres.start(folder)) {
      assertEquals(url, postgres.jdbcUrl());
      assertEquals("42", query(postgres, "SELECT n FROM kept"));
    }
  }

  @Test
  void theServerIsSafeAndPrivate() throws SQLException, IOException {
    try (EmbeddedPostgres postgres = EmbeddedPostgres.start(folder)) {
      assertEquals("on", query(postgres, "SHOW fsync"));
      assertEquals("on", query(postgres, "SHOW full_page_writes"));
      assertEquals("on", query(postgres, "SHOW synchronous_commit"));
      assertEquals("on", query(postgres, "SHOW data_checksums"));
      assertEquals("127.0.0.1", query(postgres, "SHOW listen_addresses"));
      assertEquals("", query(postgres, "SHOW unix_socket_directories"));
      assertEquals("100", query(postgres, "SHOW max_connections"));
      assertEquals("18", query(postgres, "SHOW server_version").replaceFirst("\\..*", ""));
      assertEquals(
          "0",
          query(
              postgres,
              "SELECT count(*) FROM pg_hba_file_rules WHERE auth_method <> 'scram-sha-256'"));
      SQLException refused =
          assertThrows(
              SQLException.class,
              () ->
                  DriverManager.getConnection(postgres.jdbcUrl(), postgres.user(), "guessed")
                      .close());
      assertEquals("28P01", refused.getSQLState());
    }
    assertEquals("rwx------", permissions(folder));
    assertEquals("rwx------", permissions(folder.resolve("postgres")));
    assertEquals("rw-------", permissions(folder.resolve("postgres").resolve(Credentials.FILE)));
    assertFalse(Files.exists(folder.resolve("password.unfinished")));
  }

  @Test
  void theServiceUserHasNoSpecialRights() throws SQLException {
    try (EmbeddedPostgres postgres = EmbeddedPostgres.start(folder);
        Connection service =
            DriverManager.getConnection(
                postgres.jdbcUrl(), postgres.serviceUser(), postgres.servicePassword());
        Statement statement = service.createStatement()) {
      ResultSet row =
          statement.executeQuery(
              "SELECT rolsuper OR rolbypassrls OR rolcreaterole OR rolcreatedb OR rolreplication"
                  + " FROM pg_roles WHERE rolname = current_user");
      assertTrue(row.next());
      assertFalse(row.getBoolean(1));
      SQLException refused =
          assertThrows(
              SQLException.class, () -> statement.execute("CREATE TABLE public.mine (n int)"));
      assertEquals("42501", refused.getSQLState());
    }
  }

  /** The operator's language sorts and folds. */
  @Test
  void russianTextIsFolded() throws SQLException {
    try (EmbeddedPostgres postgres = EmbeddedPostgres.start(folder)) {
      assertEquals("ёлка", query(postgres, "SELECT lower('ЁЛКА')"));
      assertEquals("UTF8", query(postgres, "SHOW server_encoding"));
    }
  }

  @Test
  void aSecondStartInTheSameProcessIsRefusedAndLeavesTheFirstAlone() throws SQLException {
    try (EmbeddedPostgres postgres = EmbeddedPostgres.start(folder)) {
      for (int i = 0; i < 2; i++) {
        EmbeddedPostgresException refused =
            assertThrows(EmbeddedPostgresException.class, () -> EmbeddedPostgres.start(folder));
        assertEquals(Code.FOLDER_IN_USE, refused.code());
        assertEquals(
            "The data folder %s is in use by process %d; stop it or choose another folder with --data."
                .formatted(folder, ProcessHandle.current().pid()),
            refused.sentence());
      }
      assertEquals("1", query(postgres, "SELECT 1"));
    }
  }

  @Test
  void anotherPortIsChosenWhenTheRememberedOneIsTaken() throws IOException, SQLException {
    int port;
    try (EmbeddedPostgres postgres = EmbeddedPostgres.start(folder)) {
      port = port(postgres);
    }
    try (ServerSocket stranger = new ServerSocket(port, 1, InetAddress.ofLiteral("127.0.0.1"));
        EmbeddedPostgres postgres = EmbeddedPostgres.start(folder)) {
      assertEquals(port, stranger.getLocalPort());
      assertNotEquals(port, port(postgres));
      assertEquals("1", query(postgres, "SELECT 1"));
    }
  }

  /**
   * Another cluster of ours on the remembered port: with its own password it must not pass for this
   * one.
   */
  @Test
  void aStrangerIsNeverAdopted() throws IOException, SQLException {
    Path other = temp.resolve("other");
    try (EmbeddedPostgres stranger = EmbeddedPostgres.start(other)) {
      try (EmbeddedPostgres first = EmbeddedPostgres.start(folder)) {
        execute(first, "CREATE TABLE mine (n int)");
      }
      Files.writeString(folder.resolve("port"), Integer.toString(port(stranger)));
      try (EmbeddedPostgres again = EmbeddedPostgres.start(folder)) {
        assertNotEquals(port(stranger), port(again));
        assertEquals("0", query(again, "SELECT count(*) FROM mine"));
      }
      Cluster mine = cluster(folder);
      SQLException refused =
          assertThrows(SQLException.class, () -> Handshake.verify(mine, port(stranger)));
      assertEquals("28P01", refused.getSQLState());
      Cluster withStolenPassword =
          new Cluster(
              mine.data(), Credentials.read(cluster(other).data()), mine.systemIdentifier());
      EmbeddedPostgresException known =
          assertThrows(
              EmbeddedPostgresException.class,
              () -> Handshake.verify(withStolenPassword, port(stranger)));
      assertEquals(
          "Another PostgreSQL, working in %s, answers on port %d; stop it or choose another data folder with --data."
              .formatted(cluster(other).data(), port(stranger)),
          known.sentence());
    }
  }

  @Test
  void theServerOutlivesTheThreadThatAskedForIt() throws Exception {
    CompletableFuture<EmbeddedPostgres> started = new CompletableFuture<>();
    // The kernel's signal follows the thread that made the process, so this thread's end would end
    // a careless server.
    Thread.ofPlatform().start(() -> started.complete(EmbeddedPostgres.start(folder))).join();
    try (EmbeddedPostgres postgres = started.join()) {
      Thread.sleep(Duration.ofMillis(300));
      assertEquals("1", query(postgres, "SELECT 1"));
    }
  }

  @Test
  void closingCutsConnectionsAndTwiceIsFine() throws SQLException {
    EmbeddedPostgres postgres = EmbeddedPostgres.start(folder);
    try (Connection open = connect(postgres)) {
      long start = System.nanoTime();
      postgres.close();
      assertTrue(Duration.ofNanos(System.nanoTime() - start).toSeconds() < 10);
      assertFalse(open.isValid(1));
    }
    postgres.close();
    assertFalse(ProcessHandle.of(postgres.pid()).map(ProcessHandle::isAlive).orElse(false));
  }

  @Test
  @Timeout(60)
  void aKilledServerComesBackByItselfWithItsData() throws Exception {
    CompletableFuture<Integer> gaveUp = new CompletableFuture<>();
    try (EmbeddedPostgres postgres = EmbeddedPostgres.start(folder)) {
      postgres.keepRunning(gaveUp::complete);
      String address = postgres.jdbcUrl();
      execute(postgres, "CREATE TABLE kept AS SELECT 7 AS n");
      for (int round = 0; round < 2; round++) {
        long killed = postgres.pid();
        assertTrue(ProcessHandle.of(killed).orElseThrow().destroyForcibly());
        awaitAnswer(postgres, "SELECT n FROM kept", "7");
        assertTrue(postgres.pid() != killed);
        assertEquals(address, postgres.jdbcUrl());
      }
    }
    assertFalse(gaveUp.isDone());
  }

  /** Asks until the answer comes; ends by the test's time limit. */
  private static void awaitAnswer(EmbeddedPostgres postgres, String sql, String answer)
      throws InterruptedException {
    while (true) {
      try {
        assertEquals(answer, query(postgres, sql));
        return;
      } catch (SQLException e) {
        Thread.sleep(20);
      }
    }
  }

  @Test
  void aFreshFolderForgetsEverything() throws SQLException {
    try (EmbeddedPostgres postgres = EmbeddedPostgres.start(folder)) {
      execute(postgres, "CREATE TABLE gone (n int)");
    }
    try (DataFolder fresh = DataFolder.open(folder, true);
        EmbeddedPostgres postgres = EmbeddedPostgres.start(fresh)) {
      assertEquals("0", query(postgres, "SELECT count(*) FROM pg_tables WHERE tablename = 'gone'"));
    }
  }

  /** In a container the number in the lock file soon belongs to another process. */
  @Test
  void aLockFileThatNamesAnUnrelatedProcessDoesNotMatter() throws IOException, SQLException {
    EmbeddedPostgres.start(folder).close();
    Path lock = folder.resolve("postgres").resolve(PidFile.NAME);
    Files.writeString(
        lock,
        ProcessHandle.current().pid()
            + "\n"
            + folder.resolve("postgres")
            + "\n1\n5432\n\n127.0.0.1\n\nready\n");
    try (EmbeddedPostgres postgres = EmbeddedPostgres.start(folder)) {
      assertEquals("1", query(postgres, "SELECT 1"));
    }
  }

  @Test
  void leftoversOfAnInterruptedFirstStartAreCleared() throws IOException, SQLException {
    DataFolder.open(folder, false).close();
    Files.createDirectories(folder.resolve("postgres.unfinished/base"));
    Files.writeString(folder.resolve("password.unfinished"), "old");
    try (EmbeddedPostgres postgres = EmbeddedPostgres.start(folder)) {
      assertEquals("1", query(postgres, "SELECT 1"));
    }
    assertFalse(Files.exists(folder.resolve("postgres.unfinished")));
  }

  private static Cluster cluster(Path folder) throws IOException {
    Commands commands = Commands.ofThisProcess();
    try (DataFolder cache = DataFolder.open(FileTree.parent(folder).resolve("cache"), false)) {
      return Cluster.open(folder.toRealPath(), Binaries.unpacked(cache.path()), commands);
    }
  }

  private static int port(EmbeddedPostgres postgres) {
    return URI.create(postgres.jdbcUrl().substring("jdbc:".length())).getPort();
  }

  private static String permissions(Path file) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
  }

  private static Connection connect(EmbeddedPostgres postgres) throws SQLException {
    return DriverManager.getConnection(postgres.jdbcUrl(), postgres.user(), postgres.password());
  }

  private static void execute(EmbeddedPostgres postgres, String sql) throws SQLException {
    try (Connection connection = connect(postgres);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static String query(EmbeddedPostgres postgres, String sql) throws SQLException {
    try (Connection connection = connect(postgres);
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      assertTrue(row.next());
      return row.getString(1);
    }
  }
}
