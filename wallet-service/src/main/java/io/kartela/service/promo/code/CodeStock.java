package io.kartela.service.promo.code;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The codes of sets. Rows go in as arrays, one statement for many: COPY is refused to a role that
 * row-level security holds to its merchant. Stateless.
 */
final class CodeStock {
  private CodeStock() {}

  /**
   * Codes of these numbers; who has one already, in whatever set, keeps it.
   *
   * @return how many that were
   */
  static int addMade(Connection c, PromoSet set, long merchantId, Long[] hashes, Long[] numbers)
      throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            """
            INSERT INTO kartela.promo_code (merchant_id, code_hash, set_id, number)
            SELECT ?, h, ?, n FROM unnest(?::bigint[], ?::bigint[]) x (h, n) ORDER BY h
            ON CONFLICT DO NOTHING
            """)) {
      s.setLong(1, merchantId);
      s.setLong(2, set.id());
      s.setArray(3, c.createArrayOf("bigint", hashes));
      s.setArray(4, c.createArrayOf("bigint", numbers));
      return s.executeUpdate();
    }
  }

  /**
   * A code from a list.
   *
   * @return false: there is such a code already
   */
  static boolean addListed(Connection c, long setId, long merchantId, long hash, byte[] sealed)
      throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            "INSERT INTO kartela.promo_code (merchant_id, code_hash, set_id, sealed) VALUES (?, ?,"
                + " ?, ?) ON CONFLICT DO NOTHING")) {
      s.setLong(1, merchantId);
      s.setLong(2, hash);
      s.setLong(3, setId);
      s.setBytes(4, sealed);
      return s.executeUpdate() == 1;
    }
  }

  /** So many came; those of a list are between these lengths. */
  static void came(
      Connection c, long merchantId, long setId, long made, int issued, int shortest, int longest)
      throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            """
            UPDATE kartela.promo_set SET made = made + ?, issued = issued + ?, longest = greatest(longest, ?),
                shortest = CASE WHEN ? = 0 THEN shortest WHEN shortest = 0 THEN ? ELSE least(shortest, ?) END
            WHERE merchant_id = ? AND set_id = ?
            """)) {
      s.setLong(1, made);
      s.setLong(2, issued);
      s.setInt(3, longest);
      s.setInt(4, shortest);
      s.setInt(5, shortest);
      s.setInt(6, shortest);
      s.setLong(7, merchantId);
      s.setLong(8, setId);
      s.executeUpdate();
    }
  }

  /**
   * A code as a list shows it.
   *
   * @param place after which the next ones come
   * @param used how often it was
   */
  record Shown(long place, String text, int used) {}

  /** The next codes of a set after one; in the order of their numbers, those of lists by hash. */
  static List<Shown> part(
      Connection c, CodeKey key, PromoSet set, long merchantId, @Nullable Long after, int most)
      throws SQLException {
    boolean listed = set.shape().listed();
    String order = listed ? "code_hash" : "number";
    try (PreparedStatement s =
        c.prepareStatement(
            """
            SELECT code_hash, number, sealed, CASE WHEN ? THEN used ELSE (SELECT count(*) FROM kartela.promo_use u
                WHERE u.merchant_id = k.merchant_id AND u.set_id = k.set_id AND u.code_hash = k.code_hash
                    AND u.given_back_at IS NULL) END
            FROM kartela.promo_code k WHERE merchant_id = ? AND set_id = ? AND (?::bigint IS NULL OR %1$s > ?)
            ORDER BY %1$s LIMIT ?
            """
                .formatted(order))) {
      s.setBoolean(1, set.terms().usesPerCode() != null);
      s.setLong(2, merchantId);
      s.setLong(3, set.id());
      s.setObject(4, after, Types.BIGINT);
      s.setObject(5, after, Types.BIGINT);
      s.setInt(6, most);
      List<Shown> part = new ArrayList<>();
      try (ResultSet r = s.executeQuery()) {
        while (r.next()) {
          part.add(new Shown(listed ? r.getLong(1) : r.getLong(2), text(key, set, r), r.getInt(4)));
        }
      }
      return part;
    }
  }

  private static String text(CodeKey key, PromoSet set, ResultSet r) throws SQLException {
    Integer symbols = set.shape().symbols();
    return symbols == null
        ? key.open(r.getBytes(3))
        : CodeText.shown(set.shape().prefix(), key.symbols(set.id(), r.getLong(2), symbols));
  }
}
