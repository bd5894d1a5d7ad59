package io.kartela.service.platform.db;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Why the database does nothing just now, whoever asks: it is not the request's fault. */
public enum Outage {
  /** It is not there, or it is starting or stopping. */
  UNREACHABLE,
  /** Its disk is full. */
  NO_SPACE,
  /** It is out of memory or connections. */
  EXHAUSTED;

  private static final int DEPTH = 12;

  /** What is behind a failure; empty when the database was well. */
  public static Optional<Outage> of(@Nullable Throwable failure) {
    Throwable at = failure;
    for (int i = 0; i < DEPTH && at != null; i++) {
      if (at instanceof SQLException e) {
        Optional<Outage> found = of(e);
        if (found.isPresent()) {
          return found;
        }
      }
      at = at.getCause();
    }
    return Optional.empty();
  }

  /** Whether such a thing is behind a failure: then it is nobody's own fault. */
  public static boolean isBehind(Throwable failure) {
    return of(failure).isPresent();
  }

  private static Optional<Outage> of(SQLException e) {
    String state = e.getSQLState() == null ? "" : e.getSQLState();
    String said = e.getMessage() == null ? "" : e.getMessage();
    if (state.equals("53100") || said.contains("No space left on device")) {
      return Optional.of(NO_SPACE);
    }
    if (state.startsWith("08") || state.startsWith("57P")) {
      return Optional.of(UNREACHABLE);
    }
    if (state.startsWith("53")) {
      return Optional.of(EXHAUSTED);
    }
    // The pool's own: nobody gave a connection back in time, or it took a broken one away.
    return e instanceof SQLTransientConnectionException || said.equals("Connection is closed")
        ? Optional.of(UNREACHABLE)
        : Optional.empty();
  }
}
