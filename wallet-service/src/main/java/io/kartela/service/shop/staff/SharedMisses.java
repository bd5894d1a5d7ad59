package io.kartela.service.shop.staff;

import io.kartela.service.platform.http.Tokens;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Counts wrong sign-ins on all nodes together: at most so many per period and subject, each gone
 * after its share of the period. Subjects stand as hashes; one whose misses are over is forgotten
 * by whoever counts next. Times are the database's, so that nodes need not agree on the clock.
 * Works in the caller's transaction; stateless.
 */
final class SharedMisses {
  private static final int FORGOTTEN_AT_ONCE = 20;

  private SharedMisses() {}

  /**
   * Whose misses are counted.
   *
   * @param most so many in a period
   */
  record Subject(String name, long most, Duration period) {
    static Subject of(String kind, String whose, long most, Duration period) {
      byte[] hash = Tokens.sha256(whose);
      return new Subject(kind + ":" + HexFormat.of().formatHex(hash, 0, 16), most, period);
    }

    private Duration share() {
      return period.dividedBy(most);
    }
  }

  /** How long each of those waits that have used up theirs; the others are left out. */
  static Map<Subject, Duration> waits(Connection c, List<Subject> subjects) throws SQLException {
    Map<String, Duration> over = new HashMap<>();
    try (PreparedStatement s =
        c.prepareStatement(
            """
            SELECT subject, extract(epoch FROM over_at - clock_timestamp()) * 1000
            FROM kartela.sign_in_miss WHERE subject = ANY (?)
            """)) {
      s.setArray(1, c.createArrayOf("text", subjects.stream().map(Subject::name).toArray()));
      try (ResultSet r = s.executeQuery()) {
        while (r.next()) {
          over.put(r.getString(1), Duration.ofMillis(r.getLong(2)));
        }
      }
    }
    Map<Subject, Duration> waits = new LinkedHashMap<>();
    for (Subject one : subjects) {
      Duration wait =
          over.getOrDefault(one.name, Duration.ZERO).plus(one.share()).minus(one.period);
      if (wait.isPositive()) {
        waits.put(one, wait);
      }
    }
    return waits;
  }

  /** Counts a miss of each that has one left; says of whom it was the last. */
  static Set<Subject> count(Connection c, Collection<Subject> subjects) throws SQLException {
    Map<String, Subject> inOrder = new TreeMap<>(); // so that two never wait in a circle
    subjects.forEach(one -> inOrder.put(one.name, one));
    Set<Subject> last = new LinkedHashSet<>();
    try (PreparedStatement s =
        c.prepareStatement(
            """
            INSERT INTO kartela.sign_in_miss AS m (subject, over_at)
            VALUES (?, clock_timestamp() + ? * interval '1 millisecond')
            ON CONFLICT (subject)
            DO UPDATE SET over_at = greatest(m.over_at, clock_timestamp()) + ? * interval '1 millisecond'
            WHERE m.over_at <= clock_timestamp() + ? * interval '1 millisecond'
            RETURNING over_at > clock_timestamp() + ? * interval '1 millisecond'
            """)) {
      for (Subject one : inOrder.values()) {
        long share = one.share().toMillis();
        long leaves = one.period.toMillis() - share;
        s.setString(1, one.name);
        s.setLong(2, share);
        s.setLong(3, share);
        s.setLong(4, leaves);
        s.setLong(5, leaves);
        try (ResultSet r = s.executeQuery()) {
          if (r.next() && r.getBoolean(1)) {
            last.add(one);
          }
        }
      }
    }
    forget(c);
    return last;
  }

  private static void forget(Connection c) throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            """
            DELETE FROM kartela.sign_in_miss WHERE subject IN
                (SELECT subject FROM kartela.sign_in_miss WHERE over_at < now() ORDER BY over_at LIMIT ? FOR UPDATE SKIP LOCKED)
            """)) {
      s.setInt(1, FORGOTTEN_AT_ONCE);
      s.executeUpdate();
    }
  }
}
