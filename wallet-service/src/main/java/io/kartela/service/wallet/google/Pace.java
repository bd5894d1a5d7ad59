package io.kartela.service.wallet.google;

import io.kartela.service.platform.db.Database;
import io.kartela.service.platform.db.DatabaseException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
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

  /** Turns that make a batch worth its round trip. */
  private static final int HANDFUL = 10;

  /** How many turns' time to wait for a handful. */
  private static final int PATIENCE = 20;

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
  private final long microsBetween;
  private final boolean patient;

  Pace(Database database, double perSecond) {
    if (!(perSecond > 0)) {
      throw new IllegalArgumentException("a pace is positive");
    }
    this(database, Math.max(1, (long) (1e6 / perSecond)), false);
  }

  private Pace(Database database, long microsBetween, boolean patient) {
    this.database = database;
    this.microsBetween = microsBetween;
    this.patient = patient;
  }

  /**
   * The same pace for calls that let others go first: they take turns that are free, and none of
   * the future.
   */
  Pace patient() {
    return new Pace(database, microsBetween, true);
  }

  /** Waits for this call's turn; call it outside of transactions. */
  void await(String issuerId) {
    if (patient) {
      int _ = take(issuerId, 1);
      return;
    }
    long wait = Duration.ofNanos(1_000 * reserve(issuerId)).toNanos();
    long until = System.nanoTime() + wait;
    while (wait > 0 && !Thread.currentThread().isInterrupted()) {
      LockSupport.parkNanos(wait);
      wait = until - System.nanoTime();
    }
  }

  /**
   * Takes the turns that are free now, for calls that go together: waits for one at least, and
   * never takes one of the future, so that whoever comes next for a single call goes at once.
   *
   * @return 1..most
   */
  int take(String issuerId, int most) {
    for (int round = 0; ; round++) {
      // Single calls may leave no handful; then less will do.
      int taken = takeFree(issuerId, most, round < PATIENCE ? Math.min(most, HANDFUL) : 1);
      if (taken > 0 || Thread.currentThread().isInterrupted()) {
        return Math.max(1, taken);
      }
      LockSupport.parkNanos(1_000 * microsBetween);
    }
  }

  private int takeFree(String issuerId, int most, int least) {
    try {
      return database.inTransaction(c -> takeFree(c, issuerId, most, least));
    } catch (DatabaseException e) {
      LOG.warn("the pace of calls to Google is not known: {}", e.toString());
      LockSupport.parkNanos(1_000 * microsBetween);
      return 1;
    }
  }

  private int takeFree(Connection c, String issuerId, int most, int least) throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            "INSERT INTO kartela.google_pace (issuer_id, next_free) VALUES (?, clock_timestamp())"
                + " ON CONFLICT DO NOTHING")) {
      s.setString(1, issuerId);
      s.executeUpdate();
    }
    int free;
    try (PreparedStatement s =
        c.prepareStatement(
            """
            SELECT extract(epoch FROM clock_timestamp() - next_free) * 1000000 FROM kartela.google_pace
            WHERE issuer_id = ? FOR UPDATE
            """)) {
      s.setString(1, issuerId);
      try (ResultSet r = s.executeQuery()) {
        r.next();
        double waited = r.getDouble(1);
        // As for single calls, a quiet time gives a second's worth at most.
        double counted = Math.min(waited, 1e6 - microsBetween);
        free = counted < 0 ? 0 : (int) Math.min(most, Math.floor(counted / microsBetween) + 1);
      }
    }
    if (free < least) {
      return 0;
    }
    if (free > 0) {
      try (PreparedStatement s =
          c.prepareStatement(
              """
              UPDATE kartela.google_pace SET next_free =
                  greatest(next_free, clock_timestamp() - interval '1 second' + ? * interval '1 microsecond')
                  + ? * interval '1 microsecond'
              WHERE issuer_id = ?
              """)) {
        s.setLong(1, microsBetween);
        s.setLong(2, microsBetween * free);
        s.setString(3, issuerId);
        s.executeUpdate();
      }
    }
    return free;
  }

  /** How many microseconds from now this call's turn is. */
  private long reserve(String issuerId) {
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
