package io.kartela.service.platform.embedded;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the server says: handed to our log, and the last lines kept to explain why it ended.
 * Thread-safe.
 */
final class ServerLog {
  private static final Logger LOG = LoggerFactory.getLogger("io.kartela.postgres");
  private static final int KEPT = 50;

  private final Deque<String> last = new ArrayDeque<>();

  void accept(String line) {
    synchronized (last) {
      if (last.size() == KEPT) {
        last.removeFirst();
      }
      last.addLast(line);
    }
    if (line.contains("FATAL: ") || line.contains("PANIC: ") || line.contains("WARNING: ")) {
      LOG.warn("{}", line);
    } else {
      LOG.debug("{}", line);
    }
  }

  List<String> lines() {
    synchronized (last) {
      return List.copyOf(last);
    }
  }

  /** The most telling line: an error if there is one, else the last that says anything. */
  static String lastError(List<String> lines) {
    return lines.stream()
        .filter(
            line ->
                line.contains("FATAL: ") || line.contains("PANIC: ") || line.contains("error: "))
        .findFirst()
        .or(() -> lines.stream().filter(line -> !line.isBlank()).reduce((_, line) -> line))
        .orElse("nothing")
        .strip();
  }
}
