package io.kartela.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.kartela.service.code.CardCode;
import io.kartela.service.code.CardKey;
import io.kartela.service.code.CardNumber;
import io.kartela.service.code.ShortCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Which numbers are one card to a till, here and in the database. */
class CardKeyTest extends WithShops {
  private static final String SIGNS = "0012345679ABCHPZАВСЕНРЖЙÑ-._";

  private final Random random = new Random(4);

  private String number() {
    int length = 3 + random.nextInt(20);
    return IntStream.range(0, length)
        .mapToObj(i -> String.valueOf(SIGNS.charAt(random.nextInt(SIGNS.length()))))
        .reduce("", String::concat);
  }

  @Test
  void whatPeopleAndReadersChangeIsTheSameCard() {
    for (String same :
        List.of("ABC-12345", "ABC12345", "АВС12345", "АВС-12345", "ABC–12345", "abc_12.345")) {
      assertEquals(Optional.of("ABC12345"), key(same), same);
    }
    for (String same : List.of("800001", "00800001", "0000800001", "８０００01", "80-00-01")) {
      assertEquals(Optional.of("800001"), key(same), same);
    }
    assertNotEquals(key("00AB1"), key("AB1"));
    assertEquals(Optional.of("0"), key("0000"));
    assertEquals(Optional.empty(), CardKey.of("UID:04A1B2C3"));
    assertEquals(Optional.empty(), CardKey.of("..."));
  }

  private static Optional<String> key(String text) {
    return CardKey.of(CardNumber.canonical(text).orElseThrow());
  }

  @Test
  void aKeyOfAKeyIsItself() {
    for (int i = 0; i < 20_000; i++) {
      String number = number();
      Optional<String> key = CardKey.of(number);
      assertEquals(key, key.flatMap(CardKey::of), number);
      Optional<String> canonical = CardNumber.canonical(number);
      assertEquals(canonical, canonical.flatMap(CardNumber::canonical), number);
    }
  }

  @Test
  void anotherDigitOrLetterIsAnotherCard() {
    for (int i = 0; i < 20_000; i++) {
      String code = random.nextBoolean() ? CardCode.random() : ShortCode.random();
      int at = random.nextInt(code.length());
      char other = (char) ('0' + (code.charAt(at) - '0' + 1 + random.nextInt(9)) % 10);
      assertNotEquals(
          CardKey.of(code), CardKey.of(code.substring(0, at) + other + code.substring(at + 1)));
      assertNotEquals(CardKey.of(code), CardKey.of(code + "0"));
      assertNotEquals(CardKey.of("A" + code), CardKey.of("B" + code));
    }
  }

  @Test
  void theDatabaseHasTheSameKeys() {
    AtomicInteger made = new AtomicInteger();
    List<String> rows = new ArrayList<>();
    for (int i = 0; i < 2_000; i++) {
      CardNumber.canonical(number())
          .ifPresent(n -> rows.add("(" + made.incrementAndGet() + ", '" + n + "')"));
    }
    rows.add("(0, 'UID:04A1B2C3')");
    String values = String.join(",", rows);
    kartela.execute(
        "INSERT INTO kartela.card_blank (merchant_id, code, plastic_id, batch_id)"
            + " SELECT 77, code, min(id), 1 FROM (VALUES "
            + values
            + ") v (id, code) GROUP BY code");
    kartela.execute(
        "INSERT INTO kartela.card (merchant_id, code, member_id, kind, status, created_at)"
            + " SELECT 77, code, 1, 'PHYSICAL', 'ACTIVE', now() FROM kartela.card_blank"
            + " WHERE merchant_id = 77");
    for (String table : List.of("card", "card_blank")) {
      String all =
          kartela.text(
              "SELECT string_agg(code || ' ' || coalesce(key, ''), E'\\n') FROM kartela."
                  + table
                  + " WHERE merchant_id = 77");
      for (String line : all.split("\n", -1)) {
        String code = line.substring(0, line.indexOf(' '));
        assertEquals(CardKey.of(code).orElse(""), line.substring(code.length() + 1), code);
      }
    }
  }
}
