package io.kartela.ledger.postgres;

import io.kartela.ledger.LedgerException;
import io.kartela.ledger.LedgerException.Code;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Several statements that travel to PostgreSQL together and come back together. They run one after
 * the other in the caller's transaction, each with its own READ COMMITTED snapshot: a statement
 * that follows a row lock sees what the lock waited for. pgjdbc keeps the parts of an often
 * repeated text prepared, so build the same text for the same task. Used once, by one thread.
 *
 * <p>A round trip that opens an account which does not exist yet makes it and runs all its
 * statements once more: what was asked beside the account was asked without its lock. So readers
 * may be called twice; the second answer counts.
 *
 * <p>A caller may put its own statements beside the ledger's:
 *
 * <pre>{@code
 * RoundTrip trip = new RoundTrip();
 * Answer<Opened> opened = ledger.open(trip, opening);
 * Answer<Member> member = trip.query("select … where id = ?", p -> p.set(id), MemberRow::read);
 * trip.run(connection);
 * }</pre>
 */
public final class RoundTrip {
  /** Sets the placeholders of a statement. */
  @FunctionalInterface
  public interface Fill {
    void fill(Parameters parameters) throws SQLException;
  }

  /** Reads a whole result; the cursor stands before the first row. */
  @FunctionalInterface
  public interface Reader<T> {
    T read(ResultSet rows) throws SQLException;
  }

  /** Takes the rows somewhere itself. */
  @FunctionalInterface
  public interface Taker {
    void take(ResultSet rows) throws SQLException;
  }

  private interface Result {
    void take(PreparedStatement statement, boolean rows) throws SQLException;
  }

  private final StringBuilder sql = new StringBuilder();
  private final List<Fill> fills = new ArrayList<>();
  private final List<Result> results = new ArrayList<>();
  private final List<Consumer<Connection>> afterwards = new ArrayList<>();

  /** Adds a statement without rows; the answer is the number of rows it changed. */
  public Answer<Long> update(String statement, Fill fill) {
    Answer<Long> answer = new Answer<>();
    add(
        statement,
        fill,
        (prepared, rows) -> answer.set(rows ? 0 : Math.max(0, prepared.getLargeUpdateCount())));
    return answer;
  }

  /** Adds a statement with rows; the reader sees them in {@link #run}. */
  public <T> Answer<T> query(String statement, Fill fill, Reader<T> reader) {
    Answer<T> answer = new Answer<>();
    add(
        statement,
        fill,
        (prepared, rows) -> {
          try (ResultSet result = prepared.getResultSet()) {
            answer.set(reader.read(result));
          }
        });
    return answer;
  }

  /** As {@link #query}, for a reader that keeps what it reads. */
  public void rows(String statement, Fill fill, Taker taker) {
    add(
        statement,
        fill,
        (prepared, rows) -> {
          try (ResultSet result = prepared.getResultSet()) {
            taker.take(result);
          }
        });
  }

  /** An answer that is known without asking, so that callers need not care. */
  public <T> Answer<T> known(T value) {
    Answer<T> answer = new Answer<>();
    answer.set(value);
    return answer;
  }

  /** Something to do on the connection after the statements, before {@link #run} returns. */
  void afterwards(Consumer<Connection> step) {
    afterwards.add(step);
  }

  private void add(String statement, Fill fill, Result result) {
    if (!sql.isEmpty()) {
      sql.append(";\n");
    }
    sql.append(statement);
    fills.add(fill);
    results.add(result);
  }

  public boolean isEmpty() {
    return fills.isEmpty();
  }

  /**
   * Runs everything.
   *
   * @param connection inside a transaction (auto-commit off)
   * @throws LedgerException DATABASE_RETRY, DATABASE, OPERATION_RACE or STALE_ACCOUNT; the
   *     transaction can then only be rolled back
   */
  public void run(Connection connection) {
    try {
      if (!isEmpty()) {
        execute(connection);
      }
    } catch (SQLException e) {
      throw translated(e);
    }
    afterwards.forEach(step -> step.accept(connection));
  }

  /** Runs everything and commits in the same round trip. The connection stays usable. */
  public void commit(Connection connection) {
    if (!afterwards.isEmpty()) {
      throw new IllegalStateException("what is opened here would lose its lock with the commit");
    }
    update("commit", parameters -> {});
    run(connection);
  }

  /** Runs all statements once more, in one round trip behind another one. */
  void again(Connection connection, String before, Fill fill) {
    sql.insert(0, before + ";\n");
    fills.addFirst(fill);
    results.addFirst((prepared, rows) -> {});
    try {
      execute(connection);
    } catch (SQLException e) {
      throw translated(e);
    }
  }

  private void execute(Connection connection) throws SQLException {
    if (connection.getAutoCommit()) {
      throw new LedgerException(Code.WRONG_TRANSACTION, "auto-commit is on");
    }
    try (PreparedStatement statement = connection.prepareStatement(sql.toString())) {
      int next = 1;
      for (Fill fill : fills) {
        Parameters parameters = new Parameters(statement, next);
        fill.fill(parameters);
        next = parameters.next();
      }
      boolean rows = statement.execute();
      for (Result result : results) {
        result.take(statement, rows);
        rows = statement.getMoreResults();
      }
    }
  }

  static LedgerException translated(SQLException e) {
    String state = e.getSQLState() == null ? "" : e.getSQLState();
    String message = String.valueOf(e.getMessage());
    if (state.equals("KL001")) {
      return new LedgerException(Code.STALE_ACCOUNT, message, e);
    }
    if (state.equals("23505") && message.contains("operation_pkey")) {
      return new LedgerException(Code.OPERATION_RACE, message, e);
    }
    boolean retry =
        state.startsWith("08")
            || state.startsWith("40")
            || state.startsWith("57P")
            || state.equals("55P03");
    return new LedgerException(retry ? Code.DATABASE_RETRY : Code.DATABASE, message, e);
  }
}
