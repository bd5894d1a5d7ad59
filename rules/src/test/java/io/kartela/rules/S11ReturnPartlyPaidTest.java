package io.kartela.rules;

import static io.kartela.rules.Try.member;
import static io.kartela.rules.Try.receipt;
import static io.kartela.rules.Try.returning;
import static io.kartela.rules.Try.rub;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class S11ReturnPartlyPaidTest {
  @Test
  void eachLineGivesBackItsMoneyAndBonuses() {
    Program p = S06MaxPercentByTierTest.with("");
    Receipt r = receipt(p, S06MaxPercentByTierTest.BASKET, member("silver", "1000"), Wish.MAX);
    ReturnEffects.Sofar all =
        returning(p, r, "2:1000=420/180/21", "1:1000=700/300/35", "3:1000=400/0/0");
    assertEquals(rub("56"), all.earn());
  }
}
