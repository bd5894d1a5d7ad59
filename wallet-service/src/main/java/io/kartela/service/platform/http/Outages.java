package io.kartela.service.platform.http;

import io.kartela.service.platform.db.Outage;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Times when the database cannot do its work: what requests are told, what health says, and one
 * line in the log a while instead of one with every request. Thread-safe.
 */
public final class Outages {
  private static final Logger LOG = LoggerFactory.getLogger(Outages.class);
  private static final long PERIOD = Duration.ofSeconds(30).toNanos();

  private final AtomicLong told = new AtomicLong(System.nanoTime() - PERIOD);
  private final AtomicLong untold = new AtomicLong();
  private final AtomicLong full = new AtomicLong(System.nanoTime() - PERIOD);

  /** What a request is answered that failed so. */
  Problem problem(Outage outage, String path) {
    long now = System.nanoTime();
    if (outage == Outage.NO_SPACE) {
      full.set(now);
    }
    long last = told.get();
    if (now - last >= PERIOD && told.compareAndSet(last, now)) {
      LOG.error(
          "The database cannot work: {}; {} failed, and {} requests since the last such line",
          outage,
          path,
          untold.getAndSet(0));
    } else {
      untold.incrementAndGet();
    }
    return outage == Outage.NO_SPACE
        ? Problem.retryAfter(ProblemCode.STORAGE_FULL, 30)
        : Problem.retryAfter(ProblemCode.BUSY, 2);
  }

  /** Whether something could not be written for want of space lately. */
  boolean full() {
    return System.nanoTime() - full.get() < PERIOD;
  }
}
