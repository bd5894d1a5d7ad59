package io.kartela.service.member.profile;

import io.kartela.service.platform.http.Lang;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A member's own data as people of the shop write them.
 *
 * @param phone E.164
 * @param revision grows with every change
 */
record Profile(
    String name,
    String phone,
    @Nullable String email,
    @Nullable LocalDate birthDate,
    Lang locale,
    boolean blocked,
    int revision) {
  private static final String ONE =
      """
      SELECT name, phone, email, birth_date, locale, status, revision FROM kartela.member
      WHERE merchant_id = ? AND member_id = ? AND status IN ('ACTIVE', 'BLOCKED')
      """;

  static Optional<Profile> find(Connection c, long merchantId, long memberId) throws SQLException {
    return find(c, ONE, merchantId, memberId);
  }

  /** The same, nobody else's until the caller's transaction ends. */
  static Optional<Profile> held(Connection c, long merchantId, long memberId) throws SQLException {
    return find(c, ONE + " FOR UPDATE", merchantId, memberId);
  }

  private static Optional<Profile> find(Connection c, String sql, long merchantId, long memberId)
      throws SQLException {
    try (PreparedStatement s = c.prepareStatement(sql)) {
      s.setLong(1, merchantId);
      s.setLong(2, memberId);
      try (ResultSet r = s.executeQuery()) {
        return r.next()
            ? Optional.of(
                new Profile(
                    r.getString(1),
                    r.getString(2),
                    r.getString(3),
                    r.getObject(4, LocalDate.class),
                    Lang.of(r.getString(5)),
                    r.getString(6).equals("BLOCKED"),
                    r.getInt(7)))
            : Optional.empty();
      }
    }
  }
}
