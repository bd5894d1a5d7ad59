package io.kartela.service.till.scan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kartela.service.till.scan.Reading.Candidate;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is taken off a text when it is read, and what is put to a code when it is given out. */
class FormsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {"7301450", "730145", "73014", "0073014", "ZERNO7", "12345678901234567890"})
  void bothDirectionsAreOneRule(String code) {
    List<String> adorned = Forms.adorned(code);
    for (String text : adorned) {
      assertTrue(read(text).contains(code), () -> text + " is read as " + read(text));
      assertTrue(Forms.adorning().contains(text.substring(0, 1)), text);
    }
    List<String> stripped =
        Stream.concat(
                letters(), letters().flatMap(l -> IntStream.range(0, 100).mapToObj(n -> two(l, n))))
            .map(prefix -> prefix + code)
            .filter(text -> read(text).contains(code))
            .toList();
    assertTrue(adorned.containsAll(stripped), () -> stripped + " of which only " + adorned);
    assertEquals(adorned.size(), adorned.stream().distinct().count());
  }

  private static String two(String letter, int number) {
    return String.format("%s%02d", letter, number);
  }

  private static Stream<String> letters() {
    return "ABCDEFGHIJKLMNOPQRSTUVWXYZ".chars().mapToObj(Character::toString);
  }

  private static List<String> read(String text) {
    return Forms.of(text, text, text).stream().map(Candidate::code).toList();
  }
}
