package io.kartela.service;

import static io.kartela.service.Answer.amount;
import static io.kartela.service.Bill.rub;
import static io.kartela.service.Scene.assertAmounts;
import static io.kartela.service.Scene.credit;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Two returns at one moment give back once, and whoever's card says something else is told. */
class UndoneOnceTest extends WithShops {
  /** What is left for the delivery is done at once: only a trigger sees all of it. */
  @BeforeAll
  void listen() {
    kartela.execute("CREATE TABLE public.told (member_id bigint)");
    kartela.execute(
        "CREATE FUNCTION public.told() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS"
            + " 'BEGIN INSERT INTO public.told VALUES (new.member_id); RETURN new; END'");
    kartela.execute(
        "CREATE TRIGGER told AFTER INSERT ON kartela.outbox FOR EACH ROW EXECUTE FUNCTION"
            + " public.told()");
  }

  private long told(String member) {
    return kartela.number("SELECT count(*) FROM public.told WHERE member_id = " + member);
  }

  @Test
  void aReturnAndWhatTheClockBooksReachTheCard() {
    clock.set("2026-11-30T12:00:00+03:00");
    Scene s = scene("told", "'earning':{'pendingDays':1},'rules':[" + Scene.earn(500) + "]");
    String member = s.shop.member();
    credit(s.shop.owner(), member, "10", "2026-11-30");
    JsonNode receipt = s.buy(Bill.of().line("goods", 2, "200").by(member));
    long before = told(member);
    assertTrue(before > 0, "a purchase is told");
    s.giveBack(receipt, 1, 1).expect(201);
    assertEquals(before + 1, told(member), "a return is told");
    clock.plus(Duration.ofMinutes(1));
    s.shop.bookDue(clock);
    assertEquals(before + 1, told(member), "nothing was due");
    // The end of one lot; then another becomes active.
    clock.set("2026-12-01T00:00:00+03:00");
    s.shop.bookDue(clock);
    assertEquals(before + 2, told(member), "an expiry is told");
    clock.set("2026-12-02T12:00:00+03:00");
    s.shop.bookDue(clock);
    assertEquals(before + 3, told(member), "an activation is told");
  }

  @Test
  void twoReturnsOfAReceiptAtOneMomentGiveBackOnce() throws Exception {
    clock.set("2026-11-21T12:00:00+03:00");
    Scene s = scene("at-once", "");
    Api owner = s.shop.owner();
    String member = s.shop.member();
    credit(owner, member, "50", "");
    for (Bill bill :
        List.of(
            Bill.of("300"), Bill.of("300").by(member), Bill.of("300").by(member).spending("50"))) {
      JsonNode receipt = s.buy(bill);
      String id = receipt.path("id").asString();
      List<Answer> answers = atOnce(s.till, id);
      assertEquals(
          List.of(201, 422),
          answers.stream().map(Answer::status).sorted().toList(),
          () -> answers.stream().map(Answer::text).toList().toString());
      JsonNode stored = s.till.get("/api/v1/receipts/" + id).expect(200);
      assertEquals(1, stored.path("returns").size(), stored::toString);
      assertEquals(
          amount(receipt, "toPay"),
          kartela.number("SELECT sum(money) FROM kartela.receipt_return WHERE receipt_id = " + id));
    }
    assertAmounts(owner.get("/api/v1/members/" + member).expect(200), "spentTotal", "0");
    assertEquals(rub("50"), amount(Scene.balance(owner, member), "available"));
  }

  /** Whoever has spent a gift that is given once, and gives its receipt back, has had it. */
  @Test
  void aGiftThatCouldNotBeTakenBackIsNotGivenAgain() {
    String gift =
        Scene.rule("gift", "'then':{'type':'grantBonus','amount':5000,'once':'ONCE'}")
            + ","
            + Scene.rule(
                "capped",
                "'then':{'type':'earnPercent','percentBp':1000},'budget':{'usesPerMember':1}");
    for (boolean inParts : List.of(false, true)) {
      clock.set("2026-11-21T12:00:00+03:00");
      Scene s =
          scene("once-" + inParts, "'returns':{'debt':'WITHIN_BALANCE'},'rules':[" + gift + "]");
      String member = s.shop.member();
      JsonNode first = s.buy(Bill.of("300", "300").by(member));
      assertEquals(rub("110"), amount(first, "earned"), first::toString);
      s.buy(Bill.of("200").by(member).spending("110"));
      if (inParts) {
        s.giveBack(first, 1, 1).expect(201);
      }
      s.giveAllBack(first);
      JsonNode again = s.buy(Bill.of("300").by(member));
      assertEquals(0, amount(again, "earned"), again::toString);
    }
    // Taken back whole it may come again.
    Scene s = scene("once-whole", "'returns':{'debt':'WITHIN_BALANCE'},'rules':[" + gift + "]");
    String member = s.shop.member();
    s.giveAllBack(s.buy(Bill.of("300").by(member)));
    assertEquals(rub("80"), amount(s.buy(Bill.of("300").by(member)), "earned"));
  }

