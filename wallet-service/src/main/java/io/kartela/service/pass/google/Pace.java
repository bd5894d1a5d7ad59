package io.kartela.service.pass.google;

import io.kartela.service.db.Database;
import io.kartela.service.db.DatabaseException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * At most so many calls a second for an issuer, counted over all nodes by a row of the database;
 * whoever is early waits. Google allows 20 a second per issuer. Thread-safe.
 */
final class Pace {
  private static final Logger LOG = LoggerFactory.getLogger(Pace.class);

  /** A quiet time gives a burst of a second's worth at most. */
  private static final String RESERVE =
      """
      INSERT INTO kartela.google_pace AS p (issuer_id, next_free)
      VALUES (?, clock_timestamp() + ? * interval '1 microsecond')
      ON CONFLICT (issuer_id) DO UPDATE SET next_free =
          greatest(p.next_free, clock_timestamp() - interval '1 second' + ? * interval '1 microsecond')
          + ? * interval '1 microsecond'
      RETURNING extract(epoch FROM p.next_free - clock_timestamp()) * 1000000 - ?
      """;

  private final Database database;
  private final String issuerId;
  private final long microsBetween;

  Pace(Database database, String issuerId, double perSecond) {
    if (!(perSecond > 0)) {
      throw new IllegalArgumentException("a pace is positive");
    }
    this.database = database;
    this.issuerId = issuerId;
    this.microsBetween = Math.max(1, (long) (1e6 / perSecond));
  }

  /** Waits for this call's turn; call it outside of transactions. */
  void await() {
    long wait = Duration.ofNanos(1_000 * reserve()).toNanos();
    long until = System.nanoTime() + wait;
    while (wait > 0 && !Thread.currentThread().isInterrupted()) {
      LockSupport.parkNanos(wait);
      wait = until - System.nanoTime();
    }
  }

  /** How many microseconds from now this call's turn is. */
  private long reserve() {
    try {
      return database.inTransaction(
          c -> {
            try (PreparedStatement s = c.prepareStatement(RESERVE)) {
              s.setString(1, issuerId);
              for (int i = 2; i <= 5; i++) {
                s.setLong(i, microsBetween);
              }
              try (ResultSet r = s.executeQuery()) {
                r.next();
                return Math.max(0, (long) r.getDouble(1));
              }
            }
          });
    } catch (DatabaseException e) {
      // Without the database nothing can be updated either; the caller will hear of it there.
      LOG.warn("the pace of calls to Google is not known: {}", e.toString());
      return microsBetween;
    }
  }
}
