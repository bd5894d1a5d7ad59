package io.kartela.service;

import static io.kartela.service.OfflineReceiptsTest.item;
import static io.kartela.service.OfflineReceiptsTest.upload;
import static io.kartela.service.Scene.assertAmounts;
import static io.kartela.service.Scene.assertBalance;
import static io.kartela.service.Scene.balance;
import static io.kartela.service.Scene.credit;
import static io.kartela.service.Scene.earn;
import static io.kartela.service.Scene.rule;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * What comes late is booked by its own time, and then the clock goes on to now in the same
 * transaction: answer, statement, card and balance say one thing, whatever the minute's job does.
 */
class LateActivationTest extends WithShops {
  private static final String PROGRAM =
      "'rules':["
          + earn(500)
          + ","
          + rule(
              "gift",
              "'when':{'type':'receiptTotal','range':{'from':200000}},"
                  + "'then':{'type':'grantBonus','amount':2000,'life':{'type':'days','days':3}}")
          + "],'earning':{'pendingDays':14,'life':{'type':'days','days':365}},"
          + "'returns':{'expiredGraceDays':5}";
  private static final Duration TWENTY_DAYS = Duration.ofDays(20);

  private Scene twentyDaysLater(String slug) {
    clock.set("2026-11-01T12:00:00+03:00");
    Scene s = scene(slug, PROGRAM);
    clock.plus(TWENTY_DAYS);
    return s;
  }

  /** The member everywhere: nothing is left for the minute's job. */
  private void assertAvailable(
      Scene s, Api owner, String member, String bonuses, String... entries) {
    assertEquals(List.of(entries), s.entries(member));
    assertBalance(bonuses, "0", "0", "0", balance(owner, member));
    s.shop.bookDue(clock);
    assertEquals(List.of(entries), s.entries(member), "nothing was left to book");
  }

  @Test
  void whatIsActiveByNowIsAvailableAtOnce() {
    Scene s = twentyDaysLater("late-active");
    JsonNode joined = s.shop.signUp(Map.of());
    String member = joined.path("memberId").asString();
    JsonNode receipt = s.buy(Bill.of("1000").by(member).at("2026-11-02T12:00:00+03:00"));
    assertAmounts(receipt, "earned", "50");
    assertBalance("50", "0", "0", "0", receipt.path("balanceAfter"));
    assertBalance("50", "0", "0", "0", web(joined.path("cardToken").asString()).path("balance"));
    assertAvailable(s, s.shop.owner(), member, "50", "ACCRUE 0", "ACTIVATE 5000");
    assertAmounts(s.buy(Bill.of("100").by(member).spending("50")), "spent", "50");
  }

  @Test
  void aBatchSaysSoToo() {
    Scene s = twentyDaysLater("late-batch");
    String member = s.shop.member();
    Instant at = clock.instant().minus(Duration.ofDays(15));
    JsonNode answer =
        upload(
            s.till,
            item("first", at, Bill.of("1000").by(member)),
            item("second", at.plusSeconds(1), Bill.of("2000").by(member)),
            item("third", at.plus(Duration.ofDays(5)), Bill.of("300").by(member)));
    assertBalance("50", "0", "0", "0", answer.at("/results/0/receipt/balanceAfter"));
    // The gift lived three days and burned; what was bought ten days ago waits on.
    assertBalance("150", "0", "0", "0", answer.at("/results/1/receipt/balanceAfter"));
    assertBalance("150", "15", "0", "0", answer.at("/results/2/receipt/balanceAfter"));
    List<String> entries = s.entries(member);
    s.shop.bookDue(clock);
    assertEquals(entries, s.entries(member), "nothing was left to book");
    assertBalance("150", "15", "0", "0", balance(s.shop.owner(), member));
  }

  @Test
  void whatWasThereThenIsSpentBeforeItsEndIsBooked() {
    Scene s = twentyDaysLater("late-spent");
    Api owner = s.shop.owner();
    String member = s.shop.member();
    clock.set("2026-11-01T13:00:00+03:00");
    credit(s.shop.ownerAgain(), member, "100", "2026-11-10");
    clock.plus(TWENTY_DAYS);
    JsonNode receipt =
        s.buy(Bill.of("300").by(member).spending("60").at("2026-11-10T23:59:59+03:00"));
    assertAmounts(receipt, "spent earned", "60", "12");
    assertBalance("0", "12", "0", "0", receipt.path("balanceAfter"));
    assertEquals(
        List.of("CREDIT 10000", "REDEEM -6000", "ACCRUE 0", "EXPIRE -4000"), s.entries(member));
    assertBalance("0", "12", "0", "0", balance(owner, member));
  }

  @Test
  void aLateReturnGivesBackWhatIsOverByNow() {
    Scene s = twentyDaysLater("late-return");
    Api owner = s.shop.owner();
    String member = s.shop.member();
    clock.set("2026-11-01T13:00:00+03:00");
    credit(s.shop.ownerAgain(), member, "100", "2026-11-03");
    JsonNode receipt = s.buy(Bill.of("100").by(member).spending("100"));
    clock.plus(TWENTY_DAYS);
    JsonNode back =
        s.till
            .post(
                "/api/v1/receipts/" + receipt.path("id").asString() + "/returns",
                Map.of("at", "2026-11-05T12:00:00+03:00"))
            .expect(201);
    assertAmounts(back, "bonusesBack", "100");
    assertBalance("0", "0", "0", "0", back.path("balanceAfter"));
    List<String> entries = s.entries(member);
    assertEquals("EXPIRE -10000", entries.getLast());
    assertAvailable(s, owner, member, "0", entries.toArray(String[]::new));
  }
}
