package io.kartela.service.shop.store;

import io.kartela.service.platform.db.Database;
import io.kartela.service.shop.audit.Audit;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The merchants' till settings, cached for some seconds as every node must. Thread-safe. */
public final class TillRules {
  private static final Duration CACHE = Duration.ofSeconds(5);

  private final Database database;
  private final Audit audit;
  private final InstantSource clock;
  private final Map<Long, Cached> cache = new ConcurrentHashMap<>();

  private record Cached(TillSettings settings, long untilMillis) {}

  public TillRules(Database database, Audit audit, InstantSource clock) {
    this.database = database;
    this.audit = audit;
    this.clock = clock;
  }

  public TillSettings of(long merchantId) {
    long now = clock.millis();
    Cached known = cache.get(merchantId);
    if (known != null && known.untilMillis > now) {
      return known.settings;
    }
    TillSettings settings = database.lookUp(merchantId, c -> read(c, merchantId));
    cache.put(merchantId, new Cached(settings, now + CACHE.toMillis()));
    return settings;
  }

  private static TillSettings read(Connection c, long merchantId) throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            """
            SELECT phone_spending, scan_required, scans_per_register_minute, misses_per_register_minute,
                scans_per_card_hour, nfc_window_seconds, offline_days, cashier_required, lock_after_minutes,
                member_search, searches_per_ten_minutes, late_cards, late_cards_per_day
            FROM kartela.till_settings WHERE merchant_id = ?
            """)) {
      s.setLong(1, merchantId);
      try (ResultSet r = s.executeQuery()) {
        return r.next()
            ? new TillSettings(
                TillSettings.PhoneSpending.valueOf(r.getString(1)),
                r.getBoolean(2),
                r.getInt(3),
                r.getInt(4),
                r.getInt(5),
                r.getLong(6),
                r.getInt(7),
                r.getBoolean(8),
                r.getInt(9),
                r.getBoolean(10),
                r.getInt(11),
                r.getBoolean(12),
                r.getInt(13))
            : TillSettings.USUAL;
      }
    }
  }

  public void set(long merchantId, TillSettings settings, String author) {
    database.inTenant(
        merchantId,
        c -> {
          TillSettings was = read(c, merchantId);
          try (PreparedStatement s =
              c.prepareStatement(
                  """
                  INSERT INTO kartela.till_settings (merchant_id, phone_spending, scan_required,
                      scans_per_register_minute, misses_per_register_minute, scans_per_card_hour, nfc_window_seconds,
                      offline_days, cashier_required, lock_after_minutes, member_search, searches_per_ten_minutes,
                      late_cards, late_cards_per_day, updated_by, updated_at)
                  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                  ON CONFLICT (merchant_id) DO UPDATE SET phone_spending = excluded.phone_spending,
                      scan_required = excluded.scan_required,
                      scans_per_register_minute = excluded.scans_per_register_minute,
                      misses_per_register_minute = excluded.misses_per_register_minute,
                      scans_per_card_hour = excluded.scans_per_card_hour,
                      nfc_window_seconds = excluded.nfc_window_seconds, offline_days = excluded.offline_days,
                      cashier_required = excluded.cashier_required, lock_after_minutes = excluded.lock_after_minutes,
                      member_search = excluded.member_search,
                      searches_per_ten_minutes = excluded.searches_per_ten_minutes,
                      late_cards = excluded.late_cards, late_cards_per_day = excluded.late_cards_per_day,
                      updated_by = excluded.updated_by, updated_at = excluded.updated_at
                  """)) {
            s.setLong(1, merchantId);
            s.setString(2, settings.phoneSpending().name());
            s.setBoolean(3, settings.scanRequired());
            s.setInt(4, settings.scansPerRegisterMinute());
            s.setInt(5, settings.missesPerRegisterMinute());
            s.setInt(6, settings.scansPerCardHour());
            s.setLong(7, settings.nfcWindowSeconds());
            s.setInt(8, settings.offlineDays());
            s.setBoolean(9, settings.cashierRequired());
            s.setInt(10, settings.lockAfterMinutes());
            s.setBoolean(11, settings.memberSearch());
            s.setInt(12, settings.searchesPerTenMinutes());
            s.setBoolean(13, settings.lateCards());
            s.setInt(14, settings.lateCardsPerDay());
            s.setString(15, author);
            s.setTimestamp(16, Timestamp.from(clock.instant()));
            s.executeUpdate();
          }
          audit.record(
              c,
              merchantId,
              author,
              "TILL_SETTINGS_CHANGED",
              "till-settings",
              Map.of("was", was, "now", settings));
          return settings;
        });
    cache.remove(merchantId);
  }
}
