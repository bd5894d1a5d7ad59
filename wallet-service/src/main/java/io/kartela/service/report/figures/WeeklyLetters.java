package io.kartela.service.report.figures;

import io.kartela.push.mail.MailSender;
import io.kartela.service.platform.House;
import io.kartela.service.platform.http.Lang;
import io.kartela.service.shop.merchant.Merchant;
import io.kartela.service.shop.merchant.Merchants;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * On Mondays from nine, in the shop's zone, every owner who has not declined is written how the
 * week before went. Each once a week, by whichever node comes first; a letter that certainly did
 * not leave is tried again until Wednesday, {@link #MOST_TRIES} times in all. A shop that sold
 * nothing for two weeks is not written to. Thread-safe.
 */
public final class WeeklyLetters {
  private static final LocalTime FROM = LocalTime.of(9, 0);

  /** Who reads on Thursday how last week went has seen it elsewhere. */
  private static final int LAST_DAY = DayOfWeek.WEDNESDAY.getValue();

  private static final int MOST_TRIES = 5;
  private static final Duration BETWEEN_TRIES = Duration.ofMinutes(30);

  private final House house;
  private final Merchants merchants;
  private final Optional<MailSender> sender;

  /**
   * @param sender empty: nobody carries letters
   */
  public WeeklyLetters(House house, Merchants merchants, Optional<MailSender> sender) {
    this.house = house;
    this.merchants = merchants;
    this.sender = sender;
  }

  private record Reader(long staffId, String email, Lang lang) {}

  /** By the clock, anywhere, as often as one likes. */
  public void run(long merchantId) {
    if (sender.isEmpty()) {
      return;
    }
    Instant now = house.clock().instant();
    Merchant shop = merchants.get(merchantId);
    ZonedDateTime local = now.atZone(shop.zone());
    if (!isTime(local)) {
      return;
    }
    LocalDate monday =
        local.toLocalDate().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)).minusWeeks(1);
    List<Reader> readers =
        house.database().inTenant(merchantId, c -> waiting(c, shop, monday, now));
    if (readers.isEmpty()) {
      return;
    }
    Scope scope = new Scope(merchantId, shop.zone(), null, null, null);
    Figures.View week =
        house.database().inTenant(merchantId, c -> Figures.of(c, scope, asked(monday), now));
    if (week.now().receipts() == 0 && week.before().receipts() == 0) {
      return;
    }
    WeeklyText text = new WeeklyText(shop, week, house.publicUrl());
    for (Reader reader : readers) {
      boolean mine =
          house.database().inTenant(merchantId, c -> take(c, merchantId, monday, reader, now));
      if (mine && sender.get().send(text.to(reader.email, reader.lang)).mayArrive()) {
        boolean _ =
            house.database().inTenant(merchantId, c -> sent(c, merchantId, monday, reader, now));
      }
    }
  }

  private static boolean isTime(ZonedDateTime local) {
    DayOfWeek day = local.getDayOfWeek();
    return day == DayOfWeek.MONDAY
        ? !local.toLocalTime().isBefore(FROM)
        : day.getValue() <= LAST_DAY;
  }

  private static Question.Asked asked(LocalDate monday) {
    return new Question.Asked(
        new Period(monday, monday.plusDays(6)), Period.Step.WEEK, null, null, null, null);
  }

  /** Nobody where nothing was sold for two weeks: of such a shop no figures are asked. */
  private static List<Reader> waiting(Connection c, Merchant shop, LocalDate week, Instant now)
      throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            """
            SELECT p.staff_id, p.email, p.locale FROM kartela.staff p
            LEFT JOIN kartela.weekly_letter w ON w.merchant_id = p.merchant_id AND w.staff_id = p.staff_id AND w.week = ?
            WHERE p.merchant_id = ? AND p.role = 'OWNER' AND p.ended_at IS NULL AND p.weekly_letter
                AND (w.week IS NULL OR w.sent_at IS NULL AND w.attempts < ? AND w.taken_at <= ?)
                AND EXISTS (SELECT FROM kartela.receipt r WHERE r.merchant_id = p.merchant_id AND r.at >= ?)
            ORDER BY p.staff_id
            """)) {
      s.setObject(1, week);
      s.setLong(2, shop.id());
      s.setInt(3, MOST_TRIES);
      s.setTimestamp(4, Timestamp.from(now.minus(BETWEEN_TRIES)));
      s.setTimestamp(5, Timestamp.from(week.minusWeeks(1).atStartOfDay(shop.zone()).toInstant()));
      List<Reader> readers = new ArrayList<>();
      try (ResultSet r = s.executeQuery()) {
        while (r.next()) {
          readers.add(new Reader(r.getLong(1), r.getString(2), Lang.of(r.getString(3))));
        }
      }
      return readers;
    }
  }

  /** False when another node has it. */
  private static boolean take(
      Connection c, long merchantId, LocalDate week, Reader reader, Instant now)
      throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            """
            INSERT INTO kartela.weekly_letter AS w (merchant_id, week, staff_id, taken_at) VALUES (?, ?, ?, ?)
            ON CONFLICT (merchant_id, week, staff_id) DO UPDATE SET attempts = w.attempts + 1, taken_at = excluded.taken_at
                WHERE w.sent_at IS NULL AND w.attempts < ? AND w.taken_at <= ?
            """)) {
      s.setLong(1, merchantId);
      s.setObject(2, week);
      s.setLong(3, reader.staffId);
      s.setTimestamp(4, Timestamp.from(now));
      s.setInt(5, MOST_TRIES);
      s.setTimestamp(6, Timestamp.from(now.minus(BETWEEN_TRIES)));
      return s.executeUpdate() == 1;
    }
  }

  private static boolean sent(
      Connection c, long merchantId, LocalDate week, Reader reader, Instant now)
      throws SQLException {
    try (PreparedStatement s =
        c.prepareStatement(
            "UPDATE kartela.weekly_letter SET sent_at = ? WHERE merchant_id = ? AND week = ? AND"
                + " staff_id = ?")) {
      s.setTimestamp(1, Timestamp.from(now));
      s.setLong(2, merchantId);
      s.setObject(3, week);
      s.setLong(4, reader.staffId);
      return s.executeUpdate() == 1;
    }
  }
}
