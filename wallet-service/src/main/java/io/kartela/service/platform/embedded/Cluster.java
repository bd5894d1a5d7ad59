package io.kartela.service.platform.embedded;

import io.kartela.service.platform.embedded.EmbeddedPostgresException.Code;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * PostgreSQL's own data directory inside the data folder.
 *
 * @param data its path, links resolved, as PostgreSQL itself reports it
 * @param systemIdentifier tells this cluster from every other one
 */
record Cluster(Path data, Credentials credentials, long systemIdentifier) {
  /** Name inside the data folder. */
  static final String FOLDER = "postgres";

  /** Where a database that {@code --fresh} erases goes first. */
  static final String ERASED = "postgres.erased";

  /** The superuser: for migrations only. */
  static final String OWNER = "kartela_owner";

  private static final Logger LOG = LoggerFactory.getLogger(Cluster.class);
  private static final String UNFINISHED = "postgres.unfinished";
  private static final int FRESH_MEGABYTES = 200;
  private static final int RESTART_MEGABYTES = 20;

  /** Opens the cluster, or makes one in a moment: it is there completely or not at all. */
  static Cluster open(Path folder, Path binaries, Commands commands) throws IOException {
    FileTree.delete(folder.resolve(UNFINISHED));
    FileTree.delete(folder.resolve(ERASED));
    Path data = folder.resolve(FOLDER);
    if (Files.exists(data)) {
      FolderTrouble.requireSpace(folder, RESTART_MEGABYTES);
      requireVersion(data, major(binaries, commands));
      requireOwner(data);
    } else {
      FolderTrouble.requireSpace(folder, FRESH_MEGABYTES);
      initialize(folder, data, binaries, commands);
    }
    try {
      return new Cluster(data.toRealPath(), Credentials.read(data), systemIdentifier(data));
    } catch (NoSuchFileException | BufferUnderflowException e) {
      throw damaged(data, e);
    }
  }

  private static void initialize(Path folder, Path data, Path binaries, Commands commands)
      throws IOException {
    LOG.info("Creating a new database in {}", data);
    Path unfinished = folder.resolve(UNFINISHED);
    Path passwordFile = folder.resolve("password.unfinished");
    Credentials credentials = Credentials.generate();
    try {
      Files.deleteIfExists(passwordFile);
      Credentials.writePrivate(passwordFile, credentials.ownerPassword());
      Commands.Outcome outcome =
          Commands.run(
              commands.shortLived(
                  List.of(
                      binaries.resolve("bin/initdb").toString(),
                      "--pgdata=" + unfinished,
                      "--username=" + OWNER,
                      "--pwfile=" + passwordFile,
                      "--auth=scram-sha-256",
                      "--encoding=UTF8",
                      // Not the system's collation: its order changes with the system and would
                      // damage indexes.
                      "--locale-provider=builtin",
                      "--builtin-locale=C.UTF-8",
                      "--no-locale",
                      "--no-instructions")));
      if (outcome.exitCode() != 0) {
        throw initdbFailed(folder, outcome);
      }
      credentials.write(unfinished);
      FileTree.force(unfinished);
      Files.move(unfinished, data, StandardCopyOption.ATOMIC_MOVE);
      FileTree.force(folder);
    } finally {
      Files.deleteIfExists(passwordFile);
      FileTree.delete(unfinished);
    }
  }

  private static EmbeddedPostgresException initdbFailed(Path folder, Commands.Outcome outcome) {
    if (FolderTrouble.isNoSpace(outcome.output())) {
      return FolderTrouble.diskFull(folder, new IOException(outcome.output()));
    }
    return new EmbeddedPostgresException(
        Code.START_FAILED,
        "The database cannot be created in %s: initdb ended with %d and said: %s"
            .formatted(
                folder,
                outcome.exitCode(),
                ServerLog.lastError(outcome.output().lines().toList())));
  }

  private static void requireVersion(Path data, int ours) throws IOException {
    String theirs;
    try {
      theirs = Files.readString(data.resolve("PG_VERSION")).strip();
    } catch (NoSuchFileException e) {
      throw damaged(data, e);
    }
    if (!theirs.equals(Integer.toString(ours))) {
      throw new EmbeddedPostgresException(
          Code.FOLDER_OTHER_VERSION,
          "The database in %s was made by PostgreSQL %s and this Kartela brings PostgreSQL %d; move the data with pg_dump or choose another folder with --data."
              .formatted(data, theirs, ours));
    }
  }

  private static EmbeddedPostgresException damaged(Path data, Exception cause) {
    return new EmbeddedPostgresException(
        Code.FOLDER_DAMAGED,
        "The folder %s is not a complete PostgreSQL database; restore it from a backup or erase it with --fresh."
            .formatted(data),
        cause);
  }

  private static int major(Path binaries, Commands commands) throws IOException {
    // "postgres (PostgreSQL) 18.6"
    Commands.Outcome outcome =
        Commands.run(
            commands.shortLived(List.of(binaries.resolve("bin/postgres").toString(), "--version")));
    String version = outcome.output().strip().replaceFirst(".* ", "");
    try {
      return Integer.parseInt(version.replaceFirst("\\D.*", ""));
    } catch (NumberFormatException e) {
      throw new EmbeddedPostgresException(
          Code.START_FAILED,
          "The embedded PostgreSQL cannot be run on this machine: %s"
              .formatted(outcome.output().strip()),
          e);
    }
  }

  private static void requireOwner(Path data) throws IOException {
    if (Owner.of(data) != Owner.self()) {
      throw new EmbeddedPostgresException(
          Code.FOLDER_OTHER_USER,
          "The database in %s belongs to the user %s and Kartela runs as %s; start it as that user or choose another folder with --data."
              .formatted(data, Owner.name(data), Owner.name(Path.of("/proc/self"))));
    }
  }

  /** The first eight bytes of PostgreSQL's control file. */
  private static long systemIdentifier(Path data) throws IOException {
    try (FileChannel channel = FileChannel.open(data.resolve("global/pg_control"))) {
      ByteBuffer buffer = ByteBuffer.allocate(Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
      while (buffer.hasRemaining() && channel.read(buffer) >= 0) {
        // the file is longer than this
      }
      return buffer.flip().getLong();
    }
  }
}
