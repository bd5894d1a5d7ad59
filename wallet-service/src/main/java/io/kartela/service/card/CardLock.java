package io.kartela.service.card;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** Keeps one code from becoming plastic in stock and somebody's card at once. Stateless. */
public final class CardLock {
  private CardLock() {}

  /** For whoever puts many codes in place: nobody else does so until the transaction ends. */
  public static void alone(Connection c, long merchantId) throws SQLException {
    take(c, merchantId, "pg_advisory_xact_lock");
  }

  /** For whoever makes single codes: many at once, but not beside {@link #alone}. */
  static void beside(Connection c, long merchantId) throws SQLException {
    take(c, merchantId, "pg_advisory_xact_lock_shared");
  }

  private static void take(Connection c, long merchantId, String how) throws SQLException {
    try (PreparedStatement s = c.prepareStatement("SELECT " + how + "(hashtextextended(?, 0))")) {
      s.setString(1, "kartela cards " + merchantId);
      s.execute();
    }
  }
}
