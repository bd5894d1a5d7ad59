package io.kartela.service.member.tag;

import io.kartela.ledger.postgres.Answer;
import io.kartela.ledger.postgres.RoundTrip;
import io.kartela.service.platform.db.NamedLock;
import io.kartela.service.platform.http.Problem;
import io.kartela.service.platform.http.ProblemCode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Tags of members, in the caller's transaction. Stateless. */
public final class MemberTags {
  /** Of one member. */
  public static final int MOST = 30;

  /** Different ones in a shop. */
  public static final int MOST_OF_SHOP = 500;

  public static final int LONGEST = 40;

  private static final String OF_MEMBER =
      "SELECT tag FROM kartela.member_tag WHERE merchant_id = ? AND member_id = ? ORDER BY tag";

  private MemberTags() {}

  public static List<String> of(Connection c, long merchantId, long memberId) throws SQLException {
    try (PreparedStatement s = c.prepareStatement(OF_MEMBER)) {
      s.setLong(1, merchantId);
      s.setLong(2, memberId);
      return read(s);
    }
  }

  /** As {@link #of}, as a part of a round trip. */
  public static Answer<Set<String>> ask(RoundTrip trip, long merchantId, long memberId) {
    return trip.query(
        OF_MEMBER,
        p -> p.set(merchantId).set(memberId),
        rows -> {
          Set<String> tags = new HashSet<>();
          while (rows.next()) {
            tags.add(rows.getString(1));
          }
          return tags;
        });
  }

  /** The tags of many members; who bears none is left out. */
  public static Map<Long, List<String>> ofMany(
      Connection c, long merchantId, Collection<Long> memberIds) throws SQLException {
    Map<Long, List<String>> found = new HashMap<>();
    try (PreparedStatement s =
        c.prepareStatement(
            "SELECT member_id, tag FROM kartela.member_tag WHERE merchant_id = ? AND member_id ="
                + " ANY (?)")) {
      s.setLong(1, merchantId);
      s.setArray(2, c.createArrayOf("bigint", memberIds.toArray()));
      try (ResultSet r = s.executeQuery()) {
        while (r.next()) {
          found.computeIfAbsent(r.getLong(1), id -> new ArrayList<>()).add(r.getString(2));
        }
      }
    }
    return found;
  }

  /** Gives tags that the members do not bear yet. */
  public static void addAll(Connection c, long merchantId, Map<Long, List<String>> tags)
      throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            "INSERT INTO kartela.member_tag (merchant_id, member_id, tag) VALUES (?, ?, ?) ON"
                + " CONFLICT DO NOTHING")) {
      for (Map.Entry<Long, List<String>> one : tags.entrySet()) {
        for (String tag : one.getValue()) {
          s.setLong(1, merchantId);
          s.setLong(2, one.getKey());
          s.setString(3, tag);
          s.addBatch();
        }
      }
      s.executeBatch();
    }
  }

  /** Every tag of the shop, each found by one step in the index. */
  public static List<String> ofShop(Connection c, long merchantId) throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            """
            WITH RECURSIVE t(tag) AS (
                (SELECT tag FROM kartela.member_tag WHERE merchant_id = ? ORDER BY tag LIMIT 1)
                UNION ALL
                SELECT (SELECT m.tag FROM kartela.member_tag m WHERE m.merchant_id = ? AND m.tag > t.tag
                        ORDER BY m.tag LIMIT 1)
                FROM t WHERE t.tag IS NOT NULL)
            SELECT tag FROM t WHERE tag IS NOT NULL
            """)) {
      s.setLong(1, merchantId);
      s.setLong(2, merchantId);
      return read(s);
    }
  }

  /** A tag as the shop already writes it: «VIP» and «vip» are one. */
  public static String spelled(List<String> ofShop, String tag) {
    return ofShop.stream().filter(tag::equalsIgnoreCase).findFirst().orElse(tag);
  }

  /**
   * A tag for many, as the shop writes it; of two spellings at once, the second becomes the first.
   */
  public static String forMany(Connection c, long merchantId, String tag) throws SQLException {
    NamedLock.alone(c, "tags:" + merchantId);
    List<String> known = ofShop(c, merchantId);
    String spelled = spelled(known, tag);
    if (known.size() >= MOST_OF_SHOP && !known.contains(spelled)) {
      throw new Problem(ProblemCode.TOO_MANY_TAGS, MOST_OF_SHOP);
    }
    return spelled;
  }

  /** As {@link #add}, unless the member has as many as there may be. */
  public static boolean addOneMore(Connection c, long merchantId, long memberId, String tag)
      throws SQLException {
    boolean added = add(c, merchantId, memberId, tag);
    if (added && of(c, merchantId, memberId).size() > MOST) {
      throw new Problem(ProblemCode.TOO_MANY_TAGS, MOST);
    }
    return added;
  }

  /** Gives a tag; false when the member bears it already. */
  static boolean add(Connection c, long merchantId, long memberId, String tag) throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            "INSERT INTO kartela.member_tag (merchant_id, member_id, tag) VALUES (?, ?, ?) ON"
                + " CONFLICT DO NOTHING")) {
      s.setLong(1, merchantId);
      s.setLong(2, memberId);
      s.setString(3, tag);
      return s.executeUpdate() > 0;
    }
  }

  public static boolean remove(Connection c, long merchantId, long memberId, String tag)
      throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            "DELETE FROM kartela.member_tag WHERE merchant_id = ? AND member_id = ? AND tag = ?")) {
      s.setLong(1, merchantId);
      s.setLong(2, memberId);
      s.setString(3, tag);
      return s.executeUpdate() > 0;
    }
  }

  /** All of a member's. */
  public static void clear(Connection c, long merchantId, long memberId) throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            "DELETE FROM kartela.member_tag WHERE merchant_id = ? AND member_id = ?")) {
      s.setLong(1, merchantId);
      s.setLong(2, memberId);
      s.executeUpdate();
    }
  }

  /** Two records of one person: the one that stays bears the tags of both. */
  public static void handOver(RoundTrip trip, long merchantId, long from, long into) {
    trip.update(
        """
        INSERT INTO kartela.member_tag (merchant_id, member_id, tag)
        SELECT merchant_id, ?, tag FROM kartela.member_tag WHERE merchant_id = ? AND member_id = ?
        ON CONFLICT DO NOTHING
        """,
        p -> p.set(into).set(merchantId).set(from));
    trip.update(
        "DELETE FROM kartela.member_tag WHERE merchant_id = ? AND member_id = ?",
        p -> p.set(merchantId).set(from));
  }

  /** Refuses more than there may be, of a member and of the shop. */
  static void requireRoom(Connection c, long merchantId, long memberId) throws SQLException {
    if (of(c, merchantId, memberId).size() > MOST) {
      throw new Problem(ProblemCode.TOO_MANY_TAGS, MOST);
    }
    if (ofShop(c, merchantId).size() > MOST_OF_SHOP) {
      throw new Problem(ProblemCode.TOO_MANY_TAGS, MOST_OF_SHOP);
    }
  }

  private static List<String> read(PreparedStatement s) throws SQLException {
    List<String> tags = new ArrayList<>();
    try (ResultSet r = s.executeQuery()) {
      while (r.next()) {
        tags.add(r.getString(1));
      }
    }
    return tags;
  }
}
