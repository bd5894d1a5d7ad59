package io.kartela.service.platform.db;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * A lock that has a name instead of a row, held until the transaction ends. All nodes that use the
 * database share it. Names that are told apart by 64 bits only may meet; then somebody waits for
 * nothing. Stateless.
 */
public final class NamedLock {
  private NamedLock() {}

  /** Waits until nobody else holds it. */
  public static void alone(Connection c, String name) throws SQLException {
    take(c, "SELECT pg_advisory_xact_lock(hashtextextended(?, 0))", name);
  }

  /** Many may hold it at once like this, but not beside {@link #alone}. */
  public static void shared(Connection c, String name) throws SQLException {
    take(c, "SELECT pg_advisory_xact_lock_shared(hashtextextended(?, 0))", name);
  }

  /** As {@link #alone}, without waiting: false when somebody has it. */
  public static boolean tryToTake(Connection c, String name) throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement("SELECT pg_try_advisory_xact_lock(hashtextextended(?, 0))")) {
      s.setString(1, name);
      try (ResultSet r = s.executeQuery()) {
        return r.next() && r.getBoolean(1);
      }
    }
  }

  private static void take(Connection c, String sql, String name) throws SQLException {
    try (PreparedStatement s = c.prepareStatement(sql)) {
      s.setString(1, name);
      s.execute();
    }
  }
}
