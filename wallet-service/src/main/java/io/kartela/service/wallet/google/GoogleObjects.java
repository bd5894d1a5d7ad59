package io.kartela.service.wallet.google;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What Google was told, in the merchant's transaction. Stateless. */
final class GoogleObjects {

  /** Whether anybody is known to hold an object. */
  enum State {
    OFFERED,
    SAVED,
    REMOVED
  }

  /**
   * An object at Google.
   *
   * @param objectId begins with the issuer that it was made for
   * @param notices how many notices of changes Google showed in the last 24 hours
   */
  record Row(
      String serial,
      String objectId,
      String classId,
      String contentHash,
      State state,
      int notices) {
    String issuerId() {
      return GoogleIds.issuer(objectId);
    }
  }

  Optional<String> classHash(Connection c, long merchantId, String classId) throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            "SELECT content_hash FROM kartela.google_class WHERE merchant_id = ? AND class_id ="
                + " ?")) {
      s.setLong(1, merchantId);
      s.setString(2, classId);
      try (ResultSet r = s.executeQuery()) {
        return r.next() ? Optional.of(r.getString(1)) : Optional.empty();
      }
    }
  }

  int saveClass(Connection c, long merchantId, String classId, String hash) throws SQLException {
    String sql =
        """
        INSERT INTO kartela.google_class (merchant_id, class_id, content_hash) VALUES (?, ?, ?)
        ON CONFLICT (merchant_id, class_id) DO UPDATE SET content_hash = excluded.content_hash
        """;
    try (PreparedStatement s = c.prepareStatement(sql)) {
      s.setLong(1, merchantId);
      s.setString(2, classId);
      s.setString(3, hash);
      return s.executeUpdate();
    }
  }

  Optional<Row> find(Connection c, long merchantId, String serial) throws SQLException {
    String sql =
        """
        SELECT serial, object_id, class_id, content_hash, state,
            (SELECT count(*) FROM unnest(noticed_at) at WHERE at > now() - interval '24 hours')
        FROM kartela.google_object WHERE merchant_id = ? AND serial = ?
        """;
    try (PreparedStatement s = c.prepareStatement(sql)) {
      s.setLong(1, merchantId);
      s.setString(2, serial);
      try (ResultSet r = s.executeQuery()) {
        return r.next()
            ? Optional.of(
                new Row(
                    r.getString(1),
                    r.getString(2),
                    r.getString(3),
                    r.getString(4),
                    State.valueOf(r.getString(5)),
                    r.getInt(6)))
            : Optional.empty();
      }
    }
  }

  /** The serials of a member's living objects that somebody holds or may be about to save. */
  List<String> serials(Connection c, long merchantId, long memberId) throws SQLException {
    String sql =
        """
        SELECT o.serial FROM kartela.google_object o JOIN kartela.pass p USING (merchant_id, serial)
        WHERE p.merchant_id = ? AND p.member_id = ? AND p.voided_at IS NULL AND o.state <> 'REMOVED'
        ORDER BY o.serial
        """;
    List<String> serials = new ArrayList<>();
    try (PreparedStatement s = c.prepareStatement(sql)) {
      s.setLong(1, merchantId);
      s.setLong(2, memberId);
      try (ResultSet r = s.executeQuery()) {
        while (r.next()) {
          serials.add(r.getString(1));
        }
      }
    }
    return serials;
  }

  /**
   * Member → whether somebody is known to hold the card; members without an object are left out.
   */
  Map<Long, Boolean> holders(Connection c, long merchantId, Collection<Long> memberIds)
      throws SQLException {
    String sql =
        """
        SELECT p.member_id, bool_or(o.state = 'SAVED')
        FROM unnest(?::bigint[]) AS one (id)
        CROSS JOIN LATERAL (
            SELECT merchant_id, member_id, serial FROM kartela.pass
            WHERE merchant_id = ? AND member_id = one.id AND voided_at IS NULL OFFSET 0) AS p
        CROSS JOIN LATERAL (
            SELECT state FROM kartela.google_object
            WHERE merchant_id = p.merchant_id AND serial = p.serial AND state <> 'REMOVED' OFFSET 0) AS o
        GROUP BY p.member_id
        """; // OFFSET 0: see PushTargets.living
    Map<Long, Boolean> holders = new HashMap<>();
    try (PreparedStatement s = c.prepareStatement(sql)) {
      s.setArray(1, c.createArrayOf("bigint", memberIds.toArray()));
      s.setLong(2, merchantId);
      try (ResultSet r = s.executeQuery()) {
        while (r.next()) {
          holders.put(r.getLong(1), r.getBoolean(2));
        }
      }
    }
    return holders;
  }

  /**
   * The object is at Google with this content; whether somebody holds it stays as it was, and so
   * does its id.
   *
   * @return the card's version now: when it is not the one that was sent, send again
   */
  long saveObject(
      Connection c,
      long merchantId,
      String serial,
      String objectId,
      String classId,
      String hash,
      Instant now)
      throws SQLException {
    String sql =
        """
        INSERT INTO kartela.google_object (merchant_id, serial, object_id, class_id, content_hash, state, state_at)
        VALUES (?, ?, ?, ?, ?, 'OFFERED', ?)
        ON CONFLICT (merchant_id, serial) DO UPDATE SET class_id = excluded.class_id, content_hash = excluded.content_hash,
            state = CASE google_object.state WHEN 'REMOVED' THEN 'OFFERED' ELSE google_object.state END
        RETURNING (SELECT version FROM kartela.pass p
            WHERE p.merchant_id = google_object.merchant_id AND p.serial = google_object.serial)
        """;
    try (PreparedStatement s = c.prepareStatement(sql)) {
      s.setLong(1, merchantId);
      s.setString(2, serial);
      s.setString(3, objectId);
      s.setString(4, classId);
      s.setString(5, hash);
      s.setObject(6, at(now));
      return version(s);
    }
  }

  private static long version(PreparedStatement s) throws SQLException {
    try (ResultSet r = s.executeQuery()) {
      return r.next() ? r.getLong(1) : 0;
    }
  }

  /**
   * Notes a change that Google took, and whether it was announced.
   *
   * @return the card's version now: when it is not the one that was sent, send again
   */
  long changed(
      Connection c, long merchantId, String serial, String classId, String hash, boolean announced)
      throws SQLException {
    String sql =
        """
        UPDATE kartela.google_object SET class_id = ?, content_hash = ?, noticed_at =
            ARRAY(SELECT at FROM unnest(noticed_at) at WHERE at > now() - interval '24 hours')
            || CASE WHEN ? THEN ARRAY[now()] ELSE '{}' END
        WHERE merchant_id = ? AND serial = ?
        RETURNING (SELECT version FROM kartela.pass p
            WHERE p.merchant_id = google_object.merchant_id AND p.serial = google_object.serial)
        """;
    try (PreparedStatement s = c.prepareStatement(sql)) {
      s.setString(1, classId);
      s.setString(2, hash);
      s.setBoolean(3, announced);
      s.setLong(4, merchantId);
      s.setString(5, serial);
      return version(s);
    }
  }

  /**
   * False when the nonce was obeyed before, or there is no such object. Old nonces are forgotten on
   * the way.
   */
  boolean obey(
      Connection c,
      long merchantId,
      String objectId,
      String nonce,
      State state,
      Instant now,
      Instant expires)
      throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            "DELETE FROM kartela.google_callback WHERE merchant_id = ? AND at < ?")) {
      s.setLong(1, merchantId);
      s.setObject(2, at(now));
      s.executeUpdate();
    }
    // at = when the call-back can no longer be repeated.
    try (PreparedStatement s =
        c.prepareStatement(
            "INSERT INTO kartela.google_callback (merchant_id, nonce, at) VALUES (?, ?, ?) ON"
                + " CONFLICT DO NOTHING")) {
      s.setLong(1, merchantId);
      s.setString(2, nonce);
      s.setObject(3, at(expires));
      if (s.executeUpdate() == 0) {
        return false;
      }
    }
    try (PreparedStatement s =
        c.prepareStatement(
            "UPDATE kartela.google_object SET state = ?, state_at = ? WHERE merchant_id = ? AND"
                + " serial = ? AND object_id = ?")) {
      s.setString(1, state.name());
      s.setObject(2, at(now));
      s.setLong(3, merchantId);
      s.setString(4, GoogleIds.suffix(objectId));
      s.setString(5, objectId);
      return s.executeUpdate() > 0;
    }
  }

  private static OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
