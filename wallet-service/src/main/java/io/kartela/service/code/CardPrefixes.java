package io.kartela.service.code;

import io.kartela.service.platform.db.Database;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which goods' numbers are cards of a merchant: goods and old cards share the same prefixes, so
 * only numbers that begin like an imported card are ever looked for. Cached for some seconds.
 * Thread-safe.
 */
public final class CardPrefixes {
  public static final int MAX = 1_000;
  private static final Duration CACHE = Duration.ofSeconds(5);

  private final Database database;
  private final InstantSource clock;
  private final Map<Long, Cached> cache = new ConcurrentHashMap<>();

  private record Cached(Set<String> prefixes, long untilMillis) {}

  public CardPrefixes(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  public boolean isCard(long merchantId, String goodsShaped) {
    return of(merchantId).contains(CardNumber.goodsPrefix(goodsShaped));
  }

  private Set<String> of(long merchantId) {
    long now = clock.millis();
    Cached known = cache.get(merchantId);
    if (known != null && known.untilMillis > now) {
      return known.prefixes;
    }
    Set<String> prefixes = database.lookUp(merchantId, c -> read(c, merchantId));
    cache.put(merchantId, new Cached(prefixes, now + CACHE.toMillis()));
    return prefixes;
  }

  private static Set<String> read(Connection c, long merchantId) throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement("SELECT prefix FROM kartela.card_prefix WHERE merchant_id = ?")) {
      s.setLong(1, merchantId);
      Set<String> prefixes = new HashSet<>();
      try (ResultSet r = s.executeQuery()) {
        while (r.next()) {
          prefixes.add(r.getString(1));
        }
      }
      return prefixes;
    }
  }

  /** Remembers the prefixes of those numbers that look like goods. In the caller's transaction. */
  public void learn(Connection c, long merchantId, Collection<String> codes) throws SQLException {
    Set<String> prefixes = new HashSet<>();
    for (String code : codes) {
      // Twelve digits are read as thirteen by some readers.
      String full = code.length() == 12 ? "0" + code : code;
      if (CardNumber.goodsShaped(full)) {
        prefixes.add(CardNumber.goodsPrefix(full));
      }
    }
    if (prefixes.isEmpty()) {
      return;
    }
    try (PreparedStatement s =
        c.prepareStatement(
            """
            INSERT INTO kartela.card_prefix (merchant_id, prefix)
            SELECT ?, p FROM unnest(?) p
            WHERE (SELECT count(*) FROM kartela.card_prefix WHERE merchant_id = ?) < ?
            ON CONFLICT DO NOTHING
            """)) {
      s.setLong(1, merchantId);
      s.setArray(2, c.createArrayOf("text", prefixes.toArray()));
      s.setLong(3, merchantId);
      s.setInt(4, MAX);
      s.executeUpdate();
    }
  }

  /**
   * Forgets those that no card has any more, for goods begin so, too. In the caller's transaction.
   */
  public void unlearn(Connection c, long merchantId) throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            """
            DELETE FROM kartela.card_prefix WHERE merchant_id = ? AND prefix NOT IN (
                SELECT left(lpad(code, 13, '0'), 7) FROM kartela.card
                WHERE merchant_id = ? AND kind = 'PHYSICAL' AND length(code) IN (12, 13)
                UNION SELECT left(lpad(code, 13, '0'), 7) FROM kartela.card_blank
                WHERE merchant_id = ? AND length(code) IN (12, 13))
            """)) {
      s.setLong(1, merchantId);
      s.setLong(2, merchantId);
      s.setLong(3, merchantId);
      s.executeUpdate();
    }
  }

  /** To be called after the commit of what {@link #learn} wrote. */
  public void forget(long merchantId) {
    cache.remove(merchantId);
  }
}
