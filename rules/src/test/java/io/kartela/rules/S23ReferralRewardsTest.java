package io.kartela.rules;

import static io.kartela.rules.Try.rub;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class S23ReferralRewardsTest {
  static Program with(String purchases) {
    return Try.program("'referral':{'levelsBp':[500,300,100],'purchases':'" + purchases + "'}");
  }

  static List<Long> roubles(String... amounts) {
    return java.util.Arrays.stream(amounts).map(Try::rub).toList();
  }

  @Test
  void threeLevelsOnTheMoneyPaid() {
    Program p = with("ALL");
    assertEquals(roubles("400", "240", "80"), Referrals.rewards(p, rub("8000"), false));
    assertEquals(
        roubles("200", "120", "40"),
        Referrals.reversal(p, rub("8000"), rub("4000"), roubles("0", "0", "0"), false));
    assertEquals(
        roubles("200", "120", "40"),
        Referrals.reversal(p, rub("8000"), rub("8000"), roubles("200", "120", "40"), false));
  }

  @Test
  void firstPurchaseOnly() {
    Program p = with("FIRST_PURCHASE_ONLY");
    assertEquals(roubles("400", "240", "80"), Referrals.rewards(p, rub("8000"), true));
    assertEquals(roubles("0", "0", "0"), Referrals.rewards(p, rub("8000"), false));
    assertEquals(List.of(), Referrals.rewards(Try.program(""), rub("8000"), true));
  }

  @Test
  void fixedSumsStandBesideThePercentAndSmallPurchasesBringNothing() {
    Program p =
        Try.program(
            "'referral':{'levelsBp':[0,100],'fixed':[30000],'minPurchase':100000,'perDay':50000}");
    assertEquals(roubles("300", "10"), Referrals.rewards(p, rub("1000"), true));
    assertEquals(roubles("0", "0"), Referrals.rewards(p, rub("999.99"), true));
    // What is left is too small a purchase: everything is taken back, whatever the steps.
    assertEquals(
        roubles("300", "10"),
        Referrals.reversal(p, rub("1000"), rub("500"), roubles("0", "0"), true));
    assertEquals(
        roubles("0", "0"),
        Referrals.reversal(p, rub("1000"), rub("1000"), roubles("300", "10"), true));
  }
}
