package io.kartela.service.wallet.identity;

import io.kartela.certs.Vault;
import io.kartela.service.platform.http.Http;
import io.kartela.service.platform.http.Problem;
import io.kartela.service.platform.http.ProblemCode;
import io.kartela.service.platform.work.SealedTable;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The table of identities, in the merchant's transaction. Stateless. */
final class IdentityStore {
  /** Most identities of a merchant. */
  static final int MOST = 50;

  static final SealedTable SEALED =
      new SealedTable(
          "signing_identity",
          SealedTable.Key.number("identity_id"),
          (merchantId, id) -> context(merchantId, Long.parseLong(id)));

  private final Vault vault;

  IdentityStore(Vault vault) {
    this.vault = vault;
  }

  /** A kept identity without its secret. */
  record Row(
      long id,
      IdentityKind kind,
      String state,
      String name,
      JsonNode detail,
      @Nullable Instant notBefore,
      @Nullable Instant notAfter,
      String createdBy,
      Instant createdAt,
      @Nullable Instant activatedAt) {}

  List<Row> all(Connection c, long merchantId) throws SQLException {
    return rows(c, merchantId, 0);
  }

  Row get(Connection c, long merchantId, long id) throws SQLException {
    return rows(c, merchantId, id).stream()
        .findFirst()
        .orElseThrow(() -> new Problem(ProblemCode.IDENTITY_NOT_FOUND));
  }

  private static List<Row> rows(Connection c, long merchantId, long id) throws SQLException {
    String sql =
        """
        SELECT identity_id, kind, state, name, detail, not_before, not_after, created_by, created_at, activated_at
        FROM kartela.signing_identity WHERE merchant_id = ? AND (? = 0 OR identity_id = ?)
        ORDER BY created_at DESC, identity_id DESC
        """;
    try (PreparedStatement s = c.prepareStatement(sql)) {
      s.setLong(1, merchantId);
      s.setLong(2, id);
      s.setLong(3, id);
      List<Row> found = new ArrayList<>();
      try (ResultSet r = s.executeQuery()) {
        while (r.next()) {
          found.add(
              new Row(
                  r.getLong(1),
                  IdentityKind.valueOf(r.getString(2)),
                  r.getString(3),
                  r.getString(4),
                  Http.JSON.readTree(r.getString(5)),
                  instant(r.getTimestamp(6)),
                  instant(r.getTimestamp(7)),
                  r.getString(8),
                  r.getTimestamp(9).toInstant(),
                  instant(r.getTimestamp(10))));
        }
      }
      return found;
    }
  }

  void add(Connection c, long merchantId, long id, Material material, String author, Instant now)
      throws SQLException {
    String sql =
        """
        INSERT INTO kartela.signing_identity (merchant_id, identity_id, kind, state, name, detail, sealed, not_before,
            not_after, created_by, created_at)
        VALUES (?, ?, ?, 'STORED', ?, ?::jsonb, ?, ?, ?, ?, ?)
        """;
    try (PreparedStatement s = c.prepareStatement(sql)) {
      s.setLong(1, merchantId);
      s.setLong(2, id);
      s.setString(3, material.kind().name());
      s.setString(4, material.name());
      s.setString(5, Http.JSON.writeValueAsString(material.detail()));
      s.setString(6, vault.seal(material.secret(), context(merchantId, id)));
      s.setTimestamp(7, timestamp(material.notBefore()));
      s.setTimestamp(8, timestamp(material.notAfter()));
      s.setString(9, author);
      s.setTimestamp(10, Timestamp.from(now));
      s.executeUpdate();
    }
  }

  /** A request becomes the identity that it was made for. */
  void complete(Connection c, long merchantId, long id, Material material) throws SQLException {
    String sql =
        """
        UPDATE kartela.signing_identity SET kind = ?, name = ?, detail = ?::jsonb, sealed = ?, not_before = ?, not_after = ?
        WHERE merchant_id = ? AND identity_id = ? AND kind = 'APPLE_REQUEST'
        """;
    try (PreparedStatement s = c.prepareStatement(sql)) {
      s.setString(1, material.kind().name());
      s.setString(2, material.name());
      s.setString(3, Http.JSON.writeValueAsString(material.detail()));
      s.setString(4, vault.seal(material.secret(), context(merchantId, id)));
      s.setTimestamp(5, timestamp(material.notBefore()));
      s.setTimestamp(6, timestamp(material.notAfter()));
      s.setLong(7, merchantId);
      s.setLong(8, id);
      s.executeUpdate();
    }
  }

