package io.kartela.service.feedback;

import io.kartela.service.shop.staff.Role;
import io.kartela.service.shop.staff.StaffPrincipal;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reviews as the cabinet reads them: of a manager's own stores. Stateless. */
final class ReviewList {
  private static final String SELECT =
      """
      SELECT v.review_id, v.score, v.comment, v.at, v.status, v.assignee, p.name, v.answer_by, v.bad, v.store_id, st.name,
          v.cashier_id, ca.name, v.member_id, m.name, m.status, v.receipt_id, r.number, r.at, r.net, r.returned, v.reward,
          v.removed_at IS NOT NULL
      FROM kartela.review v
      JOIN kartela.store st ON st.merchant_id = v.merchant_id AND st.store_id = v.store_id
      JOIN kartela.receipt r ON r.merchant_id = v.merchant_id AND r.receipt_id = v.receipt_id
      JOIN kartela.member m ON m.merchant_id = v.merchant_id AND m.member_id = v.member_id
      LEFT JOIN kartela.cashier ca ON ca.merchant_id = v.merchant_id AND ca.cashier_id = v.cashier_id
      LEFT JOIN kartela.staff p ON p.merchant_id = v.merchant_id AND p.staff_id = v.assignee
      WHERE v.merchant_id = ?
      """;

  private ReviewList() {}

  /** What the list is narrowed down to; null: not by this. */
  record Wanted(
      @Nullable String status,
      @Nullable String score,
      @Nullable Long storeId,
      @Nullable Long cashierId,
      @Nullable Long assignee,
      boolean late,
      @Nullable String search) {}

  /** Somebody or something by its name. */
  record Named(String id, String name) {}

  /** A cashier, with where. */
  record NamedCashier(String id, String name, String storeId) {}

  /**
   * A review.
   *
   * @param erased the member's name is gone
   */
  record View(
      String id,
      int score,
      String comment,
      Instant at,
      String status,
      @Nullable Named assignee,
      Instant answerBy,
      boolean late,
      boolean bad,
      Named store,
      @Nullable Named cashier,
      Named member,
      boolean erased,
      Receipt receipt,
      long reward,
      boolean removed) {}

  record Receipt(String id, @Nullable String number, Instant at, long paid) {}

  /** A manager's stores; null: all there are. */
  static @Nullable Array stores(Connection c, StaffPrincipal staff) throws SQLException {
    return staff.role() == Role.MANAGER
        ? c.createArrayOf("bigint", staff.stores().toArray())
        : null;
  }

  static List<View> page(
      Connection c,
      StaffPrincipal staff,
      Wanted wanted,
      @Nullable Long before,
      int most,
      Instant now)
      throws SQLException {
    StringBuilder sql = new StringBuilder(SELECT);
    List<Object> values = new ArrayList<>();
    values.add(staff.merchantId());
    reached(c, staff, sql, values);
    narrow(sql, values, " AND v.status = ?", wanted.status);
    narrow(sql, values, " AND v.store_id = ?", wanted.storeId);
    narrow(sql, values, " AND v.cashier_id = ?", wanted.cashierId);
    narrow(sql, values, " AND v.assignee = ?", wanted.assignee);
    narrow(sql, values, " AND v.review_id < ?", before);
    if (wanted.score != null) {
      sql.append(
          switch (wanted.score) {
            case "BAD" -> " AND v.bad";
            case "PROMOTERS" -> " AND v.score >= 9";
            case "PASSIVES" -> " AND v.score IN (7, 8)";
            default -> " AND v.score <= 6";
          });
    }
    if (wanted.late) {
      narrow(sql, values, " AND v.status <> 'DONE' AND v.answer_by < ?", Timestamp.from(now));
    }
    if (wanted.search != null) {
      String like = "%" + wanted.search.replaceAll("([\\\\%_])", "\\\\$1") + "%";
      sql.append(" AND (v.comment ILIKE ? OR m.name ILIKE ? OR r.number ILIKE ?)");
      values.addAll(List.of(like, like, like));
    }
    sql.append(" ORDER BY v.review_id DESC LIMIT ?");
    values.add(most);
    return read(c, sql.toString(), values, now);
  }

  static Optional<View> one(Connection c, StaffPrincipal staff, long id, Instant now)
      throws SQLException {
    StringBuilder sql = new StringBuilder(SELECT);
    List<Object> values = new ArrayList<>();
    values.add(staff.merchantId());
    reached(c, staff, sql, values);
    narrow(sql, values, " AND v.review_id = ?", id);
    return read(c, sql.append(" FOR SHARE OF v").toString(), values, now).stream().findFirst();
  }

  private static void reached(
      Connection c, StaffPrincipal staff, StringBuilder sql, List<Object> values)
      throws SQLException {
    narrow(sql, values, " AND v.store_id = ANY (?)", stores(c, staff));
  }

