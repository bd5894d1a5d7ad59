package io.kartela.service.pass.google;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/**
 * At most so many calls a second from this node; whoever is early waits. Google allows 20 a second
 * per issuer. Thread-safe.
 */
final class Pace {
  private final long nanosBetween;
  private long nextFree = System.nanoTime();

  Pace(double perSecond) {
    if (!(perSecond > 0)) {
      throw new IllegalArgumentException("a pace is positive");
    }
    this.nanosBetween = (long) (1e9 / perSecond);
  }

  void await() {
    long wait = reserve();
    long until = System.nanoTime() + wait;
    while (wait > 0 && !Thread.currentThread().isInterrupted()) {
      LockSupport.parkNanos(wait);
      wait = until - System.nanoTime();
    }
  }

  private synchronized long reserve() {
    long now = System.nanoTime();
    // A quiet time gives a burst of a second's worth at most.
    nextFree = Math.max(nextFree, now - Duration.ofSeconds(1).toNanos() + nanosBetween);
    long mine = nextFree;
    nextFree += nanosBetween;
    return Math.max(0, mine - now);
  }
}
