package io.kartela.service.shop.secondfactor;

import io.kartela.service.shop.staff.StaffPrincipal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The rows of passkeys; only their public parts are ever here. */
final class PasskeyStore {
  /** One's own, as pages show it. */
  record View(String id, String name, Instant createdAt, @Nullable Instant lastUsedAt) {}

  /** One with whom it belongs to. */
  record Known(long id, long staffId, PasskeyCheck.PublicPart part) {}

  private PasskeyStore() {}

  static List<View> list(Connection c, StaffPrincipal staff) throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            """
            SELECT passkey_id, name, created_at, last_used_at FROM kartela.passkey
            WHERE merchant_id = ? AND staff_id = ? ORDER BY passkey_id
            """)) {
      s.setLong(1, staff.merchantId());
      s.setLong(2, staff.staffId());
      List<View> views = new ArrayList<>();
      try (ResultSet r = s.executeQuery()) {
        while (r.next()) {
          Timestamp used = r.getTimestamp(4);
          views.add(
              new View(
                  Long.toString(r.getLong(1)),
                  r.getString(2),
                  r.getTimestamp(3).toInstant(),
                  used == null ? null : used.toInstant()));
        }
      }
      return views;
    }
  }

  /** What authenticators call somebody's, base64url. */
  static List<String> credentials(Connection c, long merchantId, long staffId) throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            """
            SELECT credential_id FROM kartela.passkey
            WHERE merchant_id = ? AND staff_id = ? ORDER BY passkey_id
            """)) {
      s.setLong(1, merchantId);
      s.setLong(2, staffId);
      List<String> found = new ArrayList<>();
      try (ResultSet r = s.executeQuery()) {
        while (r.next()) {
          found.add(Base64.getUrlEncoder().withoutPadding().encodeToString(r.getBytes(1)));
        }
      }
      return found;
    }
  }

  /** False: there is one like it already. */
  static boolean add(
      Connection c,
      StaffPrincipal staff,
      long id,
      String name,
      PasskeyCheck.PublicPart part,
      Instant now)
      throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            """
            INSERT INTO kartela.passkey (merchant_id, passkey_id, staff_id, credential_id, cose_key,
              sign_count, backup_eligible, name, created_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (merchant_id, credential_id) DO NOTHING
            """)) {
      s.setLong(1, staff.merchantId());
      s.setLong(2, id);
      s.setLong(3, staff.staffId());
      s.setBytes(4, part.credentialId());
      s.setBytes(5, part.coseKey());
      s.setLong(6, part.signCount());
      s.setBoolean(7, part.backupEligible());
      s.setString(8, name);
      s.setTimestamp(9, Timestamp.from(now));
      return s.executeUpdate() == 1;
    }
  }

  static Optional<Known> byCredential(Connection c, long merchantId, byte[] credentialId)
      throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            """
            SELECT passkey_id, staff_id, cose_key, sign_count, backup_eligible
            FROM kartela.passkey WHERE merchant_id = ? AND credential_id = ?
            """)) {
      s.setLong(1, merchantId);
      s.setBytes(2, credentialId);
      try (ResultSet r = s.executeQuery()) {
        return r.next()
            ? Optional.of(
                new Known(
                    r.getLong(1),
                    r.getLong(2),
                    new PasskeyCheck.PublicPart(
                        credentialId, r.getBytes(3), r.getLong(4), r.getBoolean(5))))
            : Optional.empty();
      }
    }
  }

  static void used(Connection c, long merchantId, long id, long signCount, Instant now)
      throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            """
            UPDATE kartela.passkey SET sign_count = ?, last_used_at = ?
            WHERE merchant_id = ? AND passkey_id = ?
            """)) {
      s.setLong(1, signCount);
      s.setTimestamp(2, Timestamp.from(now));
      s.setLong(3, merchantId);
      s.setLong(4, id);
      s.executeUpdate();
    }
  }

  /** What one's own is called; empty: there is none. */
  static Optional<String> name(Connection c, StaffPrincipal staff, long id) throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            "SELECT name FROM kartela.passkey WHERE merchant_id = ? AND staff_id = ? AND"
                + " passkey_id = ?")) {
      s.setLong(1, staff.merchantId());
      s.setLong(2, staff.staffId());
      s.setLong(3, id);
      try (ResultSet r = s.executeQuery()) {
        return r.next() ? Optional.of(r.getString(1)) : Optional.empty();
      }
    }
  }

  static void rename(Connection c, long merchantId, long id, String name) throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            "UPDATE kartela.passkey SET name = ? WHERE merchant_id = ? AND passkey_id = ?")) {
      s.setString(1, name);
      s.setLong(2, merchantId);
      s.setLong(3, id);
      s.executeUpdate();
    }
  }

  static void remove(Connection c, long merchantId, long id) throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            "DELETE FROM kartela.passkey WHERE merchant_id = ? AND passkey_id = ?")) {
      s.setLong(1, merchantId);
      s.setLong(2, id);
      s.executeUpdate();
    }
  }
}
