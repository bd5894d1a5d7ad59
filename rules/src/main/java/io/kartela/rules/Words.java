package io.kartela.rules;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Numbers, dates and lists in one language. Own words rather than the platform's locale data: a
 * sentence must be the same on every JDK.
 */
final class Words {
  private static final List<String> RU_DAYS = List.of("пн", "вт", "ср", "чт", "пт", "сб", "вс");
  private static final List<String> EN_DAYS =
      List.of("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun");
  private static final List<String> RU_FULL =
      List.of("понедельник", "вторник", "среда", "четверг", "пятница", "суббота", "воскресенье");
  private static final List<String> EN_FULL =
      List.of("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday");

  final boolean ru;

  Words(String language) {
    this.ru = language.startsWith("ru");
  }

  /** One of two texts. */
  String of(String russian, String english) {
    return ru ? russian : english;
  }

  /** Kopecks as roubles: "1 000,50" or "1,000.50"; ".00" is left out. */
  String money(long kopecks) {
    String sign = kopecks < 0 ? "−" : "";
    long abs = Math.abs(kopecks);
    StringBuilder digits = new StringBuilder(Long.toString(abs / 100));
    for (int i = digits.length() - 3; i > 0; i -= 3) {
      digits.insert(i, ru ? "\u00a0" : ",");
    }
    long cents = abs % 100;
    String tail = cents == 0 ? "" : (ru ? "," : ".") + (cents < 10 ? "0" : "") + cents;
    return sign + digits + tail;
  }

  /** As much as a customer adds to reach a sum: whole roubles, never too few, "481 ₽". */
  String wholeRoubles(long kopecks) {
    return money(Math.ceilDiv(kopecks, 100) * 100) + "\u00a0₽";
  }

  /** Basis points as percent: "12 %". */
  String percent(int bp) {
    String tail =
        bp % 100 == 0
            ? ""
            : (ru ? "," : ".") + String.format("%02d", bp % 100).replaceAll("0$", "");
    return bp / 100 + tail + "\u00a0%";
  }

  /** Basis points as a factor: 15000 is "×1.5". */
  String factor(int bp) {
    String p = percent(bp / 100);
    return "×" + p.substring(0, p.length() - 2);
  }

  /** Thousandths as a quantity: "1.5". */
  String quantity(long milli) {
    String whole = Long.toString(milli / 1000);
    long rest = milli % 1000;
    return rest == 0
        ? whole
        : whole + (ru ? "," : ".") + String.format("%03d", rest).replaceAll("0+$", "");
  }

  String date(LocalDate d) {
    return String.format(
        ru ? "%02d.%02d.%d" : "%02d/%02d/%d", d.getDayOfMonth(), d.getMonthValue(), d.getYear());
  }

  String time(LocalTime t) {
    return String.format("%02d:%02d", t.getHour(), t.getMinute());
  }

  String weekday(DayOfWeek d) {
    return (ru ? RU_FULL : EN_FULL).get(d.getValue() - 1);
  }

  /** "Mon–Thu" or "Mon, Wed". */
  String weekdays(Collection<DayOfWeek> days) {
    EnumSet<DayOfWeek> sorted = EnumSet.copyOf(days);
    List<String> names = ru ? RU_DAYS : EN_DAYS;
    int first = sorted.iterator().next().getValue() - 1;
    boolean run = sorted.size() > 2;
    int expected = first;
    for (DayOfWeek d : sorted) {
      run &= d.getValue() - 1 == expected;
      expected++;
    }
    return run
        ? names.get(first) + "–" + names.get(expected - 1)
        : sorted.stream().map(d -> names.get(d.getValue() - 1)).collect(Collectors.joining(", "));
  }

  /** Sorted and joined by commas; long lists are cut. */
  String list(Collection<String> items) {
    String joined = items.stream().sorted().limit(5).collect(Collectors.joining(", "));
    return items.size() > 5 ? joined + " …" : joined;
  }

  /** Russian plural, or the English one. */
  String plural(long n, String one, String few, String many, String enOne, String enMany) {
    if (!ru) {
      return n + " " + (n == 1 ? enOne : enMany);
    }
    long ten = n % 10;
    long hundred = n % 100;
    if (ten == 1 && hundred != 11) {
      return n + " " + one;
    }
    return n + " " + (ten >= 2 && ten <= 4 && (hundred < 12 || hundred > 14) ? few : many);
  }
}
