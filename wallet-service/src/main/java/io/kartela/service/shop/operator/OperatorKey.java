package io.kartela.service.shop.operator;

import io.kartela.service.platform.db.Database;
import io.kartela.service.platform.http.Tokens;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The operator's key: given by the configuration, or made at the first start and told once. The
 * database keeps only its hash. Thread-safe.
 */
public final class OperatorKey {
  private static final String PREFIX = "kop_";

  private final Database database;
  private final InstantSource clock;
  private final byte @Nullable [] configured;

  /**
   * @param configured the key that the configuration gives; empty: the database knows one
   */
  public OperatorKey(Database database, InstantSource clock, Optional<String> configured) {
    this.database = database;
    this.clock = clock;
    this.configured = configured.map(Tokens::sha256).orElse(null);
  }

  /** A key of this installation's own, when there is none yet: to be shown now and never again. */
  public Optional<String> firstKey() {
    if (configured != null) {
      return Optional.empty();
    }
    String key = PREFIX + Tokens.random();
    boolean made = database.asOperator(c -> insert(c, key, "DO NOTHING"));
    return made ? Optional.of(key) : Optional.empty();
  }

  /** Another key, for an operator who lost his; the former one ends. */
  public String renew() {
    String key = PREFIX + Tokens.random();
    boolean _ =
        database.asOperator(
            c ->
                insert(
                    c,
                    key,
                    "(one) DO UPDATE SET key_hash = excluded.key_hash, made_at ="
                        + " excluded.made_at"));
    return key;
  }

  private boolean insert(Connection c, String key, String onConflict) throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            "INSERT INTO kartela.operator_key (key_hash, made_at) VALUES (?, ?) ON CONFLICT "
                + onConflict)) {
      s.setBytes(1, Tokens.sha256(key));
      s.setTimestamp(2, Timestamp.from(clock.instant()));
      return s.executeUpdate() == 1;
    }
  }

  /** Whether this is the key; takes as long for a wrong one. */
  boolean is(String key) {
    return Tokens.same(database.asOperator(this::hash), Tokens.sha256(key));
  }

  /** The hash of the key that counts; in a transaction of the operator. */
  byte[] hash(Connection c) throws SQLException {
    return configured == null ? stored(c) : configured;
  }

  private static byte[] stored(Connection c) throws SQLException {
    try (PreparedStatement s = c.prepareStatement("SELECT key_hash FROM kartela.operator_key");
        ResultSet r = s.executeQuery()) {
      return r.next() ? r.getBytes(1) : new byte[32];
    }
  }
}
