package io.kartela.service.code;

import io.kartela.service.platform.db.NamedLock;
import java.sql.Connection;
import java.sql.SQLException;

/** Keeps one code from becoming plastic in stock and somebody's card at once. Stateless. */
public final class CardLock {
  private CardLock() {}

  /** For whoever puts many codes in place: nobody else does so until the transaction ends. */
  public static void alone(Connection c, long merchantId) throws SQLException {
    NamedLock.alone(c, name(merchantId));
  }

  /** For whoever makes single codes: many at once, but not beside {@link #alone}. */
  static void beside(Connection c, long merchantId) throws SQLException {
    NamedLock.shared(c, name(merchantId));
  }

  private static String name(long merchantId) {
    return "kartela cards " + merchantId;
  }
}
