package io.kartela.service.db;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.jspecify.annotations.Nullable;

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

  /**
   * Whether something failed because the database is away or full of work, rather than by what was
   * asked of it: nobody's own fault.
   */
  public static boolean isOutage(Throwable failure) {
    for (Throwable at = failure; at != null; at = at.getCause()) {
      if (at instanceof SQLTransientConnectionException
          || (at instanceof SQLException e && isOutage(e.getSQLState()))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isOutage(@Nullable String state) {
    return state != null
        && (state.startsWith("08") || state.startsWith("57P") || state.startsWith("53"));
  }
}
