package io.kartela.service.member.profile;

import io.kartela.service.member.segment.Audience;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Members in one of the list's orders, from a place in it onwards. Each statement goes along one
 * index, whose first columns are equal to something, and stops when it has enough.
 *
 * @param after the last one of the page before; null: from the beginning
 * @param limit how many
 */
record MemberOrder(long merchantId, Sort sort, MemberOrder.@Nullable Place after, int limit) {
  /** What the list may be sorted by; every order ends with the id, so that paging loses nobody. */
  enum Sort {
    CREATED("kartela.member_list", "l.created_at", "timestamptz", true),
    NAME("kartela.member_list", "l.name_key", "text", false),
    // Read-only: the ledger's booked balance as a sort key; what is shown comes from the ledger
    // itself.
    BALANCE("ledger.account", "coalesce(k.balance, 0)", "bigint", true),
    SPENT("kartela.member_standing", "k.spent_total", "bigint", true),
    LASTPURCHASE(
        "kartela.member_standing",
        // As the index has it.
        "(CASE WHEN k.last_purchase_at IS NULL THEN '-infinity'::timestamptz ELSE"
            + " k.last_purchase_at END)",
        "timestamptz",
        true);

    private final String table;
    private final String key;
    private final String type;
    private final boolean descending;

    Sort(String table, String key, String type, boolean descending) {
      this.table = table;
      this.key = key;
      this.type = type;
      this.descending = descending;
    }

    /** Whether the list's own table has this order; no other is joined to it then. */
    private boolean listed() {
      return table.equals("kartela.member_list");
    }

    private String direction() {
      return descending ? " DESC" : "";
    }
  }

  /** A member's place in the order. */
  record Place(String key, long memberId) {}

  /** So many of them. */
  MemberOrder by(int most) {
    return new MemberOrder(merchantId, sort, after, most);
  }

  /** From there on. */
  MemberOrder after(Place place) {
    return new MemberOrder(merchantId, sort, place, limit);
  }

  /** Some of the members: the ones that were found by their numbers. */
  List<Place> among(Connection c, Set<Long> members) throws SQLException {
    List<Object> values = new ArrayList<>(List.of(merchantId, members.toArray(new Long[0])));
    String who = "l.merchant_id = ? AND l.member_id = ANY (?)";
    return read(c, sorted(who, values), values);
  }

  /** The members of a tier of which there are few. */
  List<Place> ofSmallTier(Connection c, String tier) throws SQLException {
    List<Object> values = new ArrayList<>(List.of(merchantId, tier));
    return read(c, sorted("l.merchant_id = ? AND l.tier = ?", values), values);
  }

  /** Those for whom a condition holds, all of them sorted. */
  List<Place> whole(Connection c, Audience audience, @Nullable MemberSearch search)
      throws SQLException {
    List<Object> values = new ArrayList<>(List.of(merchantId));
    String met = search == null ? "" : search.condition(values);
    values.addAll(audience.values());
    String who = "l.merchant_id = ?" + met + " AND l.member_id IN (" + audience.sql() + ")";
    return read(c, sorted(who, values), values);
  }

  private String sorted(String who, List<Object> values) {
    String key = sort.key;
    String joined =
        sort.listed()
            ? ""
            : sort == Sort.BALANCE
                ? " LEFT JOIN ledger.account k ON k.merchant_id = l.merchant_id AND k.account_id ="
                    + " l.member_id"
                : " JOIN kartela.member_standing k USING (merchant_id, member_id)";
    String from = from(key, "l.member_id", values);
    values.add(limit);
    return "SELECT l.member_id, %s::text FROM kartela.member_list l%s WHERE %s%s ORDER BY %s%s, l.member_id%s LIMIT ?"
        .formatted(key, joined, who, from, key, sort.direction(), sort.direction());
  }

  /**
   * All members, or those of one tier, or those who meet a search that many meet.
   *
   * @param tiers whose members
   */
  List<Place> along(Connection c, List<String> tiers, @Nullable MemberSearch search)
      throws SQLException {
    List<Object> values = new ArrayList<>();
    String sql =
        sort == Sort.BALANCE ? byBalance(tiers, search, values) : byTier(tiers, search, values);
    return read(c, sql, values);
  }

