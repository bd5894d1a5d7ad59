package io.kartela.service.member.consent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is written down as the words that were read is what the page says. */
class SignUpWordsTest {
  @Test
  void thePageSaysWhatIsKeptAsProof() throws IOException {
    String page = Files.readString(Path.of("../cabinet-ui/src/member/join/texts.ts"));
    for (Purpose purpose : Purpose.values()) {
      SignUpWords now = SignUpWords.of(purpose);
      assertTrue(page.contains("ru: '" + now.words().ru() + "'"), now.words().ru());
      assertTrue(page.contains("en: '" + now.words().en() + "'"), now.words().en());
      assertEquals(Optional.of(now.words()), SignUpWords.read(now.version()));
    }
    // Whoever edits words instead of adding them takes the proof away from those who read them.
    assertEquals("ea341aef981d", SignUpWords.PROGRAM_2026.version());
    assertEquals("1570b5d081f0", SignUpWords.MARKETING_2026.version());
    assertEquals("ae596f0eca5f", SignUpWords.RULES_2026.version());
    assertEquals("747a2a29ce72", SignUpWords.PERSONAL_DATA_2026.version());
  }

  /** Consent to the use of data stands apart from the rules since 2025-09-01. */
  @Test
  void noConsentSpeaksOfAnothers() {
    assertFalse(SignUpWords.of(Purpose.PROGRAM).words().ru().contains("данных"));
    assertTrue(SignUpWords.of(Purpose.PERSONAL_DATA).words().ru().contains("персональных данных"));
    assertTrue(SignUpWords.read("ea341aef981d").orElseThrow().ru().contains("моих данных"));
  }

  @Test
  void anAddressIsKeptAsItsNetwork() {
    assertEquals("203.0.113.0/24", Consents.network("203.0.113.77"));
    assertEquals("2001:0db8:00aa::/48", Consents.network("2001:db8:aa:1::7"));
    assertNull(Consents.network("unknown"));
  }
}
