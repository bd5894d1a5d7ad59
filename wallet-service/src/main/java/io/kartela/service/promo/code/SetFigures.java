package io.kartela.service.promo.code;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What sets brought, from the receipts that used their codes. Stateless. */
final class SetFigures {
  private SetFigures() {}

  /** Of every set that was used; {@code setId} null = all of them. */
  static Map<Long, SetView.Figures> of(Connection c, long merchantId, @Nullable Long setId)
      throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            """
            SELECT u.set_id, count(*) FILTER (WHERE u.given_back_at IS NULL), sum(r.net - r.returned),
                sum(u.discount - u.discount_back), sum(u.granted - u.granted_back)
            FROM kartela.promo_use u JOIN kartela.receipt r USING (merchant_id, receipt_id)
            WHERE u.merchant_id = ? AND (?::bigint IS NULL OR u.set_id = ?) GROUP BY u.set_id
            """)) {
      s.setLong(1, merchantId);
      s.setObject(2, setId, Types.BIGINT);
      s.setObject(3, setId, Types.BIGINT);
      Map<Long, SetView.Figures> figures = new HashMap<>();
      try (ResultSet r = s.executeQuery()) {
        while (r.next()) {
          figures.put(
              r.getLong(1),
              new SetView.Figures(r.getLong(2), r.getLong(3), r.getLong(4), r.getLong(5)));
        }
      }
      return figures;
    }
  }

  /**
   * A receipt that used a code; amounts are net of returns.
   *
   * @param givenBack whether the code is good again
   */
  record Use(
      String receiptId,
      @Nullable String number,
      Instant at,
      String store,
      long paid,
      long discount,
      long granted,
      boolean givenBack) {}

  /** The latest first. */
  static List<Use> uses(Connection c, long merchantId, long setId, @Nullable Long before, int most)
      throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            """
            SELECT r.receipt_id, r.number, r.at, t.name, r.net - r.returned, u.discount - u.discount_back,
                u.granted - u.granted_back, u.given_back_at IS NOT NULL
            FROM kartela.promo_use u JOIN kartela.receipt r USING (merchant_id, receipt_id)
            JOIN kartela.store t ON t.merchant_id = r.merchant_id AND t.store_id = r.store_id
            WHERE u.merchant_id = ? AND u.set_id = ? AND (?::bigint IS NULL OR u.receipt_id < ?)
            ORDER BY u.receipt_id DESC LIMIT ?
            """)) {
      s.setLong(1, merchantId);
      s.setLong(2, setId);
      s.setObject(3, before, Types.BIGINT);
      s.setObject(4, before, Types.BIGINT);
      s.setInt(5, most);
      List<Use> uses = new ArrayList<>();
      try (ResultSet r = s.executeQuery()) {
        while (r.next()) {
          uses.add(
              new Use(
                  r.getString(1),
                  r.getString(2),
                  r.getTimestamp(3).toInstant(),
                  r.getString(4),
                  r.getLong(5),
                  r.getLong(6),
                  r.getLong(7),
                  r.getBoolean(8)));
        }
      }
      return uses;
    }
  }
}
