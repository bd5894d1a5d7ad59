package io.kartela.ledger.postgres;

import io.kartela.ledger.Times;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** Fills the placeholders of one statement from left to right. */
public final class Parameters {
  private final PreparedStatement statement;
  private int next;

  Parameters(PreparedStatement statement, int first) {
    this.statement = statement;
    this.next = first;
  }

  int next() {
    return next;
  }

  public Parameters set(long value) throws SQLException {
    statement.setLong(next++, value);
    return this;
  }

  public Parameters set(boolean value) throws SQLException {
    statement.setBoolean(next++, value);
    return this;
  }

  public Parameters set(@Nullable String value) throws SQLException {
    statement.setString(next++, value);
    return this;
  }

  public Parameters set(byte[] value) throws SQLException {
    statement.setBytes(next++, value);
    return this;
  }

  public Parameters set(Instant value) throws SQLException {
    OffsetDateTime time =
        value.equals(Times.NEVER) ? OffsetDateTime.MAX : value.atOffset(ZoneOffset.UTC);
    statement.setObject(next++, time);
    return this;
  }

  public Parameters set(long[] values) throws SQLException {
    statement.setObject(next++, values, Types.ARRAY);
    return this;
  }

  public Parameters set(@Nullable String[] values) throws SQLException {
    statement.setArray(next++, statement.getConnection().createArrayOf("text", values));
    return this;
  }

  /** Any other type, as {@link PreparedStatement#setObject(int, Object)} understands it. */
  public Parameters setObject(@Nullable Object value) throws SQLException {
    statement.setObject(next++, value);
    return this;
  }
}
