package io.kartela.service.platform.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import org.junit.jupiter.api.Test;

class SignsTest {
  @Test
  void whatTurnsAReadersEyeIsGone() {
    assertEquals("АннаВонак", Signs.straight("Анна\u202eВонак\u202c"));
    assertEquals("+79161112233", Signs.straight("\u202d+79161112233\u202c"));
    assertEquals("a\nb", Signs.straight("a\n\u2066b\u2069"));
    String plain = "Анна «Аня» 👩\u200d🦰\n";
    assertSame(plain, Signs.straight(plain));
  }

  @Test
  void aLineIsOneLine() {
    assertEquals("Анна Петрова", Signs.line("Анна\r\nПетрова\n"));
    assertEquals("a b c d", Signs.line("a\u2028b\tc\u2029 d\u0007"));
    assertEquals("👩\u200d🦰", Signs.line("👩\u200d🦰\ud800"));
    assertEquals("a\nb", Signs.clean("a\r\nb\u0000\u202e\ufffe"));
  }

  @Test
  void namesAreOneLineAndRefuseWhatCannotBeShown() {
    Check check = new Check();
    assertEquals("Анна Петрова", check.line("name", " Анна\n\u202eПетрова ", 100));
    check.done();
  }
}
