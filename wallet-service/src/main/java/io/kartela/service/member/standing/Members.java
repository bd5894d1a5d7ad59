package io.kartela.service.member.standing;

import io.kartela.ledger.postgres.Answer;
import io.kartela.ledger.postgres.RoundTrip;
import io.kartela.service.platform.http.Lang;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reading members and keeping their standing, in the caller's transaction. Stateless. */
public final class Members {
  public static final String COLUMNS =
      """
      SELECT m.member_id, m.name, m.phone, m.locale, m.status, m.consent_messages, m.birth_date,
             m.birth_date_entered_at, m.created_at,
             s.tier, s.tier_since, s.purchases, s.spent_total, s.largest, s.first_purchase_at, s.last_purchase_at
      FROM kartela.member m JOIN kartela.member_standing s USING (merchant_id, member_id)
      """;

  public Optional<MemberRef> find(Connection c, long merchantId, long memberId)
      throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(COLUMNS + " WHERE m.merchant_id = ? AND m.member_id = ?")) {
      s.setLong(1, merchantId);
      s.setLong(2, memberId);
      return first(s);
    }
  }

  /** Those of these who are members, in no order. */
  public List<MemberRef> all(Connection c, long merchantId, Collection<Long> memberIds)
      throws SQLException {
    List<MemberRef> found = new ArrayList<>();
    try (PreparedStatement s =
        c.prepareStatement(COLUMNS + " WHERE m.merchant_id = ? AND m.member_id = ANY (?)")) {
      s.setLong(1, merchantId);
      s.setArray(2, c.createArrayOf("bigint", memberIds.toArray()));
      try (ResultSet r = s.executeQuery()) {
        while (r.next()) {
          found.add(read(r));
        }
      }
    }
    return found;
  }

  public Optional<MemberRef> byPhone(Connection c, long merchantId, String e164)
      throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(COLUMNS + " WHERE m.merchant_id = ? AND m.phone = ?")) {
      s.setLong(1, merchantId);
      s.setString(2, e164);
      Optional<MemberRef> found = first(s);
      return found.isPresent() ? found : signPost(c, merchantId, e164);
    }
  }

  /** Those of these phones that lead to a member, as {@link #byPhone}. */
  public Map<String, MemberRef> byPhones(Connection c, long merchantId, Collection<String> phones)
      throws SQLException {
    List<String> known = new ArrayList<>();
    try (PreparedStatement s =
        c.prepareStatement(
            "SELECT phone FROM kartela.member WHERE merchant_id = ? AND phone = ANY (?)")) {
      s.setLong(1, merchantId);
      s.setArray(2, c.createArrayOf("text", phones.toArray()));
      try (ResultSet r = s.executeQuery()) {
        while (r.next()) {
          known.add(r.getString(1));
        }
      }
    }
    Map<String, MemberRef> found = new HashMap<>();
    for (String phone : known) {
      byPhone(c, merchantId, phone).ifPresent(member -> found.put(phone, member));
    }
    return found;
  }

  /** Whom the phone of a member leads to who was merged into another, however often. */
  private Optional<MemberRef> signPost(Connection c, long merchantId, String e164)
      throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            """
            WITH RECURSIVE post(next) AS (
                SELECT merged_into FROM kartela.member WHERE merchant_id = ? AND phone = ?
                UNION SELECT m.merged_into FROM post JOIN kartela.member m ON m.merchant_id = ? AND m.member_id = post.next)
            SELECT p.next FROM post p JOIN kartela.member m ON m.merchant_id = ? AND m.member_id = p.next
            WHERE m.merged_into IS NULL
            """)) {
      s.setLong(1, merchantId);
      s.setString(2, e164);
      s.setLong(3, merchantId);
      s.setLong(4, merchantId);
      try (ResultSet r = s.executeQuery()) {
        return r.next() ? find(c, merchantId, r.getLong(1)) : Optional.empty();
      }
    }
  }

  /** Who these members have become by being merged; those who are still themselves are not told. */
  public static Map<Long, Long> heirs(Connection c, long merchantId, Collection<Long> memberIds)
      throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            """
            WITH RECURSIVE post(gone, next) AS (
                SELECT member_id, merged_into FROM kartela.member
                WHERE merchant_id = ? AND member_id = ANY (?) AND merged_into IS NOT NULL
                UNION SELECT p.gone, m.merged_into FROM post p
                JOIN kartela.member m ON m.merchant_id = ? AND m.member_id = p.next AND m.merged_into IS NOT NULL)
            SELECT p.gone, p.next FROM post p JOIN kartela.member m ON m.merchant_id = ? AND m.member_id = p.next
            WHERE m.merged_into IS NULL
            """)) {
      s.setLong(1, merchantId);
      s.setArray(2, c.createArrayOf("bigint", memberIds.toArray()));
      s.setLong(3, merchantId);
      s.setLong(4, merchantId);
      Map<Long, Long> heirs = new HashMap<>();
      try (ResultSet r = s.executeQuery()) {
        while (r.next()) {
          heirs.put(r.getLong(1), r.getLong(2));
        }
      }
      return heirs;
    }
  }

  /** Turns a member into a sign-post to another. */
  public static void merged(RoundTrip trip, long merchantId, long from, long into) {
    trip.update(
        "UPDATE kartela.member SET status = 'MERGED', merged_into = ? WHERE merchant_id = ? AND"
            + " member_id = ?",
        p -> p.set(into).set(merchantId).set(from));
    // What the one who stays has not said, the other may have.
    trip.update(
        """
        UPDATE kartela.member stays SET email = coalesce(stays.email, gone.email),
            birth_date = coalesce(stays.birth_date, gone.birth_date),
            birth_date_entered_at = CASE WHEN stays.birth_date IS NULL THEN gone.birth_date_entered_at
                ELSE stays.birth_date_entered_at END, revision = stays.revision + 1
        FROM kartela.member gone WHERE stays.merchant_id = ? AND stays.member_id = ?
            AND gone.merchant_id = stays.merchant_id AND gone.member_id = ?
            AND (stays.email IS NULL AND gone.email IS NOT NULL OR stays.birth_date IS NULL AND gone.birth_date IS NOT NULL)
        """,
        p -> p.set(merchantId).set(into).set(from));
  }

  private static Optional<MemberRef> first(PreparedStatement s) throws SQLException {
    try (ResultSet r = s.executeQuery()) {
      return r.next() ? Optional.of(read(r)) : Optional.empty();
    }
  }

  public static MemberRef read(ResultSet r) throws SQLException {
    return new MemberRef(
        r.getLong("member_id"),
        r.getString("name"),
        r.getString("phone"),
        Lang.of(r.getString("locale")),
        r.getString("status").equals("BLOCKED"),
        r.getBoolean("consent_messages"),
        r.getObject("birth_date", LocalDate.class),
        instant(r, "birth_date_entered_at"),
        r.getTimestamp("created_at").toInstant(),
        new MemberRef.Standing(
            r.getString("tier"),
            r.getTimestamp("tier_since").toInstant(),
            r.getLong("purchases"),
            r.getLong("spent_total"),
            r.getLong("largest"),
            instant(r, "first_purchase_at"),
            instant(r, "last_purchase_at")));
  }

  private static @Nullable Instant instant(ResultSet r, String column) throws SQLException {
    Timestamp t = r.getTimestamp(column);
    return t == null ? null : t.toInstant();
  }

  /** Reads a member as a part of a round trip. */
  public Answer<Optional<MemberRef>> ask(RoundTrip trip, long merchantId, long memberId) {
    return trip.query(
        COLUMNS + " WHERE m.merchant_id = ? AND m.member_id = ?",
        p -> p.set(merchantId).set(memberId),
        r -> r.next() ? Optional.of(read(r)) : Optional.empty());
  }

  /**
   * Who may be written to now, as a SELECT of {@code member_id} for use in a larger statement; its
   * placeholders are the merchant and the day after which children are born. Consent is looked at
   * again when sending: it may be withdrawn until then.
   */
  public static String reachableSql() {
    return "SELECT member_id FROM kartela.member WHERE merchant_id = ? AND consent_messages AND"
        + " status = 'ACTIVE' AND (birth_date > ?) IS NOT TRUE";
  }

  /** The standing of a member who has bought nothing yet. */
  public void open(Connection c, long merchantId, long memberId, String tier, Instant now)
      throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            "INSERT INTO kartela.member_standing (merchant_id, member_id, tier, tier_since) VALUES"
                + " (?, ?, ?, ?)")) {
      s.setLong(1, merchantId);
      s.setLong(2, memberId);
      s.setString(3, tier);
      s.setTimestamp(4, Timestamp.from(now));
      s.executeUpdate();
    }
  }
}
