package io.kartela.service.wallet.apple;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where to push for which cards, and what becomes of push tokens that APNs refuses. Works on the
 * caller's connection inside a transaction confined to the merchant. Stateless and thread-safe.
 */
public final class PushTargets {

  /**
   * Where to push for one card.
   *
   * @param memberId whose card
   * @param version of the card now
   */
  public record Target(
      long memberId, String serial, long version, String device, String pushToken) {
    @Override
    public String toString() {
      return "Target[member=" + memberId + "]";
    }
  }

  /**
   * Where to push for the living cards of these members; devices in quarantine are left out.
   *
   * @param certificate by which will be pushed: a quarantine by another one does not count
   */
  public List<Target> living(
      Connection c, long merchantId, Collection<Long> memberIds, String certificate)
      throws SQLException {
    String sql =
        """
        SELECT p.member_id, p.serial, p.version, d.device_id, d.push_token
        FROM unnest(?::bigint[]) AS one (id)
        CROSS JOIN LATERAL (
            SELECT merchant_id, member_id, serial, version FROM kartela.pass
            WHERE merchant_id = ? AND member_id = one.id AND voided_at IS NULL OFFSET 0) AS p
        CROSS JOIN LATERAL (
            SELECT merchant_id, device_id FROM kartela.apple_registration
            WHERE merchant_id = p.merchant_id AND serial = p.serial OFFSET 0) AS r
        CROSS JOIN LATERAL (
            SELECT device_id, push_token FROM kartela.apple_device
            WHERE merchant_id = r.merchant_id AND device_id = r.device_id
                AND (quarantined IS NULL OR quarantined_by IS DISTINCT FROM ?) OFFSET 0) AS d
        """; // OFFSET 0 keeps the planner from joining sets, which may read all cards of the merchant
    try (PreparedStatement s = c.prepareStatement(sql)) {
      s.setArray(1, c.createArrayOf("bigint", memberIds.toArray()));
      s.setLong(2, merchantId);
      s.setString(3, certificate);
      return read(s);
    }
  }

  /**
   * Where to push for this one card, living or not; devices in quarantine are left out.
   *
   * @param device the only one that is meant; null: all
   */
  public List<Target> ofCard(
      Connection c, long merchantId, String serial, @Nullable String device, String certificate)
      throws SQLException {
    String sql =
        """
        SELECT p.member_id, p.serial, p.version, d.device_id, d.push_token FROM kartela.pass p
        JOIN kartela.apple_registration r USING (merchant_id, serial)
        JOIN kartela.apple_device d USING (merchant_id, device_id)
        WHERE r.merchant_id = ? AND r.serial = ? AND (?::text IS NULL OR r.device_id = ?)
            AND (d.quarantined IS NULL OR d.quarantined_by IS DISTINCT FROM ?) ORDER BY d.device_id
        """;
    try (PreparedStatement s = c.prepareStatement(sql)) {
      s.setLong(1, merchantId);
      s.setString(2, serial);
      s.setString(3, device);
      s.setString(4, device);
      s.setString(5, certificate);
      return read(s);
    }
  }

  private static List<Target> read(PreparedStatement s) throws SQLException {
    List<Target> targets = new ArrayList<>();
    try (ResultSet r = s.executeQuery()) {
      while (r.next()) {
        targets.add(
            new Target(r.getLong(1), r.getString(2), r.getLong(3), r.getString(4), r.getString(5)));
      }
    }
    return targets;
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
      AppleDevices.run(
          c,
          "DELETE FROM kartela.apple_registration WHERE merchant_id = ? AND device_id = ?",
          merchantId,
          device);
      AppleDevices.run(
          c,
          "DELETE FROM kartela.apple_device WHERE merchant_id = ? AND device_id = ?",
          merchantId,
          device);
    }
    return devices.size();
  }

  /**
   * Leaves a doubtful push token alone until its phone registers again, or another certificate is
   * in use; ignored when it registered after the push.
   */
  public void quarantine(
      Connection c,
      long merchantId,
      String pushToken,
      String reason,
      String certificate,
      Instant pushedAt)
      throws SQLException {
    String sql =
        """
        UPDATE kartela.apple_device SET quarantined = ?, quarantined_by = ?
        WHERE merchant_id = ? AND push_token = ? AND token_at <= ?
        """;
    try (PreparedStatement s = c.prepareStatement(sql)) {
      s.setString(1, reason);
      s.setString(2, certificate);
      s.setLong(3, merchantId);
      s.setString(4, pushToken);
      s.setObject(5, pushedAt.atOffset(ZoneOffset.UTC));
      s.executeUpdate();
    }
  }
}
