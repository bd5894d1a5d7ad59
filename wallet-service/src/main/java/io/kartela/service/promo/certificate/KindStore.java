package io.kartela.service.promo.certificate;

import io.kartela.service.platform.http.LocalText;
import io.kartela.service.platform.http.Problem;
import io.kartela.service.platform.http.ProblemCode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Kinds of certificates in the database, in the caller's transaction. Stateless. */
final class KindStore {
  private KindStore() {}

  private static CertificateKind read(ResultSet r) throws SQLException {
    Timestamp stopped = r.getTimestamp("stopped_at");
    return new CertificateKind(
        r.getLong("kind_id"),
        new LocalText(r.getString("name_ru"), r.getString("name_en")),
        Origin.valueOf(r.getString("origin")),
        new CertificateKind.Values(
            Arrays.asList((Long[]) r.getArray("amounts").getArray()),
            r.getObject("least", Long.class),
            r.getObject("most", Long.class)),
        r.getObject("days", Integer.class),
        stopped == null ? null : stopped.toInstant(),
        r.getInt("revision"));
  }

  static List<CertificateKind> all(Connection c, long merchantId) throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            "SELECT * FROM kartela.certificate_kind WHERE merchant_id = ? ORDER BY kind_id")) {
      s.setLong(1, merchantId);
      List<CertificateKind> all = new ArrayList<>();
      try (ResultSet r = s.executeQuery()) {
        while (r.next()) {
          all.add(read(r));
        }
      }
      return all;
    }
  }

  /**
   * One of them.
   *
   * @param lock behind its lock
   */
  static CertificateKind find(Connection c, long merchantId, long id, boolean lock)
      throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            "SELECT * FROM kartela.certificate_kind WHERE merchant_id = ? AND kind_id = ?"
                + (lock ? " FOR UPDATE" : ""))) {
      s.setLong(1, merchantId);
      s.setLong(2, id);
      try (ResultSet r = s.executeQuery()) {
        if (!r.next()) {
          throw new Problem(ProblemCode.CERTIFICATE_KIND_NOT_FOUND);
        }
        return read(r);
      }
    }
  }

  static void add(Connection c, long merchantId, CertificateKind kind, String by, Instant now)
      throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            """
            INSERT INTO kartela.certificate_kind (name_ru, name_en, amounts, least, most, days, updated_by, updated_at,
                merchant_id, kind_id, origin, created_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)) {
      int next = terms(c, s, kind, by, now);
      s.setLong(next++, merchantId);
      s.setLong(next++, kind.id());
      s.setString(next++, kind.origin().name());
      s.setTimestamp(next, Timestamp.from(now));
      s.executeUpdate();
    }
  }

  /** Whether one that is there was bought or given stays as it is. */
  static void change(Connection c, long merchantId, CertificateKind kind, String by, Instant now)
      throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            """
            UPDATE kartela.certificate_kind SET name_ru = ?, name_en = ?, amounts = ?, least = ?, most = ?, days = ?,
                updated_by = ?, updated_at = ?, revision = revision + 1
            WHERE merchant_id = ? AND kind_id = ?
            """)) {
      int next = terms(c, s, kind, by, now);
      s.setLong(next++, merchantId);
      s.setLong(next, kind.id());
      s.executeUpdate();
    }
  }

  private static int terms(
      Connection c, PreparedStatement s, CertificateKind kind, String by, Instant now)
      throws SQLException {
    CertificateKind.Values values = kind.values();
    s.setString(1, kind.name().ru());
    s.setString(2, kind.name().en());
    s.setArray(3, c.createArrayOf("bigint", values.amounts().toArray()));
    s.setObject(4, values.least(), Types.BIGINT);
    s.setObject(5, values.most(), Types.BIGINT);
    s.setObject(6, kind.days(), Types.INTEGER);
    s.setString(7, by);
    s.setTimestamp(8, Timestamp.from(now));
    return 9;
  }

  static void stop(Connection c, long merchantId, long id, @Nullable Instant at, String by)
      throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            "UPDATE kartela.certificate_kind SET stopped_at = ?, updated_by = ?, revision ="
                + " revision + 1 WHERE merchant_id = ? AND kind_id = ?")) {
      s.setTimestamp(1, at == null ? null : Timestamp.from(at));
      s.setString(2, by);
      s.setLong(3, merchantId);
      s.setLong(4, id);
      s.executeUpdate();
    }
  }
}
