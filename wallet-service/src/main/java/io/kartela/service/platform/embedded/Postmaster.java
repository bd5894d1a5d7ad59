package io.kartela.service.platform.embedded;

import io.kartela.service.platform.embedded.EmbeddedPostgresException.Code;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The running server process. One platform thread starts it, reads what it says and lives as long
 * as it does: the kernel tells the server to shut down when that very thread ends, so a virtual
 * thread or a short-lived one would not do.
 */
final class Postmaster {
  private static final Logger LOG = LoggerFactory.getLogger(Postmaster.class);

  /** Crash recovery of a gigabyte of log on a slow disk fits in. */
  private static final Duration READY_LIMIT = Duration.ofMinutes(5);

  private static final long FAST_STOP_SECONDS = 60;
  private static final long IMMEDIATE_STOP_SECONDS = 10;
  private static final long POLL_MILLIS = 10;

  private final Commands commands;
  private final ServerLog log = new ServerLog();
  private final CompletableFuture<Process> started = new CompletableFuture<>();
  private final CompletableFuture<Integer> ended = new CompletableFuture<>();

  private Postmaster(Commands commands) {
    this.commands = commands;
  }

  /** Starts the process; it may end at once if it does not like its folder. */
  static Postmaster start(Commands commands, List<String> command) throws IOException {
    Postmaster postmaster = new Postmaster(commands);
    List<String> whole = commands.longLived(command);
    Thread.ofPlatform().name("embedded-postgres").daemon().start(() -> postmaster.attend(whole));
    try {
      postmaster.started.get();
      return postmaster;
    } catch (ExecutionException e) {
      throw new IOException("PostgreSQL cannot be started", e.getCause());
    } catch (InterruptedException e) {
      var _ = postmaster.started.thenAccept(Process::destroyForcibly);
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while starting PostgreSQL", e);
    }
  }

  private void attend(List<String> command) {
    try {
      Process process = Commands.builder(command).start();
      started.complete(process);
      process.getOutputStream().close();
      try (BufferedReader output =
          new BufferedReader(
              new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
        output.lines().forEach(log::accept);
      } finally {
        ended.complete(waitFor(process));
      }
    } catch (IOException | RuntimeException e) {
      started.completeExceptionally(e);
      LOG.debug("No more to read from PostgreSQL", e);
    }
  }

  private static int waitFor(Process process) {
    while (true) {
      try {
        return process.waitFor();
      } catch (InterruptedException e) {
        // Nobody may end this thread before the server ends.
        LOG.debug("Interrupted, waiting on");
      }
    }
  }

  long pid() {
    return started.join().pid();
  }

  /** Completes with the exit code when the server has ended, for whatever reason. */
  CompletableFuture<Integer> ended() {
    return ended;
  }

  /**
   * Waits until the server in the folder, which must be this one, accepts connections; false when
   * it ended instead.
   */
  boolean awaitReady(Path data) throws IOException {
    long deadline = System.nanoTime() + READY_LIMIT.toNanos();
    Process process = started.join();
    while (process.isAlive()) {
      if (PidFile.read(data)
          .filter(file -> file.pid() == process.pid() && file.ready())
          .isPresent()) {
        return true;
      }
      if (System.nanoTime() > deadline) {
        throw new EmbeddedPostgresException(
            Code.START_FAILED,
            "PostgreSQL was not ready after %d minutes; it said: %s"
                .formatted(READY_LIMIT.toMinutes(), ServerLog.lastError(log.lines())));
      }
      try {
        Thread.sleep(POLL_MILLIS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IOException("interrupted while PostgreSQL was starting", e);
      }
    }
    return false;
  }

  /** What it said; complete only after it has ended. */
  List<String> lines() {
    return log.lines();
  }

  /** Whether it ended because somebody else listens on its port. */
  boolean couldNotBind() {
    return lines().stream().anyMatch(line -> line.contains("could not bind IPv4"));
  }

  /**
   * Stops it: connections are cut, nothing acknowledged is lost. Returns when it has ended; again
   * and again is fine.
   */
  void stop() {
    Process process = started.join();
    boolean interrupted = Thread.interrupted(); // an interrupted caller still wants an orderly end
    try {
      if (process.isAlive()) {
        commands.signal("INT", process.pid());
        if (!endedWithin(FAST_STOP_SECONDS)) {
          LOG.warn(
              "PostgreSQL did not stop in {} s; cutting it off, it will recover at the next start",
              FAST_STOP_SECONDS);
          commands.signal("QUIT", process.pid());
        }
      }
      if (!endedWithin(IMMEDIATE_STOP_SECONDS)) {
        process.destroyForcibly();
      }
    } catch (IOException e) {
      LOG.warn(
          "PostgreSQL could not be told to stop; killing it, it will recover at the next start", e);
      process.destroyForcibly();
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private boolean endedWithin(long seconds) {
    try {
      ended.get(seconds, TimeUnit.SECONDS);
      return true;
    } catch (TimeoutException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } catch (ExecutionException e) {
      return true;
    }
  }
}
