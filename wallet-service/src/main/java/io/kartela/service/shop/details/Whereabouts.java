package io.kartela.service.shop.details;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Where customers find a store, and when.
 *
 * @param hours from Monday on, such as 09:00-21:00; empty: not said
 */
record Whereabouts(String name, String address, List<String> hours) {
  /** As many as a page of a phone can show. */
  private static final int MOST = 30;

  /** Open stores of which something is said. */
  static List<Whereabouts> of(Connection c, long merchantId) throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            """
            SELECT name, address, hours FROM kartela.store
            WHERE merchant_id = ? AND closed_at IS NULL AND (address <> '' OR hours <> '')
            ORDER BY store_id LIMIT ?
            """)) {
      s.setLong(1, merchantId);
      s.setInt(2, MOST);
      List<Whereabouts> found = new ArrayList<>();
      try (ResultSet r = s.executeQuery()) {
        while (r.next()) {
          String hours = r.getString(3);
          found.add(
              new Whereabouts(
                  r.getString(1),
                  r.getString(2),
                  hours.isEmpty() ? List.of() : List.of(hours.split(",", -1))));
        }
      }
      return found;
    }
  }
}
