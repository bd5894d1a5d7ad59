package io.kartela.service.platform.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;

/** PostgreSQL's own lock file, {@code postmaster.pid}: line 1 is the process, line 8 its state. */
record PidFile(long pid, boolean ready) {
  static final String NAME = "postmaster.pid";
  private static final int STATE_LINE = 7;

  /** Empty while there is none, or it is being written. */
  static Optional<PidFile> read(Path data) throws IOException {
    try {
      List<String> lines = Files.readAllLines(data.resolve(NAME));
      boolean ready = lines.size() > STATE_LINE && lines.get(STATE_LINE).strip().equals("ready");
      return Optional.of(new PidFile(Long.parseLong(lines.getFirst().strip()), ready));
    } catch (NoSuchFileException | NumberFormatException | NoSuchElementException e) {
      return Optional.empty();
    }
  }
}
