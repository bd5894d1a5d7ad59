package io.kartela.service.program;

import io.kartela.rules.Explain;
import io.kartela.rules.Program;
import io.kartela.rules.ProgramJson;
import io.kartela.rules.Rules;
import io.kartela.rules.SignUpGift;
import io.kartela.service.platform.db.Database;
import io.kartela.service.platform.db.NamedLock;
import io.kartela.service.platform.http.Problem;
import io.kartela.service.platform.http.ProblemCode;
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
    int number = database.lookUp(merchantId, c -> newest(c, merchantId));
    if (number == 0) {
      throw new Problem(ProblemCode.PROGRAM_NOT_FOUND);
    }
    current.put(merchantId, new Current(number, clock.millis() + CURRENT_FOR.toMillis()));
    return version(merchantId, number);
  }

  /** One version, for receipts judged by it. */
  public Published version(long merchantId, int number) {
    Versions.Key key = new Versions.Key(merchantId, number);
    Published known = versions.get(key);
    if (known == null) {
      known = database.lookUp(merchantId, c -> read(c, merchantId, number));
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
    int next = newest(c, merchantId) + 1;
    insert(
        c,
        merchantId,
        next,
        ProgramJson.contentId(program),
        ProgramJson.write(program),
        clock.instant(),
        author);
    return next;
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

  static int newest(Connection c, long merchantId) throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            "SELECT coalesce(max(number), 0) FROM kartela.program_version WHERE merchant_id = ?")) {
      s.setLong(1, merchantId);
      try (ResultSet r = s.executeQuery()) {
        r.next();
        return r.getInt(1);
      }
    }
  }

  /** The document of one version. */
  static String document(Connection c, long merchantId, int number) throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            "SELECT document FROM kartela.program_version WHERE merchant_id = ? AND number = ?")) {
      s.setLong(1, merchantId);
      s.setInt(2, number);
      try (ResultSet r = s.executeQuery()) {
        if (!r.next()) {
          throw new Problem(ProblemCode.PROGRAM_NOT_FOUND);
        }
        return r.getString(1);
      }
    }
  }

  private static Published read(Connection c, long merchantId, int number) throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            """
            SELECT content_id, document, published_at, published_by
            FROM kartela.program_version WHERE merchant_id = ? AND number = ?
            """)) {
      s.setLong(1, merchantId);
      s.setInt(2, number);
      try (ResultSet r = s.executeQuery()) {
        if (!r.next()) {
          throw new Problem(ProblemCode.PROGRAM_NOT_FOUND);
        }
        String document = r.getString(2);
        Program program = parse(document);
        return new Published(
            number,
            r.getString(1),
            program,
            Rules.prepare(program),
            new Explain(program, "ru"),
            new Explain(program, "en"),
            ProgramNeeds.of(program),
            document,
            r.getTimestamp(3).toInstant(),
            r.getString(4),
            TierView.all(program));
      }
    }
  }

  private static Program parse(String document) {
    return ProgramJson.parse(document).program();
  }

  private static void insert(
      Connection c,
      long merchantId,
      int number,
      String contentId,
      String document,
      Instant now,
      String author)
      throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            """
            INSERT INTO kartela.program_version (merchant_id, number, content_id, document, published_at, published_by)
            VALUES (?, ?, ?, ?, ?, ?)
            """)) {
      s.setLong(1, merchantId);
      s.setInt(2, number);
      s.setString(3, contentId);
      s.setString(4, document);
      s.setTimestamp(5, Timestamp.from(now));
      s.setString(6, author);
      s.executeUpdate();
    }
  }
}
