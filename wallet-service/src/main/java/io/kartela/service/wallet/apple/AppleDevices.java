package io.kartela.service.wallet.apple;

import io.kartela.ledger.postgres.Answer;
import io.kartela.ledger.postgres.PostgresLedger;
import io.kartela.ledger.postgres.RoundTrip;
import io.kartela.service.platform.db.Database;
import io.kartela.service.platform.http.Tokens;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which Apple devices hold which cards. Works on the caller's connection inside a transaction
 * confined to the merchant. Stateless and thread-safe.
 */
public final class AppleDevices {
  /**
   * Phones, watches and tablets that may hold one card. Apple tells which of them are gone, so no
   * customer comes near it; somebody who got hold of the card and invents devices does.
   */
  private static final int MOST_PER_CARD = 20;

  /**
   * What a registration brought.
   *
   * @param isNew whether the device did not hold the card before
   * @param otherToken whether it hears at another push token than before
   * @param device the name under which it is kept
   */
  record Registered(boolean isNew, boolean otherToken, String device) {}

  /**
   * Notes that a device holds a card, with the push token it has now. Empty when too many hold it
   * already: the new one goes without news then, and shows the card and fetches it when its owner
   * pulls. Were an old one to give way instead, inventing devices would silence the owner's phone.
   */
  Optional<Registered> register(
      Connection c, long merchantId, String device, String serial, String pushToken, Instant now)
      throws SQLException {
    String id = hash(device);
    if (!hasRoom(c, merchantId, id, serial)) {
      return Optional.empty();
    }
    String upsert =
        """
        WITH before AS (SELECT push_token FROM kartela.apple_device WHERE merchant_id = ? AND device_id = ?)
        INSERT INTO kartela.apple_device (merchant_id, device_id, push_token, token_at) VALUES (?, ?, ?, ?)
        ON CONFLICT (merchant_id, device_id) DO UPDATE
            SET push_token = excluded.push_token, token_at = excluded.token_at, quarantined = NULL
        RETURNING (SELECT push_token FROM before) IS DISTINCT FROM push_token
        """;
    boolean otherToken;
    try (PreparedStatement s = c.prepareStatement(upsert)) {
      s.setLong(1, merchantId);
      s.setString(2, id);
      s.setLong(3, merchantId);
      s.setString(4, id);
      s.setString(5, pushToken);
      s.setObject(6, now.atOffset(ZoneOffset.UTC));
      try (ResultSet r = s.executeQuery()) {
        otherToken = r.next() && r.getBoolean(1);
      }
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
      return Optional.of(new Registered(s.executeUpdate() > 0, otherToken, id));
    }
  }

  private static boolean hasRoom(Connection c, long merchantId, String id, String serial)
      throws SQLException {
    // One after the other, or many at once would all find room.
    run(
        c,
        "SELECT 1 FROM kartela.pass WHERE merchant_id = ? AND serial = ? FOR UPDATE",
        merchantId,
        serial);
    try (PreparedStatement s =
        c.prepareStatement(
            """
            SELECT count(*) < ? FROM kartela.apple_registration
            WHERE merchant_id = ? AND serial = ? AND device_id <> ?
            """)) {
      s.setInt(1, MOST_PER_CARD);
      s.setLong(2, merchantId);
      s.setString(3, serial);
      s.setString(4, id);
      try (ResultSet r = s.executeQuery()) {
        return r.next() && r.getBoolean(1);
      }
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
   * What is known of a device before anybody looks whose cards it asks for.
   *
   * @param merchants whose cards it ever held
   * @param serials of its cards that may have changed, or were registered, since the tag was given;
   *     null while the device holds cards of several merchants, of whom row-level security shows
   *     one at a time
   */
  record Known(List<Long> merchants, UpdateTag now, @Nullable List<String> serials) {}

  /** One round trip: nearly every device holds cards of one merchant. */
  Known known(Database database, String device, UpdateTag.Shown shown) {
    RoundTrip trip = new RoundTrip();
    Answer<UpdateTag> now = UpdateTag.now(trip);
    Answer<List<Long>> merchants =
        trip.query(
            "SELECT merchant_id, set_config('kartela.merchant', merchant_id::text, true) FROM"
                + " kartela.route_device WHERE device_id = ? ORDER BY merchant_id",
            p -> p.set(hash(device)),
            r -> {
              List<Long> found = new ArrayList<>();
              while (r.next()) {
                found.add(r.getLong(1));
              }
              return found;
            });
    List<String> serials = new ArrayList<>();
    changed(trip, device, shown, serials);
    return database.inTransaction(
        c -> {
          trip.commit(c);
          return new Known(merchants.get(), now.get(), merchants.get().size() > 1 ? null : serials);
        });
  }

  /** The same of these merchants, one after the other in one round trip. */
  List<String> changedSince(
      Database database, List<Long> merchants, String device, UpdateTag.Shown shown) {
    List<String> serials = new ArrayList<>();
    RoundTrip trip = new RoundTrip();
    for (long merchantId : merchants) {
      PostgresLedger.enter(trip, merchantId);
      changed(trip, device, shown, serials);
    }
    return database.inTransaction(
        c -> {
          trip.commit(c);
          return serials;
        });
  }

  /** Of the merchant whom the transaction has entered. */
  private static void changed(
      RoundTrip trip, String device, UpdateTag.Shown shown, List<String> serials) {
    // An xid from the future comes from another cluster's dump; that change was listed when the
    // epoch changed.
    String sql =
        """
        SELECT p.serial FROM (SELECT ?::xid8 AS xid, pg_snapshot_xmax(pg_current_snapshot()) AS next,
                ? <> %s OR ?::xid8 > pg_snapshot_xmin(pg_current_snapshot()) AS everything) t,
            kartela.apple_registration r JOIN kartela.pass p USING (merchant_id, serial)
        WHERE r.merchant_id = nullif(current_setting('kartela.merchant', true), '')::bigint AND r.device_id = ?
            AND (everything OR (p.changed_xid >= t.xid AND p.changed_xid < t.next) OR (r.registered_xid >= t.xid AND r.registered_xid < t.next))
        ORDER BY p.serial LIMIT 1000
        """
            .formatted(UpdateTag.EPOCH);
    String xmin = Long.toUnsignedString(shown.xmin());
    trip.rows(
        sql,
        p -> p.set(xmin).set(shown.epoch()).set(xmin).set(hash(device)),
        r -> {
          while (r.next()) {
            serials.add(r.getString(1));
          }
        });
  }

  static void run(Connection c, String sql, Object... arguments) throws SQLException {
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
