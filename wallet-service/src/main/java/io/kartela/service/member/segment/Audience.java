package io.kartela.service.member.segment;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** The members for whom a condition holds, for use in a larger statement or by themselves. */
public final class Audience {
  private final Sql members;
  private final Function<Long[], Sql> among;

  /**
   * @param among the same of some members only
   */
  Audience(Sql members, Function<Long[], Sql> among) {
    this.members = members;
    this.among = among;
  }

  /** A SELECT of {@code member_id}. */
  public String sql() {
    return members.text();
  }

  /**
   * Sets the values of {@link #sql}.
   *
   * @param after the number of the placeholder before its first
   * @return the number of its last
   */
  public int bind(PreparedStatement s, int after) throws SQLException {
    return members.bind(s, after);
  }

  /** The values of {@link #sql} for who binds a larger statement's himself; arrays are arrays. */
  public List<Object> values() {
    return members.values().stream()
        .map(value -> value instanceof Instant at ? at.atOffset(ZoneOffset.UTC) : value)
        .toList();
  }

  /** Those of these members for whom it holds. */
  public Set<Long> among(Connection c, Collection<Long> ids) throws SQLException {
    return read(c, among.apply(ids.toArray(Long[]::new)));
  }

  /** Members for whom it holds, in no order. */
  public Set<Long> some(Connection c, int most) throws SQLException {
    return read(c, members.then(Sql.of(" LIMIT ?", most)));
  }

  private static Set<Long> read(Connection c, Sql sql) throws SQLException {
    Set<Long> found = new LinkedHashSet<>();
    try (PreparedStatement s = c.prepareStatement(sql.text())) {
      int _ = sql.bind(s, 0);
      try (ResultSet r = s.executeQuery()) {
        while (r.next()) {
          found.add(r.getLong(1));
        }
      }
    }
    return found;
  }
}
