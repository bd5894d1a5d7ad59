package io.kartela.service.pass.apple;

import io.kartela.ledger.postgres.Answer;
import io.kartela.ledger.postgres.PostgresLedger;
import io.kartela.ledger.postgres.RoundTrip;
import io.kartela.service.db.Database;
import io.kartela.service.http.Tokens;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * Which Apple devices hold which cards, and how to push to them. Works on the caller's connection
 * inside a transaction confined to the merchant. Stateless and thread-safe.
 */
public final class AppleDevices {

  /**
   * Where to push for one card.
   *
   * @param memberId whose card
   */
  public record Target(long memberId, String pushToken) {
    @Override
    public String toString() {
      return "Target[member=" + memberId + "]";
    }
  }

  /**
   * Notes that a device holds a card, with the push token it has now.
   *
   * @return whether that is new
   */
  boolean register(
      Connection c, long merchantId, String device, String serial, String pushToken, Instant now)
      throws SQLException {
    String id = hash(device);
    String upsert =
        """
        INSERT INTO kartela.apple_device (merchant_id, device_id, push_token, token_at) VALUES (?, ?, ?, ?)
        ON CONFLICT (merchant_id, device_id) DO UPDATE
            SET push_token = excluded.push_token, token_at = excluded.token_at, quarantined = NULL
        """;
    try (PreparedStatement s = c.prepareStatement(upsert)) {
      s.setLong(1, merchantId);
      s.setString(2, id);
      s.setString(3, pushToken);
      s.setObject(4, now.atOffset(ZoneOffset.UTC));
      s.executeUpdate();
    }
    String route =
        "INSERT INTO kartela.route_device (device_id, merchant_id) VALUES (?, ?) ON CONFLICT DO"
            + " NOTHING";
    try (PreparedStatement s = c.prepareStatement(route)) {
      s.setString(1, id);
      s.setLong(2, merchantId);
      s.executeUpdate();
    }
    String registration =
        """
        INSERT INTO kartela.apple_registration (merchant_id, device_id, serial, registered_at) VALUES (?, ?, ?, ?)
        ON CONFLICT DO NOTHING
        """;
    try (PreparedStatement s = c.prepareStatement(registration)) {
      s.setLong(1, merchantId);
      s.setString(2, id);
      s.setString(3, serial);
      s.setObject(4, now.atOffset(ZoneOffset.UTC));
      return s.executeUpdate() > 0;
    }
  }

  /** The device gave the card up. The device itself is forgotten with its last card. */
  void unregister(Connection c, long merchantId, String device, String serial) throws SQLException {
    String id = hash(device);
    // The lock keeps a registration that runs at the same time from losing its device.
    run(
        c,
        "SELECT 1 FROM kartela.apple_device WHERE merchant_id = ? AND device_id = ? FOR UPDATE",
        merchantId,
        id);
    run(
        c,
        "DELETE FROM kartela.apple_registration WHERE merchant_id = ? AND device_id = ? AND serial"
            + " = ?",
        merchantId,
        id,
        serial);
    run(
        c,
        """
        DELETE FROM kartela.apple_device d WHERE merchant_id = ? AND device_id = ? AND NOT EXISTS (
            SELECT FROM kartela.apple_registration r WHERE r.merchant_id = d.merchant_id AND r.device_id = d.device_id)
        """,
        merchantId,
        id);
  }

  /**
   * What is known of a device before anybody looks at its cards.
   *
   * @param merchants whose cards it ever held
   */
  record Known(List<Long> merchants, UpdateTag now) {}

  /** One round trip, with no merchant chosen. */
  Known known(Database database, String device) {
    RoundTrip trip = new RoundTrip();
    Answer<UpdateTag> now = UpdateTag.now(trip);
    Answer<List<Long>> merchants =
        trip.query(
            "SELECT merchant_id FROM kartela.route_device WHERE device_id = ? ORDER BY merchant_id",
            p -> p.set(hash(device)),
            r -> {
              List<Long> found = new ArrayList<>();
              while (r.next()) {
                found.add(r.getLong(1));
              }
              return found;
            });
    return database.inTransaction(
        c -> {
          trip.commit(c);
          return new Known(merchants.get(), now.get());
        });
  }

  /**
   * The device's cards that may have changed since the tag was given; one round trip, in which
   * row-level security sees one merchant after the other.
   */
  List<String> changedSince(
      Database database, List<Long> merchants, String device, UpdateTag.Since since) {
    if (merchants.isEmpty()) {
      return List.of();
    }
    // An xid from the future comes from another cluster's dump; that change was listed when the
    // epoch changed.
    String sql =
        """
        SELECT p.serial FROM kartela.apple_registration r JOIN kartela.pass p USING (merchant_id, serial)
        WHERE r.merchant_id = ? AND r.device_id = ?
            AND (? OR (p.changed_xid >= ?::xid8 AND p.changed_xid < pg_snapshot_xmax(pg_current_snapshot())))
        ORDER BY p.serial LIMIT 1000
        """;
    List<String> serials = new ArrayList<>();
    RoundTrip trip = new RoundTrip();
    for (long merchantId : merchants) {
      PostgresLedger.enter(trip, merchantId);
      trip.rows(
          sql,
          p ->
              p.set(merchantId)
                  .set(hash(device))
                  .set(since.everything())
                  .set(Long.toUnsignedString(since.xmin())),
          r -> {
            while (r.next()) {
              serials.add(r.getString(1));
            }
          });
    }
    return database.inTransaction(
        c -> {
          trip.commit(c);
          return serials;
        });
  }

