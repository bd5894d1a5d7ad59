package io.kartela.service.member.profile;

import io.kartela.service.member.profile.MemberOrder.Place;
import io.kartela.service.member.segment.Audience;
import io.kartela.service.member.standing.MemberRef;
import io.kartela.service.member.standing.Members;
import io.kartela.service.platform.http.Http;
import io.kartela.service.platform.http.Problem;
import io.kartela.service.platform.http.ProblemCode;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/**
 * The cabinet's list of members: searched, sorted and paged by key, so that the last page costs
 * what the first does, at a million members too.
 *
 * <p>Who is found by a search is looked up by an index and then sorted, unless so many are found
 * that going through the list in its order meets enough of them at once.
 */
final class MemberList {
  /** Counting all, or a tier, stops here: it reads an index alone. */
  private static final int MAX_COUNT = 100_000;

  /**
   * Finding stops here, since each who is found is a row to read: fewer are sorted for a page;
   * among so many, a page's worth is met on the way.
   */
  private static final int MAX_FOUND = 10_000;

  /** A tier of no more members is sorted for a page. */
  private static final int FEW = 20_000;

  /**
   * @param audience for whom alone; the tier is a part of it
   */
  record Query(
      @Nullable MemberSearch search,
      @Nullable String tier,
      @Nullable Audience audience,
      MemberOrder.Sort sort,
      int limit,
      @Nullable String cursor) {
    /** The same from there on. */
    Query from(String next) {
      return paged(sort, limit, next);
    }

    Query paged(MemberOrder.Sort by, int most, @Nullable String from) {
      return new Query(search, tier, audience, by, most, from);
    }

    /** Whom a count does not read off an index. */
    private boolean narrow() {
      return search != null || audience != null;
    }
  }

  /**
   * @param total as far as it was counted
   * @param more whether there may be more than {@code total}
   */
  record Page(List<MemberRef> members, long total, boolean more, @Nullable String nextCursor) {}

  /**
   * Where the next page begins.
   *
   * @param total as it was counted for the first page
   */
  private record Cursor(String value, long id, @Nullable Long total) {}

  Page page(Connection c, long merchantId, Query query) throws SQLException {
    Cursor cursor = query.cursor == null ? null : cursor(query.cursor);
    Planning.INDEXED.in(c);
    Found found;
    try {
      found = find(c, merchantId, query, cursor);
    } catch (SQLException e) {
      // Class 22: the cursor's text is no value of this order's type, so it is none of ours.
      if (cursor != null && String.valueOf(e.getSQLState()).startsWith("22")) {
        throw wrongCursor();
      }
      throw e;
    }
    boolean more = found.places.size() > query.limit;
    List<Place> shown = more ? found.places.subList(0, query.limit) : found.places;
    Place last = more ? shown.getLast() : null;
    return new Page(
        read(c, merchantId, shown),
        found.total,
        found.total >= (query.narrow() ? MAX_FOUND : MAX_COUNT),
        last == null ? null : encode(new Cursor(last.key(), last.memberId(), found.total)));
  }

  private record Found(List<Place> places, long total) {}

  private static Found find(Connection c, long merchantId, Query query, @Nullable Cursor cursor)
      throws SQLException {
    MemberOrder order =
        new MemberOrder(
            merchantId,
            query.sort,
            cursor == null ? null : new Place(cursor.value, cursor.id),
            query.limit + 1);
    Long counted = cursor == null ? null : cursor.total;
    MemberSearch search = query.search;
    if (query.audience != null) {
      var filtered = new FilteredMembers(merchantId, query.audience, search);
      return filtered(c, filtered, query.tier, order, counted);
    }
    if (search == null) {
      long total = counted == null ? count(c, merchantId, query.tier) : counted;
      return new Found(
          query.tier != null && query.sort == MemberOrder.Sort.BALANCE && total <= FEW
              ? order.ofSmallTier(c, query.tier)
              : order.along(c, tiers(c, merchantId, query.tier), null),
          total);
    }
    if (counted != null && counted >= MAX_FOUND) {
      return new Found(order.along(c, tiers(c, merchantId, query.tier), search), counted);
    }
    Set<Long> ids = search.find(c, merchantId, query.tier, MAX_FOUND);
    return new Found(
        ids.size() >= MAX_FOUND
            ? order.along(c, tiers(c, merchantId, query.tier), search)
            : order.among(c, ids),
        ids.size());
  }

