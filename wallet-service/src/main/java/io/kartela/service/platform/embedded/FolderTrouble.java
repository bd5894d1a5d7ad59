package io.kartela.service.platform.embedded;

import io.kartela.service.platform.embedded.EmbeddedPostgresException.Code;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/** Turns what the file system says into a sentence. */
final class FolderTrouble {
  private static final String NO_SPACE = "No space left on device";
  private static final long MEGABYTE = 1024 * 1024;

  private FolderTrouble() {}

  static EmbeddedPostgresException of(Path folder, IOException cause) {
    String message = Objects.requireNonNullElse(cause.getMessage(), cause.toString());
    if (isNoSpace(message)) {
      return diskFull(folder, cause);
    }
    String reason =
        switch (cause) {
          case AccessDeniedException _ -> "permission denied";
          case FileSystemException e when e.getReason() != null -> e.getReason();
          case FileSystemException e -> e.getClass().getSimpleName() + ", " + e.getFile();
          default -> message;
        };
    return new EmbeddedPostgresException(
        Code.FOLDER_NOT_WRITABLE,
        "The data folder %s cannot be written (%s); choose another with --data."
            .formatted(folder, reason),
        cause);
  }

  static boolean isNoSpace(String text) {
    return text.contains(NO_SPACE) || text.contains("Disk quota exceeded");
  }

  static EmbeddedPostgresException diskFull(Path folder, Throwable cause) {
    return new EmbeddedPostgresException(
        Code.DISK_FULL,
        "The disk of the folder %s is full; free some space or choose another folder with --data."
            .formatted(folder),
        cause);
  }

  /** Refuses before anything is half-written. */
  static void requireSpace(Path folder, long megabytes) throws IOException {
    long free = Files.getFileStore(folder).getUsableSpace() / MEGABYTE;
    if (free < megabytes) {
      throw new EmbeddedPostgresException(
          Code.DISK_FULL,
          "The disk of the folder %s has %d MB left and PostgreSQL needs %d MB to start; free some space or choose another folder with --data."
              .formatted(folder, free, megabytes));
    }
  }
}
