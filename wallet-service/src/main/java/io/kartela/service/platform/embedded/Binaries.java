package io.kartela.service.platform.embedded;

import io.kartela.service.platform.embedded.EmbeddedPostgresException.Code;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tukaani.xz.XZInputStream;

/**
 * PostgreSQL's programs, unpacked once from the class path into a cache. Safe when several
 * processes unpack at once: each unpacks into a folder of its own and the first to rename it wins.
 */
final class Binaries {
  private static final Logger LOG = LoggerFactory.getLogger(Binaries.class);
  private static final String RESOURCE = "/postgres-linux-x86_64.txz";
  private static final String MANIFEST = "manifest";
  private static final String UNFINISHED = ".unfinished-";
  private static final Duration ABANDONED = Duration.ofHours(1);
  private static final int UNPACKED_MEGABYTES = 100;

  private Binaries() {}

  /**
   * Returns the folder that holds {@code bin} and {@code lib}.
   *
   * @param cache where to look for it and to unpack it
   */
  static Path unpacked(Path cache) throws IOException {
    return unpacked(cache, Binaries.class.getResource(RESOURCE));
  }

  static Path unpacked(Path cache, @Nullable URL archive) throws IOException {
    if (archive == null || !"amd64".equals(System.getProperty("os.arch"))) {
      throw new EmbeddedPostgresException(
          Code.NOT_SUPPORTED,
          "The embedded PostgreSQL runs on Linux on x86-64 only; use a PostgreSQL of your own with"
              + " --jdbc.");
    }
    Path folder = cache.resolve("postgres-" + fingerprint(archive));
    if (!isComplete(folder)) {
      Files.createDirectories(cache);
      FolderTrouble.requireSpace(cache, UNPACKED_MEGABYTES);
      LOG.info("Unpacking PostgreSQL into {}, once", folder);
      unpack(archive, folder);
    }
    return folder;
  }

  /**
   * Changes whenever the archive does, and is read from the jar's directory rather than from 15 MB
   * of content.
   */
  private static String fingerprint(URL archive) throws IOException {
    URLConnection connection = archive.openConnection();
    if (connection instanceof JarURLConnection jar) {
      String version =
          jar.getJarFileURL()
              .getPath()
              .replaceFirst(".*-(\\d+(\\.\\d+)*)\\.jar$", "$1")
              .replaceFirst(".*/", "");
      return "%s-%08x".formatted(version, jar.getJarEntry().getCrc());
    }
    return "%d-%d".formatted(connection.getContentLengthLong(), connection.getLastModified());
  }

  /**
   * Sizes are compared because a power cut may leave empty files behind a folder that was renamed
   * in time.
   */
  static boolean isComplete(Path folder) throws IOException {
    Path manifest = folder.resolve(MANIFEST);
    if (!Files.isRegularFile(manifest)) {
      return false;
    }
    List<String> lines = Files.readAllLines(manifest);
    for (String line : lines) {
      int space = line.indexOf(' ');
      Path file = folder.resolve(line.substring(space + 1));
      if (space < 0
          || !Files.isRegularFile(file)
          || Files.size(file) != Long.parseLong(line.substring(0, space))) {
        return false;
      }
    }
    return !lines.isEmpty();
  }

  private static void unpack(URL archive, Path folder) throws IOException {
    Path cache = FileTree.parent(folder);
    dropAbandoned(cache);
    Path unfinished = cache.resolve(UNFINISHED + UUID.randomUUID());
    try {
      List<String> manifest = new ArrayList<>();
      Files.createDirectory(unfinished);
      try (InputStream raw = new BufferedInputStream(archive.openStream(), 1 << 16);
          TarArchiveInputStream tar = new TarArchiveInputStream(new XZInputStream(raw))) {
        for (TarArchiveEntry entry = tar.getNextEntry();
            entry != null;
            entry = tar.getNextEntry()) {
          unpackEntry(tar, entry, unfinished, manifest);
        }
      }
      Files.write(unfinished.resolve(MANIFEST), manifest);
      putInPlace(unfinished, folder);
    } finally {
      FileTree.delete(unfinished);
    }
  }

  private static void unpackEntry(
      TarArchiveInputStream tar, TarArchiveEntry entry, Path target, List<String> manifest)
      throws IOException {
    Path file = target.resolve(entry.getName()).normalize();
    if (!file.startsWith(target)) {
      throw new IOException("the archive leads outside its folder: " + entry.getName());
    }
    if (entry.isDirectory()) {
      Files.createDirectories(file);
    } else if (entry.isSymbolicLink()) {
      Files.createDirectories(FileTree.parent(file));
      Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
    } else if (entry.isFile() && !entry.getName().endsWith(".a")) {
      Files.createDirectories(FileTree.parent(file));
      Files.copy(tar, file);
      boolean executable = (entry.getMode() & 0100) != 0;
      Files.setPosixFilePermissions(
          file, PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
      manifest.add(Files.size(file) + " " + target.relativize(file));
    }
  }

  private static void putInPlace(Path unfinished, Path folder) throws IOException {
    try {
      Files.move(unfinished, folder, StandardCopyOption.ATOMIC_MOVE);
    } catch (FileSystemException e) {
      if (isComplete(folder)) {
        return; // another process was faster
      }
      // A damaged copy is in the way.
      Files.move(
          folder,
          unfinished.resolveSibling(UNFINISHED + UUID.randomUUID()),
          StandardCopyOption.ATOMIC_MOVE);
      Files.move(unfinished, folder, StandardCopyOption.ATOMIC_MOVE);
    }
  }

  /** What a process that was killed while unpacking left behind. */
  private static void dropAbandoned(Path cache) throws IOException {
    try (Stream<Path> content = Files.list(cache)) {
      for (Path folder :
          content.filter(path -> path.getFileName().toString().startsWith(UNFINISHED)).toList()) {
        FileTime modified = Files.getLastModifiedTime(folder);
        if (modified.toInstant().isBefore(Instant.now().minus(ABANDONED))) {
          FileTree.delete(folder);
        }
      }
    }
  }
}