  /** Whoever gives a paid one back and buys it again crosses no mark that stands rewarded. */
  @Test
  void aMarkThatStandsRewardedIsNotRewardedAgain() {
    clock.set("2026-11-21T12:00:00+03:00");
    String third = "'when':{'type':'everyNthPurchase','n':3},";
    for (String rule :
        List.of(
            "'then':{'type':'stampCard','counter':'coffee','n':3,'percentBp':5000}",
            third + "'then':{'type':'discountPercent','percentBp':5000}",
            third + "'then':{'type':'earnPercent','percentBp':5000}",
            third + "'then':{'type':'grantBonus','amount':5000}")) {
      Scene s = scene("marks-" + rule.hashCode(), "'rules':[" + Scene.rule("r", rule) + "]");
      String member = s.shop.member();
      List<JsonNode> receipts = new ArrayList<>();
      for (int i = 0; i < 3; i++) {
        receipts.add(coffee(s, member, i == 2 ? "50" : "0"));
      }
      s.giveAllBack(receipts.get(0));
      coffee(s, member, "0");
      s.giveAllBack(receipts.get(1));
      coffee(s, member, "0");
      // The rewarded one itself may come back, and is rewarded again.
      s.giveAllBack(receipts.get(2));
      coffee(s, member, "50");
      coffee(s, member, "0");
      coffee(s, member, "0");
      coffee(s, member, "50");
    }
  }

  /** ... and a gift that was spent before its receipt came back stands. */
  @Test
  void aMarkWhoseGiftCouldNotBeTakenBackStandsRewarded() {
    clock.set("2026-11-21T12:00:00+03:00");
    Scene s =
        scene(
            "marks-spent",
            "'returns':{'debt':'WITHIN_BALANCE'},'rules':["
                + Scene.rule(
                    "r",
                    "'when':{'type':'everyNthPurchase','n':2},"
                        + "'then':{'type':'grantBonus','amount':5000}")
                + "]");
    String member = s.shop.member();
    JsonNode paid = coffee(s, member, "0");
    JsonNode gift = coffee(s, member, "50");
    s.buy(Bill.of("100").by(member).spending("50"));
    s.giveAllBack(gift);
    s.giveAllBack(paid);
    coffee(s, member, "0");
    coffee(s, member, "0");
    coffee(s, member, "50");
  }

  private static JsonNode coffee(Scene s, String member, String reward) {
    JsonNode receipt = s.buy(Bill.of("100").by(member));
    assertEquals(
        rub(reward), amount(receipt, "discount") + amount(receipt, "earned"), receipt::toString);
    return receipt;
  }

  /** Both get as far as they can while somebody holds the receipt, then both go on. */
  private List<Answer> atOnce(Api till, String receipt) throws Exception {
    List<Answer> answers = Collections.synchronizedList(new ArrayList<>());
    List<Thread> threads = new ArrayList<>();
    try (Connection c = kartela.admin().getConnection();
        Statement statement = c.createStatement()) {
      c.setAutoCommit(false);
      statement.execute(
          "SELECT 1 FROM kartela.receipt WHERE receipt_id = " + receipt + " FOR UPDATE");
      for (int i = 0; i < 2; i++) {
        String path = "/api/v1/receipts/" + receipt + "/returns";
        threads.add(Thread.ofVirtual().start(() -> answers.add(till.post(path, Map.of()))));
      }
      awaitWaiting(2);
      c.rollback();
    }
    for (Thread thread : threads) {
      thread.join();
    }
    return answers;
  }

  private void awaitWaiting(int count) throws InterruptedException, SQLException {
    long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
    while (kartela.number(
            "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND"
                + " wait_event_type = 'Lock'")
        < count) {
      assertTrue(System.nanoTime() < end, "nobody waits for the receipt");
      Thread.sleep(20);
    }
  }
}
