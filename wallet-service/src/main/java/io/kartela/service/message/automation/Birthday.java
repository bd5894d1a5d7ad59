package io.kartela.service.message.automation;

import io.kartela.service.message.words.Facts;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Whose birthday is so many days from now, once a year. Who was born on 29 February celebrates on
 * the 28th in common years.
 */
final class Birthday implements Finder {
  private static final String SQL =
      """
      SELECT m.member_id AS key, m.member_id, 'birthday:' || m.member_id || ':' || left(d.day, 4) AS occasion, d.day
      FROM unnest(?::smallint[], ?::text[]) AS d (born, day)
      JOIN kartela.member m ON m.merchant_id = ? AND m.birth_day = d.born
      WHERE m.status = 'ACTIVE'
      """;

  @Override
  public List<Occasion> find(Connection c, Look look, long after, int most) throws SQLException {
    List<Short> born = new ArrayList<>();
    List<String> days = new ArrayList<>();
    LocalDate last = look.today().plusDays(look.days());
    LocalDate first = look.firstDay().plusDays(look.days());
    if (first.isBefore(look.today())) {
      first = look.today(); // nobody is congratulated afterwards
    }
    for (LocalDate day = first; !day.isAfter(last) && !look.seenToday(); day = day.plusDays(1)) {
      born.add(monthAndDay(day));
      days.add(day.toString());
      if (monthAndDay(day) == 228 && !day.isLeapYear()) {
        born.add((short) 229);
        days.add(day.toString());
      }
    }
    if (born.isEmpty()) {
      return List.of();
    }
    return look.fresh(
        c,
        SQL,
        after,
        most,
        r -> {
          LocalDate day = LocalDate.parse(r.getString(4));
          int left = (int) (day.toEpochDay() - look.today().toEpochDay());
          return new Occasion(
              r.getLong(1), r.getLong(2), r.getString(3), Facts.day(look.begin(day), left));
        },
        c.createArrayOf("smallint", born.toArray()),
        c.createArrayOf("text", days.toArray()),
        look.merchantId());
  }

  private static short monthAndDay(LocalDate day) {
    return (short) (day.getMonthValue() * 100 + day.getDayOfMonth());
  }
}
