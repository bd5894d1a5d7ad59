package io.kartela.service.till.nfc;

import io.kartela.certs.Vault;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Cards whose barcode changes with time: twenty digits of a code, the seconds since 1970, eight
 * digits of a one-time password. Works in the caller's transaction. Thread-safe.
 */
public final class RotatingCards {
  public static final int CODE_DIGITS = 20;
  public static final int TOTP_DIGITS = 8;
  private static final int KEY_BYTES = 20;
  private static final int PERIOD_MILLIS = 30_000;

  private final Vault vault;
  private final SecureRandom random = new SecureRandom();

  /** How the wallet must make the codes; the key is shown only now. */
  public record Pattern(String valuePattern, String keyHex, int periodMillis, int valueLength) {}

  /** The card that a code belongs to. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  public record Secret(long memberId, byte[] key, int periodMillis) {}

  public RotatingCards(Vault vault) {
    this.vault = vault;
  }

  /** Gives the member a card that rotates; the one before dies. */
  public Pattern issue(Connection c, long merchantId, long memberId, String code, Instant at)
      throws SQLException {
    write(
        c,
        merchantId,
        memberId,
        code,
        at,
        """
        DO UPDATE SET code = excluded.code, sealed = excluded.sealed, period_millis = excluded.period_millis,
            created_at = excluded.created_at
        """);
    return of(c, merchantId, memberId).orElseThrow();
  }

  /** The member's pattern; made with this code when there is none yet, by one node only. */
  public Pattern ensure(Connection c, long merchantId, long memberId, String fresh, Instant at)
      throws SQLException {
    Optional<Pattern> there = of(c, merchantId, memberId);
    if (there.isPresent()) {
      return there.get();
    }
    write(c, merchantId, memberId, fresh, at, "DO NOTHING");
    return of(c, merchantId, memberId).orElseThrow();
  }

  /** Makes a key for the code; the last words say what becomes of the member's card before it. */
  private void write(
      Connection c, long merchantId, long memberId, String code, Instant at, String before)
      throws SQLException {
    byte[] key = new byte[KEY_BYTES];
    random.nextBytes(key);
    try (PreparedStatement s =
        c.prepareStatement(
            """
            INSERT INTO kartela.rotating_card (merchant_id, code, member_id, sealed, period_millis, created_at)
            VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (merchant_id, member_id)
            """
                + before)) {
      s.setLong(1, merchantId);
      s.setString(2, code);
      s.setLong(3, memberId);
      s.setString(4, vault.seal(HexFormat.of().formatHex(key), context(merchantId, code)));
      s.setInt(5, PERIOD_MILLIS);
      s.setTimestamp(6, Timestamp.from(at));
      s.executeUpdate();
    }
  }

  private Optional<Pattern> of(Connection c, long merchantId, long memberId) throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            "SELECT code, sealed, period_millis FROM kartela.rotating_card WHERE merchant_id = ?"
                + " AND member_id = ?")) {
      s.setLong(1, merchantId);
      s.setLong(2, memberId);
      try (ResultSet r = s.executeQuery()) {
        return r.next()
            ? Optional.of(
                pattern(
                    r.getString(1),
                    vault.open(r.getString(2), context(merchantId, r.getString(1))),
                    r.getInt(3)))
            : Optional.empty();
      }
    }
  }

  private static Pattern pattern(String code, String keyHex, int period) {
    return new Pattern(
        code + "{totp_timestamp_seconds}{totp_value_0}", keyHex, period, TOTP_DIGITS);
  }

  public Optional<Secret> find(Connection c, long merchantId, String code) throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            "SELECT member_id, sealed, period_millis FROM kartela.rotating_card WHERE merchant_id ="
                + " ? AND code = ?")) {
      s.setLong(1, merchantId);
      s.setString(2, code);
      try (ResultSet r = s.executeQuery()) {
        return r.next()
            ? Optional.of(
                new Secret(
                    r.getLong(1),
                    HexFormat.of().parseHex(vault.open(r.getString(2), context(merchantId, code))),
                    r.getInt(3)))
            : Optional.empty();
      }
    }
  }

  static String context(long merchantId, String code) {
    return "merchant " + merchantId + " rotating-card " + code;
  }
}
