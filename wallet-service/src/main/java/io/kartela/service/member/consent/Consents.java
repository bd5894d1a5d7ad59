package io.kartela.service.member.consent;

import io.kartela.ledger.postgres.RoundTrip;
import io.kartela.service.shop.store.RegisterPrincipal;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes down what members agree to and take back, and says what holds now: what was said last. In
 * the caller's transaction. Stateless.
 */
public final class Consents {
  private Consents() {}

  /**
   * Somebody becomes a member, or a member who proved to be one ticks the same again: what is on
   * record already is not written twice.
   */
  public static void joined(
      Connection c, long merchantId, long memberId, boolean marketing, Evidence by, Instant now)
      throws SQLException {
    for (Purpose needed : List.of(Purpose.PROGRAM, Purpose.PERSONAL_DATA)) {
      if (!given(c, merchantId, memberId, needed)) {
        write(c, merchantId, memberId, needed, true, by, now);
      }
    }
    if (marketing) {
      boolean _ = change(c, merchantId, memberId, true, by, now);
    }
  }

  private static boolean given(Connection c, long merchantId, long memberId, Purpose purpose)
      throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            "SELECT 1 FROM kartela.consent WHERE merchant_id = ? AND member_id = ? AND purpose = ?"
                + " AND granted")) {
      s.setLong(1, merchantId);
      s.setLong(2, memberId);
      s.setString(3, purpose.name());
      try (ResultSet r = s.executeQuery()) {
        return r.next();
      }
    }
  }

  /**
   * Messages are wanted from now on, or not any more. False when that was so already: nothing is
   * written then.
   */
  public static boolean change(
      Connection c, long merchantId, long memberId, boolean granted, Evidence by, Instant now)
      throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            "UPDATE kartela.member SET consent_messages = ? WHERE merchant_id = ? AND member_id = ?"
                + " AND consent_messages <> ?")) {
      s.setBoolean(1, granted);
      s.setLong(2, merchantId);
      s.setLong(3, memberId);
      s.setBoolean(4, granted);
      if (s.executeUpdate() == 0) {
        return false;
      }
    }
    write(c, merchantId, memberId, Purpose.MARKETING, granted, by, now);
    return true;
  }

  /**
   * Nothing more by one way of writing; other ways stay as they are. What holds stands with the
   * member's address; this is what shows it.
   *
   * @param channel as in the tables
   */
  public static void closed(
      Connection c, long merchantId, long memberId, String channel, Evidence by, Instant now)
      throws SQLException {
    write(c, merchantId, memberId, new Word(Purpose.MARKETING, channel, false), by, now);
  }

  /** The way that was closed is open again. */
  public static void reopened(
      Connection c, long merchantId, long memberId, String channel, Evidence by, Instant now)
      throws SQLException {
    write(c, merchantId, memberId, new Word(Purpose.MARKETING, channel, true), by, now);
  }

  /**
   * One person's two records become one: whoever took advertising back later than the other record
   * agreed to it wants none, and what shows that goes along.
   */
  public static void handOver(RoundTrip trip, long merchantId, long from, long into) {
    trip.update(
        """
        INSERT INTO kartela.consent (merchant_id, member_id, purpose, channel, granted, at, source, text_version, address,
            register_id, cashier_id, staff_id, evidence, shop_text)
        SELECT merchant_id, ?, purpose, channel, granted, at, source, text_version, address, register_id, cashier_id,
            staff_id, evidence, shop_text
        FROM kartela.consent gone WHERE merchant_id = ? AND member_id = ? AND purpose = 'MARKETING' AND NOT granted
            AND at > coalesce((SELECT max(at) FROM kartela.consent stays WHERE stays.merchant_id = gone.merchant_id
                AND stays.member_id = ? AND stays.purpose = 'MARKETING' AND stays.granted), '-infinity')
        ORDER BY consent_id
        """,
        p -> p.set(into).set(merchantId).set(from).set(into));
    trip.update(
        """
        UPDATE kartela.member SET consent_messages = false WHERE merchant_id = ? AND member_id = ? AND NOT (
            SELECT granted FROM kartela.consent WHERE merchant_id = ? AND member_id = ? AND purpose = 'MARKETING'
                AND channel = 'ALL' ORDER BY consent_id DESC LIMIT 1)
        """,
        p -> p.set(merchantId).set(into).set(merchantId).set(into));
  }

  private record Word(Purpose purpose, String channel, boolean granted) {}

  private static void write(
      Connection c,
      long merchantId,
      long memberId,
      Purpose purpose,
      boolean granted,
      Evidence by,
      Instant now)
      throws SQLException {
    write(c, merchantId, memberId, new Word(purpose, "ALL", granted), by, now);
  }

  private static void write(
      Connection c, long merchantId, long memberId, Word word, Evidence by, Instant now)
      throws SQLException {
    Shown shown = Shown.of(word.purpose, by);
    try (PreparedStatement s =
        c.prepareStatement(
            """
            INSERT INTO kartela.consent (merchant_id, member_id, purpose, granted, at, source, text_version, address,
                register_id, cashier_id, staff_id, channel, evidence, shop_text)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,
                (SELECT max(version) FROM kartela.shop_text WHERE merchant_id = ? AND kind = ? AND published_at <= ?))
            """)) {
      s.setLong(1, merchantId);
      s.setLong(2, memberId);
      s.setString(3, word.purpose.name());
      s.setBoolean(4, word.granted);
      s.setTimestamp(5, Timestamp.from(now));
      s.setString(6, shown.source);
      s.setString(7, shown.version);
      s.setString(8, shown.address);
      s.setObject(9, shown.till == null ? null : shown.till.registerId());
      s.setObject(10, shown.till == null ? null : shown.till.cashierId());
      s.setObject(11, by instanceof Evidence.InCabinet(var person) ? person.staffId() : null);
      s.setString(12, word.channel);
      s.setString(13, shown.evidence);
      s.setLong(14, merchantId);
      s.setString(15, word.purpose.shopText());
      s.setTimestamp(16, shown.read == null ? null : Timestamp.from(shown.read));
      s.executeUpdate();
    }
  }

  /**
   * What is kept of how it was said.
   *
   * @param version names the words of a page that was read; null when there was none
   * @param read when the shop's own texts were read with it
   */
  private record Shown(
      String source,
      @Nullable String version,
      @Nullable String address,
      @Nullable RegisterPrincipal till,
      @Nullable String evidence,
      @Nullable Instant read) {

    static Shown of(Purpose purpose, Evidence by) {
      String version = SignUpWords.of(purpose).version();
      return switch (by) {
        case Evidence.OnPage(String device, Instant read) ->
            new Shown("SIGN_UP_PAGE", version, network(device), null, null, read);
        case Evidence.AtPlace(String device) ->
            new Shown("PLACE", version, network(device), null, null, null);
        case Evidence.OnSite(String device, String site, Instant read) ->
            new Shown("SITE", version, network(device), null, site, read);
        case Evidence.AtTill(RegisterPrincipal till) ->
            new Shown("TILL", null, null, till, null, null);
        case Evidence.InCabinet(var _) -> new Shown("CABINET", null, null, null, null, null);
        case Evidence.ByLink(String device) ->
            new Shown("LINK", null, network(device), null, null, null);
        case Evidence.ByVendor(String said) -> new Shown("VENDOR", null, null, null, said, null);
      };
    }
  }

  /** Enough to tell one provider from another, too little to find a person. */
  static @Nullable String network(String address) {
    try {
      InetAddress parsed = InetAddress.ofLiteral(address);
      byte[] bytes = parsed.getAddress();
      return parsed instanceof Inet4Address
          ? "%d.%d.%d.0/24".formatted(bytes[0] & 255, bytes[1] & 255, bytes[2] & 255)
          : "%02x%02x:%02x%02x:%02x%02x::/48"
              .formatted(bytes[0], bytes[1], bytes[2], bytes[3], bytes[4], bytes[5]);
    } catch (IllegalArgumentException e) {
      return null; // a proxy may name its client as it likes
    }
  }

  /** Whether offers may come to a member. */
  public enum Offers {
    WANTED,
    /** Not wanted, not any more, or the record went on as another. */
    UNWANTED,
    /** The shop has blocked them. */
    BLOCKED,
    /** Under {@link #ADULT_YEARS}: whatever was ticked, a child is not advertised to. */
    CHILD
  }

  /** From this birthday on, in the shop's zone, offers may come. */
  public static final int ADULT_YEARS = 14;

  /** The first day of birth of those who are too young at this moment; a child is born later. */
  public static LocalDate childrenBornAfter(Instant now, ZoneId zone) {
    return now.atZone(zone).toLocalDate().minusYears(ADULT_YEARS);
  }

  /**
   * Whether offers may come to these members now. Who is not in the answer is no member of this
   * merchant.
   */
  public static Map<Long, Offers> marketing(
      Connection c, long merchantId, Collection<Long> memberIds, Instant now) throws SQLException {
    Map<Long, Offers> wants = new HashMap<>();
    try (PreparedStatement s =
        c.prepareStatement(
            """
            SELECT m.member_id, CASE WHEN m.status = 'BLOCKED' THEN 'BLOCKED'
                WHEN m.status <> 'ACTIVE' OR NOT m.consent_messages THEN 'UNWANTED'
                WHEN m.birth_date > ((? AT TIME ZONE k.zone)::date - make_interval(years => ?))::date THEN 'CHILD'
                ELSE 'WANTED' END
            FROM kartela.member m JOIN kartela.merchant k ON k.merchant_id = m.merchant_id
            WHERE m.merchant_id = ? AND m.member_id = ANY (?)
            """)) {
      s.setTimestamp(1, Timestamp.from(now));
      s.setInt(2, ADULT_YEARS);
      s.setLong(3, merchantId);
      s.setArray(4, c.createArrayOf("bigint", memberIds.toArray()));
      try (ResultSet r = s.executeQuery()) {
        while (r.next()) {
          wants.put(r.getLong(1), Offers.valueOf(r.getString(2)));
        }
      }
    }
    return wants;
  }
}
