package io.kartela.service.shop.secondfactor;

import io.kartela.service.platform.db.Database;
import io.kartela.service.platform.http.Tokens;
import io.kartela.service.shop.staff.AccessRules;
import io.kartela.service.shop.staff.SignInGate;
import io.kartela.service.shop.staff.StaffPrincipal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Between a right password and the second factor: a token that is good once, for minutes, and for a
 * few tries. Thread-safe.
 */
final class Steps implements SignInGate {
  private static final Duration LIFE = Duration.ofMinutes(5);

  /** Wrong ones; after them the password is asked for again. */
  private static final int TRIES = 5;

  private final Database database;
  private final InstantSource clock;
  private final boolean passkeys;

  /** The two parts of a token. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Token(long merchantId, byte[] hash) {
    static Optional<Token> of(String token) {
      int dot = token.indexOf('.');
      return dot < 1 || dot > 18 || !token.substring(0, dot).matches("[1-9][0-9]*")
          ? Optional.empty()
          : Optional.of(
              new Token(
                  Long.parseLong(token.substring(0, dot)),
                  Tokens.sha256(token.substring(dot + 1))));
    }
  }

  /**
   * @param passkeys whether browsers allow them at the public address
   */
  Steps(Database database, InstantSource clock, boolean passkeys) {
    this.database = database;
    this.clock = clock;
    this.passkeys = passkeys;
  }

  @Override
  public Next after(StaffPrincipal staff) {
    return database.inTenant(
        staff.merchantId(),
        c -> {
          Factors has = Factors.of(c, staff.merchantId(), staff.staffId());
          if (!has.any()) {
            return AccessRules.of(c, staff.merchantId()).secondFactorRequired()
                ? new Next.SettingUp()
                : new Next.Cabinet();
          }
          return begin(c, staff, ways(has));
        });
  }

  private List<Factor> ways(Factors has) {
    List<Factor> ways = new ArrayList<>();
    if (has.totp()) {
      ways.add(Factor.TOTP);
    }
    if (has.passkeys() > 0 && passkeys) {
      ways.add(Factor.PASSKEY);
    }
    if (has.recoveryCodes() > 0) {
      ways.add(Factor.RECOVERY);
    }
    return ways;
  }

  private Next begin(Connection c, StaffPrincipal staff, List<Factor> ways) throws SQLException {
    Instant now = clock.instant();
    try (PreparedStatement s =
        c.prepareStatement(
            "DELETE FROM kartela.sign_in_step WHERE merchant_id = ? AND expires_at < ?")) {
      s.setLong(1, staff.merchantId());
      s.setTimestamp(2, Timestamp.from(now));
      s.executeUpdate();
    }
    String token = Tokens.random();
    Instant expires = now.plus(LIFE);
    try (PreparedStatement s =
        c.prepareStatement(
            "INSERT INTO kartela.sign_in_step (merchant_id, token_hash, staff_id, expires_at)"
                + " VALUES (?, ?, ?, ?)")) {
      s.setLong(1, staff.merchantId());
      s.setBytes(2, Tokens.sha256(token));
      s.setLong(3, staff.staffId());
      s.setTimestamp(4, Timestamp.from(expires));
      s.executeUpdate();
    }
    return new Next.Asked(ways, staff.merchantId() + "." + token, expires);
  }

  /** Who showed the password; empty: it was not shown, or too long ago, or this is used up. */
  OptionalLong whose(Connection c, Token token) throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            """
            SELECT staff_id FROM kartela.sign_in_step
            WHERE merchant_id = ? AND token_hash = ? AND expires_at > ?
            """)) {
      s.setLong(1, token.merchantId);
      s.setBytes(2, token.hash);
      s.setTimestamp(3, Timestamp.from(clock.instant()));
      try (ResultSet r = s.executeQuery()) {
        return r.next() ? OptionalLong.of(r.getLong(1)) : OptionalLong.empty();
      }
    }
  }

  /** It was used, or tried too often. */
  static void end(Connection c, Token token) throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            "DELETE FROM kartela.sign_in_step WHERE merchant_id = ? AND token_hash = ?")) {
      s.setLong(1, token.merchantId);
      s.setBytes(2, token.hash);
      s.executeUpdate();
    }
  }

  static void wrong(Connection c, Token token) throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            """
            UPDATE kartela.sign_in_step SET wrong = wrong + 1
            WHERE merchant_id = ? AND token_hash = ? RETURNING wrong
            """)) {
      s.setLong(1, token.merchantId);
      s.setBytes(2, token.hash);
      try (ResultSet r = s.executeQuery()) {
        if (r.next() && r.getInt(1) >= TRIES) {
          end(c, token);
        }
      }
    }
  }
}
