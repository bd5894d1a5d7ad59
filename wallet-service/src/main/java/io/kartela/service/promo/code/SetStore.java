package io.kartela.service.promo.code;

import io.kartela.service.platform.http.LocalText;
import io.kartela.service.platform.http.Problem;
import io.kartela.service.platform.http.ProblemCode;
import io.kartela.service.promo.code.PromoSet.Terms;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Sets of promo codes in the database, in the caller's transaction. Stateless. */
final class SetStore {
  static final String COLUMNS =
      """
      s.set_id, s.name_ru, s.name_en, s.prefix, s.symbols, s.uses_per_code, s.uses_in_all, s.uses_per_member, s.stores,
      s.first_day, s.last_day, s.first_purchase, s.segment_id, s.give_back, s.wanted, s.made, s.issued, s.revision,
      s.updated_by, s.updated_at, s.created_at, s.stopped_at
      """;

  private static final String ONE = " WHERE merchant_id = ? AND set_id = ?";

  private SetStore() {}

  static PromoSet read(ResultSet r) throws SQLException {
    PromoSet.Shape shape =
        new PromoSet.Shape(r.getString("prefix"), r.getObject("symbols", Integer.class));
    Timestamp stopped = r.getTimestamp("stopped_at");
    return new PromoSet(
        r.getLong("set_id"),
        new LocalText(r.getString("name_ru"), r.getString("name_en")),
        shape,
        terms(r),
        new PromoSet.Stock(r.getLong("wanted"), r.getLong("made"), r.getLong("issued")),
        new PromoSet.Changed(
            r.getInt("revision"),
            r.getString("updated_by"),
            r.getTimestamp("updated_at").toInstant(),
            r.getTimestamp("created_at").toInstant()),
        stopped == null ? null : stopped.toInstant());
  }

  private static Terms terms(ResultSet r) throws SQLException {
    return new Terms(
        r.getObject("uses_per_code", Integer.class),
        r.getObject("uses_in_all", Long.class),
        r.getObject("uses_per_member", Integer.class),
        Arrays.asList((Long[]) r.getArray("stores").getArray()),
        r.getObject("first_day", LocalDate.class),
        r.getObject("last_day", LocalDate.class),
        r.getBoolean("first_purchase"),
        r.getObject("segment_id", Long.class),
        r.getBoolean("give_back"));
  }

