package io.kartela.service.platform.embedded;

import io.kartela.service.platform.embedded.EmbeddedPostgresException.Code;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The server of an earlier run. When that run was killed, its server may still be shutting down
 * (the kernel told it to) while we already hold the data folder's lock; two servers on the same
 * files must never be.
 */
final class Predecessor {
  private static final Logger LOG = LoggerFactory.getLogger(Predecessor.class);
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final long POLL_MILLIS = 20;

  private final Path data;
  private final Duration patience;

  Predecessor(Path data) {
    this(data, PATIENCE);
  }

  /** Tells an old server to stop when it did not end by itself in that time. */
  Predecessor(Path data, Duration patience) {
    this.data = data;
    this.patience = patience;
  }

  /**
   * Returns when no process works in the folder and no stale lock file can confuse the next server.
   *
   * @throws EmbeddedPostgresException the old server does not end
   */
  void awaitGone() throws IOException {
    if (!Files.isDirectory(data)) {
      return;
    }
    long start = System.nanoTime();
    boolean told = false;
    List<Long> processes = processes();
    while (!processes.isEmpty()) {
      Duration waited = Duration.ofNanos(System.nanoTime() - start);
      if (waited.compareTo(LIMIT) > 0) {
        throw new EmbeddedPostgresException(
            Code.FOLDER_IN_USE,
            "The PostgreSQL of an earlier run (process %d) still works in %s and does not end; stop it with: kill -INT %d"
                .formatted(processes.getFirst(), data, processes.getFirst()));
      }
      if (!told && waited.compareTo(patience) > 0) {
        // Its own Kartela is gone, because we hold the lock: it will not be missed.
        LOG.warn("The PostgreSQL of an earlier run still works in {}; telling it to stop", data);
        tellToStop();
        told = true;
      }
      pause();
      processes = processes();
    }
    dropStaleLock();
  }

  /** Every PostgreSQL process, not only the first, works in its data folder. */
  private List<Long> processes() throws IOException {
    Path wanted = data.toRealPath();
    try (Stream<ProcessHandle> all = ProcessHandle.allProcesses()) {
      return all.map(ProcessHandle::pid).filter(pid -> worksIn(pid, wanted)).sorted().toList();
    }
  }

  private static boolean worksIn(long pid, Path folder) {
    try {
      boolean there =
          Files.readSymbolicLink(Path.of("/proc", Long.toString(pid), "cwd")).equals(folder);
      return there
          && Files.readString(Path.of("/proc", Long.toString(pid), "comm"))
              .strip()
              .equals("postgres");
    } catch (IOException e) {
      return false; // gone, a zombie, or another user's
    }
  }

  private void tellToStop() throws IOException {
    long postmaster = PidFile.read(data).map(PidFile::pid).orElse(0L);
    if (postmaster > 0 && worksIn(postmaster, data.toRealPath())) {
      Commands.ofThisProcess().signal("INT", postmaster);
    }
  }

  /**
   * PostgreSQL refuses to start when the process named in its lock file exists, even when that
   * number belongs to a zombie or, as in containers, to an unrelated process. We know better:
   * nobody works in the folder.
   */
  private void dropStaleLock() throws IOException {
    Files.deleteIfExists(data.resolve(PidFile.NAME));
  }

  private static void pause() throws IOException {
    try {
      Thread.sleep(POLL_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while waiting for the PostgreSQL of an earlier run", e);
    }
  }
}
