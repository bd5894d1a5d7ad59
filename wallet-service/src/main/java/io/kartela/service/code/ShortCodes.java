package io.kartela.service.code;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.LongPredicate;
import java.util.function.Supplier;

/**
 * Gives wallet cards their {@link ShortCode} where the merchant's design asks for one. Works in the
 * caller's transaction. Thread-safe.
 */
public final class ShortCodes {
  /** With a million cards one draw in five thousand meets another; twenty in a row never do. */
  private static final int DRAWS = 20;

  private final LongPredicate wanted;
  private final Supplier<String> draws;

  /**
   * @param wanted whether cards of a merchant are to have one
   */
  public ShortCodes(LongPredicate wanted) {
    this(wanted, ShortCode::random);
  }

  /**
   * @param draws where codes come from
   */
  public ShortCodes(LongPredicate wanted, Supplier<String> draws) {
    this.wanted = wanted;
    this.draws = draws;
  }

  /**
   * Makes sure that every one of these members with a living wallet card has a short code, where
   * they are wanted at all. Some hundred members at once take four statements.
   *
   * @return how many were made
   */
  public int ensure(Connection c, long merchantId, Collection<Long> memberIds, Instant now)
      throws SQLException {
    if (memberIds.isEmpty() || !wanted.test(merchantId)) {
      return 0;
    }
    CardLock.beside(c, merchantId);
    List<Long> without = without(c, merchantId, held(c, merchantId, new TreeSet<>(memberIds)));
    int made = 0;
    for (int draw = 0; !without.isEmpty(); draw++) {
      if (draw == DRAWS) {
        throw new IllegalStateException("no short code is free for merchant " + merchantId);
      }
      Set<Long> given = new HashSet<>(draw(c, merchantId, without, now));
      made += given.size();
      without = without.stream().filter(m -> !given.contains(m)).toList();
    }
    return made;
  }

  /** Those with a living wallet card. It is locked: nobody re-issues it meanwhile. */
  private static List<Long> held(Connection c, long merchantId, Collection<Long> memberIds)
      throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            """
            SELECT wallet.member_id FROM unnest(?::bigint[]) AS one (id)
            CROSS JOIN LATERAL (
                SELECT member_id FROM kartela.card
                WHERE merchant_id = ? AND member_id = one.id AND kind = 'WALLET' AND status = 'ACTIVE'
                ORDER BY handed_over, created_at DESC LIMIT 1 FOR UPDATE) AS wallet
            """)) {
      s.setArray(1, c.createArrayOf("bigint", memberIds.toArray()));
      s.setLong(2, merchantId);
      return members(s);
    }
  }

  private static List<Long> without(Connection c, long merchantId, List<Long> memberIds)
      throws SQLException {
    // A statement of its own: it sees what was committed while the one before waited.
    try (PreparedStatement s =
        c.prepareStatement(
            """
            SELECT id FROM unnest(?::bigint[]) AS one (id) WHERE (
                SELECT 1 FROM kartela.card WHERE merchant_id = ? AND member_id = one.id
                AND kind = 'WALLET_EAN13' AND status = 'ACTIVE' LIMIT 1) IS NULL
            """)) {
      s.setArray(1, c.createArrayOf("bigint", memberIds.toArray()));
      s.setLong(2, merchantId);
      return members(s);
    }
  }

  /**
   * One draw for each; those whose code somebody has, or plastic that is read alike, go without.
   */
  private List<Long> draw(Connection c, long merchantId, List<Long> memberIds, Instant now)
      throws SQLException {
    String[] codes = new String[memberIds.size()];
    for (int i = 0; i < codes.length; i++) {
      codes[i] = draws.get();
    }
    try (PreparedStatement s =
        c.prepareStatement(
            """
            INSERT INTO kartela.card (merchant_id, code, member_id, kind, status, created_at)
            SELECT ?, code, member, 'WALLET_EAN13', 'ACTIVE', ?
            FROM unnest(?::bigint[], ?::text[]) AS one (member, code) WHERE (
                SELECT 1 FROM kartela.card_blank b WHERE b.merchant_id = ? AND b.key = one.code LIMIT 1) IS NULL
            AND (SELECT 1 FROM kartela.card k WHERE k.merchant_id = ? AND k.key = one.code LIMIT 1) IS NULL
            ON CONFLICT DO NOTHING RETURNING member_id
            """)) {
      s.setLong(1, merchantId);
      s.setTimestamp(2, Timestamp.from(now));
      s.setArray(3, c.createArrayOf("bigint", memberIds.toArray()));
      s.setArray(4, c.createArrayOf("text", codes));
      s.setLong(5, merchantId);
      s.setLong(6, merchantId);
      return members(s);
    }
  }

  private static List<Long> members(PreparedStatement s) throws SQLException {
    List<Long> members = new ArrayList<>();
    try (ResultSet r = s.executeQuery()) {
      while (r.next()) {
        members.add(r.getLong(1));
      }
    }
    return members;
  }
}
