package io.kartela.service.wallet.designer;

import io.kartela.service.shop.staff.StaffPrincipal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The table of published versions, which never change, in the merchant's transaction. */
final class DesignVersions {
  private DesignVersions() {}

  /** A published version. */
  record Version(int number, String document, Instant publishedAt, String publishedBy) {}

  static void insert(Connection c, StaffPrincipal staff, int number, String document, Instant now)
      throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            """
            INSERT INTO kartela.card_design (merchant_id, number, document, published_at, published_by)
            VALUES (?, ?, ?, ?, ?)
            """)) {
      s.setLong(1, staff.merchantId());
      s.setInt(2, number);
      s.setString(3, document);
      s.setTimestamp(4, Timestamp.from(now));
      s.setString(5, staff.name());
      s.executeUpdate();
    }
  }

  static Optional<Version> find(Connection c, long merchantId, int number) throws SQLException {
    return between(c, merchantId, number, number, 1).stream().findFirst();
  }

  /** From this number to that one, newest first. */
  static List<Version> between(Connection c, long merchantId, int from, int to, int limit)
      throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            """
            SELECT number, document, published_at, published_by FROM kartela.card_design
            WHERE merchant_id = ? AND number BETWEEN ? AND ? ORDER BY number DESC LIMIT ?
            """)) {
      s.setLong(1, merchantId);
      s.setInt(2, from);
      s.setInt(3, to);
      s.setInt(4, limit);
      List<Version> found = new ArrayList<>();
      try (ResultSet r = s.executeQuery()) {
        while (r.next()) {
          found.add(
              new Version(
                  r.getInt(1), r.getString(2), r.getTimestamp(3).toInstant(), r.getString(4)));
        }
      }
      return found;
    }
  }
}