  private static Found filtered(
      Connection c,
      FilteredMembers filtered,
      @Nullable String tier,
      MemberOrder order,
      @Nullable Long counted)
      throws SQLException {
    if (counted == null || counted < MAX_FOUND) {
      Set<Long> ids = filtered.find(c, tier, MAX_FOUND);
      Planning.INDEXED.in(c);
      if (ids.size() < MAX_FOUND) {
        return new Found(order.among(c, ids), ids.size());
      }
    }
    List<String> tiers = tiers(c, filtered.merchantId(), tier);
    return new Found(filtered.along(c, order, tiers), MAX_FOUND);
  }

  /** All whom a query finds, in no order. */
  long[] everybody(Connection c, long merchantId, Query query) throws SQLException {
    MemberSearch search = query.search;
    Planning.INDEXED.in(c);
    Set<Long> found = search == null ? null : search.find(c, merchantId, query.tier, MAX_FOUND);
    Planning.FREE.in(c);
    if (found != null && found.size() < MAX_FOUND) {
      Set<Long> in = query.audience == null ? found : query.audience.among(c, found);
      return in.stream().mapToLong(Long::longValue).toArray();
    }
    List<Object> values = new ArrayList<>(List.of(merchantId));
    String sql = "SELECT l.member_id FROM kartela.member_list l WHERE l.merchant_id = ?";
    if (query.tier != null) {
      sql += " AND l.tier = ?";
      values.add(query.tier);
    }
    sql += search == null ? "" : search.condition(values);
    if (query.audience != null) {
      sql += " AND l.member_id IN (" + query.audience.sql() + ")";
      values.addAll(query.audience.values());
    }
    LongStream.Builder ids = LongStream.builder();
    try (PreparedStatement s = c.prepareStatement(sql)) {
      s.setFetchSize(10_000);
      MemberOrder.bind(s, values);
      try (ResultSet r = s.executeQuery()) {
        while (r.next()) {
          ids.add(r.getLong(1));
        }
      }
    }
    return ids.build().toArray();
  }

  private static long count(Connection c, long merchantId, @Nullable String tier)
      throws SQLException {
    String sql =
        "SELECT count(*) FROM (SELECT FROM kartela.member_list WHERE merchant_id = ?"
            + (tier == null ? "" : " AND tier = ?")
            + " LIMIT "
            + MAX_COUNT
            + ") x";
    try (PreparedStatement s = c.prepareStatement(sql)) {
      s.setLong(1, merchantId);
      if (tier != null) {
        s.setString(2, tier);
      }
      try (ResultSet r = s.executeQuery()) {
        r.next();
        return r.getLong(1);
      }
    }
  }

  /** The tiers that anybody is in, each found by one step in the index. */
  private static List<String> tiers(Connection c, long merchantId, @Nullable String tier)
      throws SQLException {
    if (tier != null) {
      return List.of(tier);
    }
    try (PreparedStatement s =
        c.prepareStatement(
            """
            WITH RECURSIVE t(tier) AS (
                (SELECT tier FROM kartela.member_list WHERE merchant_id = ? ORDER BY tier LIMIT 1)
                UNION ALL
                SELECT (SELECT l.tier FROM kartela.member_list l WHERE l.merchant_id = ? AND l.tier > t.tier
                        ORDER BY l.tier LIMIT 1)
                FROM t WHERE t.tier IS NOT NULL)
            SELECT tier FROM t WHERE tier IS NOT NULL
            """)) {
      s.setLong(1, merchantId);
      s.setLong(2, merchantId);
      List<String> tiers = new ArrayList<>();
      try (ResultSet r = s.executeQuery()) {
        while (r.next()) {
          tiers.add(r.getString(1));
        }
      }
      return tiers;
    }
  }

  private static List<MemberRef> read(Connection c, long merchantId, List<Place> places)
      throws SQLException {
    Map<Long, MemberRef> byId = new HashMap<>();
    try (PreparedStatement s =
        c.prepareStatement(
            Members.COLUMNS + " WHERE m.merchant_id = ? AND m.member_id = ANY (?)")) {
      s.setLong(1, merchantId);
      s.setArray(2, c.createArrayOf("bigint", places.stream().map(Place::memberId).toArray()));
      try (ResultSet r = s.executeQuery()) {
        while (r.next()) {
          MemberRef member = Members.read(r);
          byId.put(member.id(), member);
        }
      }
    }
    return places.stream()
        .map(place -> byId.get(place.memberId()))
        .filter(Objects::nonNull)
        .toList();
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
