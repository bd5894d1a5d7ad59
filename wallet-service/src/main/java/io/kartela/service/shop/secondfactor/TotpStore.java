package io.kartela.service.shop.secondfactor;

import io.kartela.certs.Vault;
import io.kartela.service.platform.work.SealedTable;
import io.kartela.service.shop.staff.StaffPrincipal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** The secrets that apps make codes of, sealed under the master key. Thread-safe. */
final class TotpStore {
  static final SealedTable TABLE =
      new SealedTable("totp", SealedTable.Key.number("staff_id"), TotpStore::context);

  private final Vault vault;

  /**
   * A secret.
   *
   * @param confirmedAt null: nobody has shown a code of it
   */
  private record Kept(String secret, @Nullable Instant confirmedAt, long lastStep) {}

  TotpStore(Vault vault) {
    this.vault = vault;
  }

  private static String context(long merchantId, String staffId) {
    return "merchant " + merchantId + " totp " + staffId;
  }

  private static String context(StaffPrincipal staff) {
    return context(staff.merchantId(), Long.toString(staff.staffId()));
  }

  /** Another secret that counts once it is confirmed; one before that never was is forgotten. */
  void begin(Connection c, StaffPrincipal staff, String secret) throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            """
            INSERT INTO kartela.totp (merchant_id, staff_id, sealed) VALUES (?, ?, ?)
            ON CONFLICT (merchant_id, staff_id) DO UPDATE SET sealed = excluded.sealed, last_step = 0
            WHERE totp.confirmed_at IS NULL
            """)) {
      s.setLong(1, staff.merchantId());
      s.setLong(2, staff.staffId());
      s.setString(3, vault.seal(secret, context(staff)));
      s.executeUpdate();
    }
  }

  /** Whether there is a secret that waits for its first code. */
  boolean waits(Connection c, StaffPrincipal staff) throws SQLException {
    return kept(c, staff).filter(k -> k.confirmedAt == null).isPresent();
  }

  /** The first code makes the secret count. */
  boolean confirm(Connection c, StaffPrincipal staff, String code, Instant now)
      throws SQLException {
    Optional<Kept> kept = kept(c, staff).filter(k -> k.confirmedAt == null);
    return kept.isPresent() && accept(c, staff, kept.get(), code, now);
  }

  /** A code that is accepted is used up, with all before it. */
  boolean use(Connection c, StaffPrincipal staff, String code, Instant now) throws SQLException {
    Optional<Kept> kept = kept(c, staff).filter(k -> k.confirmedAt != null);
    return kept.isPresent() && accept(c, staff, kept.get(), code, now);
  }

  private static boolean accept(
      Connection c, StaffPrincipal staff, Kept kept, String code, Instant now) throws SQLException {
    OptionalLong step = Totp.step(kept.secret, code, now, kept.lastStep);
    if (step.isEmpty()) {
      return false;
    }
    try (PreparedStatement s =
        c.prepareStatement(
            """
            UPDATE kartela.totp SET last_step = ?, confirmed_at = coalesce(confirmed_at, ?)
            WHERE merchant_id = ? AND staff_id = ? AND last_step < ?
            """)) {
      s.setLong(1, step.getAsLong());
      s.setTimestamp(2, Timestamp.from(now));
      s.setLong(3, staff.merchantId());
      s.setLong(4, staff.staffId());
      s.setLong(5, step.getAsLong());
      return s.executeUpdate() == 1;
    }
  }

  private Optional<Kept> kept(Connection c, StaffPrincipal staff) throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            """
            SELECT sealed, confirmed_at, last_step FROM kartela.totp WHERE merchant_id = ? AND staff_id = ?
            """)) {
      s.setLong(1, staff.merchantId());
      s.setLong(2, staff.staffId());
      try (ResultSet r = s.executeQuery()) {
        if (!r.next()) {
          return Optional.empty();
        }
        Timestamp at = r.getTimestamp(2);
        return Optional.of(
            new Kept(
                vault.open(r.getString(1), context(staff)),
                at == null ? null : at.toInstant(),
                r.getLong(3)));
      }
    }
  }
}
