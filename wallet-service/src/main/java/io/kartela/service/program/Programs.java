package io.kartela.service.program;

import io.kartela.rules.Program;
import io.kartela.rules.SignUpGift;
import io.kartela.service.platform.db.Database;
import io.kartela.service.platform.db.NamedLock;
import io.kartela.service.platform.http.Problem;
import io.kartela.service.platform.http.ProblemCode;
import io.kartela.service.program.VersionStore.InForce;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Published programs. A version never changes, so those in use are kept in memory; which one is
 * current is asked again every second, so that all nodes follow a publication. Thread-safe.
 */
public final class Programs {
  private static final Duration CURRENT_FOR = Duration.ofSeconds(1);

  /** Thousands of usual programs, 32 of the largest. */
  private static final long MOST_CHARS = 16_000_000;

  private final Database database;
  private final InstantSource clock;
  private final Versions versions = new Versions(MOST_CHARS);
  private final Map<Long, Current> current = new ConcurrentHashMap<>();

  private record Current(int number, long untilMillis) {}

  public Programs(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  /** The program that receipts are judged by now. */
  public Published current(long merchantId) {
    Current known = current.get(merchantId);
    if (known != null && known.untilMillis > clock.millis()) {
      return version(merchantId, known.number);
    }
    InForce found = inForce(merchantId);
    if (isDue(found)) {
      publishDue(merchantId);
      found = inForce(merchantId);
    }
    if (found.number() == 0) {
      throw new Problem(ProblemCode.PROGRAM_NOT_FOUND);
    }
    long until = clock.millis() + CURRENT_FOR.toMillis();
    Instant change = found.until();
    current.put(
        merchantId,
        new Current(
            found.number(), change == null ? until : Math.min(until, change.toEpochMilli())));
    return version(merchantId, found.number());
  }

  private InForce inForce(long merchantId) {
    return database.lookUp(merchantId, c -> VersionStore.inForce(c, merchantId));
  }

  private boolean isDue(InForce found) {
    Instant until = found.until();
    return until != null && !until.isAfter(clock.instant());
  }

  /**
   * Puts into force what waited for a moment that has come: from that moment on, however late it is
   * noticed. The clock's job does it, and before it whoever asks for the program.
   */
  public void publishDue(long merchantId) {
    if (isDue(inForce(merchantId))) {
      boolean _ =
          database.inTenant(
              merchantId,
              c -> {
                lock(c, merchantId);
                publishDue(c, merchantId);
                return true;
              });
      forget(merchantId);
    }
  }

  /** The same in the transaction of a caller who holds the {@link #lock}. */
  void publishDue(Connection c, long merchantId) throws SQLException {
    Waiting due = Waiting.takeDue(c, merchantId, clock.instant());
    if (due != null) {
      int _ =
          VersionStore.add(
              c, merchantId, VersionStore.parse(due.document()), due.at(), due.author());
    }
  }

  /** One version, for receipts judged by it. */
  public Published version(long merchantId, int number) {
    Versions.Key key = new Versions.Key(merchantId, number);
    Published known = versions.get(key);
    if (known == null) {
      known = database.lookUp(merchantId, c -> VersionStore.read(c, merchantId, number));
      versions.put(key, known);
    }
    return known;
  }

  /**
   * The program in force at a moment, for receipts that come late. A moment before the first
   * publication is judged by that one: what came later was not known then either.
   */
  public Published asOf(long merchantId, Instant at) {
    Published now = current(merchantId);
    if (!at.isBefore(now.publishedAt()) || now.number() == 1) {
      return now;
    }
    int number =
        database.lookUp(
            merchantId,
            c -> {
              try (PreparedStatement s =
                  c.prepareStatement(
                      """
                      SELECT coalesce(
                          (SELECT number FROM kartela.program_version
                           WHERE merchant_id = ? AND published_at <= ? ORDER BY number DESC LIMIT 1),
                          (SELECT min(number) FROM kartela.program_version WHERE merchant_id = ?))
                      """)) {
                s.setLong(1, merchantId);
                s.setTimestamp(2, Timestamp.from(at));
                s.setLong(3, merchantId);
                try (ResultSet r = s.executeQuery()) {
                  r.next();
                  return r.getInt(1);
                }
              }
            });
    return version(merchantId, number);
  }

  /** Publishes the next version. The document must be valid: parse it first. */
  public Published publish(long merchantId, Program program, String author) {
    int number =
        database.inTenant(
            merchantId,
            c -> {
              lock(c, merchantId);
              return publish(c, merchantId, program, author);
            });
    forget(merchantId);
    return version(merchantId, number);
  }

  /** Makes publications of one merchant wait for each other until the transaction ends. */
  static void lock(Connection c, long merchantId) throws SQLException {
    NamedLock.alone(c, "program:" + merchantId);
  }

  /**
   * Publishes in the caller's transaction, which holds the {@link #lock} unless the merchant is
   * new; {@link #forget} after its commit.
   */
  public int publish(Connection c, long merchantId, Program program, String author)
      throws SQLException {
    return VersionStore.add(c, merchantId, program, clock.instant(), author);
  }

  /** Looks at once for what is current, after a publication. */
  void forget(long merchantId) {
    current.remove(merchantId);
  }

  /** Numbers of the versions that were in force at some time of {@code [from, to)}. */
  public List<Integer> inForce(long merchantId, Instant from, Instant to) {
    return database.inTenant(
        merchantId,
        c -> {
          try (PreparedStatement s =
              c.prepareStatement(
                  """
                  SELECT number FROM (SELECT number, published_at, lead(published_at) OVER (ORDER BY number) AS until
                    FROM kartela.program_version WHERE merchant_id = ?) v
                  WHERE published_at < ? AND (until IS NULL OR until > ?) ORDER BY number
                  """)) {
            s.setLong(1, merchantId);
            s.setTimestamp(2, Timestamp.from(to));
            s.setTimestamp(3, Timestamp.from(from));
            List<Integer> numbers = new ArrayList<>();
            try (ResultSet r = s.executeQuery()) {
              while (r.next()) {
                numbers.add(r.getInt(1));
              }
            }
            return numbers;
          }
        });
  }

  /** The numbers of the versions before this one, newest first. */
  List<Integer> page(long merchantId, int limit, int before) {
    return database.inTenant(
        merchantId,
        c -> {
          try (PreparedStatement s =
              c.prepareStatement(
                  """
                  SELECT number FROM kartela.program_version
                  WHERE merchant_id = ? AND number < ? ORDER BY number DESC LIMIT ?
                  """)) {
            s.setLong(1, merchantId);
            s.setInt(2, before);
            s.setInt(3, limit);
            List<Integer> numbers = new ArrayList<>();
            try (ResultSet r = s.executeQuery()) {
              while (r.next()) {
                numbers.add(r.getInt(1));
              }
            }
            return numbers;
          }
        });
  }

  /** The welcome gift a newcomer gets, minor units; null when the program gives none. */
  public @Nullable Long welcomeAmount(long merchantId) {
    SignUpGift gift = current(merchantId).program().signUp();
    return gift == null ? null : gift.amount();
  }
}