  /** The latest first. */
  static List<PromoSet> all(Connection c, long merchantId) throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            "SELECT "
                + COLUMNS
                + " FROM kartela.promo_set s WHERE merchant_id = ? ORDER BY set_id DESC")) {
      s.setLong(1, merchantId);
      List<PromoSet> all = new ArrayList<>();
      try (ResultSet r = s.executeQuery()) {
        while (r.next()) {
          all.add(read(r));
        }
      }
      return all;
    }
  }

  static Optional<PromoSet> one(Connection c, long merchantId, long id, String lock)
      throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement("SELECT " + COLUMNS + " FROM kartela.promo_set s" + ONE + lock)) {
      s.setLong(1, merchantId);
      s.setLong(2, id);
      try (ResultSet r = s.executeQuery()) {
        return r.next() ? Optional.of(read(r)) : Optional.empty();
      }
    }
  }

  /** A new one without codes. */
  static void add(
      Connection c,
      long merchantId,
      long id,
      LocalText name,
      PromoSet.Shape shape,
      Terms terms,
      String by,
      Instant now)
      throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            """
            INSERT INTO kartela.promo_set (name_ru, name_en, uses_in_all, uses_per_member, stores, first_day, last_day,
                first_purchase, segment_id, give_back, updated_by, updated_at, merchant_id, set_id, prefix, symbols,
                uses_per_code, created_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)) {
      terms(c, s, name, terms, by, now);
      s.setLong(13, merchantId);
      s.setLong(14, id);
      s.setString(15, shape.prefix());
      s.setObject(16, shape.symbols(), Types.INTEGER);
      s.setObject(17, terms.usesPerCode(), Types.INTEGER);
      s.setTimestamp(18, Timestamp.from(now));
      s.executeUpdate();
    }
  }

  /**
   * All but what its codes look like and how often one is good. The uses are counted anew: without
   * a limit nobody counted them.
   */
  static void change(
      Connection c, long merchantId, long id, LocalText name, Terms terms, String by, Instant now)
      throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            """
            UPDATE kartela.promo_set s SET name_ru = ?, name_en = ?, uses_in_all = ?, uses_per_member = ?, stores = ?,
                first_day = ?, last_day = ?, first_purchase = ?, segment_id = ?, give_back = ?, updated_by = ?, updated_at = ?,
                revision = revision + 1, used = (SELECT count(*) FROM kartela.promo_use u
                    WHERE u.merchant_id = s.merchant_id AND u.set_id = s.set_id AND u.given_back_at IS NULL)
            """
                + ONE)) {
      terms(c, s, name, terms, by, now);
      s.setLong(13, merchantId);
      s.setLong(14, id);
      s.executeUpdate();
    }
  }

  private static void terms(
      Connection c, PreparedStatement s, LocalText name, Terms terms, String by, Instant now)
      throws SQLException {
    s.setString(1, name.ru());
    s.setString(2, name.en());
    s.setObject(3, terms.usesInAll(), Types.BIGINT);
    s.setObject(4, terms.usesPerMember(), Types.INTEGER);
    s.setArray(5, c.createArrayOf("bigint", terms.stores().toArray()));
    s.setObject(6, terms.firstDay(), Types.DATE);
    s.setObject(7, terms.lastDay(), Types.DATE);
    s.setBoolean(8, terms.firstPurchase());
    s.setObject(9, terms.segmentId(), Types.BIGINT);
    s.setBoolean(10, terms.giveBack());
    s.setString(11, by);
    s.setTimestamp(12, Timestamp.from(now));
  }

  static void stop(
      Connection c, long merchantId, long id, @Nullable Instant stoppedAt, String by, Instant now)
      throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            "UPDATE kartela.promo_set SET stopped_at = ?, updated_by = ?, updated_at = ?, revision"
                + " = revision + 1"
                + ONE)) {
      s.setTimestamp(1, stoppedAt == null ? null : Timestamp.from(stoppedAt));
      s.setString(2, by);
      s.setTimestamp(3, Timestamp.from(now));
      s.setLong(4, merchantId);
      s.setLong(5, id);
      s.executeUpdate();
    }
  }

  /** So many more are to be made. */
  static void want(Connection c, long merchantId, long id, long more) throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement("UPDATE kartela.promo_set SET wanted = wanted + ?" + ONE)) {
      s.setLong(1, more);
      s.setLong(2, merchantId);
      s.setLong(3, id);
      s.executeUpdate();
    }
  }

  static boolean isUsed(Connection c, long merchantId, long id) throws SQLException {
    return exists(c, "SELECT FROM kartela.promo_use" + ONE + " LIMIT 1", merchantId, id);
  }

  /** Stores and a segment that are not this merchant's would make codes that are good nowhere. */
  static void requireOwn(Connection c, long merchantId, Terms terms) throws SQLException {
    for (long store : terms.stores()) {
      if (!exists(
          c,
          "SELECT FROM kartela.store WHERE merchant_id = ? AND store_id = ?",
          merchantId,
          store)) {
        throw new Problem(ProblemCode.STORE_NOT_FOUND);
      }
    }
    Long segment = terms.segmentId();
    if (segment != null
        && !exists(
            c,
            "SELECT FROM kartela.segment WHERE merchant_id = ? AND segment_id = ?",
            merchantId,
            segment)) {
      throw new Problem(ProblemCode.SEGMENT_NOT_FOUND);
    }
  }

  /** Whether a set is for members of this segment alone. */
  static boolean names(Connection c, long merchantId, long segmentId) throws SQLException {
    return exists(
        c,
        "SELECT FROM kartela.promo_set WHERE merchant_id = ? AND segment_id = ? LIMIT 1",
        merchantId,
        segmentId);
  }

  private static boolean exists(Connection c, String sql, long merchantId, long id)
      throws SQLException {
    try (PreparedStatement s = c.prepareStatement(sql)) {
      s.setLong(1, merchantId);
      s.setLong(2, id);
      try (ResultSet r = s.executeQuery()) {
        return r.next();
      }
    }
  }

  /** With its codes. */
  static void delete(Connection c, long merchantId, long id) throws SQLException {
    for (String table : List.of("promo_code", "promo_set")) {
      try (PreparedStatement s = c.prepareStatement("DELETE FROM kartela." + table + ONE)) {
        s.setLong(1, merchantId);
        s.setLong(2, id);
        s.executeUpdate();
      }
    }
  }
}