  /** The indexes begin with the tier: each tier gives its first ones, the first of them all win. */
  private String byTier(List<String> tiers, @Nullable MemberSearch search, List<Object> values) {
    values.add(tiers.toArray(new String[0]));
    values.add(merchantId);
    String k = sort.listed() ? "l" : "k";
    String from = from(sort.key, k + ".member_id", values);
    String met = search == null ? "" : search.condition(values);
    values.add(limit);
    values.add(limit);
    String list =
        search == null || sort.listed()
            ? ""
            : " JOIN kartela.member_list l ON l.merchant_id = k.merchant_id AND l.member_id ="
                + " k.member_id";
    return """
    SELECT x.member_id, x.key::text FROM unnest(?::text[]) AS t(tier) CROSS JOIN LATERAL (
        SELECT %7$s.member_id, %1$s AS key FROM %2$s %7$s%3$s WHERE %7$s.merchant_id = ? AND %7$s.tier = t.tier%4$s%5$s
        ORDER BY %1$s%6$s, %7$s.member_id%6$s LIMIT ?) x
    ORDER BY x.key%6$s, x.member_id%6$s LIMIT ?
    """
        .formatted(sort.key, sort.table, list, from, met, sort.direction(), k);
  }

  /** The ledger knows no tiers; who has no account there stands among those who have nothing. */
  private String byBalance(List<String> tiers, @Nullable MemberSearch search, List<Object> values) {
    String[] shown = tiers.toArray(new String[0]);
    values.add(merchantId);
    values.add(shown);
    String from = from("k.balance", "k.account_id", values);
    String met = search == null ? "" : search.condition(values);
    values.add(limit);
    values.add(merchantId);
    values.add(shown);
    String poor = from("0::bigint", "l.member_id", values);
    if (search != null) {
      search.condition(values);
    }
    values.add(limit);
    values.add(limit);
    return """
    SELECT x.member_id, x.key::text FROM (
        (SELECT k.account_id AS member_id, k.balance AS key FROM ledger.account k
         JOIN kartela.member_list l ON l.merchant_id = k.merchant_id AND l.member_id = k.account_id
         WHERE k.merchant_id = ? AND l.tier = ANY (?)%1$s%2$s ORDER BY k.balance DESC, k.account_id DESC LIMIT ?)
        UNION ALL
        (SELECT l.member_id, 0::bigint FROM kartela.member_list l
         WHERE l.merchant_id = ? AND NOT l.account AND l.tier = ANY (?)%3$s%2$s ORDER BY l.member_id DESC LIMIT ?)) x
    ORDER BY x.key DESC, x.member_id DESC LIMIT ?
    """
        .formatted(from, met, poor);
  }

  private String from(String key, String id, List<Object> values) {
    if (after == null) {
      return "";
    }
    values.add(after.key);
    values.add(after.memberId);
    return " AND (%s, %s) %s (?::%s, ?)".formatted(key, id, sort.descending ? "<" : ">", sort.type);
  }

  static void bind(PreparedStatement s, List<Object> values) throws SQLException {
    Connection c = s.getConnection();
    for (int i = 0; i < values.size(); i++) {
      switch (values.get(i)) {
        case Long[] ids -> s.setArray(i + 1, c.createArrayOf("bigint", ids));
        case String[] texts -> s.setArray(i + 1, c.createArrayOf("text", texts));
        case Object value -> s.setObject(i + 1, value);
      }
    }
  }

  private static List<Place> read(Connection c, String sql, List<Object> values)
      throws SQLException {
    try (PreparedStatement s = c.prepareStatement(sql)) {
      bind(s, values);
      List<Place> places = new ArrayList<>();
      try (ResultSet r = s.executeQuery()) {
        while (r.next()) {
          places.add(new Place(r.getString(2), r.getLong(1)));
        }
      }
      return places;
    }
  }
}
