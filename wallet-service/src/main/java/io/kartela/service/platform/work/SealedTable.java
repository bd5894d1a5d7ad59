package io.kartela.service.platform.work;

import io.kartela.certs.CertsException;
import io.kartela.certs.Vault;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A table whose rows keep a secret in {@code sealed}.
 *
 * @param key which of a merchant's rows
 * @param context in which a row's secret is sealed
 */
public record SealedTable(String name, Key key, Context context) {
  private static final Logger LOG = LoggerFactory.getLogger(SealedTable.class);
  private static final int BATCH = 500;

  /** A column, its type, and what is smaller than all its values. */
  public record Key(String column, String type, String least) {
    public static Key number(String column) {
      return new Key(column, "bigint", "0");
    }

    public static Key text(String column) {
      return new Key(column, "text", "");
    }
  }

  /** In which a row's secret is sealed. */
  @FunctionalInterface
  public interface Context {
    String of(long merchantId, String key);
  }

  /**
   * What came of a batch.
   *
   * @param last where the next one goes on; null: there was none
   * @param closed secrets that did not open
   */
  record Resealed(int done, @Nullable String last, int closed) {}

  /**
   * Seals under the current master key what is sealed under another, some rows at a time. A row
   * that somebody else has in hand is left to them.
   *
   * @param after where the batch before ended
   */
  Resealed reseal(Connection c, Vault vault, long merchantId, String after) throws SQLException {
    Map<String, String> found = others(c, vault, merchantId, after);
    String last = null;
    int done = 0;
    for (var row : found.entrySet()) {
      last = row.getKey();
      done += reseal(c, vault, merchantId, last, row.getValue()) ? 1 : 0;
    }
    return new Resealed(done, last, found.size() - done);
  }

  private Map<String, String> others(Connection c, Vault vault, long merchantId, String after)
      throws SQLException {
    String sql =
        """
        SELECT %2$s::text, sealed FROM kartela.%1$s
        WHERE merchant_id = ? AND NOT starts_with(sealed, ?) AND %2$s > ?::%3$s
        ORDER BY %2$s LIMIT ? FOR UPDATE SKIP LOCKED
        """
            .formatted(name, key.column, key.type);
    Map<String, String> found = new LinkedHashMap<>();
    try (PreparedStatement s = c.prepareStatement(sql)) {
      s.setLong(1, merchantId);
      s.setString(2, vault.head());
      s.setString(3, after);
      s.setInt(4, BATCH);
      try (ResultSet r = s.executeQuery()) {
        while (r.next()) {
          found.put(r.getString(1), r.getString(2));
        }
      }
    }
    return found;
  }

  private boolean reseal(Connection c, Vault vault, long merchantId, String row, String sealed)
      throws SQLException {
    String where = context.of(merchantId, row);
    String again;
    try {
      again = vault.seal(vault.open(sealed, where), where);
    } catch (CertsException e) {
      LOG.error("The secret of {} stays as it is: {}", where, e.getMessage());
      return false;
    }
    String sql =
        "UPDATE kartela.%s SET sealed = ? WHERE merchant_id = ? AND %s = ?::%s"
            .formatted(name, key.column, key.type);
    try (PreparedStatement s = c.prepareStatement(sql)) {
      s.setString(1, again);
      s.setLong(2, merchantId);
      s.setString(3, row);
      return s.executeUpdate() == 1;
    }
  }
}
