package io.kartela.service.member.referral;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Codes lead back to their members, in whatever way they were typed. */
class InviteCodesTest {
  private static final long SHORT_END = 1L << 40;

  /** What the keys of QWERTYUIOP… make of a Russian keyboard. */
  private static final String LATIN_KEYS = "QWERTYUIOPASDFGHJKLZXCVBNM";

  private static final String RUSSIAN_KEYS = "ЙЦУКЕНГШЩЗФЫВАПРОЛДЯЧСМИТЬ";

  private final Random random = new Random(20261122);

  private InviteCodes codes() {
    byte[] key = new byte[32];
    random.nextBytes(key);
    return new InviteCodes(key);
  }

  private static String code(List<String> readings) {
    assertEquals(1, readings.size(), readings::toString);
    return readings.getFirst();
  }

  @Test
  void everyMemberHasOneCodeAndEveryCodeOneMember() {
    InviteCodes codes = codes();
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < 20_000; i++) {
      long id = i < 10_000 ? 1_000 + i : random.nextLong(1, SHORT_END);
      String code = codes.of(id);
      assertTrue(code.matches("[2-9A-HJ-NP-Z]{8}"), code);
      assertEquals(OptionalLong.of(id), codes.memberId(code));
      seen.add(code);
    }
    assertTrue(seen.size() > 19_990, "of 20,000 numbers, a few may be drawn twice: " + seen.size());
    assertEquals(codes.of(4711), codes.of(4711));
  }

  @Test
  void neighboursHaveNothingInCommon() {
    InviteCodes codes = codes();
    int[] same = new int[8];
    for (long id = 1_000; id < 5_000; id++) {
      String a = codes.of(id);
      String b = codes.of(id + 1);
      for (int i = 0; i < 8; i++) {
        same[i] += a.charAt(i) == b.charAt(i) ? 1 : 0;
      }
    }
    for (int count : same) {
      assertTrue(count > 60 && count < 200, "125 of 4,000 are expected, seen " + count);
    }
  }

  @Test
  void anotherMerchantsSecretMakesOtherCodes() {
    InviteCodes one = codes();
    InviteCodes other = codes();
    for (long id = 1; id < 1_000; id++) {
      assertNotEquals(one.of(id), other.of(id));
      assertNotEquals(OptionalLong.of(id), other.memberId(one.of(id)));
    }
  }

  @Test
  void numbersBeyondEightSignsHaveTwelve() {
    InviteCodes codes = codes();
    for (long id : new long[] {SHORT_END, SHORT_END + 1, (1L << 60) - 1}) {
      String code = codes.of(id);
      assertEquals(12, code.length());
      assertEquals(OptionalLong.of(id), codes.memberId(code));
    }
    assertEquals(8, codes.of(SHORT_END - 1).length());
    assertThrows(IllegalArgumentException.class, () -> codes.of(0));
    assertThrows(IllegalArgumentException.class, () -> codes.of(1L << 60));
    assertThrows(IllegalArgumentException.class, () -> new InviteCodes(new byte[8]));
    for (String none : List.of("", "K7QM2XW", "K7QM2XWPP", "K7QM2XW0", "k7qm2xwp")) {
      assertEquals(OptionalLong.empty(), codes.memberId(none), none);
    }
  }

  @Test
  void aCodeIsReadInTheWaysPeopleTypeIt() {
    InviteCodes codes = codes();
    for (int i = 0; i < 2_000; i++) {
      String code = codes.of(random.nextLong(1, SHORT_END));
      String shown = Invite.shown(code);
      assertEquals(code.substring(0, 4) + "-" + code.substring(4), shown);
      for (String typed :
          List.of(
              code,
              code.toLowerCase(Locale.ROOT),
              shown,
              " " + shown.replace('-', ' ') + "\n",
              shown.replace('-', '–'),
              code.replace('L', '1'),
              code.replace('L', 'i'),
              "https://cards.example/join/zerno?invite=" + code,
              "https://cards.example/join/zerno?invite=" + code + "&x=1#top")) {
        assertEquals(code, code(TypedCode.readings(typed)), typed);
      }
      String russian = onRussianKeyboard(code);
      assertTrue(TypedCode.readings(russian).contains(code), russian);
      assertTrue(TypedCode.readings(russian.toLowerCase(Locale.ROOT)).contains(code), russian);
    }
  }

  private static String onRussianKeyboard(String code) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < code.length(); i++) {
      char c = code.charAt(i);
      int key = LATIN_KEYS.indexOf(c);
      out.append(key < 0 ? c : RUSSIAN_KEYS.charAt(key));
    }
    return out.toString();
  }

  @Test
  void cyrillicThatLooksAlikeIsReadFirst() {
    // А, В, С and Т are signs of their own on the other keyboard as well: F, D, C and N.
    assertEquals(List.of("ABCT2345", "FDCN2345"), TypedCode.readings("АВСТ2345"));
    assertEquals(List.of("3X3X2345"), TypedCode.readings("3Х3X2345").subList(0, 1));
  }

  @Test
  void whatCannotBeACodeIsNone() {
    for (String typed :
        List.of(
            "",
            "   ",
            "привет",
            "K7QM2XW0",
            "K7QM-2XW",
            "K7QM2XWPK",
            "ЁЁЁЁЁЁЁЁ",
            "😀😀😀😀",
            "\ud800K7QM2XW",
            "invite=",
            "A".repeat(301),
            "+79123456789",
            "<script>alert(1)</script>")) {
      assertEquals(List.of(), TypedCode.readings(typed), typed);
    }
  }

  @Test
  void onlyTheFirstNameIsTold() {
    assertEquals("Анна", FirstName.of("Анна Петрова"));
    assertEquals("Анна-Мария", FirstName.of("  Анна-Мария  П. "));
    assertEquals("O'Neil", FirstName.of("O'Neil"));
    for (String none :
        List.of(
            "+79123456789",
            "anna@example.com",
            "8-912-345 Анна",
            "А".repeat(31),
            "Анна123",
            "",
            "-")) {
      assertEquals(null, FirstName.of(none), none);
    }
  }
}
