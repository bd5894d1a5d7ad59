package io.kartela.rules;

import io.kartela.rules.codec.Flaw;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.time.zone.ZoneOffsetTransitionRule;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Warns about windows that a clock change swallows. Looks at a zone's yearly rules, so it needs no
 * clock.
 */
final class WindowCheck {
  private WindowCheck() {}

  static List<Flaw> check(Condition.TimeWindow w, Collection<ZoneId> zones, String at) {
    List<Flaw> out = new ArrayList<>();
    if (w.from().equals(w.to()) && !w.from().equals(LocalTime.MIDNIGHT)) {
      out.add(
          Flaw.warning(
              at,
              "WHOLE_DAY_WINDOW",
              "Начало и конец совпадают: окно длится сутки",
              "The ends are equal: the window lasts a whole day"));
    }
    Collection<ZoneId> where = w.zone() == null ? zones : List.of(w.zone());
    for (ZoneId zone : where) {
      for (ZoneOffsetTransitionRule rule : zone.getRules().getTransitionRules()) {
        swallowed(w, zone, rule, at, out);
      }
    }
    return out;
  }

  private static void swallowed(
      Condition.TimeWindow w,
      ZoneId zone,
      ZoneOffsetTransitionRule rule,
      String at,
      List<Flaw> out) {
    // Any year shows the rule's times of day; only the date moves.
    var change = rule.createTransition(2028);
    if (!change.isGap()) {
      return;
    }
    LocalTime gapFrom = change.getDateTimeBefore().toLocalTime();
    LocalTime gapTo = change.getDateTimeAfter().toLocalTime();
    DayOfWeek fixed = weekday(rule);
    boolean onDay = fixed == null || w.days().contains(fixed);
    boolean inside =
        w.from().isBefore(w.to()) && !w.from().isBefore(gapFrom) && !w.to().isAfter(gapTo);
    if (onDay && inside) {
      String ruMonth = rule.getMonth().getDisplayName(TextStyle.FULL, Locale.of("ru"));
      String enMonth = rule.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
      String gap = gapFrom + "–" + gapTo;
      out.add(
          Flaw.warning(
              at,
              "ZERO_LENGTH_ON_DST_DAY",
              "В день перевода часов ("
                  + zone
                  + ", "
                  + ruMonth
                  + ") времени "
                  + gap
                  + " нет: окно длится 0 минут",
              "On the day of the clock change ("
                  + zone
                  + ", "
                  + enMonth
                  + ") there is no "
                  + gap
                  + ": the window lasts 0 minutes"));
    }
  }

  private static @Nullable DayOfWeek weekday(ZoneOffsetTransitionRule rule) {
    return rule.getDayOfWeek();
  }
}
