package io.kartela.push.sms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What a text costs, over all texts. */
class SmsPartsProperties {
  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.oneOf(
        Arbitraries.strings().withChars("abc ABC019@£$_\n^{}[]~|€\\").ofMaxLength(700),
        Arbitraries.strings().withChars("абвёЯ «»—№₽").ofMaxLength(400),
        Arbitraries.of("😀", "a", "я", "👩‍👧", "€", "🇷🇺")
            .list()
            .ofMaxSize(200)
            .map(l -> String.join("", l)));
  }

  @Property
  void piecesAreTheTextAndFit(@ForAll("texts") String text) {
    SmsParts parts = SmsParts.of(text);
    assertEquals(text, String.join("", parts.pieces()));
    int room = parts.parts() == 1 ? parts.coding().alone() : parts.coding().joined();
    for (String piece : parts.pieces()) {
      assertTrue(units(piece, parts.coding()) <= room, piece);
      if (!piece.isEmpty()) {
        assertFalse(Character.isLowSurrogate(piece.charAt(0)), "cut in two");
        assertFalse(Character.isHighSurrogate(piece.charAt(piece.length() - 1)), "cut in two");
      }
    }
  }

  @Property
  void noPartIsWasted(@ForAll("texts") String text) {
    SmsParts parts = SmsParts.of(text);
    assertEquals(parts.parts() == 1, parts.units() <= parts.coding().alone());
    // At most one unit of each part stays empty, before a character of two.
    int least = Math.ceilDiv(parts.units(), parts.coding().joined());
    int most = Math.ceilDiv(parts.units(), parts.coding().joined() - 1);
    assertTrue(parts.parts() == 1 || (least <= parts.parts() && parts.parts() <= most));
  }

  @Property
  void moreWordsNeverCostLess(@ForAll("texts") String text, @ForAll("texts") String more) {
    assertTrue(SmsParts.of(text).parts() <= SmsParts.of(text + more).parts());
  }

  @Example
  void theBordersOfTheStandard() {
    assertParts(1, SmsParts.Coding.GSM7, "a".repeat(160));
    assertParts(2, SmsParts.Coding.GSM7, "a".repeat(161));
    assertParts(2, SmsParts.Coding.GSM7, "a".repeat(306));
    assertParts(3, SmsParts.Coding.GSM7, "a".repeat(307));
    assertParts(1, SmsParts.Coding.GSM7, "€".repeat(80));
    assertParts(2, SmsParts.Coding.GSM7, "€".repeat(81));
    // 152 and a euro do not fit into 153: the euro opens the next part
    assertParts(3, SmsParts.Coding.GSM7, "a".repeat(152) + "€" + "a".repeat(152));
    assertParts(1, SmsParts.Coding.UCS2, "я".repeat(70));
    assertParts(2, SmsParts.Coding.UCS2, "я".repeat(71));
    assertParts(2, SmsParts.Coding.UCS2, "я".repeat(134));
    assertParts(3, SmsParts.Coding.UCS2, "я".repeat(135));
    assertParts(1, SmsParts.Coding.UCS2, "😀".repeat(35));
    assertParts(2, SmsParts.Coding.UCS2, "😀".repeat(36));
    assertParts(3, SmsParts.Coding.UCS2, "я".repeat(66) + "😀" + "я".repeat(66));
  }

  private static void assertParts(int parts, SmsParts.Coding coding, String text) {
    SmsParts counted = SmsParts.of(text);
    assertEquals(coding, counted.coding());
    assertEquals(parts, counted.parts(), () -> text.length() + " characters");
  }

  private static int units(String piece, SmsParts.Coding coding) {
    return coding == SmsParts.Coding.UCS2
        ? piece.length()
        : piece.length() + (int) piece.chars().filter(c -> "^{}[]~|€\\\f".indexOf(c) >= 0).count();
  }
}
