package io.kartela.service.platform.embedded;

import io.kartela.service.platform.embedded.EmbeddedPostgresException.Code;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.IntConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A running PostgreSQL of our own, a child of this process that listens on 127.0.0.1 only. What it
 * has acknowledged survives {@code kill -9} of either process; it ends when this process ends,
 * however that ends. Thread-safe.
 */
public final class EmbeddedPostgres implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(EmbeddedPostgres.class);
  private static final String PORT_FILE = "port";
  private static final int ATTEMPTS = 3;
  private static final int REVIVALS = 20;
  private static final Duration REVIVAL_PAUSE = Duration.ofSeconds(1);

  private final Commands commands;
  private final Path program;
  private final Cluster cluster;
  private final int port;
  private final Optional<DataFolder> ownedFolder;
  private volatile Postmaster postmaster;
  private volatile boolean closing;

  private EmbeddedPostgres(
      Commands commands,
      Path program,
      Postmaster postmaster,
      Cluster cluster,
      int port,
      Optional<DataFolder> ownedFolder) {
    this.commands = commands;
    this.program = program;
    this.postmaster = postmaster;
    this.cluster = cluster;
    this.port = port;
    this.ownedFolder = ownedFolder;
  }

  /**
   * Opens the data folder and starts the server in it; closing the server closes the folder too.
   *
   * @throws EmbeddedPostgresException with a sentence for the operator
   */
  public static EmbeddedPostgres start(Path dataFolder) {
    DataFolder folder = DataFolder.open(dataFolder, false);
    try {
      return start(folder, Optional.of(folder));
    } catch (RuntimeException e) {
      folder.close();
      throw e;
    }
  }

  /**
   * Starts the server in a data folder that is already open. The caller closes the folder, after
   * the server.
   *
   * @throws EmbeddedPostgresException with a sentence for the operator
   */
  public static EmbeddedPostgres start(DataFolder folder) {
    return start(folder, Optional.empty());
  }

  private static EmbeddedPostgres start(DataFolder folder, Optional<DataFolder> ownedFolder) {
    try {
      Commands commands = Commands.ofThisProcess();
      commands.requireReach(folder.path());
      Path binaries = Binaries.unpacked(cache(folder, commands));
      new Predecessor(folder.path().resolve(Cluster.FOLDER)).awaitGone();
      Cluster cluster = Cluster.open(folder.path(), binaries, commands);
      return start(folder, ownedFolder, binaries.resolve("bin/postgres"), cluster, commands);
    } catch (IOException e) {
      throw FolderTrouble.of(folder.path(), e);
    }
  }

  private static EmbeddedPostgres start(
      DataFolder folder,
      Optional<DataFolder> ownedFolder,
      Path program,
      Cluster cluster,
      Commands commands)
      throws IOException {
    int port =
        rememberedPort(folder)
            .filter(EmbeddedPostgres::isFree)
            .orElseGet(EmbeddedPostgres::freePort);
    for (int attempt = 1; ; attempt++) {
      Postmaster postmaster =
          Postmaster.start(commands, ServerSettings.command(program, cluster.data(), port));
      try {
        if (postmaster.awaitReady(cluster.data())) {
          Handshake.verify(cluster, port);
          Files.writeString(folder.path().resolve(PORT_FILE), Integer.toString(port));
          LOG.info("PostgreSQL listens on 127.0.0.1:{}, process {}", port, postmaster.pid());
          return new EmbeddedPostgres(commands, program, postmaster, cluster, port, ownedFolder);
        }
      } catch (SQLException | IOException | RuntimeException e) {
        postmaster.stop();
        throw refused(cluster, e);
      }
      postmaster.ended().join();
      if (!postmaster.couldNotBind() || attempt == ATTEMPTS) {
        throw endedAtOnce(cluster, postmaster);
      }
      port = freePort();
    }
  }

  private static EmbeddedPostgresException refused(Cluster cluster, Exception cause) {
    return cause instanceof EmbeddedPostgresException known
        ? known
        : new EmbeddedPostgresException(
            Code.START_FAILED,
            "PostgreSQL started in %s but did not let us in: %s"
                .formatted(cluster.data(), cause.getMessage()),
            cause);
  }

  private static EmbeddedPostgresException endedAtOnce(Cluster cluster, Postmaster postmaster) {
    String said = ServerLog.lastError(postmaster.lines());
    return FolderTrouble.isNoSpace(said)
        ? FolderTrouble.diskFull(cluster.data(), new IOException(said))
        : new EmbeddedPostgresException(
            Code.START_FAILED,
            "PostgreSQL cannot start in %s; it said: %s".formatted(cluster.data(), said));
  }

  /** JDBC address without user and password. */
  public String jdbcUrl() {
    return Handshake.jdbcUrl(port, Handshake.DATABASE);
  }

  /** The superuser, for migrations only. */
  public String user() {
    return Cluster.OWNER;
  }

  public String password() {
    return cluster.credentials().ownerPassword();
  }

  /**
   * An ordinary user that may sign in and nothing more; migrations grant it what the service needs.
   */
  public String serviceUser() {
    return Handshake.SERVICE;
  }

  public String servicePassword() {
    return cluster.credentials().servicePassword();
  }

  /** The server's process. */
  public long pid() {
    return postmaster.pid();
  }

  /**
   * Starts the server again, on the same port, whenever it ends although nobody closed it, for
   * example because the system killed it.
   *
   * @param gaveUp called with the exit code when it cannot be started again; the process then
   *     cannot serve any more and should end
   */
  public void keepRunning(IntConsumer gaveUp) {
    var _ =
        postmaster
            .ended()
            .thenAccept(
                code -> {
                  if (!closing) {
                    Thread.ofPlatform()
                        .name("embedded-postgres-revival")
                        .daemon()
                        .start(() -> revive(code, gaveUp));
                  }
                });
  }

  private void revive(int code, IntConsumer gaveUp) {
    LOG.error("PostgreSQL ended unexpectedly with {}; it is started again", code);
    for (int attempt = 1; attempt <= REVIVALS && !closing; attempt++) {
      try {
        // What is left of the old one must be gone before the folder is safe to use.
        new Predecessor(cluster.data()).awaitGone();
        if (revived(gaveUp)) {
          return;
        }
        LOG.error("PostgreSQL does not start: {}", ServerLog.lastError(postmaster.lines()));
        Thread.sleep(REVIVAL_PAUSE);
      } catch (IOException | EmbeddedPostgresException e) {
        LOG.error("PostgreSQL cannot be started again: {}", e.getMessage());
      } catch (InterruptedException e) {
        return;
      }
    }
    if (!closing) {
      gaveUp.accept(code);
    }
  }

  private boolean revived(IntConsumer gaveUp) throws IOException {
    Postmaster next =
        Postmaster.start(commands, ServerSettings.command(program, cluster.data(), port));
    postmaster = next;
    if (closing) {
      next.stop();
      return true;
    }
    if (!next.awaitReady(cluster.data())) {
      next.ended().join();
      return false;
    }
    LOG.info("PostgreSQL listens on 127.0.0.1:{} again, process {}", port, next.pid());
    keepRunning(gaveUp);
    return true;
  }

  /**
   * Stops the server in order, cutting open connections, and returns when it has ended. Closing
   * twice does nothing.
   */
  @Override
  public void close() {
    closing = true;
    postmaster.stop();
    ownedFolder.ifPresent(DataFolder::close);
  }

  /**
   * The user's cache if there is one that is ours alone, so that several data folders share it;
   * else the data folder.
   */
  private static Path cache(DataFolder folder, Commands commands) throws IOException {
    String xdg = System.getenv().getOrDefault("XDG_CACHE_HOME", "");
    Path home =
        xdg.startsWith("/") ? Path.of(xdg) : Path.of(System.getProperty("user.home"), ".cache");
    Path cache = home.resolve("kartela");
    try {
      Files.createDirectories(cache);
      if (Files.isWritable(cache) && Owner.of(cache) == Owner.self()) {
        commands.requireReach(cache);
        return cache;
      }
    } catch (IOException | EmbeddedPostgresException e) {
      LOG.debug("No cache in {}", cache, e);
    }
    return Files.createDirectories(folder.path().resolve("cache"));
  }

  /** The same port again and again is kind to people who look into the database. */
  private static Optional<Integer> rememberedPort(DataFolder folder) throws IOException {
    Path file = folder.path().resolve(PORT_FILE);
    try {
      return Files.exists(file)
          ? Optional.of(Integer.parseInt(Files.readString(file).strip()))
              .filter(port -> port > 1023 && port < 65_536)
          : Optional.empty();
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  private static boolean isFree(int port) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port));
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new EmbeddedPostgresException(
          Code.START_FAILED, "No port is free on 127.0.0.1 for PostgreSQL to listen on.", e);
    }
  }
}