  /** Where to push for the living cards of these members; quarantined devices are left out. */
  public List<Target> targets(Connection c, long merchantId, Collection<Long> memberIds)
      throws SQLException {
    String sql =
        """
        SELECT p.member_id, d.push_token
        FROM unnest(?::bigint[]) AS one (id)
        CROSS JOIN LATERAL (
            SELECT merchant_id, member_id, serial FROM kartela.pass
            WHERE merchant_id = ? AND member_id = one.id AND voided_at IS NULL OFFSET 0) AS p
        CROSS JOIN LATERAL (
            SELECT merchant_id, device_id FROM kartela.apple_registration
            WHERE merchant_id = p.merchant_id AND serial = p.serial OFFSET 0) AS r
        CROSS JOIN LATERAL (
            SELECT push_token FROM kartela.apple_device
            WHERE merchant_id = r.merchant_id AND device_id = r.device_id AND quarantined IS NULL OFFSET 0) AS d
        """; // OFFSET 0 keeps the planner from joining sets, which may read all cards of the merchant
    List<Target> targets = new ArrayList<>();
    try (PreparedStatement s = c.prepareStatement(sql)) {
      s.setArray(1, c.createArrayOf("bigint", memberIds.toArray()));
      s.setLong(2, merchantId);
      try (ResultSet r = s.executeQuery()) {
        while (r.next()) {
          targets.add(new Target(r.getLong(1), r.getString(2)));
        }
      }
    }
    return targets;
  }

  /** Where to push for this one card, living or not; quarantined devices are left out. */
  public List<String> tokens(Connection c, long merchantId, String serial) throws SQLException {
    String sql =
        """
        SELECT d.push_token FROM kartela.apple_registration r JOIN kartela.apple_device d USING (merchant_id, device_id)
        WHERE r.merchant_id = ? AND r.serial = ? AND d.quarantined IS NULL ORDER BY d.device_id
        """;
    List<String> tokens = new ArrayList<>();
    try (PreparedStatement s = c.prepareStatement(sql)) {
      s.setLong(1, merchantId);
      s.setString(2, serial);
      try (ResultSet r = s.executeQuery()) {
        while (r.next()) {
          tokens.add(r.getString(1));
        }
      }
    }
    return tokens;
  }

  /**
   * Forgets every device with a push token that APNs called dead, unless it registered the token
   * again later.
   *
   * @param deadSince by Apple's clock
   * @return how many devices were forgotten
   */
  public int forget(Connection c, long merchantId, String pushToken, Instant deadSince)
      throws SQLException {
    List<String> devices = new ArrayList<>();
    String lock =
        """
        SELECT device_id FROM kartela.apple_device WHERE merchant_id = ? AND push_token = ? AND token_at < ?
        ORDER BY device_id FOR UPDATE
        """;
    try (PreparedStatement s = c.prepareStatement(lock)) {
      s.setLong(1, merchantId);
      s.setString(2, pushToken);
      s.setObject(3, deadSince.atOffset(ZoneOffset.UTC));
      try (ResultSet r = s.executeQuery()) {
        while (r.next()) {
          devices.add(r.getString(1));
        }
      }
    }
    for (String device : devices) {
      run(
          c,
          "DELETE FROM kartela.apple_registration WHERE merchant_id = ? AND device_id = ?",
          merchantId,
          device);
      run(
          c,
          "DELETE FROM kartela.apple_device WHERE merchant_id = ? AND device_id = ?",
          merchantId,
          device);
    }
    return devices.size();
  }

  /**
   * Leaves a doubtful push token alone until its phone registers again; ignored when it did so
   * after the push.
   */
  public void quarantine(
      Connection c, long merchantId, String pushToken, String reason, Instant pushedAt)
      throws SQLException {
    String sql =
        """
        UPDATE kartela.apple_device SET quarantined = ? WHERE merchant_id = ? AND push_token = ? AND token_at <= ?
        """;
    try (PreparedStatement s = c.prepareStatement(sql)) {
      s.setString(1, reason);
      s.setLong(2, merchantId);
      s.setString(3, pushToken);
      s.setObject(4, pushedAt.atOffset(ZoneOffset.UTC));
      s.executeUpdate();
    }
  }

  /** How many devices of each merchant are quarantined; for the health page. */
  public Map<String, Integer> quarantined(Connection c, long merchantId) throws SQLException {
    Map<String, Integer> counts = new HashMap<>();
    String sql =
        """
        SELECT quarantined, count(*) FROM kartela.apple_device
        WHERE merchant_id = ? AND quarantined IS NOT NULL GROUP BY quarantined
        """;
    try (PreparedStatement s = c.prepareStatement(sql)) {
      s.setLong(1, merchantId);
      try (ResultSet r = s.executeQuery()) {
        while (r.next()) {
          counts.put(r.getString(1), r.getInt(2));
        }
      }
    }
    return counts;
  }

  private static void run(Connection c, String sql, Object... arguments) throws SQLException {
    try (PreparedStatement s = c.prepareStatement(sql)) {
      for (int i = 0; i < arguments.length; i++) {
        s.setObject(i + 1, arguments[i]);
      }
      s.execute();
    }
  }

  private static String hash(String device) {
    return HexFormat.of().formatHex(Tokens.sha256(device), 0, 20);
  }
}
