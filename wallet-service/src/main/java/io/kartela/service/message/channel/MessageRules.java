package io.kartela.service.message.channel;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * When offers may come to people, and how many. What is for their own business comes at any time.
 *
 * @param day null: at any time
 * @param cap null: any number
 */
public record MessageRules(@Nullable Day day, @Nullable Cap cap) {
  public static final MessageRules NONE = new MessageRules(null, null);

  private static final int MINUTES = 24 * 60;

  /**
   * When offers may come, in minutes of the shop's day.
   *
   * @param to no more from here on; 1440 is midnight
   */
  public record Day(int from, int to) {}

  /** So many offers to one member in so many days, by whatever ways. */
  public record Cap(int most, int days) {}

  public static MessageRules of(Connection c, long merchantId) throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            "SELECT day_from, day_to, most, most_days FROM kartela.message_rules WHERE merchant_id"
                + " = ?")) {
      s.setLong(1, merchantId);
      try (ResultSet r = s.executeQuery()) {
        if (!r.next()) {
          return NONE;
        }
        boolean day = r.getObject(1) != null;
        boolean cap = r.getObject(3) != null;
        return new MessageRules(
            day ? new Day(r.getInt(1), r.getInt(2)) : null,
            cap ? new Cap(r.getInt(3), r.getInt(4)) : null);
      }
    }
  }

  /** With a shop's first channel comes what practice holds decent, until the owner says else. */
  static void begin(Connection c, long merchantId) throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            "INSERT INTO kartela.message_rules (merchant_id, day_from, day_to) VALUES (?, 600,"
                + " 1260) ON CONFLICT DO NOTHING")) {
      s.setLong(1, merchantId);
      s.executeUpdate();
    }
  }

  void keep(Connection c, long merchantId) throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            """
            INSERT INTO kartela.message_rules (merchant_id, day_from, day_to, most, most_days) VALUES (?, ?, ?, ?, ?)
            ON CONFLICT (merchant_id) DO UPDATE SET day_from = excluded.day_from, day_to = excluded.day_to,
                most = excluded.most, most_days = excluded.most_days
            """)) {
      s.setLong(1, merchantId);
      s.setObject(2, day == null ? null : day.from, Types.SMALLINT);
      s.setObject(3, day == null ? null : day.to, Types.SMALLINT);
      s.setObject(4, cap == null ? null : cap.most, Types.INTEGER);
      s.setObject(5, cap == null ? null : cap.days, Types.INTEGER);
      s.executeUpdate();
    }
  }

  /** From when on an offer may come: now, or when the day begins. */
  public Instant mayCome(Instant now, ZoneId zone) {
    if (day == null) {
      return now;
    }
    ZonedDateTime local = now.atZone(zone);
    int minute = local.getHour() * 60 + local.getMinute();
    if (minute >= day.from && minute < day.to) {
      return now;
    }
    ZonedDateTime today = local.with(LocalTime.ofSecondOfDay(day.from * 60L % (MINUTES * 60L)));
    return (minute < day.from ? today : today.plusDays(1)).toInstant();
  }

  /** Of these, who has had as many offers as they may. */
  public Set<Long> full(Connection c, long merchantId, Collection<Long> members, Instant now)
      throws SQLException {
    Set<Long> full = new HashSet<>();
    if (cap == null || members.isEmpty()) {
      return full;
    }
    try (PreparedStatement s =
        c.prepareStatement(
            """
            SELECT member_id FROM kartela.offer_made WHERE merchant_id = ? AND member_id = ANY (?) AND at > ?
            GROUP BY member_id HAVING count(*) >= ?
            """)) {
      s.setLong(1, merchantId);
      s.setArray(2, c.createArrayOf("bigint", members.toArray()));
      s.setTimestamp(3, Timestamp.from(now.minus(Duration.ofDays(cap.days))));
      s.setInt(4, cap.most);
      try (ResultSet r = s.executeQuery()) {
        while (r.next()) {
          full.add(r.getLong(1));
        }
      }
    }
    return full;
  }

  /** Offers leave for these now. */
  public static void made(Connection c, long merchantId, Collection<Long> members, Instant now)
      throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            "INSERT INTO kartela.offer_made (merchant_id, member_id, at) SELECT ?, unnest(?), ?")) {
      s.setLong(1, merchantId);
      s.setArray(2, c.createArrayOf("bigint", members.toArray()));
      s.setTimestamp(3, Timestamp.from(now));
      s.executeUpdate();
    }
  }
}
