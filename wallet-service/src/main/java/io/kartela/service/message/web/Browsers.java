package io.kartela.service.message.web;

import io.kartela.ledger.postgres.RoundTrip;
import io.kartela.push.webpush.Subscription;
import io.kartela.service.platform.http.Lang;
import io.kartela.service.platform.http.Tokens;
import java.net.URI;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Browsers in which members allowed notices. In the caller's transaction, confined to the merchant.
 * Stateless.
 */
public final class Browsers {
  /** Of one member; the oldest gives way. */
  private static final int MOST = 10;

  private Browsers() {}

  /**
   * One browser.
   *
   * @param key our public key with which it was subscribed
   * @param lang in which the page was read there
   */
  record Browser(Subscription at, String key, Lang lang) {
    byte[] name() {
      return nameOf(at.endpoint().toString());
    }
  }

  /** By what a browser is known without saying where it is written to. */
  static byte[] nameOf(String endpoint) {
    return Tokens.sha256(endpoint);
  }

  static void keep(Connection c, long merchantId, long memberId, Browser browser, Instant now)
      throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            """
            INSERT INTO kartela.web_subscription (merchant_id, member_id, browser, endpoint, p256dh, auth, public_key, lang, made_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (merchant_id, member_id, browser) DO UPDATE SET p256dh = excluded.p256dh, auth = excluded.auth,
                public_key = excluded.public_key, lang = excluded.lang, made_at = excluded.made_at
            """)) {
      s.setLong(1, merchantId);
      s.setLong(2, memberId);
      s.setBytes(3, browser.name());
      s.setString(4, browser.at.endpoint().toString());
      s.setString(5, browser.at.p256dh());
      s.setString(6, browser.at.auth());
      s.setString(7, browser.key);
      s.setString(8, browser.lang.tag());
      s.setTimestamp(9, Timestamp.from(now));
      s.executeUpdate();
    }
    try (PreparedStatement s =
        c.prepareStatement(
            """
            DELETE FROM kartela.web_subscription WHERE merchant_id = ? AND member_id = ? AND browser IN (
                SELECT browser FROM kartela.web_subscription WHERE merchant_id = ? AND member_id = ?
                ORDER BY made_at DESC, browser OFFSET ?)
            """)) {
      s.setLong(1, merchantId);
      s.setLong(2, memberId);
      s.setLong(3, merchantId);
      s.setLong(4, memberId);
      s.setInt(5, MOST);
      s.executeUpdate();
    }
  }

  /** A member's, the newest first. */
  static List<Browser> of(Connection c, long merchantId, long memberId) throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            "SELECT endpoint, p256dh, auth, public_key, lang FROM kartela.web_subscription WHERE"
                + " merchant_id = ? AND member_id = ? ORDER BY made_at DESC, browser")) {
      s.setLong(1, merchantId);
      s.setLong(2, memberId);
      List<Browser> all = new ArrayList<>();
      try (ResultSet r = s.executeQuery()) {
        while (r.next()) {
          Subscription at =
              new Subscription(URI.create(r.getString(1)), r.getString(2), r.getString(3));
          all.add(new Browser(at, r.getString(4), Lang.of(r.getString(5))));
        }
      }
      return all;
    }
  }

  /** With which of our keys the member's browser of this name was subscribed; empty: it is not. */
  static Optional<String> keyOf(Connection c, long merchantId, long memberId, byte[] name)
      throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            "SELECT public_key FROM kartela.web_subscription WHERE merchant_id = ? AND member_id ="
                + " ? AND browser = ?")) {
      s.setLong(1, merchantId);
      s.setLong(2, memberId);
      s.setBytes(3, name);
      try (ResultSet r = s.executeQuery()) {
        return r.next() ? Optional.of(r.getString(1)) : Optional.empty();
      }
    }
  }

  /** Nothing is shown there any more. True: the member has no other. */
  static boolean retire(Connection c, long merchantId, long memberId, byte[] name)
      throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            "DELETE FROM kartela.web_subscription WHERE merchant_id = ? AND member_id = ? AND"
                + " browser = ?")) {
      s.setLong(1, merchantId);
      s.setLong(2, memberId);
      s.setBytes(3, name);
      s.executeUpdate();
    }
    return of(c, merchantId, memberId).isEmpty();
  }

  /** One person's two records become one. */
  public static void handOver(RoundTrip trip, long merchantId, long from, long into) {
    trip.update(
        """
        INSERT INTO kartela.web_subscription (merchant_id, member_id, browser, endpoint, p256dh, auth, public_key, lang, made_at)
        SELECT merchant_id, ?, browser, endpoint, p256dh, auth, public_key, lang, made_at FROM kartela.web_subscription
        WHERE merchant_id = ? AND member_id = ? ON CONFLICT DO NOTHING
        """,
        p -> p.set(into).set(merchantId).set(from));
    trip.update(
        "DELETE FROM kartela.web_subscription WHERE merchant_id = ? AND member_id = ?",
        p -> p.set(merchantId).set(from));
  }
}
