package io.kartela.service.platform.work;

import io.kartela.service.platform.db.Database;
import io.kartela.service.platform.db.DatabaseException;
import io.kartela.service.platform.db.Outage;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What background work could not do for somebody. Each is tried again with growing pauses by
 * whichever node comes first, and everybody else's work goes on meanwhile. Thread-safe.
 */
public final class Troubles {
  private static final Logger LOG = LoggerFactory.getLogger(Troubles.class);
  private static final long LONGEST_SECONDS = 3_600;

  /** The installation itself. */
  public static final long NOBODYS = 0;

  private final Database database;

  /** Those this node knows of, so that work that goes well asks nothing of the database. */
  private final Set<Key> known = ConcurrentHashMap.newKeySet();

  private record Key(long merchantId, String work, String subject) {}

  /**
   * A merchant's trouble with one kind of work.
   *
   * @param subject which of the merchant's things; empty: all of it
   */
  public record Waiting(long merchantId, String subject) {}

  /**
   * One kind of work that goes wrong somewhere.
   *
   * @param merchants for how many it does
   * @param cases how many things it is about
   * @param detail the kind of fault of the newest
   */
  public record Sick(String work, int merchants, int cases, Instant since, String detail) {}

  public Troubles(Database database) {
    this.database = database;
  }

  /** A piece of one merchant's work. */
  @FunctionalInterface
  public interface Piece {
    void run();
  }

  /**
   * Does a merchant's piece of work, unless it went wrong lately; what it throws stays his.
   *
   * @return false when it went wrong
   */
  public boolean apart(long merchantId, String work, Piece piece) {
    try {
      piece.run();
      well(merchantId, work, "");
      return true;
    } catch (RuntimeException | Error e) {
      if (Outage.isBehind(e)) {
        throw e; // nobody's own
      }
      failed(merchantId, work, "", e);
      return false;
    }
  }

  /** Notes that it went wrong, and sounds the alarm: loudly at first, then ever more rarely. */
  public void failed(long merchantId, String work, String subject, Throwable e) {
    String sql =
        """
        INSERT INTO kartela.work_trouble AS t (merchant_id, work, subject, detail, next_try)
        VALUES (?, ?, ?, ?, clock_timestamp() + interval '5 seconds')
        ON CONFLICT (merchant_id, work, subject) DO UPDATE SET detail = excluded.detail,
            tries = least(t.tries + 1, 1000000), tried_at = clock_timestamp(),
            next_try = clock_timestamp() + least(5 * 2 ^ least(t.tries, 20), ?) * interval '1 second'
        RETURNING tries
        """;
    known.add(new Key(merchantId, work, subject));
    int tries = 1;
    try {
      tries =
          database.asWorker(
              c -> {
                try (PreparedStatement s = c.prepareStatement(sql)) {
                  s.setLong(1, merchantId);
                  s.setString(2, work);
                  s.setString(3, subject);
                  s.setString(4, detail(e));
                  s.setLong(5, LONGEST_SECONDS);
                  try (ResultSet r = s.executeQuery()) {
                    r.next();
                    return r.getInt(1);
                  }
                }
              });
    } catch (DatabaseException lost) {
      e.addSuppressed(lost);
    }
    if (tries == 1) {
      LOG.error("{} failed for merchant {} {}", work, merchantId, subject, e);
    } else if (Integer.bitCount(tries) == 1) {
      LOG.error(
          "{} has failed {} times for merchant {} {}: {}",
          work,
          tries,
          merchantId,
          subject,
          e.toString());
    }
  }

  /** The kind of fault, without a word of what it was about: such texts may hold personal data. */
  public static String detail(Throwable e) {
    Throwable root = e;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    String state = root instanceof SQLException sql ? " " + sql.getSQLState() : "";
    return root.getClass().getSimpleName() + state;
  }

  /** It went well; forgotten when it had gone wrong before. */
  public void well(long merchantId, String work, String subject) {
    Key key = new Key(merchantId, work, subject);
    if (!known.contains(key)) {
      return;
    }
    int _ =
        database.asWorker(
            c -> {
              try (PreparedStatement s =
                  c.prepareStatement(
                      "DELETE FROM kartela.work_trouble WHERE merchant_id = ? AND work = ? AND"
                          + " subject = ?")) {
                s.setLong(1, merchantId);
                s.setString(2, work);
                s.setString(3, subject);
                return s.executeUpdate();
              }
            });
    known.remove(key);
    LOG.info("{} works again for merchant {} {}", work, merchantId, subject);
  }

  /** Who is to be left out now; reads what other nodes met, too. */
  public Set<Waiting> waiting(String work) {
    Set<Waiting> waiting = new HashSet<>();
    return database.asWorker(
        c -> {
          try (PreparedStatement s =
              c.prepareStatement(
                  """
                  SELECT merchant_id, subject, next_try > clock_timestamp()
                  FROM kartela.work_trouble WHERE work = ? LIMIT 10000
                  """)) {
            s.setString(1, work);
            try (ResultSet r = s.executeQuery()) {
              while (r.next()) {
                known.add(new Key(r.getLong(1), work, r.getString(2)));
                if (r.getBoolean(3)) {
                  waiting.add(new Waiting(r.getLong(1), r.getString(2)));
                }
              }
            }
          }
          return waiting;
        });
  }

  /** What goes wrong now, for the operator. */
  public List<Sick> sick() {
    String sql =
        """
        SELECT work, count(DISTINCT merchant_id), count(*), min(since), (array_agg(detail ORDER BY tried_at DESC))[1]
        FROM kartela.work_trouble GROUP BY work ORDER BY work
        """;
    return database.asWorker(
        c -> {
          List<Sick> sick = new ArrayList<>();
          try (PreparedStatement s = c.prepareStatement(sql);
              ResultSet r = s.executeQuery()) {
            while (r.next()) {
              sick.add(
                  new Sick(
                      r.getString(1),
                      r.getInt(2),
                      r.getInt(3),
                      r.getTimestamp(4).toInstant(),
                      r.getString(5)));
            }
          }
          return sick;
        });
  }

  /** Who has any, by the worker; the installation's own is nobody's. */
  public static Set<Long> merchants(Connection c) throws SQLException {
    Set<Long> found = new HashSet<>();
    try (PreparedStatement s =
        c.prepareStatement(
            "SELECT DISTINCT merchant_id FROM kartela.work_trouble WHERE merchant_id <> ?")) {
      s.setLong(1, NOBODYS);
      try (ResultSet r = s.executeQuery()) {
        while (r.next()) {
          found.add(r.getLong(1));
        }
      }
    }
    return found;
  }

  /** One merchant's own, in a transaction confined to them. */
  public static List<Sick> of(Connection c, long merchantId) throws SQLException {
    List<Sick> sick = new ArrayList<>();
    try (PreparedStatement s =
        c.prepareStatement(
            """
            SELECT work, count(*), min(since), min(detail) FROM kartela.work_trouble
            WHERE merchant_id = ? GROUP BY work ORDER BY work
            """)) {
      s.setLong(1, merchantId);
      try (ResultSet r = s.executeQuery()) {
        while (r.next()) {
          sick.add(
              new Sick(
                  r.getString(1), 1, r.getInt(2), r.getTimestamp(3).toInstant(), r.getString(4)));
        }
      }
    }
    return sick;
  }
}