  /** The one in use of a kind, with its secret; in use is at most one. */
  Optional<String> active(Connection c, long merchantId, IdentityKind kind) throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            """
            SELECT identity_id, sealed FROM kartela.signing_identity
            WHERE merchant_id = ? AND kind = ? AND state = 'ACTIVE'
            """)) {
      s.setLong(1, merchantId);
      s.setString(2, kind.name());
      try (ResultSet r = s.executeQuery()) {
        return r.next()
            ? Optional.of(vault.open(r.getString(2), context(merchantId, r.getLong(1))))
            : Optional.empty();
      }
    }
  }

  /** Every one that is or was in use, the one in use first. */
  List<String> everUsed(Connection c, long merchantId, IdentityKind kind) throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            """
            SELECT identity_id, sealed FROM kartela.signing_identity
            WHERE merchant_id = ? AND kind = ? AND state IN ('ACTIVE', 'RETIRED')
            ORDER BY state, activated_at DESC
            """)) {
      s.setLong(1, merchantId);
      s.setString(2, kind.name());
      List<String> secrets = new ArrayList<>();
      try (ResultSet r = s.executeQuery()) {
        while (r.next()) {
          secrets.add(vault.open(r.getString(2), context(merchantId, r.getLong(1))));
        }
      }
      return secrets;
    }
  }

  /**
   * A Google account that is or was in use.
   *
   * @param issuerId for whom it acts; null: for the installation's issuer
   */
  record GoogleAccount(boolean active, @Nullable String issuerId, String secret) {
    @Override
    public String toString() {
      return "GoogleAccount[" + issuerId + "]";
    }
  }

  /** Those that are or were in use: the one in use, then the last ones before it. */
  List<GoogleAccount> googleAccounts(Connection c, long merchantId) throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            """
            SELECT identity_id, state = 'ACTIVE', detail ->> 'issuerId', sealed FROM kartela.signing_identity
            WHERE merchant_id = ? AND kind = 'GOOGLE_ACCOUNT' AND state IN ('ACTIVE', 'RETIRED')
            ORDER BY state, activated_at DESC
            """)) {
      s.setLong(1, merchantId);
      List<GoogleAccount> accounts = new ArrayList<>();
      try (ResultSet r = s.executeQuery()) {
        while (r.next()) {
          accounts.add(
              new GoogleAccount(
                  r.getBoolean(2),
                  r.getString(3),
                  vault.open(r.getString(4), context(merchantId, r.getLong(1)))));
        }
      }
      return accounts;
    }
  }

  /** Whether classes were ever made for this issuer, and with them perhaps cards. */
  static boolean hasClasses(Connection c, long merchantId, String issuerId) throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            "SELECT EXISTS (SELECT 1 FROM kartela.google_class WHERE merchant_id = ? AND"
                + " starts_with(class_id, ?))")) {
      s.setLong(1, merchantId);
      s.setString(2, issuerId + ".");
      try (ResultSet r = s.executeQuery()) {
        r.next();
        return r.getBoolean(1);
      }
    }
  }

  String secret(Connection c, long merchantId, long id) throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            "SELECT sealed FROM kartela.signing_identity WHERE merchant_id = ? AND identity_id ="
                + " ?")) {
      s.setLong(1, merchantId);
      s.setLong(2, id);
      try (ResultSet r = s.executeQuery()) {
        if (!r.next()) {
          throw new Problem(ProblemCode.IDENTITY_NOT_FOUND);
        }
        return vault.open(r.getString(1), context(merchantId, id));
      }
    }
  }

  /** Takes one into use; the one before it stays beside it, retired, and may be taken back. */
  void activate(Connection c, long merchantId, Row row, Instant now) throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            """
            UPDATE kartela.signing_identity SET state = 'RETIRED'
            WHERE merchant_id = ? AND kind = ? AND state = 'ACTIVE'
            """)) {
      s.setLong(1, merchantId);
      s.setString(2, row.kind().name());
      s.executeUpdate();
    }
    try (PreparedStatement s =
        c.prepareStatement(
            """
            UPDATE kartela.signing_identity SET state = 'ACTIVE', activated_at = ?
            WHERE merchant_id = ? AND identity_id = ?
            """)) {
      s.setTimestamp(1, Timestamp.from(now));
      s.setLong(2, merchantId);
      s.setLong(3, row.id());
      s.executeUpdate();
    }
  }

  void delete(Connection c, long merchantId, long id) throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            "DELETE FROM kartela.signing_identity WHERE merchant_id = ? AND identity_id = ?")) {
      s.setLong(1, merchantId);
      s.setLong(2, id);
      s.executeUpdate();
    }
  }

  /** Whether any card was ever issued. */
  static boolean hasCards(Connection c, long merchantId) throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement("SELECT EXISTS (SELECT 1 FROM kartela.pass WHERE merchant_id = ?)")) {
      s.setLong(1, merchantId);
      try (ResultSet r = s.executeQuery()) {
        r.next();
        return r.getBoolean(1);
      }
    }
  }

  private static String context(long merchantId, long id) {
    return "merchant " + merchantId + " identity " + id;
  }

  private static @Nullable Timestamp timestamp(@Nullable Instant at) {
    return at == null ? null : Timestamp.from(at);
  }

  private static @Nullable Instant instant(@Nullable Timestamp at) {
    return at == null ? null : at.toInstant();
  }
}
