package io.kartela.service.platform.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Who we are and who owns a file, as the kernel sees it. */
final class Owner {
  private Owner() {}

  /** The user id of this process. */
  static int self() throws IOException {
    return of(Path.of("/proc/self"));
  }

  static int of(Path file) throws IOException {
    return (Integer) Files.getAttribute(file, "unix:uid");
  }

  static String name(Path file) throws IOException {
    return Files.getOwner(file).getName();
  }

  static boolean isRoot() throws IOException {
    return self() == 0;
  }
}
