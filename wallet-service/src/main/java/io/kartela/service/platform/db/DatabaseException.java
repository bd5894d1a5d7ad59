package io.kartela.service.platform.db;

import java.sql.SQLException;

/**
 * The database did not do what was asked; {@link #sqlState()} tells why. The transaction was rolled
 * back.
 */
public final class DatabaseException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final String sqlState;

  DatabaseException(SQLException cause) {
    super(cause);
    String state = cause.getSQLState();
    this.sqlState = state == null ? "" : state;
  }

  public String sqlState() {
    return sqlState;
  }

  /** A row with this unique key exists already (SQLSTATE 23505). */
  public boolean isUniqueViolation() {
    return sqlState.equals("23505");
  }

  /**
   * The transaction may succeed when tried again: serialization failure, deadlock, lost connection.
   */
  public boolean isTransient() {
    return sqlState.equals("40001")
        || sqlState.equals("40P01")
        || sqlState.startsWith("08")
        || sqlState.startsWith("57P0");
  }
}
