package io.kartela.service.promo.code;

import io.kartela.certs.Vault;
import io.kartela.service.platform.db.Database;
import io.kartela.service.platform.work.SealedTable;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The merchants' secrets of promo codes, sealed under the master key. Thread-safe. */
public final class CodeSecrets {
  private static final String KIND = "codes";
  private static final SealedTable TABLE =
      new SealedTable("promo_key", SealedTable.Key.text("kind"), CodeSecrets::context);

  private final Database database;
  private final Vault vault;
  private final Map<Long, byte[]> known = new ConcurrentHashMap<>();

  public CodeSecrets(Database database, Vault vault) {
    this.database = database;
    this.vault = vault;
  }

  /** Where a change of the master key finds them. */
  public static SealedTable sealed() {
    return TABLE;
  }

  private static String context(long merchantId, String kind) {
    return "merchant " + merchantId + " promo " + kind;
  }

  /** Empty: the shop has never had a code. */
  public Optional<CodeKey> of(long merchantId) {
    byte[] secret = known.get(merchantId);
    if (secret == null) {
      secret = database.lookUp(merchantId, c -> read(c, merchantId)).orElse(null);
      if (secret == null) {
        return Optional.empty();
      }
      known.put(merchantId, secret);
    }
    return Optional.of(new CodeKey(secret));
  }

  /** The same; made when there is none. */
  public CodeKey make(Connection c, long merchantId) throws SQLException {
    byte[] fresh = new byte[CodeKey.BYTES];
    new SecureRandom().nextBytes(fresh);
    String sealed = vault.seal(HexFormat.of().formatHex(fresh), context(merchantId, KIND));
    try (PreparedStatement s =
        c.prepareStatement(
            "INSERT INTO kartela.promo_key (merchant_id, kind, sealed) VALUES (?, ?, ?) ON CONFLICT"
                + " DO NOTHING")) {
      s.setLong(1, merchantId);
      s.setString(2, KIND);
      s.setString(3, sealed);
      s.executeUpdate();
    }
    return new CodeKey(read(c, merchantId).orElseThrow());
  }

  private Optional<byte[]> read(Connection c, long merchantId) throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            "SELECT sealed FROM kartela.promo_key WHERE merchant_id = ? AND kind = ?")) {
      s.setLong(1, merchantId);
      s.setString(2, KIND);
      try (ResultSet r = s.executeQuery()) {
        return r.next()
            ? Optional.of(
                HexFormat.of().parseHex(vault.open(r.getString(1), context(merchantId, KIND))))
            : Optional.empty();
      }
    }
  }
}
