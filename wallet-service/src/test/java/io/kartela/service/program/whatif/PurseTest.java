package io.kartela.service.program.whatif;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.kartela.rules.ReturnPolicy.Debt;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class PurseTest {
  private static final Instant DAY_1 = Instant.parse("2026-11-01T00:00:00Z");
  private final Purse purse = new Purse();

  private static Instant day(int day) {
    return DAY_1.plusSeconds(86_400L * (day - 1));
  }

  @Test
  void lotsBeginAndEndByTheClock() {
    purse.add(100, day(2), day(5));
    assertEquals(0, purse.available(day(2).minusMillis(1)));
    assertEquals(100, purse.available(day(2)));
    assertEquals(100, purse.available(day(5).minusMillis(1)));
    assertEquals(0, purse.available(day(5)));
  }

  @Test
  void whatEndsFirstBurnsFirstAfterTheBase() {
    purse.shift(30);
    purse.add(100, day(1), null);
    purse.add(50, day(1), day(10));
    assertEquals(180, purse.available(day(1)));
    purse.spend(60);
    // 30 of the base and 30 of the lot that ends: 20 of it are left to end.
    assertEquals(120, purse.available(day(9)));
    assertEquals(100, purse.available(day(10)));
  }

  @Test
  void aDebtIsRepaidFirst() {
    purse.add(100, day(1), null);
    assertEquals(100, purse.available(day(1)));
    purse.spend(80);
    purse.reverse(100, null, Debt.DEBT);
    assertEquals(0, purse.available(day(2)));
    purse.add(60, day(2), null);
    assertEquals(0, purse.available(day(2)));
    purse.add(50, day(3), null);
    assertEquals(30, purse.available(day(3)));
  }

  @Test
  void withinTheBalanceNothingIsOwed() {
    purse.add(100, day(1), null);
    assertEquals(100, purse.available(day(1)));
    purse.spend(80);
    purse.reverse(100, null, Debt.WITHIN_BALANCE);
    purse.add(60, day(2), null);
    assertEquals(60, purse.available(day(2)));
  }

  @Test
  void onlyWhatIsPendingIsTakenBack() {
    purse.add(100, day(1), null);
    assertEquals(100, purse.available(day(1)));
    purse.reverse(100, null, Debt.ONLY_PENDING);
    assertEquals(100, purse.available(day(1)));
    purse.add(40, day(5), day(9));
    purse.reverse(30, day(9), Debt.ONLY_PENDING);
    assertEquals(110, purse.available(day(5)));
  }

  @Test
  void whatComesBackCanBeSpentAgain() {
    purse.add(100, day(1), null);
    assertEquals(100, purse.available(day(1)));
    purse.spend(100);
    purse.giveBack(40);
    assertEquals(40, purse.available(day(1)));
  }
}