  private static void narrow(
      StringBuilder sql, List<Object> values, String condition, @Nullable Object value) {
    if (value != null) {
      sql.append(condition);
      values.add(value);
    }
  }

  private static List<View> read(Connection c, String sql, List<Object> values, Instant now)
      throws SQLException {
    try (PreparedStatement s = c.prepareStatement(sql)) {
      for (int i = 0; i < values.size(); i++) {
        s.setObject(i + 1, values.get(i));
      }
      List<View> all = new ArrayList<>();
      try (ResultSet r = s.executeQuery()) {
        while (r.next()) {
          all.add(view(r, now));
        }
      }
      return all;
    }
  }

  private static View view(ResultSet r, Instant now) throws SQLException {
    Instant answerBy = r.getTimestamp(8).toInstant();
    String status = r.getString(5);
    return new View(
        r.getString(1),
        r.getInt(2),
        r.getString(3),
        r.getTimestamp(4).toInstant(),
        status,
        named(r, 6),
        answerBy,
        !status.equals("DONE") && answerBy.isBefore(now),
        r.getBoolean(9),
        new Named(r.getString(10), r.getString(11)),
        named(r, 12),
        new Named(r.getString(14), r.getString(15) == null ? "" : r.getString(15)),
        r.getString(16).equals("ERASED"),
        new Receipt(
            r.getString(17),
            r.getString(18),
            r.getTimestamp(19).toInstant(),
            r.getLong(20) - r.getLong(21)),
        r.getLong(22),
        r.getBoolean(23));
  }

  private static @Nullable Named named(ResultSet r, int at) throws SQLException {
    String id = r.getString(at);
    String name = r.getString(at + 1);
    return id == null ? null : new Named(id, name == null ? "" : name);
  }

  /** What needs somebody: bad ones that nobody took on, and those that wait too long. */
  record Attention(long bad, long late) {}

  static Attention attention(Connection c, StaffPrincipal staff, Instant now) throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            """
            SELECT count(*) FILTER (WHERE bad AND status = 'NEW'), count(*) FILTER (WHERE answer_by < ?)
            FROM kartela.review WHERE merchant_id = ? AND status <> 'DONE' AND (?::bigint[] IS NULL OR store_id = ANY (?))
            """)) {
      s.setTimestamp(1, Timestamp.from(now));
      s.setLong(2, staff.merchantId());
      s.setArray(3, stores(c, staff));
      s.setArray(4, stores(c, staff));
      try (ResultSet r = s.executeQuery()) {
        r.next();
        return new Attention(r.getLong(1), r.getLong(2));
      }
    }
  }

  /** What the list can be narrowed down to, and who may take a review on. */
  record Filters(List<Named> stores, List<NamedCashier> cashiers, List<Named> people) {}

  static Filters filters(Connection c, StaffPrincipal staff) throws SQLException {
    List<NamedCashier> cashiers = new ArrayList<>();
    try (PreparedStatement s =
        c.prepareStatement(
            """
            SELECT cashier_id, name, store_id FROM kartela.cashier
            WHERE merchant_id = ? AND (?::bigint[] IS NULL OR store_id = ANY (?)) ORDER BY name, cashier_id
            """)) {
      reach(c, staff, s);
      try (ResultSet r = s.executeQuery()) {
        while (r.next()) {
          cashiers.add(new NamedCashier(r.getString(1), r.getString(2), r.getString(3)));
        }
      }
    }
    List<Named> stores =
        named(
            c,
            staff,
            """
            SELECT store_id, name FROM kartela.store
            WHERE merchant_id = ? AND (?::bigint[] IS NULL OR store_id = ANY (?)) ORDER BY name, store_id
            """);
    List<Named> people =
        named(
            c,
            staff,
            """
            SELECT s.staff_id, s.name FROM kartela.staff s WHERE s.merchant_id = ? AND s.ended_at IS NULL
                AND (s.role IN ('OWNER', 'SUPPORT') OR (s.role = 'MANAGER' AND (?::bigint[] IS NULL OR EXISTS
                    (SELECT FROM kartela.staff_store t WHERE t.merchant_id = s.merchant_id AND t.staff_id = s.staff_id
                        AND t.store_id = ANY (?)))))
            ORDER BY s.name, s.staff_id
            """);
    return new Filters(stores, cashiers, people);
  }

  private static List<Named> named(Connection c, StaffPrincipal staff, String sql)
      throws SQLException {
    List<Named> all = new ArrayList<>();
    try (PreparedStatement s = c.prepareStatement(sql)) {
      reach(c, staff, s);
      try (ResultSet r = s.executeQuery()) {
        while (r.next()) {
          all.add(new Named(r.getString(1), r.getString(2)));
        }
      }
    }
    return all;
  }

  private static void reach(Connection c, StaffPrincipal staff, PreparedStatement s)
      throws SQLException {
    s.setLong(1, staff.merchantId());
    s.setArray(2, stores(c, staff));
    s.setArray(3, stores(c, staff));
  }
}
