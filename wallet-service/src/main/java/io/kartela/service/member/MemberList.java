package io.kartela.service.member;

import io.kartela.service.http.Http;
import io.kartela.service.http.Problem;
import io.kartela.service.http.ProblemCode;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/**
 * The cabinet's list of members: searched, sorted and paged by key, so that the last page costs
 * what the first does.
 */
final class MemberList {
  /** Counting stops here; the screen says "100,000+". */
  private static final int MAX_COUNT = 100_000;

  /** What the list may be sorted by; every order ends with the id, so that paging loses nobody. */
  enum Sort {
    CREATED("m.created_at", "timestamptz", true),
    NAME("lower(m.name)", "text", false),
    // Read-only: the ledger's booked balance as a sort key; what is shown comes from the ledger
    // itself.
    BALANCE("coalesce(a.balance, 0)", "bigint", true),
    SPENT("s.spent_total", "bigint", true),
    LASTPURCHASE("coalesce(s.last_purchase_at, '-infinity')", "timestamptz", true);

    private final String key;
    private final String type;
    private final boolean descending;

    Sort(String key, String type, boolean descending) {
      this.key = key;
      this.type = type;
      this.descending = descending;
    }
  }

  record Query(
      @Nullable String search,
      @Nullable String tier,
      Sort sort,
      int limit,
      @Nullable String cursor) {}

  record Page(List<MemberRef> members, long total, @Nullable String nextCursor) {}

  private record Cursor(String value, long id) {}

  private record Row(MemberRef member, String key) {}

  /** The conditions of a query and their values, built together. */
  private static final class Where {
    final StringBuilder sql = new StringBuilder(" WHERE m.merchant_id = ?");
    final List<Object> values = new ArrayList<>();

    void and(String condition, Object... more) {
      sql.append(" AND ").append(condition);
      values.addAll(List.of(more));
    }
  }

  Page page(Connection c, long merchantId, Query query) throws SQLException {
    Where where = new Where();
    where.values.add(merchantId);
    if (query.tier != null) {
      where.and("s.tier = ?", query.tier);
    }
    if (query.search != null) {
      search(where, merchantId, query.search);
    }
    long total = count(c, where);
    Sort sort = query.sort;
    if (query.cursor != null) {
      Cursor cursor = cursor(query.cursor);
      where.and(
          "("
              + sort.key
              + ", m.member_id) "
              + (sort.descending ? "<" : ">")
              + " (?::"
              + sort.type
              + ", ?)",
          cursor.value,
          cursor.id);
    }
    List<Row> rows;
    try {
      rows = rows(c, where, sort, query.limit + 1);
    } catch (SQLException e) {
      // Class 22: the cursor's text is no value of this order's type, so it is none of ours.
      if (query.cursor != null && String.valueOf(e.getSQLState()).startsWith("22")) {
        throw wrongCursor();
      }
      throw e;
    }
    boolean more = rows.size() > query.limit;
    List<Row> shown = more ? rows.subList(0, query.limit) : rows;
    Row last = more ? shown.getLast() : null;
    return new Page(
        shown.stream().map(Row::member).toList(),
        total,
        last == null ? null : encode(new Cursor(last.key, last.member.id())));
  }

  private static void search(Where where, long merchantId, String text) {
    String like = "%" + text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
    String digits = text.replaceAll("[^0-9]", "");
    if (digits.length() >= 3 && text.matches("[0-9+() .-]+")) {
      // People type 8 912… for +7 912…: the national part is what they agree on.
      String national =
          digits.length() == 11 && digits.startsWith("8") ? digits.substring(1) : digits;
      where.and(
          "(m.phone LIKE ? OR m.member_id IN (SELECT member_id FROM kartela.card WHERE merchant_id"
              + " = ? AND code LIKE ?))",
          "%" + national + "%",
          merchantId,
          "%" + digits);
    } else {
      where.and("m.name ILIKE ?", like);
    }
  }

  private static long count(Connection c, Where where) throws SQLException {
    String sql =
        "SELECT count(*) FROM (SELECT 1 FROM kartela.member m JOIN kartela.member_standing s"
            + " USING (merchant_id, member_id)"
            + where.sql
            + " LIMIT "
            + MAX_COUNT
            + ") x";
    try (PreparedStatement s = c.prepareStatement(sql)) {
      bind(s, where.values);
      try (ResultSet r = s.executeQuery()) {
        r.next();
        return r.getLong(1);
      }
    }
  }

  private static List<Row> rows(Connection c, Where where, Sort sort, int limit)
      throws SQLException {
    String direction = sort.descending ? " DESC" : "";
    String sql =
        Members.COLUMNS.replace("SELECT ", "SELECT " + sort.key + "::text AS sort_key, ")
            + (sort == Sort.BALANCE
                ? " LEFT JOIN ledger.account a ON a.merchant_id = m.merchant_id AND a.account_id ="
                    + " m.member_id "
                : "")
            + where.sql
            + " ORDER BY "
            + sort.key
            + direction
            + ", m.member_id"
            + direction
            + " LIMIT "
            + limit;
    try (PreparedStatement s = c.prepareStatement(sql)) {
      bind(s, where.values);
      List<Row> rows = new ArrayList<>();
      try (ResultSet r = s.executeQuery()) {
        while (r.next()) {
          rows.add(new Row(Members.read(r), r.getString("sort_key")));
        }
      }
      return rows;
    }
  }

  private static void bind(PreparedStatement s, List<Object> values) throws SQLException {
    for (int i = 0; i < values.size(); i++) {
      s.setObject(i + 1, values.get(i));
    }
  }

  private static String encode(Cursor cursor) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(Http.JSON.writeValueAsBytes(cursor));
  }

  private static Cursor cursor(String text) {
    try {
      Cursor cursor =
          Http.JSON.readValue(
              new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8),
              Cursor.class);
      if (cursor == null || cursor.value == null) {
        throw wrongCursor();
      }
      return cursor;
    } catch (IllegalArgumentException | JacksonException e) {
      throw wrongCursor();
    }
  }

  private static Problem wrongCursor() {
    return new Problem(ProblemCode.INVALID_PARAMETER, "cursor", "nextCursor");
  }
}
