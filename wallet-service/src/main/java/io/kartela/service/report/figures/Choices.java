package io.kartela.service.report.figures;

import io.kartela.service.shop.staff.Action;
import io.kartela.service.shop.staff.StaffPrincipal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** What figures may be narrowed down to by whoever asks. */
final class Choices {
  private Choices() {}

  record Choice(String id, String name) {}

  /** People stay to be chosen when they have left: their receipts do. */
  record Seller(String id, String name, String storeId, boolean left) {}

  record View(List<Choice> stores, List<Seller> cashiers, List<Choice> segments) {}

  static View of(Connection c, StaffPrincipal staff) throws SQLException {
    List<Choice> stores = new ArrayList<>();
    for (Choice store :
        named(c, staff, "SELECT store_id, name FROM kartela.store WHERE merchant_id = ?")) {
      if (staff.reaches(Long.parseLong(store.id))) {
        stores.add(store);
      }
    }
    List<Choice> segments =
        staff.may(Action.SEGMENTS)
            ? named(c, staff, "SELECT segment_id, name FROM kartela.segment WHERE merchant_id = ?")
            : List.of();
    return new View(stores, cashiers(c, staff), segments);
  }

  private static List<Choice> named(Connection c, StaffPrincipal staff, String sql)
      throws SQLException {
    List<Choice> choices = new ArrayList<>();
    try (PreparedStatement s = c.prepareStatement(sql + " ORDER BY lower(name), 1")) {
      s.setLong(1, staff.merchantId());
      try (ResultSet r = s.executeQuery()) {
        while (r.next()) {
          choices.add(new Choice(Long.toString(r.getLong(1)), r.getString(2)));
        }
      }
    }
    return choices;
  }

  private static List<Seller> cashiers(Connection c, StaffPrincipal staff) throws SQLException {
    List<Seller> sellers = new ArrayList<>();
    try (PreparedStatement s =
        c.prepareStatement(
            "SELECT cashier_id, name, store_id, revoked_at IS NOT NULL FROM kartela.cashier WHERE"
                + " merchant_id = ? ORDER BY revoked_at IS NOT NULL, lower(name), 1")) {
      s.setLong(1, staff.merchantId());
      try (ResultSet r = s.executeQuery()) {
        while (r.next()) {
          long store = r.getLong(3);
          if (staff.reaches(store)) {
            sellers.add(
                new Seller(
                    Long.toString(r.getLong(1)),
                    r.getString(2),
                    Long.toString(store),
                    r.getBoolean(4)));
          }
        }
      }
    }
    return sellers;
  }
}
