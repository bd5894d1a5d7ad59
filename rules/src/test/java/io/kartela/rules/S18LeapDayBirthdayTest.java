package io.kartela.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class S18LeapDayBirthdayTest {
  static final LocalDate BORN = LocalDate.of(2000, 2, 29);

  static List<LocalDate> days(int year, Condition.Feb29 feb29) {
    Condition.Birthday window = new Condition.Birthday(3, 3, feb29, 7);
    List<LocalDate> in =
        Stream.iterate(LocalDate.of(year, 2, 1), d -> d.plusDays(1))
            .limit(60)
            .filter(d -> Birthdays.keyYear(BORN, d, window) == year)
            .toList();
    assertEquals(7, in.size());
    return List.of(in.getFirst(), in.getLast());
  }

  @Test
  void commonYear() {
    assertEquals(
        List.of(LocalDate.of(2027, 2, 25), LocalDate.of(2027, 3, 3)),
        days(2027, Condition.Feb29.FEB_28));
    assertEquals(LocalDate.of(2027, 2, 28), Birthdays.observed(BORN, 2027, Condition.Feb29.FEB_28));
  }

  @Test
  void leapYear() {
    for (Condition.Feb29 f : Condition.Feb29.values()) {
      assertEquals(List.of(LocalDate.of(2028, 2, 26), LocalDate.of(2028, 3, 3)), days(2028, f));
    }
  }

  @Test
  void firstOfMarch() {
    assertEquals(
        List.of(LocalDate.of(2027, 2, 26), LocalDate.of(2027, 3, 4)),
        days(2027, Condition.Feb29.MAR_1));
  }
}
