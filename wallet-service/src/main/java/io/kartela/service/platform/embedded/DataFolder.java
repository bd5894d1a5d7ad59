package io.kartela.service.platform.embedded;

import io.kartela.service.platform.embedded.EmbeddedPostgresException.Code;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The folder where one process keeps what must survive a restart. While it is open no other process
 * can open it; the system releases it even when this process is killed. Thread-safe.
 */
public final class DataFolder implements AutoCloseable {
  private static final String MARKER = "KARTELA";
  private static final String LOCK = "lock";
  private static final String PID = "pid";
  private static final String MARKER_TEXT =
      """
      This folder belongs to Kartela: its database and keys. Do not change files here while Kartela runs.
      format=1
      """;

  /**
   * Folders this process holds. Static because the system's file locks belong to a process too:
   * closing a second channel on a lock file would silently give up the first one's lock.
   */
  private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

  private final Path path;
  private final FileChannel channel;

  private DataFolder(Path path, FileChannel channel) {
    this.path = path;
    this.channel = channel;
  }

  /**
   * Makes the folder if need be, and locks it.
   *
   * @param fresh erase what an earlier run left in it; refuses as always when the folder is not
   *     ours
   * @throws EmbeddedPostgresException foreign, in use, made by another user, not writable, or the
   *     disk is full
   */
  public static DataFolder open(Path folder, boolean fresh) {
    Path absolute = folder.toAbsolutePath().normalize();
    try {
      DataFolder opened = claim(absolute);
      try {
        if (fresh) {
          opened.erase();
        }
        opened.lockDown();
        return opened;
      } catch (IOException | RuntimeException e) {
        opened.close();
        throw e;
      }
    } catch (IOException e) {
      throw FolderTrouble.of(absolute, e);
    }
  }

  /** Absolute, links resolved. */
  public Path path() {
    return path;
  }

  /**
   * Takes everybody else's rights to what is in the folder away; PostgreSQL sees to its own files.
   */
  public void lockDown() {
    try {
      FileTree.lockDown(path, Set.of(path.resolve(Cluster.FOLDER), path.resolve("cache")));
    } catch (IOException e) {
      throw FolderTrouble.of(path, e);
    }
  }

  /** Lets other processes open the folder. */
  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw FolderTrouble.of(path, e);
    } finally {
      HELD.remove(path);
    }
  }

  private static DataFolder claim(Path folder) throws IOException {
    createPrivate(folder);
    Path path = folder.toRealPath();
    Path marker = path.resolve(MARKER);
    if (!Files.exists(marker)) {
      refuseForeign(path);
      refuseOtherUser(path);
      writeMarker(marker);
    }
    refuseOtherUser(marker);
    if (!HELD.add(path)) {
      throw inUse(path, ProcessHandle.current().pid());
    }
    FileChannel channel = null;
    try {
      channel =
          FileChannel.open(path.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      @Nullable FileLock lock = channel.tryLock();
      if (lock == null) {
        throw inUse(path, holder(path));
      }
      Files.writeString(path.resolve(PID), Long.toString(ProcessHandle.current().pid()));
      return new DataFolder(path, channel);
    } catch (IOException | RuntimeException e) {
      if (channel != null) {
        channel.close();
      }
      HELD.remove(path);
      throw e;
    }
  }

  private static void createPrivate(Path folder) throws IOException {
    if (Files.isDirectory(folder)) {
      return;
    }
    Files.createDirectories(FileTree.parent(folder));
    try {
      Files.createDirectory(
          folder,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    } catch (FileAlreadyExistsException e) {
      if (!Files.isDirectory(folder)) {
        throw new EmbeddedPostgresException(
            Code.FOLDER_FOREIGN,
            "The data folder %s is a file, not a folder; choose another with --data."
                .formatted(folder),
            e);
      }
    }
  }

  private static void refuseForeign(Path path) throws IOException {
    try (Stream<Path> content = Files.list(path)) {
      // The root of a freshly made file system is never quite empty.
      boolean foreign =
          content.anyMatch(file -> !file.endsWith("lost+found") && !file.endsWith(MARKER));
      if (foreign) {
        throw new EmbeddedPostgresException(
            Code.FOLDER_FOREIGN,
            "The folder %s holds other files and was not made by Kartela; choose an empty or a new one with --data."
                .formatted(path));
      }
    }
  }

  private static void refuseOtherUser(Path file) throws IOException {
    if (Owner.of(file) != Owner.self()) {
      Path folder = Files.isDirectory(file) ? file : FileTree.parent(file);
      throw new EmbeddedPostgresException(
          Code.FOLDER_OTHER_USER,
          "The data folder %s belongs to the user %s and Kartela runs as %s; start it as that user or choose another folder with --data."
              .formatted(folder, Owner.name(file), Owner.name(Path.of("/proc/self"))));
    }
  }

  private static void writeMarker(Path marker) throws IOException {
    try {
      Files.writeString(marker, MARKER_TEXT, StandardOpenOption.CREATE_NEW);
    } catch (FileAlreadyExistsException e) {
      // another process starts in the same moment; the lock decides
    }
  }

  private static EmbeddedPostgresException inUse(Path path, long pid) {
    String who = pid > 0 ? "process " + pid : "another process";
    return new EmbeddedPostgresException(
        Code.FOLDER_IN_USE,
        "The data folder %s is in use by %s; stop it or choose another folder with --data."
            .formatted(path, who));
  }

  private static long holder(Path path) {
    try {
      return Long.parseLong(Files.readString(path.resolve(PID)).strip());
    } catch (IOException | NumberFormatException e) {
      return 0;
    }
  }

  private void erase() throws IOException {
    Path cluster = path.resolve(Cluster.FOLDER);
    new Predecessor(cluster).awaitGone();
    if (Files.exists(cluster)) {
      // The database goes first and at once: half of one must not be found after an interruption.
      Path erased = path.resolve(Cluster.ERASED);
      FileTree.delete(erased);
      Files.move(cluster, erased, StandardCopyOption.ATOMIC_MOVE);
    }
    List<String> keep = List.of(MARKER, LOCK, PID, "lost+found");
    try (Stream<Path> content = Files.list(path)) {
      for (Path file : content.toList()) {
        if (!keep.contains(file.getFileName().toString())) {
          FileTree.delete(file);
        }
      }
    }
  }
}
