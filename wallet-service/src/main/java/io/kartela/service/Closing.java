package io.kartela.service;

import java.util.ArrayDeque;
import java.util.Deque;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What must be closed, last opened first; one that fails does not keep the others open. */
final class Closing implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Closing.class);

  private final Deque<AutoCloseable> open = new ArrayDeque<>();

  synchronized <T extends AutoCloseable> T add(T resource) {
    open.push(resource);
    return resource;
  }

  @Override
  public synchronized void close() {
    while (!open.isEmpty()) {
      AutoCloseable next = open.pop();
      long start = System.nanoTime();
      try {
        next.close();
        LOG.debug(
            "{} closed in {} ms",
            next.getClass().getSimpleName(),
            (System.nanoTime() - start) / 1_000_000);
      } catch (Exception e) {
        LOG.warn("{} did not close cleanly: {}", next.getClass().getSimpleName(), e.toString());
      }
    }
  }
}
