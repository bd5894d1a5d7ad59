package io.kartela.service.promo.certificate;

import io.kartela.service.platform.http.LocalText;
import io.kartela.service.platform.http.Problem;
import io.kartela.service.platform.http.ProblemCode;
import io.kartela.service.promo.code.CodeKey;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Certificates in the database, in the caller's transaction. Stateless. */
final class CertificateStore {
  static final String COLUMNS =
      """
      t.certificate_id, k.name_ru, k.name_en, t.origin, t.rest, t.tail, t.issued_at, t.ends_at, t.blocked_at,
      t.member_id, t.recipient
      """;

  static final String FROM =
      " FROM kartela.certificate t JOIN kartela.certificate_kind k USING (merchant_id, kind_id) ";

  private CertificateStore() {}

  static Certificate read(ResultSet r) throws SQLException {
    return new Certificate(
        r.getLong("certificate_id"),
        new LocalText(r.getString("name_ru"), r.getString("name_en")),
        Origin.valueOf(r.getString("origin")),
        r.getLong("rest"),
        r.getString("tail"),
        r.getTimestamp("issued_at").toInstant(),
        instant(r.getTimestamp("ends_at")),
        instant(r.getTimestamp("blocked_at")),
        r.getLong("member_id"),
        r.getString("recipient"));
  }

  private static @Nullable Instant instant(@Nullable Timestamp at) {
    return at == null ? null : at.toInstant();
  }

  /**
   * One of them.
   *
   * @param lock behind its lock: of two who move it one comes first, and the other sees it
   */
  static Certificate find(Connection c, long merchantId, long id, boolean lock)
      throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            "SELECT "
                + COLUMNS
                + FROM
                + "WHERE t.merchant_id = ? AND t.certificate_id = ?"
                + (lock ? " FOR UPDATE OF t" : ""))) {
      s.setLong(1, merchantId);
      s.setLong(2, id);
      try (ResultSet r = s.executeQuery()) {
        if (!r.next()) {
          throw new Problem(ProblemCode.CERTIFICATE_NOT_FOUND);
        }
        return read(r);
      }
    }
  }

  /** A new one that holds nothing yet. */
  static void add(
      Connection c,
      CodeKey key,
      long merchantId,
      CertificateKind kind,
      Certificate one,
      CertificateCode code)
      throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            """
            INSERT INTO kartela.certificate (merchant_id, certificate_id, kind_id, origin, tail, sealed, link_hash,
                issued_at, ends_at, member_id, recipient)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, nullif(?, 0), ?)
            """)) {
      Instant ends = one.endsAt();
      s.setLong(1, merchantId);
      s.setLong(2, one.id());
      s.setLong(3, kind.id());
      s.setString(4, one.origin().name());
      s.setString(5, one.tail());
      s.setBytes(6, code.seal(key));
      s.setLong(7, CertificateCode.linkHash(key, code.link()));
      s.setTimestamp(8, Timestamp.from(one.issuedAt()));
      s.setTimestamp(9, ends == null ? null : Timestamp.from(ends));
      s.setLong(10, one.memberId());
      s.setString(11, one.recipient());
      s.executeUpdate();
    }
    addCode(c, key, merchantId, one.id(), code);
  }

  private static void addCode(
      Connection c, CodeKey key, long merchantId, long id, CertificateCode code)
      throws SQLException {
    String folded = CertificateCode.fold(code.code());
    try (PreparedStatement s =
        c.prepareStatement(
            "INSERT INTO kartela.certificate_code (merchant_id, code_hash, certificate_id, tail)"
                + " VALUES (?, ?, ?, ?)")) {
      s.setLong(1, merchantId);
      s.setLong(2, CertificateCode.hash(key, folded));
      s.setLong(3, id);
      s.setString(4, CertificateCode.tail(folded));
      s.executeUpdate();
    }
  }

  /** The old code and the old link open nothing any more. */
  static void replace(
      Connection c, CodeKey key, long merchantId, long id, CertificateCode code, Instant now)
      throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            "UPDATE kartela.certificate_code SET replaced_at = ? WHERE merchant_id = ? AND"
                + " certificate_id = ? AND replaced_at IS NULL")) {
      s.setTimestamp(1, Timestamp.from(now));
      s.setLong(2, merchantId);
      s.setLong(3, id);
      s.executeUpdate();
    }
    addCode(c, key, merchantId, id, code);
    try (PreparedStatement s =
        c.prepareStatement(
            "UPDATE kartela.certificate SET tail = ?, sealed = ?, link_hash = ? WHERE merchant_id ="
                + " ? AND certificate_id = ?")) {
      s.setString(1, CertificateCode.tail(CertificateCode.fold(code.code())));
      s.setBytes(2, code.seal(key));
      s.setLong(3, CertificateCode.linkHash(key, code.link()));
      s.setLong(4, merchantId);
      s.setLong(5, id);
      s.executeUpdate();
    }
  }

  static void block(Connection c, long merchantId, long id, @Nullable Instant at)
      throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            "UPDATE kartela.certificate SET blocked_at = ? WHERE merchant_id = ? AND"
                + " certificate_id = ?")) {
      s.setTimestamp(1, at == null ? null : Timestamp.from(at));
      s.setLong(2, merchantId);
      s.setLong(3, id);
      s.executeUpdate();
    }
  }

  static void assign(Connection c, long merchantId, long id, long memberId) throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            "UPDATE kartela.certificate SET member_id = nullif(?, 0) WHERE merchant_id = ? AND"
                + " certificate_id = ?")) {
      s.setLong(1, memberId);
      s.setLong(2, merchantId);
      s.setLong(3, id);
      s.executeUpdate();
    }
  }

  /** What opens it. */
  static CertificateCode code(Connection c, CodeKey key, long merchantId, long id)
      throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            "SELECT sealed FROM kartela.certificate WHERE merchant_id = ? AND certificate_id ="
                + " ?")) {
      s.setLong(1, merchantId);
      s.setLong(2, id);
      try (ResultSet r = s.executeQuery()) {
        if (!r.next()) {
          throw new Problem(ProblemCode.CERTIFICATE_NOT_FOUND);
        }
        return CertificateCode.open(key, r.getBytes(1));
      }
    }
  }

  static Optional<Long> byLink(Connection c, CodeKey key, long merchantId, String link)
      throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            "SELECT certificate_id FROM kartela.certificate WHERE merchant_id = ? AND link_hash ="
                + " ?")) {
      s.setLong(1, merchantId);
      s.setLong(2, CertificateCode.linkHash(key, link));
      try (ResultSet r = s.executeQuery()) {
        return r.next() ? Optional.of(r.getLong(1)) : Optional.empty();
      }
    }
  }

  /** Whether there is such a member who can have one. */
  static boolean hasMember(Connection c, long merchantId, long memberId) throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            "SELECT FROM kartela.member WHERE merchant_id = ? AND member_id = ? AND status NOT IN"
                + " ('MERGED', 'ERASED')")) {
      s.setLong(1, merchantId);
      s.setLong(2, memberId);
      try (ResultSet r = s.executeQuery()) {
        return r.next();
      }
    }
  }
}
