package io.kartela.service.till.scan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kartela.service.code.CardCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A card's code that looks like a marking code once a reader has put something before it. */
class NotCardsTest {
  /** Nineteen digits: with P01 before them a GTIN and AI 21, 17, 10, 240; with 0 before, too. */
  private static final String[] BODIES = {
    "5607034170023210421", "7601234567890170099", "1460703417002121482", "1060123456789310777",
  };

  @ParameterizedTest
  @ValueSource(strings = {"", "0", "00", "P00", "P01", "Q", "B", "s"})
  void isRead(String prefix) {
    for (String body : BODIES) {
      String code = body + CardCode.checkDigit(body);
      Reading.Codes read =
          assertInstanceOf(
              Reading.Codes.class, ReaderText.read(prefix + code, null, null).reading());
      assertTrue(read.candidates().stream().anyMatch(c -> c.code().equals(code)), prefix + code);
    }
  }

  @Test
  void goodsStayGoods() {
    for (String goods :
        new String[] {
          "010460703417002121482915", "P0101046070341700212100217", "è0104607034170021215qCgPX",
        }) {
      assertEquals(
          new Reading.NotACard(Reading.Kind.PRODUCT),
          ReaderText.read(goods, null, null).reading(),
          goods);
    }
  }
}
