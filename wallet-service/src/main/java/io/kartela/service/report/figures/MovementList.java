package io.kartela.service.report.figures;

import io.kartela.service.platform.http.Problem;
import io.kartela.service.platform.http.ProblemCode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The sales and returns behind a figure, the newest first: their amounts add up to it. */
final class MovementList {
  /**
   * One of them; of a return all amounts are negative.
   *
   * @param kind SALE or RETURN
   * @param receiptId of the sale
   * @param number null: the till gave none
   */
  record Movement(
      String id,
      String kind,
      String receiptId,
      @Nullable String number,
      Instant at,
      @Nullable String store,
      @Nullable String cashier,
      @Nullable String memberId,
      @Nullable String member,
      long revenue,
      long discount,
      long earned,
      long spent) {}

  record Page(List<Movement> items, @Nullable String nextCursor) {}

  private static final String PART =
      """
      SELECT %1$s.at, %2$s AS id, %3$s AS sale, r.receipt_id, r.number, r.store_id, r.cashier_id, r.member_id, %4$s
      FROM kartela.receipt r%5$s WHERE %1$s.merchant_id = ? AND %1$s.at >= ? AND %1$s.at < ?
          AND (%1$s.at, %2$s) < (?, ?)%6$s ORDER BY %1$s.at DESC, %2$s DESC LIMIT ?\
      """;

  private MovementList() {}

  static Page of(
      Connection c, Scope scope, Instant from, Instant to, int limit, @Nullable String cursor)
      throws SQLException {
    String sales =
        PART.formatted(
            "r",
            "r.receipt_id",
            "true",
            "r.net AS revenue, r.discount, r.earned, r.spent",
            "",
            scope.sql());
    String returns =
        PART.formatted(
            "b",
            "b.return_id",
            "false",
            "-b.money AS revenue, 0::bigint, -(b.earn_reversed - b.shortfall + b.recovered),"
                + " -b.bonuses_back",
            " JOIN kartela.receipt_return b USING (merchant_id, receipt_id)",
            scope.sql());
    try (PreparedStatement s =
        c.prepareStatement(
            "SELECT x.at, x.id, x.sale, x.receipt_id, x.number, x.member_id, x.revenue,"
                + " x.discount, x.earned, x.spent, s.name, k.name, m.name FROM (("
                + sales
                + ") UNION ALL ("
                + returns
                + ") ORDER BY at DESC, id DESC LIMIT ?) x LEFT JOIN kartela.store s ON"
                + " s.merchant_id = ? AND s.store_id = x.store_id LEFT JOIN kartela.cashier k ON"
                + " k.merchant_id = ? AND k.cashier_id = x.cashier_id LEFT JOIN kartela.member m ON"
                + " m.merchant_id = ? AND m.member_id = x.member_id ORDER BY x.at DESC, x.id"
                + " DESC")) {
      Place after = cursor == null ? new Place(to, Long.MAX_VALUE) : Place.of(cursor);
      int at = 0;
      for (int i = 0; i < 2; i++) {
        s.setLong(at + 1, scope.merchantId());
        s.setTimestamp(at + 2, Timestamp.from(from));
        s.setTimestamp(at + 3, Timestamp.from(to));
        s.setTimestamp(at + 4, Timestamp.from(after.at));
        s.setLong(at + 5, after.id);
        at = scope.bind(s, at + 5) + 1;
        s.setInt(at, limit + 1);
      }
      s.setInt(++at, limit + 1);
      for (int i = 0; i < 3; i++) {
        s.setLong(++at, scope.merchantId());
      }
      List<Movement> items = new ArrayList<>();
      try (ResultSet r = s.executeQuery()) {
        while (r.next()) {
          items.add(read(r));
        }
      }
      if (items.size() <= limit) {
        return new Page(items, null);
      }
      Movement last = items.get(limit - 1);
      return new Page(List.copyOf(items.subList(0, limit)), Place.after(last));
    }
  }

  /** Where a page ended, to the microsecond, as the database keeps it. */
  private record Place(Instant at, long id) {
    static String after(Movement m) {
      long micros = Math.addExact(m.at.getEpochSecond() * 1_000_000, m.at.getNano() / 1_000);
      return micros + "-" + m.id;
    }

    static Place of(String cursor) {
      if (!cursor.matches("[0-9]{1,17}-[0-9]{1,18}")) {
        throw new Problem(ProblemCode.INVALID_PARAMETER, "cursor", "nextCursor");
      }
      int dash = cursor.indexOf('-');
      long micros = Long.parseLong(cursor.substring(0, dash));
      return new Place(
          Instant.ofEpochSecond(micros / 1_000_000, micros % 1_000_000 * 1_000),
          Long.parseLong(cursor.substring(dash + 1)));
    }
  }

  private static Movement read(ResultSet r) throws SQLException {
    Long member = r.getObject(6, Long.class);
    return new Movement(
        Long.toString(r.getLong(2)),
        r.getBoolean(3) ? "SALE" : "RETURN",
        Long.toString(r.getLong(4)),
        r.getString(5),
        r.getTimestamp(1).toInstant(),
        r.getString(11),
        r.getString(12),
        member == null ? null : member.toString(),
        r.getString(13),
        r.getLong(7),
        r.getLong(8),
        r.getLong(9),
        r.getLong(10));
  }
}
