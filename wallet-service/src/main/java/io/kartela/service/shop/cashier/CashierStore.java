package io.kartela.service.shop.cashier;

import io.kartela.service.shop.store.CashierRef;
import io.kartela.service.shop.store.RegisterPrincipal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** Cashiers and their sessions in the caller's transaction. Stateless. */
final class CashierStore {
  static final int MAX_PER_STORE = 200;
  private static final int MOST_LISTED = 5_000;

  /** A cashier as lists show one; the PIN is nowhere to be read. */
  record Row(
      long id,
      long storeId,
      String name,
      @Nullable Instant lockedUntil,
      @Nullable Instant lastSeenAt,
      Instant pinChangedAt) {}

  /** Where a cashier belongs. */
  record Known(long storeId, String name, @Nullable Instant revokedAt) {}

  /**
   * A try to sign in.
   *
   * @param failures wrong tries in a row, this one among them until it proves right
   * @param counted whether it may be looked at; false = locked
   */
  record Attempt(
      String name, String pinHash, int failures, @Nullable Instant lockedUntil, boolean counted) {}

  /** What came of making a cashier. */
  enum Made {
    DONE,
    NO_STORE,
    NAME_TAKEN,
    TOO_MANY
  }

  Made insert(
      Connection c, long merchantId, long id, long storeId, String name, String hash, Instant now)
      throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            """
            SELECT (SELECT count(*) FROM kartela.store WHERE merchant_id = ? AND store_id = ?),
                (SELECT count(*) FROM kartela.cashier WHERE merchant_id = ? AND store_id = ? AND revoked_at IS NULL)
            """)) {
      s.setLong(1, merchantId);
      s.setLong(2, storeId);
      s.setLong(3, merchantId);
      s.setLong(4, storeId);
      try (ResultSet r = s.executeQuery()) {
        r.next();
        if (r.getLong(1) == 0) {
          return Made.NO_STORE;
        }
        if (r.getLong(2) >= MAX_PER_STORE) {
          return Made.TOO_MANY;
        }
      }
    }
    try (PreparedStatement s =
        c.prepareStatement(
            """
            INSERT INTO kartela.cashier (merchant_id, cashier_id, store_id, name, pin_hash, pin_changed_at, created_at)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (merchant_id, store_id, lower(name)) WHERE revoked_at IS NULL DO NOTHING
            """)) {
      s.setLong(1, merchantId);
      s.setLong(2, id);
      s.setLong(3, storeId);
      s.setString(4, name);
      s.setString(5, hash);
      s.setTimestamp(6, Timestamp.from(now));
      s.setTimestamp(7, Timestamp.from(now));
      return s.executeUpdate() == 1 ? Made.DONE : Made.NAME_TAKEN;
    }
  }

  /** Those who work now, of one store or of all, by store and name. */
  List<Row> list(Connection c, long merchantId, @Nullable Long storeId) throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            "SELECT cashier_id, store_id, name, locked_until, last_seen_at, pin_changed_at FROM"
                + " kartela.cashier WHERE merchant_id = ?"
                + (storeId == null ? "" : " AND store_id = ?")
                + " AND revoked_at IS NULL ORDER BY store_id, lower(name) LIMIT "
                + MOST_LISTED)) {
      s.setLong(1, merchantId);
      if (storeId != null) {
        s.setLong(2, storeId);
      }
      List<Row> rows = new ArrayList<>();
      try (ResultSet r = s.executeQuery()) {
        while (r.next()) {
          rows.add(
              new Row(
                  r.getLong(1),
                  r.getLong(2),
                  r.getString(3),
                  instant(r, 4),
                  instant(r, 5),
                  r.getTimestamp(6).toInstant()));
        }
      }
      return rows;
    }
  }

  Optional<Known> known(Connection c, long merchantId, long cashierId) throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            "SELECT store_id, name, revoked_at FROM kartela.cashier WHERE merchant_id = ? AND"
                + " cashier_id = ?")) {
      s.setLong(1, merchantId);
      s.setLong(2, cashierId);
      try (ResultSet r = s.executeQuery()) {
        return r.next()
            ? Optional.of(new Known(r.getLong(1), r.getString(2), instant(r, 3)))
            : Optional.empty();
      }
    }
  }

  /** Whether there was such a cashier; sessions end with the PIN that opened them. */
  boolean setPin(Connection c, long merchantId, long cashierId, String hash, Instant now)
      throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            """
            UPDATE kartela.cashier SET pin_hash = ?, pin_changed_at = ?, failures = 0, locked_until = NULL
            WHERE merchant_id = ? AND cashier_id = ? AND revoked_at IS NULL
            """)) {
      s.setString(1, hash);
      s.setTimestamp(2, Timestamp.from(now));
      s.setLong(3, merchantId);
      s.setLong(4, cashierId);
      return s.executeUpdate() == 1 && endAll(c, merchantId, cashierId, now);
    }
  }

  boolean revoke(Connection c, long merchantId, long cashierId, Instant now) throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            "UPDATE kartela.cashier SET revoked_at = ? WHERE merchant_id = ? AND cashier_id = ? AND"
                + " revoked_at IS NULL")) {
      s.setTimestamp(1, Timestamp.from(now));
      s.setLong(2, merchantId);
      s.setLong(3, cashierId);
      return s.executeUpdate() == 1 && endAll(c, merchantId, cashierId, now);
    }
  }

  private static boolean endAll(Connection c, long merchantId, long cashierId, Instant now)
      throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            "UPDATE kartela.cashier_session SET ends_at = ? WHERE merchant_id = ? AND cashier_id ="
                + " ? AND ends_at > ?")) {
      s.setTimestamp(1, Timestamp.from(now));
      s.setLong(2, merchantId);
      s.setLong(3, cashierId);
      s.setTimestamp(4, Timestamp.from(now));
      s.executeUpdate();
      return true;
    }
  }

  /** Counts a try; empty when this store has no such cashier. */
  Optional<Attempt> attempt(
      Connection c,
      RegisterPrincipal register,
      long cashierId,
      IntFunction<Optional<Duration>> lock,
      Instant now)
      throws SQLException {
    Attempt before;
    try (PreparedStatement s =
        c.prepareStatement(
            """
            SELECT name, pin_hash, failures, locked_until FROM kartela.cashier
            WHERE merchant_id = ? AND cashier_id = ? AND store_id = ? AND revoked_at IS NULL FOR UPDATE
            """)) {
      s.setLong(1, register.merchantId());
      s.setLong(2, cashierId);
      s.setLong(3, register.storeId());
      try (ResultSet r = s.executeQuery()) {
        if (!r.next()) {
          return Optional.empty();
        }
        before = new Attempt(r.getString(1), r.getString(2), r.getInt(3), instant(r, 4), false);
      }
    }
    Instant locked = before.lockedUntil;
    if (locked != null && locked.isAfter(now)) {
      return Optional.of(before);
    }
    int failures = before.failures + 1;
    Instant until = lock.apply(failures).map(now::plus).orElse(null);
    try (PreparedStatement s =
        c.prepareStatement(
            "UPDATE kartela.cashier SET failures = ?, locked_until = ? WHERE merchant_id = ? AND"
                + " cashier_id = ?")) {
      s.setInt(1, failures);
      s.setTimestamp(2, until == null ? null : Timestamp.from(until));
      s.setLong(3, register.merchantId());
      s.setLong(4, cashierId);
      s.executeUpdate();
    }
    return Optional.of(new Attempt(before.name, before.pinHash, failures, until, true));
  }

  /** The PIN was right; false when it was changed or the cashier revoked in this moment. */
  boolean open(
      Connection c,
      RegisterPrincipal register,
      long cashierId,
      Attempt attempt,
      byte[] tokenHash,
      Instant now,
      Instant end)
      throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            """
            UPDATE kartela.cashier SET failures = 0, locked_until = NULL, last_seen_at = ?
            WHERE merchant_id = ? AND cashier_id = ? AND pin_hash = ? AND revoked_at IS NULL
            """)) {
      s.setTimestamp(1, Timestamp.from(now));
      s.setLong(2, register.merchantId());
      s.setLong(3, cashierId);
      s.setString(4, attempt.pinHash);
      if (s.executeUpdate() == 0) {
        return false;
      }
    }
    try (PreparedStatement s =
        c.prepareStatement(
            """
            INSERT INTO kartela.cashier_session (merchant_id, token_hash, cashier_id, register_id, started_at, ends_at)
            VALUES (?, ?, ?, ?, ?, ?)
            """)) {
      s.setLong(1, register.merchantId());
      s.setBytes(2, tokenHash);
      s.setLong(3, cashierId);
      s.setLong(4, register.registerId());
      s.setTimestamp(5, Timestamp.from(now));
      s.setTimestamp(6, Timestamp.from(end));
      return s.executeUpdate() == 1;
    }
  }

  boolean end(Connection c, long merchantId, byte[] tokenHash, long registerId, Instant now)
      throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            "UPDATE kartela.cashier_session SET ends_at = ? WHERE merchant_id = ? AND token_hash ="
                + " ? AND register_id = ? AND ends_at > ?")) {
      s.setTimestamp(1, Timestamp.from(now));
      s.setLong(2, merchantId);
      s.setBytes(3, tokenHash);
      s.setLong(4, registerId);
      s.setTimestamp(5, Timestamp.from(now));
      return s.executeUpdate() == 1;
    }
  }

  Optional<Cashiers.Session> session(Connection c, long merchantId, byte[] tokenHash)
      throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            """
            SELECT cashier_id, k.name, s.register_id, s.started_at, s.ends_at
            FROM kartela.cashier_session s JOIN kartela.cashier k USING (merchant_id, cashier_id)
            WHERE s.merchant_id = ? AND s.token_hash = ?
            """)) {
      s.setLong(1, merchantId);
      s.setBytes(2, tokenHash);
      try (ResultSet r = s.executeQuery()) {
        return r.next()
            ? Optional.of(
                new Cashiers.Session(
                    new CashierRef(r.getLong(1), r.getString(2)),
                    r.getLong(3),
                    r.getTimestamp(4).toInstant(),
                    r.getTimestamp(5).toInstant()))
            : Optional.empty();
      }
    }
  }

  private static @Nullable Instant instant(ResultSet r, int column) throws SQLException {
    Timestamp at = r.getTimestamp(column);
    return at == null ? null : at.toInstant();
  }
}
