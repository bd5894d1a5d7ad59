package io.kartela.service.member.segment;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** A piece of a statement with the values of its placeholders, in their order. */
record Sql(String text, List<Object> values) {
  Sql {
    values = List.copyOf(values);
  }

  static Sql of(String text, Object... values) {
    return new Sql(text, List.of(values));
  }

  static Sql join(String between, Collection<Sql> parts) {
    List<Object> values = new ArrayList<>();
    parts.forEach(part -> values.addAll(part.values));
    return new Sql(String.join(between, parts.stream().map(Sql::text).toList()), values);
  }

  Sql then(Sql next) {
    return join("", List.of(this, next));
  }

  Sql in(String before, String after) {
    return new Sql(before + text + after, values);
  }

  /**
   * Sets its values.
   *
   * @param after the number of the placeholder before its first
   * @return the number of its last
   */
  int bind(PreparedStatement s, int after) throws SQLException {
    int at = after;
    for (Object value : values) {
      at++;
      switch (value) {
        case Instant i -> s.setTimestamp(at, Timestamp.from(i));
        case String[] a -> s.setArray(at, s.getConnection().createArrayOf("text", a));
        case Long[] a -> s.setArray(at, s.getConnection().createArrayOf("bigint", a));
        default -> s.setObject(at, value);
      }
    }
    return at;
  }
}
